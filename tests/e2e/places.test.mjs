// Proves the comparison, the pages of member states and the page of the data set: picks by keyboard,
// by list and from links, kept in the address, through a reload and the back button; tables and
// charts that hold what the data files hold; strips that lie where the values lie; files that are
// where the links say; nothing that sticks out of a phone's window.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { overflow } from "./lib/browser.mjs";
import { readCharts } from "./lib/profile.mjs";
import { city, COUNTRIES, country, CUT, DIST, INDEX, INDICATORS, LANGS, number } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const PHONE = { width: 360, height: 740 };

const read = (name) => JSON.parse(readFileSync(join(DIST, name), "utf8"));
const ASEAN = read(`${CUT}asean.json`);
const nameOf = (slug, lang) => INDEX.cities.find((it) => it.id === slug).name[lang];

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** The text of each element. */
const texts = (page, selector) =>
  page.evaluate((selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent.trim()), selector);

const picked = (page, names) =>
  page.waitForFunction(
    (names) => [...document.querySelectorAll(".picks button span:first-of-type")].map((it) => it.textContent).join() === names.join(),
    names,
  );

describe("comparison", () => {
  test("cities are picked and taken back by keyboard, and the address keeps them", () =>
    site.visit(async (page) => {
      await site.go(page, "en/");
      await page.locator(".site-footer").getByRole("link", { name: "Compare" }).click();
      await heading(page, "Compare cities");
      const find = page.getByRole("searchbox", { name: "Add a city" });
      await find.focus();
      // With a slip of the fingers, and without accents.
      await page.keyboard.type("makasar");
      await page.getByText("Cities that fit: 1. Enter adds Makassar.").waitFor();
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/compare/?cities=makassar");
      await page.locator("#announcer").getByText("Makassar added").waitFor();
      await page.getByText("Add at least one more city").waitFor();
      await page.keyboard.type("da nang");
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/compare/?cities=makassar,da-nang");
      await picked(page, ["Makassar", "Da Nang"]);
      await page.locator(".side-by-side thead th").nth(1).waitFor();

      // From the list: the button stays, keeps the focus and says its state.
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await focus(page, "#pick-all summary");
      await page.keyboard.press("Enter");
      const hanoi = page.getByRole("button", { name: "Hanoi", exact: true });
      await hanoi.focus();
      await page.keyboard.press("Space");
      await site.arrive(page, "en/compare/?cities=makassar,da-nang,hanoi");
      await focus(page, "[data-pick=hanoi][aria-pressed=true]");
      // Its file is there: to leave while it loads would be told as a file that does not come.
      await page.locator(".side-by-side thead th").nth(2).waitFor();

      await page.reload();
      await picked(page, ["Makassar", "Da Nang", "Hanoi"]);
      await page.getByRole("button", { name: "Remove Da Nang" }).focus();
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/compare/?cities=makassar,hanoi");
      await focus(page, "#pick-find");
      await page.locator("#announcer").getByText("Da Nang removed").waitFor();

      await page.locator(".side-by-side thead").getByRole("link", { name: "Hanoi" }).click();
      await heading(page, "Hanoi");
      await page.locator(".country-rows").waitFor();
      await page.goBack();
      await picked(page, ["Makassar", "Hanoi"]);
      await page.locator(".side-by-side thead th").nth(1).waitFor();
      await page.goBack();
      await site.arrive(page, "en/");
      await page.locator(".map > svg").waitFor();
    }));

  test("six are the most, and a seventh is refused in words", () =>
    site.visit(async (page) => {
      const six = INDEX.cities.slice(0, 6).map((it) => it.id);
      await site.go(page, `id/compare/?cities=${six.join()}`);
      await picked(page, six.map((it) => nameOf(it, "id")));
      await page.locator(".side-by-side thead th").nth(5).waitFor();
      await page.getByRole("searchbox", { name: "Tambah kota" }).fill("yangon");
      await page.keyboard.press("Enter");
      await page.getByText("Paling banyak enam kota.").waitFor();
      assert.equal(site.path(page), `id/compare/?cities=${six.join()}`);
      await page.locator(".side-by-side").focus();
      await page.setViewportSize(PHONE);
      assert.deepEqual(await overflow(page), []);
    }));

  test("what is no city is left out and said; nothing found is said", () =>
    site.visit(async (page) => {
      await site.go(page, "en/compare/?cities=atlantis,dili");
      await page.getByText("Not in the network and left out: atlantis.").waitFor();
      await picked(page, ["Dili"]);
      await page.getByRole("searchbox", { name: "Add a city" }).fill("qqqqqq");
      await page.getByText("No city of the network fits “qqqqqq”.").waitFor();
      await page.locator(".side-by-side thead th").waitFor();
    }));

  for (const lang of LANGS) {
    test(`examples lead to a comparison, and back, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/compare/`);
        const examples = page.locator(".rows > li > a");
        await examples.nth(2).waitFor();
        assert.equal(await examples.count(), 3);
        await examples.first().focus();
        await page.keyboard.press("Enter");
        await page.locator(".side-by-side thead th").nth(1).waitFor();
        await focus(page, "h1");
        await page.goBack();
        await site.arrive(page, `${lang}/compare/`);
        await examples.nth(2).waitFor();
      }));

    test(`facts, projects and shared figures are those of the files, in ${lang}`, () =>
      site.visit(async (page) => {
        const slugs = ["sumedang", "semarang", "jakarta"];
        const pages = slugs.map((it) => city(it).city);
        await site.go(page, `${lang}/compare/?cities=${slugs.join()}`);
        await page.locator(".side-by-side thead th").nth(2).waitFor();
        const rows = await page.evaluate(() =>
          [...document.querySelectorAll(".side-by-side tbody tr:not(.group-head)")].map((row) =>
            [...row.querySelectorAll("td")].map((cell) => cell.firstChild.textContent),
          ),
        );
        const newest = (it) => it.population.reduce((best, at) => (best && best.year >= at.year ? best : at), null);
        const projects = (it) => it.projects;
        const expected = [
          pages.map((it) => number(newest(it).value, lang)),
          pages.map((it) => `${number(it.area_km2.value, lang)}\u00a0km²`),
          pages.map((it) => String(it.joined.year)),
          pages.map((it) => String(projects(it).length)),
          ...["planned", "ongoing", "completed", "unknown"].map((status) =>
            pages.map((it) => String(projects(it).filter((at) => at.status === status).length)),
          ),
          ...["civic-social", "health-wellbeing", "safety-security", "quality-environment", "built-infrastructure", "industry-innovation"].map(
            (focus) => pages.map((it) => String(projects(it).filter((at) => at.focus.includes(focus)).length)),
          ),
        ];
        assert.deepEqual(rows.slice(1), expected);

        const ids = pages.map((it) => it.indicators.map((at) => at.id));
        const all = [...new Set(ids.flat())].filter((id) => ids.filter((own) => own.includes(id)).length > 1);
        const charts = await page.evaluate(readCharts, "figure[id^=compare-]");
        assert.deepEqual(charts.map((it) => it.id).sort(), all.map((id) => `compare-${id}`).sort());
        for (const chart of charts) {
          const id = chart.id.replace("compare-", "");
          const series = pages.flatMap((it) => it.indicators.filter((at) => at.id === id)).flatMap((it) => it.series);
          assert.equal(chart.headers, series.length + 1, `${id}: a column for each series`);
          const points = series.flatMap((it) => it.points).map(([, value]) => number(value, lang));
          const cells = chart.rows.flatMap(([, ...cells]) => cells).filter(Boolean);
          assert.deepEqual(cells.sort(), points.sort(), `${id}: values`);
          assert.ok(chart.sources > 0, `${id}: sources`);
        }
        // Each leads to its own page, with these cities chosen.
        const ways = await page.evaluate(() => [...document.querySelectorAll(".chart-sources a[href*=indicators]")].map((it) => it.getAttribute("href")));
        assert.equal(ways.length, all.length);
        for (const way of ways) {
          const [, id, places] = way.match(/^..\/indicators\/([a-z0-9-]+)\/\?places=(.*)$/);
          assert.ok(INDICATORS.some((it) => it.id === id), id);
          assert.equal(decodeURIComponent(places), slugs.join());
        }
        const dead = await page.evaluate(() =>
          [...document.querySelectorAll("[data-jump]")].map((it) => it.dataset.jump).filter((id) => !document.getElementById(id)),
        );
        assert.deepEqual(dead, [], "jumps that lead nowhere");
        // A colour for each city, the same in the picks and at the head of its column.
        const colours = (selector) =>
          page.evaluate((selector) => [...document.querySelectorAll(selector)].map((it) => it.getAttribute("class")), selector);
        const heads = await colours(".side-by-side thead .swatch path");
        assert.equal(new Set(heads).size, 3);
        assert.deepEqual(await colours(".picks .swatch path"), heads);
        // It stays when another city leaves.
        await page.locator("[data-remove=sumedang]").click();
        await page.waitForFunction(() => document.querySelectorAll(".side-by-side thead th").length === 2);
        assert.deepEqual(await colours(".side-by-side thead .swatch path"), heads.slice(1));
        await page.setViewportSize(PHONE);
        assert.deepEqual(await overflow(page), []);
      }));
  }

  test("a city's page and the directory lead here with their cities", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/dili/");
      await page.locator(".country-rows").waitFor();
      await page.getByRole("link", { name: "Compare Dili with other cities" }).click();
      await site.arrive(page, "en/compare/?cities=dili");
      await picked(page, ["Dili"]);
      await site.go(page, "en/cities/?country=VNM");
      await page.locator(".map > svg").waitFor();
      const own = INDEX.cities.filter((it) => it.country === "VNM").length;
      await page.getByRole("link", { name: `Compare these ${own} cities` }).click();
      await page.locator(".side-by-side thead th").nth(own - 1).waitFor();
    }));

  test("a city whose file fails is said, and comes with a retry", () =>
    site.visit(
      async (page) => {
        site.server.fail("/cities/hanoi.json", "500");
        await site.go(page, "en/compare/?cities=dili,hanoi");
        const alert = page.getByRole("alert");
        await alert.getByText("The data of Hanoi could not be loaded.").waitFor();
        assert.deepEqual(await texts(page, ".side-by-side thead th"), ["Dili"]);
        site.server.heal();
        await alert.getByRole("button", { name: "Try again" }).click();
        await page.locator(".side-by-side thead th").nth(1).waitFor();
        assert.equal(await alert.count(), 0);
      },
      { expected: /500/ },
    ));
});

