// Proves in Firefox and WebKit that live widgets run on every kind of page of another site, ten on one
// page and alone from a disk, ask for nothing but their file, draw what Chromium draws, are read by keys,
// take choices, tell their height, take nothing else from an address or a message, and keep the fixed
// chart where the code cannot run.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { Key } from "selenium-webdriver";

import { frame, otherSite } from "./lib/embeds.mjs";
import { inEachEngine } from "./lib/engines.mjs";
import { HOSTILE } from "./lib/live.mjs";
import { serve } from "./lib/server.mjs";
import { DIST, indicatorPage, INDICATORS, number } from "./lib/site.mjs";
import { article, frame as framed, MESSAGES, otherSite as otherSites, SETTINGS } from "./lib/widgets.mjs";

const LISTEN = "<script>heard = []; addEventListener('message', ({ data, source }) => heard.push({ ...data, from: Array.from(frames).indexOf(source) }))</script>";

let folder;
let server;
let others;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "live-"));
  [server, others] = await Promise.all([serve(DIST), otherSites()]);
});
after(async () => {
  await Promise.all([server?.close(), others?.close()]);
  if (folder) await rm(folder, { recursive: true });
});

inEachEngine((engine, name) => {
  const page = () => engine.session;
  const { holds, run } = engine;
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

  test("the widget's own file from a disk", async () => {
    await page().get(`${pathToFileURL(join(DIST, "widgets/live/chart/hdi.html")).href}?lang=en`);
    await lives();
  });

  /** A page of another site, or one on a disk, with a frame for each address. */
  const show = async (urls, { frame: attributes, headers, disk, ...around } = {}) => {
    await page().switchTo().defaultContent();
    const html = article(urls.map((it) => framed(it, attributes)).join(""), { head: LISTEN, ...around });
    if (!disk) return page().get(others.show(html, headers?.(server.base)));
    const path = join(folder, `${name}.html`);
    await writeFile(path, html);
    return page().get(pathToFileURL(path).href);
  };
  const within = async (at) => {
    await page().switchTo().defaultContent();
    await page().switchTo().frame(at);
  };

  for (const [how, setting] of Object.entries(SETTINGS)) {
    test(`a chart and a comparison: ${how}`, async () => {
      const before = server.asked.length;
      await show([widget("chart/region-hdi", "lang=id"), widget("compare", "lang=en&places=hanoi,yangon")], setting);
      for (const [at, [heading, live]] of [
        [indicatorPage("region-hdi").indicator.name.id, "html[data-live] #picture svg"],
        ["Hanoi", "html[data-live] #compared table"],
      ].entries()) {
        await within(at);
        if (setting.scripts) {
          if (at === 0) await wake();
          await engine.found(live);
        }
        // Without scripts both languages stand there, those of the start.
        const words = setting.scripts ? heading : [heading, "Sumedang"][at];
        await holds(words, async () => (await (await engine.found("body")).getText()).includes(words));
      }
      const asked = server.asked.slice(before).map((it) => it.split("?")[0]);
      assert.deepEqual(asked.sort(), ["widgets/live/chart/region-hdi.html", "widgets/live/compare.html"]);
    });
  }

  test("ten on one page run, and each tells its own height", async () => {
    const ids = INDICATORS.slice(0, 10).map(({ id }) => id);
    await show(ids.map((id) => widget(`chart/${id}`, "lang=en")));
    const heights = [];
    for (const at of ids.keys()) {
      await within(at);
      await lives();
      heights.push(await run("return Math.ceil(document.documentElement.getBoundingClientRect().height)"));
    }
    await page().switchTo().defaultContent();
    await holds("the heights", "return arguments[0].every((height, at) => heard.findLast(({ from, type }) => from === at && type === 'ascn-atlas:height')?.height === height)", heights);
  });

  test("hostile addresses and messages change nothing", async () => {
    await show(["", ...HOSTILE].map((query) => widget("chart/hdi", query)), { frame: "" });
    const plain = [];
    for (const [at, query] of ["", ...HOSTILE].entries()) {
      await within(at);
      // Some addresses start the code, and so does a wide frame: all are read when it has drawn.
      await wake();
      await engine.found("html[data-live] #picture > svg");
      const shown = await run("return document.querySelector('main').innerHTML + JSON.stringify({ ...document.documentElement.dataset })");
      plain.push(shown);
      assert.equal(shown, plain[0], query);
    }
    await show([widget("chart/hdi", "")]);
    await within(0);
    await lives();
    const content = () => run("return document.querySelector('main').innerHTML");
    const before = await content();
    await page().switchTo().defaultContent();
    const count = await run(`const all = ${MESSAGES}; for (const it of all) frames[0].postMessage(it, "*"); return all.length`);
    assert.ok(count >= 40, String(count));
    // Messages come in order: the answer to a question comes after what all others did.
    await run("heard = []; frames[0].postMessage('ascn-atlas:height?', '*')");
    await holds("the answer", "return heard.length > 0");
    await within(0);
    assert.equal(await content(), before);
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
