// Proves that widgets tell their height and that embed.js sets it: right to the pixel after loading,
// after the frame's width, the widget's text or its content changes, once for each change; that neither
// takes anything else from the other; and that no value in an address, an attribute or a message does
// more than it should.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { DIST } from "./lib/site.mjs";
import { article, file, frame, KINDS, MESSAGES, otherSite } from "./lib/widgets.mjs";

let browser;
let atlas;
let other;
before(async () => {
  [browser, atlas, other] = await Promise.all([launch(), serve(DIST), otherSite()]);
});
after(() => Promise.all([browser?.close(), atlas?.close(), other?.close()]));

const script = () => `<script src="${atlas.base}widgets/embed.js" async></script>`;
/** One of each kind, and one more. */
const FILES = [...Object.values(KINDS).map(([name]) => file("en", name)), file("id", Object.values(KINDS)[0][0])];

/** Whether a frame is exactly as high as what it shows. */
const FITS = () => document.querySelector("h1") && innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height);

/** Waits until every frame is exactly as high as what it shows. */
async function fits(page) {
  const frames = page.frames().slice(1);
  for (const inside of frames) {
    const element = await inside.frameElement();
    await page.waitForFunction((it) => it.style.height !== "", element);
    // A browser draws no frame that is out of sight, and observes nothing in it.
    await element.scrollIntoViewIfNeeded();
    await inside.waitForFunction(FITS, undefined, { polling: 50 });
    const { across, down } = await inside.evaluate(() => {
      const root = document.scrollingElement;
      return { across: innerWidth - root.clientWidth, down: root.scrollHeight - innerHeight };
    });
    assert.deepEqual({ across, down }, { across: 0, down: 0 }, `scrollbars of ${inside.url()}`);
  }
  return frames;
}

