// Proves that a reader finds the way: language and theme as chosen, the directory by any spelling,
// addresses that can be shared, reloaded and gone back to, moves that a screen reader hears, and
// every bit of it by keyboard alone, at a site's root and below any path.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { INDEX } from "./lib/site.mjs";
import { focus, heading, scrolled, Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const rows = (page) => page.locator(".rows a");
const choice = (page, name) => page.getByRole("combobox", { name, exact: true });
/** Waits until the directory shows exactly these cities. */
const shows = (page, names) =>
  page.waitForFunction(
    (names) => [...document.querySelectorAll(".rows a")].map((it) => it.textContent).join("|") === names,
    names.join("|"),
  );

describe("language", () => {
  for (const [locale, lang] of [["en-GB", "en"], ["id-ID", "id"], ["th-TH", "id"]]) {
    test(`a browser in ${locale} is led from the root to /${lang}/`, () =>
      site.visit(async (page) => {
        await site.go(page, "");
        await site.arrive(page, `${lang}/`);
        assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
        assert.equal(await page.evaluate(() => history.length), 2, "no entry for the root to go back to");
      }, { locale }));
  }

  test("the reader's choice outweighs the browser's language", () =>
    site.visit(async (page, context) => {
      await site.go(page, "");
      await site.arrive(page, "id/");
      await page.getByRole("link", { name: "English" }).click();
      await site.arrive(page, "en/");
      const next = await context.newPage();
      await site.go(next, "");
      await site.arrive(next, "en/");
    }));

  test("switching keeps the page, its query and how far it is scrolled", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/?country=IDN&sort=name");
      await rows(page).first().waitFor();
      await page.locator(".map > svg").waitFor();
      await page.evaluate(() => scrollTo(0, 500));
      // Clicked where it is, out of sight, as a screen reader does.
      await page.getByRole("link", { name: "English" }).evaluate((link) => link.click());
      await site.arrive(page, "en/cities/?country=IDN&sort=name");
      await heading(page, "Cities of the network");
      await scrolled(page, 500);
      assert.equal(await choice(page, "Country").inputValue(), "IDN");
    }));

  test("switching keeps the section of a profile in sight", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      await page.locator(".country-rows").waitFor();
      await page.locator("#people").evaluate((it) => it.scrollIntoView());
      await page.getByRole("link", { name: "English" }).evaluate((link) => link.click());
      await site.arrive(page, "en/cities/sumedang/");
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
    site.visit(async (page, context) => {
      await site.go(page, "id/");
      const light = await ground(page);
      await page.getByLabel("Tema").selectOption("dark");
      assert.equal(await theme(page), "dark");
      assert.notEqual(await ground(page), light);
      const dark = await ground(page);

      // The app never comes: what is painted is painted without it.
      const next = await context.newPage();
      await next.route(/\.wasm$/, () => {});
      await next.goto(`${site.base}id/`, { waitUntil: "commit" });
      await next.locator("main h1").waitFor();
      assert.equal(await theme(next), "dark");
      assert.equal(await ground(next), dark);
      assert.equal(await page.getByLabel("Tema").inputValue(), "dark");
    }));

  test("without a choice the system's theme is shown", () =>
    site.visit(async (page) => {
      await site.go(page, "id/");
      await page.emulateMedia({ colorScheme: "light" });
      const light = await ground(page);
      await page.emulateMedia({ colorScheme: "dark" });
      assert.notEqual(await ground(page), light);
    }));
});

describe("directory", () => {
  for (const [typed, slug] of [["Makasar", "makassar"], ["KL", "kuala-lumpur"], ["da nang", "da-nang"]]) {
    test(`typing “${typed}” finds ${slug} and nothing else`, () =>
      site.visit(async (page) => {
        await site.go(page, "en/cities/");
        await page.getByRole("searchbox").pressSequentially(typed);
        await shows(page, [INDEX.cities.find((it) => it.id === slug).name.en]);
        assert.equal(new URL(page.url()).searchParams.get("q"), typed);
      }));
  }

  test("filters and order stand in the address and outlive a reload", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/");
      await rows(page).first().waitFor();
      await choice(page, "Country").selectOption("VNM");
      await choice(page, "Sort by").selectOption("name");
      await choice(page, "Joined").selectOption("2018");
      assert.equal(site.path(page), "en/cities/?country=VNM&joined=2018&sort=name");
      const expected = INDEX.cities
        .filter((it) => it.country === "VNM" && it.joined === 2018)
        .map((it) => it.name.en)
        .sort();
      assert.ok(expected.length > 1);
      await shows(page, expected);
      await page.reload();
      await shows(page, expected);
      assert.equal(await choice(page, "Country").inputValue(), "VNM");
      assert.equal(await choice(page, "Sort by").inputValue(), "name");
      assert.equal(await choice(page, "Joined").inputValue(), "2018");
      await page.getByRole("button", { name: "Clear all filters" }).click();
      await page.waitForFunction((count) => document.querySelectorAll(".rows a").length === count, INDEX.cities.length);
      assert.equal(site.path(page), "en/cities/");
    }));

  test("each focus area shows its cities, and says so to a screen reader", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/");
      await rows(page).first().waitFor();
      for (const area of new Set(INDEX.cities.flatMap((it) => it.focus))) {
        await choice(page, "Bidang fokus").selectOption(area);
        const count = INDEX.cities.filter((it) => it.focus.includes(area)).length;
        await page.getByRole("status").getByText(`${count} dari ${INDEX.cities.length} kota`).waitFor();
        assert.equal(await rows(page).count(), count);
      }
    }));

  test("nothing found is said in words", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/?q=zzzzzz");
      await page.getByText("No city fits these filters.").waitFor();
    }));

  test("the front page's search leads to it", () =>
    site.visit(async (page) => {
      await site.go(page, "en/");
      await page.getByRole("searchbox").fill("hanoi");
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/cities/?q=hanoi");
      await shows(page, ["Hanoi"]);
    }));
});

describe("moving", () => {
  test("a move sets title, focus, scroll and announcement", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/");
      await rows(page).getByText("Hanoi").click();
      await site.arrive(page, "en/cities/hanoi/");
      await heading(page, "Hanoi");
      await focus(page, "h1");
      assert.equal(await page.title(), "Hanoi · ASCN Atlas");
      assert.equal(await page.locator("#announcer").textContent(), "Page opened: Hanoi");
      await scrolled(page, 0);
    }));

  test("back restores the directory, its filters and how far it was scrolled; forward goes on", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/?sort=name");
      await page.locator(".map > svg").waitFor();
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
      await site.arrive(page, "id/cities/?sort=name");
      await scrolled(page, at);
      await page.goForward();
      await heading(page, name);
    }));

  test("a point of the map leads to its city", () =>
    site.visit(async (page) => {
      await site.go(page, "id/");
      const link = page.locator(".map a[aria-label=Dili]");
      await link.focus();
      await page.keyboard.press("Enter");
      await site.arrive(page, "id/cities/dili/");
      await heading(page, "Dili");
    }));

  test("a number leads to its source, and the arrow back", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      const cite = page.locator("article.project sup.cites a").first();
      const [id, target] = await cite.evaluate((it) => [it.id, it.dataset.jump]);
      await cite.click();
      await focus(page, `#${target}`);
      await page.waitForFunction((id) => {
        const { top } = document.getElementById(id).getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      }, target);
      await page.locator(`#${target} a[data-jump='${id}']`).click();
      await focus(page, `#${id}`);
    }));

  test("a section of the page's own index is scrolled to", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      await page.locator(".page-index a[data-jump=people]").click();
      await focus(page, "#people");
    }));
});
