// Proves that the policy in every page (scripts, styles and files from the site alone) stands in the
// way of nothing that the site does, and of what a stranger would put there; that it is what each
// page's own scripts hash to; and that `_headers` says the same to hosts, with who may frame what.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { city, DIST, INDICATORS, LANGS } from "./lib/site.mjs";
import { heading, Visits } from "./lib/visit.mjs";

const NETWORK = JSON.parse(readFileSync(join(DIST, "data/index.json"), "utf8"));
const PROJECT = city("sumedang").city.projects[0].id;
const indicator = (level) => INDICATORS.find((it) => it.level === level)?.id ?? "hdi";

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** A visit of which every refusal of the policy is noted, in the page and in whatever it opens. */
function visit(act, options) {
  return site.visit(async (page, context) => {
    const refused = [];
    await context.exposeFunction("noteRefusal", (what) => refused.push(what));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (it) => window.noteRefusal(`${it.effectiveDirective}: ${it.blockedURI} ${it.sourceFile}:${it.lineNumber}`));
    });
    await act(page, refused, context);
    if (!options?.expected) assert.deepEqual(refused, [], "refused by the policy");
  }, options);
}

/** Each kind of page, and what shows that it is whole. */
const PAGES = {
  "": ".story",
  "cities/": ".map > svg",
  "cities/sumedang/": ".country-rows > details",
  [`projects/sumedang/${PROJECT}/`]: "[aria-labelledby=related] .rows a",
  "projects/": "[aria-labelledby=reports] .sources li",
  "indicators/": "main li a",
  [`indicators/${indicator("country")}/`]: "figure .stage svg",
  [`indicators/${indicator("city")}/`]: "figure .stage svg",
  "compare/?cities=sumedang,hanoi": ".sources li",
  "countries/": ".states .cites",
  "countries/VNM/": ".strip",
  "programs/": ".tl-frame .tl-item",
  "programs/rok-nusantara/": ".sources > li",
  "partners/jpn/": ".sources > li",
  "network/": ".sources li",
  "network/annual-7/": ".sources li",
  "documents/": ".documents > li",
  "data/": ".holds dd",
  "about/": "#contact",
  "search/?q=air": "#search-found a",
};