describe("the height", () => {
  for (const [where, build] of Object.entries({
    "the script before its frames": (frames) => article(frames, { head: script().replace(" async", "") }),
    "the script after its frames": (frames) => article(frames + script()),
    "borders that count": (frames) => article(frames.replaceAll("border:0", "border:3px solid"), { head: `${script()}<style>*{box-sizing:border-box}iframe{padding:2px}</style>` }),
  })) {
    test(`of ten widgets on one page: ${where}`, () =>
      withPage(browser, { viewport: { width: 700, height: 900 } }, async (page) => {
        const problems = watch(page, "");
        await page.goto(other.show(build(FILES.map((it) => frame(atlas.base + it)).join(""))));
        await fits(page);
        assert.equal(page.frames().length, FILES.length + 1);
        assert.ok(FILES.length >= 10);
        assert.deepEqual(problems, []);
      }));
  }

  test("is set for all frames of a page, those out of sight too, before a reader comes to them", () =>
    withPage(browser, { viewport: { width: 700, height: 300 } }, async (page) => {
      await page.goto(other.show(article(FILES.map((it) => frame(atlas.base + it)).join(""), { head: script() })));
      await page.waitForFunction(() => [...document.querySelectorAll("iframe")].every((it) => it.style.height !== ""));
      const length = () => page.evaluate(() => document.documentElement.scrollHeight);
      const before = await length();
      await fits(page);
      assert.equal(await length(), before, "the page does not grow under a reader");
    }));

  test("after the width, the text and the content change, and back", () =>
    withPage(browser, { viewport: { width: 700, height: 900 } }, async (page) => {
      await page.goto(other.show(article(FILES.map((it) => frame(atlas.base + it)).join(""), { head: script() })));
      const frames = await fits(page);
      const heights = () => page.locator("iframe").evaluateAll((all) => all.map((it) => it.style.height));
      const first = await heights();
      for (const width of [320, 260, 1100, 700]) {
        await page.setViewportSize({ width, height: 900 });
        await fits(page);
      }
      assert.deepEqual(await heights(), first, "as before at the width of before");
      for (const inside of frames) await inside.evaluate(() => (document.body.style.fontSize = "25px"));
      await fits(page);
      assert.notDeepEqual(await heights(), first);
      for (const inside of frames) await inside.evaluate(() => (document.body.style.fontSize = ""));
      await fits(page);
      for (const inside of frames) for (const it of await inside.locator("summary").all()) await it.click();
      await fits(page);
    }));

  test("is told once for each change, in every form, and host pages do not jump afterwards", () =>
    withPage(browser, { viewport: { width: 700, height: 900 } }, async (page) => {
      const listen = `<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>`;
      const src = atlas.base + FILES[2];
      await page.goto(other.show(article(frame(src), { head: listen + script() })));
      const [inside] = await fits(page);
      const height = await inside.evaluate(() => innerHeight);
      const told = () => page.evaluate(() => heard);
      const wanted = [
        { type: "ascn-atlas:height", height },
        { sentinel: "amp", type: "embed-size", height },
        { "datawrapper-height": { "ascn-atlas": height } },
        JSON.stringify({ src, context: "iframe.resize", height }),
      ];
      // What follows from a question or a new height comes within two frames.
      const frames = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
      await frames();
      // Again when the script asked: as it came, when the page was read, and when all was loaded.
      const all = await told();
      assert.equal(all.length % wanted.length, 0);
      assert.ok(all.length <= 4 * wanted.length, JSON.stringify(all));
      for (let at = 0; at < all.length; at += wanted.length) assert.deepEqual(all.slice(at, at + wanted.length), wanted);
      const top = () => page.locator("#after").evaluate((it) => it.getBoundingClientRect().top);
      const stands = await top();
      await frames();
      assert.equal((await told()).length, all.length);
      await page.setViewportSize({ width: 700, height: 500 });
      await frames();
      assert.equal((await told()).length, all.length, "the height of the window is none of its business");
      assert.equal(await top(), stands);
      await page.setViewportSize({ width: 400, height: 500 });
      await fits(page);
      await frames();
      const later = (await told()).slice(all.length);
      assert.deepEqual(later.length, wanted.length, JSON.stringify(later));
    }));

  test("a widget that is no frame tells nobody, and one without a script has the height of its snippet", () =>
    withPage(browser, {}, async (page) => {
      const problems = watch(page, "");
      await page.addInitScript(() => {
        window.heard = [];
        addEventListener("message", ({ data }) => heard.push(data));
      });
      await page.goto(atlas.base + FILES[0]);
      assert.deepEqual(await page.evaluate(() => heard), []);
      await page.goto(other.show(article(frame(atlas.base + FILES[0], 'sandbox=""') + script())));
      await page.frames()[1].waitForLoadState();
      assert.equal(await page.locator("iframe").evaluate((it) => it.clientHeight), 300);
      assert.deepEqual(problems.filter((it) => !/Blocked script execution/.test(it)), []);
    }));
});

/** What may stand in the address of a widget and must change nothing. */
const QUERIES = [
  ["theme", "DARK", "Dark", "dark%20", "dark%00", "dark;", "auto%22%3E", "url(x)", "%3Cscript%3Ealert(1)%3C/script%3E", "constructor", "__proto__", "dark%0Alight", "\u0434ark", "1"],
  ["accent", "red", "%23ffffff", "fffff", "fffffff", "ff;}*{", "%2B12345", "-1-2-3", "0x1234", "var(--x)", "url(//a.example/)", "\uff11\uff11\uff11\uff11\uff11\uff11", "1e5e5g", "ffffff%00", "rgb(0,0,0)", "%00%00%00", "%F0%9F%92%A9"],
  ["border", "", "00", "none", "false", "-0", "0.0", "0%20", "\u0660", "0;position:fixed", "null"],
  ["minimal", "true", "01", "1.0", "yes", "1%20", "\u0661", "%3Cimg src=x onerror=alert(1)%3E", "1&minimal=2"],
].flatMap(([name, ...values]) => values.map((value) => `${name}=${value}`));
QUERIES.push("x=1&&&==&%", "%", "theme", "=dark", "__proto__=1", "theme[]=dark", "lang=id", "constructor=1", "#theme=dark", "theme=dark&theme=x", "accent=ff0000&accent=red", "a".repeat(8000));

