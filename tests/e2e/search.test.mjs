// Proves the search over everything: opened from any page by key and by its link, closed with the
// focus back where it was, moved through by arrow keys, forgiving of slips and accents, in both
// languages at once; its own page with its state in the address; what it says when nothing is found,
// when its file does not come, and when the reader types markup.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { overflow } from "./lib/browser.mjs";
import { CUT, DIST, LANGS } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const PHONE = { width: 360, height: 740 };
const TITLE = { id: "Cari", en: "Search" };
const LABEL = { id: "Apa yang Anda cari?", en: "What are you looking for?" };

/** The data set itself, not the file that the search loads. */
const data = (name) => JSON.parse(readFileSync(join(DIST, "data", name), "utf8"));
const CITIES = readdirSync(join(DIST, "data/cities")).map((name) => data(`cities/${name}`));
const PROGRAMS = data("programs.json").programs;
const NETWORK = data("network.json");

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Links that were found, in order: address below the root and name. */
const found = (page, scope = ".found") =>
  page.evaluate((scope) => [...document.querySelectorAll(`${scope} li > a`)].map((it) => [it.getAttribute("href"), it.querySelector("b").textContent]), scope);

/** Waits until the first thing found has this address. */
const first = (page, href) => page.waitForFunction((href) => document.querySelector(".found li > a")?.getAttribute("href") === href, href);

const open = async (page) => {
  await page.keyboard.press("/");
  await focus(page, "#search-above-text");
  // The index is there: ways on stand below the field.
  await page.locator("#search-above-found .ways-on").waitFor();
};

describe("above any page", () => {
  test("its key opens it, Escape closes it and gives the focus back", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/");
      await heading(page, "Cities of the network");
      const compare = page.getByRole("link", { name: "Compare cities" });
      await compare.focus();
      await open(page);
      const dialog = page.getByRole("dialog");
      await dialog.waitFor();
      // With something in the field as well, which a browser empties first.
      await page.keyboard.type("x");
      await page.keyboard.press("Escape");
      await page.waitForFunction(() => !document.querySelector("dialog").open);
      assert.ok(await compare.evaluate((it) => it === document.activeElement), "focus is back");
      assert.equal(site.path(page), "en/cities/");
      // Not while something is typed.
      const filter = page.getByRole("searchbox");
      await filter.focus();
      await page.keyboard.type("a/b");
      assert.equal(await filter.inputValue(), "a/b");
      assert.equal(await dialog.count(), 0);
    }));

  test("its link opens it, and a link inside closes it and leads on", () =>
    site.visit(async (page) => {
      await site.go(page, "id/");
      await page.locator(".by-country a").first().waitFor();
      const opener = page.locator(".site-header").getByRole("link", { name: TITLE.id });
      await opener.click();
      await focus(page, "#search-above-text");
      await page.keyboard.type("makasar");
      await first(page, "id/cities/makassar/");
      await page.locator("#search-above-count").getByText("Ditemukan:").waitFor();
      // Down to the first, down and up again, up to the field, and on by Enter.
      await page.keyboard.press("ArrowDown");
      await focus(page, ".found li:first-child a");
      await page.keyboard.press("ArrowDown");
      assert.ok(await page.evaluate(() => document.activeElement === document.querySelectorAll(".found a")[1]));
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await focus(page, "#search-above-text");
      await page.keyboard.press("ArrowDown");
      // What is typed on a link goes on in the field.
      await page.keyboard.type("s");
      await focus(page, "#search-above-text");
      assert.equal(await page.locator("#search-above-text").inputValue(), "makasars");
      await page.keyboard.press("Backspace");
      await first(page, "id/cities/makassar/");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await heading(page, "Makassar");
      await focus(page, "h1");
      assert.equal(await page.getByRole("dialog").count(), 0);
      await page.goBack();
      await page.locator(".by-country a").first().waitFor();
      assert.equal(site.path(page), "id/");
    }));

  test("Enter without a choice leads to the page of the search", () =>
    site.visit(async (page) => {
      await site.go(page, "en/data/");
      await heading(page, "Download the data");
      await open(page);
      await page.keyboard.type("stunting");
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/search/?q=stunting");
      await heading(page, TITLE.en);
      await page.waitForFunction(() => document.querySelector("#search-text")?.value === "stunting");
      await page.waitForFunction(() => !document.querySelector("dialog").open);
      // On its own page the key goes to the field.
      await page.locator("h1").focus();
      await page.keyboard.press("/");
      await focus(page, "#search-text");
    }));

  test("on a phone it takes the whole window and nothing sticks out", () =>
    site.visit(
      async (page) => {
        await site.go(page, "id/");
        await page.locator(".by-country a").first().waitFor();
        await page.locator(".search-open").tap();
        await focus(page, "#search-above-text");
        await page.keyboard.type("smart city");
        await page.locator(".found li").first().waitFor();
        const box = await page.getByRole("dialog").boundingBox();
        assert.deepEqual([box.x, box.width, box.height], [0, PHONE.width, PHONE.height]);
        assert.deepEqual(await overflow(page), []);
        await page.getByRole("button", { name: "Tutup pencarian" }).tap();
        await page.waitForFunction(() => !document.querySelector("dialog").open);
      },
      { viewport: PHONE, hasTouch: true },
    ));
});