describe("nothing is refused", () => {
  for (const lang of LANGS) {
    for (const [place, whole] of Object.entries(PAGES)) {
      test(`/${lang}/${place}`, () =>
        visit(async (page) => {
          await site.go(page, lang + "/" + place);
          await page.locator(whole).first().waitFor();
          // Everything that waits for the reader to come near or to open it.
          for (const part of await page.locator("main details > summary:visible").all()) await part.evaluate((it) => (it.parentElement.open = true));
          await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
          await page.waitForLoadState("networkidle");
        }));
    }
  }

  test("the root, the other language, the other theme, moving and going back", () =>
    visit(async (page) => {
      await site.go(page, "");
      await site.arrive(page, "id/");
      await page.locator(".languages [lang=en]").click();
      await site.arrive(page, "en/");
      for (const theme of ["dark", "light", "auto"]) await page.locator(".theme select").selectOption(theme);
      await page.getByRole("link", { name: "Cities", exact: true }).click();
      await page.locator(".rows a").getByText("Dili").click();
      await page.locator(".country-rows > details").first().waitFor();
      await page.goBack();
      await page.locator(".rows a").getByText("Dili").waitFor();
    }));

  test("map: buttons, pointer, keys", () =>
    visit(async (page) => {
      await site.go(page, "en/cities/");
      await page.locator(".map > svg").waitFor();
      const frame = page.locator("[data-map]");
      await frame.focus();
      for (const key of ["+", "+", "ArrowLeft", "-"]) await page.keyboard.press(key);
      await frame.hover();
      await page.mouse.down();
      await page.mouse.move(300, 300, { steps: 3 });
      await page.mouse.up();
      await page.locator(".map path.land").first().waitFor();
    }));

  test("chart: readout by pointer and keys, which moves marks", () =>
    visit(async (page) => {
      await site.go(page, "en/cities/sumedang/");
      // Until then later sections take no room, and nothing can be scrolled to.
      await page.locator("html:has([data-island])").waitFor();
      const figure = page.locator("figure[id^=chart-]").first();
      await figure.scrollIntoViewIfNeeded();
      await figure.locator(".stage svg").waitFor();
      await figure.locator(".stage").hover();
      const slider = figure.locator("[role=slider]");
      await slider.focus();
      for (const key of ["Home", "ArrowRight", "End"]) await page.keyboard.press(key);
      assert.ok(await slider.getAttribute("aria-valuetext"));
    }));

  test("indicator: each kind of view, years that play", () =>
    visit(async (page) => {
      await site.go(page, "en/indicators/hdi/");
      const tabs = page.getByRole("tab");
      await tabs.first().waitFor();
      for (const tab of await tabs.all()) {
        await tab.click();
        await page.locator("#chart .stage svg[role=img]").first().waitFor({ state: "attached" });
      }
      const play = page.getByRole("button", { name: "Next year" });
      if (await play.isVisible()) await play.click();
    }));

  test("timeline: pointer, wheel and keys", () =>
    visit(async (page) => {
      await site.go(page, "en/programs/");
      await page.locator(".tl-frame .tl-item").first().waitFor();
      await page.locator(".tl-frame .tl-item").first().hover();
      await page.locator(".tl-told").waitFor();
      await page.locator(".tl-frame").focus();
      for (const key of ["+", "+", "ArrowRight", "-"]) await page.keyboard.press(key);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -200);
      await page.keyboard.up("Control");
    }));

  test("search above a page, and filters", () =>
    visit(async (page) => {
      await site.go(page, "en/projects/");
      await page.locator(".project-rows a").first().waitFor();
      await page.keyboard.press("/");
      await page.locator("#search-above-text").fill("makasar");
      await page.locator("#search-above-count").getByText(/Found/).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("searchbox").first().fill("water");
      await page.getByRole("searchbox").first().press("Enter");
      await page.waitForURL(/q=water/);
    }));

  test("copied to the clipboard", () =>
    visit(async (page, _, context) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await site.go(page, "en/indicators/hdi/");
      await page.getByRole("button", { name: "Citation" }).click();
      // A promise is as good as true for `waitForFunction`.
      const copied = await page.evaluate(async () => {
        const read = () => navigator.clipboard.readText();
        for (let frames = 0; frames < 1000 && (await read()) === ""; frames += 1) await new Promise(requestAnimationFrame);
        return read();
      });
      assert.match(copied, /Human Development Index/);
    }));

  test("the search's form leads to its page before the app runs", () =>
    visit(async (page) => {
      await site.go(page, "en/search/");
      await page.locator(".ways-on a").first().waitFor();
      // As a browser without the app's listeners sends it.
      await page.evaluate(() => {
        const form = document.createElement("form");
        form.action = document.querySelector("form[role=search]").getAttribute("action");
        form.innerHTML = '<input name="q" value="banjir">';
        document.body.append(form);
        form.submit();
      });
      await page.waitForURL(`${site.base}en/search/?q=banjir`);
      await page.locator("#search-found a").first().waitFor();
    }));
});

