// Proves the network's pages: members, people, chairs, meetings and milestones as the data set has
// them; a page for each milestone with the ones before and after; the meeting in Luang Prabang with
// figures that are those of the cities; documents with what rests on each; what the atlas is.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { overflow } from "./lib/browser.mjs";
import { readCharts } from "./lib/profile.mjs";
import { DIST, LANGS, number } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

/** The data set as people edit it: what the pages show goes through the cut, this does not. */
const DATA = fileURLToPath(new URL("../../public/data", import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(DATA, name), "utf8"));
const NETWORK = read("network.json");
const MILESTONES = NETWORK.milestones;
const milestone = (id) => MILESTONES.find((it) => it.id === id);
const cityFile = (slug) => read(`cities/${slug}.json`);
const SEEN = ".sources li";

const MONTHS = {
  en: "January February March April May June July August September October November December".split(" "),
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
};
/** A date to its precision. */
const day = (text, lang) => {
  const [year, month, date] = text.split("-");
  return [date && String(Number(date)), month && MONTHS[lang][month - 1], year].filter(Boolean).join(" ");
};

const site = new Visits();
before(() => site.open());
after(() => site.close());

const open = async (page, path, wait = SEEN) => {
  await site.go(page, path);
  await page.locator(wait).first().waitFor();
};
/** The text of each element, without the numbers of sources. */
const texts = (page, selector) =>
  page.evaluate((selector) => {
    const plain = (element) => {
      const copy = element.cloneNode(true);
      for (const it of copy.querySelectorAll(".cites")) it.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    return [...document.querySelectorAll(selector)].map(plain);
  }, selector);

describe("the network", () => {
  for (const lang of LANGS) {
    test(`members by year in chart and table, in ${lang}`, () =>
      site.visit(async (page) => {
        await open(page, `${lang}/network/`);
        const [chart] = await page.evaluate(readCharts, "#chart-members");
        const joined = NETWORK.membership.cities.map((it) => it.joined);
        const years = Array.from({ length: 9 }, (_, at) => 2018 + at);
        const count = (is) => String(joined.filter(is).length);
        const expected = years.map((year) => [String(year), count((it) => it < year), count((it) => it === year)]);
        assert.deepEqual(chart.rows, expected);
        for (const total of NETWORK.membership.totals) {
          const row = expected.find(([year]) => year === String(total.year));
          assert.equal(Number(row[1]) + Number(row[2]), total.value);
        }
        const names = await texts(page, ".joined td:last-child a:not(.cites a)");
        const all = NETWORK.membership.cities.map((it) => cityFile(it.slug).name[lang]);
        assert.deepEqual([...names].sort(), [...all].sort());
        for (const conflict of NETWORK.conflicts) {
          assert.ok((await texts(page, "main li")).includes(conflict[lang]), conflict[lang]);
        }
      }));

    test(`every milestone with its date leads to its page, in ${lang}`, () =>
      site.visit(async (page) => {
        await open(page, `${lang}/network/`);
        const shown = await page.evaluate(() =>
          [...document.querySelectorAll("[aria-labelledby=milestones] li")].map((it) => [
            it.querySelector(".when").textContent, it.querySelector("h4").textContent, it.querySelector("h4 a").getAttribute("href"),
          ]),
        );
        assert.equal(shown.length, MILESTONES.length);
        for (const [at, it] of MILESTONES.entries()) {
          const [when, title, href] = shown[at];
          assert.equal(title, it.title[lang]);
          assert.ok(when.startsWith(day(it.date, lang)), when);
          assert.ok(href.endsWith(`${lang}/network/${it.id}/`), href);
          assert.ok(existsSync(join(DIST, lang, "network", it.id, "index.html")), it.id);
        }
        const annual = await texts(page, "[aria-labelledby=meetings] .timeline > li > h3");
        assert.deepEqual(annual, MILESTONES.filter((it) => it.number).reverse().map((it) => it.title[lang]));
      }));
  }

  test("people, each as of a date, chairs and Shepherds", () =>
    site.visit(async (page) => {
      await open(page, "en/network/");
      const people = (await texts(page, ".officers li")).join("\n");
      for (const { slug } of NETWORK.membership.cities) {
        const officers = cityFile(slug).officers.filter((it) => it.role === "csco");
        const newest = officers.map((it) => it.as_of).sort().at(-1);
        for (const it of officers.filter((it) => it.as_of === newest)) {
          assert.ok(people.includes(`${it.name}, ${it.position.en} as of ${day(newest, "en")}`), it.name);
        }
      }
      for (const { representatives } of NETWORK.members) {
        const own = representatives.filter((it) => it.role === "national-representative");
        const newest = own.map((it) => it.as_of).sort().at(-1);
        for (const it of own.filter((it) => it.as_of === newest)) assert.ok(people.includes(it.name), it.name);
      }
      const years = await texts(page, "[aria-labelledby=offices] .years li");
      assert.equal(years.length, NETWORK.chairs.length + NETWORK.shepherds.length);
      for (const chair of NETWORK.chairs) {
        assert.ok(years.some((it) => it.startsWith(`${chair.year} `) && it.includes(chair.chair ?? "")), String(chair.year));
      }
    }));

  test("the index leads to its section by keyboard, and a number to its source and back", () =>
    site.visit(async (page) => {
      await open(page, "en/network/");
      await page.locator(".page-index").getByRole("link", { name: "Annual meetings" }).focus();
      await page.keyboard.press("Enter");
      await focus(page, "h2#meetings");
      const number = page.locator("[aria-labelledby=framework] .cites a").first();
      const label = await number.textContent();
      await number.focus();
      await page.keyboard.press("Enter");
      await focus(page, `#source-${label.trim()}`);
      assert.equal(site.path(page), "en/network/");
    }));
});

describe("milestones", () => {
  for (const lang of LANGS) {
    test(`each has date, kind, summary and sources, in ${lang}`, () =>
      site.visit(async (page) => {
        for (const id of ["concept-note", "governance-workshop-2018", "planning-guidebook", "members-29", "annual-3"]) {
          const it = milestone(id);
          await open(page, `${lang}/network/${id}/`);
          await heading(page, it.title[lang]);
          assert.deepEqual(await texts(page, "main p.lead"), [it.summary[lang]]);
          const facts = (await texts(page, ".inline dd")).join("\n");
          assert.ok(facts.includes(day(it.date, lang)) && !/^(since|sejak)/.test(facts), facts);
          if (it.place) assert.ok(facts.includes(it.place[lang]));
          assert.equal(await page.locator(".sources li").count(), it.sources.length);
        }
      }));
  }

  test("before and after by keyboard, and back", () =>
    site.visit(async (page) => {
      await open(page, "en/network/annual-2/");
      await page.getByText("The Terms of Reference of the network were adopted.").waitFor();
      await page.getByRole("link", { name: "Singapore named first Shepherd" }).waitFor();
      await page.locator("a[rel=next]").focus();
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/network/annual-3/");
      await heading(page, "3rd annual meeting");
      await page.getByText("The sources that we read name no decision of this meeting.").waitFor();
      await page.goBack();
      await heading(page, "2nd annual meeting");
      await page.locator("a[rel=prev]").click();
      await heading(page, "1st annual meeting");
      await page.reload();
      await heading(page, "1st annual meeting");
      assert.equal(await page.locator("a[rel=prev]").count(), 0);
    }));

  for (const lang of LANGS) {
    test(`an unknown one is said and leads to the network, in ${lang}`, () =>
      site.visit(
        async (page) => {
          await site.go(page, `${lang}/network/annual-99/`);
          await page.getByText("annual-99").first().waitFor();
          await page.locator("main a.button").click();
          await heading(page, { id: "Jejaring kota cerdas ASEAN (ASCN)", en: "The ASEAN Smart Cities Network" }[lang]);
        },
        { expected: /404/ },
      ));
  }
});

describe("the meeting in Luang Prabang", () => {
  const record = NETWORK.records.find((it) => it.meeting === "annual-7");

  for (const lang of LANGS) {
    test(`figures are those of the city, the survey that disagrees beside them, in ${lang}`, () =>
      site.visit(async (page) => {
        await open(page, `${lang}/network/annual-7/`);
        const shown = await page.evaluate(() =>
          [...document.querySelectorAll(".moved")].map((list) => [...list.querySelectorAll(".big")].map((it) => it.textContent)),
        );
        const sumedang = cityFile("sumedang");
        const expected = record.presentations[0].items.map(({ figure }) => {
          const { series, unit } = sumedang.indicators.find((it) => it.id === figure.indicator);
          const told = series.find((it) => it.points.some(([, , keys]) => (keys ?? it.sources).includes("seed")));
          const at = (one, year) => one.points.find((it) => it[0] === year)?.[1];
          const values = [at(told, figure.from), at(told, figure.to)];
          const others = series.filter((it) => it !== told).map((it) => at(it, figure.to));
          values.push(...others.filter((it) => it !== undefined && it !== values[1]));
          const sign = unit === "percent" ? { en: "%", id: "\u00a0%" }[lang] : "";
          return values.map((it) => number(it, lang) + sign);
        });
        assert.deepEqual(shown, expected);
        assert.deepEqual(shown[0].length, 3, "the national survey");
        const text = (await texts(page, "main"))[0];
        for (const said of [record.closing, ...record.support.map((it) => it.text), ...record.delegation.with]) {
          assert.ok((said[lang] ?? said.text?.[lang]) && text.includes(said[lang] ?? said.text[lang]), JSON.stringify(said));
        }
        assert.ok(text.includes(record.delegation.head.name));
        const topics = await texts(page, ".topics li");
        assert.equal(topics.length, 4);
      }));
  }

  test("each figure leads to its chart, each city to its profile, programmes and projects to their pages", () =>
    site.visit(async (page) => {
      await open(page, "en/network/annual-7/");
      const hrefs = await page.evaluate(() => [...document.querySelectorAll("main a[href]")].map((it) => it.getAttribute("href")));
      const leads = (path) => assert.ok(hrefs.some((it) => it.endsWith(path)), path);
      for (const { city, items } of record.presentations) {
        leads(`en/cities/${city}/`);
        for (const { project } of items) if (project) leads(`en/projects/${city}/${project}/`);
      }
      for (const { programs } of [...record.partners, ...record.support]) for (const id of programs) leads(`en/programs/${id}/`);
      await page.getByRole("link", { name: "All years and sources in the chart" }).first().click();
      await heading(page, cityFile("sumedang").indicators[0].name.en);
      await page.goBack();
      await heading(page, "7th annual meeting");
    }));
});

describe("documents and about", () => {
  for (const lang of LANGS) {
    test(`each document with its date and what rests on it, in ${lang}`, () =>
      site.visit(async (page) => {
        await open(page, `${lang}/documents/`, ".documents > li");
        assert.equal(await page.locator(".documents > li").count(), NETWORK.documents.length);
        const listed = JSON.parse(readFileSync(join(DIST, "data/sources.json"), "utf8"));
        for (const { source, summary } of NETWORK.documents) {
          const it = NETWORK.sources[source];
          const item = page.locator(".documents > li").filter({ has: page.locator(`a[href="${it.url}"]`) });
          const said = (await item.textContent()).replace(/\s+/g, " ");
          assert.ok(said.includes(summary[lang]) && said.includes(it.publisher), source);
          if (it.published) assert.ok(said.includes(day(it.published, lang)), source);
          const facts = listed.filter((one) => one.url === it.url).reduce((sum, one) => sum + one.facts, 0);
          assert.ok((await item.locator("summary").textContent()).includes(` ${number(facts, lang)} `), source);
        }
      }));
  }

  test("a document's uses lead to a city by keyboard", () =>
    site.visit(async (page) => {
      await open(page, "en/documents/", ".documents > li");
      const summary = page.locator(".documents summary").nth(2);
      await summary.focus();
      await page.keyboard.press("Enter");
      const link = page.locator(".documents details[open] .uses").getByRole("link", { name: "Banyuwangi" });
      await link.focus();
      await page.keyboard.press("Enter");
      await heading(page, "Banyuwangi");
    }));

  for (const lang of LANGS) {
    test(`about says where corrections go and what is kept, and all pages lead to each other, in ${lang}`, () =>
      site.visit(async (page) => {
        await open(page, `${lang}/about/`, "#contact");
        const titles = { id: ["Tentang atlas", "Dokumen", "Jejaring kota cerdas ASEAN (ASCN)"], en: ["About the atlas", "Documents", "The ASEAN Smart Cities Network"] }[lang];
        await heading(page, titles[0]);
        await page.locator(`main a[href$="${lang}/documents/"]`).first().click();
        await heading(page, titles[1]);
        await page.locator(`main a[href$="${lang}/network/"]`).first().click();
        await heading(page, titles[2]);
        await page.locator(`main a[href$="${lang}/about/"]`).first().click();
        await heading(page, titles[0]);
      }));
  }

  test("a state's years as chair and Shepherd lead to the network", () =>
    site.visit(async (page) => {
      await open(page, "en/countries/IDN/");
      await page.getByRole("link", { name: "2023 (Safrizal ZA)" }).click();
      await heading(page, "The ASEAN Smart Cities Network");
    }));
});

test("nothing sticks out of a phone's window", () =>
  site.visit(
    async (page) => {
      for (const [path, wait] of [["network/", SEEN], ["network/annual-7/", SEEN], ["documents/", ".documents > li"], ["about/", "#contact"]]) {
        await open(page, `id/${path}`, wait);
        assert.deepEqual(await overflow(page), [], path);
      }
    },
    { viewport: { width: 360, height: 740 } },
  ));
