// Proves that the pages which readers open first bring the style for all that is in them: they are painted
// before the style sheet is there, look then as they do with it, and nothing moves when it comes; with
// scripts and without, light and dark. The app waits for the sheet, and does without it where it fails; its
// code is fetched ahead when the page is painted.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { DIST, LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const SHEET = /style-\w+\.css$/;
const SHEET_LINK = /<link rel="stylesheet" href="\.\/style-\w+\.css">/;
/** A page of each kind that brings its style. */
const PLACES = ["", "cities/", "cities/sumedang/", "countries/", "countries/VNM/", "indicators/", "programs/", "projects/", "network/"];
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
/** Pages that readers come to from another one. */
const OTHERS = ["about/", "documents/", "search/", "network/annual-7/", "indicators/hdi/"];

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** A fault by which the sheet comes when it is let go, and what waits until a page has asked for it. */
function held() {
  let release;
  let ask;
  const gate = new Promise((resolve) => (release = resolve));
  const asked = new Promise((resolve) => (ask = resolve));
  const fault = (response, content, type) => {
    ask();
    gate.then(() => {
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
      response.end(content);
    });
  };
  return { fault, release, asked };
}

/** Place, size and looks of everything in the page, in order, by what CSS says of it. */
const looks = (page) =>
  page.evaluate(() => {
    const NAMES = [
      ["color", "background-color", "font-size", "font-weight", "text-decoration-line", "fill", "stroke", "stroke-dasharray", "opacity"],
      ["display", "visibility", "padding", "border-top-style", "border-left-color", "border-radius", "white-space", "list-style-type"],
    ].flat();
    return [...document.querySelectorAll("body, body *:not(link)")].map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      const style = getComputedStyle(it);
      const name = `${it.tagName}.${it.getAttribute("class") ?? ""}`;
      return [name, ...[x, y, width, height].map((it) => it.toFixed(1)), ...NAMES.map((name) => style.getPropertyValue(name))].join(" | ");
    });
  });

const painted = (page) => page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
const sheets = (page) => page.evaluate(() => [...document.styleSheets].filter((it) => it.href && it.media.length === 0).length);

describe("charts far from the window are laid out when it comes near", () => {
  const CHARTS = `figure svg.chart[viewBox="0 0 340 260"]`;
  const WITHOUT = { javaScriptEnabled: false, expected: /\.js csp$/ };
  for (const [name, viewport, ratio] of [
    ["phone", PHONE, 260 / 340],
    ["desk", DESK, 15 / 32],
  ]) {
    test(name, () =>
      site.visit(async (page) => {
        await site.go(page, "en/cities/sumedang/");
        const drawn = () =>
          page.locator(CHARTS).evaluateAll((all) => all.map((it) => it.querySelector("text").checkVisibility({ contentVisibilityAuto: true })));
        assert.ok((await drawn()).length > 10);
        assert.equal((await drawn()).at(-1), false);
        // Its box is the one that it has when it is drawn, so nothing moves.
        const ratios = await page.locator(CHARTS).evaluateAll((all) => all.map((it) => it.getBoundingClientRect()).map(({ width, height }) => height / width));
        assert.deepEqual(ratios.filter((it) => Math.abs(it - ratio) > 0.02), []);
        await page.locator(CHARTS).last().scrollIntoViewIfNeeded();
        await page.screenshot();
        assert.equal((await drawn()).at(-1), true);
      }, { viewport, ...WITHOUT }));
  }

  test("on paper all are there", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/sumedang/");
      await page.emulateMedia({ media: "print" });
      const all = await page.locator("figure svg.chart text").evaluateAll((all) => all.map((it) => it.checkVisibility({ contentVisibilityAuto: true })));
      assert.ok(all.length > 50);
      assert.deepEqual(all.filter((it) => !it), []);
    }, { viewport: PHONE, ...WITHOUT }));
});

