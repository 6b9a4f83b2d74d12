// Proves that a reader who has saved the atlas is at every moment on one version of it: that an update
// ends in exactly the old or exactly the new one, whatever happens on the way, that open pages keep
// theirs, and that the host can end it all.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { execFileSync } from "node:child_process";

import { launch, launchIn, withPage } from "./lib/browser.mjs";
import { json, keeps, MARKED, OFFLINE, part, press, saveAt, says, second, servesOnly, shows, versionOf } from "./lib/offline.mjs";
import { serve } from "./lib/server.mjs";
import { DIST } from "./lib/site.mjs";

const OLD = versionOf(DIST);
let browser;
let server;
/** The second version, its name, and a pack in it that the first has not. */
let next;
let NEW;
let changed;

before(async () => {
  browser = await launch();
  next = second();
  NEW = versionOf(next);
  const olds = json(DIST, `offline/${OLD}.json`).packs.map(({ file }) => file);
  changed = json(next, `offline/${NEW}.json`).packs.map(({ file }) => file).filter((file) => !olds.includes(file));
  assert.notEqual(NEW, OLD);
  assert.ok(changed.length > 1);
});
after(async () => {
  await browser?.close();
  if (next) rmSync(next, { recursive: true });
});

const bar = (page) => page.locator(".offline-bar");

/** A reader who has saved the first version, on a host that has the second one now. */
const reader = (act) =>
  withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page, context) => {
    server = await serve(DIST);
    try {
      await saveAt(page, server.base);
      server.show(next);
      await act(page, context);
    } finally {
      await server.close();
    }
  });

/** How long page and worker wait for each other, in milliseconds, when one lets the other not go on. */
const VAIN = 2000;

/** In the worker: when no copy is current yet, it looks no further before the page has made one so. */
const SLOW_LOOK = `{
  const { match } = Cache.prototype;
  const looks = new BroadcastChannel("looks");
  Cache.prototype.match = async function (name) {
    const found = await match.call(this, name);
    if (found || !String(name).endsWith("/current")) return found;
    looks.postMessage("");
    const wanted = String(name).replace(/current$/, "wanted");
    for (const end = performance.now() + ${VAIN}; performance.now() < end && (await match.call(this, wanted)); )
      await new Promise((resolve) => setTimeout(resolve, 10));
    return found;
  };
}`;

/** In the page: a copy becomes current after the worker has looked whether one is; which one the page shows it never says. */
function slowStep(most) {
  const { postMessage } = ServiceWorker.prototype;
  ServiceWorker.prototype.postMessage = function (message) {
    if (message.act !== "claim") postMessage.call(this, message);
  };
  const { put } = Cache.prototype;
  const hasLooked = new Promise((resolve) => (new BroadcastChannel("looks").onmessage = resolve));
  Cache.prototype.put = async function (name, ...more) {
    if (String(name).endsWith("/current")) await Promise.race([hasLooked, new Promise((resolve) => setTimeout(resolve, most))]);
    return put.call(this, name, ...more);
  };
}

test("a worker that tidies up while the copy becomes current leaves it", () =>
  withPage(browser, {}, async (page) => {
    server = await serve(DIST);
    try {
      server.fail("sw.js", (response, content, type) => response.writeHead(200, { "content-type": type }).end(SLOW_LOOK + content));
      await page.addInitScript(slowStep, VAIN);
      await saveAt(page, server.base);
      await keeps(page, OLD);
    } finally {
      await server.close();
    }
  }));

/** Takes the host away and back. */
async function without(act) {
  const { port } = new URL(server.base);
  await server.close();
  await act();
  server = await serve(next, { port: Number(port) });
}

/** All that the page is given is of the first version, or of the second. */
async function isAll(page, isSecond) {
  await without(async () => {
    await page.goto(server.base + MARKED);
    await shows(page, isSecond);
    await (isSecond ? servesOnly(page, next, DIST) : servesOnly(page, DIST, next));
  });
}

/** The update, asked for on "about". */
async function update(page) {
  await page.goto(`${server.base}en/about/`);
  await press(page, "Fetch the new version");
}