test(`none of ${QUERIES.length} hostile addresses changes anything`, () =>
  withPage(browser, {}, async (page) => {
    assert.ok(QUERIES.length >= 40);
    const problems = watch(page, "");
    const seen = async (query) => {
      await page.goto(`${atlas.base}${FILES[0]}?${query}`);
      return page.evaluate(() => document.documentElement.outerHTML);
    };
    const plain = await seen("");
    for (const query of QUERIES) assert.equal(await seen(query), plain, query);
    // What is meant does change it.
    for (const query of ["theme=dark", "accent=ff0000", "border=0", "minimal=1"]) assert.notEqual(await seen(query), plain, query);
    assert.deepEqual(problems, []);
  }));

describe("messages", () => {
  test("that a page takes from nobody", () =>
    withPage(browser, {}, async (page) => {
      const problems = watch(page, "");
      await page.goto(other.show(article(frame(atlas.base + FILES[0]) + frame(`${other.base}none.html`), { head: script() })));
      await page.waitForFunction(() => document.querySelector("iframe").style.height !== "");
      const style = () => page.evaluate(() => [document.documentElement, ...document.querySelectorAll("body *")].map((it) => it.getAttribute("style")).join("|"));
      const [, inside] = page.frames();
      await inside.waitForFunction(FITS, undefined, { polling: 50 });
      const before = await style();
      const count = await inside.evaluate((list) => {
        const all = (0, eval)(list);
        for (const it of all) parent.postMessage(it, "*");
        return all.length;
      }, MESSAGES);
      assert.ok(count >= 40, String(count));
      // What is right, but from a window that is no widget of this atlas: another frame, and the page itself.
      await page.frames()[2].evaluate(() => parent.postMessage({ type: "ascn-atlas:height", height: 777 }, "*"));
      await page.evaluate(() => postMessage({ type: "ascn-atlas:height", height: 778 }, "*"));
      // Messages come in order: when the last is there, all were.
      await page.evaluate(() => new Promise((resolve) => (addEventListener("message", ({ data }) => data === "last" && resolve()), postMessage("last", "*"))));
      await inside.evaluate(() => parent.postMessage({ type: "ascn-atlas:height", height: 700.2 }, "*"));
      await page.waitForFunction(() => document.querySelector("iframe").style.height === "701px");
      assert.equal(await style(), before.replace(/height: \d+px/, "height: 701px"));
      assert.deepEqual(problems.filter((it) => !it.includes("none.html") && !/404/.test(it)), []);
    }));

  test("that a widget takes from nobody", () =>
    withPage(browser, {}, async (page) => {
      const problems = watch(page, "");
      await page.goto(other.show(article(frame(atlas.base + FILES[0]), { head: `<script>window.heard = []; addEventListener("message", ({ data }) => heard.push(data));</script>` })));
      const [, inside] = page.frames();
      await inside.waitForLoadState();
      const height = await inside.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
      await page.waitForFunction((it) => heard.some((data) => data?.height === it), height);
      const first = await page.evaluate(() => heard.length);
      const seen = () => inside.evaluate(() => document.documentElement.outerHTML);
      const before = await seen();
      await page.evaluate((list) => {
        const it = frames[0];
        for (const message of (0, eval)(list)) it.postMessage(message, "*");
        it.postMessage("ascn-atlas:height?", "*");
      }, MESSAGES);
      // The one question is answered, in the four forms, and nothing else is.
      await page.waitForFunction((it) => heard.length >= it, first + 4);
      assert.equal(await page.evaluate(() => heard.length), first + 4);
      assert.equal(await seen(), before);
      assert.deepEqual(problems, []);
    }));
});

