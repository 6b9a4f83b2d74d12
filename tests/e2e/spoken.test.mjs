// Proves what a screen reader is told: for the main kinds of page, in both languages, the tree of
// names and roles in the order of reading, as it stands in `tests/e2e/spoken/`; and, after moving,
// filtering and failing, what is announced, word for word.
//
// Header and footer, which all pages share, stand in the file of the front page. Of a list or table
// the first two entries stand for all of them, long texts are cut and figures are `#`, so that a
// review sees what changed: a name, a role, an order. After a wanted change write the files anew:
// `ASCN_ATLAS_WRITE=1 node --test tests/e2e/spoken.test.mjs`.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";

import { KINDS, open } from "./lib/kinds.mjs";
import { INDEX, LANGS } from "./lib/site.mjs";
import { heading, Visits } from "./lib/visit.mjs";

const FOLDER = new URL("spoken/", import.meta.url);

/** The pages that are read, by the name of their file. */
const PAGES = {
  front: "",
  cities: "cities/",
  city: "cities/putrajaya/",
  indicator: "indicators/internet-users/",
  comparison: "compare/?cities=sumedang,semarang,jakarta",
  state: "countries/VNM/",
  timeline: "programs/?view=timeline&lanes=city",
  project: "projects/sumedang/integrated-stunting-intervention/",
  search: "search/?q=smart",
  "not-found": "nowhere/",
};

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** An entry of Playwright's tree: its depth, its text and its own entries. */
function parsed(snapshot) {
  const root = { text: "", inner: [] };
  const open = [root];
  for (const line of snapshot.split("\n")) {
    const [, space, text] = line.match(/^( *)- (.*)$/) ?? [];
    // Where links lead is proved elsewhere.
    if (text === undefined || text.startsWith("/url:")) continue;
    const depth = space.length / 2;
    open.length = depth + 1;
    const entry = { text, inner: [] };
    open[depth].inner.push(entry);
    open[depth + 1] = entry;
  }
  return root.inner;
}

