// Proves that the map of the cities can be moved by pointer, wheel, two fingers, keys and buttons, and
// the page past it; that every city of the page is on it with its place, its name and its link; that
// focus and the reader's ear follow; and that it does without the finer outlines when they do not come.
//
// Where a city must stand is computed here from its degrees: the map is equirectangular, true along
// 10 degrees north.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { INDEX, LANGS } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const WORDS = {
  en: { in: "Zoom in", out: "Zoom out", whole: "Whole region", map: "Map of the cities of the network", skip: "Skip the map: to the list of these cities", fine: "Finer outlines could not be loaded", retry: "Try again", view: /^Cities in view: (\d+) of (\d+)$/ },
  id: { in: "Perbesar", out: "Perkecil", whole: "Seluruh kawasan", map: "Peta kota anggota jejaring", skip: "Lewati peta: ke daftar kota ini", fine: "Garis batas yang lebih rinci tidak dapat dimuat", retry: "Coba lagi", view: /^Kota yang terlihat: (\d+) dari (\d+)$/ },
};

/** Opens a page and waits for its map. */
async function open(page, path) {
  await site.go(page, path);
  await page.locator(".map > svg").waitFor();
  await page.locator(".map-frame").evaluate((it) => it.scrollIntoView({ block: "center" }));
}

const frame = (page) => page.locator("[data-map]");
const button = (page, lang, step) => page.getByRole("button", { name: WORDS[lang][step], exact: true });

/** Where each city in view stands, in pixels from the frame's corner. */
const places = (page) =>
  page.evaluate(() => {
    const { left, top } = document.querySelector(".map > svg").getBoundingClientRect();
    const middle = (it) => {
      const box = it.querySelector(".spot").getBoundingClientRect();
      return [box.x + box.width / 2 - left, box.y + box.height / 2 - top];
    };
    return Object.fromEntries([...document.querySelectorAll(".map a")].map((it) => [it.getAttribute("aria-label"), middle(it)]));
  });

/** How many pixels a degree of latitude has: least squares over all cities shown. */
function scale(shown, lang) {
  const cities = INDEX.cities.filter((it) => shown[it.name[lang]]);
  const mean = (of) => cities.reduce((sum, it) => sum + of(it), 0) / cities.length;
  const [lat, y] = [mean((it) => it.lat), mean((it) => shown[it.name[lang]][1])];
  const up = mean((it) => (it.lat - lat) * (shown[it.name[lang]][1] - y));
  return -up / mean((it) => (it.lat - lat) ** 2);
}

/** Waits until the map is another than it was. */
async function changed(page, act) {
  const before = await page.locator(".map").innerHTML();
  await act();
  await page.waitForFunction((before) => document.querySelector(".map").innerHTML !== before, before);
}

/** Where a city stands now. */
const place = async (page, name) => (await places(page))[name];

describe("what it shows", () => {
  for (const lang of LANGS) {
    for (const width of [360, 1280]) {
      test(`every city, in ${lang} on ${width} pixels`, () =>
        site.visit(async (page) => {
          await open(page, `${lang}/`);
          const shown = await places(page);
          assert.deepEqual(Object.keys(shown).sort(), INDEX.cities.map((it) => it.name[lang]).sort());
          const perDegree = scale(shown, lang);
          const [one] = INDEX.cities;
          for (const { name, lat, lon } of INDEX.cities) {
            const [x, y] = shown[name[lang]];
            const [x0, y0] = shown[one.name[lang]];
            assert.ok(Math.abs(x - x0 - (lon - one.lon) * 0.985 * perDegree) < 0.6, `${name.en}: east to west`);
            assert.ok(Math.abs(y - y0 + (lat - one.lat) * perDegree) < 0.6, `${name.en}: north to south`);
          }
          // No name covers another.
          const boxes = await page.locator(".map text").evaluateAll((all) =>
            all.map((it) => ({ name: it.textContent, ...it.getBoundingClientRect().toJSON() })),
          );
          assert.ok(boxes.length > 12, `${boxes.length} names`);
          for (const [at, a] of boxes.entries()) {
            for (const b of boxes.slice(at + 1)) {
              const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 4 || b.bottom <= a.top + 4;
              assert.ok(apart, `${a.name} covers ${b.name}`);
            }
          }
        }, { viewport: { width, height: 800 } }));
    }
  }

  test("the directory's map shows the cities of the filters, as close as they fit", () =>
    site.visit(async (page) => {
      await open(page, "en/cities/");
      const whole = scale(await places(page), "en");
      await page.getByRole("combobox", { name: "Country" }).selectOption("PHL");
      const expected = INDEX.cities.filter((it) => it.country === "PHL").map((it) => it.name.en);
      await page.waitForFunction((count) => document.querySelectorAll(".map a").length === count, expected.length);
      const shown = await places(page);
      assert.deepEqual(Object.keys(shown).sort(), expected.sort());
      assert.ok(scale(shown, "en") > 1.5 * whole);
      await page.getByRole("searchbox").fill("no such city anywhere");
      await page.waitForFunction(() => document.querySelectorAll(".map a").length === 0);
      await page.locator(".map > svg").waitFor();
    }));
});

