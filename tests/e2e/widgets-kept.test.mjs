// Proves that figures of a day can be shown for good: the widgets that a build keeps are finished once
// and never touched again, say their day, lead to the newest figures, and are offered where widgets are
// put together; a chart to explore shows today's figures, and that is said.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { finished, made, ROOT } from "./lib/hostile.mjs";
import { DIST, INDEX, LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const DAY = INDEX.data_date;
const FIGURE = "figure/hdi/IDN.html";

const site = new Visits();
let folder;
before(async () => {
  await site.open();
  folder = mkdtempSync(join(tmpdir(), "kept-"));
  made("widgets", "--data", join(ROOT, "public/data"), "--out", folder, "--freeze");
  finished("widgets.mjs", folder);
});
after(async () => {
  await site.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** The same site, if it kept the widgets of its day. */
const keeping = (page) =>
  page.route(/\/widgets\/editions(\.json|\/)/, (route) => {
    const path = join(folder, new URL(route.request().url()).pathname);
    return existsSync(path) ? route.fulfill({ path }) : route.abort();
  });
const codes = (page) => page.locator(".embed-code textarea").evaluateAll((all) => all.map((it) => it.value));
/** Waits until the frame shows the end of what it was given: the next choice would cut it off on its way. */
const shown = (page, src) => page.locator(`.embed-frame iframe[src="${src}"]`).contentFrame().locator("footer").waitFor();
const control = (page, name) => page.locator(`[data-filter=${name}]`);

test("what was kept is finished once", () => {
  const texts = () => {
    const root = join(folder, "widgets/editions");
    const names = readdirSync(root, { recursive: true }).map(String).filter((it) => it.endsWith(".html"));
    return new Map(names.sort().map((it) => [it, readFileSync(join(root, it), "utf8")]));
  };
  const first = texts();
  assert.ok(first.size > 2000, String(first.size));
  for (const [name, text] of first) assert.ok(text.includes("http-equiv"), name);
  finished("widgets.mjs", folder);
  for (const [name, text] of texts()) assert.ok(first.get(name) === text, name);
});

const SAYS = {
  en: ["kept as they were then.", "See the newest figures", "What readers can explore always shows the newest figures."],
  id: ["disimpan seperti saat itu.", "Lihat angka terbaru", "Yang dapat dijelajahi selalu menampilkan angka terbaru."],
};

for (const lang of LANGS) {
  const [kept, newest, ofToday] = SAYS[lang];
  const day = new Date(DAY).toLocaleDateString({ en: "en-GB", id: "id-ID" }[lang], { dateStyle: "long", timeZone: "UTC" });

  describe(`in ${lang}`, () => {
    test("a kept widget says its day, and leads to the newest", () =>
      site.visit(async (page) => {
        await keeping(page);
        await site.go(page, `widgets/editions/${DAY}/${lang}/${FIGURE}`);
        const foot = await page.locator("footer").innerText();
        assert.ok(foot.includes(`${day}, ${kept}`), foot);
        const [opened] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: newest, exact: true }).click()]);
        await opened.locator("footer").waitFor();
        assert.equal(await opened.evaluate(() => opener), null, "a way back to the page in which it stands");
        assert.equal(site.path(opened), `widgets/${lang}/${FIGURE}`);
        assert.ok(!(await opened.locator("footer").innerText()).includes(kept));
      }));

    test("its day is offered, and stands in every code that has it", () =>
      site.visit(async (page) => {
        await keeping(page);
        await site.go(page, `${lang}/embed/?kind=city&city=hanoi`);
        await shown(page, `widgets/${lang}/city/hanoi.html`);
        await control(page, "edition").selectOption(DAY);
        const file = `widgets/editions/${DAY}/${lang}/city/hanoi.html`;
        await shown(page, file);
        await page.waitForURL((url) => url.searchParams.get("edition") === DAY);
        const all = await codes(page);
        // Pictures are of today: there is none.
        assert.deepEqual(all.map((it) => [it.includes(`src="${site.base}${file}"`), it.includes(`edition="${DAY}"`)]), [[true, false], [true, false], [false, true], [false, false]]);
        await page.reload();
        await shown(page, file);
        assert.equal(await control(page, "edition").inputValue(), DAY);
      }));

    test("a chart to explore is of today, and says so", () =>
      site.visit(async (page) => {
        await keeping(page);
        await site.go(page, `${lang}/embed/?kind=chart&indicator=hdi&live=1&edition=${DAY}`);
        await shown(page, `widgets/live/chart/hdi.html?lang=${lang}`);
        await page.getByText(ofToday).waitFor();
        assert.ok(await control(page, "edition").isHidden());
        for (const code of await codes(page)) assert.ok(!code.includes(DAY), code);
        await control(page, "live").selectOption("0");
        await shown(page, `widgets/editions/${DAY}/${lang}/chart/hdi.html`);
        await page.getByText(ofToday).waitFor({ state: "hidden" });
        assert.ok(await control(page, "edition").isVisible());
      }));
  });
}

test("a day is offered for the widgets that it has", () =>
  site.visit(async (page) => {
    const editions = [{ day: "2020-01-31", lacks: ["city/hanoi.html"] }, { day: DAY }];
    await page.route("**/widgets/editions.json", (route) => route.fulfill({ json: editions }));
    await page.route("**/widgets/editions/2020-01-31/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Kept</title><footer>2020" }));
    const days = () => control(page, "edition").locator("option + option").evaluateAll((all) => all.map((it) => it.value));
    await site.go(page, "en/embed/?kind=city&city=hanoi&edition=2020-01-31");
    await shown(page, "widgets/en/city/hanoi.html");
    assert.deepEqual(await days(), [DAY]);
    await control(page, "city").selectOption("dili");
    await shown(page, "widgets/en/city/dili.html");
    assert.deepEqual(await days(), ["2020-01-31", DAY]);
    await control(page, "edition").selectOption("2020-01-31");
    await shown(page, "widgets/editions/2020-01-31/en/city/dili.html");
    await control(page, "city").selectOption("hanoi");
    await shown(page, "widgets/en/city/hanoi.html");
    assert.deepEqual(await days(), [DAY]);
  }));

test("a day that is not kept is no choice, and without any nothing is said of days", () =>
  site.visit(async (page) => {
    await site.go(page, "en/embed/?kind=chart&indicator=hdi&live=1");
    await shown(page, "widgets/live/chart/hdi.html?lang=en");
    assert.ok(await page.getByText(SAYS.en[2]).isHidden());
    await keeping(page);
    for (const day of ["2020-02-02", "hanoi", "2026-13-01"]) {
      await site.go(page, `en/embed/?kind=city&city=hanoi&edition=${day}`);
      await shown(page, "widgets/en/city/hanoi.html");
      for (const code of await codes(page)) assert.ok(!code.includes("edition"), code);
    }
  }));
