// Proves that a broken data file costs the reader its own part of the page and nothing else: for
// each kind of file and each way in which a host can fail to give it, the rest of a page that the app
// draws works, a
// message says what is wrong in the reader's language, and its button brings the content once the
// file is whole again. Prints the table of all cases, which docs/reliability.md keeps.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, Pages } from "./lib/browser.mjs";
import { FAULTS, serve } from "./lib/server.mjs";
import { city, country, DIST, INDEX, LANGS } from "./lib/site.mjs";
import { keptInDocument } from "./lib/told.mjs";

const SLUG = "sumedang";
const { city: CITY } = city(SLUG);
const NAME = CITY.name;

/** What the page says for each fault. */
const WHY = {
  "404": { id: "Server tidak memiliki berkas ini (status 404).", en: "The server does not have this file (status 404)." },
  "500": { id: "Server menjawab dengan galat (status 500).", en: "The server answered with an error (status 500)." },
  "HTML page with 200": { id: "Server mengirim halaman atau teks, bukan data.", en: "The server sent a page or text instead of data." },
  "empty file": { id: "Server mengirim halaman atau teks, bukan data.", en: "The server sent a page or text instead of data." },
  "truncated JSON": { id: "Data terputus sebelum selesai.", en: "The data broke off before its end." },
  "other object": { id: "Bentuk data tidak dikenal", en: "The data has a form that this version" },
  "other list": { id: "Bentuk data tidak dikenal", en: "The data has a form that this version" },
  "connection cut": { id: "Tidak ada sambungan ke server.", en: "No connection to the server." },
};

const RETRY = { id: "Coba lagi", en: "Try again" };
const NOT_RUNNING = ["Bagian interaktif situs ini tidak berjalan.", "The interactive parts of this site are not running."];

/** Parts of the page, each as a wait for it. */
const PART = {
  header: (page, lang) => page.locator(".site-header").getByRole("link", { name: { id: "Kota", en: "Cities" }[lang], exact: true }).waitFor(),
  footer: (page) => page.locator(".site-footer p").first().waitFor(),
  heading: (page) => page.locator("h1:not(:empty)").waitFor(),
  "city's name": (page, lang) => page.getByRole("heading", { level: 1, name: NAME[lang], exact: true }).waitFor(),
  cities: (page) => page.waitForFunction((count) => document.querySelectorAll(".rows a, .by-country a").length === count, INDEX.cities.length),
  search: (page) => page.getByRole("searchbox").waitFor(),
  map: (page) => page.locator(".map > svg").waitFor(),
  projects: (page) => page.waitForFunction((count) => document.querySelectorAll("article.project").length === count, CITY.projects.length),
  charts: (page) => page.waitForFunction((count) => document.querySelectorAll("figure[id^=chart-]").length === count, CITY.indicators.length),
  sources: (page) => page.locator("[aria-labelledby=sources] .sources li").first().waitFor(),
  country: (page) =>
    page.waitForFunction((count) => document.querySelectorAll(".country-rows > details").length === count, country(CITY.country).indicators.length),
  picks: (page) => page.locator("#pick-find").waitFor(),
  states: (page) => page.locator(".states > li").nth(10).waitFor(),
  headlines: (page) => page.locator(".states .cites").first().waitFor(),
  "state's cities": (page) => page.locator(".rows > li > a").first().waitFor(),
  "state's figures": (page) =>
    page.waitForFunction((count) => document.querySelectorAll(".country-rows > details").length === count, country("VNM").indicators.length),
  ranges: (page) => page.locator(".strip").first().waitFor(),
  "every project": (page) => page.waitForFunction(() => document.querySelectorAll(".project-rows > li").length === 195),
  "reports' counts": (page) => page.locator("[aria-labelledby=reports] .sources li").first().waitFor(),
  "project's text": (page) => page.locator(".told-of p").first().waitFor(),
  "like projects": (page) => page.locator("[aria-labelledby=related] .rows a").first().waitFor(),
  counts: (page) => page.locator(".holds dd").first().waitFor(),
  programmes: (page) => page.locator(".program-rows a").nth(123).waitFor(),
  milestones: (page) => page.locator(".milestones > li").first().waitFor({ state: "attached" }),
  "own sources": (page) => page.locator(".sources > li").first().waitFor(),
  "the network": (page) => page.locator("[aria-labelledby=sources] .sources li").first().waitFor(),
  documents: (page) => page.locator(".documents > li").first().waitFor(),
  stories: (page) => page.locator(".story").nth(8).waitFor(),
  field: (page) => page.locator("#search-text").waitFor(),
  "ways on": (page) => page.locator(".ways-on a").first().waitFor(),
  terms: (page) => page.locator("section details strong").first().waitFor({ state: "attached" }),
};
const FRAME = ["heading", "header", "footer"];
const NO_CITIES = { id: "Daftar kota tidak dapat dimuat.", en: "The list of cities could not be loaded." };
const NO_ASEAN = { id: "Data bersama negara anggota tidak dapat dimuat.", en: "What the member states have in common could not be loaded." };
const NO_COUNTRY = { id: "Angka negara tidak dapat dimuat.", en: "The country’s figures could not be loaded." };
const NO_LIST = { id: "Daftar set data ini tidak dapat dimuat.", en: "This list of the data set could not be loaded." };
const NO_PROGRAMS = { id: "Daftar program tidak dapat dimuat.", en: "The list of programmes could not be loaded." };
const NO_PROGRAM = { id: "Program ini tidak dapat dimuat.", en: "This programme could not be loaded." };
const NO_PARTNER = { id: "Program mitra ini tidak dapat dimuat.", en: "This partner’s programmes could not be loaded." };
const NO_PROJECTS = { id: "Daftar proyek tidak dapat dimuat.", en: "The list of projects could not be loaded." };
const NO_COUNTS = { id: "Hitungan laporan jejaring tidak dapat dimuat.", en: "What the network’s reports count could not be loaded." };
const NO_PROJECT = { id: "Data proyek ini tidak dapat dimuat.", en: "This project’s data could not be loaded." };
const PROJECT = `projects/${SLUG}/${CITY.projects[0].id}/`;
const PROFILE = ["city's name", "header", "footer", "map", "projects", "charts", "country", "sources"];