describe("the element", () => {
  const open = async (page, body, attributes) => {
    await page.goto(other.show(article(body, { head: script(), ...(attributes && { attributes }) })));
    await page.waitForFunction(() => customElements.get("ascn-widget"));
    return page.locator("ascn-widget").evaluateAll((all) => all.map((it) => it.innerHTML));
  };

  test("makes the frame of every kind, lazy, named and in its sandbox", () =>
    withPage(browser, { viewport: { width: 700, height: 900 } }, async (page) => {
      const problems = watch(page, "");
      const wanted = {
        'kind="city" city="sumedang"': "en/city/sumedang.html",
        'kind="figure" indicator="hdi" place="IDN"': "en/figure/hdi/IDN.html",
        'kind="chart" indicator="hdi"': "en/chart/hdi.html",
        'kind="indicator" indicator="hdi" theme="dark"': "en/chart/hdi.html?theme=dark",
        'kind="cities" country="VNM" lang="id"': "id/cities/VNM.html",
        'kind="projects" city="sumedang" border="0" minimal="1"': "en/projects/sumedang.html?border=0&minimal=1",
        'kind="programs" city="sumedang" accent="00594f"': "en/programs/sumedang.html?accent=00594f",
        'kind="counts" city="sumedang"': "en/counts/sumedang.html",
        'kind="timeline"': "en/timeline.html",
        'kind="network" chart="focus"': "en/network/focus.html",
        'kind="partner" partner="jpn"': "en/partner/jpn.html",
        'kind="map" title="The map"': "en/map.html",
        'kind="meetings"': "en/meetings.html",
      };
      await open(page, Object.keys(wanted).map((it) => `<ascn-widget ${it}>Words</ascn-widget>`).join(""));
      const made = await page.locator("ascn-widget > iframe:only-child").evaluateAll((all) => all.map((it) => [it.src, it.loading, it.title, it.getAttribute("sandbox")]));
      assert.deepEqual(made.map(([src]) => src), Object.values(wanted).map((it) => `${atlas.base}widgets/${it}`));
      for (const [src, loading, title, sandbox] of made) {
        assert.ok(existsSync(join(DIST, new URL(src).pathname)), src);
        assert.deepEqual([loading, sandbox], ["lazy", "allow-scripts allow-popups allow-popups-to-escape-sandbox"]);
        assert.ok(title.length > 3, src);
      }
      assert.equal(made[11][2], "The map");
      // Each comes when it is near, and gets its height.
      for (const it of await page.locator("ascn-widget").all()) await it.scrollIntoViewIfNeeded();
      for (const it of await page.locator("iframe").all()) {
        await it.scrollIntoViewIfNeeded();
        const inside = await (await it.elementHandle()).contentFrame();
        await inside.waitForFunction(FITS, undefined, { polling: 50 });
      }
      assert.deepEqual(problems, []);
    }));

  test("names live widgets and editions as their addresses are", () =>
    withPage(browser, {}, async (page) => {
      // They need not be there.
      await page.route("**/widgets/{live,editions}/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
      await open(page, `<ascn-widget kind="chart" indicator="hdi" places="IDN,VNM"></ascn-widget><ascn-widget kind="indicator" indicator="hdi" city="sumedang"></ascn-widget><ascn-widget kind="chart" indicator="hdi" live></ascn-widget><ascn-widget kind="compare" places="hanoi,dili" theme="light"></ascn-widget><ascn-widget kind="city" city="dili" edition="2026-11-23"></ascn-widget>`, 'lang="id"');
      assert.deepEqual(
        await page.locator("iframe").evaluateAll((all) => all.map((it) => it.src)),
        ["live/chart/hdi.html?lang=id&places=IDN,VNM", "live/chart/hdi.html?lang=id&places=sumedang", "live/chart/hdi.html?lang=id", "live/compare.html?theme=light&lang=id&places=hanoi,dili", "editions/2026-11-23/id/city/dili.html"].map((it) => `${atlas.base}widgets/${it}`),
      );
    }));

  test("makes nothing of hostile attributes", () =>
    withPage(browser, {}, async (page) => {
      const problems = watch(page, "");
      const values = ["", "..", "../..", "a/b", "%2e%2e", "javascript:alert(1)", "//a.example", "https://a.example/", "\"><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a b", "A", "\u0430", "a".repeat(81), "a?b", "a#b", "a&b=c", "constructor/x"];
      const quoted = (it) => it.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
      const hostile = [
        ...values.map((it) => `kind="${quoted(it)}" city="hanoi"`),
        ...values.map((it) => `kind="city" city="${quoted(it)}"`),
        ...values.map((it) => `kind="chart" indicator="${quoted(it)}"`),
        ...values.map((it) => `kind="cities" country="${quoted(it)}"`),
        'kind="constructor"', 'kind="__proto__"', 'kind="toString" city="hanoi"', 'kind="figure" indicator="hdi"', 'kind="compare" places="hanoi"', "",
      ];
      assert.ok(hostile.length >= 40);
      const made = await open(page, hostile.map((it) => `<ascn-widget ${it}>Words</ascn-widget>`).join(""));
      assert.deepEqual(made.filter((it) => it !== "Words"), []);
      // Of looks and languages, what is no value is left out.
      const looks = values.flatMap((it) => ["theme", "accent", "lang", "edition", "title"].map((name) => `${name}="${quoted(it)}"`));
      await open(page, looks.map((it) => `<ascn-widget kind="map" ${it}></ascn-widget>`).join(""));
      const sources = await page.locator("iframe").evaluateAll((all) => all.map((it) => it.getAttribute("src")));
      assert.equal(sources.length, looks.length);
      const may = new RegExp(`^${atlas.base.replaceAll(".", "\\.")}widgets/en/map\\.html(\\?(theme|accent)=[A-Za-z\\d]{1,6})?$`);
      assert.deepEqual(sources.filter((it) => !may.test(it)), []);
      assert.equal(await page.locator("script").count(), 1);
      assert.deepEqual(problems, []);
    }));
});

test("the page of examples shows every kind by its own code", () =>
  withPage(browser, { viewport: { width: 800, height: 900 } }, async (page) => {
    const problems = watch(page, atlas.base);
    await page.goto(`${atlas.base}widgets/examples/`);
    const sources = await page.locator("iframe").evaluateAll((all) => all.map((it) => it.src));
    const live = ["chart/hdi.html?lang=", "compare.html?lang="];
    for (const lang of ["en", "id"]) for (const it of live) assert.ok(sources.some((src) => src.startsWith(`${atlas.base}widgets/live/${it}${lang}`)), `${it}${lang}`);
    assert.equal(sources.length, 2 * (Object.keys(KINDS).length + live.length));
    for (const it of await page.locator("iframe").all()) {
      await it.scrollIntoViewIfNeeded();
      const inside = await (await it.elementHandle()).contentFrame();
      await inside.waitForFunction(FITS, undefined, { polling: 50 });
    }
    const codes = await page.locator("pre:first-of-type code").allTextContents();
    for (const [at, src] of sources.entries()) {
      const path = src.slice(atlas.base.length).replaceAll("&", "&amp;");
      assert.ok(codes[at].includes(`/${path}"`) && codes[at].includes("embed.js"), path);
    }
    assert.deepEqual(problems, []);
  }));

test("embed.js is small, says its licence, and asks for nothing", () => {
  const text = readFileSync(join(DIST, "widgets/embed.js"), "utf8");
  assert.ok(Buffer.byteLength(text) <= 2048, `${Buffer.byteLength(text)} bytes`);
  assert.match(text, /^\/\*! .*MIT.*\*\//);
  assert.doesNotMatch(text, /fetch|XMLHttp|import|eval|innerHTML|cookie|localStorage|https?:/);
});
