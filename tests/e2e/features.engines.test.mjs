// Proves in Firefox and WebKit the features that engines.test.mjs leaves out: the list of projects and
// its filters, the timeline, the comparison, the search above a page, taking values away, the
// offer to save the atlas, and what is said when a file or the app does not come, with the retry and the way back,
// or when the app stops.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Key } from "selenium-webdriver";

import { inEachEngine } from "./lib/engines.mjs";
import { serve } from "./lib/server.mjs";
import { city, DIST } from "./lib/site.mjs";
import { trapAll } from "./lib/trap.mjs";
import { otherSite } from "./lib/widgets.mjs";

let server;
before(async () => {
  server = await serve(DIST);
});
after(() => server?.close());

inEachEngine((engine) => {
  const page = () => engine.session;
  const { all, found, holds, run } = engine;
  const go = async (path) => {
    server.heal();
    await page().get(server.base + path);
    await found("[data-island]");
  };
  const count = (css, wanted) => holds(`${wanted} of ${css}`, "return document.querySelectorAll(arguments[0]).length === arguments[1]", css, wanted);
  const path = async () => (await page().getCurrentUrl()).slice(server.base.length);

  test("projects: words filter the list and stand in the address", async () => {
    await go("en/projects/");
    const before = (await all(".project-rows > li")).length;
    await (await found(".filters input")).sendKeys("Sumedang");
    await holds("fewer rows", "const now = document.querySelectorAll('.project-rows > li').length; return now > 0 && now < arguments[0]", before);
    await holds("the address", "return location.search.includes('Sumedang')");
  });

  test("programmes: the timeline is drawn", async () => {
    await go("en/programs/");
    // The timeline may be drawn anew meanwhile.
    await found(".tl svg");
    await run("document.querySelector('.tl').scrollIntoView({ block: 'center' })");
    await holds("items", "return document.querySelectorAll('.tl .tl-item').length > 10");
  });

  test("comparison: a city is picked and stands in the address", async () => {
    await go("en/compare/?cities=hanoi");
    await (await found("#pick-find")).sendKeys("makassar");
    const pick = "const it = [...document.querySelectorAll('main button, main input[type=checkbox], main label')].find((it) => it.textContent.includes('Makassar') || it.value === 'makassar'); it?.click(); return !!it";
    await holds("the city to pick", pick);
    await holds("the address", "return location.search.includes('makassar')");
  });

  test("the search above a page: slips are forgiven, Escape gives the focus back", async () => {
    await go("en/cities/");
    await (await found("body")).sendKeys("/");
    await (await found("dialog[open] input[type=search]")).sendKeys("sumedag");
    await holds("what was found", "return [...document.querySelectorAll('dialog[open] a')].some((it) => it.textContent.startsWith('Sumedang'))");
    await (await found("dialog[open] input[type=search]")).sendKeys(Key.ESCAPE);
    await count("dialog[open]", 0);
  });

  test("values are handed over as a file", async () => {
    await go("en/indicators/hdi/");
    await run("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => (blob.text().then((it) => saved.push(it)), make.call(URL, blob))");
    await holds("the button", "const it = document.querySelector('[data-take=csv]'); it?.scrollIntoView(); return !!it");
    await (await found("[data-take=csv]")).click();
    await holds("the file", "return saved.length === 1 && saved[0].split('\\r\\n').length > 100");
  });

  test("saving for reading without a network is offered", async () => {
    await go("en/about/");
    await holds("the button", "return document.querySelector('atlas-offline .offline-part button')?.textContent.startsWith('Save for reading')");
  });

  for (const [fault, words] of [["500", "The server answered with an error (status 500)."], ["connection cut", "No connection to the server."]]) {
    test(`a file that does not come (${fault}): words, a retry that works, the way back`, async () => {
      await go("en/cities/");
      server.fail("/cities/hanoi.json", fault);
      await (await found(".rows a[href$='cities/hanoi/']")).click();
      await holds("the words", "return [...document.querySelectorAll('[role=alert]')].some((it) => it.textContent.includes(arguments[0]))", words);
      await page().navigate().back();
      await count(".rows a", 38);
      await page().navigate().forward();
      await found("main [role=alert] button");
      server.heal();
      await (await found("main [role=alert] button")).click();
      await count("article.project", city("hanoi").city.projects.length);
      assert.equal(await path(), "en/cities/hanoi/");
    });
  }

  test("what does not come costs a page of the host nothing", async () => {
    // Code is kept by the browser from before; the words are asked for each time.
    server.fail("/words/en.json", "404");
    await page().get(`${server.base}en/cities/sumedang/`);
    await holds("words in both languages", "const it = document.getElementById('start-failed'); return !it.hidden && it.checkVisibility()");
    await count("article.project", city("sumedang").city.projects.length);
    server.heal();
    await (await found("#start-failed button")).click();
    await found("[data-island]");
  });

  test("a takeover that traps begins anew, once, in a frame as well", async () => {
    // Of its own: of the other one the browser has kept the code.
    const [own, host] = await Promise.all([serve(DIST), otherSite()]);
    try {
      trapAll(own);
      const place = "en/cities/sumedang/";
      const framed = host.show(`<!doctype html><iframe width="600" height="600" src="${own.base}${place}"></iframe>`);
      for (const [address, visits] of [[own.base + place, 2], [framed, 4]]) {
        await page().get(address);
        if (address === framed) await page().switchTo().frame(0);
        await holds("the words", "return document.getElementById('start-failed')?.hidden === false");
        assert.equal(own.asked.filter((it) => it === place).length, visits);
        assert.equal((await all("[data-island]")).length, 0);
        await count("article.project", city("sumedang").city.projects.length);
        await page().switchTo().defaultContent();
      }
    } finally {
      await Promise.all([own.close(), host.close()]);
    }
  });
});
