// The code of ours and of other libraries, as a page would load it, and its bytes.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { build } from "esbuild";

import { FEATURES, SMALL } from "../../xtask/npm/options.mjs";
import { packed } from "./figures.mjs";

/**
 * Makes `<name>.js` and its wasm of `wasm`, which cargo made, then a bundle for each of `peers`, whose
 * sources are `<sources>/<prefix><peer>.mjs`. All come to the folder `out`. Gives the bytes of each peer;
 * those of ours with its wasm.
 */
export async function bundle({ wasm, name, peers, sources, prefix = "", out }) {
  mkdirSync(out, { recursive: true });
  execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", out, "--out-name", name, wasm]);
  const small = join(out, `${name}_bg.wasm`);
  execFileSync("wasm-opt", [...SMALL, ...FEATURES, small, "-o", small]);
  const ours = {
    name,
    setup: (it) => it.onResolve({ filter: new RegExp(`^\\./${name}\\.js$`) }, () => ({ path: join(out, `${name}.js`) })),
  };
  const bytes = {};
  for (const peer of peers) {
    const outfile = join(out, `${peer}.js`);
    await build({ entryPoints: [join(sources, `${prefix}${peer}.mjs`)], outfile, bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error", plugins: [ours] });
    const files = peer === "ours" ? [outfile, small] : [outfile];
    bytes[peer] = files.map(packed).reduce((one, two) => one + two);
  }
  return bytes;
}
