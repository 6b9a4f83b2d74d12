// Makes a release ready for reading without a network, in place; run after shrink.mjs and after
// everything else that changes pages, and before their compressed forms are made:
//
//   node offline.mjs DIST [--off]
//
// - `offline/<name>-<hash>.pack`: the files that the app needs, each compressed, in packs that change
//   only when one of their files does. The whole thousand pages are not among them: a shell for each
//   language draws them all.
// - `offline/<version>.json`: the list of packs and files with lengths and hashes. The version is the
//   hash of the list.
// - `offline/latest.json`: which version that is.
// - `sw.js` and `offline/part-<hash>.js`: the worker, and what the page needs to save; from offline/.
// - `offline/off.js`: what to put in the place of `sw.js` to end it all; `--off` does so.
// - Every page names the version, the script and the manifest of its language.
//
// It can be run again on the same folder. Nothing depends on the time or on the machine.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { buildSync } from "esbuild";

import { names } from "./dist.mjs";

/** Most bytes of a whole copy on a reader's disk. */
const MOST = 3_000_000;
/** A pack is closed when it has so many bytes: little enough to fetch anew, enough to be worth a request. */
const PACK = 160_000;
const SOURCE = fileURLToPath(new URL("../../offline/", import.meta.url));
/** Files of the published set that pages ask for (src/data/store.rs). */
const PUBLISHED = ["data/changes.json", "data/index.json", "data/sources.json"];

const [dist, off] = process.argv.slice(2);
if (!dist || (off && off !== "--off")) {
  console.error("usage: node offline.mjs DIST [--off]");
  process.exit(2);
}

const read = (name) => readFileSync(join(dist, name));
const write = (name, content) => {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  writeFileSync(join(dist, name), content);
};
const hash = (content) => createHash("sha256").update(content).digest("hex").slice(0, 32);

/** A script of offline/ with what it imports, for browsers. */
function script(name, format, define = {}) {
  const { outputFiles } = buildSync({
    entryPoints: [join(SOURCE, name)],
    bundle: true,
    minify: true,
    write: false,
    format,
    define,
    charset: "utf8",
    target: "es2022",
    loader: { ".css": "text" },
    legalComments: "none",
  });
  return Buffer.from(outputFiles[0].contents);
}

/** Both languages say the same things with the same number of values. */
function checkWords() {
  const words = JSON.parse(readFileSync(join(SOURCE, "words.json"), "utf8"));
  const form = (texts) => JSON.stringify(Object.entries(texts).map(([name, text]) => [name, text.split("{}").length]));
  const [first, ...rest] = Object.values(words).map(form);
  if (rest.some((it) => it !== first)) throw new Error("offline/words.json: the languages differ in names or values");
}

/** Names in a dist that were made here before. */
const MADE = /^(sw\.js|offline\/.*\.(pack|json|js))$/;
for (const name of names(dist)) if (MADE.test(name)) rmSync(join(dist, name));

checkWords();
// Compressed copies of an earlier run are no files of their own.
const all = names(dist).filter((name) => !/\.(br|gz)$/.test(name));
const shells = all.filter((name) => /^offline\/[a-z]{2}\.html$/.test(name));
if (shells.length === 0) throw new Error(`${dist}: expected shells like offline/id.html, found none`);
const langs = shells.map((name) => name.slice("offline/".length, -".html".length));
// The root leads to the language of the page that stands there.
const first = read("index.html").toString().match(/<html lang="(\w+)"/)[1];
langs.sort((one, two) => (two === first) - (one === first) || (one < two ? -1 : 1));

const client = script("part.js", "esm");
const clientName = `offline/part-${hash(client).slice(0, 16)}.js`;
write(clientName, client);
const worker = script("sw.js", "iife", { __LANGS__: JSON.stringify(langs) });
const ending = script("off.js", "iife");
write("sw.js", off ? ending : worker);
write("offline/off.js", ending);

