// The worker answers for the host when a reader has saved the atlas: pages and files come from the
// copy that is current, whole and of one version.
//
// It holds no version of its own and stores nothing but repairs. Which copy is current is a fact that
// the page sets when a copy is complete, so a worker that is stopped at any moment loses nothing.
// See docs/offline.md.

import { Copies, fits } from "./copies.js";

const root = new URL("./", location).href;
const copies = new Copies(root);
/** Languages of which there is a shell; the first is that of the root. */
const LANGS = __LANGS__;
/** After so many milliseconds without an answer the network counts as gone. */
const PATIENCE = 2000;
/** Names that change with their content: any copy has the same under them, or nothing. */
const EXACT = /^app\/|-[0-9a-f]{16}(_bg)?\.\w+$/;
/** What copies are made of. */
const STORES = /^offline\/.*\.(pack|json)$/;
const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

// A new worker may take over at once: it shows each open page the version that the page began with.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(tidy()));

addEventListener("message", (event) => {
  const { act, version } = event.data ?? {};
  // A copy is complete: pages that are open are served as well. Only the one that asks says of which
  // version it is; others get what is the same in every version.
  if (act === "claim") event.waitUntil(remember(event.source.id, version).then(() => clients.claim()));
  if (act === "tidy") event.waitUntil(tidy());
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root) || request.headers.has("range")) return;
  const path = new URL(request.url).pathname.slice(new URL(root).pathname.length);
  if (request.mode === "navigate") {
    // Frames and files opened in a tab are the host's.
    if (request.destination === "document" && isPage(path)) event.respondWith(page(event, path));
  } else if (path === "offline/latest.json") {
    // Without a network there is no news, which is no error.
    event.respondWith(fetch(request).catch(() => new Response("null", { headers: { "content-type": TYPES.json } })));
  } else if (path !== "sw.js" && !STORES.test(path)) {
    event.respondWith(file(event, path));
  }
});

const isPage = (path) => path === "" || path === "index.html" || LANGS.includes(path.split("/")[0]);

/**
 * A page: as the host has it, if that is of the current version and comes in time; else the shell of
 * its language, in which the app draws it.
 */
async function page(event, path) {
  const current = await copies.fact("current");
  if (!current) return fetch(event.request);
  const { version } = current;
  const sent = await fromHost(event.request);
  const html = fitting(sent, path, version) ?? (await shell(event, path, version));
  if (html) await remember(event.resultingClientId, version);
  // The switch comes last: nothing is tidied that it has deleted.
  event.waitUntil(tidy().finally(() => sent && look(sent.html)));
  return html ?? damaged(event.request);
}

/** What the host answers, if it does so in time: its headers, and the page, which is empty when it has none. */
async function fromHost(request) {
  // Who saves data has the whole page already.
  if (navigator.connection?.saveData) return null;
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    return { headers: response.headers, html: response.ok ? await response.text() : "" };
  } catch {
    return null;
  }
}

/** The host's page, if it is whole, of this version, and made for this address. */
function fitting(sent, path, version) {
  const base = "../".repeat(path.split("/").length - 1) || "./";
  if (!sent?.html.includes(`<meta name="atlas-version" content="${version}"`) || !sent.html.includes(`<base href="${base}">`)) return null;
  const headers = new Headers(sent.headers);
  // They are of the answer on its way, which has been unpacked.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(sent.html, { headers });
}

/** The shell that fits a page, with the way to the root and the version in it. */
async function shell(event, path, version) {
  const [first] = path.split("/");
  const name = `offline/${LANGS.includes(first) ? first : LANGS[0]}.html`;
  const bytes = await content(event, version, name);
  if (!bytes) return null;
  const base = new URL(root).pathname.replaceAll("&", "&amp;");
  const html = new TextDecoder()
    .decode(bytes)
    .replace('<base href="./">', () => `<base href="${base}">`)
    .replace('<meta name="atlas-version" content=""', () => `<meta name="atlas-version" content="${version}"`);
  return new Response(html, { headers: { "content-type": TYPES.html } });
}

