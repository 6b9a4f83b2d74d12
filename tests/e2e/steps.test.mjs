// Proves that every programme, project, milestone and person is at most four links away from the front
// page, by links that a keyboard reaches: the section in the header, its list, the page, at most one more.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const DATA = fileURLToPath(new URL("../../public/data", import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(DATA, name), "utf8"));
const CITIES = readdirSync(join(DATA, "cities")).map((name) => read(`cities/${name}`));
const NETWORK = read("network.json");

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** The addresses, below the root, of the links that a keyboard reaches: not those that are folded away. */
const links = (page) =>
  page.evaluate(() => {
    const shown = [...document.querySelectorAll("a[href]")].filter((it) => it.checkVisibility() && it.tabIndex >= 0);
    // Links in pictures have no text as their `href`.
    return shown.map((it) => new URL(it.getAttribute("href"), document.baseURI).href.slice(document.baseURI.length));
  });

/** Follows the header's link of a section and waits for what comes last on its page. */
async function section(page, lang, path, whole) {
  await site.go(page, `${lang}/`);
  const link = page.locator(`.site-header nav a[href$="${lang}/${path}"]`);
  await link.focus();
  await page.keyboard.press("Enter");
  await site.arrive(page, `${lang}/${path}`);
  await page.locator(whole).first().waitFor();
}

/** Asserts that the page leads to each of `wanted`, in one step more. */
async function leadsTo(page, wanted) {
  const there = new Set(await links(page));
  assert.deepEqual(wanted.filter((it) => !there.has(it)), []);
}

for (const lang of LANGS) {
  describe(`in ${lang}`, () => {
    test("every programme in two steps", () =>
      site.visit(async (page) => {
        await section(page, lang, "programs/", ".program-rows a");
        await leadsTo(page, read("programs.json").programs.map((it) => `${lang}/programs/${it.id}/`));
      }));

    test("every project in two steps", () =>
      site.visit(async (page) => {
        await section(page, lang, "projects/", ".sources li");
        await leadsTo(page, CITIES.flatMap((city) => city.projects.map((it) => `${lang}/projects/${city.id}/${it.id}/`)));
      }));

    test("every meeting and milestone in two steps", () =>
      site.visit(async (page) => {
        await section(page, lang, "network/", ".sources li");
        await leadsTo(page, NETWORK.milestones.map((it) => `${lang}/network/${it.id}/`));
      }));

    test("representatives on the network's page or, one step more, on their state's; the officers of a city on its own", () =>
      site.visit(async (page) => {
        await section(page, lang, "network/", ".sources li");
        const network = await page.locator("main").textContent();
        const beyond = NETWORK.members.filter((it) => it.representatives.some(({ name }) => !network.includes(name)));
        await leadsTo(page, beyond.map((it) => `${lang}/countries/${it.country}/`));
        for (const { country, representatives } of beyond) {
          await site.go(page, `${lang}/countries/${country}/`);
          await page.locator(".sources li").first().waitFor();
          const state = await page.locator("main").textContent();
          assert.deepEqual(representatives.filter((it) => !state.includes(it.name)), []);
        }
        await section(page, lang, "cities/", "#city-list a");
        await leadsTo(page, CITIES.map((it) => `${lang}/cities/${it.id}/`));
        // The city with most officers: every city's page is made alike.
        const most = CITIES.reduce((one, two) => (one.officers.length >= two.officers.length ? one : two));
        await page.locator(`main a[href$="cities/${most.id}/"]`).first().click();
        // Its own sources: those of its state's figures are folded up, and may come before them.
        await page.locator("#source-1").waitFor();
        const profile = await page.locator("main").textContent();
        assert.deepEqual(most.officers.filter((it) => !profile.includes(it.name)), []);
      }));
  });
}
