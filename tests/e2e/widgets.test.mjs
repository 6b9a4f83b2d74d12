// Proves that fixed widgets can be read on pages of other sites, whatever these allow: every kind in a
// plain frame, in sandboxes, below a strict policy, on a disk, right to left, without storage, on paper;
// that they say what the data say, with sources, date and a way to the page; that they ask for nothing
// but themselves and keep nothing; that they fit 240 pixels and can be read in both themes, whatever
// the author's colour.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { TAGS, violations } from "./lib/axe.mjs";
import { launch, overflow, watch, withPage } from "./lib/browser.mjs";
import { sheets, squeezed, unreadable } from "./lib/paper.mjs";
import { serve } from "./lib/server.mjs";
import { city, DIST, INDEX, indicatorPage, LANGS, number } from "./lib/site.mjs";
import { article, file, foot, frame, KINDS, otherSite, projectsOf, SETTINGS, source } from "./lib/widgets.mjs";

let browser;
let atlas;
let other;
let folder;
before(async () => {
  [browser, atlas, other] = await Promise.all([launch(), serve(DIST), otherSite()]);
  folder = mkdtempSync(join(tmpdir(), "widgets-"));
});
after(async () => {
  await Promise.all([browser?.close(), atlas?.close(), other?.close()]);
  if (folder) rmSync(folder, { recursive: true });
});

/** The address of a page around a widget, as a setting says. */
function around(name, setting, lang) {
  const html = article(frame(atlas.base + file(lang, name), setting.frame), setting);
  if (!setting.disk) return other.show(html, setting.headers?.(atlas.base));
  const path = join(folder, `${name.replaceAll("/", "-")}-${lang}.html`);
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

for (const [how, setting] of Object.entries(SETTINGS)) {
  describe(how, () => {
    for (const [kind, [name, heading]] of Object.entries(KINDS)) {
      test(kind, () =>
        withPage(browser, {}, async (page, context) => {
          const problems = watch(page, "");
          for (const lang of LANGS) {
            const url = around(name, setting, lang);
            const before = atlas.asked.length;
            await page.goto(url);
            const inside = page.frames()[1];
            await inside.waitForLoadState();
            assert.equal(await inside.locator("h1").innerText(), heading(lang));
            assert.equal(await inside.locator("html").getAttribute("lang"), lang);
            assert.match(await inside.locator("footer").innerText(), foot(lang));
            assert.deepEqual(atlas.asked.slice(before), [file(lang, name)], "asked for");
          }
          assert.deepEqual(await context.cookies(), []);
          assert.deepEqual((await context.storageState()).origins, []);
          // A browser says that it does what it is told.
          assert.deepEqual(setting.scripts ? problems : problems.filter((it) => !/Blocked script execution/.test(it)), []);
        }),
      );
    }
  });
}

test("where storage is blocked nothing is asked of it", () =>
  withPage(browser, {}, async (page) => {
    const problems = watch(page, "");
    await page.addInitScript(() => {
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, { get() { throw new DOMException(`${name} is blocked`, "SecurityError"); } });
      }
    });
    for (const [name, heading] of Object.values(KINDS)) {
      await page.goto(around(name, SETTINGS["plain frame"], "en"));
      assert.equal(await page.frames()[1].locator("h1").innerText(), heading("en"));
    }
    assert.deepEqual(problems, []);
  }));

