// Proves the front page beyond its map: a city found as it is typed, numbers that lead to their
// pages, stories whose numbers are those of the data set, milestones and changes in order; and the
// calendars and feeds, read by parsers that know nothing of this site and held against the data set.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import ICAL from "ical.js";

import { overflow } from "./lib/browser.mjs";
import { DIST, LANGS, number } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const text = (name) => readFileSync(join(DIST, name), "utf8");
const data = (name) => JSON.parse(text(`data/${name}`));
const PROGRAMS = data("programs.json").programs;
const NETWORK = data("network.json");
const CHANGES = data("changes.json");
const STORIES = data("stories.json").stories;
const CITIES = readdirSync(join(DIST, "data/cities")).map((name) => data(`cities/${name}`));

const site = new Visits();
before(() => site.open());
after(() => site.close());

const whole = (page) => page.locator(".story").nth(STORIES.length - 1).waitFor();

describe("front page", () => {
  test("a city is found as it is typed, by keyboard alone", () =>
    site.visit(async (page) => {
      await site.go(page, "en/");
      const find = page.getByRole("searchbox", { name: "Find your city" });
      await find.focus();
      await page.keyboard.type("đa nang");
      await page.getByText("1 of 38 cities").waitFor();
      await page.keyboard.press("ArrowDown");
      await focus(page, ".fitting a");
      await page.keyboard.press("ArrowUp");
      await focus(page, "#find");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await heading(page, "Da Nang");
      await page.goBack();
      // Enter in the field leads to the directory.
      await page.getByRole("searchbox", { name: "Find your city" }).fill("semar");
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/cities/?q=semar");
    }));

  test("each number leads to its page", () =>
    site.visit(async (page) => {
      await site.go(page, "id/");
      await page.locator(".figures a").first().waitFor();
      const figures = await page.evaluate(() => [...document.querySelectorAll(".figures a")].map((it) => [it.getAttribute("href"), it.textContent]));
      assert.deepEqual(Object.fromEntries(figures), {
        "id/cities/": String(CITIES.length),
        "id/countries/": String(new Set(CITIES.map((it) => it.country)).size),
        "id/projects/": String(CITIES.flatMap((it) => it.projects).length),
        "id/programs/": String(PROGRAMS.length),
        // Those of many places, and topics that only cities' own files know.
        "id/indicators/": String(readdirSync(join(DIST, "id/indicators"), { withFileTypes: true }).filter((it) => it.isDirectory()).length),
      });
    }));

  for (const lang of LANGS) {
    test(`stories say what the data say, with sources and a way on (${lang})`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/`);
        await whole(page);
        const told = await page.evaluate(() =>
          [...document.querySelectorAll(".story")].map((it) => ({
            title: it.querySelector("h3").textContent,
            words: it.textContent,
            cites: [...it.querySelectorAll(".cites a")].map((it) => it.dataset.jump),
            href: it.querySelector(".story-foot > a").getAttribute("href"),
          })),
        );
        assert.equal(told.length, STORIES.length);
        for (const [place, story] of STORIES.entries()) {
          const { words, cites, href } = told[place];
          assert.ok(!/[{}]/.test(words), words);
          for (const value of Object.values(story.values)) {
            if (!value.point) continue;
            const { city, indicator, series, year } = value.point;
            const of = city ? CITIES.find((it) => it.id === city).indicators.find((it) => it.id === indicator) : data(`indicators/${indicator}.json`);
            const found = of.series.find((it) => (city ? it.id : it.place) === series).points.find(([at]) => at === year);
            assert.ok(words.includes(number(found[1], lang)), `${story.id}: ${found}`);
          }
          assert.equal(href, `${lang}/${story.to}`);
          const counted = Object.values(story.values).every((it) => it["programs-of"] || it["all-programs"]);
          assert.equal(cites.length > 0, !counted, `${story.id}: sources`);
          for (const id of cites) assert.equal(await page.locator(`#${id}`).count(), 1, id);
        }
        // A number leads to its source, which stands in a closed list.
        await page.locator(".story .cites a").first().click();
        await focus(page, "#source-1");
        assert.ok(await page.locator("#source-1").isVisible());
      }));
  }

  test("charts are drawn when they are near, and nothing sticks out of a phone", () =>
    site.visit(
      async (page) => {
        // What the host drew stands there from the start: see prerender.test.mjs.
        site.server.empty(true);
        await site.go(page, "id/").finally(() => site.server.empty(false));
        await whole(page);
        const lines = STORIES.filter((it) => !it.figure.pair);
        assert.equal(await page.locator(".story-chart svg[role=img]").count(), 0);
        for (const [place] of lines.entries()) {
          const chart = page.locator(".story-chart").nth(place);
          await chart.scrollIntoViewIfNeeded();
          await chart.locator("svg[role=img]").waitFor();
        }
        assert.deepEqual(await overflow(page), []);
      },
      { viewport: { width: 360, height: 740 } },
    ));

  test("the latest milestones come first, announced ones by the reader's clock", () =>
    site.visit(async (page) => {
      const items = () => page.evaluate(() => [...document.querySelectorAll(".news section:first-child .steps")].map((it) => [...it.querySelectorAll("li > a")].map((it) => it.textContent)));
      await page.clock.setFixedTime(new Date("2026-11-25T12:00:00"));
      await site.go(page, "en/");
      await whole(page);
      const [past, coming] = await items();
      const dates = past.map((title) => NETWORK.milestones.find((it) => it.title.en === title).date);
      const newest = NETWORK.milestones.map((it) => it.date).sort().reverse();
      assert.deepEqual(dates, newest.slice(0, 5));
      const later = PROGRAMS.flatMap((it) => it.milestones.filter(({ date }) => date > "2026-11-23").map((step) => [step.date, `${it.name.en}: ${step.title.en}`]));
      assert.deepEqual(coming, later.sort().map(([, title]) => title));
      await page.clock.setFixedTime(new Date("2031-01-01T12:00:00"));
      await page.reload();
      await page.getByText("No source that we read announces a later step.").waitFor();
    }));
});