/**
 * Each kind of file, on each kind of page that shows it: the path's end, the words of its message,
 * the parts that need it and the parts that stand without it; faults that leave it whole.
 */
const FILES = [
  { file: "index.json", ending: "/index.json", place: "", failed: NO_CITIES, needs: ["cities", "search", "map"], stands: ["heading", "header", "footer"] },
  { file: "index.json", ending: "/index.json", place: "cities/", failed: NO_CITIES, needs: ["cities", "search", "map"], stands: ["heading", "header", "footer"] },
  { file: "cities/<slug>.json", ending: `/cities/${SLUG}.json`, place: `cities/${SLUG}/`, failed: { id: "Data kota ini tidak dapat dimuat.", en: "This city’s data could not be loaded." }, needs: ["map", "projects", "charts", "country", "sources"], stands: ["city's name", "header", "footer"] },
  { file: "countries/<code>.json", ending: `/countries/${CITY.country}.json`, place: `cities/${SLUG}/`, failed: NO_COUNTRY, needs: ["country"], stands: PROFILE.filter((it) => it !== "country") },
  { file: "lands.json", ending: "/lands.json", place: "", failed: { id: "Peta tidak dapat dimuat.", en: "The map could not be loaded." }, needs: ["map"], stands: ["heading", "header", "footer", "cities", "search"] },
  { file: "lands.json", ending: "/lands.json", place: "cities/", failed: { id: "Peta tidak dapat dimuat.", en: "The map could not be loaded." }, needs: ["map"], stands: ["heading", "header", "footer", "cities", "search"] },
  { file: "lands.json", ending: "/lands.json", place: `cities/${SLUG}/`, failed: { id: "Peta tidak dapat dimuat.", en: "The map could not be loaded." }, needs: ["map"], stands: PROFILE.filter((it) => it !== "map") },
  { file: "index.json", ending: "/index.json", place: "compare/", failed: NO_CITIES, needs: ["picks"], stands: FRAME },
  { file: "asean.json", ending: "/asean.json", place: "countries/", failed: NO_ASEAN, needs: ["headlines"], stands: [...FRAME, "states"] },
  { file: "index.json", ending: "/index.json", place: "countries/VNM/", failed: NO_CITIES, needs: ["state's cities", "map"], stands: [...FRAME, "state's figures", "ranges"] },
  { file: "asean.json", ending: "/asean.json", place: "countries/VNM/", failed: NO_ASEAN, needs: ["ranges"], stands: [...FRAME, "state's cities", "state's figures"] },
  { file: "countries/<code>.json", ending: "/countries/VNM.json", place: "countries/VNM/", failed: NO_COUNTRY, needs: ["state's figures", "ranges"], stands: [...FRAME, "state's cities", "map"] },
  { file: "home.json", ending: "/home.json", place: "", failed: { id: "Cerita tidak dapat dimuat.", en: "The stories could not be loaded." }, needs: ["stories"], stands: [...FRAME, "cities", "search", "map"] },
  { file: "search.json", ending: "/search.json", place: "search/", failed: { id: "Pencarian tidak dapat dimuat.", en: "The search could not be loaded." }, needs: ["ways on"], stands: [...FRAME, "field"] },
  { file: "projects/index.json", ending: "/projects/index.json", place: "projects/", failed: NO_PROJECTS, needs: ["every project", "reports' counts"], stands: FRAME },
  { file: "projects/reports.json", ending: "/projects/reports.json", place: "projects/", failed: NO_COUNTS, needs: ["reports' counts"], stands: [...FRAME, "every project"] },
  { file: "projects/index.json", ending: "/projects/index.json", place: PROJECT, failed: NO_PROJECTS, needs: ["like projects"], stands: [...FRAME, "project's text"] },
  { file: "cities/<slug>.json", ending: `/cities/${SLUG}.json`, place: PROJECT, failed: NO_PROJECT, needs: ["project's text", "like projects"], stands: FRAME },
  // A list of no changes is a list.
  { file: "data/changes.json", ending: "/data/changes.json", place: "data/", failed: NO_LIST, needs: ["counts"], stands: [...FRAME, "terms"], harmless: ["other list"] },
  { file: "programs/index.json", ending: "/programs/index.json", place: "programs/", failed: NO_PROGRAMS, needs: ["programmes"], stands: FRAME },
  // A file that is not there is an address that leads nowhere.
  { file: "programs/<id>.json", ending: "/programs/rok-nusantara.json", place: "programs/rok-nusantara/", failed: NO_PROGRAM, needs: ["milestones", "own sources"], stands: FRAME, harmless: ["404"] },
  { file: "partners/<slug>.json", ending: "/partners/jpn.json", place: "partners/jpn/", failed: NO_PARTNER, needs: ["milestones", "own sources"], stands: FRAME, harmless: ["404"] },
  { file: "data.json", ending: "/data.json", place: "data/", failed: NO_LIST, needs: ["terms"], stands: [...FRAME, "counts"] },
  { file: "network.json", ending: "/network.json", place: "network/", failed: { id: "Data jejaring tidak dapat dimuat.", en: "The data on the network could not be loaded." }, needs: ["the network"], stands: FRAME },
  // Without the file there is no such milestone: see network.test.mjs.
  { file: "network/<id>.json", ending: "/network/annual-7.json", place: "network/annual-7/", failed: { id: "Tonggak ini tidak dapat dimuat.", en: "This milestone could not be loaded." }, needs: ["the network"], stands: FRAME, harmless: ["404"] },
  { file: "documents.json", ending: "/documents.json", place: "documents/", failed: { id: "Daftar dokumen tidak dapat dimuat.", en: "The list of documents could not be loaded." }, needs: ["documents"], stands: FRAME },
];

