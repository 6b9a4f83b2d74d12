// Proves that a page of another site stands still around widgets, by what the browser itself counts as a
// shift of the layout: with the code that has no script nothing ever moves, and with the other nothing
// moves once the widget in sight has told its height, though its chart comes to life.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { alive, wake } from "./lib/live.mjs";
import { serve } from "./lib/server.mjs";
import { DIST } from "./lib/site.mjs";
import { article, otherSite, pasted } from "./lib/widgets.mjs";

let browser;
let atlas;
let other;
before(async () => {
  [browser, atlas, other] = await Promise.all([launch(), serve(DIST), otherSite()]);
});
after(() => Promise.all([browser?.close(), atlas?.close(), other?.close()]));

/** Widgets by what their page of choices is asked for; of live ones what waits until they live. */
const WIDGETS = [
  ["kind=city&city=sumedang"],
  ["kind=figure&indicator=hdi&places=IDN"],
  ["kind=chart&indicator=hdi"],
  ["kind=chart&indicator=hdi&live=1", (inside) => wake(inside).then(() => alive(inside))],
  // Those that its file holds; of others it knows the height when its code has run.
  ["kind=compare&places=sumedang,makassar,da-nang", (inside) => inside.locator("html[data-live] #compared table").waitFor()],
  ["kind=projects&city=sumedang"],
  ["kind=counts&city=sumedang"],
  ["kind=network&chart=focus"],
  ["kind=map"],
  ["kind=meetings"],
];

/** Notes shifts from the start, and in `settled` when the frame's height was known and painted. */
const NOTES = `<script>
  shifts = [];
  settled = 0;
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
  told = false;
  addEventListener("message", ({ data }) => (told ||= data?.type === "ascn-atlas:height"));
  const look = () => {
    const isReady = told && (!document.querySelector("script[src]") || document.querySelector("iframe").style.height);
    if (isReady) requestAnimationFrame(() => requestAnimationFrame(() => (settled = performance.now())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
</script>`;

/** The shifts of a page with a code, each with whether it came after the widget's height. */
async function shifts(page, code, lives) {
  await page.setViewportSize({ width: 700, height: 3000 });
  await page.goto(other.show(article(code, { head: NOTES })));
  await page.waitForFunction(() => settled > 0);
  const [, inside] = page.frames();
  await inside.waitForLoadState();
  await lives?.(inside);
  // What follows from all that is painted.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  assert.ok(await page.locator("#after").evaluate((it) => it.getBoundingClientRect().bottom < innerHeight), "what stands below is in sight");
  return page.evaluate(() => shifts.map(({ startTime, value }) => ({ value, isLate: startTime > settled })));
}

describe("a page around a widget stands still", () => {
  for (const [query, lives] of WIDGETS) {
    test(query, () =>
      withPage(browser, {}, async (page) => {
        const codes = await pasted(page, `${atlas.base}en/embed/?${query}`);
        const problems = watch(page, "");
        assert.deepEqual(await shifts(page, codes.frame, lives), [], "without a script");
        const seen = await shifts(page, codes.script, lives);
        assert.deepEqual(seen.filter((it) => it.isLate), [], "with it");
        assert.deepEqual(problems, []);
      }));
  }

  test("and what would move it is seen", () =>
    withPage(browser, {}, async (page) => {
      const { frame } = await pasted(page, `${atlas.base}en/embed/?${WIDGETS[0][0]}`);
      const late = `<script>setInterval(() => { if (settled) document.querySelector("iframe").height = 300 })</script>`;
      await page.goto(other.show(article(frame + late, { head: NOTES })));
      await page.waitForFunction(() => shifts.some(({ startTime }) => startTime > settled));
    }));
});
