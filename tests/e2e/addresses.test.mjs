// Proves that addresses work as on any static host: opened directly with or without their file name
// or last slash, below any path, in a city that does not exist, on a page that does not exist, and
// from a disk, where the site says in words that it needs a server.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";

import { withPage } from "./lib/browser.mjs";
import { DIST, INDEX, LANGS } from "./lib/site.mjs";
import { heading, Visits } from "./lib/visit.mjs";

// A folder whose name looks like a language must not mislead the site.
for (const prefix of ["/", "/some/sub/path/", "/en/cities/"]) {
  describe(`a site below ${prefix}`, () => {
    const site = new Visits();
    before(() => site.open({ prefix }));
    after(() => site.close());

    test("the root leads to the reader's language", () =>
      site.visit(async (page) => {
        await site.go(page, "");
        await site.arrive(page, "id/");
        await page.locator(".map > svg").waitFor();
      }));

    for (const path of ["id/cities/hanoi/", "id/cities/hanoi", "id/cities/hanoi/index.html", "id/cities/hanoi/?from=mail#people"]) {
      test(`${path} opens the city`, () =>
        site.visit(async (page) => {
          await site.go(page, path);
          await heading(page, "Hanoi");
          await page.locator(".country-rows").waitFor();
        }));
    }

    test("links, reload and back stay below it", () =>
      site.visit(async (page) => {
        await site.go(page, "en/");
        await page.getByRole("link", { name: "Cities", exact: true }).click();
        await site.arrive(page, "en/cities/");
        await page.locator(".rows a").getByText("Dili").click();
        await site.arrive(page, "en/cities/dili/");
        // Whole, so that leaving it breaks no request off.
        await page.locator(".country-rows").waitFor();
        await page.reload();
        await heading(page, "Dili");
        await page.locator(".country-rows").waitFor();
        await page.goBack();
        await site.arrive(page, "en/cities/");
        await page.locator(".rows a").getByText("Dili").waitFor();
      }));

    test("links of the page lead to files that are there", () =>
      site.visit(async (page) => {
        const seen = new Set();
        for (const path of ["", "id/", "en/cities/", "id/cities/sumedang/"]) {
          await site.go(page, path);
          await page.locator(".map > svg").waitFor();
          const links = await page.evaluate(() =>
            [...document.querySelectorAll("a[href]:not([data-jump])")]
              .map((link) => new URL(link.getAttribute("href"), document.baseURI))
              .filter((url) => url.origin === location.origin)
              .map((url) => url.href),
          );
          for (const link of links) seen.add(link);
        }
        assert.ok(seen.size > 2 * INDEX.cities.length, `${seen.size} links`);
        const dead = [];
        for (const link of seen) {
          const { status } = await fetch(link);
          if (status !== 200) dead.push(`${status} ${link}`);
        }
        assert.deepEqual(dead, []);
      }));
  });
}

describe("addresses that lead nowhere", () => {
  const site = new Visits();
  before(() => site.open());
  after(() => site.close());

  const words = {
    id: { title: "Halaman tidak ditemukan", city: "Tidak ada kota “atlantis” dalam jejaring.", page: "Tidak ada halaman di alamat ini.", all: "Lihat semua kota" },
    en: { title: "Page not found", city: "There is no city “atlantis” in the network.", page: "There is no page at this address.", all: "See all cities" },
  };
  /** The host's answer, and the console's line about it. */
  const expected = /404/;

  for (const lang of LANGS) {
    const word = words[lang];

    test(`a city that is not in the network, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/`);
        await page.locator(".map > svg").waitFor();
        // As a link in the page would lead there: the host has no such page to open.
        await page.evaluate((href) => {
          const link = document.createElement("a");
          link.href = href;
          link.setAttribute("href", href);
          document.querySelector("main").append(link);
          link.click();
        }, `${lang}/cities/atlantis/`);
        await heading(page, word.title);
        await page.getByText(word.city).waitFor();
        assert.equal(await page.title(), `${word.title} · ASCN Atlas`);
        await page.getByRole("link", { name: word.all }).click();
        await site.arrive(page, `${lang}/cities/`);
      }, { expected }));

    test(`an entry of the history that is no page, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/`);
        await page.locator(".map > svg").waitFor();
        await page.evaluate((href) => {
          history.pushState(null, "", href);
          dispatchEvent(new PopStateEvent("popstate"));
        }, `${site.base}${lang}/nothing/here/`);
        await heading(page, word.title);
        await page.getByText(word.page).waitFor();
      }));

    for (const path of ["nothing/here/", "cities/atlantis/"]) {
      test(`${lang}/${path} opened directly`, () =>
        site.visit(async (page) => {
          await site.go(page, `${lang}/${path}`);
          await heading(page, word.title);
          await page.getByRole("link", { name: word.all }).click();
          await site.arrive(page, `${lang}/cities/`);
        }, { expected }));
    }
  }
});

test("opened from a disk the page says that it needs a server", async () => {
  const site = await new Visits().open();
  try {
    await withPage(site.browser, {}, async (page) => {
      await page.goto(pathToFileURL(join(DIST, "index.html")).href);
      await page.getByText("The interactive parts of this site are not running.").waitFor();
      await page.getByText("Bagian interaktif situs ini tidak berjalan.").waitFor();
    });
  } finally {
    await site.close();
  }
});
