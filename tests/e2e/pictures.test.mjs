// Proves that the key pages look as they did when somebody last looked: at a desk and on a phone,
// light and dark, in both languages, the first two screens of each. A page has one file of eight small
// pictures in `tests/e2e/pictures/` (above at a desk, below on a phone; English light and dark, then
// Indonesian), which a review shows beside the one before. What differs by more than another machine's
// way of drawing letters fails: docs/visual.md.
//
// After a wanted change write the files anew and look at them:
// `ASCN_ATLAS_WRITE=1 node --test tests/e2e/pictures.test.mjs`.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { KINDS, open } from "./lib/kinds.mjs";
import { Darkroom, dress, drawn, kept, KEPT, LETTERS, put, SEEN, settled, told, WINDOWS } from "./lib/pictures.mjs";
import { INDEX } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

/** The pages that are looked at, by the name of their file. */
const PAGES = {
  front: "",
  cities: "cities/",
  city: "cities/sumedang/",
  indicator: "indicators/internet-users/",
  comparison: "compare/?cities=sumedang,semarang,jakarta",
  state: "countries/VNM/",
  programmes: "programs/?view=timeline&lanes=city",
  projects: "projects/",
  network: "network/",
  search: "search/?q=smart",
  embed: "embed/",
  "not-found": "nowhere/",
};
const LANGS = ["en", "id"];
const THEMES = ["light", "dark"];

const site = new Visits();
let darkroom;
before(async () => {
  // Without windows letters are drawn another way.
  await site.open({ whole: true });
  darkroom = await Darkroom.open(site.browser);
});
after(async () => {
  await darkroom?.close();
  await site.close();
});

/** What each picture of a file is of, in its order. */
const NAMES = Object.keys(WINDOWS).flatMap((window) => LANGS.flatMap((lang) => THEMES.map((theme) => ({ window, lang, theme }))));

/** Opens the page at `path` in a window and a language, whole and in the letters of the repository. */
function enter(path, lang, { width, height }, act) {
  const options = { viewport: { width, height }, colorScheme: THEMES[0], reducedMotion: "reduce" };
  return site.visit(async (page) => {
    // The day of the data: lines of today stand where they stood.
    await page.clock.setFixedTime(new Date(INDEX.data_date));
    await site.go(page, `${lang}/${path}`);
    await open(page, path, { folded: true });
    // What is shown in a frame has letters of its own.
    for (const frame of page.frames()) {
      await frame.waitForLoadState();
      await frame.evaluate(dress, LETTERS);
    }
    await page.waitForFunction(drawn);
    await settled(page);
    await act(page);
  }, { ...options, expected: KINDS[path].missing ? /404/ : null });
}

const shot = async (page, window) => darkroom.shrink(await page.screenshot({ animations: "disabled" }), window);

/** The page at `path` in a window and a language: a small picture in each theme. */
async function look(path, lang, window) {
  const pictures = [];
  await enter(path, lang, window, async (page) => {
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      pictures.push(await shot(page, window));
    }
  });
  return pictures;
}

describe("pages look as they did", { concurrency: 2 }, () => {
  for (const [name, path] of Object.entries(PAGES)) {
    test(name, async () => {
      const rows = [];
      for (const window of Object.values(WINDOWS)) {
        const row = [];
        for (const lang of LANGS) row.push(...(await look(path, lang, window)));
        rows.push(row);
      }
      const file = `${name}.webp`;
      if (process.env.ASCN_ATLAS_WRITE === "1") put(KEPT, file, await darkroom.sheet(rows));
      const before = kept(file);
      const seen = async () => put(SEEN, file, await darkroom.sheet(rows));
      assert.ok(before, `no ${KEPT}${file}; ${await seen()} is what is seen now: write it with ASCN_ATLAS_WRITE=1`);
      const found = await darkroom.compare(rows, before);
      assert.ok(found, `${KEPT}${file} holds pictures of other sizes than ${await seen()}`);
      const wrong = found.map((it, at) => told(Object.values(NAMES[at]).join(", "), it, WINDOWS[NAMES[at].window])).filter(({ fails }) => fails);
      assert.equal(wrong.length, 0, wrong.length && `${KEPT}${file} is not what is seen now, ${await seen()}\n${wrong.map((it) => it.words).join("\n")}`);
    });
  }
});

/** What may go wrong with a page, done by a style or without any; `fine` where it must not count. */
const CHANGES = {
  "no style": { styled: false },
  "a chart without its lines": { style: ".stage svg .line, .stage svg .dot { display: none }" },
  "a chart without words": { style: ".stage svg text { display: none }" },
  "a column 16 pixels further right": { style: "main { transform: translateX(16px) }" },
  "letters a twentieth larger": { style: "html { font-size: 105% }" },
  "letters drawn by other rules": { style: "* { text-rendering: geometricPrecision; -webkit-text-stroke: 0.15px }", fine: true },
  "nothing": { style: "", fine: true },
};

describe("what counts as a change", () => {
  for (const [window, sizes] of Object.entries(WINDOWS)) {
    test(window, () =>
      enter(PAGES.indicator, "en", sizes, async (page) => {
        const compared = async (before, name) => {
          const [found] = await darkroom.compare([[await shot(page, sizes)]], before);
          return told(name, found, sizes);
        };
        const before = await darkroom.sheet([[await shot(page, sizes)]]);
        for (const [name, { styled = true, style = "", fine = false }] of Object.entries(CHANGES)) {
          await page.evaluate(([styled, style]) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(style);
            document.adoptedStyleSheets = [document.adoptedStyleSheets[0], sheet];
            // Of files, and those that the page brings.
            for (const it of document.styleSheets) it.disabled = !styled;
          }, [styled, style]);
          const { words, fails } = await compared(before, name);
          assert.equal(fails, !fine, words);
        }
        await page.emulateMedia({ colorScheme: "dark" });
        const dark = await darkroom.sheet([[await shot(page, sizes)]]);
        await page.evaluate(() => (document.documentElement.dataset.theme = "light"));
        assert.ok((await compared(dark, "a dark page that stays light")).fails);
      }));
  }
});
