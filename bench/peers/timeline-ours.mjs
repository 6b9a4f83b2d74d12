// The timeline of this site. `timeline.js` is what wasm-bindgen writes for src/bin/bench-timeline.rs.
import init from "./timeline.js";

let memory;

export async function start({ words }) {
  ({ memory } = await init({ module_or_path: "timeline_bg.wasm" }));
  if (!globalThis.atlasWords(words)) throw new Error("the words are those of another version");
}

/** Bytes beyond those of the script's heap. */
export const beyond = () => memory.buffer.byteLength;

export function open(box, text, { width, height }) {
  globalThis.atlasLoad(text);
  box.innerHTML = '<div class="tl-frame"><div class="tl-axis"></div><div class="tl-body"></div></div>';
  const [axis, body] = box.firstChild.children;
  const show = (from, to) => {
    const drawn = globalThis.atlasDraw(from, to, width, height);
    const end = drawn.indexOf("\n");
    axis.innerHTML = drawn.slice(0, end);
    body.innerHTML = drawn.slice(end + 1);
  };
  show(0, 0);
  return show;
}
