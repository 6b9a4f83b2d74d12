// Proves that pages print as reports: black on white whatever the theme, with every value, number and
// address of a source, without controls; on A4 sheets that cut nothing off and of which none is empty;
// and that the page is afterwards as it was.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { boxes, pictures, sheets, squeezed, unreadable } from "./lib/paper.mjs";
import { city, country, indicatorPage, INDEX, LANGS, table } from "./lib/site.mjs";
import { heading, Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Words of controls and of ways within the site, which lead nowhere on paper. */
const CONTROLS = {
  en: [
    "Skip to content",
    "Main navigation",
    "On this page",
    "Copy table",
    "Compare and download",
    "with other cities",
    "Open one to see",
    "Filter and sort",
    "Sort by",
    "Clear all filters",
    "Tap or point at the chart",
    "Tap a bar",
    "Arrow keys",
    "On the timeline of all",
    "See the network",
    "Data files",
    "Bahasa Indonesia",
    "Dark",
    "↑",
    "↕",
  ],
  id: [
    "Langsung ke isi",
    "Di halaman ini",
    "Salin tabel",
    "Bandingkan dan unduh",
    "dengan kota lain",
    "Buka salah satu",
    "Saring dan urutkan",
    "Hapus semua saringan",
    "Ketuk atau tunjuk grafik",
    "Ketuk atau tunjuk sebuah batang",
    "Tombol panah",
    "Di lini masa semua",
    "Lihat jejaring",
    "Berkas data",
    "Gelap",
    "↑",
    "↕",
  ],
};

/** The values of an indicator's series, each after its year, as the reader's language writes them. */
const values = (indicator, lang) =>
  table(indicator, lang).flatMap(([year, ...row]) => row.filter(Boolean).map((value) => [year, value]));

const SUMEDANG = city("sumedang");
const SMALL = "cauayan-city";
const HDI = indicatorPage("hdi");
const WIDE = indicatorPage("region-hdi");

/**
 * The pages: address below the language, what must be there before it is printed, the most sheets,
 * what must be told.
 */
const PAGES = [
  {
    path: "cities/sumedang/",
    ready: ".country-rows > details",
    most: 45,
    told: (lang) => [
      SUMEDANG.city.name[lang],
      ...SUMEDANG.city.projects.map((it) => it.name[lang]),
      ...SUMEDANG.city.indicators.flatMap((it) => values(it, lang).flat()),
      // Folded up on the screen; year and value stand beside each other.
      ...country("IDN").indicators.filter((it) => it.series.length === 1).flatMap((it) => values(it, lang).map((pair) => pair.join(""))),
    ],
    sources: { "": SUMEDANG.city.sources, "IDN-": country("IDN").sources },
  },
  { path: `cities/${SMALL}/`, ready: ".country-rows > details", most: 45, sources: { "": city(SMALL).city.sources } },
  { path: "countries/VNM/", ready: ".country-rows > details", most: 45, sources: { "": country("VNM").sources } },
  {
    path: "indicators/hdi/",
    ready: "#chart .stage svg",
    most: 6,
    told: (lang) => [HDI.indicator.name[lang], ...values(HDI.indicator, lang).map((pair) => pair.join(""))],
    sources: { "": HDI.indicator.sources },
  },
  {
    path: "indicators/region-hdi/",
    ready: "#chart .stage svg",
    most: 12,
    told: (lang) => values(WIDE.indicator, lang).map((pair) => pair.join("")),
    sources: {},
  },
  { path: "indicators/hdi/?kind=map", ready: "#chart .stage svg .land", most: 6, sources: {} },
  { path: "programs/", ready: ".tl-body a", most: 16, sources: {} },
  { path: "programs/smart-jamp/", ready: ".sources li", most: 10, sources: {} },
  { path: "partners/jpn/", ready: ".tl-body a", most: 20, sources: {} },
  { path: "network/", ready: ".by-state", most: 22, sources: {} },
  { path: "network/annual-8/", ready: ".sources li", most: 8, sources: {} },
  { path: "projects/", ready: ".project-rows li", most: 20, sources: {} },
];

/** Prints the page that is shown. */
const print = (page) => page.pdf({ format: "A4", preferCSSPageSize: true });

for (const lang of LANGS) {
  describe(`on paper in ${lang}`, { skip: unreadable }, () => {
    for (const { path, ready, most, told, sources } of PAGES) {
      test(path, () =>
        site.visit(
          async (page) => {
            await page.addInitScript(() => localStorage.setItem("atlas.theme", "dark"));
            await site.go(page, `${lang}/${path}`);
            await page.locator(ready).first().waitFor({ state: "attached" });
            await page.locator(".site-footer").waitFor();
            await page.waitForFunction(() => !document.querySelector(".loading"));
            const name = await page.locator("h1").textContent();
            const folded = () => page.evaluate(() => document.querySelectorAll("details:not([open])").length);
            const before = await folded();
            const pdf = await print(page);
            assert.equal(await page.evaluate(() => document.querySelectorAll("[data-paper]").length), 0);
            // Charts that were drawn for it have a table of their own, folded up as on the screen.
            assert.ok((await folded()) >= before, "what was folded up is so again");

            const texts = sheets(pdf);
            const text = texts.join("\n");
            const dense = squeezed(text);
            assert.ok(texts.length <= most, `${texts.length} sheets`);
            assert.ok(dense.includes(squeezed(name)), name);
            for (const word of CONTROLS[lang]) assert.ok(!text.includes(word), word);
            const missing = (told?.(lang) ?? []).filter((it) => !dense.includes(squeezed(it)));
            assert.deepEqual(missing, [], "values and names");
            for (const [prefix, list] of Object.entries(sources)) {
              for (const [key, { url }] of Object.entries(list)) {
                assert.ok(dense.includes(squeezed(`[${prefix}${key}]`)), `the number of source ${prefix}${key}`);
                assert.ok(!url || dense.includes(squeezed(url)), url);
              }
            }
            const from = { en: "Printed from", id: "Dicetak dari" }[lang];
            assert.ok(dense.includes(squeezed(`${from} ${site.base}${lang}/${path}`)), "the address of the page");
            assert.match(text, { en: /Data as of \d+ \w+ 20\d\d/, id: /Data per \d+ \w+ 20\d\d/ }[lang]);

            const millimetre = 72 / 25.4;
            for (const [place, { width, height, words }] of boxes(pdf).entries()) {
              const sheet = `sheet ${place + 1}`;
              assert.ok(Math.abs(width - 595.3) < 1 && Math.abs(height - 841.9) < 1.5, `A4: ${width} × ${height}`);
              const text = words.map((it) => it.text).join(" ");
              assert.ok(text.includes(name.split(" ")[0]) && text.includes("ASCN Atlas"), `${sheet} has its title`);
              assert.ok(text.includes(`${place + 1} / ${texts.length}`), `${sheet} has its number`);
              const content = words.filter((it) => it.top > 18 * millimetre && it.bottom < height - 16 * millimetre);
              assert.ok(content.length > 0, `${sheet} is empty`);
              const cut = words.filter((it) => it.left < 15 * millimetre || it.right > width - 15 * millimetre);
              assert.deepEqual(cut, [], `${sheet}: words beyond its margins`);
            }
            const drawn = pictures(pdf);
            assert.equal(drawn.length, texts.length, "sheets as pictures");
            for (const [place, { width, height, pixels }] of drawn.entries()) {
              const white = pixels.reduce((count, it) => count + (it > 250 ? 1 : 0), 0) / (width * height);
              assert.ok(white > 0.55, `sheet ${place + 1} is white: ${white}`);
              const margin = [...Array(height).keys()].map((row) => pixels[row * width + 5]);
              assert.ok(margin.every((it) => it === 255), `the margin of sheet ${place + 1}`);
            }
          },
          { colorScheme: "dark" },
        ));
    }
  });
}

describe("before and after", () => {
  test("all that is filtered is printed, and nothing else", { skip: unreadable }, () =>
    site.visit(async (page) => {
      await site.go(page, "en/projects/?country=BRN");
      await page.locator(".project-rows li").first().waitFor();
      const names = INDEX.cities.filter((it) => it.country === "BRN").flatMap(({ id }) => city(id).city.projects.map((it) => it.name.en));
      const dense = squeezed(sheets(await print(page)).join(""));
      assert.deepEqual(names.filter((it) => !dense.includes(squeezed(it))), []);
      assert.ok(!dense.includes(squeezed(SUMEDANG.city.projects[0].name.en)));
    }));

  test("the chart and its table are afterwards as they were", () =>
    site.visit(async (page) => {
      await site.go(page, "en/indicators/hdi/");
      await heading(page, HDI.indicator.name.en);
      await page.locator("#chart .stage svg").waitFor();
      const shown = () => page.locator("#chart-picture > svg").getAttribute("viewBox");
      const before = await shown();
      await page.evaluate(() => {
        addEventListener("beforeprint", () => {
          window.printed = [document.querySelector("#chart-picture > svg").getAttribute("viewBox"), document.querySelectorAll("#chart-table td").length];
        });
      });
      await page.pdf();
      const [viewBox, cells] = await page.evaluate(() => window.printed);
      assert.notEqual(viewBox, before, "drawn for paper");
      assert.equal(cells, HDI.indicator.series.reduce((count, it) => count + it.points.length, 0), "each value once");
      assert.equal(await shown(), before);
      await page.locator("#chart-table[open]").waitFor({ state: "detached" });
      await page.locator("#chart-table td").first().waitFor({ state: "detached" });
    }));

  test("what a reader opened stays open", () =>
    site.visit(async (page) => {
      await site.go(page, "id/cities/sumedang/");
      const row = page.locator(".country-rows > details").first();
      await row.locator("summary").first().click();
      await row.locator(".stage svg").waitFor();
      await page.pdf();
      const open = page.locator(".country-rows > details[open]");
      await page.waitForFunction(() => document.querySelectorAll(".country-rows > details .stage svg").length > 1);
      assert.equal(await open.count(), 1);
      assert.equal(await row.getAttribute("open"), "");
    }));

  test("without the app's code the styles of paper are there", () =>
    site.visit(
      async (page) => {
        await site.go(page, "id/cities/sumedang/");
        await page.emulateMedia({ media: "print" });
        const [ground, ink] = await page.evaluate(() => {
          const { backgroundColor, color } = getComputedStyle(document.body);
          return [backgroundColor, color];
        });
        assert.deepEqual([ground, ink], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
      },
      { javaScriptEnabled: false, colorScheme: "dark", expected: /\.js csp$/ },
    ));
});

