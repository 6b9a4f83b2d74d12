// Starts a live widget: unpacks its code and its data, which stand in the page as text, and runs it. Where that
// fails, the fixed chart stays, and words under it say so.
//
// A chart waits for its reader: until a pointer, a key or the focus comes to it, it is as good as a
// picture, and ten on a page cost no more than ten pictures. What was done meanwhile is done again once
// the code is there. It does not wait where the address names other places or another view, or where
// there is room for a drawing that the host has not made (as `size_of` in src/explore says).
import { initSync } from "app";

import { read } from "./dense.mjs";

const WIDEST = 820;
/** What the address says of the chart, beside its look. */
const ASKED = "places kind from to year scale relative".split(" ");
/** What a reader does who turns to it. */
const SIGNS = ["pointerover", "pointerdown", "focus", "keydown", "click"];
/** The parts that hear what was done before there was anybody to listen. */
const HEARING = ".kinds, .readout";

const root = document.documentElement;
const done = [];

/** What a text stands for, as the answer of a host. */
function unpacked(text) {
  const { readable, writable } = new DecompressionStream("gzip");
  const writer = writable.getWriter();
  // The reader of the other end is told of a fault: the checksum of gzip does not fit.
  writer.write(read(text)).catch(() => {});
  writer.close().catch(() => {});
  return new Response(readable);
}

async function start() {
  try {
    const code = document.getElementById("code");
    const data = document.querySelector("#data, #compare-data");
    const compiled = WebAssembly.compile(await unpacked(code.textContent).arrayBuffer());
    code.remove();
    const module = await compiled;
    if (data.type === "text/plain") data.textContent = await unpacked(data.textContent).text();
    initSync({ module });
  } catch (error) {
    console.error(error);
  }
  if (!("live" in root.dataset)) root.dataset.failed = "";
}

function see(event) {
  if (done.push(event) > 1) return;
  start().then(() => {
    for (const sign of SIGNS) removeEventListener(sign, see, true);
    for (const it of done) if (it.target.closest?.(HEARING)) it.target.dispatchEvent(new it.constructor(it.type, it));
  });
}

const asks = new URLSearchParams(location.search);
if (!document.getElementById("picture") || document.getElementById("live").clientWidth >= WIDEST || ASKED.some((name) => asks.has(name))) start();
else for (const sign of SIGNS) addEventListener(sign, see, true);
