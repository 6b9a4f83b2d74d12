// Proves how the app takes over from the page that the host wrote: it comes to life in the elements that
// stand, so that nothing is laid out again and what the reader does there goes on; and it does so in
// pieces, between which the browser answers. Where the reader goes on meanwhile, the rest is given up. And
// what becomes of the page when the app's code stops in the middle.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { city, DIST } from "./lib/site.mjs";
import { trap } from "./lib/trap.mjs";

const { city: CITY } = city("sumedang");
const PLACE = "en/cities/sumedang/";

let server;
let browser;
before(async () => {
  server = await serve(DIST);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs in the page before anything else: holds back the messages by which the app goes on to its next piece. */
function hold() {
  const post = MessagePort.prototype.postMessage;
  const waiting = [];
  let open = false;
  window.pieces = 0;
  window.waiting = () => waiting.length;
  /** Lets so many pieces run, each in a task of its own; all that come from now on when no number is told. */
  window.letRun = (count = Infinity) => {
    open = count === Infinity;
    for (const send of waiting.splice(0, count)) send();
  };
  const heard = Object.getOwnPropertyDescriptor(MessagePort.prototype, "onmessage");
  window.ran = 0;
  Object.defineProperty(MessagePort.prototype, "onmessage", {
    ...heard,
    set(act) {
      heard.set.call(this, (event) => {
        try {
          act.call(this, event);
        } finally {
          window.ran += 1;
        }
      });
    },
  });
  MessagePort.prototype.postMessage = function (...words) {
    window.pieces += 1;
    const send = () => post.apply(this, words);
    if (open) send();
    else waiting.push(send);
  };
}

/** Opens a page whose app has all it needs, and waits to be let take over; `act` is told how. */
async function ready(options, place, act) {
  await withPage(browser, options, async (page) => {
    const problems = watch(page, server.base);
    await page.addInitScript(hold);
    await page.goto(server.base + place, { waitUntil: "commit" });
    await page.locator(".site-footer").waitFor();
    await page.waitForFunction(() => window.waiting() > 0);
    await act(page, async () => {
      await page.evaluate(() => window.letRun());
      await page.locator("[data-island]").waitFor({ state: "attached" });
    });
    assert.deepEqual(problems, []);
  });
}

/** Lets so many pieces run, one after the other. */
async function run(page, count) {
  for (let piece = 1; piece <= count; piece += 1) {
    await page.evaluate(() => window.letRun(1));
    await page.waitForFunction((count) => window.ran === count, piece);
  }
}

/** What of a page must be the same element before and after. */
const KEPT = "main, h1, h2, h3, h4, .names, .key-facts, article.project, figure, figure > div, .people > li, .site-header a, .site-header select, .site-footer a";

describe("what stands is kept", () => {
  for (const width of [360, 1280]) {
    test(`on a city's page, ${width} px wide`, async () => {
      await ready({ viewport: { width, height: 800 } }, PLACE, async (page, arrive) => {
        const count = await page.evaluate((kept) => {
          // Nor what was written for each reader alone, below: they may be written anew.
          window.before = [...document.querySelectorAll(kept)].filter((it) => !it.closest("[aria-labelledby=country], [data-drawn]"));
          return window.before.length;
        }, KEPT);
        assert.ok(count > CITY.indicators.length + 2 * CITY.projects.length, `${count} elements`);
        await arrive();
        const gone = await page.evaluate(() => window.before.filter((it) => !it.isConnected).map((it) => it.outerHTML.slice(0, 80)));
        assert.deepEqual(gone, []);
      });
    });
  }

  test("a chart that was drawn for a phone is kept on a phone, and answers", async () => {
    await ready({ viewport: { width: 360, height: 800 } }, PLACE, async (page, arrive) => {
      const chart = page.locator("figure .chart-body:has(.stage svg)").first();
      await chart.scrollIntoViewIfNeeded();
      const picture = await chart.locator(".stage svg").elementHandle();
      await arrive();
      // The readout has its controls when the chart answers.
      await chart.locator(".readout > *").first().waitFor({ state: "attached" });
      assert.ok(await picture.evaluate((it) => it.isConnected));
      assert.equal(await chart.locator(".stage svg").count(), 1);
    });
  });

  test("a selection, the focus and an open table in the middle of the page", async () => {
    await ready({ viewport: { width: 800, height: 700 } }, PLACE, async (page, arrive) => {
      const link = page.locator("article.project a").first();
      await link.focus();
      const words = await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.querySelector("article.project h4"));
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return getSelection().toString();
      });
      const focused = await page.evaluateHandle(() => document.activeElement);
      await arrive();
      assert.ok(await focused.evaluate((it) => it === document.activeElement && it.matches("article.project a")));
      assert.equal(await page.evaluate(() => getSelection().toString()), words);
      assert.ok(words.length > 3);
    });
  });

  test("a theme that was chosen before anything listened", async () => {
    await ready({ viewport: { width: 800, height: 700 } }, PLACE, async (page, arrive) => {
      const choice = page.locator(".site-header select");
      await choice.selectOption("dark");
      await arrive();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
      assert.equal(await page.evaluate(() => localStorage.getItem("atlas.theme")), "dark");
      assert.equal(await choice.inputValue(), "dark");
    });
  });
});

