// Cuts the app's wasm into what every page loads and the chunks that some pages load later.
//
// `wasm-split-cli` finds what each `#[wasm_split]` function alone needs, by the relocations that the
// linker left. wasm-bindgen then makes the script of the first part.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { FEATURES, TOOLS } from "./options.mjs";
import { run } from "./run.mjs";

export const NAME = "ascn-atlas";
/** The script that loads chunks, as wasm-split-cli names it. */
export const LOADER = "__wasm_split.js";

/** `text` with `to` for what matches; an error if nothing does, as a new version of a tool may write. */
function replaced(text, what, from, to) {
  if (!from.test(text)) throw new Error(`${what}: expected ${from}`);
  return text.replace(from, to);
}

/** Cuts `wasm`. All parts come to a folder in `folder`. */
export function cut(wasm, folder) {
  const pieces = join(folder, "pieces");
  run("wasm-split-cli", [wasm, pieces, "--target", "web", "--out-name", NAME]);
  const first = `${NAME}.wasm`;
  gatherSmall(pieces);
  run("wasm-bindgen", ["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", pieces, "--out-name", NAME, join(pieces, first)]);
  edit(join(pieces, LOADER), loader);
  edit(join(pieces, `${NAME}.js`), withLoader);
  const chunks = readdirSync(pieces)
    .filter((file) => file.endsWith(".wasm") && file !== first && file !== `${NAME}_bg.wasm`)
    .map((file) => ({ file, name: /^split_(\w+)\.wasm$/.exec(file)?.[1] ?? "shared" }));
  return { folder: pieces, chunks, needs: needs(readFileSync(join(pieces, LOADER), "utf8")) };
}

/** Files that several chunks share and that have fewer bytes than this, not yet optimised, become one. */
const SMALL_FILE = 5_000;
/** The chunk with the most bytes, which is spared what only others share. */
const HEAVIEST = "explorer";
/** Names the parts of the app that a gathered file imports. */
const OUTER = "outer";

/**
 * Makes two files of the small ones that chunks share: there is one for each set of chunks that needs
 * something in common, and dozens of requests for a few hundred bytes each cost more than a few
 * kilobytes that one chunk or the other does not need.
 */
function gatherSmall(folder) {
  const small = readdirSync(folder)
    .filter((file) => /^chunk_\d+\.wasm$/.test(file) && statSync(join(folder, file)).size < SMALL_FILE)
    .map((file) => file.replace(".wasm", ""));
  const text = readFileSync(join(folder, LOADER), "utf8");
  const list = new RegExp(`__wasm_split_load_${HEAVIEST} = [^]*?\\[(.*?)\\]`).exec(text)?.[1];
  if (list === undefined) throw new Error(`${LOADER}: expected the chunk ${HEAVIEST}`);
  const wanted = new Set(list.split(",").map((name) => name.trim().slice(2)));
  gather(folder, small.filter((file) => wanted.has(file)), "gathered_most");
  gather(folder, small.filter((file) => !wanted.has(file)), "gathered_others");
}

