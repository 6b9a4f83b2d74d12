// Ten live widgets on one page, beside ten frames with Apache ECharts and ten with Observable Plot that
// draw the same series in the same size: how long until all are painted, and how much memory the page
// takes.
//
// - A frame of a peer is what chart services embed: heading, sentence, chart, names of series, source,
//   and a script that tells its height. It holds its data and loads its library from the same host, where
//   the browser keeps it for all ten; ours is one file that shares nothing. The frames of a peer have no
//   points to read, no places to choose, no table and no second language: they only draw.
// - Ours waits for its reader, so two rows are its: as it comes, and with the code of all ten started.
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
/** Each row, and what says in a frame that its chart is there. */
const ROWS = { ours: "#picture svg path", "ours, started": "html[data-live] #picture svg path", "echarts-svg": "svg path", plot: "svg path", empty: "p" };
const LIBRARIES = ["echarts-svg", "plot"];
const fileOf = (row) => row.replace(", ", "-");

/** Ten indicators that there are, those named first. */
function indicators() {
  const all = readdirSync(join(DIST, "widgets", "live", "chart")).map((name) => name.replace(".html", ""));
  return [...IDS.filter((id) => all.includes(id)), ...all.filter((id) => !IDS.includes(id))].slice(0, 10);
}

const html = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A frame of a peer, with what a reader sees of ours around the chart. */
function peerFrame(peer, id) {
  const { name, series, sources } = indicatorPage(id).indicator;
  const [, sentence] = readFileSync(join(DIST, "en", "indicators", id, "index.html"), "utf8").match(/id="?chart-words"?>([^<]*)</);
  const names = series.map(({ place }) => `<li><i></i>${html(place)}</li>`).join("");
  const links = Object.values(sources).slice(0, 4).map((it) => `<a href="${html(it.url ?? "")}">${html(it.publisher)}</a>`).join("; ");
  const data = JSON.stringify({ name, series }).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${peer}</title><style>
body { margin: 0; padding: 12px 14px; font: 15px/1.45 system-ui, sans-serif; border: 1px solid #d9d5cb }
h1 { margin: 0 0 4px; font-size: 19px } p, ul { margin: 0 0 8px; padding: 0; color: #5a6068 }
ul { display: flex; flex-wrap: wrap; gap: 2px 12px; list-style: none; font-size: 13px } i { display: inline-block; width: 14px; height: 3px; margin-right: 6px; background: currentcolor }
footer { border-top: 1px solid #d9d5cb; font-size: 13px }
</style><h1>${html(name.en)}</h1><p>${sentence}</p><div id="box"></div><ul>${names}</ul><footer>Sources: ${links}. <a href="/">Get the data</a></footer><script type="application/json" id="data">${data}</script><script type="module" src="${peer}.js"></script>`;
}

/** Makes each frame as high as it says. */
const FIT = `<script>addEventListener("message", ({ data, source }) => {
  const height = data["datawrapper-height"] && Object.values(data["datawrapper-height"])[0];
  if (height) for (const frame of document.querySelectorAll("iframe")) if (frame.contentWindow === source) frame.height = height;
})</script>`;

/** Writes the frames of each row, and the pages that show ten of them. Gives the bytes of one frame. */
async function pages(ids) {
  mkdirSync(OUT, { recursive: true });
  const bytes = {};
  const shown = (row, files) =>
    writeFileSync(
      join(OUT, `${fileOf(row)}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${row}</title><link rel="icon" href="data:,"><style>iframe { border: 0 }</style>${FIT}${files.map((src) => `<iframe title="x" width="700" height="520" src="${src}"></iframe>`).join("")}`,
    );
  for (const peer of LIBRARIES) {
    const outfile = join(OUT, `${peer}.js`);
    const alias = { peer: join(ROOT, "bench", "peers", `${peer}.mjs`) };
    await build({ entryPoints: [join(ROOT, "bench", "peers", "frame.mjs")], outfile, bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error", alias });
    for (const id of ids) writeFileSync(join(OUT, `${peer}-${id}.html`), peerFrame(peer, id));
    shown(peer, ids.map((id) => `${peer}-${id}.html`));
    bytes[peer] = packed(outfile) + packed(join(OUT, `${peer}-${ids[0]}.html`));
  }
  for (const id of ids) writeFileSync(join(OUT, `ours-${id}.html`), readFileSync(join(DIST, "widgets", "live", "chart", `${id}.html`)));
  shown("ours", ids.map((id) => `ours-${id}.html?lang=en`));
  // An address that asks for something is answered at once.
  shown("ours, started", ids.map((id) => `ours-${id}.html?lang=en&kind=line`));
  bytes.ours = packed(join(OUT, `ours-${ids[0]}.html`));
  writeFileSync(join(OUT, "frame.html"), '<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><p>x</p>');
  shown("empty", ids.map(() => "frame.html"));
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

async function round(server, row) {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 3600 } });
    context.setDefaultTimeout(120_000);
    const page = await context.newPage();
    await page.goto(`${server.base}${fileOf(row)}.html`, { waitUntil: "commit" });
    const cold = await page.evaluate(painted, ROWS[row]);
    const session = await context.newCDPSession(page);
    await page.waitForLoadState();
    for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
    const used = await memory(browser);
    await page.reload({ waitUntil: "commit" });
    const warm = await page.evaluate(painted, ROWS[row]);
    return { cold, warm, used };
  } finally {
    await browser.close();
  }
}

const ids = indicators();
const bytes = await pages(ids);
const server = await serve(OUT, { gzip: true });
try {
  const rows = Object.keys(ROWS);
  const all = Object.fromEntries(rows.map((row) => [row, []]));
  // They take turns, so that whatever else the machine does meets all alike.
  for (let turn = 0; turn < ROUNDS; turn += 1) for (const row of rows) all[row].push(await round(server, row));
  const middle = (row, name) => at(all[row].map((it) => it[name]), 0.5);
  const above = (row) => (middle(row, "used") === null ? null : middle(row, "used") - middle("empty", "used"));
  const part = (one, two) => (one === null || two === null ? "" : (one / two).toFixed(2));
  const line = (...cells) => console.log(`| ${cells.join(" | ")} |`);
  console.log(`ten widgets on a page: ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores with a load of ${loadavg()[0].toFixed(1)}, ${ROUNDS} rounds\n`);
  line("ten frames", "painted, median ms", "ours / it", "again", "ours / it", "memory above empty frames, MB", "ours / it", "one frame, kB brotli");
  line("---", ...Array(7).fill("---:"));
  for (const row of rows) {
    const isPeer = LIBRARIES.includes(row);
    const cells = ["cold", "warm"].flatMap((name) => [middle(row, name).toFixed(0), isPeer ? part(middle("ours", name), middle(row, name)) : ""]);
    const used = row === "empty" ? null : above(row);
    line(row, ...cells, used === null ? "" : used.toFixed(1), isPeer ? part(above("ours"), used) : "", bytes[row] ? (bytes[row] / 1000).toFixed(1) : "");
  }
} finally {
  await server.close();
}
