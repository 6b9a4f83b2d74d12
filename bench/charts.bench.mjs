// How quickly charts are drawn, beside other libraries: the same data, the same size, one Chromium.
//
// - lines: a line chart of 11 series x 65 years, 640 x 300;
// - page: all indicators as small line charts, 320 x 200 each;
// - select: a line chart of 38 series x 18 points, redrawn on each of 100 changes of the selection.
//
// Each begins with the text of the data files (for `select`: with data that were read before) and
// ends when the script is done, when the layout that is then forced is done, and when the next frame
// was handed over for painting. Frames come as fast as they can, so that no figure waits for a screen.
// Chart.js and uPlot draw on a canvas, which needs no layout and which no screen reader reads.
//
// Bytes: what a page needs to draw the chart, bundled and minified with what is not used left out,
// packed by brotli at its best.
//
// Prints the table of docs/benchmarks.md. It asserts nothing but that every chart was drawn: figures
// depend on the machine.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { ISOLATED, serve } from "../tests/e2e/lib/server.mjs";
import { CUT, DIST } from "../tests/e2e/lib/site.mjs";
import { bundle } from "./lib/bundle.mjs";
import { at } from "./lib/figures.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR || join(ROOT, "target");
/** The wasm of src/bin/bench-charts.rs. */
const WASM = join(TARGET, "wasm32-unknown-unknown", "release", "bench-charts.wasm");
const OUT = join(TARGET, "bench");
/** Ours first; those whose names end in -canvas draw no SVG. */
const PEERS = ["ours", "echarts-svg", "plot", "vega-svg", "chartjs-canvas", "uplot-canvas"];
const ROUNDS = Number(process.env.ROUNDS || 5);
/** Measured runs of each round, and those before them that do not count. */
const RUNS = { lines: [30, 10], page: [6, 2], select: [100, 20] };

/** The data files, each as the text that a browser would fetch. */
function data() {
  const folder = join(ROOT, "public", "data", "indicators");
  const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const page = readdirSync(folder).sort().map((name) => JSON.stringify(read(name)));
  const cities = read("city-population-wup.json");
  // As many cities as the network has, though the file has values of fewer: the rest are copies.
  const whole = cities.series.filter(({ points }) => points.length === 18);
  const series = Array.from({ length: 38 }, (_, index) => {
    const it = whole[index % whole.length];
    const copy = index < whole.length ? 1 : 0.9;
    return { ...it, place: copy === 1 ? it.place : `${it.place}-2`, points: it.points.map(([year, value, ...rest]) => [year, Math.round(value * copy), ...rest]) };
  });
  const words = readFileSync(join(DIST, CUT, "words", "en.json"), "utf8");
  return { lines: JSON.stringify(read("population.json")), page, select: JSON.stringify({ ...cities, series }), words };
}

/** The code of each peer, and its bytes. */
async function code() {
  const bytes = await bundle({ wasm: WASM, name: "charts", peers: PEERS, sources: join(ROOT, "bench", "peers"), out: OUT });
  // The site's own styles, so that layout costs what it costs there.
  writeFileSync(join(OUT, "chart.css"), ["base", "chart"].map((name) => readFileSync(join(ROOT, "style", `${name}.css`), "utf8")).join("\n"));
  writeFileSync(join(OUT, "index.html"), '<!doctype html><html data-theme="light"><meta charset="utf-8"><link rel="stylesheet" href="chart.css"><body style="margin:0"><div id="box"></div>');
  return bytes;
}

