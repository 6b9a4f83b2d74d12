// Proves that a reader finds the way: language and theme as chosen, the directory by any spelling,
// addresses that can be shared, reloaded and gone back to, moves that a screen reader hears, and
// every bit of it by keyboard alone, at a site's root and below any path.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { DIST, INDEX } from "./lib/site.mjs";

const DESK = { width: 1280, height: 900 };

let server;
let browser;

before(async () => {
  server = await serve(DIST, { keep: true });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** A reader's visit: a page in a fresh browser, which must have nothing to complain about. */
function visit(act, options = {}) {
  return withPage(browser, { viewport: DESK, locale: "id-ID", ...options }, async (page, context) => {
    const problems = watch(page, server.base);
    await act(page, context);
    assert.deepEqual(problems, [], "console, errors, requests");
  });
}

const go = (page, path) => page.goto(server.base + path);
const path = (page) => decodeURIComponent(page.url().slice(server.base.length));
/** Waits until the address is `expected`, below the root. */
const arrive = (page, expected) => page.waitForURL(server.base + expected);
const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
const rows = (page) => page.locator(".rows a");
/** Waits until the directory shows exactly these cities. */
const shows = (page, names) =>
  page.waitForFunction(
    (names) => [...document.querySelectorAll(".rows a")].map((it) => it.textContent).join("|") === names,
    names.join("|"),
  );
const scrolled = (page, at) => page.waitForFunction((at) => Math.abs(scrollY - at) < 2, at);
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

describe("language", () => {
  for (const [locale, lang] of [["en-GB", "en"], ["id-ID", "id"], ["th-TH", "id"]]) {
    test(`a browser in ${locale} is led from the root to /${lang}/`, () =>
      visit(async (page) => {
        await go(page, "");
        await arrive(page, `${lang}/`);
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        assert.equal(await page.evaluate(() => history.length), 2, "no entry for the root to go back to");
      }, { locale }));
  }

  test("the reader's choice outweighs the browser's language", () =>
    visit(async (page, context) => {
      await go(page, "");
      await arrive(page, "id/");
      await page.getByRole("link", { name: "English" }).click();
      await arrive(page, "en/");
      const next = await context.newPage();
      await go(next, "");
      await arrive(next, "en/");
    }));

  test("switching keeps the page, its query and how far it is scrolled", () =>
    visit(async (page) => {
      await go(page, "id/cities/?country=IDN&sort=name");
      await rows(page).first().waitFor();
      await page.locator(".map svg").waitFor();
      await page.evaluate(() => scrollTo(0, 500));
      // Clicked where it is, out of sight, as a screen reader does.
      await page.getByRole("link", { name: "English" }).evaluate((link) => link.click());
      await arrive(page, "en/cities/?country=IDN&sort=name");
      await heading(page, "Cities of the network");
      await scrolled(page, 500);
      assert.equal(await page.getByLabel("Country").inputValue(), "IDN");
    }));

  test("switching keeps the section of a profile in sight", () =>
    visit(async (page) => {
      await go(page, "id/cities/sumedang/");
      await page.locator(".country-rows").waitFor();
      await page.locator("#people").evaluate((it) => it.scrollIntoView());
      await page.getByRole("link", { name: "English" }).evaluate((link) => link.click());
      await arrive(page, "en/cities/sumedang/");
      await page.getByRole("heading", { name: "Who leads" }).waitFor();
      await page.waitForFunction(() => {
        const { top } = document.getElementById("people").getBoundingClientRect();
        return top > -innerHeight / 2 && top < innerHeight;
      });
    }));
});

describe("theme", () => {
  const theme = (page) => page.evaluate(() => document.documentElement.dataset.theme);
  const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test("the choice is kept and stands before the app runs", () =>
    visit(async (page, context) => {
      await go(page, "id/");
      const light = await ground(page);
      await page.getByLabel("Tema").selectOption("dark");
      assert.equal(await theme(page), "dark");
      assert.notEqual(await ground(page), light);
      const dark = await ground(page);

      // The app never comes: what is painted is painted without it.
      const next = await context.newPage();
      await next.route(/\.wasm$/, () => {});
      await next.goto(`${server.base}id/`, { waitUntil: "commit" });
      await next.locator(".loading").waitFor();
      assert.equal(await theme(next), "dark");
      assert.equal(await ground(next), dark);
      assert.equal(await page.getByLabel("Tema").inputValue(), "dark");
    }));

  test("without a choice the system's theme is shown", () =>
    visit(async (page) => {
      await go(page, "id/");
      await page.emulateMedia({ colorScheme: "light" });
      const light = await ground(page);
      await page.emulateMedia({ colorScheme: "dark" });
      assert.notEqual(await ground(page), light);
    }));
});

describe("directory", () => {
  const box = (page) => page.getByRole("searchbox");

  for (const [typed, names] of [["Makasar", ["Makassar"]], ["KL", ["Kuala Lumpur"]], ["da nang", ["Da Nang"]]]) {
    test(`typing “${typed}” finds ${names}`, () =>
      visit(async (page) => {
        await go(page, "en/cities/");
        await box(page).pressSequentially(typed);
        const first = rows(page).first();
        await page.waitForFunction(
          (name) => document.querySelector(".rows a")?.textContent === name,
          INDEX.cities.find((it) => names.includes(it.name.en) || it.id === names[0].toLowerCase().replace(" ", "-")).name.en,
        );
        assert.equal(await first.isVisible(), true);
        assert.equal(await rows(page).count(), 1);
        assert.equal(new URL(page.url()).searchParams.get("q"), typed);
      }));
  }

  test("filters and order stand in the address and outlive a reload", () =>
    visit(async (page) => {
      await go(page, "en/cities/");
      await rows(page).first().waitFor();
      await page.getByLabel("Country").selectOption("VNM");
      await page.getByLabel("Sort by").selectOption("name");
      await page.getByLabel("Joined").selectOption("2018");
      assert.equal(path(page), "en/cities/?country=VNM&joined=2018&sort=name");
      const expected = INDEX.cities
        .filter((it) => it.country === "VNM" && it.joined === 2018)
        .map((it) => it.name.en)
        .sort();
      assert.ok(expected.length > 1);
      await shows(page, expected);
      await page.reload();
      await shows(page, expected);
      assert.equal(await page.getByLabel("Country").inputValue(), "VNM");
      assert.equal(await page.getByLabel("Sort by").inputValue(), "name");
      assert.equal(await page.getByLabel("Joined").inputValue(), "2018");
      await page.getByRole("button", { name: "Clear all filters" }).click();
      await page.waitForFunction((count) => document.querySelectorAll(".rows a").length === count, INDEX.cities.length);
      assert.equal(path(page), "en/cities/");
    }));

  test("each focus area shows its cities, and says so to a screen reader", () =>
    visit(async (page) => {
      await go(page, "id/cities/");
      await rows(page).first().waitFor();
      for (const area of new Set(INDEX.cities.flatMap((it) => it.focus))) {
        await page.getByLabel("Bidang fokus").selectOption(area);
        const count = INDEX.cities.filter((it) => it.focus.includes(area)).length;
        await page.getByRole("status").getByText(`${count} dari ${INDEX.cities.length} kota`).waitFor();
        assert.equal(await rows(page).count(), count);
      }
    }));

  test("nothing found is said in words", () =>
    visit(async (page) => {
      await go(page, "en/cities/?q=zzzzzz");
      await page.getByText("No city fits these filters.").waitFor();
    }));

  test("the front page's search leads to it", () =>
    visit(async (page) => {
      await go(page, "en/");
      await page.getByRole("searchbox").fill("hanoi");
      await page.keyboard.press("Enter");
      await arrive(page, "en/cities/?q=hanoi");
      await shows(page, ["Hanoi"]);
    }));
});

describe("moving", () => {
  test("a move sets title, focus, scroll and announcement", () =>
    visit(async (page) => {
      await go(page, "en/cities/");
      await rows(page).getByText("Hanoi").click();
      await arrive(page, "en/cities/hanoi/");
      await heading(page, "Hanoi");
      await page.waitForFunction(() => document.activeElement.matches("h1"));
      assert.equal(await page.title(), "Hanoi · ASCN Atlas");
      assert.equal(await page.locator("#announcer").textContent(), "Page opened: Hanoi");
      await scrolled(page, 0);
    }));

  test("back restores the directory, its filters and how far it was scrolled; forward goes on", () =>
    visit(async (page) => {
      await go(page, "id/cities/?sort=name");
      await page.locator(".map svg").waitFor();
      const target = rows(page).nth(25);
      await target.scrollIntoViewIfNeeded();
      await target.evaluate((it) => it.scrollIntoView({ block: "center" }));
      const at = await page.evaluate(() => scrollY);
      assert.ok(at > 300, "the directory is long enough to be scrolled");
      const name = await target.textContent();
      await target.click();
      await heading(page, name);
      await scrolled(page, 0);
      await page.goBack();
      await arrive(page, "id/cities/?sort=name");
      await scrolled(page, at);
      await page.goForward();
      await heading(page, name);
    }));

  test("a point of the map leads to its city", () =>
    visit(async (page) => {
      await go(page, "id/");
      const link = page.locator(".map a[aria-label=Dili]");
      await link.focus();
      await page.keyboard.press("Enter");
      await arrive(page, "id/cities/dili/");
      await heading(page, "Dili");
    }));

  test("a number leads to its source, and the arrow back", () =>
    visit(async (page) => {
      await go(page, "id/cities/sumedang/");
      const cite = page.locator("article.project sup.cites a").first();
      const [id, target] = await cite.evaluate((it) => [it.id, it.dataset.jump]);
      await cite.click();
      await page.waitForFunction((id) => document.activeElement.id === id, target);
      await page.waitForFunction((id) => {
        const { top } = document.getElementById(id).getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      }, target);
      await page.locator(`#${target} a[data-jump='${id}']`).click();
      await page.waitForFunction((id) => document.activeElement.id === id, id);
    }));

  test("a section of the page's own index is scrolled to", () =>
    visit(async (page) => {
      await go(page, "id/cities/sumedang/");
      await page.locator(".page-index a[data-jump=people]").click();
      assert.equal(await focused(page), "people");
    }));
});
