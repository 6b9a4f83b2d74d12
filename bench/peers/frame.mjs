// What stands in a frame of a peer beside its own drawing: the data inside the page, as in a widget of
// ours, drawn once.
import { line } from "peer";

line(document.getElementById("box"), document.getElementById("data").textContent, { width: 640, height: 340 });
