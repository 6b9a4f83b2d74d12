// Finishes the widgets that the host wrote: style, script and policy go into each file, and the script
// for pages that show them lies beside.
//
//   node widgets.mjs DIST
//
// - Style: the tokens of style/base.css, style/chart.css and style/widget.css, minified, and of those
//   the rules whose classes and elements are in the file, with the tokens that these use. A widget is
//   one file, and there are thousands: what one does not need would be there a thousand times.
// - Script: widgets/frame.js, minified.
// - Policy: a widget may run its own script and style, and nothing else; load nothing at all.
// - `widgets/embed.js` from widgets/embed.js.
//
// What is finished already (an edition of an earlier build) has its policy and is left as it is.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import esbuild from "esbuild";

import { declarations, held, merged, needed, rules, withoutUnused, written } from "./css.mjs";
import { files } from "./dist.mjs";

const EMBED_MOST = 2048;
/** Of the script in each widget: looks and height, and no more. */
const SCRIPT_MOST = 1000;
const FIXED = /^(?:(?:editions\/\d{4}-\d\d-\d\d\/)?(?:en|id)|examples)\/.*\.html$/;
const HEAD = '<meta charset="utf-8">';

const own = (name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");

/** Minified, for browsers of the last years. */
const small = (text, loader) =>
  esbuild.transformSync(text, { loader, minify: true, target: ["chrome100", "firefox100", "safari15"], legalComments: "inline", charset: "utf8" }).code.trim();

/**
 * HTML without what browsers read the same without: quotes around plain values, ends that the next
 * element implies. What stands before the title is read by its text.
 */
function bare(html) {
  const at = html.indexOf("<title>");
  const body = html
    .slice(at)
    .replace(/ ([a-z-]+)="([\w.:#?,;/-]*[\w.:#?,;-])"(?=[ >])/gi, " $1=$2")
    .replace(/<\/(?:li|dt|dd|th|td|tr|tbody|thead)>/g, "");
  return html.slice(0, at) + body;
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** The policy of a widget; the page of examples shows widgets, by the script beside them. */
function policy(style, script) {
  const may = script === null ? ["script-src 'self'", "frame-src 'self'"] : [`script-src ${hash(script)}`];
  return ["default-src 'none'", `style-src ${hash(style)}`, ...may, "base-uri 'none'", "form-action 'none'"].join(";");
}

/** The same rules, of which those with one head are one. */
function joined(all) {
  const found = new Map();
  for (const { head, body } of all) {
    const before = found.get(head);
    if (Array.isArray(body)) found.set(head, joined([...(before ?? []), ...body]));
    else found.set(head, before ? `${before};${body}` : body);
  }
  return [...found].map(([head, body]) => ({ head, body }));
}

/** The rules whose heads `wanted` accepts, in their conditions. */
const only = (all, wanted) =>
  all.flatMap(({ head, body }) => {
    if (!Array.isArray(body)) return wanted(head) ? [{ head, body }] : [];
    const inner = only(body, wanted);
    return inner.length ? [{ head, body: inner }] : [];
  });

/**
 * Tokens that stand once for both themes, where the site's style has them three times: browsers that do
 * not know `light-dark()` (before 2024) show the light ones.
 */
function lightDark(tokens) {
  const values = (body) => new Map(declarations(body).map((it) => [it.slice(0, it.indexOf(":")), it.slice(it.indexOf(":") + 1).trim().replace(/#(\w)\1(\w)\2(\w)\3\b/g, "#$1$2$3")]));
  const light = values(tokens.find(({ head }) => head === ":root").body);
  const dark = values(tokens.find(({ head }) => head === "@media screen").body.find(({ head }) => /^:root\[data-theme="?dark"?\]$/.test(head)).body);
  // Checkers of CSS do not follow a token inside a function inside a function.
  for (const all of [light, dark]) for (const [name, value] of all) all.set(name, value.replaceAll("var(--accent)", all.get("--accent")));
  const both = [...light].filter(([name]) => name.startsWith("--") && dark.has(name));
  const body = (all) => all.map((it) => it.join(":")).join(";");
  return [
    { head: ":root", body: body([...light]) },
    {
      head: "@supports (color:light-dark(red,red))",
      body: [
        {
          head: "@media screen",
          body: [
            { head: ":root", body: body([["color-scheme", "light dark"], ...both.map(([name, value]) => [name, `light-dark(${value},${dark.get(name)})`])]) },
            { head: "[data-theme=light]", body: "color-scheme:light" },
            { head: "[data-theme=dark]", body: "color-scheme:dark" },
          ],
        },
      ],
    },
  ];
}

/** The whole style, of which each page takes its part. */
function sheet() {
  const [base, chart, widget] = ["base", "chart", "widget"].map((name) => rules(small(own(`../../style/${name}.css`), "css")));
  const isRoot = (head) => head.startsWith(":root");
  const tokens = lightDark(joined([...only(base, isRoot), ...only(widget, isRoot)]));
  // A sparkline has another size here.
  const others = chart.filter(({ head }) => head !== "svg.chart.spark");
  return [...tokens, ...others, ...only(widget, (head) => !isRoot(head))];
}

/** Finishes every widget below a built site; gives what it did. */
export function finish(dist) {
  const folder = join(dist, "widgets");
  const embed = small(own("widgets/embed.js"), "js");
  if (Buffer.byteLength(embed) > EMBED_MOST) throw new Error(`embed.js: ${Buffer.byteLength(embed)} bytes of ${EMBED_MOST}`);
  writeFileSync(join(folder, "embed.js"), `${embed}\n`);
  const script = small(own("widgets/frame.js"), "js");
  if (Buffer.byteLength(script) > SCRIPT_MOST) throw new Error(`frame.js: ${Buffer.byteLength(script)} bytes of ${SCRIPT_MOST}`);
  const all = sheet();
  let count = 0;
  let bytes = 0;
  for (const path of files(folder)) {
    const name = path.slice(folder.length + 1).replaceAll("\\", "/");
    if (!FIXED.test(name)) continue;
    let html = readFileSync(path, "utf8");
    if (!html.includes("http-equiv")) {
      const page = held(html);
      html = bare(html);
      const isWidget = html.includes("<script></script>");
      if (!html.includes("<style></style>") || !html.includes(HEAD)) throw new Error(`${name}: expected places for style and policy`);
      const style = written(merged(withoutUnused(needed(all, page))));
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(style, isWidget ? script : null)}">`;
      html = html
        .replace(HEAD, () => HEAD + meta)
        .replace("<style></style>", () => `<style>${style}</style>`)
        .replace("<script></script>", () => `<script>${script}</script>`);
      writeFileSync(path, html);
    }
    count += 1;
    bytes += Buffer.byteLength(html);
  }
  return { count, bytes, script: Buffer.byteLength(script), embed: Buffer.byteLength(embed) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [dist] = process.argv.slice(2);
  if (!dist || !existsSync(join(dist, "widgets"))) {
    console.error("usage: node widgets.mjs DIST, in which the host has written widgets/");
    process.exit(2);
  }
  const { count, bytes, script, embed } = finish(dist);
  console.log(`${count} widgets, ${bytes} bytes; script of each ${script}, embed.js ${embed}`);
}