describe("moving it", () => {
  test("buttons zoom in, out and to the whole, and say how much is in view", () =>
    site.visit(async (page) => {
      for (const lang of LANGS) {
        await open(page, `${lang}/`);
        const first = scale(await places(page), lang);
        for (const step of ["in", "out", "whole"]) {
          const box = await button(page, lang, step).boundingBox();
          assert.ok(box.width >= 44 && box.height >= 44, `${step}: ${box.width} x ${box.height}`);
        }
        await changed(page, () => button(page, lang, "in").click());
        const closer = await places(page);
        assert.ok(Math.abs(scale(closer, lang) / first - 2) < 0.05);
        const said = (await page.locator("#announcer").textContent()).match(WORDS[lang].view);
        assert.equal(Number(said[1]), Object.keys(closer).length);
        assert.equal(Number(said[2]), INDEX.cities.length);
        // However close, never the open sea.
        while ((await button(page, lang, "in").getAttribute("aria-disabled")) === "false") {
          await changed(page, () => button(page, lang, "in").click());
          assert.ok(Object.keys(await places(page)).length > 0, "a city stays in sight");
        }
        await changed(page, () => button(page, lang, "whole").click());
        assert.equal(Object.keys(await places(page)).length, INDEX.cities.length);
        assert.equal(await button(page, lang, "out").getAttribute("aria-disabled"), "true");
        assert.equal(await button(page, lang, "in").getAttribute("aria-disabled"), "false");
      }
    }));

  test("a pointer drags it, and the click at the end opens no city", () =>
    site.visit(async (page) => {
      await open(page, "en/");
      await changed(page, () => button(page, "en", "in").click());
      const name = Object.keys(await places(page))[0];
      const before = await place(page, name);
      const { x, y } = await frame(page).boundingBox();
      await page.mouse.move(x + before[0], y + before[1]);
      await page.mouse.down();
      await page.mouse.move(x + before[0] + 20, y + before[1] + 30);
      await changed(page, () => page.mouse.move(x + before[0] + 60, y + before[1] + 40));
      await page.mouse.up();
      const after = await place(page, name);
      assert.ok(Math.abs(after[0] - before[0] - 60) < 1.5, `${before} to ${after}`);
      assert.ok(Math.abs(after[1] - before[1] - 40) < 1.5, `${before} to ${after}`);
      assert.equal(site.path(page), "en/");
      // A click that does not drag is a click.
      await page.locator(`.map a[aria-label="${name}"] .spot`).click();
      await heading(page, name);
    }));

  test("a double click zooms to where it was", () =>
    site.visit(async (page) => {
      await open(page, "en/");
      const { x, y, width, height } = await frame(page).boundingBox();
      const before = await places(page);
      // In the sea, away from cities.
      const at = [width * 0.68, height * 0.3];
      await changed(page, () => page.mouse.dblclick(x + at[0], y + at[1]));
      const after = await places(page);
      for (const [name, [left, top]] of Object.entries(after)) {
        assert.ok(Math.abs(left - at[0] - 2 * (before[name][0] - at[0])) < 3, name);
        assert.ok(Math.abs(top - at[1] - 2 * (before[name][1] - at[1])) < 3, name);
      }
      assert.ok(Object.keys(after).length > 0);
    }));

  test("the wheel scrolls the page, unless Ctrl is held or the map has the focus", () =>
    site.visit(async (page) => {
      await open(page, "en/");
      const { x, y, width, height } = await frame(page).boundingBox();
      const picture = await page.locator(".map").innerHTML();
      const top = await page.evaluate(() => scrollY);
      await page.mouse.move(x + width * 0.68, y + height * 0.3);
      await page.mouse.wheel(0, 60);
      await page.waitForFunction((top) => scrollY > top, top);
      assert.equal(await page.locator(".map").innerHTML(), picture);
      await page.keyboard.down("Control");
      const first = scale(await places(page), "en");
      await changed(page, () => page.mouse.wheel(0, -50));
      await page.keyboard.up("Control");
      const zoomed = scale(await places(page), "en");
      assert.ok(zoomed > 1.2 * first, `${first} ${zoomed}`);
      const rest = await page.evaluate(() => scrollY);
      await frame(page).focus();
      await changed(page, () => page.mouse.wheel(0, -50));
      assert.equal(await page.evaluate(() => scrollY), rest);
      // At its end the page goes on.
      await changed(page, () => button(page, "en", "whole").click());
      await frame(page).focus();
      await page.mouse.wheel(0, 60);
      await page.waitForFunction((rest) => scrollY > rest, rest);
    }));

  test("two fingers move and zoom it, one scrolls the page", () =>
    site.visit(async (page, context) => {
      await open(page, "en/");
      const cdp = await context.newCDPSession(page);
      const touch = (type, ...points) =>
        cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
      const { x, y, width, height } = await frame(page).boundingBox();
      const [cx, cy] = [x + width / 2, y + height / 2];
      const top = await page.evaluate(() => scrollY);
      const before = scale(await places(page), "en");
      await touch("touchStart", [cx - 30, cy], [cx + 30, cy]);
      await changed(page, async () => {
        for (const step of [35, 40, 45]) await touch("touchMove", [cx - step, cy], [cx + step, cy]);
      });
      await touch("touchEnd");
      const ratio = scale(await places(page), "en") / before;
      assert.ok(Math.abs(ratio - 1.5) < 0.05, `${ratio}`);
      assert.equal(await page.evaluate(() => scrollY), top);

      const picture = await page.locator(".map").innerHTML();
      await touch("touchStart", [cx, cy]);
      for (const step of [10, 30, 50, 70, 90]) await touch("touchMove", [cx, cy - step]);
      await touch("touchEnd");
      await page.waitForFunction((top) => scrollY > top, top);
      assert.equal(await page.locator(".map").innerHTML(), picture);
    }, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }));
});

