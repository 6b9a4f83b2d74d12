// Proves that every kind of page can be read enlarged: with text at 200 % nothing is cut off or wider
// than the window, and at 400 % (a window of 1280 pixels shows 320) the page reflows into one column.
// Only what needs two dimensions (tables, maps) may scroll sideways, inside a region of its own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

/** Each kind of page, with what it shows when it is whole. */
const PAGES = {
  "": ".by-country a",
  "cities/": ".rows a",
  "cities/sumedang/": ".country-rows > details",
  "cities/putrajaya/": ".country-rows > details",
  "indicators/": ".rows a",
  "indicators/internet-users/": "#chart-picture svg",
  "compare/?cities=sumedang,jakarta": ".sources li",
  "countries/": ".sources li",
  "countries/VNM/": ".country-rows > details",
  "data/": ".holds dd",
  "programs/": ".program-rows a",
  "programs/?view=timeline": ".tl-item",
  "programs/smart-jamp/": ".sources li",
  "partners/jpn/": ".sources li",
  "search/?q=smart": ".found li",
  "projects/": ".sources li",
  "projects/manila/command-centre/": "[aria-labelledby=related] .rows a",
  "network/": ".sources li",
  "network/annual-7/": ".sources li",
  "documents/": ".documents > li",
  "about/": "#contact",
};
/** Text at 200 % on a desk, on a phone, and, for the header, which all share, on a small tablet. */
const WIDTHS = (path) => (path ? [1280, 360] : [1280, 640, 360]);

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Scrolls through the page, so that what is drawn when it is near is drawn. */
const scrollThrough = (page) =>
  page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
  });

/** What is wider than the window, or cut off by the box around it. */
const faults = (page) =>
  page.evaluate(() => {
    const said = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) said.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    const name = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;
    for (const element of document.querySelectorAll("main *, header *, footer *")) {
      const style = getComputedStyle(element);
      // Hidden from sight on purpose.
      if (element.closest(".visually-hidden, .skip, .skip-map, svg") || style.display === "inline") continue;
      // What is hidden in one direction may be scrolled to in the other.
      const clips = (overflow) => ["hidden", "clip"].includes(overflow);
      const more =
        (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (more && element.clientWidth > 0) said.push(`cut off: ${name(element)}`);
      const scrolls = ["auto", "scroll"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      // A reader without a mouse scrolls what has focus.
      if (scrolls && element.tabIndex < 0 && !element.querySelector("a, button, [tabindex='0']")) said.push(`scrolls without focus: ${name(element)}`);
    }
    return said;
  });

for (const lang of LANGS) {
  describe(`in ${lang}`, () => {
    for (const [path, whole] of Object.entries(PAGES)) {
      const open = async (page) => {
        await site.go(page, `${lang}/${path}`);
        await page.locator(whole).first().waitFor();
      };

      for (const width of WIDTHS(path)) {
        test(`/${path} with text at 200 %, ${width} px`, () =>
          site.visit(async (page) => {
            await open(page);
            await page.addStyleTag({ content: "html { font-size: 200% }" });
            await scrollThrough(page);
            assert.deepEqual(await faults(page), []);
            // The page's policy refuses styles of strangers, such as that of this test.
          }, { viewport: { width, height: 900 }, bypassCSP: true }));
      }

      test(`/${path} at 400 %`, () =>
        site.visit(async (page) => {
          await open(page);
          await scrollThrough(page);
          assert.deepEqual(await faults(page), []);
        }, { viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 }));
    }
  });
}
