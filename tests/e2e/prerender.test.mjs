// Proves that every page is readable before and without the app, and that the app takes over from it
// without a jump: what is on screen stays where it is, and so do scrolling, focus, what is typed and
// what is open. Where something of the app does not come, the page stays, says so and tries again.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { launch, Pages, watch, withPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { city, DIST, LANGS } from "./lib/site.mjs";

const { city: CITY } = city("sumedang");

/** A page of each kind with what must stand on it: a selector and how many of it at least. */
const PAGES = [
  ["", ".story-chart svg", 6],
  ["cities/", ".rows a", 38],
  ["cities/sumedang/", "figure .stage svg", CITY.indicators.length],
  ["indicators/", ".indicator-rows > li", 50],
  ["indicators/stunting-prevalence/", "#chart-table-body tbody tr", 5],
  ["compare/", "h1", 1],
  ["countries/", ".states > li", 11],
  ["countries/VNM/", ".country-rows svg", 20],
  ["programs/", ".program-rows > li", 124],
  ["programs/rok-nusantara/", ".milestones > li", 1],
  ["partners/jpn/", ".sources > li", 1],
  ["projects/", ".project-rows > li", 195],
  [`projects/sumedang/${CITY.projects[0].id}/`, ".told-of p", 1],
  ["network/", "[aria-labelledby=sources] .sources li", 10],
  ["network/annual-7/", "main h2", 3],
  ["documents/", ".documents > li", 10],
  ["about/", "main h2", 4],
  ["data/", ".holds dd", 8],
];

let server;
let browser;
let pages;
before(async () => {
  server = await serve(DIST);
  browser = await launch();
  pages = new Pages(browser);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Every HTML file of a language, by its address. */
function written(lang) {
  return readdirSync(join(DIST, lang), { recursive: true, withFileTypes: true })
    .filter((it) => it.name === "index.html")
    .map((it) => join(it.parentPath ?? it.path, it.name));
}

test("every page has its content in its file", () => {
  for (const lang of LANGS) {
    const files = written(lang);
    assert.ok(files.length > 500, `${files.length} pages`);
    for (const file of files) {
      const html = readFileSync(file, "utf8");
      const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
      assert.match(main, /<h1 tabindex="-1">[^<]/, file);
      // The search says what can be searched, and where else to look.
      assert.ok(main.length > 900, `${file}: ${main.length} characters`);
      assert.doesNotMatch(main, /class="loading"|role="alert"/, `${file}: everything is there`);
      assert.match(html, /<meta name="atlas-files" content="[^"]/, file);
    }
  }
});

describe("without JavaScript", () => {
  for (const lang of LANGS) {
    test(`each kind of page is whole, in ${lang}`, async () => {
      await withPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 780 } }, async (page) => {
        const problems = watch(page, server.base);
        for (const [place, selector, least] of PAGES) {
          await page.goto(`${server.base}${lang}/${place}`);
          const count = await page.locator(selector).count();
          assert.ok(count >= least, `/${lang}/${place}: ${count} of ${selector}`);
          assert.equal(await page.locator("#start-failed").isVisible(), false);
          assert.equal(await page.locator(".filters:visible, .controls:visible, .theme:visible, dialog:visible").count(), 0, `/${lang}/${place}: nothing that needs the app`);
        }
        // The browser breaks off what it fetched ahead for the script that it does not run.
        assert.deepEqual(problems.filter((it) => !it.startsWith("request failed")), []);
      });
    });

    test(`links lead on, in ${lang}`, async () => {
      await withPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 780 } }, async (page) => {
        await page.goto(`${server.base}${lang}/`);
        await page.locator(".site-header nav a").first().click();
        await page.locator(".rows a[href$='cities/sumedang/']").click();
        await page.waitForURL(`${server.base}${lang}/cities/sumedang/`);
        await page.locator("sup.cites a").first().click();
        const url = new URL(page.url());
        assert.equal(url.pathname, `/${lang}/cities/sumedang/`);
        assert.match(url.hash, /^#source-\d+$/);
        assert.equal(await page.locator(url.hash).count(), 1);
      });
    });
  }
});

/** Opens a page whose wasm is held back; `act` is told how to let it come. */
async function held(options, place, act) {
  await pages.use(server.base, options, async (page, problems) => {
    let arrive;
    const wait = new Promise((resolve) => (arrive = resolve));
    await page.route("**/*_bg.wasm", async (route) => {
      await wait;
      await route.continue();
    });
    // Not the page's own `goto`, which waits for the app.
    const client = await page.context().newCDPSession(page);
    await client.send("Page.navigate", { url: server.base + place });
    await page.locator(".site-footer").waitFor();
    await act(page, async () => {
      assert.equal(await page.locator("[data-island]").count(), 0, "the app has not come yet");
      arrive();
      await page.locator("[data-island]").first().waitFor({ state: "attached" });
      // Two frames: what the reader had is given back with the first.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    });
    assert.deepEqual(problems.filter((it) => it.startsWith("page error")), [], "errors nobody caught");
  });
}

/** Where the headings in sight are, but of what comes with a script of its own, for which room is kept. */
const headings = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("h1,h2,h3,main p")]
      .filter((it) => !it.closest("atlas-offline"))
      .map((it) => [it.textContent.trim(), Math.round(it.getBoundingClientRect().top)])
      .filter(([words, top]) => words && top > -100 && top < innerHeight),
  );

