// Saving: makes a copy of a version, pack by pack, and makes it current when it is complete.
//
// What has come and is as listed stays when saving ends early, so that nothing is fetched twice. Only
// a full disk and the reader's own "cancel" delete it.

import { fits, hash, listFile } from "./copies.js";

/** Why a copy was not made: `network`, `server`, `content`, `space`, `browser`, `busy`. */
export class Trouble extends Error {
  constructor(why, detail = "") {
    super(`${why} ${detail}`);
    this.why = why;
    this.detail = detail;
  }
}

/** The newest version that the host has, `null` when that cannot be known now. */
export async function latest(copies) {
  try {
    const response = await fetch(`${copies.root}offline/latest.json`, { cache: "no-cache" });
    const { version, bytes, data } = await response.json();
    return /^[0-9a-f]{32}$/.test(version) && bytes > 0 ? { version, bytes, data } : null;
  } catch {
    // No network, or a page of the host in its place.
    return null;
  }
}

/** Free bytes for this site, if the browser tells. */
export async function free() {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return quota === undefined ? null : Math.max(0, quota - usage);
}

/** Fetches a file of the host; `come` is told how many bytes came, as they come. */
async function get(copies, file, signal, come) {
  const gone = (error) => {
    throw signal.aborted ? error : new Trouble("network", error.message);
  };
  const response = await fetch(copies.root + file, { signal, cache: "no-store" }).catch(gone);
  if (!response.ok) throw new Trouble("server", String(response.status));
  const reader = response.body.getReader();
  const parts = [];
  for (;;) {
    const { done, value } = await reader.read().catch(gone);
    if (done) return new Blob(parts).arrayBuffer();
    parts.push(value);
    come(value.byteLength);
  }
}

/** Puts a file into a copy. */
async function put(copies, version, file, bytes) {
  try {
    await (await copies.open(version)).put(copies.root + file, new Response(bytes));
  } catch (error) {
    if (error.name === "QuotaExceededError") {
      // What browsers say is free is a guess, at times far off: it is passed on where it can be so.
      const room = await free();
      throw new Trouble("space", room !== null && room < bytes.byteLength ? room : "");
    }
    throw new Trouble("browser", error.message);
  }
}

/** The list of a version, fetched if it is not here. */
async function listOf(copies, { version }, signal, come) {
  const here = await copies.list(version);
  if (here) {
    come((await copies.stored(version, listFile(version))).size);
    return here;
  }
  const bytes = await get(copies, listFile(version), signal, come);
  if ((await hash(bytes)) !== version) throw new Trouble("content", listFile(version));
  await put(copies, version, listFile(version), bytes);
  return copies.list(version);
}

/** A pack that another copy has: most of a new version is as before. */
async function fromOthers(copies, version, pack) {
  for (const other of await copies.versions()) {
    const bytes = other === version ? null : await copies.pack(other, pack);
    if (bytes) return bytes;
  }
  return null;
}

/**
 * Makes the copy `wanted` (`{version, bytes, data}`) and makes it current. `told` hears how many
 * bytes are here. Throws a `Trouble`, or an `AbortError` when `signal` ends it.
 */
export function save(copies, wanted, signal, told) {
  // Two tabs that save at once would fetch everything twice.
  return navigator.locks.request(copies.prefix, { ifAvailable: true }, async (lock) => {
    if (!lock) throw new Trouble("busy");
    try {
      await make(copies, wanted, signal, told);
    } catch (error) {
      if (signal.aborted || error.why === "space") await forget(copies, wanted.version);
      throw error;
    }
  });
}

async function make(copies, { version, bytes, data }, signal, told) {
  let here = 0;
  const come = (more) => told((here += more));
  // A browser that keeps it for good does so; one that does not, or asks and is refused, may delete
  // it when the disk is full, and the page will say so.
  // Not waited for: some browsers ask the reader, who may be busy with the progress.
  navigator.storage?.persist?.().catch(() => {});
  // From here on the worker leaves what is here of it.
  await copies.alone(() => copies.keep("wanted", { version, bytes, data })).catch((error) => {
    throw new Trouble(error.name === "QuotaExceededError" ? "space" : "browser", "");
  });
  const room = await free();
  const has = (await copies.check(version)).here;
  if (room !== null && room < bytes - has) throw new Trouble("space", room);
  const list = await listOf(copies, { version }, signal, come);
  for (const pack of list.packs) {
    signal.throwIfAborted();
    if (await copies.pack(version, pack)) {
      come(pack.bytes);
      continue;
    }
    const before = here;
    const own = await fromOthers(copies, version, pack);
    const bytes = own ?? (await get(copies, pack.file, signal, come));
    if (!(await fits(bytes, pack.bytes, pack.hash))) throw new Trouble("content", pack.file);
    await put(copies, version, pack.file, bytes);
    told((here = before + pack.bytes));
  }
  const { here: kept, all } = await copies.check(version);
  if (kept !== all) throw new Trouble("browser", "did not keep what was stored");
  const worker = await register(copies);
  signal.throwIfAborted();
  // From here on the copy is what is shown.
  await copies.alone(async () => {
    await copies.keep("current", { version, bytes: all, data, saved: new Date().toISOString() });
    await copies.forget("wanted");
  });
  worker.postMessage({ act: "tidy" });
}

/** The worker, which serves copies, once it runs. */
async function register(copies) {
  try {
    // Its rules are those of the host's page `sw.js`, never of a cache on the way.
    const options = { scope: copies.root, updateViaCache: "none" };
    const { active, waiting, installing } = await navigator.serviceWorker.register(`${copies.root}sw.js`, options);
    return active ?? (await running(waiting ?? installing));
  } catch (error) {
    throw new Trouble("browser", error.message);
  }
}

/** A worker, once it runs. `serviceWorker.ready` would wait for ever for one that the browser gave up. */
const running = (worker) =>
  new Promise((resolve, reject) => {
    const look = () => {
      if (/^activat/.test(worker.state)) resolve(worker);
      if (worker.state === "redundant") reject(new Error("the browser gave the worker up"));
    };
    worker.addEventListener("statechange", look);
    look();
  });

/** Lets pages that are open be served, this one as one of `version`. */
export async function claim(version) {
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.active?.postMessage({ act: "claim", version });
}

/** Deletes what has come of a version that is not current. */
const forget = (copies, version) =>
  copies.alone(async () => {
    if ((await copies.fact("current"))?.version === version) return;
    await copies.drop(version);
    await copies.forget("wanted");
  });

/** Deletes all that was saved, and the worker. */
export async function remove(copies) {
  await copies.alone(() => copies.clear());
  const registration = await navigator.serviceWorker.getRegistration(copies.root);
  await registration?.unregister();
}
