// Proves that each kind of page, and each state of one, keeps WCAG 2.2 A and AA as far as a program
// can say: in one language, light and dark, on a phone and at a desk, with charts drawn and what is
// folded up opened; of a kind with many pages the one with the most and the one with the least on it.
// Targets of the pointer are as large as, or as far from each other as, 2.5.8 wants.
//
// A page is loaded once, then made wider and turned dark; all rules of axe-core run each time. The
// contrast of words in pictures, which axe passes over, is computed (`pale` in axe.mjs). Prints the
// table of what was looked at. Each language has a file of its own (`axe-*.test.mjs`), because these
// are the tests that take longest, and files run beside each other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { pale, violations } from "./axe.mjs";
import { EXTREMES, kindOf, KINDS, open, STATES, WRITTEN } from "./kinds.mjs";
import { small } from "./targets.mjs";
import { Visits } from "./visit.mjs";

const WIDTHS = [360, 1280];
const THEMES = ["light", "dark"];
/** How often each page is looked at. */
const LOOKS = WIDTHS.length * THEMES.length;

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

/** Every page and state that was looked at, with how often. */
const looked = new Map();

/** Everything that is wrong with what is on screen, in each window and theme. */
async function look(page, lang, what) {
  const wrong = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const theme of THEMES) {
      await turn(page, lang, theme);
      const found = [...(await pale(page)), ...(await violations(page))];
      // No theme changes the size of anything.
      if (theme === "light") found.push(...(await small(page)));
      wrong.push(...found.map((it) => `${width} px, ${theme}: ${it}`));
      looked.set(what, (looked.get(what) ?? 0) + 1);
    }
  }
  assert.deepEqual(wrong, []);
}

const VIEW = { viewport: { width: WIDTHS[0], height: 900 }, colorScheme: "light", reducedMotion: "reduce" };

/** The tests of all pages and states in a language. */
export function accessible(lang) {
  for (const [path, { missing }] of Object.entries({ ...KINDS, ...EXTREMES })) {
    test(`/${path}`, () =>
      site.look(async (page) => {
        await site.go(page, `${lang}/${path}`);
        await open(page, path);
        await look(page, lang, `/${path}`);
      }, { ...VIEW, expected: missing ? /404/ : null }));
  }

  for (const [name, { at, whole, enter, missing, fails }] of Object.entries(STATES)) {
    test(name, async () => {
      site.server.heal();
      // A file that does not come costs a page that the app draws alone.
      site.server.empty(Boolean(fails));
      if (fails) site.server.fail(fails, "404");
      try {
        await site.look(async (page) => {
          await site.go(page, `${lang}/${at}`);
          await page.locator(whole).first().waitFor();
          await enter?.(page);
          await look(page, lang, name);
        }, { ...VIEW, expected: missing || fails ? /404/ : null });
      } finally {
        site.server.heal();
        site.server.empty(false);
      }
    });
  }

  test("each kind of page and each state, in both themes, on a phone and at a desk", () => {
    const rows = [...looked].map(([what, times]) => `${String(times).padStart(3)} of ${LOOKS}  ${what}`);
    console.log(`\nall rules of axe-core in ${lang}, each with the contrast of all words:\n${rows.join("\n")}`);
    const kinds = new Set([...looked.keys()].filter((it) => it.startsWith("/")).map((it) => kindOf(it.slice(1))));
    assert.deepEqual(WRITTEN.filter((it) => !kinds.has(it)), [], "kinds of pages that are files");
    assert.deepEqual([...looked].filter(([, times]) => times !== LOOKS), []);
    assert.equal(looked.size, Object.keys({ ...KINDS, ...EXTREMES, ...STATES }).length);
  });
}
