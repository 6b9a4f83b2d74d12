// Each kind of page (`Route` in src/route.rs, and the page for addresses of none) and each state of
// one that looks different, for the tests that go through all of them.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";

import { readCharts } from "./profile.mjs";
import { DIST } from "./site.mjs";

const CHARTS = "figure.chart-figure:not(.country-rows details:not([open]) *)";

/** Every address below the language: what shows that it is whole, and whether charts are drawn late. */
export const KINDS = {
  "": { whole: ".map > svg" },
  "cities/": { whole: ".map > svg" },
  "cities/sumedang/": { whole: ".country-rows > details", charts: true },
  // Few figures; and names in four scripts.
  "cities/putrajaya/": { whole: ".country-rows > details", charts: true },
  "cities/singapore/": { whole: ".country-rows > details", charts: true },
  "indicators/": { whole: ".rows a" },
  "indicators/internet-users/": { whole: "#chart-picture svg" },
  "compare/": { whole: ".rows a" },
  "compare/?cities=sumedang,semarang,jakarta": { whole: ".sources li", charts: true },
  "countries/": { whole: ".sources li" },
  "countries/VNM/": { whole: ".country-rows > details", charts: true },
  "programs/": { whole: ".program-rows a" },
  // Whole when nothing moves any more: bars are then part of their links.
  "programs/?view=timeline&lanes=city": { whole: ".tl-item[style*=width]" },
  "programs/smart-jamp/": { whole: ".sources li" },
  "partners/aus/": { whole: ".sources li" },
  "projects/": { whole: "[aria-labelledby=reports] .sources li", charts: true },
  "projects/sumedang/integrated-stunting-intervention/": { whole: "[aria-labelledby=related] .rows a" },
  "network/": { whole: ".sources li", charts: true },
  "network/annual-7/": { whole: ".sources li" },
  "documents/": { whole: ".documents > li" },
  "about/": { whole: "#contact" },
  "search/": { whole: ".ways-on a" },
  "search/?q=smart": { whole: ".found li" },
  "data/": { whole: ".quote" },
  "embed/": { whole: ".embed-frame iframe" },
  "nowhere/": { whole: "main a.button", missing: true },
};

const EXPLORED = "indicators/internet-users/?kind=";
const DRAWN = { whole: "#chart-picture svg" };

/** An indicator's page with each kind of chart but the lines, which `KINDS` has. */
export const CHARTED = {
  [`${EXPLORED}map&year=2020`]: { whole: "#chart-picture [data-point]" },
  [`${EXPLORED}bars&year=2020`]: DRAWN,
  [`${EXPLORED}difference&from=2010&to=2020`]: DRAWN,
  [`${EXPLORED}multiples&places=all`]: DRAWN,
  [`${EXPLORED}table`]: { whole: "#chart-table tbody tr" },
};

/** Of a kind with many pages, what shows that any of them is whole. */
const OF_MANY = {
  cities: KINDS["cities/sumedang/"],
  indicators: KINDS["indicators/internet-users/"],
  countries: KINDS["countries/VNM/"],
  programs: KINDS["programs/smart-jamp/"],
  partners: KINDS["partners/aus/"],
  projects: { whole: ".told-of p" },
  network: { whole: "main h2" },
};

/** The kind of page at an address below the language: `cities/*` for each city. */
export const kindOf = (path) => {
  const [first, ...rest] = path.split("?")[0].split("/").filter(Boolean);
  return first ? `${first}/${rest.length > 0 ? "*" : ""}` : "";
};

/** The addresses of all pages below a language. */
const PAGES = readdirSync(join(DIST, "en"), { recursive: true })
  .filter((file) => file.endsWith("index.html"))
  .map((file) => dirname(file).split(sep).join("/"))
  .map((path) => (path === "." ? "" : `${path}/`));

/** Every kind of page that is a file. */
export const WRITTEN = [...new Set(PAGES.map(kindOf))].sort();

/** Of each kind with many pages the one on which most stands, and the one with the least. */
export const EXTREMES = Object.fromEntries(
  Object.entries(OF_MANY).flatMap(([folder, kind]) => {
    const size = (path) => readFileSync(join(DIST, "en", path, "index.html")).length;
    const [least, ...others] = PAGES.filter((path) => kindOf(path) === `${folder}/*`)
      .map((path) => ({ path, size: size(path) }))
      .sort((one, two) => one.size - two.size || (one.path < two.path ? -1 : 1));
    return [least, others.at(-1)].map(({ path }) => [path, KINDS[path] ?? kind]);
  }),
);

