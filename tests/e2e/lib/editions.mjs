// What is known of the editions beside the site's own files.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { DIST, INDEX } from "./site.mjs";

/** The single-file edition. */
export const SINGLE = join(DIST, "ascn-atlas.html");
/** Its address on a disk. */
export const SINGLE_URL = pathToFileURL(SINGLE).href;

const MONTHS = {
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  id: ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"],
};
const [year, month, day] = INDEX.data_date.split("-").map(Number);
/** The day of the data in words. */
export const dataDay = (lang) => `${day} ${MONTHS[lang][month - 1]} ${year}`;
/** What the edition says of itself. */
export const SAYS = { en: `Single-file edition, data as of ${dataDay("en")}`, id: `Edisi satu berkas, data per ${dataDay("id")}` };

/** Every page of a language as the host wrote it: its address and its title. */
export function pages(lang) {
  const inside = (folder) =>
    readdirSync(join(DIST, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? inside(`${folder}${entry.name}/`) : entry.name === "index.html" ? [folder] : [],
    );
  return inside(`${lang}/`).map((address) => ({ address, title: text(readFileSync(join(DIST, address, "index.html"), "utf8").match(/<title>(.*?)<\/title>/s)[1]) }));
}

/** What HTML stands for. */
const text = (html) => html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

/** An address of each kind of page, below a language. */
export const KINDS = [
  "",
  "cities/",
  "cities/?q=jakarta",
  "cities/sumedang/",
  "indicators/",
  "indicators/hdi/",
  "indicators/hdi/?view=map",
  "compare/?cities=hanoi,makassar",
  "countries/",
  "countries/VNM/",
  "programs/",
  `programs/${readdirSync(join(DIST, "en", "programs")).find((name) => !name.includes("."))}/`,
  `partners/${readdirSync(join(DIST, "en", "partners")).find((name) => !name.includes("."))}/`,
  "projects/",
  "network/",
  "network/annual-8/",
  "documents/",
  "about/",
  "search/?q=stunting",
  "data/",
];