/** The copy has no shell any more: the host's page of whatever version, else words. */
async function damaged(request) {
  try {
    return await fetch(request);
  } catch {
    const html = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ASCN Atlas</title>
<p lang="id">Salinan atlas di peramban ini rusak. Sambungkan ke jaringan, lalu muat ulang halaman.
<p lang="en">The copy of the atlas in this browser is damaged. Connect to the network, then reload the page.`;
    return new Response(html, { status: 503, headers: { "content-type": TYPES.html } });
  }
}

/**
 * A file: of the version that its page is of. A page that began without the worker gets what no two
 * versions have under one name.
 */
async function file(event, path) {
  const own = await versionOf(event.clientId);
  let versions = [own];
  if (!own) versions = EXACT.test(path) ? [(await copies.fact("current"))?.version, ...(await copies.versions())] : [];
  let listed = false;
  for (const version of new Set(versions)) {
    if (!version || !(await copies.find(version, path))) continue;
    listed = true;
    const bytes = await content(event, version, path);
    const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
    if (bytes) return new Response(bytes, { headers: { "content-type": type } });
  }
  // What the host has under a listed name is not what the page was made with.
  return listed ? Response.error() : fetch(event.request);
}

/** The bytes of a listed file: from the copy, else from the host if they are the same ones. */
async function content(event, version, path) {
  const place = await copies.find(version, path);
  if (!place) return null;
  const bytes = await copies.read(version, place);
  if (bytes) return bytes;
  event.waitUntil(repair(version, place.pack));
  const sent = await ask(path);
  return sent && (await fits(sent, place.length, place.sum)) ? sent : null;
}

/** What the host has under a name; `null` when it has nothing, or is not there. */
async function ask(path) {
  try {
    const response = await fetch(root + path, { cache: "no-cache" });
    return response.ok ? await response.arrayBuffer() : null;
  } catch {
    return null;
  }
}

/** Stores a damaged pack anew, if the host still has it. */
async function repair(version, pack) {
  const bytes = await ask(pack.file);
  if (!bytes || !(await fits(bytes, pack.bytes, pack.hash))) return;
  await copies.alone(async () => {
    // Deleted since.
    if (!(await copies.versions()).includes(version)) return;
    try {
      await (await copies.open(version)).put(root + pack.file, new Response(bytes));
    } catch {
      // No room: the page says that the copy is not complete.
    }
  });
}

/** The versions of pages that this worker has been asked about. */
const known = new Map();
/** Pages that begin, which the browser does not count as open yet. */
const fresh = new Set();

/** Keeps in mind which version a page is of: also for the worker that comes after this one. */
async function remember(client, version) {
  if (!client || !version) return;
  known.set(client, version);
  fresh.add(client);
  await copies.alone(() => copies.note(`client/${client}`, { version }));
}

/** The version of a page, if it began with this worker or one before it, or has said so. */
async function versionOf(client) {
  if (!known.has(client)) {
    const fact = await copies.fact(`client/${client}`);
    if (fact) known.set(client, fact.version);
  }
  return known.get(client);
}

/** Deletes copies that are neither current, nor being made, nor shown by an open page. */
const tidy = () => copies.alone(async () => {
  const open = await clients.matchAll({ includeUncontrolled: true });
  for (const { id } of open) fresh.delete(id);
  const ids = new Set([...fresh, ...open.map(({ id }) => id)]);
  const used = new Set();
  for (const name of ["current", "wanted"]) used.add((await copies.fact(name))?.version);
  for (const client of await copies.facts("client/")) {
    if (ids.has(client)) used.add((await copies.fact(`client/${client}`))?.version);
    else await copies.forget(`client/${client}`);
  }
  for (const version of await copies.versions()) if (!used.has(version)) await copies.drop(version);
});

let looked = false;

/**
 * The switch: a host that has taken the worker away, but still has the pages, as `html` says, wants it
 * gone. A host that has nothing any more leaves readers their copy.
 */
async function look(html) {
  if (looked) return;
  const response = await fetch(`${root}sw.js`, { method: "HEAD", cache: "no-store" }).catch(() => null);
  looked = response !== null;
  if (response?.status === 410 || (response?.status === 404 && html.includes('name="atlas-data"'))) {
    await registration.unregister();
    await copies.alone(() => copies.clear());
  }
}
