// Proves that the readout says what the data files hold, as a language writes it: numbers, units and
// signs in each kind of chart of an indicator, and all values at a year below it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { indicatorPage, number } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

const NAMES = {
  BRN: ["Brunei Darussalam", "Brunei Darussalam"],
  IDN: ["Indonesia", "Indonesia"],
  KHM: ["Cambodia", "Kamboja"],
  LAO: ["Laos", "Laos"],
  MMR: ["Myanmar", "Myanmar"],
  MYS: ["Malaysia", "Malaysia"],
  PHL: ["Philippines", "Filipina"],
  SGP: ["Singapore", "Singapura"],
  THA: ["Thailand", "Thailand"],
  TLS: ["Timor-Leste", "Timor-Leste"],
  VNM: ["Viet Nam", "Vietnam"],
};
/** Indicators with the words of a value: parts of a whole, with signs, amounts, decimals, ranks. */
const UNITS = {
  "internet-users": ["{}%", "{}\u00a0%"],
  "urban-population-growth": ["{}%", "{}\u00a0%"],
  "gdp-per-capita-current-usd": ["US${}", "US${}"],
  hdi: ["{}", "{}"],
  "egdi-rank": ["rank {}", "peringkat {}"],
};
const KINDS = ["line", "bars", "multiples", "difference", "map"];
const CHOSEN = ["SGP", "VNM", "KHM"];

const plain = (text) => text.replace(/[ \n]+/g, " ").trim();

for (const [lang, at] of [["en", 0], ["id", 1]]) {
  for (const [id, words] of Object.entries(UNITS)) {
    test(`${lang}: ${id} in each kind`, () =>
      site.look(async (page) => {
        const { series } = indicatorPage(id).indicator;
        const said = (value) => words[at].replace("{}", () => number(value, lang));
        for (const kind of KINDS) {
          await site.go(page, `${lang}/indicators/${id}/?kind=${kind}&places=${CHOSEN}`);
          const readout = page.locator("#chart .readout:visible");
          await readout.focus();
          let year;
          for (const key of ["End", "Home", "ArrowRight", "ArrowDown"]) {
            await page.keyboard.press(key);
            const text = await readout.getAttribute("aria-valuetext");
            const place = series.find((it) => text.startsWith(`${NAMES[it.place][at]}, `));
            const [, rest] = text.split(", ");
            year = Number(rest.slice(0, 4));
            const [, value] = place.points.find((it) => it[0] === year);
            assert.equal(text, `${NAMES[place.place][at]}, ${year}: ${said(value)}`, `${kind} after ${key}`);
            // What is seen is what is heard.
            assert.equal(await page.locator("#chart .tip").textContent(), text);
          }
          const values = page.locator("#chart-values");
          if (kind === "bars") {
            assert.ok(await values.isHidden(), "each value stands beside its bar");
            continue;
          }
          assert.equal(await values.locator("summary").textContent(), lang === "id" ? `Nilai tahun ${year}` : `Values in ${year}`);
          const shown = (await values.locator("li").allTextContents()).map(plain).sort();
          const isShown = ({ place }) => ["line", "map"].includes(kind) || CHOSEN.includes(place);
          const expected = series.filter(isShown).flatMap(({ place, points }) =>
            points.filter((it) => it[0] === year).map((it) => `${NAMES[place][at]} ${said(it[1])}`),
          );
          if (kind !== "difference") assert.deepEqual(shown, expected.sort(), kind);
          // A difference shows places that have both values.
          else assert.ok(shown.length > 0 && shown.every((it) => expected.includes(it)), String(shown));
          assert.equal(await values.locator("svg").count(), kind === "map" ? 0 : shown.length, "samples of marks");
        }
      }));
  }
}
