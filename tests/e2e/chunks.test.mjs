// Proves that code which only some pages load may fail to come: for each chunk and each way in which
// a host can fail to give it, the page says so in the reader's language, the rest of it works, and
// its button brings the chunk once it is whole again. And that a page loads no chunk of another.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { launch, withPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { DIST, LANGS } from "./lib/site.mjs";

const FAULTS = ["404", "500", "HTML page with 200", "connection cut"];
const RETRY = { id: "Coba lagi", en: "Try again" };
const WHY = { id: "Sebagian kode situs tidak sampai", en: "Part of the site’s code did not come" };
const NO_PAGE = { id: "Halaman ini tidak dapat dimuat.", en: "This page could not be loaded." };

/** Each chunk with a page that needs it, what the page says without it and what shows that it came. */
const CHUNKS = [
  { name: "front", place: "", failed: NO_PAGE, whole: ".map > svg" },
  { name: "front", place: "cities/", failed: NO_PAGE, whole: ".map > svg" },
  { name: "indicators", place: "indicators/", failed: NO_PAGE, whole: "main li a" },
  { name: "explorer", place: "indicators/stunting-prevalence/", failed: NO_PAGE, whole: "figure .stage svg" },
  { name: "places", place: "compare/", failed: NO_PAGE, whole: "#pick-find" },
  { name: "places", place: "countries/VNM/", failed: NO_PAGE, whole: ".country-rows > details" },
  { name: "projects", place: "projects/", failed: NO_PAGE, whole: ".project-rows a" },
  { name: "projects", place: "projects/manila/command-centre/", failed: NO_PAGE, whole: ".told-of p" },
  { name: "places", place: "data/", failed: NO_PAGE, whole: ".holds dd" },
  { name: "programs", place: "programs/", failed: NO_PAGE, whole: ".program-rows a" },
  { name: "programs", place: "partners/jpn/", failed: NO_PAGE, whole: ".sources > li" },
  { name: "network", place: "network/", failed: NO_PAGE, whole: ".sources li" },
  { name: "network", place: "about/", failed: NO_PAGE, whole: "#contact" },
  { name: "search", place: "search/", failed: NO_PAGE, whole: ".ways-on a" },
];
const FILES = readdirSync(DIST).filter((file) => file.endsWith(".wasm") && !file.startsWith("ascn-atlas-"));
const fileOf = (chunk) => FILES.find((file) => file.startsWith(`${chunk}-`));

let server;
let browser;
before(async () => {
  server = await serve(DIST, { bare: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page of a fresh browser, which has kept no chunk; fails on an error that nobody caught. */
async function open(place, act) {
  await withPage(browser, { viewport: { width: 800, height: 900 } }, async (page) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(server.base + place);
    await act(page);
    assert.deepEqual(errors, [], "errors nobody caught");
  });
}

for (const [row, { name, place, failed, whole }] of CHUNKS.entries()) {
  describe(`chunk ${name} on /${place}`, () => {
    for (const [column, fault] of FAULTS.entries()) {
      // Turn and turn about: each fault, and each page without its code, in both languages.
      const lang = LANGS[(row + column) % LANGS.length];
      test(`${fault}, in ${lang}`, async () => {
        server.heal();
        server.fail(fileOf(name), fault);
        await open(`${lang}/${place}`, async (page) => {
          const alert = page.getByRole("alert");
          await alert.filter({ hasText: failed[lang] }).waitFor();
          assert.equal(await alert.count(), 1, "one message");
          assert.ok((await alert.textContent()).includes(WHY[lang]), await alert.textContent());
          await page.locator(".site-header").getByRole("link").first().waitFor();
          server.heal();
          await alert.getByRole("button", { name: RETRY[lang] }).click();
          await page.locator(whole).first().waitFor();
          await alert.waitFor({ state: "detached" });
        });
      });
    }
  });
}

describe("chunk take", () => {
  for (const [column, fault] of FAULTS.entries()) {
    const lang = LANGS[column % LANGS.length];
    test(`${fault}, in ${lang}`, async () => {
      server.heal();
      server.fail(fileOf("take"), fault);
      await open(`${lang}/indicators/stunting-prevalence/`, async (page) => {
        await page.locator("figure .stage svg").first().waitFor();
        const told = page.locator("#told-view .told");
        const save = page.locator("[data-take=csv]");
        await save.click();
        await told.filter({ hasText: WHY[lang] }).waitFor();
        server.heal();
        const download = page.waitForEvent("download");
        await save.click();
        await told.filter({ hasText: WHY[lang] }).waitFor({ state: "detached" });
        assert.match((await download).suggestedFilename(), /^[\w.-]+\.csv$/);
      });
    });
  }

  test("what is asked for while it is on its way is done when it is there", async () => {
    server.heal();
    await open("en/indicators/", async (page) => {
      let arrive;
      const held = new Promise((resolve) => (arrive = resolve));
      await page.route(`**/${fileOf("take")}`, async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`${server.base}en/indicators/stunting-prevalence/`);
      await page.locator("figure .stage svg").first().waitFor();
      const download = page.waitForEvent("download");
      await page.locator("[data-take=csv]").click();
      await page.locator("#told-view .told").filter({ hasText: "Loading" }).waitFor();
      arrive();
      assert.match((await download).suggestedFilename(), /\.csv$/);
    });
  });
});

describe("chunks", () => {
  for (const [place, wanted] of [["cities/sumedang/", []], ["", ["front"]], ["data/", ["places"]], ["indicators/", ["indicators"]]]) {
    test(`/${place} loads ${wanted.join(", ") || "none"}, each file once`, async () => {
      server.heal();
      const page = await browser.newPage();
      const asked = [];
      page.on("request", (request) => asked.push(request.url().split("/").at(-1)));
      await page.goto(`${server.base}en/${place}`);
      await page.locator("h1:not(:empty)").waitFor();
      await page.waitForLoadState("networkidle");
      await page.close();
      const wasm = asked.filter((file) => FILES.includes(file));
      const own = wasm.filter((file) => !file.startsWith("shared-"));
      assert.deepEqual(own, wanted.map(fileOf));
      assert.equal(new Set(wasm).size, wasm.length);
    });
  }
});
