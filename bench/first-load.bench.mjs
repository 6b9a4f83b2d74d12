// How long a reader on a slow phone waits for a city's page: 1.6 Mbit/s down, 150 ms to the server
// and back, a CPU four times slower than this machine's, an empty cache, files packed by gzip.
//
// - FCP: the first paint of any content, as the browser says;
// - LCP: the paint of the largest content, as the browser says;
// - text: the heading of the first project is painted (the frame after it came into the page);
// - app: the app has taken over, and the page listens;
// - idle: the end of the last request or long task (over 50 ms) after which, for 500 ms, there is
//   neither;
// - shift: how far what was on screen moved, as the browser says (cumulative layout shift);
// - bytes: what went over the line, with headers.
//
// Prints the median of the runs beside the target, then the same of pages without their content, which
// the app draws alone, and of the same content drawn by React and ECharts (peers/city-react.mjs), which
// has nothing to take over: `app` is there when it is drawn. Loads of the three take turns, so that a busy
// moment of the machine is no one's alone. It asserts nothing: figures depend on the machine.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { DIST } from "../tests/e2e/lib/site.mjs";
import { peerSite } from "./lib/peer-site.mjs";

const PATH = "id/cities/sumedang/";
const RUNS = Number(process.env.RUNS || 5);
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const CPU = 4;
const QUIET = 500;
const TARGETS = { FCP: 500, LCP: 800, text: 1500, idle: 2500 };

/** Runs in the page before anything else: notes the text and every long task. */
function observe() {
  window.bench = { text: null, app: null, tasks: [], LCP: NaN, shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.bench.LCP = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.bench.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector("[data-island]")) return;
    observer.disconnect();
    window.bench.app = performance.now();
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.bench.tasks.push(task.startTime + task.duration);
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector("article.project h4")) return;
    observer.disconnect();
    // The frame in which it is painted has been handed over when the task after it runs.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.bench.text = performance.now());
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
}

/** One cold load. */
function load(browser, base) {
  return withPage(browser, { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 }, async (page, context) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", LINE);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await page.addInitScript(observe);
    const running = new Set();
    let bytes = 0;
    let requests = 0;
    cdp.on("Network.requestWillBeSent", ({ requestId }) => {
      running.add(requestId);
      requests += 1;
    });
    cdp.on("Network.loadingFailed", ({ requestId }) => running.delete(requestId));
    cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      running.delete(requestId);
      bytes += encodedDataLength;
    });
    await cdp.send("Page.navigate", { url: `${base}${PATH}` });
    await page.waitForURL(`${base}${PATH}`, { waitUntil: "commit" });
    // The page counts: its clock is the one that the figures are in.
    for (;;) {
      const quiet = await page.evaluate((quiet) => {
        const ends = performance.getEntriesByType("resource").map((it) => it.responseEnd);
        const { text, app, tasks, LCP, shift } = window.bench;
        const last = Math.max(...ends, ...tasks, text ?? Infinity, app ?? Infinity);
        if (performance.now() - last < quiet) return null;
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        return { text, app, idle: last, FCP: paint?.startTime ?? NaN, LCP, shift };
      }, QUIET);
      if (quiet && running.size === 0) return { ...quiet, bytes, requests };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

const median = (values) => [...values].sort((one, two) => one - two)[Math.floor(values.length / 2)];
const seconds = (value) => `${(value / 1000).toFixed(2)} s`;

const NAMES = ["FCP", "LCP", "text", "app", "idle"];

/** Every load of each of these servers, `RUNS` times by turns. */
async function measure(servers) {
  const runs = servers.map(() => []);
  for (const { base } of servers) {
    // The server packs each file once; not at the cost of the first run.
    const warm = await launch();
    await withPage(warm, {}, (page) => page.goto(`${base}${PATH}`, { waitUntil: "networkidle" }));
    await warm.close();
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const [at, { base }] of servers.entries()) {
      // A fresh browser: nothing kept, nothing compiled.
      const browser = await launch();
      runs[at].push(await load(browser, base));
      await browser.close();
    }
  }
  return runs;
}

/** Prints the medians of loads, beside what they aim at, and gives them. */
function told(title, runs, targets = {}) {
  const [{ bytes, requests }] = runs;
  console.log(title);
  const medians = { bytes };
  for (const name of NAMES) {
    const values = runs.map((run) => run[name]);
    medians[name] = median(values);
    const target = targets[name];
    const verdict = target ? `target ${seconds(target)}: ${medians[name] <= target ? "met" : "MISSED"}` : "";
    console.log(`  ${name.padEnd(5)} ${seconds(medians[name]).padStart(8)}  (${values.map(seconds).join(", ")})  ${verdict}`);
  }
  console.log(`  ${"shift".padEnd(5)} ${median(runs.map((run) => run.shift)).toFixed(3).padStart(8)}`);
  console.log(`  ${"bytes".padEnd(5)} ${`${(bytes / 1000).toFixed(0)} kB`.padStart(8)}  in ${requests} requests`);
  return medians;
}

const out = mkdtempSync(join(tmpdir(), "atlas-peer-"));
await peerSite({ name: "city-react", dist: DIST, place: PATH, out });
const servers = [await serve(DIST, { gzip: true }), await serve(DIST, { gzip: true, bare: true }), await serve(out, { gzip: true })];
try {
  const [whole, bare, peer] = await measure(servers);
  const ours = told(`first load of ${PATH}: 1.6 Mbit/s, 150 ms, CPU ${CPU} times slower, gzip, median of ${RUNS}`, whole, TARGETS);
  const alone = told("the same page without its content, drawn by the app", bare);
  const react = told("the same content drawn by React and ECharts", peer);
  const ratios = (other) => [...NAMES, "bytes"].map((name) => `${name} ${(ours[name] / other[name]).toFixed(2)}`).join(", ");
  console.log(`ours / without content: ${ratios(alone)}`);
  console.log(`ours / React and ECharts: ${ratios(react)}`);
} finally {
  await Promise.all(servers.map((it) => it.close()));
  rmSync(out, { recursive: true });
}
