// The state of what is saved, as the page tells it, and the saving that goes on. One for the page:
// the part on "about" may come and go while the atlas is being saved.

import { Copies } from "./copies.js";
import { claim, latest, remove, save, Trouble } from "./save.js";

const root = new URL("./", document.baseURI).href;
const copies = new Copies(root);

/** The version of which this page is; `undefined` on a page that no release made. */
export const pageVersion = document.querySelector("meta[name=atlas-version]")?.content;

/** Tells other tabs that something has changed. */
const channel = new BroadcastChannel(copies.prefix);

/**
 * What is so now, by its `kind`:
 *
 * - `look`: not known yet
 * - `none`, with `newest`, which is `null` without a network
 * - `saving`, with `here` and `all`, bytes
 * - `saved`, with `current`
 * - `partly`, with `wanted`, `here` and `all`, which is `null` when the list is not here
 * - `newer`, with `current` and `newest`
 * - `reload`, with `current`: this page is of another version
 * - `refused`: the browser keeps nothing
 *
 * With `trouble` when the last attempt ended in one, and `done` when it ended otherwise.
 */
export let now = { kind: "look" };

let stop = null;
const hearers = new Set();

/** `hear` is called at once and after each change, until `signal` ends it. */
export function follow(hear, signal) {
  hearers.add(hear);
  signal.addEventListener("abort", () => hearers.delete(hear));
  hear(now);
}

function tell(state) {
  now = state;
  for (const hear of hearers) hear(now);
}

/** Tells once more what is so. */
export const again = () => tell(now);

/**
 * Finds out what is so. Where it is shown in full, every byte of the copy is checked; a bar on any
 * other page is not worth that.
 */
export async function look(more = {}) {
  if (stop) return;
  const state = await found(Boolean(document.querySelector("atlas-offline"))).catch(() => ({ kind: "refused" }));
  if (!stop) tell({ ...state, ...more });
  // Of a page that was reloaded the worker learns only when the next one is there.
  navigator.serviceWorker.controller?.postMessage({ act: "tidy" });
}

async function found(isThorough) {
  const [newest, current, wanted] = await Promise.all([latest(copies), copies.fact("current"), copies.fact("wanted")]);
  if (current) {
    const { here, all } = isThorough ? await copies.check(current.version) : {};
    if (here !== all) return { kind: "partly", wanted: current, here, all: all ?? current.bytes };
    if (newest && newest.version !== current.version) return { kind: "newer", current, newest };
    if (pageVersion !== current.version) return { kind: "reload", current };
    return { kind: "saved", current };
  }
  if (wanted) {
    const { here, all } = await copies.check(wanted.version);
    // A list alone is no copy; and what the host no longer has cannot be completed.
    if (here > 0 && (!newest || newest.version === wanted.version)) return { kind: "partly", wanted, here, all: all ?? wanted.bytes };
  }
  return { kind: "none", newest };
}

/** Saves a version; tells how it goes. */
export async function start(wanted) {
  if (stop) return;
  stop = new AbortController();
  tell({ kind: "saving", here: 0, all: wanted.bytes });
  const result = {};
  try {
    await save(copies, wanted, stop.signal, (here) => tell({ kind: "saving", here, all: wanted.bytes }));
    if (pageVersion) await claim(pageVersion);
    result.done = "saved";
  } catch (error) {
    if (stop.signal.aborted) result.done = "cancelled";
    else {
      result.trouble = error instanceof Trouble ? error : new Trouble("browser", error.message);
      console.warn(`offline: ${error.message}`);
    }
  }
  stop = null;
  channel.postMessage("changed");
  await look(result);
}

/** Ends the saving. */
export const cancel = () => stop?.abort();

/** Deletes what is saved. */
export async function clear() {
  await remove(copies);
  channel.postMessage("changed");
  await look({ done: "removed" });
}

channel.onmessage = () => look();
