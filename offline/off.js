// The switch: put in the place of sw.js, it ends the worker of every reader who comes by and deletes
// what was saved. See docs/offline.md.
import { Copies } from "./copies.js";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) =>
  event.waitUntil(new Copies(new URL("./", location).href).clear().then(() => registration.unregister())),
);
