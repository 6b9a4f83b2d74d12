// The timeline of this site. `timeline.js` is what wasm-bindgen writes for src/bin/bench-timeline.rs.
import init from "./timeline.js";

let memory;

export async function start({ words }) {
  ({ memory } = await init({ module_or_path: "timeline_bg.wasm" }));
  if (!globalThis.atlasWords(words)) throw new Error("the words are those of another version");
}

/** Bytes beyond those of the script's heap. */
export const beyond = () => memory.buffer.byteLength;

export function open(box, bytes, { width, height }) {
  globalThis.atlasLoad(bytes);
  box.innerHTML = '<div class="tl-frame"><div class="tl-axis"></div><div class="tl-body"></div></div>';
  const [axis, body] = box.firstChild.children;
  const show = (from, to) => globalThis.atlasShow(axis, body, from, to, width, height, false);
  show(0, 0);
  // What the site does when the reader has rested for a moment.
  show.rest = (from, to) => globalThis.atlasShow(axis, body, from, to, width, height, true);
  return show;
}
