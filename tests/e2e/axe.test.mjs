// Proves that axe-core finds no violation of WCAG 2.2 A and AA on each kind of page: in both
// languages, light and dark (chosen, and as the system says), on a phone and at a desk, with charts
// drawn, a table of values and a figure of the country opened.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { AxeBuilder } from "@axe-core/playwright";

import { launch } from "./lib/browser.mjs";
import { readCharts } from "./lib/profile.mjs";
import { serve } from "./lib/server.mjs";
import { DIST, LANGS } from "./lib/site.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Each kind of page: the front, the directory, a profile with many charts, with few, in many scripts. */
const PAGES = ["", "cities/", "cities/sumedang/", "cities/putrajaya/", "cities/singapore/"];
/** Pages without a map, by the last thing that comes on each. */
const OTHERS = {
  "compare/": ".rows a",
  "compare/?cities=sumedang,semarang,jakarta": ".sources li",
  "countries/": ".sources li",
  "countries/VNM/": ".country-rows > details",
  "data/": ".quote",
  "programs/": ".program-rows a",
  "programs/?view=timeline&lanes=city": ".tl-item",
  "programs/rok-nusantara/": ".sources li",
  "partners/aus/": ".sources li",
  "search/": ".ways-on a",
  "search/?q=sumedang": ".found li",
  "projects/": ".sources li",
  "projects/sumedang/integrated-stunting-intervention/": "[aria-labelledby=related] .rows a",
  "network/": ".sources li",
  "network/annual-7/": ".sources li",
  "network/discussion-series-2023/": ".sources li",
  "documents/": ".documents > li",
  "about/": "#contact",
};
const WIDTHS = [360, 1280];

/** Light and dark, by the reader's choice in one language and by the system in the other. */
const THEMES = {
  light: { id: { saved: "light", system: "dark" }, en: { saved: null, system: "light" } },
  dark: { id: { saved: "dark", system: "light" }, en: { saved: null, system: "dark" } },
};

let server;
let browser;

before(async () => {
  server = await serve(DIST);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const [theme, ways] of Object.entries(THEMES)) {
  for (const lang of LANGS) {
    const { saved, system } = ways[lang];
    for (const width of WIDTHS) {
      describe(`${theme}, ${lang}, ${width} px`, () => {
        let context;
        before(async () => {
          context = await browser.newContext({ colorScheme: system, viewport: { width, height: 900 }, reducedMotion: "reduce" });
          if (saved) await context.addInitScript((saved) => localStorage.setItem("atlas.theme", saved), saved);
        });
        after(() => context?.close());

        for (const path of [...PAGES, ...Object.keys(OTHERS)]) {
          test(`/${lang}/${path}`, async () => {
            const page = await context.newPage();
            try {
              await page.goto(`${server.base}${lang}/${path}`);
              await whole(page, path);
              await ground(page, theme);
              const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
              assert.equal(violations.length, 0, `\n${violations.map(inWords).join("\n")}`);
            } finally {
              await page.close();
            }
          });
        }
      });
    }
  }
}

/** Waits until the page has come, with all its charts, one figure of the country and the tables. */
async function whole(page, path) {
  if (path in OTHERS) {
    await page.locator(OTHERS[path]).first().waitFor();
    for (const summary of await page.locator("main details > summary").all()) {
      if (await summary.isVisible()) await summary.click();
      if (path.startsWith("countries/")) break;
    }
    if (path === "data/") await page.locator(".sources li").first().waitFor();
    if (/cities=|VNM|^(projects|network).$/.test(path)) await page.evaluate(readCharts, "figure.chart-figure:not(.country-rows details:not([open]) *)");
    return;
  }
  await page.locator(".map > svg").waitFor();
  if (!path.startsWith("cities/") || path === "cities/") return;
  await page.locator(".country-rows > details").first().waitFor();
  await page.locator(".country-rows > details > summary").first().click();
  const charts = await page.evaluate(readCharts, "figure.chart-figure:not(.country-rows details:not([open]) *)");
  assert.ok(charts.length > 1, "charts");
}

/** The page is as light or dark as this test says it is. */
async function ground(page, theme) {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const [red] = colour.match(/\d+/g).map(Number);
  assert.equal(red > 127 ? "light" : "dark", theme, colour);
}

/** A violation as one reads it: rule, what it means, and where. */
function inWords({ id, help, helpUrl, nodes }) {
  const places = nodes.slice(0, 8).map((node) => {
    const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
    return `    ${node.target.join(" ")}\n      ${node.html.slice(0, 160)}\n      ${why}`;
  });
  const more = nodes.length > 8 ? `\n    and ${nodes.length - 8} more` : "";
  return `${id}: ${help} (${helpUrl.split("?")[0]})\n${places.join("\n")}${more}`;
}
