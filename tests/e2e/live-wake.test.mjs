// Proves that a live widget is a picture until its reader comes, then lives without a movement, and that
// what was done before its code was there is not lost.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { withPage } from "./lib/browser.mjs";
import { alive, wake } from "./lib/live.mjs";
import { LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const FRAME = { width: 700, height: 720 };
const address = (id, query) => `${site.base}widgets/live/chart/${id}.html?${query}`;

/** Acts in a widget that counts how often code is compiled, and goes on with it when the test says so. */
const held = (act, options = {}) =>
  withPage(site.browser, { viewport: FRAME, ...options }, async (page) => {
    await page.addInitScript(() => {
      const { compile } = WebAssembly;
      self.compiled = 0;
      const may = new Promise((resolve) => (self.goOn = resolve));
      WebAssembly.compile = async (bytes) => {
        self.compiled += 1;
        await may;
        return compile(bytes);
      };
    });
    await page.goto(address("hdi", "lang=en"));
    await page.locator("#picture svg:visible").waitFor();
    await act(page);
  });
const goOn = async (page) => {
  await page.evaluate(() => self.goOn());
  await alive(page);
};
const begun = (page) => page.waitForFunction(() => self.compiled === 1);

test("until then no code runs, and the widget is whole", () =>
  held(async (page) => {
    // Longer than a start would take: a frame, and what the browser does when it has nothing to do.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assert.equal(await page.evaluate(() => self.compiled), 0);
    assert.ok(await page.locator("#code").count());
    assert.equal(await page.locator("html[data-live]").count(), 0);
    for (const name of ["Lines", "Ranking", "Table"]) assert.ok(await page.getByRole("button", { name }).isVisible(), name);
    assert.ok(await page.getByRole("slider", { name: /^Points of the chart “Human/ }).isVisible());
    assert.ok(await page.getByText("Places: 5 of 11").isVisible());
    assert.equal(await page.locator("#picture svg:visible").count(), 1);
  }));

describe("it begins", () => {
  const signs = {
    "when a pointer comes": (page) => page.mouse.move(300, 300),
    "when the focus comes": (page) => page.keyboard.press("Tab"),
    "when a screen reader acts": (page) => page.getByRole("button", { name: "Ranking" }).dispatchEvent("click"),
  };
  for (const [name, sign] of Object.entries(signs)) {
    test(name, () =>
      held(async (page) => {
        await sign(page);
        await begun(page);
        await goOn(page);
        // Once.
        await page.mouse.move(10, 10);
        assert.equal(await page.evaluate(() => self.compiled), 1);
      }));
  }

  for (const query of ["places=IDN,VNM", "kind=bars", "from=2000", "to=2010", "year=2010", "scale=log", "relative=yes"]) {
    test(`at once for ${query}`, () =>
      site.visit(async (page) => {
        await page.goto(address("hdi", `lang=en&${query}`));
        await alive(page);
      }, { viewport: FRAME }));
  }

  test("at once where there is room for a larger drawing", () =>
    site.visit(async (page) => {
      await page.goto(address("hdi", "lang=en"));
      await page.locator('html[data-live] #picture svg[viewBox="0 0 1000 440"]').waitFor();
    }));
});

describe("what was done meanwhile is done", () => {
  test("a button", () =>
    held(async (page) => {
      await page.getByRole("button", { name: "Ranking" }).click();
      await begun(page);
      await goOn(page);
      await page.locator("#picture .bar").first().waitFor();
      assert.equal(await page.locator("[aria-pressed=true]").textContent(), "Ranking");
    }));

  test("a button by key, which keeps the focus", () =>
    held(async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await begun(page);
      await goOn(page);
      await page.locator("#picture .bar").first().waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Ranking");
    }));

  test("a point by key", () =>
    held(async (page) => {
      await page.locator("#readout").focus();
      await page.keyboard.press("Home");
      await begun(page);
      await goOn(page);
      await page.waitForFunction(() => document.querySelector("#readout").getAttribute("aria-valuetext").includes("1990"));
    }));

  test("a point by touch", () =>
    held(
      async (page) => {
        await page.locator("#readout").tap({ position: { x: 200, y: 100 } });
        await begun(page);
        await goOn(page);
        await page.locator(".tip:not(:empty)").waitFor();
      },
      { hasTouch: true },
    ));

  test("all values, opened", () =>
    held(async (page) => {
      await page.getByText("Table", { exact: true }).last().click();
      await begun(page);
      await goOn(page);
      await page.locator("#table tbody tr").first().waitFor();
      assert.ok(await page.locator("#table").evaluate((it) => it.open));
    }));
});

describe("nothing moves when it begins", () => {
  /** Where everything stands, by what it is, and how long each line is. */
  const boxes = (page) =>
    page.evaluate(() =>
      Object.fromEntries([
        ["lines", [...document.querySelectorAll("#picture path.line")].filter((it) => it.checkVisibility()).map((it) => Math.round(it.getTotalLength()))],
        ...        ["h1", "#words", ".kinds", "#view", "#picture svg", "#readout", "#legend", "#places", "#table", "footer", "main"].map((name) => {
          const it = [...document.querySelectorAll(name)].find((it) => it.checkVisibility());
          const { x, y, width, height } = it.getBoundingClientRect();
          return [name, [x, y, width, height].map((at) => Math.round(at * 8) / 8)];
        }),
      ]),
    );
  for (const lang of LANGS) {
    for (const width of [240, 360, 520, 700]) {
      test(`${lang}, ${width} px`, () =>
        site.visit(
          async (page) => {
            for (const id of ["hdi", "population", "city-population-wup", "imd-smart-city-index-rank", "ascn-projects", "stunting-prevalence"]) {
              await page.goto(address(id, `lang=${lang}`));
              const before = await boxes(page);
              await wake(page);
              await alive(page);
              assert.deepEqual(await boxes(page), before, id);
            }
          },
          { viewport: { width, height: 900 } },
        ));
    }
  }
});
