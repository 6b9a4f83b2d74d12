// A hostile data set: the published one, in which every text that a reader can see tries to become
// something else. It is made for tests alone, from the files as they are edited, and never shipped.
//
// A text keeps its words and gets a payload with a marker of its own (`zq7z`), by which it is known
// again wherever it ends up: as text it may stand anywhere, as the name of an element or an attribute,
// in a script or in a style nowhere.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { DIST } from "./site.mjs";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const DATA = join(ROOT, "public/data");

/** A marker in a text, whatever its case. */
export const MARKER = /zq\d+z/i;

/** What a payload calls when it runs. */
const hit = (marker) => `__hit('${marker}')`;

/** Ends whatever it stands in, then scripts, events, addresses, styles, names and lines of its own. */
const payload = (marker) =>
  [
    `"'></noscript></title></textarea></style></script>]]>--><script>${hit(marker)}</script>`,
    `<img src=//evil.example/${marker} onerror=${hit(marker)}><svg onload=${hit(marker)}>`,
    `<style>*{background:url(//evil.example/${marker})}</style><a href="javascript:${hit(marker)}">a</a>`,
    `<iframe src="data:text/html,<script>parent.${hit(marker)}</script>">`,
    `<${marker} ${marker}=1 on${marker}=1><!--\\u003cscript>\${${hit(marker)}}\r\nX-Marker: ${marker}`,
  ].join("");

/** Begins a text as a formula of a spreadsheet begins. */
const FORMULAS = ["", '=HYPERLINK("//evil.example")&', "", "+1+cmd|' /C calc'!A0 ", "", "-1+1 ", "", "@SUM(1) "];

/** Addresses which are none that a page may lead to, and one that may but tries to leave its attribute. */
const ADDRESSES = [
  (marker) => `javascript:${hit(marker)}`,
  (marker) => `https://evil.example/'onmouseover=${hit(marker)}//&quot;&lt;${marker}&gt;`,
  (marker) => `data:text/html,<script>${hit(marker)}</script>`,
  (marker) => `https://evil.example/"><script>${hit(marker)}</script>`,
  (marker) => ` jAvAsCrIpT:${hit(marker)}`,
  (marker) => `//evil.example/${marker}`,
];

/** What a text field is called, by the end of its path; texts in both languages have `en` and `id`. */
const TEXTS = /\.(title|publisher|licence|note|lang|about|text|geonames_name|original_source|chair)$|\.(aliases|partners|notes|left_out)\[\]$|(officers\[\]|representatives\[\]|head)\.name$|programs\[\]\.milestones\[\]\.place$|json\.(files|properties)\./;
const LINKS = /\.(url|via)$/;
/**
 * The texts that are left as they are, by the path of their field and why: they are no text for
 * readers, and a build or a check refuses what is hostile in them.
 */
export const KEPT = /\.(id|slug|country|countries\[\]|city|cities\[\]|date|end|start|year|role|kind|status|status_as_of|as_of|unit|better|level|scope|focus\[\]|place|currency|partner|project|figure\.indicator|indicator|meeting|part_of|own\[\]|milestones\[\]|programs\[\]|source|from|to|endorsed|adopted|noted_by_leaders|published|accessed|report|count|value|programs-of|series|series\[\]|sources\[\]|summary_sources\[\]|points\[\]\[\]\[\])$/;

/** A value with its texts poisoned; `seen` numbers the texts, `kept` notes the fields left alone. */
function poisoned(value, path, state) {
  if (typeof value === "string") {
    const isLink = LINKS.test(path);
    if (!isLink && !state.isText && !TEXTS.test(path)) {
      state.kept.add(path);
      return value;
    }
    // The same words in a field of the same name are the same again: cities must agree on the name of an
    // indicator, and files on the title of a source.
    const words = isLink ? value : `${path.split(/[.[]/).filter((it) => it && it !== "]").at(-1)} ${value}`;
    const number = state.seen.get(words) ?? state.seen.size;
    state.seen.set(words, number);
    const marker = `zq${number}z`;
    if (isLink) return ADDRESSES[number % ADDRESSES.length](marker);
    // The texts of stories name values in braces: others would be refused.
    const story = path.startsWith("stories.json");
    const said = story ? payload(marker).replaceAll(/[{}]/g, "|") : payload(marker);
    return `${FORMULAS[number % FORMULAS.length]}${value} ${said}`;
  }
  if (Array.isArray(value)) return value.map((it) => poisoned(it, `${path}[]`, state));
  if (!value || typeof value !== "object") return value;
  const both = typeof value.en === "string" && typeof value.id === "string";
  const entry = ([key, it]) => [key, poisoned(it, `${path}.${key}`, { ...state, isText: both && (key === "en" || key === "id") })];
  return Object.fromEntries(Object.entries(value).map(entry));
}

/** What the paths of a file's fields begin with: the same for all files of a kind. */
const kind = (name) => name.replaceAll("\\", "/").replace(/^(cities|indicators)\/.*/, "$1");

