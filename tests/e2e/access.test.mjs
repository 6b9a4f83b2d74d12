// Proves that the site needs no mouse, no motion and no screen: everything by keyboard, charts read
// point by point, and a print without controls.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { city, LANGS } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Presses Tab until the element with focus fits `selector`. */
async function tabTo(page, selector, most = 200) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`${most} presses of Tab do not lead to ${selector}`);
}

describe("keyboard", () => {
  test("the first Tab shows the way past the header, and it leads there", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/");
      await page.locator(".rows a").first().waitFor();
      await page.keyboard.press("Tab");
      await focus(page, "a.skip");
      const skip = page.getByRole("link", { name: "Skip to content" });
      assert.ok((await skip.boundingBox()).y >= 0, "the link comes into sight");
      await page.keyboard.press("Enter");
      await focus(page, "main#content");
      await tabTo(page, "[type=search]", 5);
    }));

  test("from the address bar to a city without a mouse", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/");
      await page.locator(".rows a").first().waitFor();
      await tabTo(page, "[type=search]");
      await page.keyboard.type("sumedang");
      await tabTo(page, ".rows a");
      await page.keyboard.press("Enter");
      await heading(page, "Sumedang");
      await focus(page, "h1");
      // On from the heading: the index of the page, once it is there, comes before its sections.
      await page.locator(".page-index a").first().waitFor();
      await tabTo(page, ".page-index a", 20);
      await page.keyboard.press("Enter");
      await focus(page, "h2#projects");
    }));

  test("everything with focus shows it", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/putrajaya/");
      await page.locator(".country-rows > details").first().waitFor();
      const plain = [];
      for (let pressed = 0; pressed < 30; pressed += 1) {
        await page.keyboard.press("Tab");
        plain.push(
          await page.evaluate(() => {
            const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
            const shown = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
            return shown ? null : document.activeElement.outerHTML.slice(0, 120);
          }),
        );
      }
      assert.deepEqual(plain.filter(Boolean), []);
    }));

  test("a figure of the country opens by Enter and is drawn", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/putrajaya/");
      const row = page.locator(".country-rows > details").first();
      await row.locator("summary").first().focus();
      await page.keyboard.press("Enter");
      await row.locator(".stage svg").waitFor();
    }));
});

describe("the readout of a chart", () => {
  const [indicator] = city("sumedang").city.indicators;
  const points = indicator.series.flatMap((series) => series.points);

  test("arrow keys, Home and End say each point", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/sumedang/");
      const figure = page.locator(`#chart-${indicator.id}`);
      await figure.scrollIntoViewIfNeeded();
      const slider = figure.getByRole("slider");
      await slider.focus();
      const said = () => slider.getAttribute("aria-valuetext");
      /** Presses a key and waits until something else is said. */
      const press = async (key) => {
        const before = await said();
        await page.keyboard.press(key);
        await page.waitForFunction(
          ([id, before]) => document.querySelector(`#${id} [role=slider]`).getAttribute("aria-valuetext") !== before,
          [`chart-${indicator.id}`, before],
        );
        return said();
      };
      assert.ok(await said(), "focus alone says a point");
      assert.equal(await slider.getAttribute("aria-valuemax"), String(points.length - 1));

      const first = await press("Home");
      assert.equal(await slider.getAttribute("aria-valuenow"), "0");
      assert.match(first, new RegExp(String(points[0][0])), "the year");
      assert.match(first, new RegExp(`${points[0][1]}%`), "the value with its unit");
      const next = await press("ArrowRight");
      assert.match(next, new RegExp(String(points[1][0])));
      assert.equal(await press("ArrowLeft"), first);
      const other = await press("ArrowDown");
      assert.notEqual(other, first);
      await press("End");
      assert.equal(await slider.getAttribute("aria-valuenow"), String(points.length - 1));
      await figure.locator(".tip").waitFor();
      await page.keyboard.press("Escape");
      await figure.locator(".tip").waitFor({ state: "detached" });
    }));

  test("a pointer says the nearest point, and nothing once it has left", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      const figure = page.locator(`#chart-${indicator.id}`);
      await figure.scrollIntoViewIfNeeded();
      await figure.getByRole("slider").hover();
      await figure.locator(".tip").waitFor();
      assert.match(await figure.locator(".tip").textContent(), /20\d\d/);
      await page.getByRole("heading", { level: 2 }).first().hover();
      await figure.locator(".tip").waitFor({ state: "detached" });
    }));
});

describe("the table of a chart", () => {
  for (const lang of LANGS) {
    test(`is sorted and copied in ${lang}`, () =>
      site.visit(async (page, context) => {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await site.go(page, `${lang}/cities/sumedang/`);
        const table = page.locator("#chart-stunting-prevalence .chart-table");
        await page.locator("#chart-stunting-prevalence").scrollIntoViewIfNeeded();
        await table.locator("> summary").click();
        const years = () => table.locator("tbody th").allTextContents();
        const first = await years();
        assert.ok(first.length > 3 && first.every((year) => /^20\d\d$/.test(year)), first.join());
        const sort = table.locator("th button").first();
        await sort.click();
        await table.locator("th[aria-sort=ascending]").waitFor();
        assert.deepEqual(await years(), [...first].sort());
        await sort.press("Enter");
        await table.locator("th[aria-sort=descending]").waitFor();
        const shown = await years();
        assert.deepEqual(shown, [...first].sort().reverse());
        await table.getByRole("button", { name: { id: "Salin tabel", en: "Copy table" }[lang] }).click();
        await table.getByText({ id: "Disalin: Tabel", en: "Copied: Table" }[lang]).waitFor();
        const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split("\n");
        assert.deepEqual(lines.slice(1).map((line) => line.split("\t")[0]), shown);
        await page.emulateMedia({ media: "print" });
        assert.ok(await sort.isVisible(), "the words of columns are printed");
        assert.ok(!(await table.locator("[data-copy]").isVisible()));
      }));
  }
});

describe("print", () => {
  for (const path of ["id/", "en/cities/", "id/cities/sumedang/"]) {
    test(`${path} has no controls and nothing to open`, () =>
      site.visit(async (page) => {
        await site.go(page, path);
        await page.locator(".map > svg").waitFor();
        await page.emulateMedia({ media: "print" });
        const controls = await page.evaluate(() =>
          // The head of a column is a button.
          [...document.querySelectorAll("button:not(th button), input, select, .languages, .skip, .page-index, .breadcrumb")]
            .filter((it) => it.checkVisibility())
            .map((it) => it.outerHTML.slice(0, 80)),
        );
        assert.deepEqual(controls, []);
        assert.ok(await page.locator("h1").isVisible());
      }));
  }

  test("charts out of sight are drawn for it", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      await page.locator(".country-rows > details").first().waitFor();
      const count = city("sumedang").city.indicators.length;
      // `page.pdf` prints as the browser's own command does, with its events.
      await page.pdf();
      await page.waitForFunction(
        (count) => document.querySelectorAll("figure[id^=chart-] .stage svg").length === count,
        count,
      );
    }));
});

test("a reader who wants no motion gets none", () =>
  site.visit(async (page) => {
    for (const path of ["id/", "en/cities/", "id/cities/sumedang/"]) {
      await site.go(page, path);
      await page.locator(".map > svg").waitFor();
      const moving = await page.evaluate(() => {
        const moves = (it) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(it);
          return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
        };
        return [...document.querySelectorAll("*")].filter(moves).map((it) => it.tagName).slice(0, 5);
      });
      assert.deepEqual(moving, []);
    }
  }, { reducedMotion: "reduce" }));
