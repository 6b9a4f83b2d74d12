// Proves that the partner programmes can be found, read and moved through: list and timeline show what
// the data say, every state is in the address, by pointer, keyboard and finger, and each programme and
// partner has its page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { overflow } from "./lib/browser.mjs";
import { LANGS } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const DATA = JSON.parse(readFileSync(new URL("../../public/data/programs.json", import.meta.url), "utf8"));
const PROGRAMS = [...DATA.programs].sort((one, two) => (one.start < two.start ? -1 : one.start > two.start ? 1 : one.name.en < two.name.en ? -1 : 1));
/** As the list has them: the newest first. */
const LISTED = [...PROGRAMS].reverse();
const WORDS = {
  id: { shown: (some) => `${some} dari ${PROGRAMS.length} program`, running: "Sedang berjalan, atau akhirnya tidak disebut", reset: "Hapus semua saringan", show: "Tampilkan lini masa", later: "Lebih akhir", in: "Perbesar", whole: "Tampilkan semua", missing: "Halaman tidak ditemukan", all: "Lihat semua program" },
  en: { shown: (some) => `${some} of ${PROGRAMS.length} programmes`, running: "Running now, or no end stated", reset: "Clear all filters", show: "Show the timeline", later: "Later", in: "Zoom in", whole: "Show everything", missing: "Page not found", all: "See all programmes" },
};
/** The day on which these tests take place. */
const TODAY = "2026-02-01";
const PHONE = { width: 360, height: 740 };

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** A visit on a day that stays. */
const visit = (act, options) =>
  site.visit(async (page, context) => {
    await page.clock.setFixedTime(new Date(`${TODAY}T09:00:00`));
    await act(page, context);
  }, options);

const names = (page) => page.locator(".program-rows > li > a").allTextContents();
const shows = (page, lang, some) => page.locator(".count", { hasText: WORDS[lang].shown(some) }).waitFor();
const bars = (page) => page.locator(".tl-frame .tl-item");
/** The programmes whose bars are drawn. */
const drawn = (page) => bars(page).evaluateAll((all) => all.map((it) => it.getAttribute("href").match(/programs\/([^/]+)/)[1]));

for (const lang of LANGS) {
  describe(`all programmes, in ${lang}`, () => {
    test("the list holds each, the newest first, with period, partner, kind and cities", () =>
      visit(async (page) => {
        await site.go(page, `${lang}/programs/`);
        await shows(page, lang, PROGRAMS.length);
        assert.deepEqual(await names(page), LISTED.map((it) => it.name[lang]));
        const partners = await page.locator(".program-rows > li").evaluateAll((rows) => rows.map((it) => it.textContent));
        for (const [place, program] of LISTED.entries()) assert.ok(partners[place].includes(program.partner_name[lang]), program.id);
      }));

    test("filters narrow list and timeline alike, and the count says how many", () =>
      visit(async (page) => {
        await site.go(page, `${lang}/programs/`);
        await shows(page, lang, PROGRAMS.length);
        const filter = (name) => page.locator(`[data-filter=${name}]`);
        for (const [name, value, fits] of [
          ["partner", "nor", (it) => it.partner === "NOR"],
          ["kind", "training", (it) => it.kind === "training"],
          ["city", "nusantara", (it) => it.cities?.includes("nusantara")],
          ["country", "BRN", (it) => it.countries.includes("BRN")],
          ["focus", "safety-security", (it) => it.focus?.includes("safety-security")],
        ]) {
          await filter(name).selectOption(value);
          const some = LISTED.filter(fits);
          await shows(page, lang, some.length);
          assert.deepEqual(await names(page), some.map((it) => it.name[lang]), name);
          const seen = [...new Set(await drawn(page))];
          assert.ok(seen.length > 0 || some.length === 0);
          assert.ok(seen.every((id) => some.some((it) => it.id === id)), name);
          await site.arrive(page, `${lang}/programs/?${name}=${value}`);
          await page.getByRole("button", { name: WORDS[lang].reset }).click();
          await shows(page, lang, PROGRAMS.length);
        }
        await filter("text").fill("smart kampung");
        await shows(page, lang, 1);
        assert.deepEqual(await names(page), PROGRAMS.filter((it) => it.id === "smart-kampung-banyuwangi").map((it) => it.name[lang]));
        await filter("text").fill("zzzzzz");
        await page.locator(".programs-list .empty").waitFor();
      }));

    test("running now: begun by today, and not ended", () =>
      visit(async (page) => {
        await site.go(page, `${lang}/programs/`);
        await page.getByLabel(WORDS[lang].running).check();
        // A year ends on its last day, a month on one that no other month passes.
        const last = (date) => (date + "-12-31".slice(date.length - 4)).slice(0, 10);
        const some = PROGRAMS.filter((it) => it.start <= TODAY && (!it.end || last(it.end) >= TODAY));
        await shows(page, lang, some.length);
        await site.arrive(page, `${lang}/programs/?running=yes`);
        await page.reload();
        await shows(page, lang, some.length);
        assert.ok(await page.getByLabel(WORDS[lang].running).isChecked());
      }));
  });
}

