// What grows with the number of cities: networks of 38 cities, as they are, and of 500, 5,000 and 50,000,
// of which all others are made up (`atlas-data made-up`), with the code of the built site.
//
// - first load: what a first visit to Sumedang's page asks for beside the app's code, its HTML with it,
//   packed by gzip;
// - index, search, part: the list of cities, the index of the search as it is loaded first, and the largest
//   of its parts, packed by gzip;
// - directory: until its first row is there;
// - key: from a key in the filter of the directory to the frame in which its list is painted, median and
//   longest of the letters of a name;
// - frame: time between two frames while the directory is scrolled, 95th percentile;
// - memory: that of the app's wasm, and what the page's script holds, after all that;
// - search: from a key to the next painted frame, and from a name that is put in to the city it names.
//
// SIZES names other sizes. Prints a table and asserts nothing: figures depend on the machine.

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { largeSite } from "../tests/e2e/lib/large.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { at } from "./lib/figures.mjs";

const SIZES = (process.env.SIZES || "38,500,5000,50000").split(",").map(Number);
const TYPED = "city 00123";
/** How long a size may take to come up before it counts as not usable. */
const MOST = 120_000;

const packed = (...path) => gzipSync(readFileSync(join(...path)), { level: 9 }).length;

/** The bytes of a first visit to Sumedang's page beside the app's code. */
function firstLoad(browser, base) {
  return withPage(browser, { viewport: { width: 360, height: 740 } }, async (page, context) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    const names = new Map();
    let bytes = 0;
    let asked = 0;
    cdp.on("Network.responseReceived", ({ requestId, response }) => names.set(requestId, response.url));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (!/\/$|\.json$/.test(names.get(requestId) ?? "")) return;
      bytes += encodedDataLength;
      asked += 1;
    });
    await page.goto(`${base}en/cities/sumedang/`, { waitUntil: "networkidle" });
    await page.locator("article.project").first().waitFor();
    return { bytes, asked };
  });
}

/** How long each letter takes from the key to the frame that is painted next. */
async function typed(page, field) {
  await page.evaluate(() => {
    window.waits = [];
    addEventListener(
      "input",
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.waits.push(performance.now() - timeStamp);
          port2.postMessage(null);
        }),
      { capture: true },
    );
  });
  await page.locator(field).focus();
  for (const letter of TYPED) {
    const before = await page.evaluate(() => window.waits.length);
    await page.keyboard.insertText(letter);
    await page.waitForFunction((before) => window.waits.length > before, before);
  }
  return page.evaluate(() => window.waits);
}

/** What the search needs: the letters of a name, and until a city is there whose name is put in at once. */
function search(browser, base) {
  return withPage(browser, { viewport: { width: 360, height: 740 } }, async (page, context) => {
    context.setDefaultTimeout(MOST);
    await page.goto(`${base}en/search/`, { waitUntil: "networkidle" });
    const keys = await typed(page, "#search-text");
    const started = Date.now();
    await page.locator("#search-text").fill("sumedang");
    await page.locator("#search-found a[href$='/cities/sumedang/']").first().waitFor();
    return { searchKey: at(keys, 0.5), searchLongest: at(keys, 1), found: Date.now() - started };
  });
}

/** The bytes of the largest part of the search's index, packed. */
function largestPart(cut) {
  const folder = join(cut, "search");
  if (!existsSync(folder)) return 0;
  const bySize = readdirSync(folder).map((name) => [statSync(join(folder, name)).size, name]).sort(([a], [b]) => b - a);
  return packed(folder, bySize[0][1]);
}

/** What the directory needs. */
function directory(browser, base) {
  return withPage(browser, { viewport: { width: 360, height: 740 } }, async (page, context) => {
    context.setDefaultTimeout(MOST);
    await page.addInitScript(() => {
      window.memories = new Set();
      for (const name of ["instantiate", "instantiateStreaming"]) {
        const real = WebAssembly[name].bind(WebAssembly);
        WebAssembly[name] = async (...given) => {
          const made = await real(...given);
          const { memory } = (made.instance ?? made).exports;
          if (memory) window.memories.add(memory);
          return made;
        };
      }
    });
    await page.goto(`${base}en/cities/`, { waitUntil: "commit" });
    const started = Date.now();
    await page.locator(".rows a").first().waitFor();
    const shown = Date.now() - started;
    const frames = await page.evaluate(
      () =>
        new Promise((done) => {
          const times = [];
          let last = performance.now();
          const step = (now) => {
            times.push(now - last);
            last = now;
            scrollBy(0, 60);
            if (times.length < 120) requestAnimationFrame(step);
            else done(times.slice(2));
          };
          requestAnimationFrame(step);
        }),
    );
    await page.evaluate(() => scrollTo(0, 0));
    const waits = await typed(page, "[data-filter=text]");
    const cdp = await context.newCDPSession(page);
    await cdp.send("HeapProfiler.collectGarbage");
    const { usedSize } = await cdp.send("Runtime.getHeapUsage");
    const wasm = await page.evaluate(() => [...window.memories].reduce((sum, it) => sum + it.buffer.byteLength, 0));
    return { shown, key: at(waits, 0.5), longest: at(waits, 1), frame: at(frames, 0.95), memory: usedSize + wasm };
  });
}

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const ms = (value) => (value === undefined ? "not usable" : `${value.toFixed(0)} ms`);
const browser = await launch();
console.log("| cities | first load | files | index | search | its largest part | directory | key | longest | frame, p95 | memory | search: key | longest | found | made in |");
console.log(`|${" ---: |".repeat(15)}`);
for (const cities of SIZES) {
  const started = Date.now();
  const { folder, out, cut } = largeSite(cities, ["en/cities/", "en/cities/sumedang/", "en/search/"]);
  const took = (Date.now() - started) / 1000;
  const server = await serve(out, { gzip: true });
  try {
    const { bytes, asked } = await firstLoad(browser, server.base);
    const { shown, key, longest, frame, memory } = await directory(browser, server.base).catch((error) => {
      console.error(`${cities} cities: ${error.message}`);
      return {};
    });
    const held = memory === undefined ? "" : `${(memory / 1e6).toFixed(0)} MB`;
    const { searchKey, searchLongest, found } = await search(browser, server.base).catch((error) => {
      console.error(`${cities} cities, search: ${error.message}`);
      return {};
    });
    const files = [packed(cut, "index.json"), packed(cut, "search.json"), largestPart(cut)].map(kb);
    const row = [cities, kb(bytes), asked, ...files, ...[shown, key, longest, frame].map(ms), held, ...[searchKey, searchLongest, found].map(ms), `${took.toFixed(0)} s`];
    console.log(`| ${row.join(" | ")} |`);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
await browser.close();
