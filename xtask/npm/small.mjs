// How wasm and the script that wasm-bindgen makes for it become small, for the app and for live widgets.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { transformSync } from "esbuild";
import { rollup } from "rollup";

import { FEATURES, SMALL, TOOLS } from "./options.mjs";
import { run } from "./run.mjs";
import { LOADER } from "./split.mjs";

// Names of functions stay until the last step (`-g`), which orders functions by them.
const LAST = ["--reorder-functions-by-name", "--strip-debug", "--strip-producers", "--strip-target-features"];

/** A folder that is there until the end of the program. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), "shrink-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  return folder;
}

const folder = temporary();
const at = (name) => join(folder, name);

/** Runs a program of binaryen and gives back what it prints. */
const tool = (name, ...words) => run(join(TOOLS, name), [...words, ...FEATURES]);

/** The script with only what is asked for of it: `default` for the start of a page. */
export async function smallScript(path, name = "default") {
  const entry = "\0entry";
  const bundle = await rollup({
    input: entry,
    // Nothing in the script has effects but through what the page calls.
    treeshake: { propertyReadSideEffects: false },
    // The script that loads chunks and the one that it is loaded by need each other.
    onwarn: (warning, warn) => warning.code === "CIRCULAR_DEPENDENCY" || warn(warning),
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? `export { ${name} } from ${JSON.stringify(path)};` : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "es" });
  await bundle.close();
  return output[0].code;
}

/** A script without what only people need. */
export const minified = (code) => transformSync(code, { minify: true, format: "esm", target: "es2022" }).code;

/** The wasm without exports that the script does not name, and the short names of what is left. */
export function smallWasm(path, script) {
  const named = new Set([...script.matchAll(/\.([A-Za-z_$][\w$]*)/g)].map(([, name]) => name));
  const names = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(path))).map(({ name }) => name);
  // `main` is called by the start function, not from outside.
  const kept = names.filter((name) => named.has(name) && name !== "main");
  const graph = [
    { name: "outside", root: true, reaches: kept.map((name) => `export ${name}`) },
    ...names.map((name) => ({ name: `export ${name}`, export: name })),
  ];
  writeFileSync(at("graph.json"), JSON.stringify(graph));
  tool("wasm-metadce", path, "--graph-file", at("graph.json"), "-g", "-o", at("pruned.wasm"));
  tool("wasm-opt", at("pruned.wasm"), ...SMALL, "-g", "-o", at("optimised.wasm"));
  const said = tool("wasm-opt", at("optimised.wasm"), ...LAST, "--minify-imports-and-exports-and-modules", "-o", at("small.wasm"));
  return { wasm: readFileSync(at("small.wasm")), names: JSON.parse(said) };
}

/** A chunk, optimised. */
export function smallChunk(path) {
  tool("wasm-opt", path, ...SMALL, "-g", "-o", at("optimised.wasm"));
  tool("wasm-opt", at("optimised.wasm"), ...LAST, "-o", at("chunk.wasm"));
  return readFileSync(at("chunk.wasm"));
}

/** The script with the short names. */
export function renamed(script, { imports, exports }) {
  const modules = new Set(imports.map(([module]) => module));
  modules.delete(`./${LOADER}`);
  if (modules.size !== 1) throw new Error(`the wasm imports from ${[...modules]}: expected one module`);
  const [module] = modules;
  const imported = new Map(imports.map(([, name, short]) => [name, short]));
  const exported = new Map(exports.map(([name, short]) => [name, short]));
  return script
    .replaceAll(JSON.stringify(module), '"a"')
    .replaceAll(/\b__w(?:b|asm_split_load)\w+(?=: )/g, (name) => imported.get(name) ?? name)
    .replaceAll(/\bwasm\.(\w+)/g, (text, name) => (exported.has(name) ? `wasm.${exported.get(name)}` : text));
}