describe("before the sheet is there, a page looks as it does with it", () => {
  for (const [name, options] of [
    ["phone, without scripts", { viewport: PHONE, javaScriptEnabled: false }],
    ["desk, without scripts", { viewport: DESK, javaScriptEnabled: false }],
    ["phone, dark", { viewport: PHONE, colorScheme: "dark" }],
    ["desk, forced colours", { viewport: DESK, forcedColors: "active" }],
  ]) {
    PLACES.forEach((place, at) => {
      const lang = LANGS[at % 2];
      test(`${name}: ${lang}/${place}`, () =>
        site.visit(async (page) => {
          const { fault, release, asked } = held();
          site.server.heal();
          site.server.fail(SHEET, fault);
          await page.addInitScript(() => {
            window.moved = 0;
            const add = (list) => list.getEntries().forEach(({ value }) => (window.moved += value));
            new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
          });
          await page.goto(`${site.base}${lang}/${place}`, { waitUntil: "commit" });
          await asked;
          if (options.javaScriptEnabled !== false) await painted(page);
          // The sheet is the last of the page.
          await page.locator("body > link[rel=stylesheet]:last-child").waitFor({ state: "attached" });
          assert.equal(await sheets(page), 0);
          assert.equal(await page.locator("[data-island]").count(), 0, "the app waits");
          const own = await looks(page);
          assert.ok(own.length > 60, `${own.length} elements`);
          if (options.javaScriptEnabled === false) {
            release();
            await page.waitForLoadState("load");
            assert.equal(await sheets(page), 1);
            const whole = await looks(page);
            assert.deepEqual(own.filter((it, at) => it !== whole[at]).slice(0, 5), whole.filter((it, at) => it !== own[at]).slice(0, 5));
            return;
          }
          // The code is fetched ahead by now, though the app waits.
          await page.locator("head > link[rel=preload][href$='.wasm']").first().waitFor({ state: "attached" });
          release();
          await page.waitForFunction(() => document.querySelector("[data-island]"));
          assert.ok((await page.evaluate(() => window.moved)) < 0.01);
          // Scripts that are off are refused.
        }, { ...options, expected: options.javaScriptEnabled === false ? /\.js csp$/ : null }));
    });
  }
});

test("where the sheet fails, a page keeps the style of what is in it, and the app works", () =>
  site.visit(async (page) => {
    site.server.heal();
    site.server.fail(SHEET, "404");
    await page.goto(`${site.base}en/cities/sumedang/`);
    await page.locator("[data-island]").first().waitFor({ state: "attached" });
    assert.equal(await page.locator("#start-failed:visible").count(), 0);
    assert.equal(await page.locator(".site-header").evaluate((it) => getComputedStyle(it).display), "flex");
    await page.locator("header nav a[href$='en/cities/']").click();
    await page.locator(".rows a").nth(30).waitFor();
    site.server.heal();
  }, { expected: /style-\w+\.css|404/ }));

/** Asserts that a page names its code for later, in files that are there. */
function fetchesLater(html, place) {
  const code = html.match(/<meta name="atlas-ahead" content="([^"]+)">/)?.[1].split(" ") ?? [];
  assert.ok(code.length > 0 && code.every((name) => existsSync(join(DIST, name))), `${place}: ${code}`);
  assert.doesNotMatch(html, /<link rel="preload"/, place);
}

test("all pages of a kind bring one style, named by their policy; others wait for the sheet", () => {
  const page = (place) => readFileSync(join(DIST, place, "index.html"), "utf8");
  const own = (html) => [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style);
  for (const lang of LANGS) {
    for (const place of PLACES) {
      const html = page(`${lang}/${place}`);
      assert.equal(own(html).length, 1, place);
      assert.ok(own(html)[0].length < 18_000, `${place}: ${own(html)[0].length} bytes`);
      assert.match(html, /<link rel="stylesheet" href="\.\/style-\w+\.css"><link rel="stylesheet" href="\.\/print-\w+\.css" media="print"\/><\/body>/, place);
      assert.equal(html.split(SHEET_LINK).length, 2, place);
      fetchesLater(html, place);
      assert.match(html.slice(0, 1500), /style-src 'self' 'sha256-[^';]+';/, place);
    }
    for (const place of OTHERS) {
      const html = page(`${lang}/${place}`);
      assert.equal(own(html).length, 0, place);
      assert.match(html.split("</head>")[0], SHEET_LINK, place);
      fetchesLater(html, place);
    }
  }
  const cities = readdirSync(join(DIST, "id/cities"), { withFileTypes: true }).filter((it) => it.isDirectory());
  const styles = new Set(cities.flatMap(({ name }) => LANGS.flatMap((lang) => own(page(`${lang}/cities/${name}`)))));
  assert.equal(styles.size, 1);
});
