// Proves of the built site's files that a copy of them can be checked, that compressed copies are those
// of the files beside them, and that nothing in them tells when, where or by whom they were built, so
// that the same commit gives the same bytes.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { extname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { DIST } from "./lib/site.mjs";

const read = (path) => readFileSync(join(DIST, path));
const FILES = readdirSync(DIST, { recursive: true }).filter((path) => statSync(join(DIST, path)).isFile());
const COPIES = FILES.filter((path) => [".br", ".gz"].includes(extname(path)));

test("checksums.txt has every file but itself and the copies, in order, and is right", () => {
  const lines = read("checksums.txt").toString().trimEnd().split("\n").map((line) => line.split("  "));
  const named = lines.map(([, path]) => path);
  assert.deepEqual(named, FILES.filter((path) => !COPIES.includes(path) && path !== "checksums.txt").sort());
  const wrong = lines.filter(([sum, path]) => createHash("sha256").update(read(path)).digest("hex") !== sum);
  assert.deepEqual(wrong, []);
});

test("a compressed copy is the file beside it, and smaller", () => {
  for (const path of COPIES) {
    const plain = read(path.slice(0, -3));
    const packed = read(path);
    assert.ok(packed.length < plain.length, path);
    assert.equal((path.endsWith(".br") ? brotliDecompressSync : gunzipSync)(packed).compare(plain), 0, path);
    // The header of gzip: no time, no name.
    if (path.endsWith(".gz")) assert.deepEqual([...packed.subarray(3, 8)], [0, 0, 0, 0, 0], path);
  }
});

test("what every visit loads has both copies", () => {
  const first = FILES.filter((path) => /^[^/]+\.(js|css|wasm)$|^app\/.*\.json$/.test(path) && statSync(join(DIST, path)).size >= 4096);
  assert.ok(first.length > 100);
  const without = first.filter((path) => ![".br", ".gz"].every((ending) => existsSync(join(DIST, path + ending))));
  assert.deepEqual(without, []);
});

test("no file names a folder or the name of the machine that built it", () => {
  const project = fileURLToPath(new URL("../../", import.meta.url));
  const tell = [project, `${homedir()}/`, "/.cargo/", "/home/runner/", ...(hostname().length > 5 ? [hostname()] : [])];
  const told = FILES.filter((path) => !COPIES.includes(path) && extname(path) !== ".png").flatMap((path) => {
    const content = read(path);
    return tell.filter((text) => content.includes(text)).map((text) => `${path}: ${text}`);
  });
  assert.deepEqual(told, []);
});

test("archives have no dates of a clock", () => {
  const archives = FILES.filter((path) => path.endsWith(".zip"));
  assert.ok(archives.length > 0);
  for (const path of archives) {
    const content = read(path);
    const dates = new Set();
    for (let at = content.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = content.indexOf("PK\x01\x02", at + 4, "latin1")) {
      dates.add(content.readUInt32LE(at + 12));
    }
    assert.equal(dates.size, 1, `${path}: ${[...dates]}`);
  }
});
