// Proves that text of the data set stays text. A site is made from a data set in which every text
// attacks (lib/hostile.mjs): no script of it runs, nothing is asked of another host, no text becomes an
// element, an attribute, a link that runs or a formula; with the content security policy and without it,
// in what the host writes, in what the app draws, and in everything that a reader takes away.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import ICAL from "ical.js";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { KINDS } from "./lib/editions.mjs";
import { audit, hostileSite, KEPT, MARKER, tool, watched, writeRefused } from "./lib/hostile.mjs";
import { wake } from "./lib/live.mjs";
import { serve } from "./lib/server.mjs";
import { LANGS } from "./lib/site.mjs";

let hostile;
let server;
let browser;
let folder;
/** Whether pages are served with their policy. */
let guarded = true;

before(async () => {
  hostile = hostileSite();
  folder = mkdtempSync(join(tmpdir(), "atlas-hostile-"));
  server = await serve(hostile.site);
  for (const pages of ["/", /\/widgets\/live\/.*\.html$/]) {
    server.fail(pages, (response, content) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(watched(content.toString(), guarded));
    });
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Every file below a folder of the site whose name ends so. */
const names = (below, ending) =>
  readdirSync(join(hostile.site, below), { recursive: true })
    .map((name) => `${below}${String(name).replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(ending))
    .sort();
const read = (name) => readFileSync(join(hostile.site, name), "utf8");

describe("the data set", () => {
  test("attacks in every field that holds a text", () => {
    assert.ok(hostile.texts > 5_000, `${hostile.texts} texts`);
    assert.deepEqual(hostile.kept.filter((field) => !KEPT.test(field)), []);
  });

  test("the check refuses addresses, names, dates, kinds and references that attack", () => {
    /** Attacks in some fields: the folder, and those of the fields that the check does not name. */
    const attack = (round, wanted) => {
      const data = join(folder, round);
      const attacked = writeRefused(data, wanted);
      const { status, stderr } = tool("check", "--data", data);
      assert.equal(status, 1);
      const said = stderr.split("\n");
      const named = ({ file, marker }) => said.some((line) => line.startsWith(file) && line.includes(marker));
      return attacked.filter((attack) => !named(attack)).map(({ field }) => field);
    };
    // A file whose form is wrong is looked at no further, and of references that lead nowhere in one
    // place the first is named: what is left comes in another round.
    let left = attack("form", () => true);
    for (const round of ["references", "parts", "series"]) left = attack(round, (field) => left.includes(field));
    // It is no part of what the check reads, and the build refuses it.
    assert.deepEqual(left, ["changes.json[].date"]);
    const { status, stderr } = tool("build", "--data", join(folder, "series"), "--out", join(folder, "none"));
    assert.notEqual(status, 0);
    assert.match(stderr, /changes\.json/);
  });
});

/**
 * Reads documents with the browser's parser, each an address below the root or the text itself, and says
 * what of the payloads became more than text.
 */
async function parsed(page, files, type) {
  // A page without a policy, which would report the styles of pictures.
  await page.goto(`${server.base}data/changes.json`, { waitUntil: "commit" });
  // One after another in one call: each call costs more than reading.
  return page.evaluate(
    async ([files, type, source]) => {
      const audit = new Function(`return ${source}`)();
      const wrong = [];
      let texts = 0;
      for (const file of files) {
        const text = file.startsWith("<") ? file : await (await fetch(`/${file}`)).text();
        const document = new DOMParser().parseFromString(text, type);
        const found = audit(document, type === "text/html");
        if (document.querySelector("parsererror")) found.wrong.push("is not well formed");
        for (const script of document.querySelectorAll("script[type*=json]")) JSON.parse(script.textContent);
        wrong.push(...found.wrong.map((it) => `${file.slice(0, 60)}: ${it}`));
        texts += found.texts;
      }
      return { wrong: wrong.slice(0, 20), texts };
    },
    [files, type, audit.toString()],
  );
}

const LIVE = /^widgets\/live\//;
const EXAMPLES = "widgets/examples/index.html";

describe("what the host wrote", () => {
  test("pages, with the linked data in them", () =>
    withPage(browser, {}, async (page) => {
      // Each page in one language: both are made by the same code.
      const pages = [...names("en/", "index.html").filter((_, at) => at % 2), ...names("id/", "index.html").filter((_, at) => at % 2 === 0)];
      const files = [...pages, "index.html", "404.html", ...names("offline/", ".html")];
      const { wrong, texts } = await parsed(page, files, "text/html");
      assert.deepEqual(wrong, []);
      assert.ok(texts > 5_000, `${texts} texts`);
    }));

  test("widgets, of which some are opened", () =>
    withPage(browser, {}, async (page) => {
      const files = names("widgets/", ".html").filter((name, at) => !LIVE.test(name) && (at % 5 === 0 || name === EXAMPLES));
      assert.ok(files.includes(EXAMPLES));
      const { wrong, texts } = await parsed(page, files, "text/html");
      assert.deepEqual(wrong, []);
      assert.ok(texts > 200, `${texts} texts`);
      const problems = watch(page, server.base);
      for (const file of files.filter((_, at) => at % Math.ceil(files.length / 12) === 0)) {
        await page.goto(server.base + file, { waitUntil: "load" });
        assert.deepEqual((await page.evaluate(([source]) => new Function(`return ${source}`)()(document), [audit.toString()])).wrong, [], file);
      }
      assert.deepEqual(problems, []);
    }));

  test("live widgets, as the host wrote them", () =>
    withPage(browser, {}, async (page) => {
      const files = names("widgets/", ".html").filter((name) => LIVE.test(name));
      const { wrong, texts } = await parsed(page, files, "text/html");
      assert.deepEqual(wrong, []);
      assert.ok(texts > 100, `${texts} texts`);
    }));

  test("pictures, and feeds of changes", () =>
    withPage(browser, {}, async (page) => {
      for (const [files, type, least] of [[names("img/", ".svg"), "image/svg+xml", 500], [names("feeds/", ".xml"), "application/xml", 2]]) {
        const { wrong, texts } = await parsed(page, files, type);
        assert.deepEqual(wrong, [], type);
        assert.ok(texts >= least, `${type}: ${texts} texts`);
      }
    }));

  test("calendars: no event, property or line is made of a text", () => {
    for (const name of names("feeds/", ".ics")) {
      const raw = read(name);
      assert.doesNotMatch(raw, /^X-Marker/m, name);
      const calendar = new ICAL.Component(ICAL.parse(raw));
      const events = calendar.getAllSubcomponents();
      assert.deepEqual([...new Set(events.map((it) => it.name))], ["vevent"]);
      const texts = events.filter((event) => MARKER.test(event.getFirstPropertyValue("summary")));
      assert.equal(texts.length, events.length, "each title is a text with a payload");
      const properties = new Set(events.flatMap((event) => event.getAllProperties().map((it) => it.name)));
      const known = ["uid", "dtstamp", "dtstart", "dtend", "summary", "description", "location", "url", "categories", "transp", "class", "status"];
      assert.deepEqual([...properties].filter((it) => !known.includes(it)), []);
    }
  });

  test("tables: as many fields in each line as names, and no formula", () => {
    const files = names("data/csv/", ".csv");
    assert.ok(files.length > 60);
    let texts = 0;
    for (const name of files) texts += harmless(read(name), name);
    assert.ok(texts > 1_000, `${texts} texts`);
  });
});

/** Reads CSV by RFC 4180. */
function table(csv) {
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (end === "") break;
  }
  rows.pop();
  return rows;
}

/** Asserts that no field of a table is a formula; how many texts attack in it. */
function harmless(csv, name) {
  const [head, ...rows] = table(csv);
  assert.ok(rows.length > 0, name);
  for (const row of rows) {
    assert.equal(row.length, head.length, `${name}: ${row[0]}`);
    row.forEach((field, at) => {
      // A number below zero is a number.
      const isNumber = /^[-\d.]*$/.test(field);
      assert.ok(isNumber || !/^[=+\-@\t\r]/.test(field), `${name}: ${head[at]} begins a formula: ${field.slice(0, 40)}`);
    });
  }
  return new Set(csv.match(/zq\d+z/g)).size;
}

/** What has run or was refused in a page, and what of the payloads became more than text. */
async function harmed(page) {
  const { wrong, texts, ran, refused } = await page.evaluate(
    ([source]) => ({ ...new Function(`return ${source}`)()(document), ran: window.__ran, refused: window.__refused }),
    [audit.toString()],
  );
  return { wrong: [...wrong, ...ran.map((it) => `ran: ${it}`), ...refused.map((it) => `refused: ${it}`)], texts };
}

/** A wait until nothing is asked for any more: a page that is left before breaks its requests off, and says so. */
function quiet(page) {
  const open = new Set();
  let tell = () => {};
  page.on("request", (request) => open.add(request));
  for (const end of ["requestfinished", "requestfailed"]) {
    page.on(end, (request) => {
      open.delete(request);
      if (open.size === 0) tell();
    });
  }
  return () => (open.size === 0 ? null : new Promise((resolve) => (tell = resolve)));
}

/** Draws everything that a page draws only when it comes in sight, and opens what is folded. */
const unfold = (page) =>
  page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    for (const slider of document.querySelectorAll("[role=slider]")) {
      slider.focus();
      slider.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
    }
  });

/** Pages without a word of the data set. */
const OWN_WORDS = ["search/?q=stunting", "about/"];
/** Words in the address attack as well. */
const ADDRESSED = ["cities/?q=", "search/?q=", "indicators/?q=", "projects/?q=", "programs/?q="].map(
  (place) => place + encodeURIComponent(`"><img src=x onerror=__hit('zq9z')><script>__hit('zq9z')</script>`),
);

for (const { policy, lang } of [{ policy: true, lang: "id" }, { policy: false, lang: "en" }]) {
  describe(`what the app draws, ${policy ? "under" : "without"} the policy`, () => {
    /** A page in which nothing may go wrong. */
    const visit = (act) =>
      withPage(browser, { viewport: { width: 1000, height: 900 } }, async (page) => {
        guarded = policy;
        const problems = watch(page, server.base);
        page.on("dialog", (dialog) => problems.push(`dialog: ${dialog.message()}`));
        await act(page, quiet(page));
        assert.deepEqual(problems, [], "console, errors, requests");
      });

    test("every kind of page", () =>
      visit(async (page, quiet) => {
        for (const place of KINDS) {
          await page.goto(`${server.base}${lang}/${place}`);
          await page.waitForFunction(() => !document.querySelector("main .loading"));
          await unfold(page);
          const { wrong, texts } = await harmed(page);
          assert.deepEqual(wrong, [], place);
          assert.ok(texts > 0 || OWN_WORDS.includes(place), `${place}: ${texts} texts`);
          await quiet();
        }
      }));

    test("words in the address, and in the search", () =>
      visit(async (page, quiet) => {
        for (const place of ADDRESSED) {
          await page.goto(`${server.base}${lang}/${place}`);
          assert.deepEqual((await harmed(page)).wrong, [], place);
          await quiet();
        }
        await page.keyboard.press("/");
        await page.locator("dialog[open] input[type=search]").fill("script");
        await page.locator("dialog[open] a").nth(3).waitFor();
        const { wrong, texts } = await harmed(page);
        assert.deepEqual(wrong, []);
        assert.ok(texts > 0);
      }));

    test("live widgets", () =>
      visit(async (page) => {
        const live = ["chart/stunting-prevalence.html", "chart/population.html", "compare.html?cities=sumedang,makassar"];
        for (const place of live) {
          await page.goto(`${server.base}widgets/live/${place}${place.includes("?") ? "&" : "?"}lang=${lang}`);
          await wake(page);
          await page.locator("html[data-live]").waitFor();
          await unfold(page);
          const { wrong, texts } = await harmed(page);
          assert.deepEqual(wrong, [], place);
          assert.ok(texts > 0, place);
        }
      }));

    test("what a reader takes away", () =>
      visit(async (page) => {
        await page.goto(`${server.base}${lang}/indicators/stunting-prevalence/`);
        await page.evaluate(() => {
          window.saved = [];
          const make = URL.createObjectURL;
          URL.createObjectURL = (blob) => (blob.text().then((it) => saved.push(it)), make.call(URL, blob));
        });
        const take = async (what) => {
          await page.evaluate(() => (saved.length = 0));
          await page.locator(`[data-take=${what}]`).click();
          await page.waitForFunction(() => saved.length > 0);
          return page.evaluate(() => saved[0]);
        };
        assert.ok(harmless(await take("csv"), "csv") > 0);
        assert.match(JSON.stringify(JSON.parse(await take("json"))), MARKER);
        const picture = await take("svg");
        assert.deepEqual((await harmed(page)).wrong, []);
        const { wrong, texts } = await withPage(browser, {}, (other) => parsed(other, [picture], "image/svg+xml"));
        assert.deepEqual(wrong, []);
        assert.ok(texts > 0);
      }));
  });
}

describe("the single-file edition", () => {
  for (const policy of [true, false]) {
    test(`${policy ? "under its" : "without a"} policy`, () =>
      withPage(browser, {}, async (page) => {
        const file = join(folder, `single-${policy}.html`);
        writeFileSync(file, watched(read("ascn-atlas.html"), policy));
        const problems = watch(page, pathToFileURL(file).href);
        await page.goto(`${pathToFileURL(file).href}#/en/`);
        for (const place of ["", "cities/sumedang/", "indicators/stunting-prevalence/", "programs/", "network/annual-7/"]) {
          await page.evaluate((place) => (location.hash = `#/en/${place}`), place);
          await page.waitForFunction((place) => document.querySelector("main h1") && !document.querySelector("main .loading") && location.hash === `#/en/${place}`, place);
          await unfold(page);
          const { wrong, texts } = await harmed(page);
          assert.deepEqual(wrong, [], place);
          assert.ok(texts > 0, place);
        }
        assert.deepEqual(problems, []);
      }));
  }
});
