// What Lighthouse says of a page of each kind, with its own settings for a phone: a slow line and a slow
// processor, which it simulates from a load without them.
//
// - The aim: performance at least 99; accessibility, best practices and SEO 100. Below it each audit that
//   takes points is named.
// - Of RUNS runs the one with the median of performance is told: the simulation reads how busy this machine
//   was.
// - Pages are sent as those of a site that was told its address (`cargo xtask build --url`), because SEO
//   wants whole addresses; and packed by gzip, as every host does.
//
// It asserts nothing.
import { createServer } from "node:net";
import { gzipSync } from "node:zlib";

import lighthouse from "lighthouse";

import { launch } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { DIST } from "../tests/e2e/lib/site.mjs";

const RUNS = Number(process.env.RUNS || 3);
const PLACES = (process.env.PLACES ?? "id/ id/cities/sumedang/ en/indicators/stunting-prevalence/ en/programs/rok-nusantara/ en/programs/").split(" ");
const AIMS = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100 };
const TIMES = { "first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT", "cumulative-layout-shift": "CLS", "speed-index": "SI" };

/** A port that nobody uses. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The page with the whole addresses of a site at `base`. */
const told = (html, base) =>
  html.replaceAll(/(<link rel="(?:canonical|alternate)" (?:hreflang="[\w-]+" )?href=")(?!http)([^"]*")/g, (_, before, href) => before + base + href);

/** One run: the points by category, the times, what took points. */
async function run(url) {
  const port = await freePort();
  const browser = await launch({
    args: [`--remote-debugging-port=${port}`, "--disable-gpu", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
  });
  try {
    const { lhr } = await lighthouse(url, { port, logLevel: "error", output: "json", onlyCategories: Object.keys(AIMS) });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const points = {};
    const lost = [];
    for (const [name, { score, auditRefs }] of Object.entries(lhr.categories)) {
      points[name] = Math.round(score * 100);
      if (points[name] >= AIMS[name]) continue;
      for (const { id, weight } of auditRefs) {
        const { score, title, displayValue, details } = lhr.audits[id];
        if (weight === 0 || score === null || score >= 0.99) continue;
        const items = (details?.items ?? []).slice(0, 3).map((it) => it.node?.snippet ?? it.source?.url ?? it.description ?? it.url ?? "");
        lost.push(`${name}: ${title} (${score})${displayValue ? `, ${displayValue}` : ""} ${items.join(" ")}`.trim());
      }
    }
    const times = Object.fromEntries(Object.keys(TIMES).map((id) => [id, lhr.audits[id].displayValue]));
    return { points, times, lost };
  } finally {
    await browser.close();
  }
}

const server = await serve(DIST, { gzip: true });
// Every page, as it would be told.
server.fail(/\/$/, (response, content, type) => {
  response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": "no-store" });
  response.end(gzipSync(told(content.toString(), server.base)));
});
console.log(`Lighthouse, settings for a phone, median of ${RUNS} by performance; aims ${Object.entries(AIMS).map(([name, aim]) => `${name} ${aim}`).join(", ")}\n`);
console.log(`| page | ${Object.keys(AIMS).join(" | ")} | ${Object.values(TIMES).join(" | ")} |`);
console.log(`| --- |${" ---: |".repeat(Object.keys(AIMS).length + Object.keys(TIMES).length)}`);
const reasons = [];
for (const place of PLACES) {
  const runs = [];
  for (let count = 0; count < RUNS; count += 1) runs.push(await run(server.base + place));
  runs.sort((one, two) => one.points.performance - two.points.performance);
  const { points, times, lost } = runs[Math.floor(RUNS / 2)];
  console.log(`| ${place} | ${Object.keys(AIMS).map((name) => points[name]).join(" | ")} | ${Object.keys(TIMES).map((id) => times[id]).join(" | ")} |`);
  reasons.push(...lost.map((it) => `${place}: ${it}`));
}
console.log(reasons.length === 0 ? "\nall aims are met" : `\nbelow the aims:\n${reasons.join("\n")}`);
await server.close();
