// A static host for the built site, as plain as the plainest host that readers will meet, which can
// be told to fail.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** The ways in which a host can fail to give a file. */
export const FAULTS = {
  "404": (response) => send(response, 404, "text/plain", "not found"),
  "500": (response) => send(response, 500, "text/plain", "server error"),
  "HTML page with 200": (response) =>
    send(response, 200, TYPES[".html"], "<!doctype html><title>Welcome</title><p>Sign in to this network"),
  "empty file": (response) => send(response, 200, TYPES[".json"], ""),
  "truncated JSON": (response, content) =>
    send(response, 200, TYPES[".json"], content.subarray(0, Math.floor(content.length / 2))),
  "other object": (response) => send(response, 200, TYPES[".json"], '{"unexpected":true}'),
  "other list": (response) => send(response, 200, TYPES[".json"], "[]"),
  "connection cut": (response) => response.destroy(),
};

/** Sends the first half of a file and breaks off. */
export function half(response, content, type) {
  response.writeHead(200, { "content-type": type, "content-length": content.length });
  response.write(content.subarray(0, Math.floor(content.length / 2)), () => response.destroy());
}

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { "content-type": type, ...headers });
  response.end(body);
}

/** With these the browser's clock has steps of 5 microseconds, without them of 100. */
export const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/**
 * Serves `folder` below `prefix` until `close()`. The browser keeps the files of
 * the app, whose names carry their hash, which makes many pages quick; data it asks for each time.
 *
 * With `bare` the pages come without the content that the host wrote, as the pages of the offline copy
 * and `404.html` are: the app draws all of it. `more` are headers of every file.
 */
export async function serve(folder, { prefix = "/", gzip = false, port = 0, bare = false, more = {} } = {}) {
  let root = folder;
  const asked = [];
  const faults = new Map();
  const packed = new Map();
  const answer = async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    asked.push(path.slice(prefix.length));
    const file = path.startsWith(prefix) ? await find(root, path.slice(prefix.length)) : null;
    if (file?.folder) {
      // As static hosts do: a folder has its slash.
      send(response, 301, "text/plain", "", { location: `${path}/` });
      return;
    }
    if (!file) {
      const page = await readFile(join(root, "404.html")).catch(() => "not found");
      send(response, 404, TYPES[".html"], page);
      return;
    }
    const found = await readFile(file.path);
    const content = bare && file.path.endsWith(".html") ? Buffer.from(emptied(found.toString())) : found;
    const fault = [...faults].find(([which]) => (typeof which === "string" ? path.endsWith(which) : which.test(path)))?.[1];
    if (fault) {
      (FAULTS[fault] ?? fault)(response, content, TYPES[extname(file.path)]);
      return;
    }
    const type = TYPES[extname(file.path)] ?? "application/octet-stream";
    const headers = { "cache-control": /\.(css|js|wasm)$/.test(file.path) ? "max-age=3600" : "no-store", ...more };
    if (!gzip) {
      send(response, 200, type, content, headers);
      return;
    }
    if (!packed.has(file.path)) {
      packed.set(file.path, gzipSync(content, { level: 9 }));
    }
    send(response, 200, type, packed.get(file.path), { ...headers, "content-encoding": "gzip" });
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => send(response, 500, "text/plain", String(error)));
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    /** The address of the site's root, with its final slash. */
    base: `${origin}${prefix}`,
    /** The paths below the root that were asked for, in order. */
    asked,
    /** From now on the host has what is in another folder. */
    show(folder) {
      root = folder;
      packed.clear();
    },
    /** From now on files whose path ends so, or fits a pattern, fail in the way that `fault` names, or is. */
    fail(which, fault) {
      if (typeof fault !== "function" && !(fault in FAULTS)) throw new Error(`no fault ${fault}`);
      faults.set(which, fault);
    },
    /** From now on every file is whole. */
    heal: () => faults.clear(),
    /** From now on pages come without their content, or with it. */
    empty(pages) {
      bare = pages;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A page without its content. */
export const emptied = (html) =>
  html
    .replace(/<meta name="atlas-files"[^>]*>/, "")
    .replace(/<div id="app">[^]*<div id="start-failed"/, '<div id="app"><main><h1>ASCN Atlas</h1></main></div><div id="start-failed"');

/** The file for a path below the root; `folder` when the path is a folder without its slash. */
async function find(root, path) {
  const inside = normalize(join(root, path));
  if (inside !== normalize(root) && !inside.startsWith(normalize(root + sep))) return null;
  const about = await stat(inside).catch(() => null);
  if (!about) return null;
  if (!about.isDirectory()) return { path: inside };
  if (path !== "" && !path.endsWith("/")) return { folder: true };
  const index = join(inside, "index.html");
  return (await stat(index).catch(() => null)) && { path: index };
}
