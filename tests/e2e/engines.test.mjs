// Proves that the site works in Firefox and WebKit as it does in Chromium, which all other journeys
// use: each kind of page in both languages, charts, readout by keyboard, filters, moving and going
// back, an address that leads nowhere.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Key } from "selenium-webdriver";

import { inEachEngine } from "./lib/engines.mjs";
import { serve } from "./lib/server.mjs";
import { city, country, DIST, INDEX } from "./lib/site.mjs";

const SLUG = "sumedang";
const { city: CITY } = city(SLUG);

let server;
before(async () => {
  server = await serve(DIST);
});
after(() => server?.close());

inEachEngine((engine, name) => {
  const page = () => engine.session;
  // Until the app has taken over, the same stands there, but what is found of it will be gone.
  const go = async (path) => {
    await page().get(server.base + path);
    await found("[data-island]");
  };
  const { all, found, holds, run } = engine;
  const heading = (text) => holds(`the heading ${text}`, "return document.querySelector('h1')?.textContent === arguments[0]", text);
  const count = (css, wanted) => holds(`${wanted} of ${css}`, async () => (await all(css)).length === wanted);
  const path = async () => (await page().getCurrentUrl()).slice(server.base.length);

  test("the root leads to a language, the front page to a city", async () => {
    await go("");
    await holds("a language in the address", async () => /^(id|en)\/$/.test(await path()));
    await go("en/");
    await count(".by-country a", INDEX.cities.length);
    await (await found("#find")).sendKeys("Makasar", Key.ENTER);
    await count(".rows a", 1);
    assert.equal(await path(), "en/cities/?q=Makasar");
    await (await found(".rows a")).click();
    await heading("Makassar");
    await page().navigate().back();
    await count(".rows a", 1);
  });

  for (const lang of ["id", "en"]) {
    test(`a profile in ${lang}: projects, charts, table, readout`, async () => {
      await go(`${lang}/cities/${SLUG}/`);
      await heading(CITY.name[lang]);
      await count("article.project", CITY.projects.length);
      await count(".country-rows > details", country(CITY.country).indicators.length);
      // Until then later sections take no room, and nothing can be scrolled to.
      await found("html:has([data-island])");
      const figure = await found("figure[id^=chart-]");
      await run("arguments[0].scrollIntoView()", figure);
      await found("figure[id^=chart-] .stage svg path");
      const readout = await found("figure[id^=chart-] [role=slider]");
      await readout.sendKeys(Key.HOME);
      const [[year]] = CITY.indicators[0].series[0].points;
      assert.match(await readout.getAttribute("aria-valuetext"), new RegExp(String(year)));
      assert.ok((await all("figure[id^=chart-] .chart-table tbody tr")).length > 1);
      assert.equal((await all(".failure:not([hidden])")).length, 0);
      const wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
      assert.equal(await run(wide), 0, "nothing is wider than the window");
    });
  }

  test("code that only some pages load comes", async () => {
    await go("en/");
    await found(".map > svg a");
    await go("en/indicators/hdi/");
    await found("#chart .stage svg path");
    await go("id/countries/VNM/");
    await found(".country-rows > details");
    assert.equal((await all(".failure:not([hidden])")).length, 0);
  });

  test("the language is switched in place, the theme is kept", async () => {
    await go(`id/cities/?q=jakarta`);
    await count(".rows a", 1);
    await (await found(".languages [lang=en]")).click();
    await heading("Cities of the network");
    assert.equal(await path(), "en/cities/?q=jakarta");
    await (await found(".theme option[value=dark]")).click();
    await page().navigate().refresh();
    await heading("Cities of the network");
    assert.equal(await run("return document.documentElement.dataset.theme"), "dark");
  });

  test("an address that leads nowhere", async () => {
    await go("en/nothing/here/");
    await heading("Page not found");
    await (await found("a.button")).click();
    await heading("Cities of the network");
  });
});