let server;
let browser;
const table = [];
let pages;

before(async () => {
  server = await serve(DIST, { bare: true });
  browser = await launch();
  pages = new Pages(browser);
});

/** A page at an address, whole when its file is; fails on an error that nobody caught. */
const open = (lang, place, act) =>
  pages.use(server.base, { viewport: { width: 800, height: 900 } }, async (page, problems) => {
    await page.goto(`${server.base}${lang}/${place}`);
    await act(page);
    assert.deepEqual(problems.filter((it) => it.startsWith("page error")), [], "errors nobody caught");
  });

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const { file, ending, place, failed, needs, stands, harmless = [] } of FILES) {
  describe(`${file} on /${place}`, () => {
    for (const [at, fault] of Object.keys(FAULTS).entries()) {
      if (harmless.includes(fault)) continue;
      test(fault, async () => {
        const row = [file, `/${place}`, fault, "FAILED"];
        table.push(row);
        // By turns: each fault is told in both languages, and each file fails in both.
        const lang = LANGS[(at + FILES.findIndex((it) => it.ending === ending && it.place === place)) % LANGS.length];
        server.heal();
        server.fail(ending, fault);
        await open(lang, place, (page) => broken(page, lang));
        row[3] = `ok: ${stands.join(", ")} stand; retry brings ${needs.join(", ")}`;
      });

      async function broken(page, lang) {
        const alert = page.getByRole("alert");
        await alert.filter({ hasText: failed[lang] }).waitFor();
        assert.equal(await alert.count(), 1, "one message for one file");
        assert.ok((await alert.textContent()).includes(WHY[fault][lang]), await alert.textContent());
        await Promise.all(stands.map((part) => PART[part](page, lang)));

        // In vain once: the message stays, or comes again.
        await alert.filter({ hasText: failed[lang] }).waitFor();

        server.heal();
        await alert.getByRole("button", { name: RETRY[lang] }).click();
        await Promise.all([...needs, ...stands].map((part) => PART[part](page, lang)));
        assert.equal(await alert.count(), 0, "the message is gone");
        // The page was not loaded anew: moving on works as before.
        await page.locator(".site-header .site-name").click();
        await PART.search(page);
      }
    }
  });
}

