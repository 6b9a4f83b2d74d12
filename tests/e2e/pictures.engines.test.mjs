// Proves that pages look in Firefox as in Chromium, beside the same pictures, which pictures.test.mjs
// keeps, and in WebKit as they did, beside `tests/e2e/pictures/webkit.webp`: there GTK draws controls
// of other sizes, so that lines below them stand elsewhere. At a desk light and in English, on a phone
// dark and in Indonesian, which is a frame here: windows of these engines are at least 450 pixels wide.
//
// `ASCN_ATLAS_WRITE=1` writes the file of WebKit anew, with the help of Chromium.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "./lib/browser.mjs";
import { inEachEngine } from "./lib/engines.mjs";
import { Darkroom, dress, drawn, kept, KEPT, LETTERS, put, SEEN, told, WINDOWS } from "./lib/pictures.mjs";
import { serve } from "./lib/server.mjs";
import { DIST } from "./lib/site.mjs";
import { otherSite } from "./lib/widgets.mjs";

/** Pages on which nothing depends on the day, by the names of their pictures in Chromium. */
const PAGES = {
  cities: "cities/",
  city: "cities/sumedang/",
  indicator: "indicators/internet-users/",
  state: "countries/VNM/",
  search: "search/?q=smart",
  "not-found": "nowhere/",
};
/** What is looked at in each window, and the column of that picture in a file of Chromium. */
const LOOKS = { desk: { lang: "en", theme: "light", column: 0 }, phone: { lang: "id", theme: "dark", column: 3 } };
const COLUMNS = 4;

/** How much pictures may differ: each engine has letters and arrows of its own. */
const MOST = {
  Firefox: { desk: { mean: 1.6, light: 30, colour: 9 }, phone: { mean: 2.6, light: 50, colour: 10 } },
  WebKit: { desk: { mean: 1.6, light: 20, colour: 9 }, phone: { mean: 2.6, light: 30, colour: 10 } },
};
const OWN = "webkit.webp";

let server;
let blank;
before(async () => {
  server = await serve(DIST);
  blank = await otherSite();
});
after(async () => {
  await server?.close();
  await blank?.close();
});

inEachEngine((engine, name) => {
  const page = () => engine.session;
  const run = (act, ...given) => page().executeScript(`return (${act})(...arguments)`, ...given);

  /** A window in which a page of that size has room. */
  async function widen({ width, height }) {
    const wide = Math.max(width, 500);
    const fits = async () => {
      const [inner, high, across, down] = await run(() => [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight]);
      if (inner === wide && high === height) return true;
      // Asked for again each time: on a busy machine an engine tells its size before it has the new one.
      await page().manage().window().setRect({ x: 0, y: 0, width: wide + across, height: height + down });
      return false;
    };
    await engine.holds("the window", fits);
  }

  /** A screenshot of the page at `path`, whole, in a theme and in the letters of the repository. */
  async function shot(path, kind) {
    const { width, height } = WINDOWS[kind];
    const { lang, theme } = LOOKS[kind];
    const url = `${server.base}${lang}/${path}`;
    await page().switchTo().defaultContent();
    if (kind === "desk") await page().get(url);
    else {
      await page().get(blank.show(`<!doctype html><body style="margin:0"><iframe scrolling="no" style="border:0;display:block" width="${width}" height="${height}" src="${url}"></iframe>`));
      await page().switchTo().frame(0);
    }
    // Until the app has taken over, or, where there is no page, has drawn it.
    await engine.found("[data-island]");
    await run(dress, LETTERS);
    await run((theme) => (document.documentElement.dataset.theme = theme), theme);
    await engine.holds("charts", () => run(drawn));
    await run(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
    await page().switchTo().defaultContent();
    return Buffer.from(await page().takeScreenshot(), "base64");
  }

  test("pages look as they should", async () => {
    const shots = [];
    for (const kind of Object.keys(WINDOWS)) {
      await page().switchTo().defaultContent();
      await page().get(blank.show("<!doctype html>"));
      await widen(WINDOWS[kind]);
      for (const [file, path] of Object.entries(PAGES)) shots.push({ kind, file, png: await shot(path, kind) });
    }
    await page().get(blank.show("<!doctype html>"));
    const darkroom = await Darkroom.in({ evaluate: run });
    for (const it of shots) it.number = await darkroom.shrink(it.png, WINDOWS[it.kind]);
    const row = (kind) => shots.filter((it) => it.kind === kind);
    const rows = Object.keys(WINDOWS).map((kind) => row(kind).map(({ number }) => number));

    const found = [];
    if (name === "WebKit") {
      if (process.env.ASCN_ATLAS_WRITE === "1") await write(shots);
      const file = kept(OWN);
      assert.ok(file, `no ${KEPT}${OWN}: write it with ASCN_ATLAS_WRITE=1`);
      found.push(...((await darkroom.compare(rows, file)) ?? []));
      assert.equal(found.length, shots.length, `${KEPT}${OWN} holds pictures of other sizes`);
    } else {
      // A row for each window, a column for each look: all but one are left out.
      const compared = Object.keys(PAGES).map((file) => {
        const own = (kind) => shots.find((it) => it.file === file && it.kind === kind).number;
        const row = (kind) => Array.from({ length: COLUMNS }, (_, column) => (column === LOOKS[kind].column ? own(kind) : null));
        return darkroom.compare(Object.keys(WINDOWS).map(row), kept(`${file}.webp`));
      });
      for (const kind of Object.keys(WINDOWS).keys()) for (const it of await Promise.all(compared)) found.push(it?.[kind]);
      assert.ok(found.every(Boolean), `${KEPT} holds pictures of other sizes`);
    }
    const wrong = [];
    for (const [at, { kind, file, png }] of shots.entries()) {
      const { words, fails } = told(`${name}, ${file}, ${kind}`, found[at], { ...WINDOWS[kind], most: MOST[name][kind] });
      if (fails) wrong.push(`${words}: ${put(SEEN, `${name}-${file}-${kind}.png`, png)}`);
    }
    assert.deepEqual(wrong, [], `beside ${KEPT}`);
  });

  /** Writes what WebKit showed. */
  async function write(shots) {
    const browser = await launch();
    try {
      const darkroom = await Darkroom.open(browser);
      const rows = [];
      for (const kind of Object.keys(WINDOWS)) {
        const row = [];
        for (const it of shots) if (it.kind === kind) row.push(await darkroom.shrink(it.png, WINDOWS[kind]));
        rows.push(row);
      }
      put(KEPT, OWN, await darkroom.sheet(rows));
    } finally {
      await browser.close();
    }
  }
});
