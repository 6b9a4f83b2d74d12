// Proves that the single-file edition opens from a disk in Firefox and WebKit as it does in Chromium:
// each kind of page in both languages, charts, the search, the way back, language and theme, saving a
// file, and words where the file is not whole.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { Key } from "selenium-webdriver";

import { KINDS, pages, SAYS, SINGLE, SINGLE_URL } from "./lib/editions.mjs";
import { inEachEngine } from "./lib/engines.mjs";
import { LANGS } from "./lib/site.mjs";

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "single-"));
});
after(() => folder && rm(folder, { recursive: true }));

inEachEngine((engine, name) => {
  const page = () => engine.session;
  const { found, holds, run } = engine;
  const heading = (text) => holds(`the heading ${text}`, "return document.querySelector('h1')?.textContent === arguments[0]", text);
  const says = (text) => holds(text, "return document.querySelector('.edition')?.textContent === arguments[0]", text);
  const settled = (address) => holds(`${address} has come`, "return !!document.querySelector('main h1') && !document.querySelector('main .loading')");
  const hash = () => run("return decodeURIComponent(location.hash)");
  /** The file anew, at an address after `#/`: a change of the hash alone would not open it again. */
  const open = async (address, url = SINGLE_URL) => {
    await page().get("about:blank");
    await page().get(`${url}#/${address}`);
  };

  for (const lang of LANGS) {
    test(`each kind of page in ${lang}`, async () => {
      const titles = new Map(pages(lang).map(({ address, title }) => [address, title]));
      await open(`${lang}/`);
      await says(SAYS[lang]);
      for (const address of KINDS) {
        await run("location.hash = arguments[0]", `/${lang}/${address}`);
        const title = titles.get(`${lang}/${address.split("?")[0]}`);
        await holds(`${address} has the title ${title}`, "return document.title === arguments[0]", title);
        assert.equal(await hash(), `#/${lang}/${address}`);
        await settled(address);
        assert.deepEqual(await run("return [...document.querySelectorAll('.failure:not([hidden])')].map((it) => it.textContent)"), [], address);
      }
      assert.deepEqual(await run("return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !/^(blob|data):/.test(it))"), [], "requests");
    });
  }

  test("charts and maps are drawn", async () => {
    await open("en/cities/sumedang/");
    await found("html:has([data-island])");
    const figure = await found("figure[id^=chart-]");
    await run("arguments[0].scrollIntoView()", figure);
    await found("figure[id^=chart-] .stage svg path");
    await open("en/indicators/hdi/");
    await found("#chart .stage svg path");
    await open("en/");
    await found(".map > svg a");
  });

  test("links, the search and the way back", async () => {
    await open("en/cities/?q=Makasar");
    await (await found(".rows a")).click();
    await heading("Makassar");
    assert.equal(await hash(), "#/en/cities/makassar/");
    await (await found("body")).sendKeys("/");
    await (await found("dialog[open] input[type=search]")).sendKeys("sumedag");
    await holds("what was found", "return [...document.querySelectorAll('dialog[open] a')].some((it) => it.textContent.startsWith('Sumedang'))");
    await (await found("dialog[open] input[type=search]")).sendKeys(Key.ESCAPE);
    await page().navigate().back();
    await heading("Cities of the network");
    assert.equal(await hash(), "#/en/cities/?q=Makasar");
  });

  test("the language is switched in place, the theme is kept", async () => {
    await open("id/cities/?q=jakarta");
    await says(SAYS.id);
    await (await found(".languages [lang=en]")).click();
    await heading("Cities of the network");
    await says(SAYS.en);
    await (await found(".theme option[value=dark]")).click();
    await page().navigate().refresh();
    await heading("Cities of the network");
    assert.equal(await run("return document.documentElement.dataset.theme"), "dark");
  });

  test("values are handed to the reader as a file", async () => {
    await open("en/indicators/hdi/");
    await run("window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => (blob.text().then((it) => saved.push(it)), make.call(URL, blob))");
    await holds("the button", "const it = document.querySelector('[data-take=csv]'); it?.scrollIntoView(); return !!it");
    await (await found("[data-take=csv]")).click();
    await holds("the file", "return saved.length === 1 && saved[0].split('\\r\\n').length > 100");
  });

  test("a file that is not whole says so", async () => {
    const text = await readFile(SINGLE, "utf8");
    const file = join(folder, `${name}.html`);
    await writeFile(file, text.slice(0, Math.floor(text.length * 0.8)));
    await open("", pathToFileURL(file).href);
    await holds("the words", "return [...document.querySelectorAll('#start-failed p')].some((it) => it.checkVisibility() && it.textContent.includes('This file is not whole.'))");
  });
});