/** Makes one file, `gathered`, of some. */
function gather(folder, small, gathered) {
  if (small.length === 0) return;
  // Each imports the memory, the table and some globals of the app. Merged as they are, they would have
  // a memory each; so they get them from one module, which gets them from the app.
  const imports = new Map();
  for (const file of small) {
    const text = run(join(TOOLS, "wasm-dis"), [...FEATURES, join(folder, `${file}.wasm`)]).toString();
    for (const [, name, kind, type] of text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((\w+) \$\S+ (.*)\)\)$/gm)) imports.set(name, `(${kind} $${name} ${type})`);
    const others = text.match(/^ \(import (?!"__wasm_split").*$/m);
    if (others) throw new Error(`${file}: expected no import but of the app, found ${others[0]}`);
  }
  const lines = [...imports].map(([name, it]) => `(import "${OUTER}" "${name}" ${it}) (export "${name}" (${it.slice(1).split(" ")[0]} $${name}))`);
  writeFileSync(join(folder, "outer.wat"), `(module ${lines.join(" ")})`);
  run(join(TOOLS, "wasm-as"), [...FEATURES, join(folder, "outer.wat"), "-o", join(folder, "outer.module")]);
  const modules = [["outer.module", "__wasm_split"], ...small.map((file) => [`${file}.wasm`, file])];
  run(join(TOOLS, "wasm-merge"), [...FEATURES, "-g", ...modules.flatMap(([file, name]) => [join(folder, file), name]), "-o", join(folder, `${gathered}.wasm`)]);
  for (const file of small) rmSync(join(folder, `${file}.wasm`));
  edit(join(folder, LOADER), (text, path) => {
    let first = true;
    for (const file of small) {
      const own = new RegExp(`const __${file} = (makeLoad\\(.*?"\\./)${file}(\\.wasm".*?, \\[\\]\\);)`, "s");
      text = replaced(text, path, own, (_, before, after) => (first ? `const __${gathered} = ${before}${gathered}${after}` : ""));
      first = false;
    }
    text = text.replace(/\[((?:__\w+(?:, )?)+)\]/g, (_, list) => {
      const names = list.split(", ").map((name) => (small.includes(name.slice(2)) ? `__${gathered}` : name));
      return `[${[...new Set(names)].join(", ")}]`;
    });
    if (text.includes(`sharedImports.${OUTER}`)) return text;
    return replaced(text, path, /sharedImports = \{ __wasm_split: \{\s*\} \};/, `sharedImports = { __wasm_split: {} };\n        sharedImports.${OUTER} = sharedImports.__wasm_split;`);
  });
}

/** The files that each chunk needs, by its name: its own and those it shares with other chunks. */
function needs(loader) {
  const file = new Map();
  const found = {};
  for (const [, name, own, others] of loader.matchAll(/^(?:export )?const (\w+) = .*?"\.\/(\w+\.wasm)".*?\[(.*?)\]/gms)) {
    file.set(name, own);
    const chunk = /^__wasm_split_load_(\w+)$/.exec(name)?.[1];
    const shared = others.split(",").map((other) => file.get(other.trim())).filter(Boolean);
    if (chunk) found[chunk] = [own, ...shared];
  }
  return found;
}

function edit(path, change) {
  writeFileSync(path, change(readFileSync(path, "utf8"), path));
}

/** The loader as hosts and short names need it. */
function loader(text, path) {
  // A host that does not know wasm sends it as anything.
  const any = "src.then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))";
  text = replaced(text, path, /WebAssembly\.instantiateStreaming\(src, imports\)/g, any);
  // `wasm.name` is what becomes short.
  return replaced(text, path, /const \{([^}]*)\} = initSync\([^)]*\);\s*Object\.assign\(sharedImports\.__wasm_split, \{[^}]*\}\);/, (_, names) => {
    const shared = names.split(",").map((name) => name.trim()).filter(Boolean);
    return `const wasm = initSync();\nObject.assign(sharedImports.__wasm_split, { ${shared.map((name) => `${name}: wasm.${name}`).join(", ")} });`;
  });
}

/** wasm-bindgen's script with one module of imports instead of two. */
function withLoader(text, path) {
  const functions = [...readFileSync(join(path, "..", LOADER), "utf8").matchAll(/export const (\w+)/g)].map(([, name]) => name);
  const imported = /^import \* as \w+ from "\.\/__wasm_split\.js"\n/gm;
  text = replaced(text, path, imported, "");
  text = replaced(text, path, /^ *"\.\/__wasm_split\.js": \w+,\n/gm, "");
  text = replaced(text, path, /("\.\/\w[\w-]*_bg\.js"): import0,/, (_, module) => `${module}: Object.assign(import0, { ${functions.map((name) => `${name}: ${name}`).join(", ")} }),`);
  return `import { ${functions.join(", ")} } from "./${LOADER}";\n${text}`;
}