describe("files that the page makes", () => {
  for (const kind of ["png", "svg", "csv", "json"]) {
    test(`${kind}: the same as without a policy`, async () => {
      const taken = async (bypassCSP) => {
        let content;
        await visit(async (page) => {
          await site.go(page, "en/indicators/hdi/");
          await page.locator("#chart .stage svg").first().waitFor();
          const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-take=${kind}]`).click()]);
          content = readFileSync(await download.path());
        }, { bypassCSP });
        return content;
      };
      const [under, free] = [await taken(false), await taken(true)];
      assert.ok(under.length > 500);
      // The styles of the picture are in it: without them it would have other bytes.
      assert.equal(under.compare(free), 0);
    });
  }
});

describe("what a stranger puts there is refused", () => {
  const ALL = /Content Security Policy|other\.example|\b404\b/;

  /** `act` runs in the page and tries; the browser must say that `directive` stands in its way, and `harmless` hold. */
  const attempt = (name, directive, act, harmless = () => true, argument = null) =>
    test(name, () =>
      visit(async (page, refused) => {
        await site.go(page, "en/about/");
        await page.locator("#contact").waitFor();
        await page.evaluate(() => {
          window.refusal = new Promise((resolve) => addEventListener("securitypolicyviolation", resolve, { once: true }));
        });
        await page.evaluate(act, argument);
        await page.waitForFunction(() => window.refusal.then(() => true));
        assert.ok(refused.some((it) => it.startsWith(directive)), `${directive} among ${refused}`);
        assert.equal(await page.evaluate(harmless), true);
      }, { expected: ALL }));

  /** HTML that comes to stand at the end of the page. */
  const put = (name, directive, html, harmless) =>
    attempt(name, directive, (html) => document.querySelector("main").append(document.createRange().createContextualFragment(html)), harmless, html);

  const unbroken = () => window.broken === undefined;
  put("a script in the page", "script-src-elem", "<script>window.broken = 1</script>", unbroken);
  put("a script at an event", "script-src-attr", '<img src="x" onerror="window.broken = 1">', unbroken);
  put("a script of another host", "script-src-elem", '<script src="https://other.example/x.js"></script>');
  put("a style attribute", "style-src-attr", '<p id="seen" style="position:fixed">x</p>', () => getComputedStyle(document.getElementById("seen")).position === "static");
  put("a style element", "style-src-elem", "<style>main{display:none}</style>", () => getComputedStyle(document.querySelector("main")).display !== "none");
  put("a picture of another host", "img-src", '<img src="https://other.example/x.png">');
  put("a frame", "frame-src", '<iframe src="https://other.example/"></iframe>');
  put("an embedded program", "object-src", '<object data="x.swf"></object>');
  attempt("a script in an address", "script-src-elem", () => {
    const link = document.createElement("a");
    link.href = "javascript:window.broken = 1";
    document.body.append(link);
    link.click();
  }, unbroken);
  attempt("text as a script", "script-src", () => setTimeout("window.broken = 1", 0), unbroken);
  attempt("a request to another host", "connect-src", () => fetch("https://other.example/").catch(() => {}));
  attempt("another root for the addresses", "base-uri", () => {
    const base = document.createElement("base");
    base.href = "https://other.example/";
    document.head.prepend(base);
  }, () => document.baseURI.startsWith(location.origin));
  attempt("a form that sends elsewhere", "form-action", () => {
    const form = document.createElement("form");
    form.action = "https://other.example/";
    document.body.append(form);
    form.submit();
  });
});

/** Every HTML file of the site. */
/** Pages; the single file has a policy of its own: see single.test.mjs. */
const PATHS = readdirSync(DIST, { recursive: true }).filter((path) => path.endsWith(".html") && path !== "ascn-atlas.html" && !path.startsWith("widgets"));

describe("what stands in the files", () => {
  const META = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/g;

  test("every page has one policy, before all else but the encoding, within what browsers read for it", () => {
    assert.ok(PATHS.length > 2 * NETWORK.length);
    for (const path of PATHS) {
      const html = readFileSync(join(DIST, path), "utf8");
      assert.equal([...html.matchAll(META)].length, 1, path);
      assert.match(html, /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/, path);
      assert.ok(Buffer.byteLength(html.slice(0, html.indexOf('charset="utf-8"'))) < 1000, path);
    }
  });

  test("the hashes are those of the page's own scripts, no more and no less; nothing is let through unnamed", () => {
    for (const path of PATHS) {
      const html = readFileSync(join(DIST, path), "utf8");
      const [[, policy]] = html.matchAll(META);
      const own = html.split(/<script(?=[ >])/).slice(1)
        .map((it) => [it.slice(0, it.indexOf(">")), it.slice(it.indexOf(">") + 1, it.indexOf("</script"))])
        .filter(([attributes]) => !/ src=|json"/.test(attributes))
        .map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
      const named = policy.match(/script-src ([^;]*)/)[1].match(/'sha256-[^']+'/g) ?? [];
      assert.deepEqual(named.sort(), [...new Set(own)].sort(), path);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*/, path);
      assert.match(policy, /^default-src 'none';/, path);
    }
  });
});

/** The rules of a `_headers` file: lines without a margin are paths, those with one are headers. */
function rules(text) {
  const read = [];
  for (const line of text.split("\n").filter((it) => it.trim() !== "" && !it.startsWith("#"))) {
    if (/^\S/.test(line)) read.push({ path: line.trim(), said: [] });
    else {
      const [, name, value] = line.match(/^\s+([\w-]+):\s*(.+)$/);
      read.at(-1).said.push([name.toLowerCase(), value]);
    }
  }
  return read;
}

/** All that a host says for a path: every rule that fits, as Cloudflare and Netlify do. */
function said(path) {
  const found = {};
  for (const rule of rules(readFileSync(join(DIST, "_headers"), "utf8"))) {
    const pattern = new RegExp(`^${rule.path.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
    if (!pattern.test(path)) continue;
    for (const [name, value] of rule.said) (found[name] ??= []).push(value);
  }
  return found;
}

describe("_headers", () => {
  const file = (pattern) => `/${readdirSync(DIST).find((name) => pattern.test(name))}`;
  const cut = readdirSync(join(DIST, "app"))[0];
  const FOREVER = "public, max-age=31536000, immutable";

  test("no header is said twice for a path, because hosts differ in what they make of that", () => {
    for (const path of readdirSync(DIST, { recursive: true })) {
      for (const [name, values] of Object.entries(said(`/${path}`))) assert.equal(values.length, 1, `${path}: ${name}`);
    }
  });

  for (const [path, kept] of [
    [`/app/${cut}/index.json`, FOREVER],
    [file(/^ascn-atlas-.*\.js$/), FOREVER],
    [file(/_bg\.wasm$/), FOREVER],
    [file(/^explorer-.*\.wasm$/), FOREVER],
    [file(/^style-.*\.css$/), FOREVER],
    ["/data/cities.json", "public, max-age=3600"],
    ["/feeds/milestones.en.ics", "public, max-age=3600"],
    ["/", "no-cache"],
    ["/index.html", "no-cache"],
    ["/404.html", "no-cache"],
    ["/id/", "no-cache"],
    ["/en/cities/hanoi/", "no-cache"],
    ["/en/cities/hanoi/index.html", "no-cache"],
  ]) {
    test(`${path} is kept: ${kept}`, () => assert.deepEqual(said(path)["cache-control"], [kept]));
  }

  test("pages are framed by the site alone, and keep the policy", () => {
    for (const [path, framed] of [["/", "'self'"], ["/en/cities/", "'self'"], ["/index.html", "'self'"]]) {
      const [policy] = said(path)["content-security-policy"];
      assert.match(policy, new RegExp(`; frame-ancestors ${framed}$`), path);
      assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-/, path);
      assert.doesNotMatch(policy, /unsafe-inline/, path);
    }
  });

  test("widgets are framed by everybody, and each says in itself what it may do", () => {
    assert.deepEqual(said("/widgets/en/city/hanoi.html")["content-security-policy"], ["frame-ancestors *"]);
  });

  test("it allows every script that a page's own policy allows", () => {
    const [policy] = said("/en/")["content-security-policy"];
    for (const path of PATHS) {
      const html = readFileSync(join(DIST, path), "utf8");
      for (const hash of html.slice(0, 2000).match(/'sha256-[^']+'/g) ?? []) assert.ok(policy.includes(hash), path);
    }
  });

  test("it keeps within the limits of hosts", () => {
    const text = readFileSync(join(DIST, "_headers"), "utf8");
    assert.ok(rules(text).length <= 100);
    assert.ok(text.split("\n").every((line) => line.length <= 2000));
    assert.deepEqual(said("/en/")["x-content-type-options"], ["nosniff"]);
  });
});
