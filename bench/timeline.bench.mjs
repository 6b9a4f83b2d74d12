// How quickly the timeline of the partner programmes is drawn and zoomed, beside other libraries: the
// same programmes, the same size, one Chromium; and once more with 5,000 made-up programmes.
//
// - first paint: from the text of the data to the frame that was handed over for painting;
// - zoom: one step, by a factor of 1.35, of a way from everything down to months and back;
// - memory: bytes of the script's heap, of wasm beside it, and nodes of the page, after the way.
//
// Each time ends when the script is done, when the layout that is then forced is done, and when the
// next frame was handed over for painting. Frames come as fast as they can, so that no figure waits
// for a screen. Asserts nothing but that everything was drawn: figures depend on the machine.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { CUT, DIST } from "../tests/e2e/lib/site.mjs";
import { FEATURES, SMALL } from "../xtask/npm/options.mjs";
import { at, packed } from "./lib/figures.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR || join(ROOT, "target");
/** The wasm of src/bin/bench-timeline.rs. */
const WASM = process.env.WASM || join(TARGET, "wasm32-unknown-unknown", "release", "bench-timeline.wasm");
const OUT = join(TARGET, "bench-timeline");
const PEERS = ["ours", "vis", "echarts-svg", "echarts-canvas"];
const ROUNDS = Number(process.env.ROUNDS || 5);
const SIZE = { width: 828, height: 640 };
const MADE_UP = 5_000;

