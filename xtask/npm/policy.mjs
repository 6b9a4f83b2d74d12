// Says in every page what the browser may run and load there; pack.mjs writes what a host should say:
//
//   node policy.mjs DIST
//
// - Each HTML file gets its content security policy: scripts and styles from the site itself and
//   those that stand in the page, named by their hash; WebAssembly; nothing from another host. The
//   policy stands first in the head, behind the encoding, so that it holds for all that follows.
// - `_headers` says the same for hosts that read such a file, with what a page cannot say of itself
//   (who may frame it), and how long each kind of file may be kept.
//
// It comes after everything else that writes scripts into pages, because a changed script has another
// hash, and may be run again on the same files. A page that is an edition of its own (a single file
// that lies anywhere) brings its own policy, and so does each widget (widgets.mjs).
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

import { pages } from "./dist.mjs";

const CHARSET = '<meta charset="utf-8">';
const POLICY = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/g;
// What is no script but data in a page is left alone by the policy.
const DATA = /\btype\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/plain)/i;
const EDITION = '<meta name="atlas-edition"';
const ELEMENTS = /<(script|style)\b([^>]*)>([^]*?)<\/\1\s*>/gi;
// Limits of Cloudflare Pages.
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

/** What may be kept for ever: its name changes with its content. */
const HASHED = /-[0-9a-f]{12,}(?:_bg)?\.\w+$/;
const YEAR = "public, max-age=31536000, immutable";
const HOUR = "public, max-age=3600";
const ASK = "no-cache";
/** Pages below it are made to be framed by other sites. */
const WIDGETS = "widgets";
/** The cut, in a folder that is named by its content. */
const CUT = "app";

/** Hashes of the scripts and styles that stand in a page. */
function inline(html) {
  const found = { script: new Set(), style: new Set() };
  for (const [, name, attributes, text] of html.matchAll(ELEMENTS)) {
    if (/\bsrc\s*=/i.test(attributes) || DATA.test(attributes)) continue;
    // As the browser reads it.
    const hash = createHash("sha256").update(text.replaceAll(/\r\n?/g, "\n")).digest("base64");
    found[name.toLowerCase()].add(`'sha256-${hash}'`);
  }
  return found;
}

/** The policy of pages that hold these scripts and styles. */
function policy({ script, style }, more = []) {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...script].join(" "),
    ["style-src 'self'", ...style].join(" "),
    // A chart becomes a PNG by way of an address that the page makes for itself.
    "img-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // Widgets, where they are tried out before they are embedded.
    "frame-src 'self'",
    "base-uri 'self'",
    // The search works before the app runs.
    "form-action 'self'",
    ...more,
  ].join("; ");
}

/** What the policy would refuse in a page, in words. */
function refused(html) {
  // Neither in scripts, nor in comments, nor in texts of attributes.
  const bare = html.replaceAll(/<!--[^]*?-->/g, "").replaceAll(ELEMENTS, "");
  const tags = bare.match(/<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi) ?? [];
  return tags.flatMap((tag) => {
    const names = [...tag.matchAll(/\s([^\s"'>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g)].map(([, name]) => name.toLowerCase());
    return names.filter((name) => name === "style" || /^on[a-z]+$/.test(name)).map((name) => `${name} in ${tag.slice(0, 80)}`);
  });
}

/** The page with the policy that fits it. */
function guarded(html) {
  const plain = html.replaceAll(POLICY, "");
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(inline(plain))}">`;
  const without = plain.replace(/<meta charset="utf-8"\s*\/?>/, "");
  const head = /<head[^>]*>/;
  if (without === plain || !head.test(without)) throw new Error(`expected <head> and ${CHARSET}`);
  return without.replace(head, (tag) => [tag, CHARSET, meta].join(""));
}

/** `_headers` for a site; `found` is what stands in its pages. */
function headers(dist, found) {
  const own = { "Content-Security-Policy": policy(found, ["frame-ancestors 'self'"]), "Cache-Control": ASK };
  // What else it may do each widget says in itself: their scripts and styles are too many for a header.
  const framed = { "Content-Security-Policy": "frame-ancestors *", "Cache-Control": ASK };
  const open = { "Cache-Control": HOUR, "Access-Control-Allow-Origin": "*" };
  // No two rules but the first say the same header: hosts differ in which of two they take.
  const rules = [["/*", { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin" }]];
  rules.push(["/", own], [`/${WIDGETS}/*`, framed], ["/sw.js", { "Cache-Control": ASK }]);
  for (const entry of readdirSync(dist, { withFileTypes: true }).sort((one, two) => (one.name < two.name ? -1 : 1))) {
    const { name } = entry;
    if (name === WIDGETS) continue;
    if (!entry.isDirectory()) {
      if (name.endsWith(".html")) rules.push([`/${name}`, isEdition(join(dist, name)) ? { "Cache-Control": ASK } : own]);
      else if (HASHED.test(name)) rules.push([`/${name}`, { "Cache-Control": YEAR }]);
    } else if (name === CUT) {
      rules.push([`/${name}/*`, { "Cache-Control": YEAR }]);
    } else {
      rules.push([`/${name}/*`, pages(join(dist, name)).length > 0 ? own : open]);
    }
  }
  const text = rules
    .map(([path, said]) => [path, ...Object.entries(said).map(([name, value]) => `  ${name}: ${value}`)].join("\n"))
    .join("\n");
  const long = text.split("\n").find((line) => line.length > LONGEST_LINE);
  if (rules.length > MOST_RULES || long) throw new Error(`_headers: ${rules.length} rules, or a line too long for some hosts: ${long}`);
  return `${text}\n`;
}

const isEdition = (path) => readFileSync(path, "utf8").includes(EDITION);
const isWidget = (dist, path) => relative(dist, path).startsWith(WIDGETS + sep);
const guardedPages = (dist) => pages(dist).filter((path) => !isWidget(dist, path) && !isEdition(path));

/** Writes the policy into every page. */
function guard(dist) {
  const wrong = [];
  for (const path of guardedPages(dist)) {
    const html = readFileSync(path, "utf8");
    wrong.push(...refused(html).map((what) => `${relative(dist, path)}: ${what}`));
    writeFileSync(path, guarded(html));
  }
  if (wrong.length > 0) throw new Error(`the policy refuses ${wrong.length}: ${wrong.slice(0, 5).join("; ")}`);
}

/** Writes `_headers`, for the files that are there. */
export function writeHeaders(dist) {
  const all = { script: new Set(), style: new Set() };
  for (const path of guardedPages(dist)) {
    const found = inline(readFileSync(path, "utf8"));
    for (const kind of ["script", "style"]) for (const hash of found[kind]) all[kind].add(hash);
  }
  const sorted = { script: [...all.script].sort(), style: [...all.style].sort() };
  writeFileSync(join(dist, "_headers"), headers(dist, sorted));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [dist] = process.argv.slice(2);
  if (!dist) {
    console.error("usage: node policy.mjs DIST");
    process.exit(2);
  }
  guard(dist);
}