describe("everything can be found", () => {
  const ask = async (page, text) => {
    await page.locator("#search-text").fill(text);
    await page.waitForFunction((text) => new URLSearchParams(location.search).get("q") === text, text);
  };

  test("every city by each of its names, in either language", () =>
    site.visit(async (page) => {
      await site.go(page, "en/search/");
      await page.locator(".ways-on").waitFor();
      for (const city of CITIES) {
        for (const name of new Set([city.name.en, city.name.id, ...(city.name.local ?? []).map((it) => it.text)])) {
          await ask(page, name);
          const links = await found(page);
          assert.ok(links.some(([href]) => href === `en/cities/${city.id}/`), `${name}: ${links.slice(0, 3)}`);
        }
      }
    }));

  test("projects, programmes, people, meetings and documents by their names", () =>
    site.visit(async (page) => {
      await site.go(page, "id/search/");
      await page.locator(".ways-on").waitFor();
      const sumedang = CITIES.find((it) => it.id === "sumedang");
      const csco = sumedang.officers.find((it) => it.role === "csco");
      const wanted = [
        ...sumedang.projects.map((it) => [it.name.en, `id/projects/sumedang/${it.id}/`]),
        ...PROGRAMS.slice(0, 20).map((it) => [it.name.en, `id/programs/${it.id}/`]),
        ...NETWORK.milestones.slice(0, 10).map((it) => [it.title.id, `id/network/${it.id}/`]),
        [csco.name, "id/cities/sumedang/"],
      ];
      for (const [name, href] of wanted) {
        await ask(page, name.slice(0, 100));
        const links = await found(page);
        assert.ok(links.some(([it]) => it === href), `${name}: ${JSON.stringify(links.slice(0, 3))}`);
      }
    }));

  test("counts of a kind are those of the data, and its list shows them all", () =>
    site.visit(async (page) => {
      await site.go(page, "en/search/?q=sumedang");
      await first(page, "en/cities/sumedang/");
      const section = (name) => page.locator(".found").filter({ has: page.getByRole("heading", { name }) });
      // Publications that name the city in their title, by the data set.
      const titles = new Set();
      for (const { sources } of [...CITIES, data("programs.json"), NETWORK, ...readdirSync(join(DIST, "data/indicators")).map((it) => data(`indicators/${it}`))]) {
        for (const { title, url, publisher } of Object.values(sources)) {
          if (/\bsumedang|sumedang/i.test(title + " " + publisher)) titles.add(`${title}|${url}`);
        }
      }
      assert.equal(await section(/^Documents/).locator(".found-count").textContent(), String(titles.size));
      await section(/^Documents/).getByRole("link", { name: `Show all ${titles.size}` }).click();
      await site.arrive(page, "en/search/?q=sumedang&kind=source");
      await focus(page, "#search-found");
      assert.equal((await found(page)).length, Math.min(titles.size, 100));
      await page.reload();
      await page.getByRole("link", { name: "Back to all kinds" }).click();
      await site.arrive(page, "en/search/?q=sumedang");
      await first(page, "en/cities/sumedang/");
    }));
});

describe("the page of the search", () => {
  test("its state survives a reload and the back button", () =>
    site.visit(async (page) => {
      await site.go(page, "en/search/?q=da+nang");
      await first(page, "en/cities/da-nang/");
      await page.reload();
      await first(page, "en/cities/da-nang/");
      assert.equal(await page.getByLabel(LABEL.en).inputValue(), "da nang");
      await page.locator(".found li > a").first().click();
      await heading(page, "Da Nang");
      await page.goBack();
      await site.arrive(page, "en/search/?q=da+nang");
      await first(page, "en/cities/da-nang/");
      // The other language keeps what was asked for.
      await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
      await site.arrive(page, "id/search/?q=da+nang");
      await first(page, "id/cities/da-nang/");
    }));

  for (const lang of LANGS) {
    test(`says that nothing was found, and where to go on (${lang})`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/search/?q=${encodeURIComponent('<img src=x onerror="alert(1)">')}`);
        const said = { id: "Tidak ada yang ditemukan untuk “<img", en: "Nothing was found for “<img" }[lang];
        await page.locator("#search-count").getByText(said).waitFor();
        assert.equal(await page.locator("main img").count(), 0);
        await page.locator(".ways-on a").first().click();
        await site.arrive(page, `${lang}/cities/`);
      }));
  }

  test("says that its file did not come, and asks again", () =>
    site.visit(
      async (page) => {
        let broken = true;
        const file = `${CUT}search.json`;
        await page.route(`**/${file}`, (route) => (broken ? route.fulfill({ status: 500, body: "" }) : route.continue()));
        // With content the page would stay as it is: see prerender.test.mjs.
        site.server.empty(true);
        await site.go(page, "en/search/?q=hanoi").finally(() => site.server.empty(false));
        await page.getByRole("alert").getByText("The search could not be loaded.").waitFor();
        // The field and all else stay.
        await page.getByLabel(LABEL.en).waitFor();
        broken = false;
        await page.getByRole("button", { name: "Try again" }).click();
        await first(page, "en/cities/hanoi/");
      },
      { expected: /status 500|500 \(|search\.json/ },
    ));

  test("marks what fits, also where only the other language shows it", () =>
    site.visit(async (page) => {
      await site.go(page, "en/search/?q=thanh+pho+ho+chi");
      await first(page, "en/cities/ho-chi-minh-city/");
      const row = page.locator(".found li").first();
      assert.match(await row.textContent(), /also: .*Thành phố Hồ Chí Minh/);
      assert.deepEqual(await row.locator("mark").allTextContents(), ["Ho", "Chi", "Thành", "phố", "Hồ", "Chí"]);
    }));
});
