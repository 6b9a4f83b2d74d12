// Proves that a long visit costs no more memory than a short one: when every kind of page has been seen
// in both languages three times, by links of the site, the page holds what it held after the first time:
// the script's memory, the app's, nodes, listeners and documents. And that nothing of a page that is left
// is asked for any more: each is printed, and left with the focus in a chart.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { watch, withPage } from "./lib/browser.mjs";
import { KINDS, pages } from "./lib/editions.mjs";
import { LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const ROUNDS = 3;
/** What may be held more after the last round than after the first. */
const MORE = 1.05;

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Follows a link of the site to an address below its root, waits until the page is whole, and has all of it drawn. */
const follow = (page, address, title) =>
  page.evaluate(
    async ([address, title]) => {
      const whole = () => document.title === title && document.querySelector("main h1") && !document.querySelector("main .loading");
      await new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          if (!whole()) return;
          watch.disconnect();
          resolve();
        });
        watch.observe(document, { childList: true, subtree: true, characterData: true });
        const link = document.createElement("a");
        link.href = address;
        document.body.append(link);
        link.click();
        link.remove();
      });
      // What is printed is drawn at once; what is near the window, when the window shows it.
      dispatchEvent(new Event("beforeprint"));
      dispatchEvent(new Event("afterprint"));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      document.querySelector("[role=slider]")?.focus();
    },
    [address, title],
  );

test("three rounds through every kind of page hold what the first one held", () =>
  withPage(site.browser, { viewport: { width: 1000, height: 900 } }, async (page) => {
    const problems = watch(page, site.base);
    const titles = new Map(LANGS.flatMap((lang) => pages(lang).map(({ address, title }) => [address, title])));
    const client = await page.context().newCDPSession(page);
    await client.send("Performance.enable");
    await client.send("HeapProfiler.enable");
    const collected = async () => {
      // What a registry is told of goes one collection later than what it watches.
      for (let times = 0; times < 3; times += 1) await client.send("HeapProfiler.collectGarbage");
      const { metrics } = await client.send("Performance.getMetrics");
      const of = (name) => metrics.find((it) => it.name === name).value;
      return {
        "script, bytes": of("JSHeapUsedSize"),
        "app, bytes": await page.evaluate(() => window.appMemory.buffer.byteLength),
        nodes: of("Nodes"),
        listeners: of("JSEventListeners"),
        documents: of("Documents"),
      };
    };
    /** What is held when another collection finds no less: what the browser only has yet to let go is none of it. */
    const held = async () => {
      for (let now = await collected(); ; ) {
        const before = now;
        now = await collected();
        if (["nodes", "listeners", "documents"].every((it) => now[it] >= before[it])) return now;
      }
    };
    await page.addInitScript(() =>
      addEventListener("TrunkApplicationStarted", ({ detail }) => {
        window.appMemory = Object.values(detail.wasm).find((it) => it instanceof WebAssembly.Memory);
      }),
    );
    await page.goto(`${site.base}en/about/`);
    const rounds = [await held()];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const lang of LANGS) {
        for (const kind of KINDS) await follow(page, `${lang}/${kind}`, titles.get(`${lang}/${kind.split("?")[0]}`));
      }
      await follow(page, "en/about/", titles.get("en/about/"));
      rounds.push(await held());
    }
    for (const [name, before] of Object.entries(rounds[0])) {
      console.log(name.padEnd(14), before, ...rounds.slice(1).map((it) => it[name]));
    }
    assert.deepEqual(problems, []);
    for (const [name, first] of Object.entries(rounds[1])) {
      const last = rounds.at(-1)[name];
      assert.ok(last <= first * MORE, `${name}: ${first} after the first round, ${last} after the last; ${JSON.stringify(rounds)}`);
    }
  }));
