// Proves that the atlas can be saved and then read without a network, whole and in both languages;
// that nothing is saved unasked; and that what is said of it is true when saving fails.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { json, keeps, needed, part, press, saveAt, says, servesOnly, versionOf } from "./lib/offline.mjs";
import { serve } from "./lib/server.mjs";
import { city, DIST, INDICATORS, LANGS } from "./lib/site.mjs";

const VERSION = versionOf(DIST);
const { packs } = json(DIST, `offline/${VERSION}.json`);
const { bytes: BYTES } = json(DIST, "offline/latest.json");
const sum = (content) => createHash("sha256").update(content).digest("hex").slice(0, 32);
/** Megabytes, written another way than the page writes them. */
const mb = (bytes, point) => String(Math.round(bytes / 1e4) / 100).replace(/^(\d+)(?:\.(\d*))?$/, (_, whole, rest = "") => `${whole}${point}${rest.padEnd(2, "0")}`);

let browser;
let server;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A reader with a browser of their own, on a host of their own below a path. */
const reader = (act, options = {}) =>
  withPage(browser, { viewport: { width: 1280, height: 900 }, locale: "id-ID", ...options }, async (page, context) => {
    server = await serve(DIST, { prefix: "/some/path/" });
    try {
      await act(page, context);
    } finally {
      await server.close();
    }
  });

const WIDGETS = { en: /not part of what is saved/, id: /tidak termasuk dalam salinan/ };

describe("what a copy holds", () => {
  test("every file that the app asks for, as it is, and no pages but a shell for each language", () => {
    const found = new Map();
    for (const { file, bytes, hash, files } of packs) {
      const pack = readFileSync(join(DIST, file));
      assert.equal(pack.length, bytes, file);
      assert.equal(sum(pack), hash, file);
      let at = 0;
      for (const [name, length, packed, hash] of files) {
        const content = gunzipSync(pack.subarray(at, (at += packed)));
        assert.deepEqual([content.length, sum(content)], [length, hash], name);
        assert.ok(content.equals(readFileSync(join(DIST, name))), name);
        found.set(name, length);
      }
      assert.equal(at, bytes, file);
    }
    for (const name of needed(DIST)) assert.ok(found.has(name), name);
    assert.deepEqual([...found.keys()].filter((name) => name.endsWith(".html")).sort(), ["offline/en.html", "offline/id.html"]);
    assert.ok(![...found.keys()].some((name) => name.startsWith("img/")));
  });

  test("at most 3 MB, and exactly what it is said to be", () => {
    const list = readFileSync(join(DIST, `offline/${VERSION}.json`));
    assert.equal(sum(list), VERSION);
    const files = readdirSync(join(DIST, "offline")).filter((name) => name.endsWith(".pack"));
    const total = files.reduce((bytes, name) => bytes + readFileSync(join(DIST, "offline", name)).length, list.length);
    assert.equal(total, BYTES);
    assert.ok(total <= 3_000_000, `${total} bytes`);
  });
});

