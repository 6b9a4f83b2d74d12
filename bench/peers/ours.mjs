// The charts of this site. `charts.js` is what wasm-bindgen writes for src/bin/bench-charts.rs.
import init from "./charts.js";

export async function start({ words }) {
  await init({ module_or_path: "charts_bg.wasm" });
  if (!globalThis.atlasWords(words)) throw new Error("the words are those of another version");
}

export function line(box, text, { width, height }) {
  box.innerHTML = globalThis.atlasDraw(text, width, height);
}

export function select(box, text, { width, height }) {
  globalThis.atlasLoad(text);
  return (chosen) => {
    const [first, marks] = globalThis.atlasSelect(chosen.join(","), width, height);
    if (marks === undefined) {
      box.innerHTML = first;
    } else {
      // As the site does.
      box.querySelector("desc").textContent = first;
      box.querySelector("svg > g:last-child").innerHTML = marks;
    }
  };
}
