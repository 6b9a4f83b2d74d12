// How quickly the timeline of the partner programmes is drawn and zoomed, beside other libraries: the
// same programmes, the same size, one Chromium; and once more with 5,000 made-up programmes.
//
// - first paint: from the bytes of the data file to the frame that was handed over for painting;
// - zoom: one step, by a factor of 1.35, of a way from everything down to months and back;
// - memory: bytes of the script's heap, of wasm beside it, and nodes of the page, after the way.
//
// Each time ends when the script is done, when the layout that is then forced is done, and when the
// next frame was handed over for painting, which waits for the screen. None of these is fair to all:
// vis-timeline puts its work off to the next frame, a canvas has no layout, and where frames come at
// fixed times a quick step waits longest. So the aim is judged by the *work*: all that the page's thread
// does until what is shown is painted, script, style, layout and painting, as the browser counts it, for
// whatever frame a library puts it off to; less what the same run costs with nothing to draw
// (`peers/timeline-nothing.mjs`). What this site leaves for when the reader rests is part of it.
//
// Asserts nothing but that everything was drawn: figures depend on the machine.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { ISOLATED, serve } from "../tests/e2e/lib/server.mjs";
import { CUT, DIST } from "../tests/e2e/lib/site.mjs";
import { bundle } from "./lib/bundle.mjs";
import { at } from "./lib/figures.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR || join(ROOT, "target");
/** The wasm of src/bin/bench-timeline.rs. */
const WASM = process.env.WASM || join(TARGET, "wasm32-unknown-unknown", "release", "bench-timeline.wasm");
const OUT = join(TARGET, "bench-timeline");
const PEERS = ["ours", "vis", "echarts-svg", "echarts-canvas"];
/** What the measurement costs by itself. */
const NOTHING = "nothing";
/** Times as quick as each of the others. */
const AIM = 3;
const ROUNDS = Number(process.env.ROUNDS || 5);
const SIZE = { width: 828, height: 640 };
const MADE_UP = 5_000;
/** Of "all" programmes and "many" made-up ones, those that are measured. */
const KINDS = (process.env.KINDS || "all,many").split(",");

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
async function code() {
  const bytes = await bundle({ wasm: WASM, name: "timeline", peers: [...PEERS, NOTHING], sources: join(ROOT, "bench", "peers"), prefix: "timeline-", out: OUT });
  const styles = ["base", "programs"].map((name) => readFileSync(join(ROOT, "style", `${name}.css`), "utf8"));
  writeFileSync(join(OUT, "page.css"), styles.join("\n"));
  // With words that are there before, as on any page: the first ones would pay for the fonts of all.
  const words = '<p>Words, <b>more words</b></p><p style="font:13px sans-serif">Words, <b>more words</b></p>';
  writeFileSync(join(OUT, "index.html"), `<!doctype html><html data-theme="light"><meta charset="utf-8"><link rel="stylesheet" href="page.css"><link rel="stylesheet" href="vis.css"><body style="margin:0">${words}<div id="box"></div>`);
  return bytes;
}

/** Runs in the page: makes everything ready for the two measurements below. */
async function prepare({ peer, file, words, size }) {
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
    const layout = performance.now();
    await frame();
    return [[script - start, layout - start, performance.now() - start], result];
  };
  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer());
  let show;
  window.first = async () => {
    const [times, opened] = await measure(() => it.open(box, bytes, size));
    show = opened;
    if (peer !== "nothing" && !box.querySelector("svg path[d], canvas, .vis-item")) throw new Error(`${peer}: nothing drawn`);
    // Some draw twice, or in the frame after the next.
    for (let times = 0; times < 3; times += 1) await frame();
    return times;
  };
  const middle = Date.UTC(2022, 0, 1) / 86_400_000;
  const spans = [];
  for (let span = 5_500; span > 90; span /= 1.35) spans.push(span);
  window.way = async () => {
    const all = [];
    for (const span of [...spans, ...spans.toReversed()]) {
      const [times] = await measure(() => show(middle - span / 2, middle + span / 2));
      all.push(times);
    }
    // What is left for when the reader rests counts as well.
    show.rest?.(middle - spans[0] / 2, middle + spans[0] / 2);
    await frame();
    return all;
  };
  window.beyond = () => it.beyond?.() ?? 0;
}

