// Proves what a first look on a phone asked for: countries stand in the order of their names in both
// languages, two cities fit beside each other, and a source that is folded up is opened by its number.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const PHONE = { viewport: { width: 360, height: 740 } };

const site = new Visits();
before(() => site.open());
after(() => site.close());

for (const lang of LANGS) {
  describe(`on a phone, in ${lang}`, () => {
    for (const [path, names] of [
      ["", ".by-country h3"],
      ["countries/", ".states > li > a"],
    ]) {
      test(`countries of /${path} stand in the order of their names`, () =>
        site.visit(async (page) => {
          await site.go(page, `${lang}/${path}`);
          await page.locator(names).first().waitFor();
          const shown = await page.locator(names).allTextContents();
          assert.equal(shown.length, 11);
          assert.deepEqual(shown, [...shown].sort((one, two) => one.localeCompare(two, lang)));
        }, PHONE));
    }

    test("two cities fit beside each other", () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/compare/?cities=sumedang,semarang`);
        const table = page.locator(".table-wrap.side-by-side").first();
        await table.waitFor();
        assert.deepEqual(await table.evaluate((it) => it.scrollWidth - it.clientWidth), 0);
      }, PHONE));

    test("the number of a source opens what it is folded up in", () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/cities/putrajaya/`);
        const source = page.locator("details li[id^=source-MYS-]").first();
        await source.waitFor({ state: "attached" });
        assert.equal(await source.isVisible(), false);
        await page.locator("a[data-jump^=source-MYS-]:visible").first().click();
        await page.locator("li[id^=source-MYS-]:focus").waitFor();
      }, PHONE));
  });
}
