// Runs the journeys whose files are named, three files for each two cores at a time and the longest
// first, and says how long each took: `node tests/e2e/run.mjs tests/e2e/*.test.mjs`.
//
// Node's own runner leaves a core free and takes files by their names: on two cores one file ran at a
// time, and both cores were idle while it waited for its page. A file keeps a core busy for two thirds
// of its time: the rest it waits for a frame, an answer, or the network to be quiet.
//
// A file that passed before is not run again while all is as it was: ASCN_ATLAS_STATE says how all but
// the files of journeys is, ASCN_ATLAS_PASSED names the folder in which it is kept for each.
//
// What failed, and why, is also written to the file that ASCN_ATLAS_FAILED names.

import { spawn, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as os from "node:os";
import { basename, join } from "node:path";

/** The files that take longest, in that order; the others follow by their names. */
const LONGEST = [
  "axe-en",
  "axe-id",
  "faults",
  "reflow",
  "offline-updates",
  "keyboard",
  "offline",
  "prerender",
  "single",
  "cities",
  "injection",
  "faults-conditions",
  "explorer",
  "pictures",
  "widgets",
  "policy",
  "live-widgets",
  "chunks",
  "first-paint",
  "projects",
  "print",
];
const rank = (file) => (LONGEST.indexOf(basename(file, ".test.mjs")) + 1 || LONGEST.length + 1);
/** How many lines of what a failed file said are said again. */
const LAST = 20;
/** Files in another engine than Chromium share its one driver, and each takes a core by itself. */
const alone = (file) => file.includes("engines");

const { ASCN_ATLAS_FAILED: FAILED, ASCN_ATLAS_PASSED: KEPT, ASCN_ATLAS_STATE: STATE, CHROME, CHROME_SHELL } = process.env;
/** The browser may have become another, and so may Node. */
const tools = () => [CHROME, CHROME_SHELL].map((it) => (it ? execFileSync(it, ["--version"]) : "")).join("") + process.version;
const around = KEPT && STATE ? STATE + tools() : null;
const stateOf = (file) => createHash("sha256").update(around).update(readFileSync(file)).digest("hex");
const keptAt = (file) => join(KEPT, basename(file));

/** Whether a file passed in the state that it and all else is in. */
function passedBefore(file) {
  if (!around) return false;
  try {
    return readFileSync(keptAt(file), "utf8") === stateOf(file);
  } catch {
    return false;
  }
}

function remember(file, failed) {
  if (!around) return;
  mkdirSync(KEPT, { recursive: true });
  if (failed) rmSync(keptAt(file), { force: true });
  else writeFileSync(keptAt(file), stateOf(file));
}

const named = process.argv.slice(2);
const before = named.filter(passedBefore);
const waiting = named.filter((file) => !before.includes(file)).sort((one, two) => rank(one) - rank(two) || (one < two ? -1 : 1));
const cores = os.availableParallelism?.() ?? os.cpus().length;
const lanes = waiting.some(alone) ? 1 : Math.ceil(cores * 1.5);
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(0)} s`;

/** What Node's runner says of failed tests after the last of a file: without it, the end of all that was said. */
function why(said) {
  const [, told] = said.split("failing tests:\n");
  const lines = (told ?? said).split("\n").filter((line) => line.trim() !== "" && !/^ +at .*(node:internal|node_modules)/.test(line));
  return lines.slice(told ? 0 : -LAST, told ? LAST : undefined).join("\n");
}

/** One file, its output kept until it ends, so that what two say does not mix. */
const one = (file) =>
  new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(process.execPath, ["--test", "--test-reporter=spec", file], { stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => said.push(part));
    child.on("error", (error) => said.push(Buffer.from(String(error))));
    child.on("close", (code) => {
      remember(file, code !== 0);
      const told = `${code === 0 ? "passed" : "FAILED"} in ${seconds(start)}`;
      const all = Buffer.concat(said).toString();
      process.stdout.write(`\n${basename(file)}: ${told}\n${all}`);
      resolve({ file, told, why: code === 0 ? null : why(all) });
    });
  });

const start = performance.now();
const done = [];
await Promise.all(
  Array.from({ length: Math.min(lanes, waiting.length) }, async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) done.push(await one(file));
  }),
);

if (before.length > 0) console.log(`\n${before.length} files passed before, and nothing they rest on has changed: not run again`);
console.log(`\n${done.length} files, ${lanes} at a time, in ${seconds(start)}`);
for (const { file, told } of done) console.log(`  ${basename(file).padEnd(28)} ${told}`);
const failed = done.filter((it) => it.why !== null);
if (failed.length > 0) {
  process.exitCode = 1;
  if (FAILED) writeFileSync(FAILED, failed.map((it) => `${basename(it.file)} ${it.told}\n${it.why}\n`).join(""));
}
