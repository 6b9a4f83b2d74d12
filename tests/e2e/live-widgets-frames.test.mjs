// Proves of the live widgets in frames of other sites: every way to frame them, ten on one page, hostile
// addresses and messages, their height told right, and that they ask for nothing and keep nothing.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { frame, listening, otherPage, otherSite } from "./lib/embeds.mjs";
import { watch, withPage } from "./lib/browser.mjs";
import { alive, HOSTILE, wake } from "./lib/live.mjs";
import { sheets, squeezed, unreadable } from "./lib/paper.mjs";
import { INDEX, INDICATORS, LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";
import { MESSAGES } from "./lib/widgets.mjs";

const site = new Visits();
let folder;
before(async () => {
  await site.open();
  folder = await mkdtemp(join(tmpdir(), "live-"));
});
after(async () => {
  await site.close();
  if (folder) await rm(folder, { recursive: true });
});

const widget = (id = "hdi", query = "lang=en") => `${site.base}widgets/live/chart/${id}.html?${query}`;
const comparison = (query = "lang=en&places=hanoi,sumedang") => `${site.base}widgets/live/compare.html?${query}`;

/** Opens a page of another site; only it and the widgets may be asked for. */
async function framed({ body, headers, url, expected = [] }, act) {
  const other = url ? null : await otherSite(body, headers);
  try {
    await withPage(site.browser, { viewport: { width: 800, height: 900 } }, async (page) => {
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      const problems = watch(page, "");
      await listening(page);
      await page.goto(url ?? other.base);
      await act(page);
      const start = url ?? other.base;
      assert.deepEqual(asked.filter((it) => it !== start && !/^(?:data|blob):/.test(it) && !it.startsWith(`${site.base}widgets/live/`)), [], "requests");
      assert.deepEqual(problems.filter((it) => !expected.some((pattern) => pattern.test(it))), [], "console");
    });
  } finally {
    await other?.close();
  }
}

const inside = (page, at = 0) => page.frameLocator("iframe").nth(at);
const lives = async (page, at) => {
  await wake(inside(page, at));
  await alive(inside(page, at));
};

/** How pages of other sites may frame a live widget: attributes of the frame, headers. */
const WAYS = [
  ["in a plain frame", ""],
  ["in a sandbox", 'sandbox="allow-scripts"'],
  ["in the sandbox of the snippet", 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"'],
  ["on a site whose policy allows frames alone", 'sandbox="allow-scripts"', () => ({ "content-security-policy": `default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-src ${new URL(site.base).origin}` })],
  ["without a referrer and with everything refused that can be", 'sandbox="allow-scripts" referrerpolicy="no-referrer" allow="fullscreen \'none\'; clipboard-write \'none\'"'],
  ["on a page that is isolated from others", 'sandbox="allow-scripts" credentialless', () => ({ "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "credentialless" })],
];

/** Waits until a comparison lives. */
const compares = (page, at) => inside(page, at).locator("html[data-live] #compared table").waitFor();

describe("a live comparison runs", () => {
  for (const [name, attributes, headers] of WAYS) {
    test(name, () =>
      framed({ body: frame(comparison(), attributes), headers: headers?.() }, async (page) => {
        await compares(page);
        await inside(page).locator("#places summary").click();
        await inside(page).getByRole("checkbox", { name: "Dili", exact: true }).check();
        await inside(page).locator("#compared thead th", { hasText: "Dili" }).waitFor();
      }));
  }

  test("on a page that reads from right to left, and in a page from a disk", async () => {
    await framed({ body: `<div dir="rtl">${frame(comparison())}</div>` }, async (page) => {
      await compares(page);
      assert.equal(await inside(page).locator("html").evaluate((it) => getComputedStyle(it).direction), "ltr");
    });
    const file = join(folder, "compare.html");
    await writeFile(file, otherPage(frame(comparison(), 'sandbox="allow-scripts"')));
    await framed({ url: pathToFileURL(file).href }, (page) => compares(page));
  });

  test("ten on one page, keeping nothing", () => {
    const pairs = INDEX.cities.slice(0, 10).map(({ id }, at) => `lang=en&places=${id},${INDEX.cities[at + 10].id}`);
    return framed({ body: pairs.map((it) => frame(comparison(it))).join("") }, async (page) => {
      for (const at of pairs.keys()) {
        await compares(page, at);
        const kept = await page.frames()[at + 1].evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length]);
        assert.deepEqual(kept, [0, 0, "", 0, 0]);
      }
    });
  });

  test("and can be read in a full sandbox", () =>
    framed({ body: frame(comparison(), 'sandbox=""'), expected: [/Blocked script execution in/] }, async (page) => {
      for (const lang of LANGS) assert.ok(await inside(page).locator(`.fixed[lang=${lang}] table`).isVisible(), lang);
    }));
});

describe("a live chart runs", () => {
  for (const [name, attributes, headers] of WAYS) {
    test(name, () =>
      framed({ body: frame(widget(), attributes), headers: headers?.() }, async (page) => {
        await lives(page);
        await inside(page).getByRole("button", { name: "Ranking" }).click();
        await inside(page).locator("#picture .bar").first().waitFor();
      }));
  }

  test("on a page that reads from right to left", () =>
    framed({ body: `<div dir="rtl">${frame(widget())}</div>` }, (page) => lives(page)));

  test("in a page from a disk", async () => {
    const file = join(folder, "page.html");
    await writeFile(file, otherPage(frame(widget(), 'sandbox="allow-scripts"')));
    await framed({ url: pathToFileURL(file).href }, (page) => lives(page));
  });

  test("where storage is refused", () =>
    framed({ body: frame(widget(), 'sandbox="allow-scripts"') }, async (page) => {
      await lives(page);
      const refused = await page.frames()[1].evaluate(() => {
        try {
          return !localStorage;
        } catch {
          return true;
        }
      });
      assert.ok(refused);
    }));

  test("and keeps nothing", () =>
    framed({ body: frame(widget()) }, async (page) => {
      await lives(page);
      const kept = await page.frames()[1].evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length]);
      assert.deepEqual(kept, [0, 0, "", 0, 0]);
    }));

  test("ten on one page", () => {
    const ids = INDICATORS.slice(0, 10).map(({ id }) => id);
    return framed({ body: ids.map((id) => frame(widget(id), 'sandbox="allow-scripts"')).join("") }, async (page) => {
      for (const at of ids.keys()) await lives(page, at);
    });
  });
});

test("in a full sandbox its chart can be read", () =>
  framed({ body: frame(widget(), 'sandbox=""'), expected: [/Blocked script execution in/] }, async (page) => {
    assert.ok(await inside(page).locator(".fixed[lang=en] .stage svg:visible").isVisible());
    assert.ok(await inside(page).getByRole("heading", { name: "Human Development Index" }).isVisible());
    // Whatever its address asks for.
    const words = inside(page).locator(".fixed[lang=en] .failed");
    assert.ok((await words.isVisible()) && (await words.textContent()).endsWith("It shows its usual places."));
  }));

test(`hostile addresses leave the default (${HOSTILE.length})`, () =>
  withPage(site.browser, { viewport: { width: 700, height: 700 } }, async (page) => {
    const problems = watch(page, site.base);
    const shown = async (query) => {
      await page.goto(widget("hdi", query));
      await wake(page);
      await alive(page);
      return page.evaluate(() => [document.documentElement.outerHTML.replace(/<script[^]*?<\/script>/g, ""), getComputedStyle(document.querySelector("main")).borderColor]);
    };
    const plain = await shown("");
    assert.match(plain[0], /Indeks Pembangunan Manusia/);
    for (const query of HOSTILE) assert.deepEqual(await shown(query), plain, query);
    assert.deepEqual(problems, []);
  }));

describe("the height", () => {
  /** The last height that a frame told, in each of the forms. */
  const told = (page) =>
    page.evaluate(() => {
      const all = self.heard.filter(({ from }) => from === 0).map(({ data }) => data);
      const last = (find) => all.map(find).filter((it) => it !== undefined).pop();
      return [
        last((it) => (it.type === "ascn-atlas:height" ? it.height : undefined)),
        last((it) => (it.sentinel === "amp" && it.type === "embed-size" ? it.height : undefined)),
        last((it) => (it["datawrapper-height"] ? Object.values(it["datawrapper-height"])[0] : undefined)),
        last((it) => (typeof it === "string" ? JSON.parse(it).height : undefined)),
      ];
    });
  const high = (page) => page.frames()[1].evaluate(() => Math.ceil(document.querySelector("main").getBoundingClientRect().height));
  const right = async (page, what) => {
    // A frame of the page is one of the widget as well.
    await page.frames()[1].evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const height = await high(page);
    assert.deepEqual(await told(page), [height, height, height, height], what);
    return height;
  };

  test("is told after the start, a choice, another width and other letters", () =>
    framed({ body: frame(widget(), 'sandbox="allow-scripts"') }, async (page) => {
      await lives(page);
      const first = await right(page, "start");
      await inside(page).locator("#table summary").click();
      await inside(page).locator("#table tbody tr").first().waitFor();
      assert.ok((await right(page, "table")) > first);
      await inside(page).locator("#table summary").click();
      await inside(page).getByRole("button", { name: "Ranking" }).click();
      await right(page, "ranking");
      await page.setViewportSize({ width: 320, height: 900 });
      await inside(page).locator('#picture svg[viewBox^="0 0 340 "]').waitFor();
      await right(page, "width");
      await page.frames()[1].evaluate(() => (document.body.style.fontSize = "22px"));
      await right(page, "letters");
    }));

  test("with it, no frame has a scroll bar", () =>
    framed({ body: frame(widget("region-hdi"), 'sandbox="allow-scripts"') }, async (page) => {
      await lives(page);
      const height = await right(page, "start");
      await page.evaluate((height) => (document.querySelector("iframe").height = height), height);
      await page.frames()[1].waitForFunction((height) => innerHeight === height, height);
      const [high, room] = await page.frames()[1].evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
      assert.ok(high <= room, `${high} in ${room}`);
      assert.equal(await right(page, "the same in its own height"), height);
    }));
});

for (const [name, address, comes] of [
  ["a chart", widget, (page) => lives(page)],
  ["a comparison", comparison, (page) => compares(page)],
]) {
  test(`messages from the page around ${name} change nothing`, () =>
    framed({ body: frame(address(), 'sandbox="allow-scripts"') }, async (page) => {
      await comes(page);
      const content = () => page.frames()[1].evaluate(() => document.querySelector("main").innerHTML);
      const before = await content();
      const count = await page.evaluate((list) => {
        const others = [null, 0, "", "x", {}, [], { type: "lang", lang: "id" }, "<img src=x>", "{", { toString: 1 }, new ArrayBuffer(8)];
        const all = [...(0, eval)(list), ...others];
        for (const message of all) document.querySelector("iframe").contentWindow.postMessage(message, "*");
        return all.length;
      }, MESSAGES);
      assert.ok(count >= 50, String(count));
      await page.frames()[1].evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      assert.equal(await content(), before);
    }));
}

test("a page is printed with what its live widgets show", { skip: unreadable }, () =>
  framed({ body: [widget("hdi", "lang=en&places=IDN,VNM"), comparison()].map((it) => frame(it, 'sandbox="allow-scripts"').replace('height="600"', 'height="1100"')).join("") }, async (page) => {
    await lives(page, 0);
    await compares(page, 1);
    const text = squeezed(sheets(await page.pdf()).join(""));
    for (const words of ["Human Development Index", "Indonesia", "Viet Nam", "Hanoi", "Sumedang", "Joined the network", "Sources:"]) {
      assert.ok(text.includes(squeezed(words)), words);
    }
    // What is for hands alone is not on paper.
    for (const words of ["Ranking", "Picked:"]) assert.ok(!text.includes(squeezed(words)), words);
  }));