describe("a newer version", () => {
  test("is offered and not fetched; the old one is read on, with and without the host", () =>
    reader(async (page) => {
      await page.goto(server.base + MARKED);
      await bar(page).getByText("There is a newer version of the atlas").waitFor();
      assert.equal(await bar(page).getAttribute("role"), "status");
      await shows(page, false);
      assert.deepEqual(server.asked.filter((path) => changed.includes(path)), []);
      await isAll(page, false);
    }));

  test("is fetched by keyboard, only what has changed, and shown from the reload on", () =>
    reader(async (page) => {
      await page.goto(server.base + MARKED);
      const before = server.asked.length;
      await bar(page).getByRole("button", { name: "Fetch the new version" }).focus();
      await page.keyboard.press("Enter");
      const reload = bar(page).getByRole("button", { name: "Reload" });
      await reload.waitFor();
      assert.deepEqual(server.asked.slice(before).filter((path) => path.endsWith(".pack")).sort(), [...changed].sort());
      await shows(page, false);
      await without(() => servesOnly(page, DIST, next));
      // Focus has gone from one button to the next.
      await page.waitForFunction(() => document.activeElement.textContent === "Reload");
      await page.keyboard.press("Enter");
      await shows(page, true);
      assert.equal(await bar(page).getByRole("button").count(), 0);
      await isAll(page, true);
      // The old one is gone when nobody reads it.
      await keeps(page, NEW);
    }));

  test("can wait: “not now” lasts for the visit, and focus is not lost", () =>
    reader(async (page) => {
      await page.goto(server.base + MARKED);
      await bar(page).getByRole("button", { name: "Not now" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement.matches("h1"));
      await page.goto(`${server.base}id/`);
      await page.waitForLoadState("networkidle");
      assert.equal(await bar(page).getByRole("button").count(), 0);
    }));

  test("in Indonesian as well", () =>
    reader(async (page) => {
      await page.goto(`${server.base}id/cities/hanoi/`);
      await bar(page).getByRole("button", { name: "Unduh versi baru" }).click();
      await bar(page).getByText("Versi baru sudah tersimpan lengkap").waitFor();
      await bar(page).getByRole("button", { name: "Muat ulang" }).waitFor();
    }));

  test("two tabs: each keeps its version, and the old copy, until it is reloaded", () =>
    reader(async (page, context) => {
      await page.goto(server.base + MARKED);
      await shows(page, false);
      const other = await context.newPage();
      await update(other);
      await says(other, "The new version is saved in full");
      await other.goto(server.base + MARKED);
      await shows(other, true);
      // The first tab hears of it, and goes on.
      await bar(page).getByRole("button", { name: "Reload" }).waitFor();
      await without(async () => {
        await servesOnly(other, next, DIST);
        await servesOnly(page, DIST, next);
        await page.locator(".site-header .site-name").click();
        await page.locator(".by-country a").first().waitFor();
        const changes = await page.evaluate(() => fetch("data/changes.json").then((it) => it.json()));
        assert.deepEqual(changes, json(DIST, "data/changes.json"));
        await keeps(page, NEW, OLD);
      });
      await page.goto(server.base + MARKED);
      await shows(page, true);
      await keeps(page, NEW);
    }));
});

describe("an update that fails leaves exactly the old version, and the next attempt ends in the new one", () => {
  const complete = async (page) => {
    await update(page);
    await says(page, "The new version is saved in full");
    await isAll(page, true);
  };

  for (const fault of ["truncated JSON", "HTML page with 200", "404", "connection cut"]) {
    test(`a pack: ${fault}`, () =>
      reader(async (page) => {
        server.fail(changed.at(-1), fault);
        await update(page);
        await part(page).getByRole("alert").waitFor();
        await isAll(page, false);
        await complete(page);
      }));
  }

  test("a host that answers every address with a page and 200", () =>
    reader(async (page) => {
      server.fail("", "HTML page with 200");
      await page.goto(server.base + MARKED);
      await shows(page, false);
      await page.goto(`${server.base}en/about/`);
      await says(page, "Everything is saved");
      await isAll(page, false);
      await complete(page);
    }));

  test("quota", () =>
    reader(async (page, context) => {
      const cdp = await context.newCDPSession(page);
      const { origin } = new URL(server.base);
      const { usage } = await cdp.send("Storage.getUsageAndQuota", { origin });
      await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 200_000 });
      await update(page);
      await part(page).getByRole("alert").filter({ hasText: "storage is full" }).waitFor();
      await keeps(page, OLD);
      await isAll(page, false);
      await cdp.send("Storage.overrideQuotaForOrigin", { origin });
      await complete(page);
    }));

  test("cancelled by the reader", () =>
    reader(async (page) => {
      server.fail(changed.at(-1), () => {});
      await update(page);
      await press(page, "Cancel");
      await says(page, "Saving was cancelled");
      await keeps(page, OLD);
      await isAll(page, false);
      await complete(page);
    }));

  test("the worker is killed on the way", () =>
    reader(async (page, context) => {
      let asked;
      const isAsked = new Promise((resolve) => (asked = resolve));
      server.fail(changed.at(-1), asked);
      await update(page);
      await isAsked;
      const cdp = await context.newCDPSession(page);
      await cdp.send("ServiceWorker.enable");
      await cdp.send("ServiceWorker.stopAllWorkers");
      await page.goto(server.base + MARKED);
      await shows(page, false);
      await isAll(page, false);
      await complete(page);
    }));

  test("the browser is closed on the way", async () => {
    const profile = mkdtempSync(join(tmpdir(), "atlas-profile-"));
    server = await serve(DIST);
    let context = await launchIn(profile);
    try {
      let page = await context.newPage();
      await saveAt(page, server.base);
      server.show(next);
      let asked;
      const isAsked = new Promise((resolve) => (asked = resolve));
      server.fail(changed.at(-1), asked);
      await update(page);
      await isAsked;
      await context.close();
      server.heal();
      context = await launchIn(profile);
      page = await context.newPage();
      await isAll(page, false);
      await complete(page);
    } finally {
      await context.close();
      await server.close();
      rmSync(profile, { recursive: true });
    }
  });
});

