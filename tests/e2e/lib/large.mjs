// A site of a network that is made up, with the code of the built one: its cut and some of its pages.

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { made, ROOT } from "./hostile.mjs";
import { emptied } from "./server.mjs";
import { DIST } from "./site.mjs";

/** Makes a site of `cities` cities with the pages at `places`; its folder, to be removed, and what is in it. */
export function largeSite(cities, places) {
  const folder = mkdtempSync(join(tmpdir(), `atlas-large-${cities}-`));
  const [data, out] = [join(folder, "network"), join(folder, "site")];
  mkdirSync(out);
  made("made-up", "--data", join(ROOT, "public/data"), "--out", data, "--cities", String(cities));
  made("cut", "--data", data, "--out", out);
  for (const name of readdirSync(DIST)) {
    if (/\.(js|wasm|css|svg|webmanifest)$/.test(name) && name !== "sw.js") cpSync(join(DIST, name), join(out, name));
  }
  const [version] = readdirSync(join(out, "app"));
  for (const lang of ["en", "id"]) mkdirSync(join(out, lang), { recursive: true });
  for (const place of ["", ...places]) {
    // Its policy names the scripts by their content, which stays.
    const html = emptied(readFileSync(join(DIST, place, "index.html"), "utf8"))
      .replace(/(<meta name="?atlas-data"? content="?)[^"> ]+/, `$1app/${version}/`)
      .replace("<main><h1>ASCN Atlas</h1></main>", "<!--page--><h1>ASCN Atlas</h1><!--/page-->");
    mkdirSync(join(out, place), { recursive: true });
    writeFileSync(join(out, place, "index.html"), html);
  }
  made("pages", "--out", out);
  return { folder, out, cut: join(out, "app", version) };
}