/** The files of the data set that people edit. */
const edited = () =>
  readdirSync(DATA, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".json") && !name.startsWith("schema"))
    .sort();

/** Writes a hostile data set to `folder`; how many texts attack, and the fields that do not. */
export function writeData(folder) {
  cpSync(DATA, folder, { recursive: true });
  const state = { seen: new Map(), kept: new Set(), isText: false };
  for (const name of edited()) {
    const value = JSON.parse(readFileSync(join(DATA, name), "utf8"));
    writeFileSync(join(folder, name), JSON.stringify(poisoned(value, kind(name), state)));
  }
  return { texts: state.seen.size, kept: [...state.kept] };
}

/** Attacks in a field that is no text, once in each field: it may get no further than the check. */
function attacked(value, path, state) {
  if (typeof value === "string") {
    const isLink = LINKS.test(path);
    const isText = !KEPT.test(path) || TEXTS.test(path);
    if (state.done.has(path) || (isText && !isLink) || !state.wanted(path)) return value;
    const marker = `zq${state.done.size}z`;
    state.done.add(path);
    state.list.push({ file: state.file, field: path, marker });
    return isLink ? `javascript:${hit(marker)}` : `"><script>${hit(marker)}</script>`;
  }
  if (Array.isArray(value)) return value.map((it) => attacked(it, `${path}[]`, state));
  if (!value || typeof value !== "object") return value;
  const both = typeof value.en === "string" && typeof value.id === "string";
  const entry = ([name, it]) => [name, both && ["en", "id"].includes(name) ? it : attacked(it, `${path}.${name}`, state)];
  return Object.fromEntries(Object.entries(value).map(entry));
}

/**
 * Writes a data set that a check is to refuse in each field that is `wanted`; each attack with its file,
 * its field and its marker.
 */
export function writeRefused(folder, wanted = () => true) {
  cpSync(DATA, folder, { recursive: true });
  const state = { wanted, done: new Set(), list: [], file: "" };
  for (const name of edited()) {
    state.file = name.replaceAll("\\", "/");
    const value = JSON.parse(readFileSync(join(DATA, name), "utf8"));
    writeFileSync(join(folder, name), JSON.stringify(attacked(value, kind(name), state)));
  }
  return state.list;
}

/** Runs the project's tool for the data set. */
export function tool(...words) {
  const own = process.env.ASCN_ATLAS_TOOL;
  const [program, first] = own ? [own, []] : ["cargo", ["run", "--quiet", "--features", "host", "--bin", "atlas-data", "--"]];
  // Pictures as SVG alone: drawing them takes the longest.
  const env = { ...process.env, TRUNK_PROFILE: "debug", ASCN_ATLAS_URL: "" };
  return spawnSync(program, [...first, ...words], { cwd: ROOT, env, encoding: "utf8" });
}

export function made(...words) {
  const { status, stderr } = tool(...words);
  if (status !== 0) throw new Error(`atlas-data ${words.join(" ")}: ${stderr}`);
}