describe("the timeline", () => {
  test("moves by keys, buttons, wheel and pointer; the address keeps it through reload and back", () =>
    visit(async (page) => {
      await site.go(page, "en/programs/?lanes=kind");
      await bars(page).first().waitFor();
      const frame = page.locator(".tl-frame");
      const years = () => page.locator(".tl-year").allTextContents();
      const all = await years();
      await frame.focus();
      for (let times = 0; times < 4; times += 1) await page.keyboard.press("+");
      await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
      await page.locator("#announcer", { hasText: "In sight:" }).waitFor({ state: "attached" });
      assert.notDeepEqual(await years(), all);
      const address = page.url();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction((old) => location.href !== old, address);
      const moved = page.url();
      const seen = await years();
      await page.reload();
      await bars(page).first().waitFor();
      assert.equal(page.url(), moved);
      assert.deepEqual(await years(), seen);
      // To a programme and back: the same part of time is in sight.
      const [link] = await bars(page).all();
      await link.focus();
      await page.keyboard.press("Enter");
      await focus(page, "h1");
      await page.goBack();
      await bars(page).first().waitFor();
      assert.deepEqual(await years(), seen);
      await page.getByRole("button", { name: WORDS.en.whole }).click();
      await site.arrive(page, "en/programs/?lanes=kind");
      assert.deepEqual(await years(), all);
      // Ctrl and the wheel zoom, a drag moves and is no click.
      const box = await frame.boundingBox();
      await page.mouse.move(box.x + box.width * 0.7, box.y + 200);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -300);
      await page.mouse.wheel(0, -300);
      await page.keyboard.up("Control");
      await page.waitForURL(/from=/);
      const zoomed = page.url();
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.4, box.y + 200, { steps: 4 });
      await page.mouse.up();
      await page.waitForFunction((old) => location.href !== old, zoomed);
      assert.ok(page.url().includes("/programs/?lanes=kind&from="), page.url());
    }));

  test("pointing at a bar and its milestone tells both", () =>
    visit(async (page) => {
      await site.go(page, "en/programs/?partner=jpn&q=high%20level");
      await shows(page, "en", 1);
      const bar = bars(page).first();
      await bar.waitFor();
      await bar.focus();
      await page.locator(".tl-told", { hasText: "ASEAN-Japan Smart Cities Network High Level Meeting · since November 2018" }).waitFor();
      // Drawn of all bars at once, the first step first; bars are part of their links when nothing moves.
      await page.waitForFunction(() => document.querySelector(".tl-item").style.width);
      const mark = await page.locator(".tl-body .tl-mark").first().evaluate((path) => {
        const { x, y } = path.getPointAtLength(0).matrixTransform(path.getScreenCTM());
        return { x, y };
      });
      await page.mouse.move(mark.x, mark.y + 5);
      await page.locator(".tl-told", { hasText: /◆\s\d+ \w+ \d{4}: 1st meeting, Yokohama/ }).waitFor();
    }));

  for (const [how, spacing] of [
    ["in the browser's own font", ""],
    // What WCAG 2.2 names in 1.4.12, set once the timeline stands.
    ["with a reader's own spacing", "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"],
  ]) {
    test(`labels do not touch ${how}, at several scales`, () =>
      visit(async (page) => {
        await site.go(page, "en/programs/");
        await bars(page).first().waitFor();
        if (spacing) {
          await page.addStyleTag({ content: spacing });
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        }
        for (let times = 0; times < 4; times += 1) {
          const touching = await page.locator(".tl-frame").evaluate((frame) => {
            const found = [];
            const room = (it) => {
              const range = document.createRange();
              range.selectNodeContents(it);
              return range.getBoundingClientRect();
            };
            for (const group of [".tl-item", ".tl-year", ".tl-step, .tl-today", ".tl-name"]) {
              const boxes = [...frame.querySelectorAll(group)].map((it) => [it.textContent, room(it)]);
              for (const [place, [one, a]] of boxes.entries()) {
                for (const [two, b] of boxes.slice(place + 1)) {
                  const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 3 || b.bottom <= a.top + 3;
                  if (!apart) found.push(`${one} | ${two}`);
                }
              }
            }
            return found;
          });
          assert.deepEqual(touching, []);
          const address = page.url();
          await page.getByRole("button", { name: WORDS.en.in }).click();
          await page.waitForFunction((old) => location.href !== old, address);
        }
      }, { bypassCSP: true }));
  }

  test("only what is in sight is drawn, and scrolling brings the rest", () =>
    visit(async (page) => {
      await site.go(page, "en/programs/?lanes=city");
      await bars(page).first().waitFor();
      assert.ok((await bars(page).count()) < PROGRAMS.length);
      const last = DATA.not_ascn.surabaya.en;
      await page.locator(".tl-frame").evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
      await page.locator(".tl-name", { hasText: last }).or(page.locator(".tl-name", { hasText: "No city named" })).first().waitFor();
    }));

  test("on a phone the list comes first, and the switch is in the address", () =>
    visit(
      async (page) => {
        for (const lang of LANGS) {
          await site.go(page, `${lang}/programs/`);
          await shows(page, lang, PROGRAMS.length);
          assert.ok(await page.locator(".program-rows").first().isVisible());
          assert.equal(await page.locator(".tl-frame").isVisible(), false);
          await page.getByRole("button", { name: WORDS[lang].show }).click();
          await bars(page).first().waitFor();
          await site.arrive(page, `${lang}/programs/?view=timeline`);
          assert.equal(await page.locator(".program-rows").first().isVisible(), false);
          assert.deepEqual(await overflow(page), []);
          // Two fingers close in.
          const client = await page.context().newCDPSession(page);
          await page.locator(".tl-frame").scrollIntoViewIfNeeded();
          const box = await page.locator(".tl-frame").boundingBox();
          const touch = (type, apart) => client.send("Input.dispatchTouchEvent", { type, touchPoints: apart === null ? [] : [-1, 1].map((side, id) => ({ id, x: box.x + box.width / 2 + side * apart, y: box.y + 90 })) });
          await touch("touchStart", 30);
          for (const apart of [45, 60, 80]) await touch("touchMove", apart);
          await touch("touchEnd", null);
          await page.waitForURL(/from=/);
        }
      },
      { viewport: PHONE, hasTouch: true },
    ));

  test("on paper stand the whole list and every bar", () =>
    visit(async (page) => {
      await site.go(page, "en/programs/?country=VNM");
      await bars(page).first().waitFor();
      const count = PROGRAMS.filter((it) => it.countries.includes("VNM")).length;
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.waitForFunction((count) => document.querySelectorAll(".tl-frame .tl-item").length === count, count);
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    }));
});