/** States that a reader brings about: on a page, `enter` makes it. */
export const STATES = {
  "nothing found": {
    at: "cities/?q=zzzz",
    whole: ".map > svg",
    enter: (page) => page.locator(".count, [role=status]").first().waitFor(),
  },
  "no such project": {
    at: "projects/?q=zzzz",
    whole: "[role=status]",
  },
  "nothing found anywhere": {
    at: "search/?q=zzzz",
    whole: "[role=status]",
  },
  "no such city": { at: "cities/atlantis/", whole: "main a.button", missing: true },
  "a place chosen in a list that is open": {
    at: "indicators/internet-users/",
    whole: "#chart-picture svg",
    enter: async (page) => {
      await page.locator(".picker > summary").first().click();
      await page.locator(".picker-body label").first().waitFor();
    },
  },
  "a map of figures": { at: `${EXPLORED}map`, ...DRAWN },
  "figures in order": { at: `${EXPLORED}bars&year=2020`, ...DRAWN },
  "a difference between two years": { at: `${EXPLORED}difference&from=2010&to=2020`, ...DRAWN },
  "a chart for each place": { at: `${EXPLORED}multiples&places=all`, ...DRAWN },
  "figures as a table": { at: `${EXPLORED}table`, whole: "#chart-table tbody tr" },
  "lines relative to the first year": { at: "indicators/internet-users/?scale=log&relative=yes", whole: "#chart-picture svg" },
  "a point read out": {
    at: "cities/putrajaya/",
    whole: ".country-rows > details",
    enter: async (page) => {
      await page.evaluate(readCharts, "figure.chart-figure[id^='chart-']");
      await page.locator(".readout[role=slider]").first().focus();
      await page.keyboard.press("End");
      await page.locator(".tip").first().waitFor();
    },
  },
  "the timeline, nearer": {
    at: "programs/?view=timeline&lanes=city",
    whole: ".tl-item[style*=width]",
    enter: async (page) => {
      const before = page.url();
      await page.locator(".tl-tools button").filter({ hasText: "+" }).click();
      await page.waitForFunction((before) => location.href !== before, before);
    },
  },
  "the search, opened above a page": {
    at: "documents/",
    whole: ".documents > li",
    enter: async (page) => {
      await page.keyboard.press("/");
      await page.locator("dialog[open] input[type=search]").fill("smart");
      await page.locator("dialog[open] a").nth(3).waitFor();
    },
  },
  "a file that does not come": {
    at: "countries/VNM/",
    whole: "[role=alert]",
    fails: "/asean.json",
  },
};

/** Waits until a kind of page is whole; opens what is folded up and draws what is drawn late. */
export async function open(page, path, { folded = false } = {}) {
  const { whole, charts } = KINDS[path] ?? CHARTED[path] ?? EXTREMES[path];
  await page.locator(whole).first().waitFor();
  if (folded) return;
  await page.evaluate((most) => {
    const all = [...document.querySelectorAll("main details:not(.picker)")].filter((it) => it.checkVisibility?.() ?? it.getClientRects().length);
    // One figure of a country is like the others.
    let figures = 0;
    for (const details of all) {
      if (details.matches(".country-rows > details") && ++figures > most) continue;
      details.open = true;
    }
  }, 1);
  if (path === "data/") await page.locator(".sources li").first().waitFor();
  if (charts) await page.evaluate(readCharts, CHARTS);
}

/** Draws every chart that is in sight when one scrolls through; opens nothing. */
export const draw = (page) =>
  page.evaluate(async () => {
    const far = performance.now() + 15_000;
    for (const figure of document.querySelectorAll("figure.chart-figure")) {
      if (!figure.checkVisibility() || !figure.querySelector(".chart-body")) continue;
      figure.scrollIntoView({ behavior: "instant" });
      while (!figure.querySelector(".readout[role=slider]")) {
        if (performance.now() > far) throw new Error(`#${figure.id} is not drawn`);
        await new Promise(requestAnimationFrame);
      }
    }
    scrollTo(0, 0);
  });
