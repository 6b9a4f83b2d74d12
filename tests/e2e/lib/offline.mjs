// What journeys without a network share: versions of the site, a reader who saves, and the question
// whether everything that a page is given is of one version.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { CUT, DIST } from "./site.mjs";

export const OFFLINE = fileURLToPath(new URL("../../../xtask/npm/offline.mjs", import.meta.url));
/** A page by which the tests tell versions: its heading, and a property of the style. */
export const MARKED = "en/cities/hanoi/";
export const SECOND = "Hanoi of the second version";

export const json = (folder, name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
/** The version that a folder is. */
export const versionOf = (folder) => json(folder, "offline/latest.json").version;

function below(folder, path = "") {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? below(folder, `${path}${entry.name}/`) : [`${path}${entry.name}`],
  );
}

/** Every file that the app may ask for, found without the list. */
export const needed = (folder) =>
  below(folder).filter((it) => /^(app\/|[^/]+\.(js|wasm|css|svg)$|data\/(changes|index|sources)\.json$)/.test(it) && it !== "sw.js" && !/\.(br|gz)$/.test(it));

/** A second version of the site in a folder of its own: another cut, another style, another heading. */
export function second() {
  const folder = mkdtempSync(join(tmpdir(), "atlas-second-"));
  // Without what no page shows.
  cpSync(DIST, folder, { recursive: true, filter: (path) => !/\/(img|csv|schema|feeds)$|\.(zip|pack|gz|br)$/.test(path) });
  const cut = CUT.replace(/\w+\/$/, "0123456789ab/");
  renameSync(join(folder, CUT), join(folder, cut));
  const style = readdirSync(folder).find((name) => name.startsWith("style-"));
  const other = "style-00000000000000ff.css";
  writeFileSync(join(folder, other), `${readFileSync(join(folder, style), "utf8")}:root{--second:2}`);
  rmSync(join(folder, style));
  for (const page of below(folder).filter((name) => name.endsWith(".html"))) {
    const html = readFileSync(join(folder, page), "utf8");
    writeFileSync(join(folder, page), html.replaceAll(CUT, cut).replaceAll(style, other));
  }
  change(folder, `${cut}cities/hanoi.json`, (page) => void (page.city.name.en = SECOND));
  change(folder, "data/changes.json", (changes) => void (changes[0].text.en = SECOND));
  execFileSync("node", [OFFLINE, folder]);
  return folder;
}

function change(folder, name, act) {
  const content = json(folder, name);
  act(content);
  writeFileSync(join(folder, name), JSON.stringify(content));
}

export const part = (page) => page.locator("atlas-offline");
export const press = (page, name) => part(page).getByRole("button", { name }).click();

/** Waits until the part says so; tells what it says instead. */
export async function says(page, words) {
  try {
    await part(page).locator(".offline-part").getByText(words).first().waitFor();
  } catch (error) {
    const text = await part(page).textContent({ timeout: 1000 }).catch(() => "nothing");
    throw new Error(`${error.message}\nThe part says: ${text}`);
  }
}

/** Opens "about" and saves the atlas. */
export async function saveAt(page, base) {
  await page.goto(`${base}en/about/`);
  await press(page, "Save for reading without internet");
  await says(page, "Everything is saved");
}

const sum = (content) => createHash("sha256").update(content).digest("hex");

/**
 * Asks as the page does for every file of the version in `folder`, and for those of `other` that it
 * has not: what comes must be the former, to the byte, and nothing of the latter. The host is gone.
 */
export async function servesOnly(page, folder, other) {
  const names = needed(folder);
  const others = needed(other).filter((name) => !names.includes(name));
  const got = await page.evaluate(async (names) => {
    const get = async (name) => {
      // What the browser has kept by itself is not what it is given.
      const response = await fetch(name, { cache: "no-store" }).catch(() => null);
      if (!response?.ok) return [name, null];
      const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
      return [name, Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")];
    };
    return Object.fromEntries(await Promise.all(names.map(get)));
  }, [...names, ...others]);
  const wanted = Object.fromEntries(names.map((name) => [name, sum(readFileSync(join(folder, name)))]));
  assert.deepEqual(Object.keys(got).filter((name) => got[name] !== (wanted[name] ?? null)), [], "files of no or another version");
}

/** Waits until the page is the marked one of a version, in heading and style. */
export async function shows(page, isSecond) {
  await page.getByRole("heading", { level: 1, name: isSecond ? SECOND : "Hanoi", exact: true }).waitFor();
  const style = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--second"));
  assert.equal(style, isSecond ? "2" : "");
}

/** Waits until what the browser keeps is of these versions. */
export const keeps = (page, ...versions) =>
  page.evaluate(async (wanted) => {
    const kept = async () => (await caches.keys()).map((name) => name.split(" ").at(-1)).filter((name) => name !== "facts");
    let now;
    for (const end = performance.now() + 45_000; (now = String((await kept()).sort())) !== wanted; ) {
      if (performance.now() > end) throw new Error(`the browser keeps ${now || "nothing"}, not ${wanted}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }, String(versions.sort()));