describe("member states", () => {
  for (const lang of LANGS) {
    test(`the list holds all of them with their numbers, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/countries/`);
        await page.locator(".states > li").nth(10).waitFor();
        await page.locator(".sources li").first().waitFor();
        const facts = await texts(page, ".states .row-facts");
        const expected = ASEAN.ranges[0].values.length;
        assert.equal(facts.length, expected);
        const cities = facts.map((it) => Number(it.split(" ")[0]));
        assert.equal(cities.reduce((sum, it) => sum + it), INDEX.cities.length);
        const rows = await texts(page, ".states > li");
        const population = ASEAN.ranges.find((it) => it.id === "population");
        for (const { point } of population.values) {
          assert.equal(rows.filter((it) => it.includes(number(point[1], lang))).length, 1);
        }
        for (const { officer } of ASEAN.representatives) assert.ok(rows.some((it) => it.includes(officer.name)), officer.name);
        assert.equal(await page.locator(".years").first().locator("li").count(), ASEAN.chairs.length);
        await page.setViewportSize(PHONE);
        assert.deepEqual(await overflow(page), []);
      }));
  }

  for (const code of COUNTRIES) {
    const lang = LANGS[COUNTRIES.indexOf(code) % 2];
    test(`${code} in ${lang}`, () =>
      site.visit(async (page) => {
        const data = country(code);
        await site.go(page, `${lang}/countries/${code}/`);
        await page.locator(".country-rows > details").first().waitFor();
        await page.locator(".map > svg").waitFor();
        const own = INDEX.cities.filter((it) => it.country === code);
        assert.deepEqual((await texts(page, ".rows > li > a")).sort(), own.map((it) => it.name[lang]).sort());
        assert.deepEqual(
          await texts(page, ".country-rows > details > summary > span:first-of-type"),
          data.indicators.map((it) => it.name[lang]),
        );
        for (const { name } of data.representatives) await page.getByText(name).first().waitFor();
        // Each strip: a dot for each state, this one where its value lies between the ends.
        const strips = await page.evaluate(() =>
          [...document.querySelectorAll(".country-rows > details")].map((row) => ({
            name: row.querySelector("summary > span").textContent,
            label: row.querySelector(".strip")?.getAttribute("aria-label"),
            said: row.querySelector("details > p")?.textContent ?? "",
            others: row.querySelectorAll(".back-dot").length,
            own: row.querySelector(".strip .dot")?.getAttribute("cx"),
          })),
        );
        for (const indicator of data.indicators) {
          const strip = strips.find((it) => it.name === indicator.name[lang]);
          const range = ASEAN.ranges.find((it) => it.id === indicator.id);
          const values = range.values.map((it) => it.point[1]);
          const value = range.values.find((it) => it.country === code)?.point[1];
          assert.equal(strip.others, values.length - (value === undefined ? 0 : 1), indicator.id);
          const [low, high] = [Math.min(...values), Math.max(...values)];
          if (value === undefined) assert.equal(strip.own, undefined);
          else assert.ok(Math.abs(Number(strip.own) - (8 + (144 * (value - low)) / (high - low))) <= 0.051, indicator.id);
          const said = [low, high, range.median, ...(value === undefined ? [] : [value])].map((it) => number(it, lang));
          for (const it of said) assert.ok(strip.label.includes(it), `${indicator.id}: ${it} in ${strip.label}`);
        }
        await page.locator(".country-rows > details > summary").first().press("Enter");
        const [chart] = await page.evaluate(readCharts, ".country-rows details[open] figure.chart-figure");
        assert.ok(chart.marks > 0);
        const dead = await page.evaluate(() =>
          [...document.querySelectorAll("[data-jump]")].map((it) => it.dataset.jump).filter((id) => !document.getElementById(id)),
        );
        assert.deepEqual(dead, [], "jumps that lead nowhere");
        await page.setViewportSize(PHONE);
        assert.deepEqual(await overflow(page), []);
      }));
  }

  test("a city's page leads to its state, and a source of ASEAN's range can be reached", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/hanoi/");
      await page.getByRole("link", { name: "Viet Nam beside the other member states" }).click();
      await heading(page, "Viet Nam");
      const first = page.locator(".country-rows > details").first();
      await first.locator("summary").click();
      const cite = first.locator("p .cites a").first();
      const id = await cite.getAttribute("data-jump");
      await cite.click();
      await focus(page, `#${id}`);
    }));

  test("a state that is none is not found", () =>
    site.visit(
      async (page) => {
        await site.go(page, "en/countries/ZZZ/");
        await heading(page, "Page not found");
      },
      { expected: /404/ },
    ));
});