const role = ({ text }) => text.match(/^'?(\w+)/)[1];
/** Short, and without figures, which change with the data; the level of a heading stays. */
const cut = (text) => {
  const plain = text.replace(/(?<!level=)\d+(?:[.,]\d+)*/g, "#");
  return plain.length > 72 ? `${plain.slice(0, 70)}…` : plain;
};

/** The tree as lines; of more than three neighbours of one role two stand for all. */
function lines(entries, depth = 0) {
  const said = [];
  const write = (text) => said.push(`${"  ".repeat(depth)}${text}`);
  for (let at = 0; at < entries.length; ) {
    let end = at;
    while (end < entries.length && role(entries[end]) === role(entries[at])) end += 1;
    const alike = ["listitem", "row", "link", "article", "option", "term", "definition", "group", "button", "figure", "cell", "columnheader"];
    const shown = end - at > 3 && alike.includes(role(entries[at])) ? at + 2 : end;
    for (const entry of entries.slice(at, shown)) {
      const text = cut(entry.text.replace(/:$/, ""));
      // A number of a source is one line; of a link that has a name the words are not read.
      if (role(entry) === "superscript") write(`${text}: ${entry.inner.map((it) => cut(it.text.replace(/:$/, ""))).join(", ")}`);
      else write(text);
      if (!["superscript", "link"].includes(role(entry))) said.push(...lines(entry.inner, depth + 1));
    }
    if (shown < end) write(`… more of ${role(entries[at])}`);
    at = end;
  }
  return said;
}

for (const lang of LANGS) {
  describe(`what is read in ${lang}`, () => {
    for (const [name, path] of Object.entries(PAGES)) {
      test(name, () =>
        site.look(async (page) => {
          await site.go(page, `${lang}/${path}`);
          await open(page, path, { folded: true });
          const said = `${lines(parsed(await page.locator(name === "front" ? "body" : "main").ariaSnapshot())).join("\n")}\n`;
          const file = new URL(`${lang}-${name}.txt`, FOLDER);
          if (process.env.ASCN_ATLAS_WRITE === "1") {
            mkdirSync(FOLDER, { recursive: true });
            writeFileSync(file, said);
          }
          assert.ok(existsSync(file), `no ${file.pathname}: write it with ASCN_ATLAS_WRITE=1`);
          assert.equal(said, readFileSync(file, "utf8"), `${lang}/${path} is told otherwise than in ${file.pathname}`);
        }, { reducedMotion: "reduce", expected: KINDS[path].missing ? /404/ : null }));
    }
  });
}

/** From now on the page keeps what its live regions say: [politely or at once, words]. */
const hear = (page) =>
  page.evaluate(() => {
    window.heard = [];
    const LIVE = "[role=status], [role=alert], [aria-live]";
    const say = (node) => {
      const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
      const regions = [element?.closest(LIVE), ...(node.nodeType === Node.ELEMENT_NODE ? node.querySelectorAll(LIVE) : [])];
      for (const region of regions.filter(Boolean)) {
        const words = region.textContent.replace(/\s+/g, " ").trim();
        const entry = [region.getAttribute("role") ?? region.getAttribute("aria-live"), words];
        if (words && JSON.stringify(window.heard.at(-1)) !== JSON.stringify(entry)) window.heard.push(entry);
      }
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes, type } of changes) {
        if (type === "characterData") say(target);
        for (const node of addedNodes) say(node);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });

/** Waits until something was said; the words must be those, wholly. */
const heard = (page, role, words) =>
  page.waitForFunction(([role, words]) => window.heard?.some(([how, what]) => how === role && what === words), [role, words]);

const WORDS = {
  id: {
    cities: "Kota anggota jejaring",
    moved: "Halaman dibuka: Kota anggota jejaring",
    count: (some) => `${some} dari ${INDEX.cities.length} kota`,
    failed: "Data kota ini tidak dapat dimuat. Server tidak memiliki berkas ini (status 404).Coba lagi",
    nothing: "Tidak ada yang ditemukan untuk “zzzz”.",
  },
  en: {
    cities: "Cities of the network",
    moved: "Page opened: Cities of the network",
    count: (some) => `${some} of ${INDEX.cities.length} cities`,
    failed: "This city’s data could not be loaded. The server does not have this file (status 404).Try again",
    nothing: "Nothing was found for “zzzz”.",
  },
};

describe("what is announced", () => {
  for (const lang of LANGS) {
    const words = WORDS[lang];

    test(`the page that one moved to, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/about/`);
        await hear(page);
        await page.locator(`.site-header a[href$="${lang}/cities/"]`).click();
        await heading(page, words.cities);
        await heard(page, "status", words.moved);
        assert.equal(await page.evaluate(() => document.activeElement.localName), "h1", "reading goes on at the heading");
      }));

    test(`how many cities a filter leaves, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/cities/`);
        await page.locator(".rows a").first().waitFor();
        await hear(page);
        await page.getByRole("searchbox").first().fill("sumedang");
        await heard(page, "status", words.count(1));
      }));

    test(`that nothing was found, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/search/`);
        await page.locator(".ways-on a").first().waitFor();
        await hear(page);
        await page.locator("#search-text").fill("zzzz");
        await page.waitForFunction((words) => window.heard.some(([, what]) => what.startsWith(words)), words.nothing);
      }));

    test(`that a file did not come, at once, in ${lang}`, async () => {
      site.server.fail("/cities/putrajaya.json", "404");
      try {
        await site.visit(async (page) => {
          await site.go(page, `${lang}/cities/`);
          await page.locator(".rows a").first().waitFor();
          await hear(page);
          await page.locator(`.rows a[href$="/cities/putrajaya/"]`).click();
          await heard(page, "alert", words.failed);
        }, { expected: /404/ });
      } finally {
        site.server.heal();
      }
    });
  }
});