describe("a programme", () => {
  for (const id of ["asean-norway-circular-smart-cities", "asean-japan-high-level-meeting", "ascn-smart-city-professional-program", "rok-nusantara", "smart-kampung-banyuwangi"]) {
    test(`${id} reads right`, () =>
      visit(async (page) => {
        const own = DATA.programs.find((it) => it.id === id);
        for (const lang of LANGS) {
          await site.go(page, `${lang}/programs/${id}/`);
          await heading(page, own.name[lang]);
          await page.locator(".sources li").first().waitFor();
          const text = await page.locator("main").innerText();
          for (const words of [own.summary[lang], own.partner_name[lang], ...own.milestones.map((it) => it.title[lang])]) assert.ok(text.includes(words), words);
          assert.equal(await page.locator(".milestones > li").count(), own.milestones.length);
          const dates = await page.locator(".milestones .when").allTextContents();
          const months = { en: "January February March April May June July August September October November December", id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember" }[lang].split(" ");
          assert.deepEqual(dates, own.milestones.map(({ date }) => {
            const [year, month, day] = date.split("-");
            return [day && Number(day), month && months[month - 1], year].filter(Boolean).join(" ");
          }));
          const cited = new Set([own, ...own.milestones].flatMap((it) => it.sources));
          assert.equal(await page.locator(".sources > li").count(), new Set([...cited].map((key) => DATA.sources[key].title + DATA.sources[key].url)).size);
          if (own.amount) assert.ok(text.includes(`${own.amount.currency}\u00a0${own.amount.value.toLocaleString(lang === "en" ? "en-GB" : "id-ID")}`));
        }
      }));
  }

  test("leads to its partner, its cities and what is like it; the city's page leads to it", () =>
    visit(async (page) => {
      await site.go(page, "en/cities/banyuwangi/");
      await page.locator(".timeline h3 a", { hasText: "Banyuwangi Smart Kampung" }).click();
      await site.arrive(page, "en/programs/smart-kampung-banyuwangi/");
      await focus(page, "h1");
      await page.locator(".program-facts").getByRole("link", { name: "Japan", exact: true }).click();
      await site.arrive(page, "en/partners/jpn/");
      await heading(page, "Japan as a partner");
      await page.goBack();
      await page.locator(".program-facts").getByRole("link", { name: "Banyuwangi" }).click();
      await site.arrive(page, "en/cities/banyuwangi/");
      await page.goBack();
      const [first] = await page.locator("section .rows a").all();
      await first.click();
      await page.waitForURL(/\/programs\/(?!smart-kampung)/);
    }));

  test("no programme and no partner of a wrong name: the way back is shown", () =>
    visit(
      async (page) => {
        for (const path of ["programs/no-such/", "partners/no-such/"]) {
          for (const lang of LANGS) {
            await site.go(page, `${lang}/${path}`);
            await heading(page, WORDS[lang].missing);
            await page.getByRole("link", { name: WORDS[lang].all }).click();
            await shows(page, lang, PROGRAMS.length);
          }
        }
      },
      { expected: /404/ },
    ));
});

describe("a partner", () => {
  test("totals add up to its programmes", () =>
    visit(async (page) => {
      for (const [slug, code] of [["jpn", "JPN"], ["world-economic-forum", "World Economic Forum"], ["aus", "AUS"]]) {
        const own = PROGRAMS.filter((it) => it.partner === code);
        await site.go(page, `en/partners/${slug}/`);
        await page.locator(".sources li").first().waitFor();
        assert.deepEqual(await page.locator(".timeline h3").allTextContents(), own.map((it) => it.name.en));
        const kinds = await page.locator(".program-facts > div").nth(1).locator("dd").innerText();
        assert.equal(kinds.match(/\d+/g).map(Number).reduce((one, two) => one + two), own.length);
        assert.equal(await page.locator(".amounts > li").count(), own.filter((it) => it.amount).length);
        assert.equal(await page.locator(".program-facts > div").nth(3).locator("a").count(), new Set(own.flatMap((it) => it.cities ?? []).filter((it) => !DATA.not_ascn[it])).size);
      }
    }));
});