describe("in pieces", () => {
  test("each chart is a piece of its own", async () => {
    await ready({ viewport: { width: 360, height: 800 } }, PLACE, async (page, arrive) => {
      assert.ok((await page.evaluate(() => window.pieces)) <= 2, "the data are read, the page is made");
      await arrive();
      const pieces = await page.evaluate(() => window.pieces);
      assert.ok(pieces > CITY.indicators.length, `${pieces} pieces`);
    });
  });

  test("the head of the page answers before the rest is there", async () => {
    await ready({ viewport: { width: 1280, height: 800 } }, PLACE, async (page) => {
      // The data, the page, the head and its controls, among the outermost of the rest.
      await run(page, 13);
      await page.locator(".site-header select").selectOption("dark");
      await page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
      assert.equal(await page.locator("[data-island]").count(), 0, "the rest is not there yet");
      await page.evaluate(() => window.letRun());
      await page.locator("[data-island]").waitFor({ state: "attached" });
    });
  });

  for (const pieces of [2, 4, 6, 12]) {
    test(`a link is followed after ${pieces} pieces, and the rest is given up`, async () => {
      await ready({ viewport: { width: 1280, height: 800 } }, PLACE, async (page) => {
        await run(page, pieces);
        await page.locator("main a[href$='en/cities/']").first().click();
        await page.evaluate(() => window.letRun());
        await page.locator("[data-island]").waitFor({ state: "attached" });
        await page.getByRole("heading", { level: 1, name: "Cities of the network" }).waitFor();
        assert.equal(await page.locator("h1").count(), 1);
        assert.equal(await page.locator("main").count(), 1);
        assert.equal(await page.locator("article.project").count(), 0);
        await page.goBack();
        await page.getByRole("heading", { level: 1, name: "Sumedang" }).waitFor();
        assert.equal(await page.locator("article.project").count(), CITY.projects.length);
      });
    });
  }
});

describe("a page with a form", () => {
  const VIEW = { viewport: { width: 800, height: 800 } };
  /** Opens a page, acts before anything listens, and sees that nothing is made anew by taking over. */
  const kept = (place, act, done) =>
    ready(VIEW, place, async (page, arrive) => {
      const stood = await page.evaluateHandle(() => [...document.querySelectorAll("main form, main h1")]);
      assert.ok((await stood.evaluate((all) => all.length)) > 1);
      await act(page);
      await arrive();
      await done(page);
      assert.ok(await stood.evaluate((all) => all.every((it) => it.isConnected)));
    });

  test("is kept, and what was typed is heard", () =>
    kept(
      "en/",
      (page) => page.locator("#find").fill("sumedan"),
      async (page) => {
        await page.locator("#find-cities a[href$='en/cities/sumedang/']").waitFor();
        assert.equal(await page.locator("#find").inputValue(), "sumedan");
      },
    ));

  test("what was typed, chosen and ticked is heard, though the app shows how the address has it first", () =>
    kept(
      "en/programs/",
      async (page) => {
        await page.locator("main form input[type=search]").fill("smart");
        await page.locator("main form select[data-filter=country]").selectOption("IDN");
        await page.locator("main form input[type=checkbox]").check();
      },
      async (page) => {
        await page.waitForURL((url) => ["q=smart", "country=IDN", "running="].every((it) => url.search.includes(it)));
        assert.equal(await page.locator("main form input[type=search]").inputValue(), "smart");
        assert.ok(await page.locator("main form input[type=checkbox]").isChecked());
      },
    ));

  for (const [place, typed, found] of [
    ["en/projects/", "kampong ayer", /^1 of \d+ projects$/],
    ["id/indicators/", "stunting", /^[1-9] dari \d+ indikator$/],
  ]) {
    test(`what it counts and lists stays, and follows what was typed: ${place}`, () =>
      ready(VIEW, place, async (page, arrive) => {
        const ROWS = "main p.count, main p.count + div .rows > li";
        const stood = await page.evaluateHandle((rows) => [...document.querySelectorAll(rows)], ROWS);
        assert.ok((await stood.evaluate((all) => all.length)) > 100);
        await arrive();
        assert.ok(await stood.evaluate((all) => all.every((it) => it.isConnected)));
        await page.locator("main input[type=search]").fill(typed);
        await page.locator("main p.count").filter({ hasText: found }).waitFor();
        assert.equal(await page.locator(ROWS).count(), 1 + Number((await page.locator("main p.count").innerText()).match(/^\d+/)[0]));
      }));
  }

  test("what is typed while the page comes to life is heard", () =>
    ready(VIEW, "en/programs/", async (page, arrive) => {
      await run(page, 4);
      await page.locator("main form input[type=search]").fill("nusantara");
      await arrive();
      await page.waitForURL(/q=nusantara/);
      assert.equal(await page.locator("main form input[type=search]").inputValue(), "nusantara");
    }));
});

