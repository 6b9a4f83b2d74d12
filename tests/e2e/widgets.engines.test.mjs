// Proves that fixed widgets work in Firefox and WebKit as in Chromium (widgets.test.mjs,
// widgets-height.test.mjs): every kind on every kind of page of another site, its height where its
// script runs, its content where none does, the element, and the author's looks.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { inEachEngine } from "./lib/engines.mjs";
import { serve } from "./lib/server.mjs";
import { DIST } from "./lib/site.mjs";
import { article, file, foot, frame, KINDS, otherSite, SETTINGS } from "./lib/widgets.mjs";

let atlas;
let other;
let folder;
before(async () => {
  [atlas, other] = await Promise.all([serve(DIST), otherSite()]);
  folder = mkdtempSync(join(tmpdir(), "widgets-"));
});
after(async () => {
  await Promise.all([atlas?.close(), other?.close()]);
  if (folder) rmSync(folder, { recursive: true });
});

const script = () => `<script src="${atlas.base}widgets/embed.js" async></script>`;
const HEIGHT = "return document.documentElement && innerHeight === Math.ceil(document.documentElement.getBoundingClientRect().height)";

inEachEngine((engine, name) => {
  const page = () => engine.session;
  const { holds, run } = engine;
  const open = async (html, { headers, disk } = {}) => {
    await page().switchTo().defaultContent();
    if (!disk) return page().get(other.show(html, headers));
    const path = join(folder, "page.html");
    writeFileSync(path, html);
    return page().get(pathToFileURL(path).href);
  };
  const inside = async (at) => {
    await page().switchTo().defaultContent();
    await page().switchTo().frame(at);
  };

  for (const [how, setting] of Object.entries(SETTINGS)) {
    test(how, async () => {
      const kinds = Object.values(KINDS);
      const frames = kinds.map(([it]) => frame(atlas.base + file("id", it), setting.frame)).join("");
      // Where the page allows frames alone, nothing of the atlas's runs in it.
      const tells = setting.scripts && !setting.headers;
      const before = atlas.asked.length;
      await open(article(frames + (tells ? script() : ""), setting), { headers: setting.headers?.(atlas.base), disk: setting.disk });
      for (const [at, [it, heading]] of kinds.entries()) {
        await inside(at);
        if (setting.scripts || name === "Firefox") {
          await holds(it, async () => (await run("return document.querySelector('h1')?.textContent")) === heading("id"));
          assert.match(await run("return document.querySelector('footer').innerText"), foot("id"));
        } else {
          await (await engine.found("h1")).getText().then((text) => assert.equal(text, heading("id")));
        }
        if (tells) await holds(`the height of ${it}`, HEIGHT);
      }
      const asked = atlas.asked.slice(before).filter((it) => it !== "widgets/embed.js");
      assert.deepEqual(asked.sort(), kinds.map(([it]) => file("id", it)).sort());
    });
  }

  test("the element, the author's looks and what is hostile", async () => {
    await open(article(`<ascn-widget kind="city" city="hanoi" theme="dark" accent="ff0000" border="0" minimal="1"></ascn-widget><ascn-widget kind="city" city="../x">Words</ascn-widget>`, { head: script() }));
    await holds("the frame", "return document.querySelectorAll('iframe').length === 1");
    assert.equal(await run("return document.querySelectorAll('ascn-widget')[1].innerHTML"), "Words");
    await inside(0);
    await holds("the look", "return document.querySelector('h1') && document.documentElement.dataset.theme === 'dark'");
    assert.deepEqual(await run("return [{ ...document.documentElement.dataset }, getComputedStyle(document.body).backgroundColor]"), [{ theme: "dark", border: "0", minimal: "1" }, "rgb(18, 23, 29)"]);
    await holds("the height", HEIGHT);
    await open(article(frame(`${atlas.base}${file("en", "city/hanoi")}?theme=x&accent=red&border=&minimal=2`)));
    await inside(0);
    await holds("the widget", "return !!document.querySelector('h1')");
    assert.deepEqual(await run("return [{ ...document.documentElement.dataset }, document.documentElement.getAttribute('style')]"), [{}, null]);
  });

  test("what a link opens has no way back to the page in which it stands", async () => {
    await page().get(atlas.base + file("en", "city/hanoi"));
    const own = await page().getWindowHandle();
    await (await engine.found("footer a:last-child")).click();
    const others = async () => (await page().getAllWindowHandles()).filter((it) => it !== own);
    await holds("another window", async () => (await others()).length === 1);
    await page().switchTo().window((await others())[0]);
    await holds("the page", "return document.readyState === 'complete' && location.pathname.endsWith('/en/cities/hanoi/')");
    assert.equal(await run("return window.opener"), null);
    await page().close();
    await page().switchTo().window(own);
  });
});
