// Proves that a page outlives what its host, its network and its browser do to it beside the faults of
// single files (faults.test.mjs): files that come slowly, of a wrong type or by half; styles, scripts,
// code, icons and pages that do not come; a network that goes between two clicks; storage that is full or
// refused; a wrong clock; a worker that is killed. Each outcome is a row of docs/reliability.md.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { withPage } from "./lib/browser.mjs";
import { KINDS, pages } from "./lib/editions.mjs";
import { saveAt } from "./lib/offline.mjs";
import { half } from "./lib/server.mjs";
import { city, LANGS } from "./lib/site.mjs";
import { keptInDocument } from "./lib/told.mjs";
import { Visits } from "./lib/visit.mjs";

const SLUG = "sumedang";
const { city: CITY } = city(SLUG);
const PLACE = `cities/${SLUG}/`;
const NOT_RUNNING = ["Bagian interaktif situs ini tidak berjalan.", "The interactive parts of this site are not running."];
const RETRY = { id: "Coba lagi", en: "Try again" };
/** The files of the cut and of the published set that pages load; not the words, without which no page starts. */
const DATA = /\/(?:app\/(?!.*\/words\/)|data\/).*\.json$/;

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Rows of the document: what, fault, outcome. */
const outcomes = [];
/** A test of one row, which stands in the document once it has passed. */
function row(what, fault, outcome, act) {
  const found = [what, fault, "FAILED"];
  outcomes.push(found);
  test(`${what}: ${fault}`, async () => {
    site.server.heal();
    site.server.empty(false);
    await act();
    found[2] = outcome;
  });
}

/** A page of a fresh browser, in which no error may go uncaught but those that are expected. */
const visit = (act, { expected = null, ...options } = {}) =>
  withPage(site.browser, { viewport: { width: 900, height: 900 }, ...options }, async (page, context) => {
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await act(page, context);
    assert.deepEqual(errors.filter((it) => !expected?.test(it)), [], "errors nobody caught");
  });

const open = (page, path) => page.goto(site.base + path);
const alerts = (page) => page.locator("[role=alert]:visible");
/** Everything of the city is there. */
async function whole(page, lang = "en") {
  await page.getByRole("heading", { level: 1, name: CITY.name[lang], exact: true }).waitFor();
  await page.waitForFunction((count) => document.querySelectorAll("article.project").length === count, CITY.projects.length);
  await page.waitForFunction((count) => document.querySelectorAll("figure[id^=chart-]").length === count, CITY.indicators.length);
  await page.locator(".country-rows > details").first().waitFor();
}
/** The app runs: a link is followed without loading a page. */
async function moves(page) {
  await page.evaluate(() => (window.sameVisit = true));
  await page.locator(".site-header .site-name").click();
  await page.locator(".by-country a").first().waitFor();
  assert.equal(await page.evaluate(() => window.sameVisit), true, "the page was loaded anew");
}
/** A fault that holds answers back until it is told to let them go. */
function held(type) {
  const waiting = [];
  let isOpen = false;
  let tell;
  const asked = new Promise((resolve) => (tell = resolve));
  const fault = (response, content, own) => {
    tell();
    const send = () => response.writeHead(200, { "content-type": type ?? own }).end(content);
    if (isOpen) send();
    else waiting.push(send);
  };
  const release = () => {
    isOpen = true;
    for (const send of waiting) send();
  };
  return { fault, release, asked };
}

/** The page says that its app did not start, and is whole; once the host is well again, its button starts it. */
async function startsOnceHealed(page) {
  for (const words of NOT_RUNNING) await page.getByText(words).waitFor();
  await whole(page);
  site.server.heal();
  await alerts(page).getByRole("button").click();
  await page.locator("[data-island]").first().waitFor({ state: "attached" });
}