test("nothing is saved and no worker runs before the reader asks", () =>
  reader(async (page) => {
    for (const path of ["en/", "en/cities/hanoi/", "id/about/"]) {
      await page.goto(server.base + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await says(page, `Yang diunduh: ${mb(BYTES, ",")} MB`);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
    // What the part on "about" needs, and no more: once for the page as the host wrote it, once for the app's.
    const asked = server.asked.filter((path) => /^offline\/|^sw/.test(path)).map((path) => path.replace(/-\w+/, ""));
    assert.deepEqual([...new Set(asked)], ["offline/part.js", "offline/latest.json"]);
  }));

test("no worker in frames, whatever the frame may do", () =>
  reader(async (page) => {
    for (const sandbox of ["", 'sandbox="allow-scripts"', 'sandbox="allow-scripts allow-same-origin"']) {
      await page.goto(`${server.base}offline/latest.json`);
      await page.setContent(`<iframe ${sandbox} src="${server.base}en/about/" width="900" height="900"></iframe>`);
      const frame = page.frameLocator("iframe");
      // Where a frame may load the app at all, its part says that nothing can be saved.
      if (sandbox !== 'sandbox="allow-scripts"') await frame.locator("atlas-offline > p").waitFor();
      assert.equal(await frame.locator("atlas-offline .offline-part").count(), 0);
    }
    assert.ok(!server.asked.includes("sw.js"));
  }));

describe("saved, and the network cut", () => {
  const project = city("sumedang").city.projects[0].id;
  const PLACES = [
    "", "cities/", "cities/?q=jakarta", "cities/sumedang/", "indicators/", `indicators/${INDICATORS[0].id}/`, "compare/",
    "compare/?cities=jakarta,hanoi", "countries/", "countries/VNM/", "programs/", "programs/rok-nusantara/", "partners/jpn/",
    "projects/", `projects/sumedang/${project}/`, "network/", "network/annual-7/", "documents/", "data/", "about/", "search/?q=air",
  ];

  for (const way of ["the host is gone", "the browser is offline"]) {
    test(`every kind of page opens in both languages: ${way}`, () =>
      reader(async (page, context) => {
        await saveAt(page, server.base);
        if (way === "the host is gone") await server.close();
        else await context.setOffline(true);
        const problems = watch(page, server.base);
        for (const lang of LANGS) {
          for (const place of PLACES) {
            await page.goto(`${server.base}${lang}/${place}`);
            const [path] = place.split("?");
            const html = readFileSync(join(DIST, lang, path, "index.html"), "utf8");
            const title = html.match(/<title>(.*?)<\/title>/)[1].replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
            if (!place.includes("?")) await page.waitForFunction((title) => document.title === title, title);
            await page.locator("h1").waitFor();
            assert.equal(await page.getAttribute("html", "lang"), lang);
            // A page that is left while it loads breaks its requests off.
            await page.waitForLoadState("networkidle");
            assert.equal(await page.locator("main .loading").count(), 0, place);
            assert.equal(await page.getByRole("alert").count(), 0, place);
          }
        }
        // The root leads to a language, an address of nothing to words.
        await page.goto(server.base);
        await page.waitForURL(/\/(id|en)\/$/);
        await page.waitForLoadState("networkidle");
        await page.goto(`${server.base}en/no/such/page/`);
        await page.getByRole("heading", { level: 1, name: "Page not found" }).waitFor();
        // The browser fetches what search engines and homescreens are told of by itself.
        const own = /favicon|manifest|net::ERR_ABORTED/;
        assert.deepEqual(problems.filter((it) => !own.test(it)), [], "console, errors, requests");
      }));
  }

  test("clicked through, in both languages, with code and data that were never loaded before", () =>
    reader(async (page) => {
      await saveAt(page, server.base);
      await server.close();
      const problems = watch(page, server.base);
      for (const lang of LANGS) {
        const link = page.locator(`.languages [lang=${lang}]`);
        if ((await link.getAttribute("aria-current")) !== "true") await link.click();
        await page.waitForFunction((lang) => document.documentElement.lang === lang, lang);
        const links = await page.locator(".site-header nav a, .site-footer nav a").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
        for (const href of links) {
          await page.locator(`nav a[href="${href}"]`).first().click();
          await page.locator("h1").waitFor();
          await page.waitForFunction(() => !document.querySelector("main .loading"));
          const alerts = await page.getByRole("alert").allTextContents();
          // Widgets are for other sites, and not part of a copy.
          if (href.endsWith("/embed/")) assert.match(alerts.join(), WIDGETS[lang]);
          else assert.deepEqual(alerts, [], href);
        }
        await page.locator(".site-header .site-name").click();
        await page.locator(".by-country a").first().click();
        await page.locator("figure[id^=chart-]").first().scrollIntoViewIfNeeded();
        await page.locator("figure[id^=chart-] .stage svg").first().waitFor();
        await page.goBack();
        await page.locator(".by-country a").first().waitFor();
      }
      const ofWidgets = /widgets\/editions\.json|^console error: Failed to load resource: net::ERR_FAILED$/;
      assert.deepEqual(problems.filter((it) => !ofWidgets.test(it)), [], "console, errors, requests");
      assert.ok(problems.length <= 3 * LANGS.length, problems.join("\n"));
    }));

  test("every byte is that of the version", () =>
    reader(async (page) => {
      await saveAt(page, server.base);
      await server.close();
      await page.goto(`${server.base}en/cities/hanoi/`);
      await servesOnly(page, DIST, DIST);
    }));
});

test("by keyboard: saved with progress that is told, cancelled, saved again, removed", () =>
  reader(async (page) => {
    let go;
    const held = new Promise((resolve) => (go = resolve));
    const last = packs.at(-1).file;
    server.fail(last, (response, content) => held.then(() => response.end(content)));
    await page.goto(`${server.base}en/about/`);
    const focused = (name) => page.waitForFunction((name) => document.activeElement.textContent === name, name);
    await part(page).getByRole("button").focus();
    await page.keyboard.press("Enter");
    await focused("Cancel");
    await part(page).getByRole("status").filter({ hasText: "75 per cent saved" }).waitFor();
    const bar = part(page).getByRole("progressbar", { name: "Saving" });
    assert.equal(Number(await bar.getAttribute("max")), BYTES);
    const reached = BYTES - packs.at(-1).bytes;
    await page.waitForFunction((reached) => document.querySelector("atlas-offline progress").value === reached, reached);
    await says(page, `Saving: ${mb(reached, ".")} of ${mb(BYTES, ".")} MB`);

    // The part may be left: saving goes on.
    await page.locator(".site-header .site-name").click();
    await page.goBack();
    await says(page, `Saving: ${mb(reached, ".")} of`);
    await part(page).getByRole("button", { name: "Cancel" }).focus();
    await page.keyboard.press("Enter");
    await says(page, "Saving was cancelled");
    await focused("Save for reading without internet");
    await keeps(page);

    go();
    server.heal();
    await page.keyboard.press("Enter");
    await says(page, `Everything is saved: ${mb(BYTES, ".")} MB`);
    await focused("Remove from this browser");
    await page.keyboard.press("Enter");
    await says(page, "The copy has been removed");
    await focused("Save for reading without internet");
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  }));

describe("when saving fails", () => {
  const WAYS = {
    "404": "The server answered with error 404.",
    "500": "The server answered with error 500.",
    "HTML page with 200": "damaged, cut off, or of another version",
    "truncated JSON": "damaged, cut off, or of another version",
    "connection cut": "The connection is gone.",
  };
  for (const [fault, words] of Object.entries(WAYS)) {
    test(`${fault}: it is said, nothing wrong is stored, what came is kept for the next attempt`, () =>
      reader(async (page) => {
        server.fail(packs[3].file, fault);
        await page.goto(`${server.base}en/about/`);
        await press(page, "Save for reading");
        await part(page).getByRole("alert").filter({ hasText: words }).waitFor();
        const here = BYTES - packs.slice(3).reduce((bytes, pack) => bytes + pack.bytes, 0);
        await says(page, `Not complete: ${mb(here, ".")} of ${mb(BYTES, ".")} MB are saved.`);
        assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);

        server.heal();
        const before = server.asked.length;
        await press(page, "Complete it");
        await says(page, "Everything is saved");
        const again = server.asked.slice(before).filter((path) => path.endsWith(".pack"));
        assert.deepEqual(again, packs.slice(3).map(({ file }) => file));
      }));
  }

  test("a list that is another page is refused", () =>
    reader(async (page) => {
      server.fail(`${VERSION}.json`, "HTML page with 200");
      await page.goto(`${server.base}en/about/`);
      await press(page, "Save for reading");
      await part(page).getByRole("alert").filter({ hasText: "of another version" }).waitFor();
    }));

  test("without a network there is nothing to save from, until there is", () =>
    reader(async (page) => {
      server.fail("latest.json", "HTML page with 200");
      await page.goto(`${server.base}id/about/`);
      await says(page, "Untuk menyimpan atlas, sambungkan dulu ke internet.");
      server.heal();
      await press(page, "Coba lagi");
      await says(page, "Yang diunduh");
    }));

  test("a disk on which there is too little room is told before anything is fetched", () =>
    reader(async (page) => {
      await page.addInitScript(() => {
        navigator.storage.estimate = async () => ({ quota: 1_000_000, usage: 250_000 });
      });
      await page.goto(`${server.base}id/about/`);
      await press(page, "Simpan untuk dibuka");
      await part(page).getByRole("alert").filter({ hasText: "Ruang penyimpanan peramban penuh: tersisa 0,75 MB." }).waitFor();
      assert.deepEqual(server.asked.filter((path) => path.endsWith(".pack")), []);
      await keeps(page);
    }));

  test("a disk that is full on the way is told, and nothing half stays", () =>
    reader(async (page, context) => {
      const cdp = await context.newCDPSession(page);
      const { origin } = new URL(server.base);
      await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 700_000 });
      await page.goto(`${server.base}en/about/`);
      await press(page, "Save for reading");
      await part(page).getByRole("alert").filter({ hasText: "storage is full." }).waitFor();
      await keeps(page);
      await cdp.send("Storage.overrideQuotaForOrigin", { origin });
      await press(page, "Save for reading");
      await says(page, "Everything is saved");
    }));
});