describe("the switch", () => {
  /** How long a visit may take to end worker and copy, in milliseconds, and how often the page asks: the worker needs the storage itself. */
  const VISIT = 30_000;
  const BRIEF = 5_000;
  const OFTEN = 250;
  /** Whether worker and copy are gone within `most` milliseconds. */
  const ended = (page, most) =>
    page.evaluate(
      async ([most, often]) => {
        for (const end = performance.now() + most; performance.now() < end; ) {
          if ((await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length === 0) return true;
          await new Promise((resolve) => setTimeout(resolve, often));
        }
        return false;
      },
      [most, OFTEN],
    );

  test("off.js in the place of sw.js: the worker and the copy go, the site is the host's", () =>
    reader(async (page) => {
      execFileSync("node", [OFFLINE, next, "--off"]);
      assert.equal(readFileSync(join(next, "sw.js"), "utf8"), readFileSync(join(next, "offline/off.js"), "utf8"));
      try {
        await page.goto(server.base + MARKED);
        assert.ok(await ended(page, VISIT), "worker and copy are still there");
        await page.goto(server.base + MARKED);
        await shows(page, true);
      } finally {
        execFileSync("node", [OFFLINE, next]);
      }
    }));

  for (const status of [404, 410]) {
    test(`sw.js answers ${status} on a host that has the pages`, () =>
      reader(async (page) => {
        server.fail("sw.js", (response) => response.writeHead(status).end());
        // A visit asks for it when the host gave its page within the worker's patience; if not, the next one does.
        let isEnded = false;
        for (let visits = 1; visits <= 9 && !isEnded; visits += 1) {
          await page.goto(server.base + MARKED);
          isEnded = await ended(page, BRIEF);
        }
        assert.ok(isEnded, "worker and copy are still there");
        await page.goto(server.base + MARKED);
        await shows(page, true);
      }));
  }

  test("a host that has nothing any more leaves readers their copy", () =>
    reader(async (page) => {
      const empty = mkdtempSync(join(tmpdir(), "atlas-empty-"));
      writeFileSync(join(empty, "404.html"), "<title>parked</title>");
      server.show(empty);
      await page.goto(server.base + MARKED);
      await shows(page, false);
      await page.goto(`${server.base}en/about/`);
      await says(page, "Everything is saved");
      await isAll(page, false);
      rmSync(empty, { recursive: true });
    }));
});
