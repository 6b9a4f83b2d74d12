// How long a reader on a slow phone waits for a city's page: 1.6 Mbit/s down, 150 ms to the server
// and back, a CPU four times slower than this machine's, an empty cache, files packed by gzip.
//
// - text: the heading of the first project is painted (the frame after it came into the page);
// - idle: the end of the last request or long task (over 50 ms) after which, for 500 ms, there is
//   neither;
// - FCP: the first paint of any content, as the browser says;
// - bytes: what went over the line, with headers.
//
// Prints the median of the runs beside the target. It asserts nothing: figures depend on the machine.

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { DIST } from "../tests/e2e/lib/site.mjs";

const PATH = "id/cities/sumedang/";
const RUNS = Number(process.env.RUNS || 5);
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const CPU = 4;
const QUIET = 500;
const TARGETS = { text: 1500, idle: 2500 };

/** Runs in the page before anything else: notes the text and every long task. */
function observe() {
  window.bench = { text: null, tasks: [] };
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
    await page.goto(`${base}${PATH}`, { waitUntil: "commit" });
    // The page counts: its clock is the one that the figures are in.
    for (;;) {
      const quiet = await page.evaluate((quiet) => {
        const ends = performance.getEntriesByType("resource").map((it) => it.responseEnd);
        const last = Math.max(...ends, ...window.bench.tasks, window.bench.text ?? Infinity);
        if (performance.now() - last < quiet) return null;
        const paint = performance.getEntriesByName("first-contentful-paint")[0];
        return { text: window.bench.text, idle: last, FCP: paint?.startTime ?? NaN };
      }, QUIET);
      if (quiet && running.size === 0) return { ...quiet, bytes, requests };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

const median = (values) => [...values].sort((one, two) => one - two)[Math.floor(values.length / 2)];
const seconds = (value) => `${(value / 1000).toFixed(2)} s`;

const server = await serve(DIST, { gzip: true });
try {
  // The server packs each file once; not at the cost of the first run.
  const warm = await launch();
  await withPage(warm, {}, (page) => page.goto(`${server.base}${PATH}`, { waitUntil: "networkidle" }));
  await warm.close();
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) {
    // A fresh browser: nothing kept, nothing compiled.
    const browser = await launch();
    runs.push(await load(browser, server.base));
    await browser.close();
  }
  console.log(`first load of ${PATH}: 1.6 Mbit/s, 150 ms, CPU ${CPU} times slower, gzip, median of ${RUNS}`);
  for (const name of ["FCP", "text", "idle"]) {
    const values = runs.map((run) => run[name]);
    const target = TARGETS[name];
    const verdict = target ? `target ${seconds(target)}: ${median(values) <= target ? "met" : "MISSED"}` : "";
    console.log(`  ${name.padEnd(5)} ${seconds(median(values)).padStart(8)}  (${values.map(seconds).join(", ")})  ${verdict}`);
  }
  const [{ bytes, requests }] = runs;
  console.log(`  ${"bytes".padEnd(5)} ${`${(bytes / 1000).toFixed(0)} kB`.padStart(8)}  in ${requests} requests`);
} finally {
  await server.close();
}
