// Proves in Firefox and WebKit that live widgets run in a sandbox on another site and from a page on a
// disk, draw what Chromium draws, are read by keys, take choices, tell their height, and keep the fixed
// chart where the code cannot run.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { By, Key } from "selenium-webdriver";

import { frame, otherPage, otherSite } from "./lib/embeds.mjs";
import { inEachEngine, LONG } from "./lib/engines.mjs";
import { serve } from "./lib/server.mjs";
import { DIST, indicatorPage, number } from "./lib/site.mjs";

const LISTEN = "<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>";

let folder;
let server;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "live-"));
  server = await serve(DIST);
});
after(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true });
});

inEachEngine((engine, name) => {
  const page = () => engine.session;
  const run = (script, ...given) => page().executeScript(script, ...given);
  const holds = (what, script, ...given) => page().wait(() => run(script, ...given), LONG, what);
  const widget = (file, query) => `${server.base}widgets/live/${file}.html?${query}`;
  const into = async (url) => {
    await page().get(url);
    await page().switchTo().frame(await engine.found("iframe"));
  };
  /** As a reader's pointer that comes to it. */
  const wake = async () => {
    await engine.found(".stage svg");
    await run("document.body.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))");
  };
  const lives = async () => {
    await wake();
    await engine.found("html[data-live] #picture svg");
  };

  test("in a sandbox on another site: picture, keys, choices, height", async () => {
    const other = await otherSite(LISTEN + frame(widget("chart/hdi", "lang=en&places=IDN,VNM"), 'sandbox="allow-scripts"'));
    try {
      await into(other.base);
      await lives();
      // WebKit's driver takes no slider for an element that keys can be sent to.
      await (await engine.found("[data-kind=line]")).click();
      await run("document.querySelector('#readout').focus()");
      await page().actions().sendKeys(Key.HOME).perform();
      const [year, value] = indicatorPage("hdi").indicator.series.find((it) => it.place === "IDN").points[0];
      await holds("the point", "return document.querySelector('#readout').getAttribute('aria-valuetext') === arguments[0]", `Indonesia, ${year}: ${number(value, "en")}`);
      await (await engine.found("#places summary")).click();
      await (await engine.found("[data-place=SGP]")).click();
      await holds("the place", "return document.querySelector('#picture').textContent.includes('Singapore')");
      await (await engine.found("[data-kind=bars]")).click();
      await engine.found("#picture .bar");
      const height = await run("return Math.ceil(document.documentElement.getBoundingClientRect().height)");
      await page().switchTo().defaultContent();
      await holds("the height", "return heard.filter((it) => it.type === 'ascn-atlas:height').pop()?.height === arguments[0]", height);
    } finally {
      await other.close();
    }
  });

  test("in a page from a disk", async () => {
    const file = join(folder, `${name}.html`);
    await writeFile(file, otherPage(frame(widget("chart/region-hdi", "lang=id"), 'sandbox="allow-scripts"')));
    await into(pathToFileURL(file).href);
    await lives();
  });

  test("the widget's own file from a disk", async () => {
    await page().get(`${pathToFileURL(join(DIST, "widgets/live/chart/hdi.html")).href}?lang=en`);
    await lives();
  });

  test("cities side by side", async () => {
    const other = await otherSite(frame(widget("compare", "lang=en&places=hanoi,yangon"), 'sandbox="allow-scripts"'));
    try {
      await into(other.base);
      await engine.found("html[data-live] #compared table");
      const heads = await page().findElements(By.css("#compared thead th"));
      assert.deepEqual(await Promise.all(heads.map((it) => it.getText())), ["Hanoi", "Yangon"]);
    } finally {
      await other.close();
    }
  });

  test("code that broke off leaves the fixed chart, which says so", async () => {
    const html = await readFile(join(DIST, "widgets/live/chart/hdi.html"), "utf8");
    const file = join(folder, `broken-${name}.html`);
    await writeFile(file, html.replace(/id="code">([^<]{5000})[^<]*/, 'id="code">$1'));
    await page().get(`${pathToFileURL(file).href}?lang=en`);
    await wake();
    await holds("the words", "return [...document.querySelectorAll('.failed')].some((it) => it.checkVisibility() && it.textContent.startsWith('This chart could not be made interactive here.'))");
    assert.ok(await run("return [...document.querySelectorAll('.fixed[lang=en] .stage svg')].some((it) => it.checkVisibility())"));
  });
});
