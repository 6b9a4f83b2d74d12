// The switch: put in the place of sw.js, it ends the worker of every reader who comes by and deletes
// what was saved. See docs/offline.md.
import { Copies } from "./copies.js";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  const copies = new Copies(new URL("./", location).href);
  event.waitUntil(copies.alone(() => copies.clear()).then(() => registration.unregister()));
});
