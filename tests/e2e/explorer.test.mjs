// Proves that a reader explores indicators: the list finds them, the page shows the published digits
// in each kind of view, its state lives in the address and survives reload, back and a change of
// language, all of it works by keyboard with focus kept, and what is taken away holds what is shown
// with its sources. Expected values are computed from the data files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";

import { overflow } from "./lib/browser.mjs";
import { CUT, INDEX, INDICATORS, indicatorPage, LANGS, number } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const SHARE = "internet-users";
const { indicator: NET, default_places: DEFAULT, common_year: COMMON } = indicatorPage(SHARE);
const value = (place, year) => NET.series.find((it) => it.place === place).points.find(([at]) => at === year)?.[1];
const YEARS = [...new Set(NET.series.flatMap((it) => it.points.map(([year]) => year)))].sort((one, two) => one - two);
const NAMES = { IDN: "Indonesia", SGP: "Singapore", VNM: "Viet Nam", TLS: "Timor-Leste", BRN: "Brunei Darussalam" };

const tab = (page, name) => page.getByRole("tab", { name, exact: true });
const chart = (page) => page.locator("#chart .stage svg[role=img]");
/** Waits until the sentence under the controls has a text. */
const says = (page, text) =>
  page.waitForFunction((text) => document.querySelector(".chart-description")?.textContent.includes(text), text);
const cells = (page) =>
  page.locator("#chart table tbody tr").evaluateAll((rows) =>
    rows.map((row) =>
      [...row.cells].map((cell) =>
        [...cell.childNodes].filter((it) => it.nodeName !== "SUP").map((it) => it.textContent).join("").trim(),
      ),
    ),
  );

describe("the list", () => {
  test("every indicator stands under its topic with its newest value", () =>
    site.visit(async (page) => {
      await site.go(page, "en/indicators/");
      await heading(page, "Indicators");
      await page.waitForFunction((count) => document.querySelectorAll(".rows a").length === count, INDICATORS.length);
      await page.waitForFunction(() => document.querySelector(".site-footer").textContent.includes("Data as of"));
      const rows = await page.locator(".rows li").evaluateAll((rows) =>
        rows.map((row) => ({ name: row.querySelector("a").textContent, value: row.querySelector("b").textContent, said: row.textContent })),
      );
      for (const [place, entry] of INDICATORS.entries()) {
        assert.equal(rows[place].name, entry.name.en);
        assert.ok(rows[place].value.includes(number(entry.latest[1], "en")), `${entry.id}: ${rows[place].value}`);
        for (const part of [entry.latest[0], entry.first, ...entry.publishers]) {
          assert.ok(rows[place].said.includes(String(part)), `${entry.id}: ${part}`);
        }
        const city = INDEX.cities.find((it) => it.id === entry.place);
        if (city) assert.ok(rows[place].said.includes(city.name.en), `${entry.id}: its city`);
      }
      assert.equal(await page.locator(".rows svg.spark").count(), INDICATORS.filter((it) => it.spark).length);
    }));

  test("search and topic live in the address and survive reload and back", () =>
    site.visit(async (page) => {
      await site.go(page, "id/indicators/");
      await page.getByRole("searchbox").fill("stunting");
      await site.arrive(page, "id/indicators/?q=stunting");
      const found = await page.locator(".rows a").count();
      assert.ok(found > 1 && found < 10, String(found));
      assert.match(await page.locator(".count").textContent(), new RegExp(`^${found} dari ${INDICATORS.length} `));
      await page.getByRole("combobox", { name: "Topik" }).selectOption("digital");
      await site.arrive(page, "id/indicators/?q=stunting&topic=digital");
      await page.getByText("Tidak ada indikator yang cocok dengan saringan ini.").waitFor();
      await page.getByRole("searchbox").fill("");
      await site.arrive(page, "id/indicators/?topic=digital");
      await page.reload();
      await page.waitForFunction(
        (count) => document.querySelectorAll(".rows a").length === count,
        INDICATORS.filter((it) => it.topic === "digital").length,
      );
      await page.locator(".rows a").first().click();
      await focus(page, "h1");
      await page.goBack();
      await site.arrive(page, "id/indicators/?topic=digital");
      assert.equal(await page.getByRole("combobox", { name: "Topik" }).inputValue(), "digital");
    }));
});

