// A site of one page, a city's, drawn in the browser by another library, as its own tools would build it.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

/**
 * Makes the site in the folder `out`, with the page at `place`, of `peers/<name>.mjs` and the data and
 * style of the built site `dist`. Gives the bytes of its script, minified.
 */
export async function peerSite({ name, dist, place, out }) {
  rmSync(out, { recursive: true, force: true });
  const [version] = readdirSync(join(dist, "app"));
  const app = `app/${version}/`;
  const slug = place.split("/").at(-2);
  const { country } = JSON.parse(readFileSync(join(dist, app, `cities/${slug}.json`), "utf8")).city;
  const files = { city: `${app}cities/${slug}.json`, country: `${app}countries/${country}.json`, index: `${app}index.json` };
  const style = readdirSync(dist).find((it) => /^style-\w+\.css$/.test(it));
  for (const file of [style, ...Object.values(files)]) cpSync(join(dist, file), join(out, file));
  const script = join(out, `${name}.js`);
  await build({
    entryPoints: [fileURLToPath(new URL(`../peers/${name}.mjs`, import.meta.url))],
    outfile: script,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  const base = "../".repeat(place.split("/").length - 1);
  const html = `<!doctype html>
<html lang="id" data-theme="auto"><head><meta charset="utf-8"><base href="${base}"><title>${slug}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="${style}"><script type="application/json" id="files">${JSON.stringify(files)}</script>
<script type="module" src="${name}.js"></script></head><body><div id="app"></div></body></html>
`;
  const page = join(out, place, "index.html");
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, html);
  return readFileSync(script).length;
}
