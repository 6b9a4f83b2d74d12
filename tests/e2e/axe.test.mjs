// Proves that each kind of page, and each state of one, keeps WCAG 2.2 A and AA as far as a program
// can say: in both languages, light and dark, on a phone and at a desk, with charts drawn and what is
// folded up opened. Targets of the pointer are as large as, or as far from each other as, 2.5.8 wants.
//
// A page is loaded once for each language, then made wider and turned dark. All rules of axe-core run
// at one width and in one theme, light on a phone in one language, dark at a desk in the other; those
// that no theme can break run at the other width too. The contrast of all words, also in pictures,
// which axe passes over, is computed for each theme, width and language (`pale` in lib/axe.mjs).

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { pale, violations } from "./lib/axe.mjs";
import { KINDS, open, STATES } from "./lib/kinds.mjs";
import { LANGS } from "./lib/site.mjs";
import { small } from "./lib/targets.mjs";
import { Visits } from "./lib/visit.mjs";

const WIDTHS = [360, 1280];
/** In which window and theme every rule of axe runs. */
const WHOLE = { id: { width: 360, theme: "light" }, en: { width: 1280, theme: "dark" } };

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Turns the page light or dark: by the reader's choice in one language, as the system says in the other. */
async function turn(page, lang, theme) {
  if (lang === "id") await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
  else await page.emulateMedia({ colorScheme: theme });
  const [red] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
  assert.equal(red > 127 ? "light" : "dark", theme);
}

/** Everything that is wrong with what is on screen, in each window and theme. */
async function look(page, lang) {
  const wrong = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of ["light", "dark"]) {
      await turn(page, lang, theme);
      const say = (found) => wrong.push(...found.map((it) => `${width} px, ${theme}: ${it}`));
      say(await pale(page));
      if (theme !== WHOLE[lang].theme) continue;
      say(await violations(page, { colours: width === WHOLE[lang].width }));
      say(await small(page));
    }
  }
  assert.deepEqual(wrong, []);
}

const VIEW = { viewport: { width: WIDTHS[0], height: 900 }, colorScheme: "light", reducedMotion: "reduce" };

for (const lang of LANGS) {
  describe(`in ${lang}`, () => {
    for (const [path, { missing }] of Object.entries(KINDS)) {
      test(`/${path}`, () =>
        site.visit(async (page) => {
          await site.go(page, `${lang}/${path}`);
          await open(page, path);
          await look(page, lang);
        }, { ...VIEW, expected: missing ? /404/ : null }));
    }

    for (const [name, { at, whole, enter, missing, fails }] of Object.entries(STATES)) {
      test(name, async () => {
        site.server.heal();
        // A file that does not come costs a page that the app draws alone.
        site.server.empty(Boolean(fails));
        if (fails) site.server.fail(fails, "404");
        try {
          await site.visit(async (page) => {
            await site.go(page, `${lang}/${at}`);
            await page.locator(whole).first().waitFor();
            await enter?.(page);
            await look(page, lang);
          }, { ...VIEW, expected: missing || fails ? /404/ : null });
        } finally {
          site.server.heal();
          site.server.empty(false);
        }
      });
    }
  });
}
