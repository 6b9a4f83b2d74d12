// Proves that fixed widgets fit where no script sets their height: of each kind the least, the most
// and three more, in both languages, need no more than the code of the page that puts widgets together
// gives them from 320 pixels of width up, and no more than oEmbed at 640; and little is left empty.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch, withPage } from "./lib/browser.mjs";
import { serve } from "./lib/server.mjs";
import { DIST, LANGS } from "./lib/site.mjs";
import { KINDS, pasted } from "./lib/widgets.mjs";

let browser;
let atlas;
before(async () => {
  [browser, atlas] = await Promise.all([launch(), serve(DIST)]);
});
after(() => Promise.all([browser?.close(), atlas?.close()]));

/** What the page that puts widgets together is asked for, by kind. */
const QUERY = {
  city: (city) => `city=${city}`,
  figure: (indicator, place) => `indicator=${indicator}&places=${place}`,
  chart: (indicator) => `indicator=${indicator}`,
  cities: (country) => `country=${country}`,
  projects: (city) => `city=${city}`,
  counts: (city) => `city=${city}`,
  programs: (city) => `city=${city}`,
  partner: (partner) => `partner=${partner}`,
  timeline: () => "",
  network: (chart) => `chart=${chart}`,
  map: () => "",
  meetings: () => "",
};

/** The file of oEmbed below `oembed/<lang>/`, of kinds that are a page. */
const OEMBED = {
  city: (city) => `cities/${city}`,
  chart: (indicator) => `indicators/${indicator}`,
  cities: (country) => `countries/${country}`,
  partner: (partner) => `partners/${partner}`,
  map: () => "cities",
  meetings: () => "network",
};

/** How much stands open in a widget: letters and digits outside drawings and what is folded up. */
function length(file) {
  const [, body] = readFileSync(file, "utf8").match(/<main>([^]*)<\/main>/);
  return body.replaceAll(/<(svg|details)\b[^]*?<\/\1>|<[^>]*>/g, "").length;
}

/** Of the files of a kind, by their names: those that say the least and the most, and three between. */
function some(lang, kind) {
  const folder = join(DIST, "widgets", lang, kind);
  if (!existsSync(folder)) return [[]];
  const all = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .map((name) => ({ name, length: length(join(folder, name)) }))
    .sort((one, two) => one.length - two.length || (one.name < two.name ? -1 : 1));
  const places = [0, 1, 2, 3, 4].map((part) => Math.round((part * (all.length - 1)) / 4));
  return [...new Set(places)].map((at) => all[at].name.replace(/\.html$/, "").split(/[\\/]/));
}

/** The height that a widget needs in a frame of a width. */
async function needed(page, path, width) {
  await page.setViewportSize({ width, height: 100 });
  await page.goto(atlas.base + path);
  return page.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
}

/** The height in the code without a script, once the widget was tried there. */
const offeredHeight = async (page, lang, query) => Number((await pasted(page, `${atlas.base}${lang}/embed/?${query}`)).frame.match(/ height="(\d+)"/)[1]);

/** The height that oEmbed names; `undefined` where the site does not know its address, or the kind is no page. */
function offered(lang, kind, names) {
  const file = OEMBED[kind] && join(DIST, "oembed", lang, `${OEMBED[kind](...names)}.json`);
  return file && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).height : undefined;
}

for (const lang of LANGS) {
  for (const kind of Object.keys(KINDS)) {
    test(`${kind} in ${lang} has the height that it needs, and little more`, () =>
      withPage(browser, {}, async (page) => {
        const faults = [];
        for (const names of some(lang, kind)) {
          const path = `widgets/${lang}/${[kind, ...names].join("/")}.html`;
          const narrow = await needed(page, path, 320);
          const wide = await needed(page, path, 640);
          const check = (given, needed, spare) => {
            if (given < needed || given > needed * 1.4 + spare) faults.push(`${path}: ${given} of ${needed}`);
          };
          check(await offeredHeight(page, lang, `kind=${kind}&${QUERY[kind](...names)}`), Math.max(narrow, wide), 140);
          const height = offered(lang, kind, names);
          if (height !== undefined) check(height, wide, 90);
        }
        assert.deepEqual(faults, []);
      }));
  }
}