describe("the page of an indicator", () => {
  test("each kind of view shows the published digits", () =>
    site.visit(async (page) => {
      await site.go(page, `en/indicators/${SHARE}/`);
      await heading(page, NET.name.en);
      await chart(page).waitFor();
      await tab(page, "Table").click();
      await site.arrive(page, `en/indicators/${SHARE}/?kind=table`);
      await page.locator("#chart table").waitFor();
      const expected = YEARS.map((year) => [
        String(year),
        ...DEFAULT.map((place) => (value(place, year) === undefined ? "" : number(value(place, year), "en"))),
      ]).filter((row) => row.slice(1).some(Boolean));
      assert.deepEqual(await cells(page), expected);

      await tab(page, "Ranking").click();
      await says(page, `${COMMON}: `);
      // The table, once open, stays so.
      const ranked = NET.series
        .map((it) => value(it.place, COMMON))
        .filter((it) => it !== undefined)
        .sort((one, two) => two - one)
        .map((it) => number(it, "en"));
      await page.waitForFunction((count) => document.querySelectorAll("#chart table tbody tr").length === count, NET.series.length);
      assert.deepEqual((await cells(page)).map(([, it]) => it).filter(Boolean), ranked);

      await tab(page, "Map").click();
      await says(page, `${COMMON}, `);
      await page.locator("#chart [data-point]").first().waitFor();
      assert.deepEqual((await cells(page)).map(([, it]) => it).filter(Boolean), ranked);

      await tab(page, "Small charts").click();
      await page.locator("#chart .stage svg").waitFor();
      await page.getByText("Places: 5 of 11").waitFor();
      await tab(page, "Change").click();
      const [from, to] = [Math.min(...YEARS.filter((year) => DEFAULT.every((it) => value(it, year) !== undefined && value(it, COMMON) !== undefined))), COMMON];
      await says(page, `${from} to ${to}`);
    }));

  test("state survives reload, back and the other language, and a bad one is passed over", () =>
    site.visit(async (page) => {
      const state = "?kind=bars&places=IDN,VNM&year=2010";
      await site.go(page, `en/indicators/${SHARE}/${state}`);
      await says(page, "2010: ");
      assert.equal(await tab(page, "Ranking").getAttribute("aria-selected"), "true");
      assert.equal(await page.getByRole("slider", { name: "Year", exact: true }).getAttribute("aria-valuetext"), "2010");
      await page.reload();
      await says(page, "2010: ");
      await page.getByRole("link", { name: "Bahasa Indonesia" }).click();
      await site.arrive(page, `id/indicators/${SHARE}/${state}`);
      await heading(page, NET.name.id);
      await says(page, "2010: ");
      await page.goBack();
      await site.arrive(page, `en/indicators/${SHARE}/${state}`);
      await heading(page, NET.name.en);

      await site.go(page, `en/indicators/${SHARE}/?places=ZZZ,nowhere&year=1066&from=2050&kind=pie&scale=log`);
      await chart(page).waitFor();
      await page.getByText(`Places: ${DEFAULT.length} of ${NET.series.length}`).waitFor();
    }));

  test("places are picked by search and keyboard, at most eight, and focus stays", () =>
    site.visit(async (page) => {
      const { indicator } = indicatorPage("region-hdi");
      await site.go(page, "en/indicators/region-hdi/?places=jakarta");
      await chart(page).waitFor();
      await page.locator(".picker > summary").focus();
      await page.keyboard.press("Enter");
      await page.getByRole("searchbox", { name: "Find a place" }).fill("da nang");
      const box = page.getByRole("checkbox", { name: "Da Nang" });
      await box.focus();
      await page.keyboard.press("Space");
      await site.arrive(page, "en/indicators/region-hdi/?places=jakarta,da-nang");
      assert.ok(await box.evaluate((it) => it === document.activeElement), "focus stays in the picker");
      assert.ok(await box.isChecked());
      assert.equal(await page.locator(".picker li:visible").count(), 1);
      await page.getByRole("searchbox", { name: "Find a place" }).fill("");
      const places = [...new Set(indicator.series.map((it) => it.place))].filter((it) => !["jakarta", "da-nang"].includes(it));
      for (const place of places.slice(0, 6)) await page.locator(`[data-place=${place}]`).check();
      assert.ok(await page.locator(`[data-place=${places[6]}]`).isDisabled(), "eight are enough");
      await page.getByRole("button", { name: "All", exact: true }).click();
      await site.arrive(page, "en/indicators/region-hdi/?places=all");
      await page.getByText(`Places: ${places.length + 2} of ${places.length + 2}`).waitFor();
      await page.getByRole("button", { name: "Suggested" }).click();
      await site.arrive(page, "en/indicators/region-hdi/");
    }));

  test("tabs are walked with the arrow keys", () =>
    site.visit(async (page) => {
      await site.go(page, `en/indicators/${SHARE}/`);
      await chart(page).waitFor();
      await tab(page, "Lines").focus();
      await page.keyboard.press("ArrowRight");
      await site.arrive(page, `en/indicators/${SHARE}/?kind=table`);
      await focus(page, "[data-kind=table][aria-selected=true][tabindex='0']");
      await page.keyboard.press("End");
      await focus(page, "[data-kind=difference]");
      await page.keyboard.press("ArrowRight");
      await focus(page, "[data-kind=line]");
      await site.arrive(page, `en/indicators/${SHARE}/`);
      await page.waitForFunction(() => document.getElementById("announcer").textContent.includes("series"));
    }));

  test("years and scale change the chart", () =>
    site.visit(async (page) => {
      await site.go(page, "en/indicators/city-population-wup/");
      await chart(page).waitFor();
      await page.getByRole("combobox", { name: "From" }).selectOption("2000");
      await page.getByRole("combobox", { name: "To" }).selectOption("2015");
      await site.arrive(page, "en/indicators/city-population-wup/?from=2000&to=2015");
      await says(page, "2000 to 2015");
      await page.getByRole("checkbox", { name: "Logarithmic scale" }).check();
      await page.getByRole("checkbox", { name: "First year = 100" }).check();
      await site.arrive(page, "en/indicators/city-population-wup/?from=2000&to=2015&scale=log&relative=yes");
      await says(page, "that of 2000 is 100");
      await page.getByText("Values from 2020 on are projections.").waitFor();
    }));

  test("the slider goes from year to year, and plays unless less motion is wanted", async () => {
    await site.visit(async (page) => {
      await site.go(page, `en/indicators/${SHARE}/?kind=map&year=${YEARS.at(-3)}`);
      await says(page, `${YEARS.at(-3)}, `);
      const slider = page.getByRole("slider", { name: "Year", exact: true });
      await slider.focus();
      await page.keyboard.press("ArrowRight");
      await says(page, `${YEARS.at(-2)}, `);
      assert.ok(await slider.evaluate((it) => it === document.activeElement));
      await page.keyboard.press("Home");
      await says(page, `${YEARS[0]}, `);
      await page.getByRole("button", { name: "Play" }).click();
      await page.getByRole("button", { name: "Pause" }).waitFor();
      await says(page, `${YEARS[2]}, `);
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("button", { name: "Play" }).waitFor();
    });
    await site.visit(async (page) => {
      await site.go(page, `en/indicators/${SHARE}/?kind=bars&year=${YEARS[0]}`);
      await says(page, `${YEARS[0]}: `);
      await page.getByRole("button", { name: "Next year" }).click();
      await says(page, `${YEARS[1]}: `);
    }, { reducedMotion: "reduce" });
  });

  test("the readout says points by keyboard; Enter and a click pin points, which stay with their place", () =>
    site.visit(async (page) => {
      await site.go(page, `en/indicators/${SHARE}/`);
      await chart(page).waitFor();
      const readout = page.locator(".readout");
      const pinned = page.locator(".pinned li");
      await readout.focus();
      await page.keyboard.press("Home");
      const [first] = NET.series.find((it) => it.place === DEFAULT[0]).points;
      const said = `${NAMES[DEFAULT[0]]}, ${first[0]}: ${number(first[1], "en")}%`;
      await page.waitForFunction((text) => document.querySelector(".readout").getAttribute("aria-valuetext") === text, said);
      await page.getByText(`Values in ${first[0]}`).waitFor();
      await page.keyboard.press("Enter");
      await pinned.filter({ hasText: said }).waitFor();
      await readout.click({ position: { x: 300, y: 200 } });
      await pinned.nth(1).waitFor();
      await page.mouse.move(5, 5);
      await page.locator(".tip").waitFor({ state: "detached" });
      assert.deepEqual(await page.locator(".pin").allTextContents(), ["1", "2"]);
      // Drawn in another way, the chart still marks what it shows.
      await tab(page, "Ranking").click();
      await chart(page).waitFor();
      await tab(page, "Lines").click();
      await pinned.filter({ hasText: said }).waitFor();
      await readout.focus();
      await page.keyboard.press("Home");
      await page.keyboard.press("Enter");
      await pinned.filter({ hasText: said }).waitFor({ state: "detached" });
      await page.keyboard.press("Escape");
      await pinned.waitFor({ state: "detached" });
      assert.equal(await page.locator(".pin").count(), 0);
    }));

  test("the table sorts by its columns with focus kept", () =>
    site.visit(async (page) => {
      await site.go(page, `id/indicators/${SHARE}/?kind=bars`);
      await page.locator("#chart details.chart-table > summary").click();
      const button = page.locator("#chart th button").nth(1);
      await button.focus();
      for (const [order, sign] of [["ascending", 1], ["descending", -1]]) {
        await page.keyboard.press("Enter");
        await page.locator(`#chart th[aria-sort=${order}]`).waitFor();
        await focus(page, "#chart th button[data-sort='1']");
        const shown = (await cells(page)).map(([, it]) => it).filter(Boolean);
        const expected = NET.series.map((it) => value(it.place, COMMON)).filter((it) => it !== undefined);
        assert.deepEqual(shown, expected.sort((one, two) => sign * (one - two)).map((it) => number(it, "id")));
      }
    }));

  test("what is unknown says so, with a way to the list", () =>
    site.visit(async (page) => {
      await site.go(page, "en/indicators/");
      await page.locator(".rows a").first().waitFor();
      await page.evaluate(() => {
        const link = document.createElement("a");
        link.href = "en/indicators/nothing-of-this-name/";
        document.body.append(link);
        link.click();
      });
      await heading(page, "Page not found");
      await page.getByRole("link", { name: "See all indicators" }).click();
      await site.arrive(page, "en/indicators/");
    }, { expected: /404/ }));

  test("a city's charts lead to their indicator, with the city chosen", () =>
    site.visit(async (page) => {
      await site.go(page, "en/cities/sumedang/");
      // By keyboard: charts that are drawn on the way move a link away from the pointer.
      await page.locator("#chart-stunting-prevalence").getByRole("link", { name: /^Compare and download/ }).press("Enter");
      await site.arrive(page, "en/indicators/city-stunting-prevalence/?places=sumedang");
      await says(page, "Sumedang");
    }));

  for (const lang of LANGS) {
    test(`every indicator opens in ${lang} and fits a phone`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/indicators/`);
        // Before the app runs, a link loads the page anew.
        await page.locator(".rows a").first().waitFor();
        for (const { id, name, places } of INDICATORS) {
          for (const kind of places > 1 ? ["line", "bars", "multiples"] : ["line"]) {
            await page.evaluate((href) => {
              const link = document.createElement("a");
              link.href = href;
              document.body.append(link);
              link.click();
              link.remove();
            }, `${lang}/indicators/${id}/?kind=${kind}`);
            await heading(page, name[lang]);
            await chart(page).waitFor();
          }
          assert.deepEqual(await overflow(page), [], id);
        }
      }, { viewport: { width: 360, height: 740 }, reducedMotion: "reduce" }));
  }
});

describe("take it away", () => {
  /** The content of the file that a button saves. */
  async function saved(page, name) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
    await page.getByText(`Saved: ${download.suggestedFilename()}`).waitFor();
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  test("files hold what is shown, with sources", () =>
    site.visit(async (page) => {
      await site.go(page, `en/indicators/${SHARE}/?places=IDN,VNM&from=2010&to=2015`);
      await chart(page).waitFor();
      const csv = await saved(page, "Values (CSV)");
      assert.match(csv.name, new RegExp(`^ascn-atlas-${SHARE}-.*\\.csv$`));
      const lines = csv.content.toString().trim().split("\r\n").slice(1);
      const expected = ["IDN", "VNM"].flatMap((place) =>
        NET.series.find((it) => it.place === place).points.filter(([year]) => year >= 2010 && year <= 2015).map(([year, it]) => `${place},${year},${it}`),
      );
      const seen = lines.map((line) => line.split(",")).map((it) => `${it[1]},${it[4]},${it[5]}`);
      assert.deepEqual(seen.sort(), expected.sort());
      assert.ok(lines.every((line) => line.includes("World Bank")), "each value has its source");
      const json = JSON.parse((await saved(page, "Values (JSON)")).content);
      assert.equal(json.values.length, expected.length);
      assert.equal(json.address, page.url());
      const svg = (await saved(page, "Picture (SVG)")).content.toString();
      assert.match(svg, /^<svg xmlns/);
      assert.ok(svg.includes("World Bank") && svg.includes(NET.name.en));
      const png = (await saved(page, "Picture (PNG)")).content;
      assert.equal(png.subarray(1, 4).toString(), "PNG");
      assert.ok(png.readUInt32BE(16) > 1000, "twice as wide as the picture");
    }));

  test("without a connection as well", () =>
    site.visit(async (page, context) => {
      await site.go(page, `en/indicators/${SHARE}/`);
      await chart(page).waitFor();
      // What makes the files came when the buttons came near.
      await page.locator(".take-buttons").scrollIntoViewIfNeeded();
      await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /take-\w+\.wasm/.test(name) && responseEnd > 0));
      await page.waitForLoadState("networkidle");
      await context.setOffline(true);
      await saved(page, "Picture (PNG)");
      await saved(page, "Values (CSV)");
    }));

  test("citation, link and table are copied", () =>
    site.visit(async (page, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await site.go(page, `en/indicators/${SHARE}/?kind=bars`);
      await chart(page).waitFor();
      const clip = () => page.evaluate(() => navigator.clipboard.readText());
      await page.getByRole("button", { name: "Citation" }).click();
      await page.getByText("Copied: Citation").waitFor();
      assert.ok((await clip()).includes(page.url()) && (await clip()).includes("World Bank"));
      await page.getByRole("button", { name: "BibTeX" }).click();
      await page.getByText("Copied: BibTeX").waitFor();
      assert.match(await clip(), /^@misc\{ascnatlas/);
      await page.getByRole("button", { name: "Link to this view" }).click();
      await page.getByText("Copied: Link to this view").waitFor();
      assert.equal(await clip(), page.url());
      await page.locator("#chart details.chart-table > summary").click();
      await page.getByRole("button", { name: "Copy table" }).click();
      await page.getByText("Copied: Table").waitFor();
      const [head, first] = (await clip()).split("\n");
      assert.equal(head, `Place\t${COMMON}`);
      assert.equal(first.split("\t")[1], String(Math.max(...NET.series.map((it) => value(it.place, COMMON) ?? 0))));
    }));

  test("what the browser refuses is said, and the text can be copied by hand", () =>
    site.visit(async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
        HTMLCanvasElement.prototype.toBlob = () => {
          throw new Error("refused");
        };
      });
      await site.go(page, `en/indicators/${SHARE}/`);
      await chart(page).waitFor();
      await page.getByRole("button", { name: "Citation" }).click();
      await page.getByText("The browser did not allow copying.").waitFor();
      assert.match(await page.getByRole("textbox", { name: "Text to copy" }).inputValue(), /World Bank/);
      await page.getByRole("button", { name: "Picture (PNG)" }).click();
      await page.getByText("The browser did not allow the picture to be drawn.").waitFor();
    }));

  test("the share sheet is offered where there is one", () =>
    site.visit(async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "share", { value: (what) => Promise.resolve((window.shared = what)) });
      });
      await site.go(page, `en/indicators/${SHARE}/`);
      await page.getByRole("button", { name: "Share…" }).click();
      await page.waitForFunction(() => window.shared);
      assert.deepEqual(await page.evaluate(() => window.shared), { title: NET.name.en, url: page.url() });
    }));
});

describe("for everyone", () => {
  for (const [path, ending, words, whole] of [
    ["en/indicators/", "/indicators/index.json", "The list of indicators could not be loaded.", ".rows a"],
    [`en/indicators/${SHARE}/`, `/indicators/${SHARE}.json`, "This indicator’s data could not be loaded.", "#chart-picture svg"],
    [`en/indicators/${SHARE}/?kind=map`, "/lands.json", "The map could not be loaded.", "#chart-picture [data-point]"],
    ["en/indicators/region-hdi/", "/app/INDEX", "The list of cities could not be loaded.", "#chart-picture svg"],
  ]) {
    test(`${ending} fails alone on ${path}, and a retry brings it`, async () => {
      const file = ending === "/app/INDEX" ? `/${CUT.replace(/\/$/, "")}/index.json` : ending;
      site.server.fail(file, "500");
      // With content the page would stay as it is: see prerender.test.mjs.
      site.server.empty(true);
      try {
        await site.visit(async (page) => {
          await site.go(page, path);
          const alert = page.getByRole("alert").filter({ hasText: words });
          await alert.waitFor();
          assert.equal(await page.getByRole("alert").count(), 1);
          site.server.heal();
          await alert.getByRole("button").click();
          await page.locator(whole).first().waitFor({ state: "attached" });
          assert.equal(await page.getByRole("alert").count(), 0);
        }, { expected: /500|console warning/ });
      } finally {
        site.server.heal();
        site.server.empty(false);
      }
    });
  }

  test("printed, the values stand as a table without controls", () =>
    site.visit(async (page) => {
      await site.go(page, `en/indicators/${SHARE}/`);
      await chart(page).waitFor();
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await page.locator("#chart table td").first().waitFor();
      assert.equal(await page.locator(".controls:visible, .take:visible, button:not(th button):visible").count(), 0);
      assert.ok(await page.locator("#chart table td").first().isVisible());
    }));
});
