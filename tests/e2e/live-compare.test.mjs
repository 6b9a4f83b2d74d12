// Proves of the live comparison that it shows facts and the newest values of the cities that the address
// or the reader picks, as the data have them, and stands without its code.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { overflow, withPage } from "./lib/browser.mjs";
import { frame, listening, otherSite } from "./lib/embeds.mjs";
import { city, INDEX, number } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const open = async (page, query) => {
  await page.goto(`${site.base}widgets/live/compare.html?${query}`);
  await page.locator("html[data-live] #compared table").waitFor();
};
const rows = (page) => page.locator("#compared tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((it) => it.innerText.replace(/\s+/g, " ").trim())));
const row = async (page, head) => (await rows(page)).find(([it]) => it === head)?.slice(1);

test("every city's facts, two by two", () =>
  site.visit(async (page) => {
    const { cities } = INDEX;
    for (let at = 0; at < cities.length; at += 2) {
      const pair = [cities[at], cities[(at + 1) % cities.length]];
      await open(page, `lang=en&places=${pair.map(({ id }) => id).join(",")}`);
      assert.deepEqual((await rows(page))[0].slice(1), pair.map(({ name }) => name.en));
      const joined = await row(page, "Joined the network");
      const all = await row(page, "All projects");
      const people = await row(page, "Population");
      for (const [place, it] of pair.entries()) {
        const own = city(it.id).city;
        assert.equal(joined[place], String(own.joined.year), it.id);
        assert.equal(all[place], own.projects.length === 0 ? "unknown" : String(own.projects.length), it.id);
        const newest = Math.max(...own.population.map(({ year }) => year));
        const counts = own.population.filter(({ year }) => year === newest).map(({ value, scope }) => `${number(value, "en")} ${scope.en}, ${newest}`);
        assert.ok(counts.length === 0 ? people[place] === "unknown" : counts.includes(people[place]), `${it.id}: ${people[place]}`);
      }
      assert.equal(await page.locator("footer a").last().getAttribute("href"), `../../en/compare/?cities=${pair.map(({ id }) => id).join(",")}`);
    }
  }));

test("the newest measured values, and what is not known", () =>
  site.visit(async (page) => {
    await open(page, "lang=id&places=sumedang,semarang,jakarta");
    const shown = await row(page, "Tingkat pengangguran terbuka");
    for (const [place, id] of ["sumedang", "semarang", "jakarta"].entries()) {
      const own = city(id).city.indicators.find((it) => it.id === "unemployment-rate");
      const last = own?.series[0].points.at(-1);
      if (last) assert.ok(shown[place].includes(number(last[1], "id")) && shown[place].includes(String(last[0])), `${id}: ${shown[place]}`);
    }
  }));

test("cities are picked by boxes: two stay, six are the most", () =>
  site.visit(async (page) => {
    await open(page, "lang=en&places=hanoi,yangon");
    await page.locator("#places summary").click();
    const box = (name) => page.getByRole("checkbox", { name, exact: true });
    assert.ok(await box("Hanoi").isDisabled());
    for (const name of ["Sumedang", "Da Nang", "Makassar", "Dili"]) await box(name).check();
    assert.ok(await box("Dili").evaluate((it) => it === document.activeElement));
    assert.deepEqual((await rows(page))[0].slice(1), ["Hanoi", "Yangon", "Sumedang", "Da Nang", "Makassar", "Dili"]);
    assert.ok(await box("Jakarta").or(box("DKI Jakarta")).isDisabled());
    assert.equal(await page.textContent("#places summary"), "Picked: 6 (at most 6 cities)");
    for (const width of [1280, 360, 240]) {
      await page.setViewportSize({ width, height: 700 });
      assert.deepEqual(await overflow(page), [], `${width}`);
    }
  }));

test("hostile addresses show the cities of the start", () =>
  site.visit(async (page) => {
    await open(page, "lang=id");
    const plain = await rows(page);
    assert.equal(plain[0].length, 4);
    for (const places of ["", "hanoi", "hanoi,hanoi", "<b>,x", "__proto__,constructor", "HANOI,YANGON", "%00", "IDN,VNM", "a".repeat(3000), `${"x,".repeat(500)}hanoi,yangon`]) {
      await open(page, `places=${places}`);
      assert.deepEqual(await rows(page), plain, places);
    }
  }));

test("its height is told after the start, a city more and another width, and with it nothing scrolls", async () => {
  const other = await otherSite(frame(`${site.base}widgets/live/compare.html?lang=en&places=hanoi,yangon`, 'sandbox="allow-scripts"'));
  try {
    await withPage(site.browser, { viewport: { width: 800, height: 900 } }, async (page) => {
      await listening(page);
      await page.goto(other.base);
      const [, inside] = page.frames();
      const right = async () => {
        // What changes tells its height a frame later.
        await inside.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        const height = await inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
        const told = await page.evaluate(() => self.heard.filter(({ data }) => data.type === "ascn-atlas:height").at(-1).data.height);
        assert.equal(told, height);
        await page.evaluate((height) => (document.querySelector("iframe").height = height), height);
        await inside.waitForFunction((height) => innerHeight === height, height);
        assert.ok(await inside.evaluate(() => document.documentElement.scrollHeight <= innerHeight));
        return height;
      };
      await inside.locator("html[data-live] #compared table").waitFor();
      const first = await right();
      await inside.locator("#places summary").click();
      await inside.getByRole("checkbox", { name: "Dili", exact: true }).check();
      assert.ok((await right()) > first);
      await page.setViewportSize({ width: 320, height: 900 });
      await inside.waitForFunction(() => innerWidth === 320);
      await right();
    });
  } finally {
    await other.close();
  }
});

test("without its code it stands in both languages", () =>
  site.visit(
    async (page) => {
      await page.goto(`${site.base}widgets/live/compare.html`);
      for (const lang of ["id", "en"]) assert.ok(await page.locator(`.fixed[lang=${lang}] table`).isVisible());
    },
    { javaScriptEnabled: false },
  ));
