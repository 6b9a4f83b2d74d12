// Finishes the live widgets that the host wrote: style, code and policy go into each file.
//
//   node live.mjs DIST WASM
//
// WASM is what cargo made of src/bin/atlas-widget.rs.
//
// - Style: the tokens of style/base.css, what style/chart.css says of charts that are no maps, then
//   style/widget.css, style/readout.css and style/live.css.
// - Scripts: live/lang.js with widgets/frame.js, before anything long; and live/boot.mjs with the script
//   of wasm-bindgen, last.
// - Code: the wasm, packed by gzip, as text; and so the data.
// - Policy: each widget may run these and nothing else, and load nothing at all. No file loads another.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { buildSync, transformSync } from "esbuild";

import { rules, withoutUnused } from "./css.mjs";
import { pages } from "./dist.mjs";
import { read, write } from "./live/dense.mjs";
import { relative } from "./live/path.mjs";
import { minified, renamed, smallScript, smallWasm, temporary } from "./small.mjs";

/** What a widget may weigh as a host sends it, packed by gzip. In bytes. */
const MOST = 130_000;

const [dist, built] = process.argv.slice(2);
if (!built) {
  console.error("usage: node live.mjs DIST WASM");
  process.exit(2);
}

const folder = temporary();
const own = (name) => fileURLToPath(new URL(name, import.meta.url));
const source = (name) => readFileSync(own(name), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
/** Text of a script that ends nowhere before its end. */
const inline = (text) => text.trim().replace(/<(?=\/script|!--)/gi, "\\x3c");

/** The wasm and the script that starts it. */
async function code() {
  const name = "atlas-widget";
  execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", folder, "--out-name", name, built]);
  const bundled = await smallScript(join(folder, `${name}.js`), "initSync");
  const { wasm, names } = smallWasm(join(folder, `${name}_bg.wasm`), bundled);
  const app = join(folder, "small.mjs");
  writeFileSync(app, renamed(bundled, names));
  const { outputFiles } = buildSync({
    entryPoints: [own("live/boot.mjs")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "ascii",
    alias: { app },
  });
  const script = inline(minified(outputFiles[0].text));
  const asks = script.match(/\bfetch\(|\bXMLHttpRequest\b|import\.meta/);
  if (asks) throw new Error(`the script of live widgets asks for files: ${asks[0]}`);
  return { wasm, script };
}

const isMap = /\.(?:q\d|sea|land|hatch|bead|touch|spot|here|spark|atlas|small|city)\b|\*=/;

/** What only other widgets have. */
const isOther = /\.(?:examples|facts|big|list|names|tables|earlier|year|spark)\b|^d[td]$|^h2$/;

/** Rules as text again; `keep` says which. */
const written = (all, keep) =>
  all
    .map(({ head, body }) => {
      if (!Array.isArray(body)) return keep(head) ? `${head}{${body}}` : "";
      const inner = written(body, keep);
      return inner && `${head}{${inner}}`;
    })
    .join("");

function style() {
  const css = (name) => transformSync(source(`../../style/${name}.css`), { loader: "css", minify: true, target: ["chrome111", "firefox113", "safari16.4"] }).code;
  const tokens = written(rules(css("base")), (head) => head.startsWith(":root"));
  const charts = written(rules(css("chart")), (head) => !isMap.test(head));
  const widget = written(rules(css("widget")), (head) => !head.split(",").every((it) => isOther.test(it)));
  return written(withoutUnused(rules([tokens, charts, widget, css("readout"), css("live")].join(""))), () => true);
}

/** Text as it is put into a page: shorter, for a script that is not run. */
function dense(text) {
  const packed = gzipSync(text, { level: 9 });
  const written = write(packed);
  if (!packed.equals(read(written))) throw new Error("a text is not what is written of it");
  return written;
}

const { wasm, script } = await code();
const text = dense(wasm);
const first = inline(transformSync(source("live/lang.js") + source("widgets/frame.js"), { minify: true, target: "es2020", charset: "utf8" }).code);
const css = style();
const policy = `default-src 'none'; script-src ${hash(first)} ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(css)}; base-uri 'none'; form-action 'none'`;
const CHARSET = '<meta charset="utf-8">';
const parts = [
  [CHARSET, `${CHARSET}<meta http-equiv="Content-Security-Policy" content="${policy}">`],
  ["<style></style>", `<style>${css}</style>`],
  ["<script></script>", `<script>${first}</script>`],
  ["<!--code-->", `<script type="text/plain" id="code">${text}</script><script type="module">${script}</script>`],
];

const DATA = /<script type="application\/json" (id="[\w-]+")>([^<]*)<\/script>/;

let [count, bytes, most] = [0, 0, { sent: 0 }];
for (const path of pages(join(dist, "widgets", "live"))) {
  let html = readFileSync(path, "utf8");
  for (const [place, part] of parts) {
    if (!html.includes(place)) throw new Error(`${path}: expected ${place}`);
    html = html.replace(place, () => part);
  }
  html = html.replace(/ d="(M[^"]*)"/g, (_, path) => ` d="${relative(path)}"`);
  if (!DATA.test(html)) throw new Error(`${path}: expected its data`);
  html = html.replace(DATA, (_, id, json) => `<script type="text/plain" ${id}>${dense(json)}</script>`);
  writeFileSync(path, html);
  const sent = gzipSync(html, { level: 9 }).length;
  if (sent > most.sent) most = { sent, path };
  count += 1;
  bytes += Buffer.byteLength(html);
}
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`${count} live widgets, ${kb(bytes)} together; wasm ${kb(wasm.length)}, as text ${kb(text.length)}; script ${kb(script.length)}, style ${kb(css.length)}`);
console.log(`the heaviest, packed by gzip: ${kb(most.sent)} of ${kb(MOST)}, ${most.path}`);
if (most.sent > MOST) throw new Error(`${most.path}: ${most.sent} bytes packed by gzip, of at most ${MOST}`);
