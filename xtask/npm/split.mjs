// Cuts the app's wasm into what every page loads and the chunks that some pages load later.
//
// `wasm-split-cli` finds what each `#[wasm_split]` function alone needs, by the relocations that the
// linker left. wasm-bindgen then makes the script of the first part.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const NAME = "ascn-atlas";
/** The script that loads chunks, as wasm-split-cli names it. */
export const LOADER = "__wasm_split.js";

const run = (name, ...words) => execFileSync(name, words, { stdio: ["ignore", "inherit", "inherit"] });

/** `text` with `to` for what matches; an error if nothing does, as a new version of a tool may write. */
function replaced(text, what, from, to) {
  if (!from.test(text)) throw new Error(`${what}: expected ${from}`);
  return text.replace(from, to);
}

/** Cuts `wasm`. All parts come to a folder in `folder`. */
export function cut(wasm, folder) {
  const pieces = join(folder, "pieces");
  run("wasm-split-cli", wasm, pieces, "--target", "web", "--out-name", NAME);
  const first = `${NAME}.wasm`;
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", pieces, "--out-name", NAME, join(pieces, first));
  edit(join(pieces, LOADER), loader);
  edit(join(pieces, `${NAME}.js`), withLoader);
  const chunks = readdirSync(pieces)
    .filter((file) => file.endsWith(".wasm") && file !== first && file !== `${NAME}_bg.wasm`)
    .map((file) => ({ file, name: /^split_(\w+)\.wasm$/.exec(file)?.[1] ?? "shared" }));
  return { folder: pieces, chunks, needs: needs(readFileSync(join(pieces, LOADER), "utf8")) };
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