describe("a damaged copy", () => {
  const packOf = (end) => packs.find(({ files }) => files.some(([name]) => name.endsWith(end))).file;
  /** Damages the pack in which a file is. */
  const spoil = (page, end) =>
    page.evaluate(async (file) => {
      const cache = await caches.open((await caches.keys()).find((it) => !it.endsWith(" facts")));
      const bytes = new Uint8Array(await (await cache.match(file)).arrayBuffer());
      await cache.put(file, new Response(bytes.fill(7, 100)));
    }, packOf(end));
  /** Waits until that pack is again as it was. */
  const healed = (page, end) =>
    page.evaluate(async (file) => {
      const cache = await caches.open((await caches.keys()).find((it) => !it.endsWith(" facts")));
      const isSpoilt = async () => new Uint8Array(await (await cache.match(file)).arrayBuffer()).subarray(100).every((byte) => byte === 7);
      while (await isSpoilt()) await new Promise(requestAnimationFrame);
    }, packOf(end));

  for (const end of ["cities/hanoi.json", "_bg.wasm", "words/en.json"]) {
    test(`${end}: the host's file takes the place of the damaged one, and the copy heals`, () =>
      reader(async (page) => {
        await saveAt(page, server.base);
        await spoil(page, end);
        await page.goto(`${server.base}en/cities/hanoi/`);
        await page.getByRole("heading", { level: 1, name: "Hanoi", exact: true }).waitFor();
        await healed(page, end);
        await server.close();
        await page.goto(`${server.base}en/about/`);
        await says(page, "Everything is saved");
      }));
  }

  test("without a network the rest is shown, the damage is told and completed later", () =>
    reader(async (page) => {
      await saveAt(page, server.base);
      await spoil(page, "programs/index.json");
      const port = Number(new URL(server.base).port);
      await server.close();
      await page.goto(`${server.base}en/programs/`);
      await page.getByRole("alert").waitFor();
      await page.goto(`${server.base}en/about/`);
      await says(page, "Not complete");
      server = await serve(DIST, { prefix: "/some/path/", port });
      await press(page, "Complete it");
      await says(page, "Everything is saved");
    }));

  test("a damaged shell without a network is told in both languages", () =>
    reader(async (page) => {
      await saveAt(page, server.base);
      await spoil(page, "offline/en.html");
      await server.close();
      await page.goto(`${server.base}en/`);
      await page.getByText("The copy of the atlas in this browser is damaged.").waitFor();
      await page.getByText("Salinan atlas di peramban ini rusak.").waitFor();
    }));
});

test("Chromium finds nothing that keeps the site from being installed, in both languages", () =>
  reader(async (page, context) => {
    const cdp = await context.newCDPSession(page);
    for (const lang of LANGS) {
      await page.goto(`${server.base}${lang}/cities/hanoi/`);
      const { url, errors, data } = await cdp.send("Page.getAppManifest");
      assert.deepEqual(errors, []);
      assert.equal(url, `${server.base}manifest.${lang}.webmanifest`);
      const manifest = JSON.parse(data);
      assert.equal(manifest.lang, lang);
      for (const { src, sizes } of manifest.icons) {
        const icon = readFileSync(join(DIST, src));
        assert.equal(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`, sizes, src);
      }
      for (const { url } of manifest.shortcuts) assert.ok(existsSync(join(DIST, url, "index.html")), url);
      // A browser of tests is always "in incognito".
      const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
      assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((it) => it !== "in-incognito"), []);
    }
  }));
