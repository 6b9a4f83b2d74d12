// Runs a program of a build and shows what it says, but for what is said of each of a hundred parts and
// asks for nothing.
import { spawnSync } from "node:child_process";

/** Names of data and the like, which LLVM writes, binaryen does not know, and nothing needs. */
const SAID_ALWAYS = /^warning: unknown name subsection.*\n/gm;

/** What the program prints, as bytes. An error if it fails. */
export function run(name, words) {
  const { error, status, signal, stdout, stderr } = spawnSync(name, words, { stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 });
  process.stderr.write(stderr?.toString().replaceAll(SAID_ALWAYS, "") ?? "");
  if (error) throw error;
  if (status !== 0) throw new Error(`${name} ended with ${status ?? signal}`);
  return stdout;
}