/** The page as the host sends it, which cannot start without its words. */
async function unable(page, lang) {
  for (const words of NOT_RUNNING) {
    await page.getByText(words).waitFor();
  }
  server.heal();
  await page.getByRole("button", { name: RETRY[lang] }).click();
  await Promise.all(PROFILE.map((part) => PART[part](page, lang)));
}

describe("words/<language>.json", () => {
  for (const fault of Object.keys(FAULTS)) {
    test(`${fault} at the start`, async () => {
      const row = ["words/<lang>.json", `/cities/${SLUG}/`, fault, "FAILED"];
      table.push(row);
      for (const lang of LANGS) {
        server.heal();
        server.fail(`/words/${lang}.json`, fault);
        await open(lang, `cities/${SLUG}/`, (page) => unable(page, lang));
      }
      row[3] = "ok: the page says that its interactive parts are not running; retry brings all of it";
    });

    test(`${fault} when the language is switched`, async () => {
      const row = ["words/<lang>.json", "switch of language", fault, "FAILED"];
      table.push(row);
      for (const [lang, other] of [["id", "en"], ["en", "id"]]) {
        server.heal();
        await open(lang, `cities/${SLUG}/`, async (page) => {
          await Promise.all(PROFILE.map((part) => PART[part](page, lang)));
          server.fail(`/words/${other}.json`, fault);
          await page.locator(".languages").getByRole("link", { name: { id: "Bahasa Indonesia", en: "English" }[other] }).click();
          await page.waitForURL(`${server.base}${other}/cities/${SLUG}/`);
          await unable(page, other);
        });
      }
      row[3] = "ok: the page says that its interactive parts are not running; retry brings it in the other language";
    });
  }
});

describe(`index.json on /cities/${SLUG}/`, () => {
  for (const fault of Object.keys(FAULTS)) {
    test(fault, async () => {
      const row = ["index.json", `/cities/${SLUG}/`, fault, "FAILED"];
      table.push(row);
      for (const lang of LANGS) {
        server.heal();
        server.fail("/index.json", fault);
        await open(lang, `cities/${SLUG}/`, async (page) => {
          await Promise.all(PROFILE.map((part) => PART[part](page, lang)));
          assert.equal(await page.getByRole("alert").count(), 0);
        });
      }
      row[3] = `ok: ${PROFILE.join(", ")} stand; nothing is missing`;
    });
  }
});

describe("the app itself", () => {
  for (const ending of [".js", ".wasm"]) {
    for (const fault of ["404", "500", "HTML page with 200", "connection cut"]) {
      test(`${ending}: ${fault}`, async () => {
        server.heal();
        server.fail(ending, fault);
        // A fresh browser: another one has kept the whole file.
        const page = await browser.newPage();
        try {
          await page.goto(`${server.base}id/`);
          for (const words of NOT_RUNNING) await page.getByText(words).waitFor();
          table.push([`*${ending}`, "/", fault, "ok: words in both languages"]);
        } finally {
          await page.close();
        }
      });
    }
  }
});

test("docs/reliability.md tells it", () => {
  const cases = new Map();
  for (const [file, place, fault, outcome] of table) {
    const found = cases.get(`${file} ${place}`) ?? { file, place, faults: [], outcomes: new Set() };
    found.faults.push(fault);
    found.outcomes.add(outcome.replace(/^ok: /, ""));
    cases.set(`${file} ${place}`, found);
  }
  const all = Object.keys(FAULTS);
  const named = (faults) => (all.every((it) => faults.includes(it)) ? "all" : faults.length > 4 ? `all but ${all.filter((it) => !faults.includes(it)).join(", ")}` : faults.join(", "));
  const rows = [...cases.values()].map(({ file, place, faults, outcomes }) => [file, place, named(faults), [...outcomes].join("; ")]);
  keptInDocument("data files", ["file", "page", "faults", "outcome"], rows);
});