describe("keyboard and screen reader", () => {
  test("keys move and zoom it; each says how much is in view", () =>
    site.visit(async (page) => {
      await open(page, "en/");
      const region = page.getByRole("region", { name: WORDS.en.map });
      assert.match(await page.locator(`#${await region.getAttribute("aria-describedby")}`).textContent(), /arrows/);
      await region.focus();
      const press = (key) => changed(page, () => page.keyboard.press(key));
      await press("+");
      const first = await places(page);
      const names = Object.keys(first);
      assert.ok(names.length > 0 && names.length < INDEX.cities.length, names.join());
      const { width, height } = await frame(page).boundingBox();
      await press("ArrowLeft");
      const east = await places(page);
      const both = names.filter((it) => east[it]);
      for (const name of both) assert.ok(Math.abs(east[name][0] - first[name][0] - width / 4) < 2, name);
      await press("ArrowRight");
      await press("ArrowDown");
      const south = await places(page);
      for (const name of names.filter((it) => south[it])) {
        assert.ok(Math.abs(south[name][1] - first[name][1] + height / 4) < 2, name);
      }
      await press("ArrowUp");
      await press("-");
      await press("0");
      const said = (await page.locator("#announcer").textContent()).match(WORDS.en.view);
      assert.equal(Number(said[1]), INDEX.cities.length);
      await focus(page, "[data-map]");
    }));

  test("a city keeps the focus while the map moves, the map takes it when the city is gone", () =>
    site.visit(async (page) => {
      await open(page, "en/");
      await page.locator(".map a[aria-label=Kuching]").focus();
      await changed(page, () => page.keyboard.press("+"));
      await focus(page, ".map a[aria-label=Kuching]");
      for (let pressed = 0; pressed < 4; pressed += 1) await changed(page, () => page.keyboard.press("ArrowUp"));
      await focus(page, "[data-map]");
    }));

  for (const [path, list] of [["id/", ".by-country"], ["id/cities/?country=IDN", ".rows"]]) {
    test(`a link leads past the map of ${path} to the list of the same cities`, () =>
      site.visit(async (page) => {
        await open(page, path);
        const skip = page.getByRole("link", { name: WORDS.id.skip });
        await skip.focus();
        const { width } = await skip.boundingBox();
        assert.ok(width > 100, "the link comes into sight");
        await page.keyboard.press("Enter");
        await focus(page, "#city-list");
        const onMap = Object.keys(await places(page)).sort();
        const listed = await page.locator(`${list} li > a`).allTextContents();
        assert.deepEqual(listed.sort(), onMap);
        // On from there by Tab: the first city of the list.
        await page.keyboard.press("Tab");
        await focus(page, `${list} a`);
      }));
  }
});

