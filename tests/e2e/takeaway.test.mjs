// Proves that what each chart shows can be taken away beside it, on pages of cities, member states,
// comparisons, projects, the network and the front page: values with their sources, pictures, a
// citation, a link that leads to the chart, and code for other sites that is as high as what it shows.
// Expected values are read from the data files.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { overflow } from "./lib/browser.mjs";
import { city, country, CUT, DIST } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const OPEN = { en: "Download, cite, share", id: "Unduh, kutip, bagikan" };
const DAY = "\\d{4}-\\d\\d-\\d\\d";

/** The button below a chart, once the chart is drawn. */
async function control(page, figure) {
  await page.locator(figure).scrollIntoViewIfNeeded();
  const button = page.locator(`${figure} .take-row > div > button`);
  await button.waitFor();
  return button;
}

/** Opens what is below a chart. */
async function open(page, figure) {
  await (await control(page, figure)).click();
  await page.locator(`${figure} [data-take=csv]`).waitFor();
}

/** The file that is saved of a chart. */
async function saved(page, figure, what) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`${figure} [data-take=${what}]`).click()]);
  await page.locator(`${figure} .told`).filter({ hasText: download.suggestedFilename() }).waitFor();
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** What is copied of a chart. */
async function copied(page, figure, what, words) {
  await page.locator(`${figure} [data-take=${what}]`).click();
  await page.locator(`${figure} .told`).filter({ hasText: words }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The rows of a CSV file by the names of its columns; quoted fields hold no line break here. */
function rows(csv) {
  const [head, ...lines] = csv.toString().trim().split("\r\n").map((line) =>
    [...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain),
  );
  return lines.map((line) => Object.fromEntries(head.map((name, place) => [name, line[place]])));
}

/** Place, year and value of each point of an indicator. */
const points = (indicator) => indicator.series.flatMap((it) => it.points.map(([year, value]) => `${it.place} ${year} ${value}`)).sort();
const told = (csv) => rows(csv).map((it) => `${it.place} ${it.year} ${it.value}`).sort();

const SUMEDANG = city("sumedang").city;
const STUNTING = SUMEDANG.indicators.find((it) => it.id === "stunting-prevalence");

describe("what is taken away of a chart", () => {
  for (const lang of ["en", "id"]) {
    test(`a city's, in ${lang}`, () =>
      site.visit(async (page) => {
        const figure = "#chart-stunting-prevalence";
        await site.go(page, `${lang}/cities/sumedang/`);
        await open(page, figure);
        const csv = await saved(page, figure, "csv");
        assert.match(csv.name, new RegExp(`^ascn-atlas-stunting-prevalence-sumedang-${DAY}\\.csv$`));
        assert.deepEqual(told(csv.content), points(STUNTING));
        for (const row of rows(csv.content)) {
          assert.equal(row.unit, "percent");
          assert.ok(row.source_titles && row.source_publishers && row.source_licences, "each value has its sources");
        }
        const names = new Set(rows(csv.content).map((it) => it.series));
        assert.deepEqual([...names].sort(), STUNTING.series.map((it) => it.name[lang]).sort());
        const json = JSON.parse((await saved(page, figure, "json")).content);
        assert.equal(json.values.length, points(STUNTING).length);
        assert.equal(json.language, lang);
        const svg = (await saved(page, figure, "svg")).content.toString();
        assert.ok(svg.startsWith("<svg xmlns") && svg.includes(STUNTING.name[lang]) && svg.includes("ASCN Atlas"));
        const png = (await saved(page, figure, "png")).content;
        assert.equal(png.subarray(1, 4).toString(), "PNG");
        assert.ok(png.readUInt32BE(16) > 1000, "twice as wide as the picture");
      }));
  }

  test("a country's, folded up on the page of a member state", () =>
    site.visit(async (page) => {
      const [{ id }] = country("VNM").indicators;
      await site.go(page, "en/countries/VNM/");
      await page.locator(".country-rows > details > summary").first().click();
      const figure = `#country-${id}`;
      await open(page, figure);
      const csv = await saved(page, figure, "csv");
      assert.match(csv.name, new RegExp(`^ascn-atlas-${id}-vnm-${DAY}\\.csv$`));
      assert.deepEqual(told(csv.content), points(country("VNM").indicators[0]));
    }));

  test("of compared cities, with the names of all", () =>
    site.visit(async (page) => {
      await site.go(page, "id/compare/?cities=sumedang,makassar");
      const figure = "#compare-stunting-prevalence";
      await page.locator(figure).waitFor();
      await open(page, figure);
      const csv = await saved(page, figure, "csv");
      assert.match(csv.name, new RegExp(`^ascn-atlas-stunting-prevalence-sumedang-makassar-${DAY}\\.csv$`));
      const makassar = city("makassar").city.indicators.find((it) => it.id === "stunting-prevalence");
      assert.deepEqual(told(csv.content), [...points(STUNTING), ...points(makassar)].sort());
      assert.deepEqual(new Set(rows(csv.content).map((it) => it.place_name)), new Set(["Sumedang", "Makassar"]));
    }));

  for (const [path, figure, id, place] of [
    ["en/cities/hanoi/", "#project-counts", "project-counts-hanoi", "hanoi"],
    ["en/network/", "#chart-members", "chart-members", ""],
    ["id/projects/", "#reports-focus", "reports-focus", ""],
  ]) {
    test(`of no indicator: ${figure}`, () =>
      site.visit(async (page) => {
        await site.go(page, path);
        await open(page, figure);
        const csv = await saved(page, figure, "csv");
        assert.match(csv.name, new RegExp(`^ascn-atlas-${id}-${DAY}\\.csv$`));
        const told = rows(csv.content);
        assert.ok(told.length > 0);
        for (const row of told) {
          assert.match(row.value, /^\d+$/);
          assert.match(row.year, /^20\d\d$/);
          assert.equal(row.place, place);
          assert.ok(row.source_titles, "each value has its sources");
        }
        // What the table beside it shows.
        const shown = await page.locator(`${figure} .chart-table tbody td`).evaluateAll((cells) =>
          cells.map((cell) => cell.firstChild?.nodeType === 3 ? cell.firstChild.textContent : "").filter(Boolean),
        );
        assert.deepEqual(told.map((it) => it.value).sort(), shown.sort());
      }));
  }

  test("a story's, on the front page", () =>
    site.visit(async (page) => {
      await site.go(page, "en/");
      const story = page.locator("article.story:has(.take-row button)").first();
      await story.scrollIntoViewIfNeeded();
      await story.locator(".take-row > div > button").click();
      const [download] = await Promise.all([page.waitForEvent("download"), story.locator("[data-take=csv]").click()]);
      const csv = await readFile(await download.path());
      const { chart } = JSON.parse(await readFile(join(DIST, CUT, "home.json"))).stories.find((it) => it.chart);
      assert.deepEqual(told(csv), points(chart));
      assert.ok(rows(csv).every((it) => it.place_name === "Sumedang" && it.source_titles));
      assert.match(download.suggestedFilename(), new RegExp(`^ascn-atlas-stunting-prevalence-sumedang-${DAY}\\.csv$`));
    }));

  test("without a connection, once it is open", () =>
    site.visit(async (page, context) => {
      const figure = "#chart-stunting-prevalence";
      await site.go(page, "id/cities/sumedang/");
      await open(page, figure);
      await page.waitForLoadState("networkidle");
      await context.setOffline(true);
      await saved(page, figure, "png");
      await saved(page, figure, "csv");
    }));
});

describe("what is copied of a chart", () => {
  test("a citation with its sources, a link that leads to it", () =>
    site.visit(async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const figure = "#chart-spbe-index";
      await site.go(page, "en/cities/sumedang/");
      await open(page, figure);
      const link = await copied(page, figure, "link", "Copied: Link to this view");
      assert.equal(link, `${site.base}en/cities/sumedang/${figure}`);
      const citation = await copied(page, figure, "citation", "Copied: Citation");
      assert.ok(citation.includes(link) && citation.includes("SPBE"));
      const keys = new Set(SUMEDANG.indicators.find((it) => it.id === "spbe-index").series.flatMap((it) => [...(it.sources ?? []), ...it.points.flatMap((point) => point[2] ?? [])]));
      for (const key of keys) {
        if (SUMEDANG.sources[key]) assert.ok(citation.includes(SUMEDANG.sources[key].title), SUMEDANG.sources[key].title);
      }
      assert.match(await copied(page, figure, "bibtex", "Copied: BibTeX"), /^@misc\{ascnatlas/);
      const other = await context.newPage();
      await other.goto(link);
      await other.waitForFunction((figure) => {
        const { top, bottom } = document.querySelector(figure).getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      }, figure);
      await other.close();
    }));

  for (const [path, figure, file] of [
    ["en/indicators/hdi/", ".take", /widgets\/en\/chart\/hdi\.html$/],
    ["id/indicators/hdi/?places=IDN,VNM,SGP", ".take", /widgets\/live\/chart\/hdi\.html\?lang=id&places=IDN,VNM,SGP$/],
    [
      "en/indicators/hdi/?kind=bars&places=IDN,VNM&year=2010",
      ".take",
      /widgets\/live\/chart\/hdi\.html\?lang=en&kind=bars&places=IDN,VNM&year=2010$/,
    ],
    ["en/cities/sumedang/", "#chart-stunting-prevalence", /widgets\/live\/chart\/city-stunting-prevalence\.html\?lang=en&places=sumedang$/],
    ["en/cities/hanoi/", "#project-counts", /widgets\/en\/counts\/hanoi\.html$/],
    ["id/network/", "#chart-members", /widgets\/id\/network\/members\.html$/],
    ["en/projects/", "#reports-country", /widgets\/en\/network\/countries\.html$/],
    ["id/countries/VNM/", "#country-hdi", /widgets\/live\/chart\/hdi\.html\?lang=id&places=VNM$/],
  ]) {
    test(`code for other sites, of the same places and as high as they need: ${path}`, () =>
      site.visit(async (page, context) => {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await site.go(page, path);
        const folded = page.locator(`details:not([open]):has(${figure}) > summary`);
        if (path.includes("countries")) {
          await folded.click();
        }
        if (figure !== ".take") {
          await open(page, figure);
        }
        const code = await copied(page, figure, "embed", /Code for a website|Kode untuk situs web/);
        assert.match(code, /^<iframe( [a-z]+="[^"]*")+><\/iframe>$/);
        const parts = Object.fromEntries([...code.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, name, it]) => [name, it.replaceAll("&amp;", "&")]));
        assert.match(parts.src, file);
        assert.ok(parts.sandbox && parts.title.includes("ASCN Atlas"));
        const height = Number(parts.height);
        for (const width of [320, 640]) {
          const other = await context.newPage();
          await other.setViewportSize({ width, height: 200 });
          await other.goto(parts.src);
          await other.locator("svg.chart:visible").first().waitFor();
          const needed = await other.evaluate(() => document.documentElement.getBoundingClientRect().height);
          assert.ok(needed <= height, `${width}: ${needed} of ${height}`);
          if (width === 320) assert.ok(needed > height - 160, `no more than it needs: ${needed} of ${height}`);
          await other.close();
        }
      }));
  }
});

describe("the button below a chart", () => {
  test("works by keyboard, keeps focus, and names its chart", () =>
    site.visit(async (page) => {
      const figure = "#chart-spbe-index";
      await site.go(page, "id/cities/sumedang/");
      const button = await control(page, figure);
      assert.equal(await button.getAttribute("aria-label"), `${OPEN.id}: ${SUMEDANG.indicators.find((it) => it.id === "spbe-index").name.id}`);
      assert.equal(await button.textContent(), OPEN.id);
      await page.locator(`${figure} .chart-table > summary`).focus();
      await page.keyboard.press("Tab");
      await page.waitForFunction((figure) => document.activeElement.matches(`${figure} .take-row > div > button`), figure);
      assert.equal(await button.getAttribute("aria-expanded"), "false");
      await page.keyboard.press("Enter");
      await page.locator(`${figure} [data-take=csv]`).waitFor();
      assert.equal(await button.getAttribute("aria-expanded"), "true");
      await page.keyboard.press("Tab");
      await page.waitForFunction((figure) => document.activeElement.matches(`${figure} [data-take=csv]`), figure);
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await page.locator(`${figure} [data-take=csv]`).waitFor({ state: "detached" });
      assert.equal(await button.getAttribute("aria-expanded"), "false");
    }));

  test("fits a phone, is not printed, and is not there without scripts", async () => {
    const figure = "#chart-stunting-prevalence";
    await site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      await open(page, figure);
      assert.deepEqual(await overflow(page), []);
      for (const button of await page.locator(`${figure} :is(.take-row > div > button, [data-take])`).all()) {
        assert.ok((await button.boundingBox()).height >= 32);
      }
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator(":is(.take-row > div > button, .take-panel *):visible").count(), 0);
    }, { viewport: { width: 360, height: 740 } });
    await site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      await page.locator(`${figure} svg.chart`).first().waitFor();
      assert.equal(await page.locator(".take-row button").count(), 0);
      assert.match(await page.locator(`${figure} .explore a`).first().getAttribute("href"), /indicators\/city-stunting-prevalence\//);
    }, { javaScriptEnabled: false, expected: / csp$/ });
  });

  test("a chart is as high before the app draws it as with the button", () =>
    site.visit(async (page) => {
      const figure = "#chart-spbe-index";
      await site.go(page, "en/cities/sumedang/");
      await control(page, figure);
      const height = () => page.locator(`${figure} .chart-body`).evaluate((it) => it.getBoundingClientRect().height);
      const drawn = await height();
      await page.locator(`${figure} .take-row`).evaluate((it) => it.remove());
      assert.equal(await height(), drawn);
    }, { viewport: { width: 360, height: 740 } }));

  // In a release alone: every other build has all code in one file.
  test("what makes the files may not come: words, and a button that brings it", () =>
    site.visit(async (page) => {
      const figure = "#chart-spbe-index";
      site.server.fail(readdirSync(DIST).find((name) => /^take-\w+\.wasm$/.test(name)), "500");
      try {
        await site.go(page, "id/cities/sumedang/");
        await (await control(page, figure)).click();
        const alert = page.locator(`${figure} [role=alert]`).filter({ hasText: "Pembuat berkas dan teks tidak dapat dimuat." });
        await alert.waitFor();
        await page.locator(`${figure} .chart-table > summary`).waitFor();
        site.server.heal();
        await alert.getByRole("button", { name: "Coba lagi" }).click();
      } finally {
        site.server.heal();
      }
      await page.locator(`${figure} [data-take=csv]`).waitFor();
    }, { expected: /take|code|500|magic word|split module/i }));

  test("what the browser refuses is said at the chart, and the text can be copied by hand", () =>
    site.visit(async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
      const figure = "#chart-spbe-index";
      await site.go(page, "en/cities/sumedang/");
      await open(page, figure);
      await page.locator(`${figure} [data-take=citation]`).click();
      await page.locator(`${figure} .told`).filter({ hasText: "The browser did not allow copying." }).waitFor();
      assert.match(await page.locator(`${figure} .take-panel textarea`).inputValue(), /SPBE/);
    }));
});