describe("calendars", () => {
  const day = (date) => /^\d{4}-\d\d-\d\d$/.test(date);
  const all = [
    ...NETWORK.milestones.map((it) => ({ uid: `network-${it.id}@`, date: it.date, end: it.end, words: it.title })),
    ...PROGRAMS.flatMap((program) => program.milestones.map((it) => ({ uid: `program-${program.id}-${it.date}-`, date: it.date, words: it.title }))),
  ];

  for (const lang of LANGS) {
    test(`hold every meeting and milestone of a known day, and no other (${lang})`, () => {
      const raw = text(`feeds/milestones.${lang}.ics`);
      for (const line of raw.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!/[^\r]\n/.test(raw), "lines end in CRLF");
      const calendar = new ICAL.Component(ICAL.parse(raw));
      assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
      const events = calendar.getAllSubcomponents("vevent").map((it) => new ICAL.Event(it));
      const wanted = all.filter((it) => day(it.date));
      assert.equal(events.length, wanted.length);
      assert.equal(new Set(events.map((it) => it.uid)).size, events.length);
      assert.ok(calendar.getFirstPropertyValue("x-wr-caldesc").endsWith(` ${all.length - wanted.length}.`), "says what was left out");
      for (const { uid, date, end, words } of wanted) {
        const same = events.filter((it) => it.uid.startsWith(uid) && it.summary.endsWith(words[lang]));
        assert.equal(same.length, 1, `${uid} ${words[lang]}`);
        const [event] = same;
        assert.ok(event.startDate.isDate);
        assert.equal(event.startDate.toString(), date);
        if (end) {
          const behind = new Date(`${end}T00:00:00Z`);
          behind.setUTCDate(behind.getUTCDate() + 1);
          assert.equal(event.endDate.toString(), behind.toISOString().slice(0, 10));
        }
        assert.match(event.description, lang === "en" ? /Sources:/ : /Sumber:/);
      }
    });
  }

  test("have the same identifiers in both languages", () => {
    const uids = (lang) => [...text(`feeds/milestones.${lang}.ics`).replace(/\r\n /g, "").matchAll(/^UID:(.*)\r$/gm)].map((it) => it[1]);
    assert.deepEqual(uids("id"), uids("en"));
  });
});

describe("feeds of changes", () => {
  for (const lang of LANGS) {
    test(`say every change, in XML that a browser reads (${lang})`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/`);
        await whole(page);
        // As a feed reader finds it: by the link in the page's head, and by the one that is shown.
        const path = `feeds/changes.${lang}.xml`;
        const links = await page.evaluate(() => [...document.querySelectorAll("link[rel=alternate][type]")].map((it) => [it.type, it.getAttribute("href")]));
        assert.deepEqual(links, [["application/atom+xml", path], ["text/calendar", `feeds/milestones.${lang}.ics`]]);
        assert.equal(await page.locator(`main a[href="${path}"]`).count(), 1);
        assert.equal(await page.locator(`main a[href="feeds/milestones.${lang}.ics"]`).count(), 1);
        const feed = await page.evaluate(async (path) => {
          const answer = await fetch(path);
          const xml = new DOMParser().parseFromString(await answer.text(), "application/xml");
          if (xml.querySelector("parsererror")) throw new Error(xml.querySelector("parsererror").textContent);
          const text = (element, name) => element.querySelector(`:scope > ${name}`)?.textContent;
          const root = xml.documentElement;
          const href = (element) => new URL(element.querySelector(":scope > link[rel=alternate]").getAttribute("href"), answer.url).href;
          return {
            namespace: root.namespaceURI,
            lang: root.getAttribute("xml:lang"),
            id: text(root, "id"),
            updated: text(root, "updated"),
            author: root.querySelector(":scope > author > name").textContent,
            page: href(root),
            entries: [...root.querySelectorAll(":scope > entry")].map((it) => ({ id: text(it, "id"), title: text(it, "title"), updated: text(it, "updated"), content: text(it, "content"), page: href(it) })),
          };
        }, path);
        assert.equal(feed.namespace, "http://www.w3.org/2005/Atom");
        assert.equal(feed.lang, lang);
        assert.equal(feed.updated, `${CHANGES[0].date}T00:00:00Z`);
        assert.equal(feed.page, `${site.base}${lang}/data/`);
        assert.equal(feed.entries.length, CHANGES.length);
        const ids = [feed.id, ...feed.entries.map((it) => it.id)];
        assert.ok(ids.every((it) => /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(it)), ids.join());
        assert.equal(new Set(ids).size, ids.length);
        for (const [place, change] of CHANGES.entries()) {
          const entry = feed.entries[place];
          assert.ok(entry.title.endsWith(change.text[lang]), entry.title);
          assert.equal(entry.updated, `${change.date}T00:00:00Z`);
          for (const count of ["cities", "projects", "points"]) assert.ok(entry.content.includes(number(change.counts[count], lang)), count);
        }
      }));
  }
});