/** The programmes as the site loads them, and many more: copies in other years under other names. */
function data() {
  const read = (name) => readFileSync(join(DIST, CUT, name), "utf8");
  const text = read("programs/index.json");
  const index = JSON.parse(text);
  const shift = (date, years) => date && `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  const programs = Array.from({ length: MADE_UP }, (_, number) => {
    const it = index.programs[number % index.programs.length];
    const round = Math.floor(number / index.programs.length);
    const years = (round % 21) - 10;
    const partner = index.partners[(number * 7 + round) % index.partners.length].id;
    const name = { en: `${it.name.en} ${round}`, id: `${it.name.id} ${round}` };
    const milestones = it.milestones?.map((step) => ({ ...step, date: shift(step.date, years) }));
    // 29 February is in few years.
    const day = (date) => shift(date?.replace("-02-29", "-02-28"), years);
    return { ...it, id: `${it.id}-${round}`, name, partner, start: day(it.start), end: day(it.end), milestones: milestones?.map((step) => ({ ...step, date: step.date.replace("-02-29", "-02-28") })) };
  }).sort((one, two) => (one.start < two.start ? -1 : 1));
  return { all: text, many: JSON.stringify({ ...index, programs }), words: read("words/en.json") };
}

/** The code of each peer, and its bytes. */
async function bundle() {
  mkdirSync(OUT, { recursive: true });
  execFileSync("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", OUT, "--out-name", "timeline", WASM]);
  const wasm = join(OUT, "timeline_bg.wasm");
  execFileSync("wasm-opt", [...SMALL, ...FEATURES, wasm, "-o", wasm]);
  const bytes = {};
  for (const peer of PEERS) {
    const file = join(OUT, `${peer}.js`);
    await build({
      entryPoints: [join(ROOT, "bench", "peers", `timeline-${peer}.mjs`)],
      outfile: file,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      logLevel: "error",
      plugins: [
        {
          name: "timeline",
          setup: (it) => it.onResolve({ filter: /^\.\/timeline\.js$/ }, () => ({ path: join(OUT, "timeline.js") })),
        },
      ],
    });
    const files = peer === "ours" ? [file, wasm] : [file];
    bytes[peer] = files.map(packed).reduce((one, two) => one + two);
  }
  const styles = ["base", "programs"].map((name) => readFileSync(join(ROOT, "style", `${name}.css`), "utf8"));
  writeFileSync(join(OUT, "page.css"), styles.join("\n"));
  writeFileSync(join(OUT, "index.html"), '<!doctype html><html data-theme="light"><meta charset="utf-8"><link rel="stylesheet" href="page.css"><link rel="stylesheet" href="vis.css"><body style="margin:0"><div id="box"></div>');
  return bytes;
}

/** Runs in the page: the first paint, then the way down to months and back. Times in ms. */
async function round({ peer, text, words, size }) {
  const it = await import(new URL(`${peer}.js`, location.href).href);
  await it.start({ words });
  const box = document.getElementById("box");
  box.style.cssText = `width:${size.width}px;height:${size.height}px;overflow:hidden`;
  const frame = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      }),
    );
  const measure = async (act) => {
    await frame();
    const start = performance.now();
    const result = act();
    const script = performance.now();
    document.body.getBoundingClientRect();
    for (const svg of document.querySelectorAll("svg")) svg.getBBox();
    const layout = performance.now();
    await frame();
    return [[script - start, layout - start, performance.now() - start], result];
  };
  const [first, show] = await measure(() => it.open(box, text, size));
  const drawn = box.querySelector("svg path, canvas, .vis-item");
  if (!drawn) throw new Error(`${peer}: nothing drawn`);
  await frame();
  const middle = Date.UTC(2022, 0, 1) / 86_400_000;
  const spans = [];
  for (let span = 5_500; span > 90; span /= 1.35) spans.push(span);
  const zoom = [];
  // The first way warms up and does not count.
  for (let way = 0; way < 3; way += 1) {
    for (const span of [...spans, ...spans.toReversed()]) {
      const [times] = await measure(() => show(middle - span / 2, middle + span / 2));
      if (way > 0) zoom.push(times);
    }
  }
  return { first, zoom, beyond: it.beyond?.() ?? 0 };
}

const MEASURES = ["script", "with layout", "to the frame"];

function table(kind, title, results) {
  const lines = [`\n${title}\n`, `| first paint | ${MEASURES.join(" | ")} | it / ours, to the frame |`, "| --- | ---: | ---: | ---: | ---: |"];
  const median = (peer, what, which) => at(results[peer][kind].flatMap((it) => (what === "first" ? [it.first] : it.zoom)).map((it) => it[which]), 0.5);
  const rows = (what) => {
    for (const peer of PEERS) {
      const values = MEASURES.map((_, which) => median(peer, what, which).toFixed(1));
      const ratio = peer === "ours" ? "" : `${(median(peer, what, 2) / median("ours", what, 2)).toFixed(1)}x (script ${(median(peer, what, 0) / median("ours", what, 0)).toFixed(1)}x)`;
      const worst = what === "zoom" ? ` | ${at(results[peer][kind].flatMap((it) => it.zoom).map((it) => it[2]), 0.99).toFixed(1)}` : "";
      lines.push(`| ${peer} | ${values.join(" | ")} | ${ratio}${worst} |`);
    }
  };
  rows("first");
  lines.push("", `| zoom step | ${MEASURES.join(" | ")} | it / ours, to the frame | p99 to the frame |`, "| --- | ---: | ---: | ---: | ---: | ---: |");
  rows("zoom");
  lines.push("", "| memory | heap kB | wasm kB | nodes |", "| --- | ---: | ---: | ---: |");
  for (const peer of PEERS) {
    const own = results[peer][kind];
    const of = (name) => at(own.map((it) => it[name]), 0.5);
    lines.push(`| ${peer} | ${(of("heap") / 1000).toFixed(0)} | ${(of("beyond") / 1000).toFixed(0)} | ${of("nodes")} |`);
  }
  return lines.join("\n");
}

const bytes = await bundle();
const { all, many, words } = data();
const server = await serve(OUT);
const browser = await launch({ args: ["--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"] });
try {
  const results = Object.fromEntries(PEERS.map((peer) => [peer, { all: [], many: [] }]));
  // Peers take turns, so that whatever else the machine does meets all alike.
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const [kind, text] of Object.entries({ all, many })) {
      for (const peer of PEERS) {
        await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page, context) => {
          context.setDefaultTimeout(180_000);
          await page.goto(server.base);
          const result = await page.evaluate(round, { peer, text, words, size: SIZE });
          const client = await context.newCDPSession(page);
          await client.send("HeapProfiler.collectGarbage");
          await client.send("Performance.enable");
          const { metrics } = await client.send("Performance.getMetrics");
          const metric = (name) => metrics.find((it) => it.name === name).value;
          results[peer][kind].push({ ...result, heap: metric("JSHeapUsedSize"), nodes: metric("Nodes") });
        });
      }
    }
  }
  console.log(`timeline beside peers: ${new Date().toISOString().slice(0, 10)}, ${browser.version()}, ${ROUNDS} rounds`);
  console.log(table("all", `${JSON.parse(all).programs.length} programmes`, results));
  console.log(table("many", `${MADE_UP} made-up programmes`, results));
  console.log(`\n| code | kB brotli |\n| --- | ---: |\n${PEERS.map((peer) => `| ${peer} | ${(bytes[peer] / 1000).toFixed(1)} |`).join("\n")}`);
} finally {
  await browser.close();
  await server.close();
}
