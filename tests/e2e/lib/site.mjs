// The built site as files: where it lies, what its data say, and how its languages write numbers.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the built site. */
export const DIST = resolve(process.env.ASCN_ATLAS_DIST || fileURLToPath(new URL("../../../dist", import.meta.url)));
if (!existsSync(join(DIST, "index.html"))) {
  throw new Error(`${DIST} holds no built site: run \`cargo xtask build\`, or name it in ASCN_ATLAS_DIST`);
}

export const LANGS = ["id", "en"];

/** The folder of the app's data, relative to the site's root. */
export const CUT = readFileSync(join(DIST, "index.html"), "utf8").match(/name="?atlas-data"? content="?([^"> ]+)/)[1];

const json = (name) => JSON.parse(readFileSync(join(DIST, CUT, name), "utf8"));

/** The list of indicators. */
export const INDICATORS = json("indicators/index.json").indicators;
/** An indicator with every place. */
export const indicatorPage = (id) => json(`indicators/${id}.json`);
/** The index of cities. */
export const INDEX = json("index.json");
/** The page of a city. */
export const city = (slug) => json(`cities/${slug}.json`);
/** The figures of a country. */
export const country = (code) => json(`countries/${code}.json`);
/** Codes of all countries with figures. */
export const COUNTRIES = readdirSync(join(DIST, CUT, "countries"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

/**
 * A number as a language writes it, made another way than the site makes it: all digits, grouped,
 * with the true minus sign.
 */
export function number(value, lang) {
  const [whole, fraction] = Math.abs(value).toString().split(".");
  const [group, point] = lang === "id" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return `${value < 0 ? "\u2212" : ""}${grouped}${fraction ? point + fraction : ""}`;
}

/** The table of an indicator as its chart must show it: for each year the year and each series. */
export function table(indicator, lang) {
  const years = new Set(indicator.series.flatMap((series) => series.points.map(([year]) => year)));
  return [...years]
    .sort((one, two) => one - two)
    .map((year) => {
      const cell = ({ points }) => points.find(([at]) => at === year)?.[1];
      const write = (value) => (value === undefined ? "" : number(value, lang));
      return [String(year), ...indicator.series.map((series) => write(cell(series)))];
    });
}
