// Proves that a network of 620 cities, of which all but 38 are made up, stays usable: a city's page loads
// what it loads among 38, byte for byte; the directory shows its list some at a time, finds each city by
// its name, and its map says that it shows a part when it does. Projects and programmes come some at a
// time as well, and the search asks for the part of its index in which what is typed is.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { rmSync } from "node:fs";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { largeSite } from "./lib/large.mjs";
import { serve } from "./lib/server.mjs";
import { DIST, LANGS } from "./lib/site.mjs";

const CITIES = 620;
const STEP = 200;

let site;
let few;
let many;
let browser;

before(async () => {
  site = largeSite(CITIES, LANGS.flatMap((lang) => ["cities/", "cities/sumedang/", "compare/", "projects/", "programs/", "search/"].map((it) => `${lang}/${it}`)));
  [few, many] = [await serve(DIST), await serve(site.out)];
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await few?.close();
  await many?.close();
  if (site) rmSync(site.folder, { recursive: true, force: true });
});

/** The data that a city's page asks for, without the version of the cut. */
async function asked(server, lang) {
  server.asked.length = 0;
  await withPage(browser, {}, async (page) => {
    const problems = watch(page, server.base);
    await page.goto(`${server.base}${lang}/cities/sumedang/`, { waitUntil: "networkidle" });
    await page.locator("article.project").first().waitFor();
    assert.deepEqual(problems, []);
  });
  const names = server.asked.filter((it) => it.endsWith(".json")).map((it) => it.replace(/^app\/\w+\//, ""));
  return [...new Set(names)].sort();
}

const NAMES = { id: "Kota 00123", en: "City 00123" };
const COUNT = { id: (some) => `${some} dari ${CITIES} kota`, en: (some) => `${some} of ${CITIES} cities` };
const MORE = { id: "Tampilkan lebih banyak", en: "Show more" };
/** Lists, the rows of each, what is chosen of them, and a city that has it: five projects each. */
const LISTS = [
  ["projects/", ".project-rows > li", (page) => page.locator("[data-filter=city]").selectOption("city-00123"), 5],
  ["programs/", ".program-rows > li", (page) => page.locator("[data-filter=text]").fill("Luang Prabang"), 1],
];
const LEFT = { id: /^Terlalu banyak yang berawalan begitu/, en: /^Too many begin so/ };
const FAILED = { id: "Pencarian tidak dapat dimuat.", en: "The search could not be loaded." };
const RETRY = { id: "Coba lagi", en: "Try again" };
const SOME = {
  id: `Peta menampilkan ${CITIES / 2} dari ${CITIES} kota ini.`,
  en: `The map shows ${CITIES / 2} of these ${CITIES} cities.`,
};

for (const lang of LANGS) {
  describe(lang, () => {
    test("a city's page asks for the same files, and not for the list of cities", async () => {
      const names = await asked(many, lang);
      assert.deepEqual(names, await asked(few, lang));
      assert.deepEqual(names, ["cities/sumedang.json", "countries/IDN.json", "lands.json", `words/${lang}.json`]);
    });

    test("the directory shows more as it is asked to, and what is typed finds a city", async () => {
      await withPage(browser, { viewport: { width: 800, height: 900 } }, async (page) => {
        const problems = watch(page, many.base);
        await page.goto(`${many.base}${lang}/cities/`);
        const rows = page.locator("#city-list .rows > li");
        await rows.nth(STEP - 1).waitFor();
        assert.equal(await rows.count(), STEP);
        await page.getByText(COUNT[lang](CITIES)).first().waitFor();
        await page.getByText(SOME[lang]).waitFor();
        const more = page.getByRole("button", { name: MORE[lang] });
        for (const shown of [2 * STEP, 3 * STEP, CITIES]) {
          await more.focus();
          await page.keyboard.press("Enter");
          await rows.nth(shown - 1).waitFor();
          assert.equal(await rows.count(), shown);
        }
        await more.waitFor({ state: "hidden" });
        await page.locator("[data-filter=text]").fill(NAMES[lang]);
        // With those that are a slip of the fingers away.
        await page.waitForFunction((step) => document.querySelectorAll("#city-list .rows > li").length < step / 4, STEP);
        await rows.getByRole("link", { name: NAMES[lang], exact: true }).waitFor();
        assert.equal(await page.getByText(SOME[lang]).count(), 0);
        assert.deepEqual(problems, []);
      });
    });

    test("the comparison offers some cities, or those that fit what is typed", async () => {
      await withPage(browser, { viewport: { width: 800, height: 900 } }, async (page) => {
        const problems = watch(page, many.base);
        await page.goto(`${many.base}${lang}/compare/?cities=hanoi`);
        const offered = page.locator("#pick-all [data-pick]");
        await offered.nth(STEP - 1).waitFor({ state: "attached" });
        assert.equal(await offered.count(), STEP);
        // One of the last is found as well, and says when it is picked.
        const find = page.locator("#pick-find");
        const name = NAMES[lang].replace("123", "567");
        await find.fill(name);
        await page.locator("[data-pick=city-00567][aria-pressed=false]").waitFor();
        await find.press("Enter");
        await page.waitForURL(/cities=hanoi,city-00567$/);
        assert.equal(await offered.count(), STEP);
        await find.fill(name);
        await page.locator("[data-pick=city-00567][aria-pressed=true]").waitFor();
        assert.deepEqual(problems, []);
      });
    });

    test("the search asks for the part with what is typed, and says what it left out or could not get", async () => {
      await withPage(browser, { viewport: { width: 800, height: 900 } }, async (page) => {
        const problems = watch(page, many.base);
        await page.goto(`${many.base}${lang}/search/`);
        // It listens.
        await page.locator("#search-found .ways-on").waitFor();
        const input = page.locator("#search-text");
        const found = (name) => page.locator("#search-found").getByRole("link", { name }).first();
        await input.fill("ko");
        await page.getByText(LEFT[lang]).waitFor();
        many.asked.length = 0;
        await input.fill(NAMES[lang]);
        await found(NAMES[lang]).waitFor();
        assert.equal(await page.getByText(LEFT[lang]).count(), 0);
        assert.deepEqual(many.asked.filter((it) => !/\/search\/\d+\.json$/.test(it)), []);
        assert.equal(many.asked.length, 1);
        // What few things have is found without a part.
        await input.fill("viet nam");
        await page.locator("#search-found a[href$='countries/VNM/']").first().waitFor();
        assert.deepEqual(problems, []);
        await page.route("**/search/*.json", (route) => route.fulfill({ status: 404 }));
        await input.fill("makassar");
        await page.getByRole("alert").getByText(FAILED[lang]).waitFor();
        assert.equal(await page.locator("#search-count").textContent(), "", "how many there are is not known");
        await page.unroute("**/search/*.json");
        await page.getByRole("button", { name: RETRY[lang] }).click();
        await found("Makassar").waitFor();
        assert.equal(await page.getByRole("alert").count(), 0);
      });
    });

    for (const [place, row, choose, least] of LISTS) {
      test(`${place} shows more as it is asked to, and the first of what is chosen`, async () => {
        await withPage(browser, { viewport: { width: 800, height: 900 } }, async (page) => {
          const problems = watch(page, many.base);
          await page.goto(`${many.base}${lang}/${place}`);
          const rows = page.locator(row);
          await rows.nth(STEP - 1).waitFor();
          assert.equal(await rows.count(), STEP);
          const more = page.getByRole("button", { name: MORE[lang] });
          await more.focus();
          await page.keyboard.press("Enter");
          await rows.nth(2 * STEP - 1).waitFor();
          assert.equal(await rows.count(), 2 * STEP);
          await choose(page);
          await page.waitForFunction(([row, step]) => document.querySelectorAll(row).length < step, [row, STEP]);
          assert.ok((await rows.count()) >= least);
          await more.waitFor({ state: "hidden" });
          assert.deepEqual(problems, []);
        });
      });
    }
  });
}
