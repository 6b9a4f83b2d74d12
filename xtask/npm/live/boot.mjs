// Starts a live widget: unpacks its code, which stands in the page as text, and runs it. Where that
// fails, the fixed chart stays, and words under it say so.
import { initSync } from "app";

import { read } from "./dense.mjs";

const root = document.documentElement;
try {
  const code = document.getElementById("code");
  const packed = read(code.textContent);
  code.remove();
  // Ends with an error where the checksum of gzip does not fit.
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  initSync({ module: await WebAssembly.compile(await new Response(stream).arrayBuffer()) });
} catch (error) {
  console.error(error);
}
if (!("live" in root.dataset)) for (const words of document.querySelectorAll(".failed")) words.hidden = false;