/** Runs a script of the release build. */
export function finished(script, folder) {
  const { status, stderr } = spawnSync("node", [join(ROOT, "xtask/npm", script), folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${script}: ${stderr}`);
}

/** The page from which every page is made, as the builder left it, taken from a finished one. */
const bare = (html) =>
  html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
    .replace(/<base href="\.\/">(?:<link rel="preload"[^>]*>)*/, "")
    .replace(/<meta name="description"[^]*?<\/head>/, "</head>");

/** Makes a site of the data in `data` in `folder`, with the code of the finished one. */
export function writeSite(data, folder) {
  for (const name of readdirSync(DIST)) {
    if (/\.(js|wasm|css|svg|webmanifest)$/.test(name) && name !== "sw.js") cpSync(join(DIST, name), join(folder, name));
  }
  cpSync(join(DIST, "offline"), join(folder, "offline"), { recursive: true });
  writeFileSync(join(folder, "index.html"), bare(readFileSync(join(DIST, "index.html"), "utf8")));
  cpSync(data, join(folder, "data"), { recursive: true });
  made("build", "--data", data, "--out", folder);
  made("pages", "--out", folder);
  finished("policy.mjs", folder);
  // After what reads every page, of which they are none.
  made("widgets", "--data", data, "--out", folder);
  finished("widgets.mjs", folder);
  made("live", "--out", folder);
  for (const name of readdirSync(join(folder, LIVE), { recursive: true }).map(String)) {
    const path = join(folder, LIVE, name);
    if (name.endsWith(".html")) writeFileSync(path, alive(readFileSync(path, "utf8"), readFileSync(join(DIST, LIVE, name), "utf8")));
  }
  finished("single.mjs", folder);
}

const LIVE = "widgets/live";

/** A live widget as the host wrote it, with policy, style, scripts and code of a finished one. */
function alive(html, whole) {
  const part = (pattern) => {
    const found = pattern.exec(whole)?.[0];
    if (!found) throw new Error(`a live widget: expected ${pattern}`);
    return () => found;
  };
  return html
    .replace('<meta charset="utf-8">', part(/<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"[^>]*>/))
    .replace("<style></style>", part(/<style>[^]*?<\/style>/))
    .replace("<script></script>", part(/<script>[^]*?<\/script>/))
    .replace("<!--code-->", part(/<script type="text\/plain" id="code">[^]*?<\/script><script type="module">[^]*?<\/script>/));
}

/**
 * The hostile site: its folder, how many texts attack in it, and the fields that do not. It is made once
 * for each finished site, for the tests of all engines.
 */
export function hostileSite() {
  const place = join(ROOT, "target/hostile");
  const own = readFileSync(fileURLToPath(import.meta.url));
  const stamp = createHash("sha256").update(readFileSync(join(DIST, "checksums.txt"))).update(own).digest("hex");
  const about = join(place, "about.json");
  const site = join(place, "site");
  const known = existsSync(about) ? JSON.parse(readFileSync(about, "utf8")) : {};
  if (known.stamp === stamp) return { ...known, site };
  rmSync(place, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const data = join(place, "data");
  const made = { stamp, ...writeData(data) };
  writeSite(data, site);
  writeFileSync(about, JSON.stringify(made));
  return { ...made, site };
}

/** Counts what runs, and what a policy refuses. It stands first in a page. */
const CANARY = "window.__ran=[];window.__refused=[];window.__hit=it=>__ran.push(it);addEventListener('securitypolicyviolation',it=>__refused.push(it.violatedDirective+' '+it.blockedURI+' '+it.sample));for(const it of ['alert','confirm','prompt'])window[it]=__hit";
const HASH = `'sha256-${createHash("sha256").update(CANARY).digest("base64")}'`;

/** A page with the canary in it, under its policy or without one. */
export function watched(html, guarded) {
  const policy = /(<meta http-equiv="Content-Security-Policy" content="[^"]*?script-src)([^"]*"\s*\/?>)/i;
  const own = guarded ? html.replace(policy, `$1 ${HASH}$2`) : html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/i, "");
  if (own === html) throw new Error("expected a policy in the page, found none");
  const [begin, rest] = [own.slice(0, own.indexOf("<meta")), own.slice(own.indexOf("<meta"))];
  // Behind the policy, which is to hold for it.
  const at = guarded ? rest.search(/(?<=Security-Policy"[^>]*>)/i) : 0;
  return [begin, rest.slice(0, at), `<script>${CANARY}</script>`, rest.slice(at)].join("");
}

/**
 * What of the payloads has become more than text in a document, in words, and how many markers stand
 * in it as text. Runs inside a page, alone.
 */
export function audit(document, isPage = true) {
  const marker = /zq\d+z/i;
  const wrong = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    // The page of examples holds frames of the site's own widgets, without the rights of the site.
    const isOwn = name === "iframe" && /^(\.\.\/)+widgets\/[\w/.-]+\.html(\?[\w=&,%.-]*)?$/.test(element.getAttribute("src")) &&
      element.hasAttribute("sandbox") && !element.sandbox.contains("allow-same-origin") && !element.hasAttribute("srcdoc");
    if (marker.test(name) || (["iframe", "object", "embed"].includes(name) && !isOwn)) wrong.push(`<${name}>`);
    // No engine runs them; packed code looks like a marker now and then.
    const isData = name === "script" && /json|plain/.test(element.type);
    if (["script", "style"].includes(name) && !isData && marker.test(element.textContent)) wrong.push(`text of <${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      if (marker.test(attribute) || /^on/i.test(attribute)) wrong.push(`${attribute} of <${name}>`);
      const isLink = /^(href|src|srcset|action|formaction|data|poster|ping|xlink:href|background)$/i.test(attribute);
      const bare = value.replaceAll(/[\x00-\x20]/g, "");
      if (isLink && /^(javascript|vbscript|data:(?!image\/|text\/css))/i.test(bare)) wrong.push(`${attribute}=${value.slice(0, 40)}`);
      // A link may lead to another host when a reader follows it; nothing may be fetched from there.
      if (isLink && name !== "a" && /evil\.example/.test(value)) wrong.push(`${attribute} of <${name}>: ${value.slice(0, 60)}`);
      // The title for paper is a text in quotes, and nothing else.
      const isTitle = name === "html" && [...element.style].join() === "--paper-title";
      if (attribute === "style" && marker.test(value) && !isTitle) wrong.push(`style of <${name}>`);
      if (attribute === "target" && !/^_(blank|top|parent)$/.test(value)) wrong.push(`target of <${name}>`);
    }
  }
  const told = isPage ? document.body.textContent : document.documentElement.textContent;
  const comments = document.createTreeWalker(document, 128);
  while (comments.nextNode()) if (marker.test(comments.currentNode.data)) wrong.push("a comment");
  return { wrong: wrong.slice(0, 10), texts: new Set(told.match(/zq\d+z/gi)).size };
}