test("every widget's own policy allows its script and its style and nothing else", () => {
  const names = readdirSync(join(DIST, "widgets"), { recursive: true }).filter((it) => /^(?:en|id)[\\/].*\.html$/.test(it));
  assert.ok(names.length > 2000, `${names.length} widgets`);
  const wrong = names.filter((name) => {
    const html = readFileSync(join(DIST, "widgets", name), "utf8");
    const said = html.match(/^<!doctype html><html [^>]*><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)">/)?.[1] ?? "";
    const bare = !/<(?:img|link|script src|iframe|object|video)|\bon\w+="|\sstyle="|javascript:|url\(|@import/.test(html);
    return !bare || !/^default-src 'none';style-src 'sha256-[\w+/]{43}=';script-src 'sha256-[\w+/]{43}=';base-uri 'none';form-action 'none'$/.test(said) || html.includes("<style></style>");
  });
  assert.deepEqual(wrong.slice(0, 5), []);
});

test("every widget has one script of a kilobyte at most", () => {
  for (const lang of LANGS) {
    for (const [name] of Object.values(KINDS)) {
      const scripts = source(lang, name).match(/(?<=<script>)[^]*?(?=<\/script>)/g);
      assert.equal(scripts.length, 1, name);
      assert.ok(Buffer.byteLength(scripts[0]) <= 1000, `${name}: ${Buffer.byteLength(scripts[0])} bytes`);
    }
  }
});

describe("content", () => {
  /** A widget as a reader sees it, alone. */
  const seen = (lang, name, read, options = {}) =>
    withPage(browser, options, async (page) => {
      await page.goto(atlas.base + file(lang, name), { waitUntil: "load" });
      return read(page);
    });

  for (const lang of LANGS) {
    test(`counts of projects add up in ${lang}`, async () => {
      for (const { id } of INDEX.cities) {
        const { projects } = city(id).city;
        const html = source(lang, `projects/${id}`);
        const items = html.match(/<li>/g) ?? [];
        assert.equal(items.length, projects.length, id);
        const counts = Object.values(projectsOf(id));
        const said = [...(html.match(/<p class="?counts"?>(.*?)<\/p>/)?.[1] ?? "").matchAll(/<\/span>: (\d+)/g)].map(([, it]) => Number(it));
        assert.deepEqual([...said].sort(), [...counts].sort(), id);
        assert.equal(said.reduce((one, two) => one + two, 0), projects.length, id);
      }
    });

    test(`key figures are the newest values in ${lang}`, async () => {
      const { indicator } = indicatorPage("hdi");
      for (const { place, points } of indicator.series) {
        const measured = points.filter(([year]) => !indicator.projection_from || year < indicator.projection_from);
        const [year, value] = measured.at(-1);
        const html = source(lang, `figure/hdi/${place}`);
        const [, big, when] = html.match(/<b class="?big"?>([^<]*)<\/b> <span class="?year"?>(\d+)<\/span>/);
        assert.ok(big.includes(number(value, lang)), `${place}: ${big}`);
        assert.equal(Number(when), year, place);
      }
    });

    test(`the newest values of a chart's places are in its table in ${lang}`, () => {
      const { indicator, default_places: places } = indicatorPage("hdi");
      const rows = [...source(lang, "chart/hdi").matchAll(/<tr><th[^>]*>[^<]+(?:<\/th>)?<td>([^<]*)(?:<\/td>)?<td>(\d+)/g)].map(([, value, year]) => [value, Number(year)]);
      const wanted = places.map((place) => {
        const { points } = indicator.series.find((it) => it.place === place);
        const [year, value] = points.filter(([it]) => !indicator.projection_from || it < indicator.projection_from).at(-1);
        return [number(value, lang), year];
      });
      assert.deepEqual(rows, wanted);
    });

    test(`the map lists every city in ${lang}, and each leads to its page in a new tab`, () =>
      seen(lang, "map", async (page) => {
        const links = await page.locator("details a").evaluateAll((all) => all.map((it) => [it.textContent, it.href]));
        const wanted = INDEX.cities.map(({ id, name }) => [name[lang], `${atlas.base}${lang}/cities/${id}/`]);
        assert.deepEqual([...links].sort(), wanted.sort());
        const [opened] = await Promise.all([page.waitForEvent("popup"), page.locator("footer a").last().click()]);
        assert.equal(opened.url(), `${atlas.base}${lang}/network/`);
        assert.equal(await opened.evaluate(() => window.opener), null);
      }));

    test(`cities of a state side by side in ${lang}: populations with their years`, () =>
      seen(lang, "cities/VNM", async (page) => {
        const rows = await page.locator("table").first().locator("tr").evaluateAll((all) => all.map((row) => [...row.cells].map((it) => it.textContent)));
        const wanted = INDEX.cities.filter((it) => it.country === "VNM").map(({ id, name }) => {
          const newest = city(id).city.population.reduce((best, it) => (it.year > best.year ? it : best));
          return [name[lang], `${number(newest.value, lang)} ${newest.year}`];
        });
        assert.deepEqual(rows, wanted);
      }));
  }

  test("every link of every kind leads to a page that is there", async () => {
    for (const lang of LANGS) {
      for (const [name] of Object.values(KINDS)) {
        const own = new URL(file(lang, name), "https://atlas.example/a/b/");
        for (const [, quoted, plain] of source(lang, name).matchAll(/ href=(?:"([^"]*)"|([^ >]+))/g)) {
          const to = new URL((quoted ?? plain).replaceAll("&amp;", "&"), own);
          if (to.origin !== own.origin) continue;
          assert.match(to.pathname, /^\/a\/b\/(en|id)\//);
          readFileSync(join(DIST, to.pathname.slice("/a/b/".length), "index.html"));
        }
      }
    }
  });

  for (const width of [240, 320, 640]) {
    test(`nothing sticks out at ${width} pixels`, () =>
      withPage(browser, { viewport: { width, height: 700 } }, async (page) => {
        for (const [name] of Object.values(KINDS)) {
          for (const lang of LANGS) {
            for (const query of ["", "?minimal=1&border=0"]) {
              await page.goto(atlas.base + file(lang, name) + query);
              assert.deepEqual(await overflow(page), [], `${lang} ${name}${query}`);
            }
          }
        }
      }));
  }

  test("what stays with the minimal view", () =>
    withPage(browser, {}, async (page) => {
      for (const [name] of Object.values(KINDS)) {
        await page.goto(`${atlas.base}${file("en", name)}?minimal=1`);
        assert.ok(await page.locator("h1").isVisible(), name);
        assert.ok(await page.locator("footer a").last().isVisible(), name);
        assert.match(await page.locator("footer").innerText(), foot("en"));
        assert.equal(await page.locator("details:visible, .note:visible").count(), 0, name);
      }
    }));

  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing in any kind, ${colorScheme}`, { timeout: 300_000 }, () =>
      withPage(browser, { colorScheme, viewport: { width: 400, height: 800 } }, async (page) => {
        for (const [name] of Object.values(KINDS)) {
          await page.goto(atlas.base + file("en", name));
          for (const it of await page.locator("summary").all()) await it.click();
          assert.deepEqual(await violations(page, [...TAGS, "best-practice"]), [], name);
        }
      }));
  }

  test("an author's colour is mixed until it can be read, in both themes", () =>
    withPage(browser, {}, async (page) => {
      // Another way than the widget does: by the browser's own numbers, from what is shown.
      const contrast = (one, two) => {
        const light = (text) => {
          const [red, green, blue] = text.match(/\d+/g).map((it) => (it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4));
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
        };
        const [low, high] = [light(one), light(two)].sort((a, b) => a - b);
        return high / low;
      };
      const shown = async (query) => {
        await page.goto(`${atlas.base}${file("en", "city/hanoi")}?${query}`);
        return page.evaluate(() => [getComputedStyle(document.querySelector("footer a")).color, getComputedStyle(document.body).backgroundColor]);
      };
      for (const theme of ["light", "dark"]) {
        for (const accent of ["ffffff", "000000", "ffff00", "00594f", "808080", "12171d", "ff0000", "7f7fff", "ABCDEF"]) {
          const [link, ground] = await shown(`theme=${theme}&accent=${accent}`);
          assert.ok(contrast(link, ground) >= 4.5, `${accent} on ${theme}: ${contrast(link, ground)}`);
        }
      }
      assert.equal((await shown("theme=light&accent=00594f"))[0], "rgb(0, 89, 79)", "what can be read stays as it is");
    }));

  test("a page is printed with what its widgets say", { skip: unreadable }, () =>
    withPage(browser, {}, async (page) => {
      await page.goto(other.show(article(Object.values(KINDS).map(([name]) => frame(atlas.base + file("en", name)).replace('height="300"', 'height="900"')).join(""))));
      await Promise.all(page.frames().map((it) => it.waitForLoadState()));
      const text = squeezed(sheets(await page.pdf()).join(""));
      for (const [, heading] of Object.values(KINDS)) assert.ok(text.includes(squeezed(heading("en"))), heading("en"));
    }));
});
