// Proves that every city's page, opened by its address in each language, shows what its data file
// holds: name, projects, each indicator as a chart with a table of exactly the published digits, and
// the figures of its country; without a word in the console, without a request to another host, and
// without anything sticking out of a phone's window.
//
// Indonesian pages are opened in the window of a phone, English ones in that of a desk, which is then
// made narrow: charts are drawn for the width they find, so both ways are walked.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, overflow, Pages } from "./lib/browser.mjs";
import { readCharts, readProfile } from "./lib/profile.mjs";
import { serve } from "./lib/server.mjs";
import { city, COUNTRIES, country, DIST, INDEX, LANGS, table } from "./lib/site.mjs";

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

let server;
let browser;
let pages;

before(async () => {
  server = await serve(DIST);
  browser = await launch();
  pages = new Pages(browser);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the profile of a city and waits until its last part, the country, has come. */
const open = (lang, slug, act) =>
  pages.use(server.base, { viewport: lang === "id" ? PHONE : DESK, reducedMotion: "reduce" }, async (page, problems) => {
    await page.goto(`${server.base}${lang}/cities/${slug}/`);
    await page.locator(".country-rows > details").first().waitFor({ state: "attached" });
    await act(page);
    assert.deepEqual(problems, [], "console, errors, requests");
  });

test("the site holds 38 cities of 11 countries", () => {
  assert.equal(INDEX.cities.length, 38);
  assert.equal(COUNTRIES.length, 11);
});

for (const lang of LANGS) {
  // Two pages at a time: one draws while the other loads.
  describe(`profiles in ${lang}`, { concurrency: 2 }, () => {
    for (const { id: slug } of INDEX.cities) {
      test(slug, () => open(lang, slug, (page) => profile(page, lang, slug)));
    }
  });

  // The figures of a country are the same on the pages of all its cities.
  describe(`countries in ${lang}`, { concurrency: 2 }, () => {
    for (const code of COUNTRIES) {
      const { id: slug } = INDEX.cities.find((it) => it.country === code);
      test(code, () => open(lang, slug, (page) => figures(page, lang, code)));
    }
  });
}

async function profile(page, lang, slug) {
  const { city: data, project_counts: counts, programs } = city(slug);
  const seen = await page.evaluate(readProfile);
  assert.equal(seen.heading, data.name[lang]);
  assert.equal(seen.lang, lang);
  assert.ok(seen.title.startsWith(`${data.name[lang]} · `), seen.title);
  assert.deepEqual(sorted(seen.projects), sorted(data.projects.map((it) => it.name[lang].trim())));
  assert.deepEqual(seen.programs, programs.map((it) => it.name[lang].trim()));
  assert.equal(seen.sources, Object.keys(data.sources).length, "sources");
  assert.deepEqual(seen.deadJumps, [], "jumps that lead nowhere");
  assert.deepEqual(seen.doubleIds, [], "ids that stand twice");
  assert.deepEqual(
    seen.countryRows,
    country(data.country).indicators.map((it) => it.name[lang]),
  );

  const charts = await page.evaluate(readCharts, "figure.chart-figure[id^='chart-']");
  compare(charts, data.indicators, "chart-", lang);
  const [bars] = await page.evaluate(readCharts, "figure#project-counts");
  assert.equal(Boolean(bars), counts.length > 0, "chart of project counts");
  if (bars) {
    const years = new Set(counts.map((it) => String(it.year)));
    assert.deepEqual(bars.rows.map(([year]) => year), sorted(years));
    assert.ok(bars.marks > 0, "bars");
  }

  if (lang === "en") await page.setViewportSize(PHONE);
  assert.deepEqual(await overflow(page), [], "sticks out of a window of 360 px");
}

async function figures(page, lang, code) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll(".country-rows > details")) details.open = true;
  });
  const charts = await page.evaluate(readCharts, ".country-rows figure.chart-figure");
  compare(charts, country(code).indicators, "country-", lang);
  if (lang === "en") await page.setViewportSize(PHONE);
  assert.deepEqual(await overflow(page), [], "sticks out of a window of 360 px");
}

/** The charts seen against the indicators of a data file. */
function compare(charts, indicators, prefix, lang) {
  assert.deepEqual(sorted(charts.map((it) => it.id)), sorted(indicators.map((it) => prefix + it.id)));
  for (const indicator of indicators) {
    const chart = charts.find((it) => it.id === prefix + indicator.id);
    const name = `${indicator.id}:`;
    assert.equal(chart.heading, indicator.name[lang], name);
    assert.ok(chart.description.length > 10, `${name} a sentence describes it`);
    assert.ok(chart.sources > 0, `${name} sources`);
    assert.ok(chart.marks > 0, `${name} the picture has marks`);
    assert.ok(chart.width > 100 && chart.height > 60, `${name} the picture has a size`);
    assert.deepEqual(chart.rows, table(indicator, lang), `${name} table`);
    assert.equal(chart.headers, indicator.series.length + 1, `${name} a column for each series`);
    const points = indicator.series.reduce((sum, it) => sum + it.points.length, 0);
    assert.equal(chart.last, points - 1, `${name} the readout reaches every point`);
  }
}

const sorted = (items) => [...items].sort();