describe("data set", () => {
  for (const lang of LANGS) {
    test(`numbers, files, terms and sources are those of the files, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/data/`);
        const [{ counts }] = read("data/changes.json");
        await page.locator(".holds dd").first().waitFor();
        const shown = await texts(page, ".holds dd");
        const { sources: _, ...held } = counts;
        assert.deepEqual(shown, Object.values(held).map((it) => number(it, lang)));

        const sources = read("data/sources.json");
        const without = sources.filter((it) => !it.licence).length;
        await page.getByText(number(without, lang)).first().waitFor();

        // The long lists are asked for when they are opened, and not before.
        const asked = await page.evaluate(() => performance.getEntriesByType("resource").map((it) => it.name));
        assert.ok(!asked.some((it) => /sources\.json|data\/index\.json/.test(it)), asked.join("\n"));
        await page.getByText({ id: "Semua berkas", en: "Every file" }[lang], { exact: true }).click();
        const files = read("data/index.json");
        await page.waitForFunction((count) => document.querySelectorAll(".files li").length === count, files.length);
        const links = await page.evaluate(() => [...document.querySelectorAll(".files a")].map((it) => it.getAttribute("href")));
        assert.deepEqual(links.sort(), files.map((it) => it.path).sort());

        await page.getByText({ id: "Tampilkan daftar sumber", en: "Show the list of sources" }[lang]).click();
        const count = (shown, of) =>
          page.locator(".count").getByText({ id: `${shown} dari ${of} sumber`, en: `${shown} of ${of} sources` }[lang]).waitFor();
        await count(50, number(sources.length, lang));
        await page.locator("#source-more").focus();
        await page.keyboard.press("Enter");
        await count(100, number(sources.length, lang));
        await focus(page, "#source-more");
        const plain = (it) => it.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
        const words = (it) => plain([it.title, it.publisher, ...it.supports.map((at) => at.file)].join(" "));
        const fits = sources.filter((it) => ["cities", "dili"].every((word) => words(it).includes(word))).length;
        assert.ok(fits > 0 && fits < sources.length);
        await page.locator("#source-find").fill("CITIES/díli");
        await count(Math.min(50, fits), number(fits, lang));
        await page.locator("#source-find").press("Enter");
        await page.setViewportSize(PHONE);
        assert.deepEqual(await overflow(page), []);
      }));
  }

  test("the archive and every file of the list can be had", () =>
    site.visit(async (page) => {
      await site.go(page, "en/data/");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Everything in one file (ZIP)" }).click(),
      ]);
      assert.equal(download.suggestedFilename(), "ascn-atlas-data.zip");
      const content = readFileSync(await download.path());
      assert.equal(content.subarray(0, 2).toString(), "PK");
      const schemas = await page.locator("main a[href$='.schema.json']").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
      assert.equal(schemas.length, 5);
      for (const it of schemas) assert.ok(JSON.parse(readFileSync(join(DIST, it), "utf8")).$schema, it);
      for (const { path, bytes } of read("data/index.json")) {
        assert.equal(readFileSync(join(DIST, path)).length, bytes, path);
      }
    }, { expected: /ascn-atlas-data\.zip net::ERR_ABORTED/ }));
});
