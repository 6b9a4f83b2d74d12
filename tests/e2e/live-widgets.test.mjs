// Proves of the live widgets that each says what the page of its indicator says, in both languages;
// that the same places give the same picture as on the site; points by keys and pointer; places by the
// address and by the reader; width, themes, print; and the fixed chart where the code cannot run.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { overflow, withPage } from "./lib/browser.mjs";
import { alive, wake } from "./lib/live.mjs";
import { DIST, INDICATORS, indicatorPage, LANGS, number } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const LIVE = "widgets/live/chart";
const file = (id) => readFileSync(join(DIST, LIVE, `${id}.html`), "utf8");
const open = async (page, id, query = "lang=en") => {
  await page.goto(`${site.base}${LIVE}/${id}.html?${query}`);
  await wake(page);
  await alive(page);
};

/** The sentence of the chart as the host wrote it into the page of the indicator. */
function sentence(id, lang) {
  const html = readFileSync(join(DIST, lang, "indicators", id, "index.html"), "utf8");
  const text = html.match(/id="chart-words">([^<]*)</)[1];
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

test("there is one for each indicator, and each is whole in itself", () => {
  const found = readdirSync(join(DIST, LIVE)).map((name) => name.replace(".html", ""));
  assert.deepEqual(found.sort(), INDICATORS.map(({ id }) => id).sort());
  for (const id of found) {
    const html = file(id);
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^"]* 'wasm-unsafe-eval'; style-src 'sha256-[^"]*'; base-uri 'none'; form-action 'none'">/, id);
    assert.doesNotMatch(html, /<(?:img|link|iframe|object|embed|base)\b|<script[^>]*\ssrc|\sstyle=|\son\w+=|@import|url\(/, id);
  }
});

for (const lang of LANGS) {
  test(`every one says in ${lang} what the page of its indicator says`, () =>
    site.visit(async (page) => {
      for (const { id, name } of INDICATORS) {
        await open(page, id, `lang=${lang}`);
        assert.equal(await page.textContent("h1"), name[lang], id);
        assert.equal(await page.textContent("#words"), sentence(id, lang), id);
        const left = await page.evaluate(() => [...document.querySelectorAll("summary, button, footer a, label")].filter((it) => it.textContent.trim() === "").length);
        assert.equal(left, 0, `${id}: words that are missing`);
      }
    }));
}

describe("the picture is that of the site", () => {
  // Width of the widget, and of the window in which the site draws for the same.
  const [PHONE, TABLET, DESK] = [[400, 360], [700, 800], [1000, 1280]];
  for (const [id, query, lang, [width, theirs]] of [
    ["hdi", "", "id", PHONE],
    ["hdi", "places=IDN,VNM,SGP", "en", TABLET],
    ["hdi", "places=IDN,VNM,SGP", "id", DESK],
    ["hdi", "kind=bars&places=IDN", "en", PHONE],
    ["hdi", "kind=bars&year=2010", "id", DESK],
    ["hdi", "from=2000&to=2015&relative=yes", "en", TABLET],
    ["population", "places=all&scale=log", "en", DESK],
    ["region-hdi", "places=sumedang,da-nang", "id", TABLET],
    ["imd-smart-city-index-rank", "", "en", DESK],
  ]) {
    test(`${id}?${query} in ${lang}, ${width} wide`, async () => {
      const picture = (page, place) => page.locator(`${place} svg`).evaluate((it) => it.outerHTML);
      const expected = await withPage(site.browser, { viewport: { width: theirs, height: 900 } }, async (page) => {
        await page.goto(`${site.base}${lang}/indicators/${id}/?${query}`);
        return picture(page, "#chart-picture");
      });
      await site.visit(
        async (page) => {
          await open(page, id, `lang=${lang}&${query}`);
          assert.equal(await picture(page, "#picture"), expected);
        },
        { viewport: { width, height: 900 } },
      );
    });
  }
});

test("points are read by keys", () =>
  site.visit(async (page) => {
    await open(page, "hdi", "lang=en&places=IDN,VNM");
    const readout = page.getByRole("slider", { name: /^Points of the chart “/ });
    const points = indicatorPage("hdi").indicator.series.find((it) => it.place === "IDN").points;
    await readout.focus();
    await readout.press("Home");
    const [year, value] = points[0];
    const says = (text) => page.waitForFunction((text) => document.querySelector("#readout").getAttribute("aria-valuetext") === text, text);
    await says(`Indonesia, ${year}: ${number(value, "en")}`);
    await readout.press("ArrowRight");
    await says(`Indonesia, ${points[1][0]}: ${number(points[1][1], "en")}`);
    assert.equal(await page.textContent(".tip"), `Indonesia, ${points[1][0]}: ${number(points[1][1], "en")}`);
    await readout.press("ArrowDown");
    assert.match(await readout.getAttribute("aria-valuetext"), new RegExp(`^Viet Nam, ${points[1][0]}: `));
    await readout.press("Escape");
    await says("");
  }));

test("points are read by the pointer, and a click pins one", () =>
  site.visit(async (page) => {
    await open(page, "hdi", "lang=en&places=IDN");
    const readout = page.locator("#readout");
    await readout.hover({ position: { x: 200, y: 100 } });
    await page.locator(".tip:not(:empty)").waitFor();
    await readout.click({ position: { x: 200, y: 100 } });
    const kept = await page.textContent(".tip");
    await readout.hover({ position: { x: 300, y: 100 } });
    assert.notEqual(await page.textContent(".tip"), kept);
    assert.deepEqual(await page.locator(".pinned li").allTextContents(), [kept]);
    await readout.press("Escape");
    await page.locator(".pinned li").waitFor({ state: "detached" });
  }));

test("places are chosen by boxes, with focus and colours kept", () =>
  site.visit(async (page) => {
    await open(page, "hdi", "lang=en&places=IDN,VNM");
    const all = indicatorPage("hdi").indicator.series.length;
    const summary = page.locator("#places summary");
    assert.equal(await summary.textContent(), `Places: 2 of ${all}`);
    const color = () => page.locator("#picture text", { hasText: "Viet Nam" }).first().getAttribute("class");
    const before = await color();
    await summary.click();
    const box = (name) => page.getByRole("checkbox", { name, exact: true });
    await box("Singapore").press(" ");
    assert.equal(await summary.textContent(), `Places: 3 of ${all}`);
    assert.ok(await box("Singapore").evaluate((it) => it === document.activeElement && it.checked));
    assert.match(await page.textContent("#picture"), /Singapore/);
    await box("Indonesia").uncheck();
    assert.equal(await color(), before);
    assert.equal(await page.locator("footer a").last().getAttribute("href"), "../../../en/indicators/hdi/?places=VNM,SGP");
    // The last one stays.
    await box("Singapore").uncheck();
    assert.ok(await box("Viet Nam").isDisabled());
    // No more than there are colours.
    for (const name of ["Brunei Darussalam", "Cambodia", "Indonesia", "Laos", "Malaysia", "Myanmar", "Philippines"]) await box(name).check();
    assert.equal(await summary.textContent(), `Places: 8 of ${all}`);
    assert.ok(await box("Singapore").isDisabled());
  }));

test("lines, ranking, table", () =>
  site.visit(async (page) => {
    await open(page, "hdi", "lang=id&places=IDN,VNM");
    const pressed = () => page.locator("[data-kind][aria-pressed=true]").textContent();
    assert.equal(await pressed(), "Garis");
    await page.getByRole("button", { name: "Peringkat" }).click();
    assert.equal(await pressed(), "Peringkat");
    assert.ok(await page.locator("#picture .bar").count());
    await page.getByRole("button", { name: "Tabel" }).click();
    assert.ok(await page.locator("#view").isHidden());
    const rows = await page.locator("#table tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((it) => it.textContent)));
    const all = indicatorPage("hdi").indicator.series;
    const of = (place) => all.find((it) => it.place === place).points;
    const years = [...new Set(["IDN", "VNM"].flatMap((place) => of(place).map(([year]) => year)))].sort();
    for (const row of rows) {
      const [year, ...cells] = row;
      for (const [at, place] of ["IDN", "VNM"].entries()) {
        const value = of(place).find(([it]) => String(it) === year)?.[1];
        assert.equal(cells[at], value === undefined ? "" : number(value, "id"), `${place} in ${year}`);
      }
    }
    assert.ok(years.every((year) => rows.some((row) => row[0] === String(year))));
  }));

test("it is drawn anew for another width, and nothing sticks out", () =>
  site.visit(async (page) => {
    for (const id of ["hdi", "region-hdi", "imd-smart-city-index-rank"]) {
      for (const kind of ["line", "bars", "table"]) {
        await open(page, id, `lang=id&kind=${kind}`);
        for (const width of [1280, 700, 360, 240]) {
          await page.setViewportSize({ width, height: 700 });
          assert.deepEqual(await overflow(page), [], `${id}, ${kind} at ${width}`);
          if (kind !== "line") continue;
          const box = width === 1280 ? "0 0 1000 440" : width === 700 ? "0 0 640 340" : "0 0 340 260";
          await page.locator(`#picture svg[viewBox="${box}"]`).waitFor();
        }
      }
    }
  }));

test("themes, border and what a minimal one keeps", () =>
  site.visit(async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await open(page, "hdi", "theme=dark");
    assert.equal(await ground(), "rgb(18, 23, 29)");
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, "hdi", "theme=light&border=0&minimal=1");
    assert.equal(await ground(), "rgb(255, 255, 255)");
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector("main")).borderTopWidth), "0px");
    for (const kept of ["h1", "#picture svg", "footer a"]) assert.ok(await page.locator(kept).first().isVisible(), kept);
    for (const gone of [".kinds", "#places", "#words"]) assert.ok(await page.locator(gone).isHidden(), gone);
    await open(page, "hdi", "");
    assert.equal(await ground(), "rgb(18, 23, 29)");
  }));

