// Proves that the atlas can be saved in Firefox and is then read without a network, in both languages.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { start } from "./lib/engines.mjs";
import { serve } from "./lib/server.mjs";
import { city, DIST } from "./lib/site.mjs";

describe("Firefox", () => {
  let server;
  let engine;
  before(async () => {
    server = await serve(DIST, { prefix: "/some/path/" });
    engine = await start("Firefox");
  });
  after(async () => {
    await engine?.close();
    await server?.close();
  });

  const page = () => engine.session;
  const found = (css) => engine.found(css);
  const text = (css, words) => engine.holds(words, "return document.querySelector(arguments[0])?.textContent.includes(arguments[1])", css, words);

  test("saves the atlas and reads all kinds of pages when the host is gone", async () => {
    await page().get(`${server.base}en/about/`);
    // Until the app has taken over, the same stands there, but what is found of it will be gone.
    await found("[data-island]");
    await (await found("atlas-offline .offline-part button")).click();
    await text("atlas-offline .offline-part", "Everything is saved");
    await server.close();
    const headings = {
      en: { "cities/sumedang/": city("sumedang").city.name.en, "cities/": "Cities of the network", "about/": "About the atlas" },
      id: { "cities/sumedang/": city("sumedang").city.name.id, "no/such/page/": "Halaman tidak ditemukan" },
    };
    for (const [lang, places] of Object.entries(headings)) {
      for (const [place, heading] of Object.entries(places)) {
        await page().get(`${server.base}${lang}/${place}`);
        await text("h1", heading);
        assert.equal((await engine.all("[role=alert]:not([hidden])")).length, 0, place);
      }
      for (const place of ["", "indicators/hdi/", "compare/?cities=jakarta,hanoi", "countries/VNM/", "programs/", "projects/", "network/", "documents/", "data/", "search/?q=air"]) {
        await page().get(`${server.base}${lang}/${place}`);
        await found("main h1");
        await engine.holds(place, "return document.querySelector('#app main h1') && !document.querySelector('main .loading')");
        assert.equal((await engine.all("[role=alert]:not([hidden])")).length, 0, place);
      }
    }
    // And by its links.
    await (await found(".site-header .site-name")).click();
    await (await found(".by-country a")).click();
    await found("figure[id^=chart-]");
    await page().get(`${server.base}id/about/`);
    await text("atlas-offline .offline-part", "Tersimpan lengkap");
  });
});
