// How long the browser does not answer while the app takes over from the page that the host wrote, with a
// CPU four times slower than this machine's, on a phone's page, from an empty cache.
//
// - blocked: of every task after the first paint what is longer than 50 ms, summed (total blocking time),
//   read from Chromium's own trace;
// - longest: the longest of these tasks;
// - over 50 ms: how many there are.
//
// Prints the median of RUNS runs for each of PLACES. DISTS names built sites to be compared by turns, with
// spaces between them. It asserts nothing: figures depend on the machine.

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { DIST } from "../tests/e2e/lib/site.mjs";
import { at } from "./lib/figures.mjs";

const RUNS = Number(process.env.RUNS || 7);
const PLACES = (process.env.PLACES ?? "id/cities/sumedang/ id/ en/programs/").split(" ");
const DISTS = (process.env.DISTS ?? DIST).split(" ");
const CPU = 4;
const LONG = 50;

/** The tasks of the page's own thread after its first paint, in milliseconds, told by a trace. */
function tasks(trace, url) {
  const { pid, tid, ts: start } = trace.find(({ name, args }) => name === "navigationStart" && args.data?.documentLoaderURL === url);
  const mine = trace.filter((it) => it.pid === pid && it.tid === tid && it.ts >= start);
  const paint = mine.find(({ name }) => name === "firstContentfulPaint").ts;
  const runs = mine.filter(({ name, ph }) => ph === "X" && name === "ThreadControllerImpl::RunTask").sort((one, two) => one.ts - two.ts);
  const outer = [];
  let end = 0;
  // A task may run others inside.
  for (const { ts, dur, tdur } of runs) {
    if (ts < end) continue;
    end = ts + dur;
    // The time of the processor: what else the machine does meanwhile is not the page's.
    if (end > paint) outer.push((tdur ?? dur) / 1000);
  }
  return outer;
}

/** One load, until the app has taken over and nothing was loaded for half a second. */
async function load(base, place) {
  const browser = await launch();
  try {
    return await withPage(browser, { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true }, async (page, context) => {
      const whole = await browser.newBrowserCDPSession();
      const trace = [];
      whole.on("Tracing.dataCollected", ({ value }) => trace.push(...value));
      const cdp = await context.newCDPSession(page);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU });
      await whole.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel", "loading", "blink.user_timing", "devtools.timeline"] } });
      await page.goto(base + place, { waitUntil: "networkidle" });
      await page.locator("[data-island]").first().waitFor({ state: "attached" });
      // What is drawn when the app is there.
      await new Promise((done) => setTimeout(done, 1000));
      const ended = new Promise((done) => whole.once("Tracing.tracingComplete", done));
      await whole.send("Tracing.end");
      await ended;
      return tasks(trace, base + place);
    });
  } finally {
    await browser.close();
  }
}

const servers = await Promise.all(DISTS.map((dist) => serve(dist, { gzip: true })));
console.log(`Taking over, CPU ${CPU} times slower, median of ${RUNS}\n`);
console.log("| page | site | blocked | longest task | over 50 ms |\n| --- | --- | ---: | ---: | ---: |");
for (const place of PLACES) {
  const runs = servers.map(() => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [which, { base }] of servers.entries()) {
      const long = (await load(base, place)).filter((it) => it > LONG);
      runs[which].push({ blocked: long.reduce((sum, it) => sum + it - LONG, 0), longest: Math.max(0, ...long), count: long.length });
    }
  }
  for (const [which, seen] of runs.entries()) {
    const median = (name) => Math.round(at(seen.map((it) => it[name]), 0.5));
    console.log(`| ${place} | ${DISTS[which]} | ${median("blocked")} ms | ${median("longest")} ms | ${median("count")} |`);
  }
}
for (const server of servers) await server.close();
