// Proves where code comes from: no file of the site names a script, a style, a module or a frame of
// another host; the packages of npm are tools that build, test and measure, in fixed versions with
// checksums and terms that allow it; and nothing that is shipped imports one of them.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, extname, join, posix } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { DIST } from "./lib/site.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const below = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/(^|\/)(node_modules|target|dist[^/]*|editions|\.git)\//.test(path) && statSync(join(folder, path)).isFile());
const FILES = readdirSync(DIST, { recursive: true }).filter((path) => statSync(join(DIST, path)).isFile());
const of = (...endings) => FILES.filter((path) => endings.includes(extname(path)));
const read = (path) => readFileSync(join(DIST, path), "utf8");

/** An address with a host of its own, also one that takes the page's scheme. */
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i;
/** What a page loads by itself: elements, and the attribute that names the file. */
const LOADS = /<(script|link|img|iframe|frame|object|embed|source|audio|video|track|input|image|use)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi;
const ATTRIBUTE = /\s(src|href|xlink:href|data|poster|srcset)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi;
/** Links that name an address and load nothing from it. */
const ONLY_NAMED = /\brel\s*=\s*["']?(?:canonical|alternate|license|author)\b/i;

test("no page loads a file from elsewhere", () => {
  const pages = of(".html");
  assert.ok(pages.length > 400, `${pages.length} pages`);
  const found = [];
  let loads = 0;
  for (const page of pages) {
    for (const [, tag, attributes] of read(page).replaceAll(/<!--[^]*?-->/g, "").matchAll(LOADS)) {
      if (tag.toLowerCase() === "link" && ONLY_NAMED.test(attributes)) continue;
      for (const [, name, quoted] of attributes.matchAll(ATTRIBUTE)) {
        loads += 1;
        const address = quoted.replaceAll(/^["']|["']$/g, "");
        if (ELSEWHERE.test(address)) found.push(`${page}: <${tag} ${name}=${address}>`);
      }
    }
  }
  // A widget loads nothing.
  const own = pages.filter((page) => !page.startsWith("widgets"));
  assert.ok(own.length > 400 && loads > 4 * own.length, `${loads} files named by ${own.length} pages`);
  assert.deepEqual(found, []);
});

test("no style names another host", () => {
  const styles = of(".css").map((path) => [path, read(path)]);
  const inline = of(".html", ".svg").flatMap((path) => [...read(path).matchAll(/<style\b[^>]*>([^]*?)<\/style>/gi)].map(([, text]) => [path, text]));
  assert.ok(styles.length > 0);
  for (const [path, text] of [...styles, ...inline]) {
    for (const [all, address] of text.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/gi)) assert.doesNotMatch(address, ELSEWHERE, `${path}: ${all}`);
  }
});

test("a script imports nothing but files that are shipped with it, and names no other host", () => {
  // Of pages the scripts that stand in them, each once: their base is the site's root.
  const scripts = new Map(of(".js", ".mjs").map((path) => [read(path), path]));
  assert.ok(scripts.size > 1);
  for (const path of of(".html")) {
    for (const [, attributes, text] of read(path).matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)) {
      if (!/json|text\/plain/i.test(attributes) && !scripts.has(text)) scripts.set(text, posix.basename(path) === "index.html" ? "index.html" : path);
    }
  }
  let imports = 0;
  for (const [text, path] of scripts) {
    // The one file edition holds its modules as addresses of its own.
    for (const [all, , name] of text.matchAll(/\b(import|from|importScripts)\s*(?:\(\s*)?(["'`][^"'`\n]+["'`])/g)) {
      imports += 1;
      const file = name.slice(1, -1);
      assert.match(file, /^\.{0,2}\//, `${path}: ${all}`);
      assert.doesNotMatch(file, ELSEWHERE, `${path}: ${all}`);
      // Names that are put together at run time cannot be looked for.
      if (file.startsWith(".") && !file.includes("$")) assert.ok(existsSync(join(DIST, posix.dirname(path), file)), `${path}: ${file} is not there`);
    }
    const hosts = new Set([...text.matchAll(/https?:\/\/([^/"'`\s\\]+)/g)].map(([, host]) => host));
    // Names of XML, which nobody fetches.
    hosts.delete("www.w3.org");
    if (extname(path) === ".js") assert.deepEqual([...hosts], [], path);
  }
  assert.ok(imports > 0, "no import was found: has the way of writing them changed?");
});

/** The folders of tools, and what they are for. */
const TOOLS = ["bench", "tests/e2e", "xtask/npm"];
/** Terms that allow to use the tools; none of their code is passed on. */
const TERMS = /^(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|MPL-2\.0|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|\((?:MIT|Apache-2\.0)[^)]*\))$/;
/** Packages that name no terms, and the terms of the file of them that they come with. */
const NAMELESS = { "node_modules/parse-cache-control": "BSD-3-Clause" };

test("packages of npm are tools, in fixed versions with checksums", () => {
  const files = below(ROOT);
  const named = (name) => files.filter((path) => posix.basename(path) === name).map((path) => dirname(path));
  assert.deepEqual(named("package.json").sort(), TOOLS);
  assert.deepEqual(named("package-lock.json").sort(), TOOLS);
  for (const folder of TOOLS) {
    const json = (name) => JSON.parse(readFileSync(join(ROOT, folder, name), "utf8"));
    const own = json("package.json");
    assert.equal(own.private, true, folder);
    assert.equal(own.scripts, undefined, `${folder}: scripts of npm`);
    for (const [name, version] of Object.entries(own.dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, `${folder}: ${name}`);
    const { "": root, ...packages } = json("package-lock.json").packages;
    assert.deepEqual(root.dependencies, own.dependencies, `${folder}: the lock file is another's`);
    for (const [name, { version, integrity, resolved, license }] of Object.entries(packages)) {
      assert.match(version, /^\d+\.\d+\.\d+/, `${folder}: ${name}`);
      assert.match(integrity ?? "", /^sha512-/, `${folder}: ${name} has no checksum`);
      // Whichever registry a machine is set to use; the checksum says that it is the same package.
      assert.equal(resolved, undefined, `${folder}: ${name} names a registry`);
      assert.match(license ?? NAMELESS[name] ?? "", TERMS, `${folder}: ${name}`);
    }
  }
});

test("what is shipped imports no package", () => {
  const sources = below(ROOT).filter((path) => /^(?:src|offline|style|public)\//.test(path) && /\.(?:m?js|css|html|rs)$/.test(path));
  assert.ok(sources.length > 100);
  const found = [];
  for (const path of [...sources, "index.html"]) {
    const text = readFileSync(join(ROOT, path), "utf8");
    if (/\.rs$/.test(path)) {
      // Code of another file in a Rust file: wasm-bindgen's `module`.
      for (const [all, module] of text.matchAll(/wasm_bindgen\(\s*module\s*=\s*"([^"]+)"/g)) if (!module.startsWith("/")) found.push(`${path}: ${all}`);
      continue;
    }
    for (const [all, module] of text.matchAll(/\b(?:import|from)\s*\(?\s*["']([^"']+)["']/g)) if (!/^\.{0,2}\//.test(module)) found.push(`${path}: ${all}`);
  }
  assert.deepEqual(found, []);
});
