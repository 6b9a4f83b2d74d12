// Ten live widgets on one page, beside ten frames with Apache ECharts and ten with Observable Plot that
// draw the same series in the same size: how long until all are painted, and how much memory the page
// takes.
//
// - A frame of a peer holds its data and loads its library from the same host, where the browser keeps
//   it for all ten; ours is one file that shares nothing. The frames of a peer have no points to read,
//   no places to choose, no table and no second language: they only draw.
// - painted: from the start of the navigation until all ten charts are in the page and the next frame was
//   handed over. Each time in a browser that has just been started, and again when its cache holds all.
// - memory: what the processes of the browser have for themselves (Pss, from /proc, on Linux), after
//   garbage was collected, above the same page with ten empty frames.
//
// Prints the table of docs/benchmarks.md. It asserts nothing but that every chart was drawn: figures
// depend on the machine.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { launch } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { DIST, indicatorPage } from "../tests/e2e/lib/site.mjs";
import { at, packed } from "./lib/figures.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = join(process.env.CARGO_TARGET_DIR || join(ROOT, "target"), "bench-widgets");
const ROUNDS = Number(process.env.ROUNDS || 5);
/** Indicators of countries and of cities, with few and with many lines. */
const IDS = ["hdi", "population", "gdp-per-capita", "life-expectancy", "internet-users", "co2-per-capita", "urban-population", "region-hdi", "city-population-wup", "imd-smart-city-index-rank"];
const PEERS = { ours: "html[data-live] #picture svg path", "echarts-svg": "svg path", plot: "svg path", empty: "p" };

/** Ten indicators that there are, those named first. */
function indicators() {
  const all = readdirSync(join(DIST, "widgets", "live", "chart")).map((name) => name.replace(".html", ""));
  return [...IDS.filter((id) => all.includes(id)), ...all.filter((id) => !IDS.includes(id))].slice(0, 10);
}

/** Writes the frames of each peer, and the pages that show ten of them. Gives the bytes of one frame. */
async function pages(ids) {
  mkdirSync(OUT, { recursive: true });
  const bytes = {};
  const shown = (peer, files) =>
    writeFileSync(
      join(OUT, `${peer}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${peer}</title><link rel="icon" href="data:,"><style>iframe { border: 0; width: 700px; height: 520px }</style>${files.map((src) => `<iframe title="x" src="${src}"></iframe>`).join("")}`,
    );
  for (const peer of ["echarts-svg", "plot"]) {
    const outfile = join(OUT, `${peer}.js`);
    const alias = { peer: join(ROOT, "bench", "peers", `${peer}.mjs`) };
    await build({ entryPoints: [join(ROOT, "bench", "peers", "frame.mjs")], outfile, bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error", alias });
    for (const id of ids) {
      const { name, series } = indicatorPage(id).indicator;
      const data = JSON.stringify({ name, series }).replaceAll("<", "\\u003c");
      writeFileSync(
        join(OUT, `${peer}-${id}.html`),
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>${peer}</title><body style="margin:0"><div id="box"></div><script type="application/json" id="data">${data}</script><script type="module" src="${peer}.js"></script>`,
      );
    }
    shown(peer, ids.map((id) => `${peer}-${id}.html`));
    bytes[peer] = packed(outfile) + packed(join(OUT, `${peer}-${ids[0]}.html`));
  }
  for (const id of ids) writeFileSync(join(OUT, `ours-${id}.html`), readFileSync(join(DIST, "widgets", "live", "chart", `${id}.html`)));
  shown("ours", ids.map((id) => `ours-${id}.html?lang=en`));
  bytes.ours = packed(join(OUT, `ours-${ids[0]}.html`));
  writeFileSync(join(OUT, "frame.html"), '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><p>x</p>');
  shown("empty", ids.map(() => "frame.html"));
  bytes.empty = 0;
  return bytes;
}

/** Runs in the page: waits until all frames show a chart and are painted; ms since the navigation began. */
const painted = (selector) =>
  new Promise((resolve) => {
    const look = () => {
      const frames = [...document.querySelectorAll("iframe")];
      if (frames.length !== 10 || !frames.every((it) => it.contentDocument?.querySelector(selector))) {
        requestAnimationFrame(look);
        return;
      }
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    };
    look();
  });

/** MB that the processes of the browser have for themselves; `null` where the system does not say. */
async function memory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  try {
    const kb = ({ id }) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))[1]);
    return processInfo.filter(({ type }) => type === "renderer").map(kb).reduce((one, two) => one + two, 0) / 1000;
  } catch {
    return null;
  }
}

async function round(server, peer) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 2700 } });
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    await page.goto(`${server.base}${peer}.html`, { waitUntil: "commit" });
    const cold = await page.evaluate(painted, PEERS[peer]);
    const session = await context.newCDPSession(page);
    await page.waitForLoadState();
    for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
    const used = await memory(browser);
    await page.reload({ waitUntil: "commit" });
    const warm = await page.evaluate(painted, PEERS[peer]);
    return { cold, warm, used };
  } finally {
    await browser.close();
  }
}

const ids = indicators();
const bytes = await pages(ids);
const server = await serve(OUT, { gzip: true });
try {
  const all = Object.fromEntries(Object.keys(PEERS).map((peer) => [peer, []]));
  // Peers take turns, so that whatever else the machine does meets all alike.
  for (let turn = 0; turn < ROUNDS; turn += 1) for (const peer of Object.keys(PEERS)) all[peer].push(await round(server, peer));
  const middle = (peer, name) => at(all[peer].map((it) => it[name]), 0.5);
  const above = (peer) => (middle(peer, "used") === null ? null : middle(peer, "used") - middle("empty", "used"));
  const part = (one, two) => (one === null || two === null ? "" : (one / two).toFixed(2));
  const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
  console.log(`ten widgets on a page: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores with a load of ${loadavg()[0].toFixed(1)}, ${ROUNDS} rounds\n`);
  row("ten frames", "painted, median ms", "ours / it", "again", "ours / it", "memory above empty frames, MB", "ours / it", "one frame, kB brotli");
  row("---", ...Array(7).fill("---:"));
  for (const peer of Object.keys(PEERS)) {
    const ratios = ["cold", "warm"].map((name) => (["ours", "empty"].includes(peer) ? "" : part(middle("ours", name), middle(peer, name))));
    const used = peer === "empty" ? null : above(peer);
    row(peer, middle(peer, "cold").toFixed(0), ratios[0], middle(peer, "warm").toFixed(0), ratios[1], used === null ? "" : used.toFixed(1), peer === "ours" || peer === "empty" ? "" : part(above("ours"), used), bytes[peer] ? (bytes[peer] / 1000).toFixed(1) : "");
  }
} finally {
  await server.close();
}
