// Makes the single-file edition: the whole site in one HTML file that opens by double click.
//
//   node single.mjs DIST
//
// Reads the finished site in DIST and writes DIST/ascn-atlas.html. In it are the style, the script,
// and one archive (single/archive.mjs) with the wasm, its chunks, the cut, and what a reader takes
// away. The app's script asks for these as it asks a host: `fetch`, `Request` and `import.meta.url`
// in it are bound to the page's own files (single/files.mjs), so the app knows nothing of this.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build, transformSync } from "esbuild";

import { names } from "./dist.mjs";
import { pack } from "./single/archive.mjs";

const [dist] = process.argv.slice(2);
if (!dist) {
  console.error("usage: node single.mjs DIST");
  process.exit(2);
}
const NAME = "ascn-atlas.html";
/** What pages load or offer from outside the cut. The rest of the published set stays on the web. */
const TAKEN = [/^data\/(changes|sources)\.json$/, /^feeds\/.*\.ics$/];

const own = (name) => fileURLToPath(new URL(`single/${name}`, import.meta.url));
const read = (name) => readFileSync(join(dist, name));

/** The one part of `text` that a pattern finds. */
function only(text, pattern) {
  const found = [...new Set([...text.matchAll(pattern)].map(([, part]) => part))];
  if (found.length !== 1) throw new Error(`${dist}/index.html: expected one ${pattern}, found ${found.length}`);
  return found[0];
}

const index = read("index.html").toString();
const data = only(index, /<meta name="?atlas-data"? content="?([^"> ]+)/g);
const day = only(index, /<meta name="?atlas-day"? content="?([^"> ]+)/g);
const wasm = only(index, /["'](?:\.\/)?([\w-]+_bg\.wasm)["']/g);
const icon = only(index, /<link rel="icon" href="(?:\.\/)?([^"]+\.svg)"/g);
const styles = [...index.matchAll(/<link rel="stylesheet" href="(?:\.\/)?([^"]+)"(?: media="(\w+)")?/g)].map(([, name, media]) => ({ name, media }));
if (styles.length === 0) throw new Error(`${dist}/index.html: expected style sheets, found none`);

/** The start, the app's script and the source of its files as one script. */
async function script() {
  const { outputFiles } = await build({
    entryPoints: [own("boot.mjs")],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "ascii",
    alias: { app: resolve(dist, wasm.replace("_bg.wasm", ".js")) },
    // Where a name has no meaning of its own in a file, it gets that of files.mjs.
    inject: [own("files.mjs")],
    define: { $wasm: JSON.stringify(wasm), fetch: "$fetch", Request: "$Request", "import.meta.url": "$root" },
  });
  const { text } = outputFiles[0];
  const left = text.match(/\bfetch\(|\bXMLHttpRequest\b|import\.meta/);
  if (left) throw new Error(`the script still asks a host for files: ${left[0]}`);
  return inline(text.trim());
}

/** Text of a script that ends nowhere before its end. */
const inline = (text) => text.replace(/<(?=\/script|!--)/gi, "\\x3c");

/** What a policy names a script by. */
const fingerprint = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** What the archive holds of the site, in order. */
const HELD = [/^[^/]+\.wasm$/, { test: (name) => name.startsWith(data) && !/\.(br|gz)$/.test(name) }, ...TAKEN];
const all = names(dist);
const files = HELD.flatMap((kind) => all.filter((name) => kind.test(name)));
const archive = gzipSync(pack(files.map((name) => [name, read(name)])), { level: 9 });
const code = await script();
const head = inline(transformSync(readFileSync(own("head.js"), "utf8"), { minify: true, target: "es5" }).code.trim());
// One style for all: what is for paper alone says so inside.
const sheets = styles.map(({ name, media }) => (media ? `@media ${media} {${read(name)}}` : String(read(name))));
const css = transformSync(sheets.join("\n"), { loader: "css", minify: true }).code.trim();
const parts = {
  // Nothing but what is in the file: no other request can be made, whatever a mistake may ask for.
  policy: `default-src 'none'; script-src ${fingerprint(head)} ${fingerprint(code)} 'wasm-unsafe-eval'; style-src data: 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`,
  data,
  day,
  icon: read(icon).toString("base64"),
  // A link, because checkers of HTML know fewer properties of CSS than browsers.
  style: Buffer.from(css).toString("base64"),
  head,
  script: code,
  archive: archive.toString("base64"),
};
const page = readFileSync(own("page.html"), "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
writeFileSync(join(dist, NAME), page);
console.log(`${NAME}: ${Buffer.byteLength(page)} bytes, of which the archive of ${files.length} files ${parts.archive.length}`);