describe("the app takes over", () => {
  for (const width of [360, 1280]) {
    for (const [place] of PAGES) {
      test(`/${place} without a jump at ${width} px`, async () => {
        await held({ viewport: { width, height: 800 }, reducedMotion: "reduce" }, `en/${place}`, async (page, arrive) => {
          await page.evaluate(() => {
            window.shifted = 0;
            const add = (list) => {
              for (const entry of list.getEntries()) window.shifted += entry.value;
            };
            new PerformanceObserver(add).observe({ type: "layout-shift" });
          });
          const before = await headings(page);
          assert.ok(before.length > 1, "headings in sight");
          await arrive();
          await page.waitForLoadState("networkidle");
          assert.deepEqual(await headings(page), before);
          const shifted = await page.evaluate(() => window.shifted);
          assert.ok(shifted < 0.01, `layout shift of ${shifted}`);
        });
      });
    }
  }

  test("scrolling and what is open are kept", async () => {
    await held({ viewport: { width: 800, height: 700 } }, "en/cities/sumedang/", async (page, arrive) => {
      const table = page.locator("#indicators ~ * details.chart-table, section details.chart-table").first();
      await table.locator("summary").click();
      await table.scrollIntoViewIfNeeded();
      const place = await page.evaluate(() => scrollY);
      assert.ok(place > 500, `scrolled by ${place}`);
      const seen = await headings(page);
      await arrive();
      await page.waitForFunction((at) => Math.abs(scrollY - at) < 2, place);
      assert.ok(await table.evaluate((it) => it.open));
      assert.deepEqual(await headings(page), seen);
    });
  });

  test("the focus is kept", async () => {
    await held({}, "id/cities/", async (page, arrive) => {
      await page.locator(".rows a[href$='cities/sumedang/']").focus();
      await arrive();
      await page.waitForFunction(() => document.activeElement.getAttribute("href")?.endsWith("cities/sumedang/"));
    });
  });

  test("what is typed is kept, and done", async () => {
    await held({}, "en/cities/", async (page, arrive) => {
      await page.locator(".filters input").fill("sumedan");
      await arrive();
      await page.waitForFunction(() => document.querySelectorAll("#city-list .rows > li, .rows > li").length === 1);
      assert.equal(await page.locator(".filters input").inputValue(), "sumedan");
      await page.waitForURL(/sumedan/);
    });
  });

  test("going back meanwhile is followed", async () => {
    await withPage(browser, {}, async (page) => {
      await page.goto(`${server.base}en/cities/`);
      await page.locator(".rows a").getByText("Dili").click();
      await page.waitForURL(`${server.base}en/cities/dili/`);
      let arrive;
      const wait = new Promise((resolve) => (arrive = resolve));
      await page.route("**/countries/TLS.json", async (route) => {
        await wait;
        await route.continue();
      });
      const client = await page.context().newCDPSession(page);
      await client.send("Page.reload");
      await page.waitForFunction(() => !document.querySelector("[data-island]"));
      await page.evaluate(() => history.back());
      await page.waitForURL(`${server.base}en/cities/`);
      arrive();
      await page.locator(".rows a").getByText("Dili").waitFor();
      await page.getByRole("heading", { level: 1, name: "Cities of the network" }).waitFor();
    });
  });
});

describe("what does not come costs a page nothing that is on it", () => {
  // Not the list of cities, which a city's page does without.
  const FAILING = ["_bg.wasm", ".js", "/cities/sumedang.json", "/lands.json", "/countries/IDN.json"];
  for (const ending of [...FAILING, "/words"]) {
    const faults = ["404", "500", "HTML page with 200", "connection cut"];
    const view = { viewport: { width: 800, height: 900 } };
    // Code that a page has loaded before it would keep.
    const use = (act) => (/js$|wasm$/.test(ending) ? withPage(browser, view, act) : pages.use(server.base, view, act));
    for (const fault of ending.includes("json") ? [...faults, "truncated JSON"] : faults) {
      test(`${ending}: ${fault}`, async () => {
        for (const lang of LANGS) {
          server.heal();
          server.fail(ending === "/words" ? `/words/${lang}.json` : ending, fault);
          await use(async (page) => {
            await page.goto(`${server.base}${lang}/cities/sumedang/`);
            const alert = page.locator("#start-failed");
            await alert.waitFor();
            assert.equal(await page.locator("article.project").count(), CITY.projects.length);
            assert.ok((await page.locator("figure .stage svg").count()) >= CITY.indicators.length);
            server.heal();
            await alert.getByRole("button").click();
            await page.locator("[data-island]").first().waitFor({ state: "attached" });
            await alert.waitFor({ state: "hidden" });
            await page.locator(".country-rows > details").first().waitFor();
          });
        }
      });
    }
  }
});