/** What a page says to the app and the browser: its version, its script, how to install it. */
const META = /<meta name="atlas-data" content="[^"]*"\s*\/?>/;
const OURS = /<meta name="atlas-version"[^>]*>(<link rel="(manifest|apple-touch-icon)"[^>]*>)*/;
function marked(name, version) {
  const html = read(name).toString().replace(OURS, "");
  const [, lang] = html.match(/<html lang="(\w+)"/) ?? [];
  if (!lang || !META.test(html)) throw new Error(`${name}: expected a language and the folder of the data, found none`);
  const ours = [`<meta name="atlas-version" content="${version}" data-offline="./${clientName}">`];
  if (existsSync(join(dist, `manifest.${lang}.webmanifest`))) {
    ours.push(`<link rel="manifest" href="manifest.${lang}.webmanifest">`);
  }
  if (existsSync(join(dist, "icons/180.png"))) ours.push('<link rel="apple-touch-icon" href="icons/180.png">');
  write(name, html.replace(META, (meta) => meta + ours.join("")));
}
// The version of a shell is written into it when it is shown: here it would change what it names.
for (const name of shells) marked(name, "");

/** The group of a file, whose packs hold no others; `null` for what is not stored. */
function group(name) {
  const part = name.match(/^app\/[^/]+\/([^/.]+)\//)?.[1];
  if (part) return ["cities", "countries", "indicators", "programs", "partners"].includes(part) ? part : "core";
  if (name.startsWith("app/")) return "core";
  if (PUBLISHED.includes(name)) return "data";
  if (shells.includes(name) || name === clientName) return "app";
  if (/^[^/]+\.(js|wasm|css|svg|webmanifest)$/.test(name) && name !== "sw.js") return "app";
  return /^icons\/.*\.png$/.test(name) ? "app" : null;
}

const stored = [...new Set([...all, clientName])].sort().filter((name) => group(name));
const missing = PUBLISHED.filter((name) => !stored.includes(name));
if (missing.length > 0) throw new Error(`${dist}: has no ${missing}`);

const packs = [];
const close = (name, open) => {
  const content = Buffer.concat(open.map(({ packed }) => packed));
  const sum = hash(content);
  const pack = { file: `offline/${name}-${sum.slice(0, 16)}.pack`, bytes: content.length, hash: sum };
  write(pack.file, content);
  packs.push({ ...pack, files: open.map(({ entry }) => entry) });
};
for (const name of [...new Set(stored.map(group))].sort()) {
  let open = [];
  let bytes = 0;
  for (const file of stored.filter((it) => group(it) === name)) {
    const content = read(file);
    const packed = gzipSync(content, { level: 9 });
    // The system on which it was packed, which is all that differs between machines.
    packed[9] = 255;
    if (open.length > 0 && bytes + packed.length > PACK) {
      close(name, open);
      [open, bytes] = [[], 0];
    }
    open.push({ entry: [file, content.length, packed.length, hash(content)], packed });
    bytes += packed.length;
  }
  close(name, open);
}

const list = JSON.stringify({ packs });
const version = hash(list);
write(`offline/${version}.json`, list);
const bytes = packs.reduce((sum, pack) => sum + pack.bytes, Buffer.byteLength(list));
if (bytes > MOST) throw new Error(`a copy would have ${bytes} bytes, more than ${MOST}`);
const { data_date: data } = JSON.parse(read(stored.find((name) => /^app\/\w+\/index\.json$/.test(name))));
write("offline/latest.json", JSON.stringify({ version, bytes, data }));
for (const name of all) {
  // A widget belongs to the page of another site.
  if (name.endsWith(".html") && !name.startsWith("widgets/") && !shells.includes(name)) marked(name, version);
}
console.log(
  `offline: version ${version.slice(0, 8)}, ${stored.length} files in ${packs.length} packs, ${bytes} bytes; ` +
    `script ${client.length}, worker ${worker.length} bytes${off ? "; the worker is switched off" : ""}`,
);
