// Makes the release build smaller, in place:
//
//   node shrink.mjs DIST WASM
//
// WASM is what cargo made of the app for the build that is in DIST.
//
// - The chunks are cut out of the wasm (split.mjs), and each is optimised.
// - wasm-bindgen writes classes for types that other crates export and the app never uses. The
//   script is bundled with only what the page calls, so that they go, and is minified.
// - What the script no longer calls is taken out of the wasm's exports, so that the code behind it
//   goes too.
// - What the two call of each other gets short names: wasm-bindgen's end in hashes, which do not
//   compress.
// - Functions stand in the order of their Rust names, which puts those of one kind side by side and
//   so helps compression. Then these names go.
// - The style sheets become one, minified, and that of paper stays apart; pages that readers open first
//   bring what they need of it (critical.mjs). Pages with content fetch their code when they are painted.
//   The scripts that stand in pages, a thousand times, are minified too.
//
// Trunk cannot do this: its minifier fails on this script, and it knows nothing of exports and
// chunks. Each new file is named by its content, and every page gets the new names.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { transformSync } from "esbuild";

import { critical, isRead, withAhead, withStyle } from "./critical.mjs";
import { pages } from "./dist.mjs";
import { minified, renamed, smallChunk, smallScript, smallWasm, temporary } from "./small.mjs";
import { cut, NAME } from "./split.mjs";

const [dist, built] = process.argv.slice(2);
if (!built) {
  console.error("usage: node shrink.mjs DIST WASM");
  process.exit(2);
}

const folder = temporary();

/** The one file of the dist that matches. */
function only(pattern) {
  const found = readdirSync(dist).filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${dist}: expected one file like ${pattern}, found ${found.length}`);
  return found[0];
}

const hash = (...contents) => {
  const sum = createHash("sha256");
  for (const content of contents) sum.update(content);
  return sum.digest("hex").slice(0, 16);
};

const scriptName = only(/^ascn-atlas-.*\.js$/);
const wasmName = only(/^ascn-atlas-.*_bg\.wasm$/);
const parts = cut(resolve(built), folder);
const small = parts.chunks.map(({ name, file }) => ({ name, file, wasm: smallChunk(join(parts.folder, file)) }));
const bundled = await smallScript(join(parts.folder, `${NAME}.js`));
const { wasm, names } = smallWasm(join(parts.folder, `${NAME}_bg.wasm`), bundled);
const chunks = small.map(({ name, file, wasm }) => ({ file, wasm, named: `${name}-${hash(wasm)}.wasm` }));
const script = minified(
  chunks.reduce((text, { file, named }) => text.replace(JSON.stringify(`./${file}`), JSON.stringify(`./${named}`)), renamed(bundled, names)),
);
const unnamed = chunks.filter(({ named }) => !script.includes(named));
if (unnamed.length > 0) throw new Error(`the script does not load ${unnamed.map(({ file }) => file)}`);
// One name for both: a script fits only the wasm that it was made with.
const app = `ascn-atlas-${hash(script, wasm)}`;

const first = readFileSync(join(dist, "index.html"), "utf8");
const links = [...first.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)"\s*\/?>/g)];
if (links.length === 0) throw new Error("index.html: expected style sheets, found none");
const css = (...names) => {
  const text = names.map((name) => readFileSync(join(dist, name), "utf8")).join("\n");
  return transformSync(text, { loader: "css", minify: true, target: ["chrome111", "firefox113", "safari16.4"] }).code;
};
const style = css(...links.map(([, name]) => name));
const styleName = `style-${hash(style)}.css`;
// Readers load it after all else.
const paperName = only(/^print-.*\.css$/);
const paper = css(paperName);
const newPaperName = `print-${hash(paper)}.css`;

const old = [scriptName, wasmName, paperName, ...links.map(([, name]) => name)];
for (const name of old) rmSync(join(dist, name));
writeFileSync(join(dist, `${app}.js`), script);
writeFileSync(join(dist, `${app}_bg.wasm`), wasm);
for (const { named, wasm } of chunks) writeFileSync(join(dist, named), wasm);
writeFileSync(join(dist, styleName), style);
writeFileSync(join(dist, newPaperName), paper);

/** Fetches a chunk along with the app. */
function chunkHints(name, page) {
  const files = parts.needs[name];
  if (!files) throw new Error(`${page}: there is no chunk ${name}, only ${Object.keys(parts.needs)}`);
  return chunks
    .filter(({ file }) => files.includes(file))
    .map(({ named }) => `<link rel="preload" as="fetch" crossorigin href="./${named}">`)
    .join("");
}

const inlines = new Map();

/** A script that stands in pages, minified. */
function smallInline(text) {
  if (!inlines.has(text)) {
    // What it defines at its top is the window's.
    inlines.set(text, transformSync(text, { minifyWhitespace: true, minifySyntax: true, target: "es2022" }).code.trim());
  }
  return inlines.get(text);
}

/** The page with its scripts minified, and without the comments, empty lines and margins of its head. */
function smallHead(html) {
  const scripts = html.replaceAll(/(<script(?: type="module")?>)([^]*?)(<\/script>)/g, (_, open, text, end) => open + smallInline(text) + end);
  const [head] = scripts.split("</head>", 1);
  // Lines of scripts may be parts of texts.
  const parts = head.split(/(<script[^]*?<\/script>)/);
  return parts.map((part, place) => (place % 2 ? part : part.replaceAll(/<!--[^]*?-->/g, "").replaceAll(/\n\s*/g, "\n"))).join("") + scripts.slice(head.length);
}

const sheet = `<link rel="stylesheet" href="./${styleName}">`;
const brought = critical(dist, pages(dist), style);
for (const page of pages(dist)) {
  let html = readFileSync(page, "utf8");
  const [link, ...rest] = links.map(([text]) => text);
  html = html.replace(link, sheet);
  for (const text of rest) html = html.replace(text, "");
  html = html.replace(/<meta name="atlas-chunk" content="(\w+)">/, (_, name) => chunkHints(name, page));
  html = html.replaceAll(wasmName, `${app}_bg.wasm`).replaceAll(scriptName, `${app}.js`).replaceAll(paperName, newPaperName);
  html = smallHead(html);
  if (brought.has(page)) html = withStyle(html, brought.get(page), sheet);
  if (isRead(dist, page)) html = withAhead(html);
  if (old.some((name) => html.includes(name))) throw new Error(`${page}: still names ${old.join(" or ")}`);
  writeFileSync(page, html);
}