/** First paint, then two ways down to months and back, the first of which warms up. Times in ms. */
async function round(page, client, setup) {
  const metric = async (name) => (await client.send("Performance.getMetrics")).metrics.find((it) => it.name === name).value;
  const work = async (act) => {
    const before = await metric("TaskDuration");
    const result = await act();
    return [result, ((await metric("TaskDuration")) - before) * 1000];
  };
  // The thread's own time: what else the machine does is not in it.
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate(prepare, setup);
  const [first, firstWork] = await work(() => page.evaluate(() => window.first()));
  await page.evaluate(() => window.way());
  const [zoom, zoomWork] = await work(() => page.evaluate(() => window.way()));
  await client.send("HeapProfiler.collectGarbage");
  return {
    first: [[...first, firstWork]],
    zoom: zoom.map((times) => [...times, zoomWork / zoom.length]),
    beyond: await page.evaluate(() => window.beyond()),
    heap: await metric("JSHeapUsedSize"),
    nodes: await metric("Nodes"),
  };
}

const MEASURES = ["script", "with layout", "to the frame", "work"];

function table(kind, title, results) {
  const lines = [`\n**${title}**`];
  const raw = (peer, what, which, part) => at(results[peer][kind].flatMap((it) => it[what]).map((it) => it[which]), part);
  const times = (peer, what, which, part) => raw(peer, what, which, part) - (which === 3 ? raw(NOTHING, what, which, 0.5) : 0);
  const peers = PEERS.filter((peer) => peer !== "ours");
  for (const [what, name] of [["first", "first paint"], ["zoom", "zoom step"]]) {
    lines.push("", `| ${name}, ms | ${MEASURES.join(" | ")} | work, it / ours | with layout, p99 |`, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    const ratio = (peer) => times(peer, what, 3, 0.5) / times("ours", what, 3, 0.5);
    for (const peer of PEERS) {
      const values = MEASURES.map((_, which) => times(peer, what, which, 0.5).toFixed(1));
      lines.push(`| ${peer} | ${values.join(" | ")} | ${peer === "ours" ? "" : ratio(peer).toFixed(1)} | ${times(peer, what, 1, 0.99).toFixed(1)} |`);
    }
    const said = peers.map((peer) => `${peer} ${ratio(peer).toFixed(1)} (${ratio(peer) >= AIM ? "met" : "MISSED"})`);
    lines.push("", `${name}: work of each / ours, of which the aim is ${AIM}: ${said.join(", ")}. With nothing to draw: ${raw(NOTHING, what, 3, 0.5).toFixed(1)} ms, taken off.`);
  }
  lines.push("", "| memory | heap kB | wasm kB | nodes |", "| --- | ---: | ---: | ---: |");
  for (const peer of PEERS) {
    const own = results[peer][kind];
    const of = (name) => at(own.map((it) => it[name]), 0.5);
    lines.push(`| ${peer} | ${(of("heap") / 1000).toFixed(0)} | ${(of("beyond") / 1000).toFixed(0)} | ${of("nodes")} |`);
  }
  return lines.join("\n");
}

const bytes = await code();
const { all, many, words } = data();
const FILES = { all, many };
for (const [kind, text] of Object.entries(FILES)) writeFileSync(join(OUT, `${kind}.json`), text);
const server = await serve(OUT, { more: ISOLATED });
const browser = await launch({ args: ["--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"] });
try {
  const results = Object.fromEntries([...PEERS, NOTHING].map((peer) => [peer, { all: [], many: [] }]));
  // Peers take turns, so that whatever else the machine does meets all alike.
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const kind of Object.keys(FILES).filter((it) => KINDS.includes(it))) {
      for (const peer of [...PEERS, NOTHING]) {
        await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page, context) => {
          context.setDefaultTimeout(180_000);
          await page.goto(server.base);
          const client = await context.newCDPSession(page);
          results[peer][kind].push(await round(page, client, { peer, file: `${kind}.json`, words, size: SIZE }));
        });
      }
    }
  }
  console.log(`timeline beside peers: ${new Date().toISOString().slice(0, 10)}, ${browser.version()}, ${ROUNDS} rounds`);
  const titles = { all: `${JSON.parse(all).programs.length} programmes`, many: `${MADE_UP} made-up programmes` };
  for (const kind of KINDS) console.log(table(kind, titles[kind], results));
  console.log(`\n| code | kB brotli |\n| --- | ---: |\n${PEERS.map((peer) => `| ${peer} | ${(bytes[peer] / 1000).toFixed(1)} |`).join("\n")}`);
} finally {
  await browser.close();
  await server.close();
}