test("what the address asks for beyond the file is made anew, beside a form", () =>
  ready({ viewport: { width: 1280, height: 800 } }, "en/compare/?cities=sumedang,jakarta", async (page, arrive) => {
    await arrive();
    await page.locator("figure.chart-figure").first().waitFor();
    await page.locator(".sources li").first().waitFor();
    assert.equal(await page.locator("form").count(), 1);
    assert.equal(await page.locator("h1").count(), 1);
  }));

describe("when the app does not come", () => {
  test("links, going back and forward lead to whole pages", async () => {
    await withPage(browser, { viewport: { width: 800, height: 800 } }, async (page) => {
      server.fail("_bg.wasm", "404");
      try {
        await page.goto(server.base + PLACE);
        await page.locator("#start-failed").waitFor();
        // A place in the page is an entry of its own: to it, and back.
        await page.locator("sup.cites a").first().click();
        await page.waitForURL(/#source-\d+$/);
        await page.goBack();
        await page.waitForURL(server.base + PLACE);
        assert.equal(await page.locator("article.project").count(), CITY.projects.length);
        await page.locator("main a[href$='en/cities/']").first().click();
        await page.getByRole("heading", { level: 1, name: "Cities of the network" }).waitFor();
        assert.ok((await page.locator(".rows a").count()) >= 38);
        await page.goBack();
        await page.getByRole("heading", { level: 1, name: "Sumedang" }).waitFor();
        assert.equal(await page.locator("article.project").count(), CITY.projects.length);
        await page.goForward();
        await page.getByRole("heading", { level: 1, name: "Cities of the network" }).waitFor();
        assert.ok((await page.locator(".rows a").count()) >= 38);
      } finally {
        server.heal();
      }
    });
  });
});

describe("when wasm traps", () => {
  const visits = () => server.asked.filter((path) => path === PLACE).length;
  const opened = async (page, all) => {
    await page.addInitScript(trap, all);
    // Which counts the pieces, and holds none back.
    await page.addInitScript(hold);
    await page.addInitScript(() => window.letRun());
    const before = visits();
    await page.goto(server.base + PLACE);
    return () => visits() - before;
  };

  test("a page that was not taken over begins anew", () =>
    withPage(browser, {}, async (page) => {
      const count = await opened(page, false);
      await page.locator("[data-island]").first().waitFor({ state: "attached" });
      assert.equal(await page.evaluate(() => performance.getEntriesByType("navigation")[0].type), "reload");
      assert.equal(count(), 2);
      assert.equal(await page.locator("#start-failed").isVisible(), false);
    }));

  test("once: then it says so, and can be read", () =>
    withPage(browser, {}, async (page) => {
      const count = await opened(page, true);
      await page.locator("#start-failed").waitFor();
      assert.equal(count(), 2);
      await page.waitForFunction(() => window.ran > 0 && window.ran === window.pieces);
      assert.equal(await page.locator("[data-island]").count(), 0, "half of a page is none that was taken over");
      assert.equal(await page.locator("article.project").count(), CITY.projects.length);
    }));

  test("an app that stops later says so, and does not take the page from the reader", () =>
    withPage(browser, {}, async (page) => {
      await page.goto(server.base + PLACE);
      await page.locator("[data-island]").first().waitFor({ state: "attached" });
      const before = visits();
      await page.evaluate(() => reportError(new Error("of something else in the page")));
      assert.equal(await page.locator("#start-failed").isVisible(), false);
      await page.evaluate(() => reportError(new WebAssembly.RuntimeError("unreachable")));
      await page.locator("#start-failed").waitFor();
      assert.equal(visits(), before);
    }));
});