describe("every data file of a page at once", () => {
  const titles = new Map(LANGS.flatMap((lang) => pages(lang).map(({ address, title }) => [address, title])));
  // Every other kind of page in the other language: the same code draws both.
  const all = KINDS.map((kind, at) => ({ kind, lang: LANGS[at % 2] }));

  row("data of every kind of page", "slow, then sent as text/plain", "the page stands and says that it loads, then is whole", () =>
    visit(async (page) => {
      site.server.empty(true);
      for (const { kind, lang } of all) {
        const { fault, release } = held("text/plain");
        site.server.heal();
        site.server.fail(DATA, fault);
        await open(page, `${lang}/${kind}`);
        await page.locator("h1:not(:empty)").waitFor();
        await page.locator(".site-header nav a").first().waitFor();
        assert.equal(await alerts(page).count(), 0, kind);
        release();
        await page.waitForFunction(
          (title) => document.title === title && document.querySelector("main h1") && !document.querySelector("main .loading"),
          titles.get(`${lang}/${kind.split("?")[0]}`),
        );
        assert.equal(await alerts(page).count(), 0, kind);
      }
    }));

  row("data of every kind of page", "broken off in the middle", "a message for what is missing; each retry works", () =>
    visit(async (page) => {
      site.server.empty(true);
      for (const { kind, lang } of all) {
        site.server.heal();
        site.server.fail(DATA, half);
        await open(page, `${lang}/${kind}`);
        await page.locator(".site-header nav a").first().waitFor();
        await page.waitForFunction(() => !document.querySelector("main .loading"));
        site.server.heal();
        const again = alerts(page).getByRole("button", { name: RETRY[lang] });
        if (kind !== "about/") assert.ok((await again.count()) > 0, `${kind} says nothing`);
        while ((await again.count()) > 0) {
          await again.first().click();
          await page.waitForFunction(() => !document.querySelector("main .loading"));
        }
        const title = titles.get(`${lang}/${kind.split("?")[0]}`);
        await page.waitForFunction((title) => document.title === title, title);
      }
    }));
});

describe("code", () => {
  const TAKES_OVER = "the whole page stands and is read; the words for a failed start are shown; retry starts it";
  for (const [what, which] of [["script", /ascn-atlas-\w+\.js$/], ["WebAssembly", /_bg\.wasm$/]]) {
    row(what, "slow", "the whole page stands and is read; the app takes over when it comes", () =>
      visit(async (page) => {
        const { fault, release } = held();
        site.server.fail(which, fault);
        await page.goto(`${site.base}en/${PLACE}`, { waitUntil: "commit" });
        await whole(page);
        assert.equal(await alerts(page).count(), 0);
        release();
        await page.locator("[data-island]").first().waitFor({ state: "attached" });
        await moves(page);
      }));
    row(what, "broken off in the middle", TAKES_OVER, () =>
      visit(async (page) => {
        site.server.fail(which, half);
        await open(page, `en/${PLACE}`);
        await startsOnceHealed(page);
        await moves(page);
      }, { expected: /./ }));
  }
  row("script", "sent as text/plain", TAKES_OVER, () =>
    visit(async (page) => {
      site.server.fail(/ascn-atlas-\w+\.js$/, (response, content) => response.writeHead(200, { "content-type": "text/plain" }).end(content));
      await open(page, `en/${PLACE}`);
      await startsOnceHealed(page);
    }));
  row("WebAssembly and its chunks", "sent as text/plain", "nothing is missing", () =>
    visit(async (page) => {
      site.server.fail(/\.wasm$/, (response, content) => response.writeHead(200, { "content-type": "text/plain" }).end(content));
      await open(page, "en/indicators/hdi/");
      await page.locator("#chart .stage svg path").first().waitFor();
      await moves(page);
      assert.equal(await alerts(page).count(), 0);
    }));
  row("a chunk", "slow", "the page before stays usable; the new one comes with the chunk", () =>
    visit(async (page) => {
      await open(page, `en/${PLACE}`);
      const { fault, release } = held();
      site.server.fail(/\/(indicators|shared)-\w+\.wasm$/, fault);
      await page.locator(".site-header nav a[href$='en/indicators/']").click();
      await page.waitForURL("**/en/indicators/");
      await page.locator(".site-header nav a").first().waitFor();
      release();
      await page.locator("main li a[href*='indicators/']").first().waitFor();
    }));
  row("a chunk", "broken off in the middle", "a message; retry brings it", () =>
    visit(async (page) => {
      await open(page, `en/${PLACE}`);
      site.server.fail(/\/indicators-\w+\.wasm$/, half);
      await page.locator(".site-header nav a[href$='en/indicators/']").click();
      await alerts(page).first().waitFor();
      site.server.heal();
      await alerts(page).getByRole("button").click();
      await page.locator("main li a[href*='indicators/']").first().waitFor();
    }));
});