describe("finer outlines", () => {
  /** Presses + until the outlines are wanted in detail. */
  async function closer(page) {
    await page.locator(".map a[aria-label=Singapore], .map a[aria-label=Singapura]").focus();
    for (let pressed = 0; pressed < 3; pressed += 1) await changed(page, () => page.keyboard.press("+"));
  }
  const corners = (page) => page.locator(".map > svg > svg").evaluate((it) => Number(it.getAttribute("viewBox").split(" ")[2]));

  test("come when they are needed and not before", () =>
    site.visit(async (page) => {
      const asked = [];
      page.on("request", (request) => request.url().endsWith("/lands-fine.json") && asked.push(request.url()));
      await open(page, "id/");
      assert.deepEqual(asked, []);
      const [before, first] = [await corners(page), scale(await places(page), "id")];
      const came = page.waitForResponse((it) => it.url().endsWith("/lands-fine.json"));
      await button(page, "id", "in").click();
      await button(page, "id", "in").click();
      await came;
      // More units to the same degree.
      await page.waitForFunction((before) => Number(document.querySelector(".map > svg > svg").getAttribute("viewBox").split(" ")[2]) > before, before);
      assert.equal(asked.length, 1);
      assert.ok(first > 0);
    }));

  for (const lang of LANGS) {
    test(`fail in words, and the map goes on, in ${lang}`, () =>
      site.visit(async (page) => {
        site.server.heal();
        site.server.fail("/lands-fine.json", "500");
        try {
          await open(page, `${lang}/`);
          await closer(page);
          const alert = page.getByRole("alert");
          await alert.filter({ hasText: WORDS[lang].fine }).waitFor();
          assert.ok((await page.locator(".map path.land").count()) > 0, "coarse lands");
          await changed(page, () => page.keyboard.press("ArrowLeft"));
          assert.equal(await alert.count(), 1);
          site.server.heal();
          await changed(page, () => alert.getByRole("button", { name: WORDS[lang].retry }).click());
          await alert.waitFor({ state: "detached" });
        } finally {
          site.server.heal();
        }
      }, { expected: /lands-fine|500/ }));
  }
});

test("a narrower window draws it anew", () =>
  site.visit(async (page) => {
    await open(page, "en/");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForFunction(() => {
      const svg = document.querySelector(".map > svg");
      return Math.abs(Number(svg.getAttribute("viewBox").split(" ")[2]) - svg.getBoundingClientRect().width) < 2;
    });
  }));