describe("without its code", () => {
  const fixed = async (page, lang, id) => {
    const part = page.locator(`.fixed[lang=${lang}]`);
    assert.ok(await part.locator(".stage svg:visible").isVisible());
    assert.equal(await part.locator("h1").textContent(), INDICATORS.find((it) => it.id === id).name[lang]);
    assert.ok(await part.locator("footer a").last().isVisible());
  };

  test("the fixed chart stands in both languages", () =>
    site.visit(
      async (page) => {
        for (const id of ["hdi", "region-hdi"]) {
          await page.goto(`${site.base}${LIVE}/${id}.html?lang=en`);
          for (const lang of LANGS) await fixed(page, lang, id);
        }
      },
      { javaScriptEnabled: false },
    ));

  const faults = {
    "no WebAssembly": (html) => html.replace(" 'wasm-unsafe-eval'", ""),
    "code that broke off": (html) => html.replace(/id="code">([^<]{5000})[^<]*/, 'id="code">$1'),
    "no code": (html) => html.replace(/<script type="text\/plain" id="code">[^]*?<\/script>/, ""),
    "data of another form": (html) => html.replace(/(id="data">)[^<]*/, '$1{"page":{}}'),
    "data that broke off": (html) => html.replace(/(id="data">[^<]{900})[^<]*/, "$1"),
    "no data": (html) => html.replace(/<script type="text\/plain" id="data">[^]*?<\/script>/, ""),
  };
  for (const [fault, broken] of Object.entries(faults)) {
    test(`${fault}: the fixed chart stays and says so`, () =>
      site.visit(
        async (page) => {
          await page.route("**/hdi.html*", (route) => route.fulfill({ contentType: "text/html", body: broken(file("hdi")) }));
          await page.goto(`${site.base}${LIVE}/hdi.html?lang=en`);
          await wake(page);
          await page.getByText("This chart could not be made interactive here. It shows its usual places.").waitFor();
          await fixed(page, "en", "hdi");
          assert.equal(await page.locator(".fixed[lang=id]").count(), 0);
          // What only its code could answer does not stand there.
          for (const dead of [".kinds", "#readout", "#places", "#table"]) assert.ok(await page.locator(dead).isHidden(), dead);
        },
        { expected: /^console error|^page error/ },
      ));
  }
});
