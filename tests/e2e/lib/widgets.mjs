// Pages of other sites that show widgets: served from an origin of their own, with headers of their
// own, or lying on a disk.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import { CUT, DIST, INDEX, city } from "./site.mjs";

/** One file of each kind below `widgets/<lang>/`, with the heading that it must have in a language. */
export const KINDS = {
  city: ["city/sumedang", () => "Sumedang"],
  figure: ["figure/hdi/IDN", (lang) => `${indicatorName("hdi", lang)}, Indonesia`],
  chart: ["chart/hdi", (lang) => indicatorName("hdi", lang)],
  cities: ["cities/VNM", (lang) => ({ en: "Cities of Viet Nam side by side", id: "Kota-kota Vietnam berdampingan" })[lang]],
  projects: ["projects/sumedang", (lang) => ({ en: "Projects of Sumedang", id: "Proyek Sumedang" })[lang]],
  counts: ["counts/sumedang", (lang) => ({ en: "Projects of Sumedang in the network’s reports", id: "Proyek Sumedang dalam laporan jejaring" })[lang]],
  programs: ["programs/sumedang", (lang) => ({ en: "Partner programmes with Sumedang", id: "Program mitra bersama Sumedang" })[lang]],
  partner: ["partner/jpn", (lang) => ({ en: "Programmes of Japan", id: "Program Jepang" })[lang]],
  timeline: ["timeline", (lang) => ({ en: "All partner programmes", id: "Semua program mitra" })[lang]],
  network: ["network/focus", (lang) => ({ en: "Projects by focus area in the network’s reports", id: "Proyek menurut bidang fokus dalam laporan jejaring" })[lang]],
  map: ["map", (lang) => ({ en: "Cities of the ASEAN Smart Cities Network", id: "Kota-kota ASEAN Smart Cities Network" })[lang]],
  meetings: ["meetings", (lang) => ({ en: "Meetings of the ASEAN Smart Cities Network", id: "Pertemuan ASEAN Smart Cities Network" })[lang]],
};

export const file = (lang, name) => `widgets/${lang}/${name}.html`;
export const source = (lang, name) => readFileSync(join(DIST, file(lang, name)), "utf8");

const indicatorName = (id, lang) => JSON.parse(readFileSync(join(DIST, CUT, `indicators/${id}.json`), "utf8")).indicator.name[lang];

/** The line that every widget ends with, up to the words of its link. */
export function foot(lang) {
  const day = new Date(INDEX.data_date).toLocaleDateString({ en: "en-GB", id: "id-ID" }[lang], { dateStyle: "long", timeZone: "UTC" });
  return new RegExp({ en: `^Sources: .+Data as of ${day} · Full page`, id: `^Sumber: .+Data per ${day} · Halaman lengkap` }[lang], "s");
}

/** Serves pages by their path from another origin than the atlas; `show` takes HTML and headers. */
export async function otherSite() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url.split("?")[0]);
    if (!page) {
      // Browsers ask for an icon.
      response.writeHead(request.url === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...page.headers });
    response.end(page.html);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}/`;
  let count = 0;
  return {
    base,
    /** The address of a page with this HTML. */
    show(html, headers = {}) {
      count += 1;
      pages.set(`/${count}.html`, { html, headers });
      return `${base}${count}.html`;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** A frame as an author pastes it. */
export const frame = (src, attributes = 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"') =>
  `<iframe src="${escaped(src)}" title="A widget" width="100%" height="300" style="border:0" ${attributes}></iframe>`;

/** A page of another site around some frames. */
export const article = (body, { head = "", attributes = 'lang="en"' } = {}) =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>An article</title>${head}</head><body><p>Before</p>${body}<p id="after">After</p></body></html>`;

/**
 * How pages of other sites may show a widget: what stands around the frame, headers, attributes of the
 * frame. `scripts` tells whether the widget's script can run.
 */
export const SETTINGS = {
  "plain frame": { frame: "", scripts: true },
  "sandbox with scripts": { frame: 'sandbox="allow-scripts"', scripts: true },
  "full sandbox": { frame: 'sandbox=""', scripts: false },
  "policy that allows frames alone": { frame: 'sandbox="allow-scripts"', scripts: true, headers: (atlas) => ({ "content-security-policy": `default-src 'none'; style-src-attr 'unsafe-inline'; frame-src ${new URL(atlas).origin}` }) },
  "right to left": { frame: "", scripts: true, attributes: 'lang="ar" dir="rtl"' },
  "file on a disk": { frame: 'sandbox="allow-scripts"', scripts: true, disk: true },
};

/** Numbers of projects by status, counted from the published file. */
export function projectsOf(slug) {
  const counts = {};
  for (const { status } of city(slug).city.projects) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** What a frame may say and must not be heard. */
export const MESSAGES = `[
  null, undefined, 0, 500, "500", "", true, [], {}, [500], "ascn-atlas:height", "height=500",
  { height: 500 }, { type: "height", height: 500 }, { type: "ascn-atlas:height" }, { type: "ascn-atlas:Height", height: 500 },
  ...[NaN, Infinity, -Infinity, -1, 0, 39, 39.99, 10000.01, 10001, 1e9, -0, "500", "500px", [500], { valueOf: 1 }, null, undefined, true, 500n, new Date(500), "100%", "500px;position:fixed"]
    .map((height) => ({ type: "ascn-atlas:height", height })),
  { type: ["ascn-atlas:height"], height: 500 }, { type: "ascn-atlas:navigate", url: "https://a.example/" },
  { sentinel: "amp", type: "embed-size", height: 500 }, { "datawrapper-height": { x: 500 } }, { type: "ascn-atlas:width", width: 500 },
  JSON.stringify({ src: location.href, context: "iframe.resize", height: 500 }), JSON.stringify({ type: "ascn-atlas:height", height: 500 }),
  { type: "ascn-atlas:height", height: { toString: null } }, new Map([["type", "ascn-atlas:height"], ["height", 500]]),
]`;

/** The codes of a widget at the address at which it is put together, once it was tried there, by their names. */
export async function pasted(page, address) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address);
  await page.waitForFunction(() => document.querySelector(".embed-frame iframe")?.style.height);
  // What the frame told is in the code a frame later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve)))));
  const codes = await page.locator("[data-code]").evaluateAll((all) => all.map((it) => [it.dataset.code, it.closest(".embed-code").querySelector("textarea").value]));
  return Object.fromEntries(codes);
}
