// Finishes a built site for hosts, after everything else has written its files:
//
//   node pack.mjs DIST [--all] [--cache FOLDER]
//
// - `_headers` for the files that are there, and the files of deploy/ that a host reads from the site.
// - Copies that hosts send compressed: `.br` (brotli 11) and `.gz` (gzip 9) beside the files that a page
//   cannot start without. With --all, `.br` beside every text: it saves a reader a fifth against what a
//   host packs while it sends, and costs the site's folder a fifth of its texts. A copy that saves less
//   than a tenth is left out.
// - `checksums.txt`: SHA-256 of every file but itself and the copies, as `sha256sum -c` reads it.
//
// Copies made before are in the cache, by the hash of their content: brotli at its best packs no more
// than a megabyte a second.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import { files, names } from "./dist.mjs";
import { writeHeaders } from "./policy.mjs";

/** What compresses; pictures and archives are compressed already. */
const TEXT = new Set([".css", ".csv", ".html", ".ics", ".js", ".json", ".svg", ".topojson", ".txt", ".wasm", ".webmanifest", ".xml"]);
/** What every visit loads. */
const FIRST = (name) => [".js", ".css", ".wasm"].includes(extname(name)) || /^app\/.*\.json$/.test(name);
/** Its own edition, packed inside. */
const EDITION = "ascn-atlas.html";
/** Smaller files fit into one packet as they are. */
const SMALLEST = 1024;
const CHECKSUMS = "checksums.txt";

/** What a host reads from the site's folder, and its name there. */
const FOR_HOSTS = { "htaccess": ".htaccess" };

const { values: options, positionals: [dist] } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean", default: false }, cache: { type: "string" } },
});
const { all: everything, cache } = options;
if (!dist) {
  console.error("usage: node pack.mjs DIST [--all] [--cache FOLDER]");
  process.exit(2);
}

const KINDS = {
  ".br": (content) =>
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  // Node writes no time into it.
  ".gz": (content) => promisify(gzip)(content, { level: 9 }),
};

for (const [from, to] of Object.entries(FOR_HOSTS)) {
  copyFileSync(fileURLToPath(new URL(`../../deploy/${from}`, import.meta.url)), join(dist, to));
}
// Files and folders with an underscore are left out by GitHub Pages unless this one is there.
writeFileSync(join(dist, ".nojekyll"), "");
writeHeaders(dist);

const isCopy = (path) => path.slice(-3) in KINDS;
for (const path of files(dist)) if ((isCopy(path) && existsSync(path.slice(0, -3))) || relative(dist, path) === CHECKSUMS) rmSync(path);

const all = names(dist).map((name) => ({ path: join(dist, name), name }));

/** The copies that a file gets. */
function kindsOf(name, content) {
  if (content.length < SMALLEST || !TEXT.has(extname(name)) || name === EDITION) return [];
  if (FIRST(name)) return [".br", ".gz"];
  return everything ? [".br"] : [];
}

if (cache) mkdirSync(cache, { recursive: true });
const used = new Set();
const sums = [];
let made = 0;
let copies = 0;

/** Writes one copy of a file, from the cache if it is there. */
async function copy(path, content, hash, kind) {
  const kept = cache && join(cache, hash + kind);
  let packed;
  if (kept) {
    used.add(hash + kind);
    if (existsSync(kept)) packed = readFileSync(kept);
  }
  if (!packed) {
    packed = await KINDS[kind](content);
    made += 1;
    // Whole or not at all, wherever this is stopped.
    if (kept) {
      writeFileSync(`${kept}.${made}`, packed);
      renameSync(`${kept}.${made}`, kept);
    }
  }
  if (packed.length > content.length * 0.9) return;
  writeFileSync(path + kind, packed);
  copies += 1;
}

const queue = [...all];
async function work() {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { path, name } = next;
    const content = readFileSync(path);
    const hash = createHash("sha256").update(content).digest("hex");
    sums.push([name, hash]);
    for (const kind of kindsOf(name, content)) await copy(path, content, hash, kind);
  }
}
// Compressing happens on threads of its own; a few more at work than there are cores keep them busy.
await Promise.all(Array.from({ length: cpus().length + 1 }, work));

if (cache) for (const name of readdirSync(cache)) if (!used.has(name)) rmSync(join(cache, name));
sums.sort(([one], [two]) => (one < two ? -1 : 1));
writeFileSync(join(dist, CHECKSUMS), sums.map(([name, hash]) => `${hash}  ${name}\n`).join(""));
console.log(`${copies} compressed copies, ${made} packed anew; ${sums.length} checksums`);