/** Runs in the page: one round of one kind. Times in ms: script, with layout, with the frame. */
async function round({ peer, kind, data, runs, warm }) {
  window.peer ??= await import(new URL(`${peer}.js`, location.href).href).then(async (peer) => {
    await peer.start(data);
    return peer;
  });
  const box = document.getElementById("box");
  const SIZES = { lines: { width: 640, height: 300 }, page: { width: 320, height: 200 }, select: { width: 640, height: 300 } };
  const size = SIZES[kind];
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      }),
    );
  const clear = () => {
    box.replaceChildren();
    const boxes = kind === "page" ? data.page.length : 1;
    for (let index = 0; index < boxes; index += 1) {
      const cell = box.appendChild(document.createElement("div"));
      cell.style.cssText = `width:${size.width}px;height:${size.height}px;float:left;overflow:hidden`;
    }
    return [...box.children];
  };
  let change;
  const places = kind === "select" ? JSON.parse(data.select).series.map(({ place }) => place) : [];
  let boxes = clear();
  if (kind === "select") change = await window.peer.select(boxes[0], data.select, size);
  const times = [];
  for (let run = -warm; run < runs; run += 1) {
    if (kind !== "select") boxes = clear();
    // Two places of 38, others each time.
    const chosen = [places[(run + warm) % 38], places[((run + warm) * 7 + 3) % 38]];
    await frame();
    const start = performance.now();
    if (kind === "lines") {
      const done = window.peer.line(boxes[0], data.lines, size);
      if (done) await done;
    } else if (kind === "page") {
      for (const [index, cell] of boxes.entries()) {
        const done = window.peer.line(cell, data.page[index], size);
        if (done) await done;
      }
    } else {
      const done = change(chosen);
      if (done) await done;
    }
    const script = performance.now();
    document.body.getBoundingClientRect();
    for (const svg of document.querySelectorAll("svg")) svg.getBBox();
    const layout = performance.now();
    await frame();
    const painted = performance.now();
    const drawn = boxes.every((cell) => cell.querySelector("svg path, canvas") || cell.querySelector("svg text"));
    if (!drawn) throw new Error(`${peer}: nothing drawn in ${kind}`);
    if (run >= 0) times.push([script - start, layout - start, painted - start]);
  }
  return times;
}

const MEASURES = ["script", "with layout", "to the frame"];
const TARGETS = [0.5, 0.7, null];

function table(times, bytes) {
  const lines = [];
  const row = (cells) => lines.push(`| ${cells.join(" | ")} |`);
  for (const [kind, title] of [["lines", "(a) 11 series x 65 years"], ["page", "(b) a page of small charts"], ["select", "(c) 38 series x 18 points, per change"]]) {
    row([title, ...MEASURES.flatMap((name) => [`${name}, median ms`, "p95", "ours / it"])]);
    row(["---", ...MEASURES.flatMap(() => ["---:", "---:", "---:"])]);
    const medians = Object.fromEntries(PEERS.map((peer) => [peer, MEASURES.map((_, which) => at(times[peer][kind].map((it) => it[which]), 0.5))]));
    for (const peer of PEERS) {
      row([
        peer,
        ...MEASURES.flatMap((_, which) => {
          const values = times[peer][kind].map((it) => it[which]);
          const ratio = peer === "ours" ? "" : (medians.ours[which] / medians[peer][which]).toFixed(2);
          return [at(values, 0.5).toFixed(2), at(values, 0.95).toFixed(2), ratio];
        }),
      ]);
    }
    lines.push("");
    for (const [which, target] of TARGETS.entries()) {
      const svg = PEERS.filter((peer) => peer !== "ours" && !peer.endsWith("-canvas"));
      const fastest = svg.reduce((one, two) => (medians[one][which] <= medians[two][which] ? one : two));
      const ratio = medians.ours[which] / medians[fastest][which];
      const verdict = target === null ? "" : ` (target ${target}: ${ratio <= target ? "met" : "MISSED"})`;
      lines.push(`${MEASURES[which]}: ours / fastest SVG peer (${fastest}) = ${ratio.toFixed(2)}${verdict}  `);
    }
    lines.push("");
  }
  row(["code", "kB brotli", "ours / it"]);
  row(["---", "---:", "---:"]);
  for (const peer of PEERS) row([peer, (bytes[peer] / 1000).toFixed(1), peer === "ours" ? "" : (bytes.ours / bytes[peer]).toFixed(2)]);
  return lines.join("\n");
}

const bytes = await code();
const given = data();
const server = await serve(OUT, { more: ISOLATED });
const browser = await launch({ args: ["--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"] });
try {
  const times = Object.fromEntries(PEERS.map((peer) => [peer, { lines: [], page: [], select: [] }]));
  // Peers take turns, so that whatever else the machine does meets all alike.
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const peer of PEERS) {
      for (const [kind, [runs, warm]] of Object.entries(RUNS)) {
        await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page, context) => {
          context.setDefaultTimeout(120_000);
          await page.goto(server.base);
          times[peer][kind].push(...(await page.evaluate(round, { peer, kind, data: given, runs, warm })));
        });
      }
    }
  }
  console.log(`charts beside peers: ${new Date().toISOString().slice(0, 10)}, ${browser.version()}, ${given.page.length} indicators, ${ROUNDS} rounds\n`);
  console.log(table(times, bytes));
} finally {
  await browser.close();
  await server.close();
}
