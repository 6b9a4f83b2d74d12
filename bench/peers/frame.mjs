// What stands in a frame of a peer beside its own drawing: the data inside the page, as in a widget of
// ours, drawn once, and the height of it all told to the page around.
import { line } from "peer";

line(document.getElementById("box"), document.getElementById("data").textContent, { width: 640, height: 340 });
new ResizeObserver(() => {
  parent.postMessage({ "datawrapper-height": { chart: Math.ceil(document.documentElement.getBoundingClientRect().height) } }, "*");
}).observe(document.documentElement);