describe("styles, icons, manifests", () => {
  const gone = (status) => (response) => response.writeHead(status, { "content-type": "text/html" }).end("<p>no");
  for (const [fault, act] of [["404", gone(404)], ["500", gone(500)], ["a page with 200", gone(200)], ["broken off in the middle", half]]) {
    row("style sheets", fault, "the page keeps the style that it brings, or is read in the browser's own, and everything works", () =>
      visit(async (page) => {
        site.server.fail(".css", act);
        await open(page, `en/${PLACE}`);
        await whole(page);
        assert.equal(await page.locator("#start-failed:visible").count(), 0);
        await moves(page);
      }));
  }
  row("style sheets", "slow", "a page that brings its style is read at once; others wait, as browsers do; then the whole page", () =>
    visit(async (page) => {
      const { fault, release, asked } = held();
      site.server.fail(/style-\w+\.css$/, fault);
      await page.goto(`${site.base}en/${PLACE}`, { waitUntil: "commit" });
      await asked;
      release();
      await whole(page);
    }));
  row("icon, manifest, print style", "404, 500, by half", "nothing is missing on the page", () =>
    visit(async (page) => {
      site.server.fail(/icon-\w+\.svg$|icons\//, gone(404));
      site.server.fail(/\.webmanifest$/, gone(500));
      site.server.fail(/print-\w+\.css$/, half);
      await open(page, `en/${PLACE}`);
      await whole(page);
      await moves(page);
      assert.equal(await alerts(page).count(), 0);
    }));
});

describe("pages", () => {
  row("a page", "ends in the middle", "what came is read, and its links lead on", () =>
    visit(async (page) => {
      site.server.fail(`/en/${PLACE}`, (response, content, type) => {
        response.writeHead(200, { "content-type": type });
        response.end(content.subarray(0, Math.floor(content.length / 2)));
      });
      await page.goto(`${site.base}en/${PLACE}`, { waitUntil: "commit" });
      await page.getByRole("heading", { level: 1, name: CITY.name.en, exact: true }).waitFor();
      await page.locator("article.project").first().waitFor();
      site.server.heal();
      await page.locator(".site-header nav a[href$='en/cities/']").click();
      await page.waitForURL("**/en/cities/");
      await page.locator(".rows a").nth(30).waitFor();
    }));
  row("a page", "404 and 500 behind a link of the site", "not asked for: the app draws it from its data", () =>
    visit(async (page) => {
      await open(page, "en/cities/");
      site.server.fail(`/en/${PLACE}`, "500");
      await page.locator(`.rows a[href$='${PLACE}']`).click();
      await whole(page);
    }));
});

describe("the network", () => {
  for (const lang of LANGS) {
    row("the network", `gone between two clicks (${lang})`, "the page stays usable, a message, the way back works; retry works when it is back", () =>
      visit(async (page, context) => {
        await open(page, `${lang}/cities/`);
        await context.setOffline(true);
        await page.locator(".rows a[href$='cities/hanoi/']").click();
        await alerts(page).filter({ hasText: { id: "Tidak ada sambungan ke server.", en: "No connection to the server." }[lang] }).first().waitFor();
        await page.getByRole("heading", { level: 1, name: city("hanoi").city.name[lang], exact: true }).waitFor();
        await page.goBack();
        await page.locator(".rows a").nth(30).waitFor();
        await page.goForward();
        await alerts(page).first().waitFor();
        await context.setOffline(false);
        const again = alerts(page).getByRole("button", { name: RETRY[lang] });
        while ((await again.count()) > 0) {
          await again.first().click();
          await page.waitForFunction(() => !document.querySelector("main .loading"));
        }
        await page.locator("article.project").first().waitFor();
      }));
  }
});

describe("the browser", () => {
  /** Theme and language are chosen, and hold for the visit. */
  async function chosen(page) {
    await open(page, `en/${PLACE}`);
    await page.locator(".theme select, select").first().selectOption("dark");
    await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    await page.locator(".languages [lang=id]").click();
    await whole(page, "id");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.equal(await alerts(page).count(), 0);
  }
  row("storage", "full", "theme and language hold for the visit; nothing else is missing", () =>
    visit(async (page) => {
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await chosen(page);
    }));
  row("storage", "refused", "the same", () =>
    visit(async (page) => {
      await page.addInitScript(() => {
        for (const name of ["localStorage", "sessionStorage"]) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException("refused", "SecurityError");
            },
          });
        }
      });
      await chosen(page);
    }));
  row("storage for reading without a network", "refused", "it is said where saving is offered; the page is whole", () =>
    visit(async (page) => {
      await page.addInitScript(() => {
        CacheStorage.prototype.open = CacheStorage.prototype.keys = CacheStorage.prototype.has = async () => {
          throw new DOMException("refused", "SecurityError");
        };
      });
      await open(page, "en/about/");
      const part = page.locator("atlas-offline");
      await part.getByText("The browser refused to save.").waitFor();
      await part.getByRole("button", { name: RETRY.en }).click();
      await part.getByText("The browser refused to save.").waitFor();
      await moves(page);
    }, { expected: /refused/ }));
  for (const year of [1970, 2090]) {
    row("clock", `in the year ${year}`, "every kind of page is whole", () =>
      visit(async (page) => {
        await page.clock.setFixedTime(new Date(`${year}-01-02T03:04:05Z`));
        for (const kind of ["", PLACE, "network/", "programs/", "indicators/hdi/", "data/"]) {
          await open(page, `en/${kind}`);
          await page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector("main .loading"));
          assert.equal(await alerts(page).count(), 0, kind);
        }
        await moves(page);
      }));
  }
  row("the worker", "killed", "the saved pages open without a network", () =>
    visit(async (page, context) => {
      await saveAt(page, site.base);
      const cdp = await context.newCDPSession(page);
      await cdp.send("ServiceWorker.enable");
      await cdp.send("ServiceWorker.stopAllWorkers");
      site.server.fail(/./, (response) => response.destroy());
      await open(page, `en/${PLACE}`);
      await whole(page);
    }));
  for (const [fault, act] of [["404", (response) => response.writeHead(404).end()], ["a page with 200", (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>no")], ["by half", half]]) {
    row("the script for reading without a network", fault, "a way to try again, which works; the page is whole", () =>
      visit(async (page) => {
        site.server.fail(/offline\/part-\w+\.js$/, act);
        await open(page, "en/about/");
        const again = page.locator("atlas-offline > button");
        await again.waitFor();
        site.server.heal();
        await again.click();
        await page.locator("atlas-offline .offline-part").getByRole("button", { name: "Save for reading" }).waitFor();
        await moves(page);
      }));
    row("the worker's file", fault, "saving says that it cannot; trying again works", () =>
      visit(async (page) => {
        site.server.fail("/sw.js", act);
        await open(page, "en/about/");
        await page.locator("atlas-offline").getByRole("button", { name: "Save for reading" }).click();
        await page.locator("atlas-offline").getByRole("alert").first().waitFor();
        site.server.heal();
        await page.locator("atlas-offline").getByRole("button").first().click();
        await page.locator("atlas-offline .offline-part").getByText("Everything is saved").first().waitFor();
      }));
  }
});

test("docs/reliability.md tells it", () => keptInDocument("conditions", ["what", "fault", "outcome"], outcomes));
