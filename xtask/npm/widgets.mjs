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

import { files } from "./dist.mjs";

const EMBED_MOST = 2048;
const FIXED = /^(?:(?:editions\/\d{4}-\d\d-\d\d\/)?(?:en|id)|examples)\/.*\.html$/;
const HEAD = '<meta charset="utf-8">';

const own = (name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");

/** Minified, for browsers of the last years. */
const small = (text, loader) =>
  esbuild.transformSync(text, { loader, minify: true, target: ["chrome100", "firefox100", "safari15"], legalComments: "inline", charset: "utf8" }).code.trim();

/** Where the braces that open at `from` close. */
function closing(css, from) {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    if (css[at] === "}" && (depth -= 1) === 0) return at;
  }
  throw new Error(`braces do not close: ${css.slice(from, from + 60)}`);
}

/** Minified CSS as rules: `{ head, body }`, of which the body is a text, or rules under a condition. */
export function rules(css) {
  const found = [];
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const close = closing(css, open);
    const head = css.slice(at, open).trim();
    const body = css.slice(open + 1, close);
    found.push({ head, body: head.startsWith("@") ? rules(body) : body });
    at = close + 1;
  }
  return found;
}

/** Parts of a list, but for commas inside brackets. */
const parts = (text) => text.split(/,(?![^(]*\))/);

/** Whether what a selector names is in a page; what stands in `:not()` and the like may be absent. */
function fits(selector, page) {
  const bare = selector.replace(/:[\w-]+\((?:[^()]|\([^()]*\))*\)/g, "");
  const within = [...bare.matchAll(/\[class\*="([^"]+)"\]|\[class\*=([\w-]+)\]/g)].map(([, one, two]) => one ?? two);
  const plain = bare.replace(/\[[^\]]*\]/g, "");
  const classes = [...plain.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
  const tags = [...plain.matchAll(/(?:^|[\s>+~])([a-z][\w]*)/g)].map(([, name]) => name);
  return (
    classes.every((name) => page.classes.has(name)) &&
    tags.every((name) => page.tags.has(name)) &&
    within.every((text) => page.lists.some((list) => list.includes(text)))
  );
}

/** The rules that a page needs. */
const needed = (all, page) =>
  all.flatMap(({ head, body }) => {
    if (Array.isArray(body)) {
      const inner = needed(body, page);
      return inner.length ? [{ head, body: inner }] : [];
    }
    const kept = parts(head).filter((selector) => fits(selector, page));
    return kept.length ? [{ head: kept.join(","), body }] : [];
  });

/** Texts between semicolons, but for those inside quotes or brackets. */
function declarations(body) {
  const found = [""];
  let depth = 0;
  for (const [part] of body.matchAll(/"[^"]*"|[^]/g)) {
    depth += part === "(" ? 1 : part === ")" ? -1 : 0;
    if (part === ";" && depth === 0) found.push("");
    else found[found.length - 1] += part;
  }
  return found.filter((it) => it !== "");
}
const used = (text) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
const leaves = (all) => all.flatMap(({ body }) => (Array.isArray(body) ? leaves(body) : declarations(body)));

/** The rules without tokens that none of them asks for. */
function withoutUnused(all) {
  const wanted = new Set();
  const isToken = (it) => it.startsWith("--");
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const it of leaves(all)) if (!isToken(it) || wanted.has(it.split(":")[0])) for (const name of used(it)) wanted.add(name);
  }
  const keep = (list) =>
    list.flatMap(({ head, body }) => {
      if (Array.isArray(body)) {
        const inner = keep(body);
        return inner.length ? [{ head, body: inner }] : [];
      }
      const left = declarations(body)
        .filter((it) => !isToken(it) || wanted.has(it.split(":")[0]))
        .map((it) => (isToken(it) ? it.replace(/^(--[\w-]+):\s+/, "$1:").replaceAll(/,\s+(?=[^"]*$)/g, ",") : it));
      return left.length ? [{ head, body: left.join(";") }] : [];
    });
  return keep(all);
}

/** Rules that follow each other and have the same head are one. */
const merged = (all) =>
  all.reduce((list, { head, body }) => {
    const last = list.at(-1);
    if (Array.isArray(body) && last?.head === head) last.body = [...last.body, ...body];
    else if (last?.head === head) last.body += `;${body}`;
    else list.push({ head, body });
    return list;
  }, []);

const written = (all) => all.map(({ head, body }) => `${head}{${Array.isArray(body) ? written(body) : body}}`).join("");

/** What a page holds that selectors can name. */
function held(html) {
  const lists = [...html.matchAll(/\sclass="([^"]*)"/g)].map(([, list]) => ` ${list}`);
  return {
    lists,
    classes: new Set(lists.flatMap((list) => list.trim().split(/\s+/))),
    tags: new Set([...html.matchAll(/<([a-z][\w]*)/g)].map(([, name]) => name)),
  };
}

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
