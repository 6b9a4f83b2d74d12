// Proves the page on which widgets are put together: every kind can be chosen by keyboard, stands in
// the address, comes back with it, is tried in a frame of the site's own, and yields codes that name
// existing files; ways lead to it from the parts of pages that can be widgets; a link of hostile
// values chooses nothing.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { overflow } from "./lib/browser.mjs";
import { DIST, INDEX, LANGS } from "./lib/site.mjs";
import { heading, Visits } from "./lib/visit.mjs";

const TITLE = { en: "Put it on your site", id: "Pasang di situs Anda" };
const PHONE = { width: 360, height: 740 };

const site = new Visits();
before(() => site.open());
after(() => site.close());

const control = (page, name) => page.locator(`[data-filter=${name}]`);
/** Waits until the widget shows itself: a live one holds a heading for each language. */
const shown = (page) => page.frameLocator(".embed-frame iframe").locator("h1:visible").first().waitFor();
const frame = (page) => page.locator(".embed-frame iframe");

/** The texts to paste, by the names of their buttons. */
const codes = (page) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".embed-code:has(textarea)")].map((it) => [
        it.querySelector("[data-code]").dataset.code,
        it.querySelector("textarea").value,
      ]),
    ),
  );

/** The addresses in a code, as a browser reads them. */
const addresses = (page, code) =>
  page.evaluate((code) => {
    // Read in this page, style in an attribute would be refused by its policy.
    const read = new DOMParser().parseFromString(code.replaceAll(/ style="[^"]*"/g, ""), "text/html");
    return [...read.querySelectorAll("[src],[href]")].map((it) => it.getAttribute("src") ?? it.getAttribute("href"));
  }, code);

/** Whether an absolute address below the site's root has a file. */
const hasFile = (address) => {
  const path = decodeURIComponent(new URL(address).pathname.slice(1));
  return existsSync(join(DIST, path.endsWith("/") ? `${path}index.html` : path));
};

const KINDS = ["city", "figure", "chart", "cities", "compare", "projects", "counts", "programs", "partner", "timeline", "network", "map", "meetings"];

/** Those of which the site has a picture as they are offered, and what stands where there is none. */
const PICTURED = ["city", "chart"];
const NO_PICTURE = { en: "There is none of what you have chosen", id: "Untuk pilihan Anda tidak ada" };

for (const lang of LANGS) {
  describe(`putting a widget together, ${lang}`, () => {
    test("each kind stands in the address, is tried, and its codes lead to what is there", () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/embed/`);
        await heading(page, TITLE[lang]);
        await shown(page);
        for (const kind of KINDS) {
          await control(page, "kind").selectOption(kind);
          await page.waitForURL((url) => url.searchParams.get("kind") === kind);
          const pasted = await codes(page);
          // What is tried is what is pasted. Waited for, or the next choice would cut it off on its way.
          const [src] = await addresses(page, pasted.frame);
          await page.waitForFunction((src) => document.querySelector(".embed-frame iframe").src === src, src);
          await shown(page);
          assert.ok(pasted.frame && pasted.script && pasted.element && pasted.link, kind);
          // A picture, or the words that there is none.
          assert.equal(pasted.picture !== undefined, PICTURED.includes(kind), kind);
          assert.equal(await page.getByText(NO_PICTURE[lang]).count(), PICTURED.includes(kind) ? 0 : 1, kind);
          for (const code of Object.values(pasted)) {
            const all = await addresses(page, code);
            assert.ok(all.length > 0, code);
            for (const address of all) {
              assert.ok(address.startsWith(site.base), address);
              assert.ok(hasFile(address), `${kind}: ${address}`);
            }
          }
        }
      }));

    test("choices come back with the address, and back leads back", () =>
      site.visit(async (page) => {
        const query = "kind=chart&indicator=hdi&places=IDN,VNM&theme=dark&accent=00594f&border=0&minimal=1";
        await site.go(page, `${lang}/embed/?${query}`);
        await page.locator("[data-place=VNM]:checked").waitFor();
        for (const [name, value] of Object.entries({
          kind: "chart",
          indicator: "hdi",
          theme: "dark",
          accent: "#00594f",
          border: "0",
          minimal: "1",
        })) {
          assert.equal(await control(page, name).inputValue(), value, name);
        }
        const ticked = page.locator("[data-place]:checked");
        assert.deepEqual(await ticked.evaluateAll((all) => all.map((it) => it.dataset.place).sort()), ["IDN", "VNM"]);
        // Places that were picked are live only: there is nothing to choose.
        await shown(page);
        const src = await frame(page).getAttribute("src");
        assert.equal(src, `widgets/live/chart/hdi.html?lang=${lang}&places=IDN,VNM&theme=dark&accent=00594f&border=0&minimal=1`);
        await page.locator("[data-place=VNM]").uncheck();
        await page.waitForURL((url) => url.searchParams.get("places") === "IDN");
        await page.locator(`.embed-frame iframe[src^="widgets/live/chart/hdi.html?lang=${lang}&places=IDN&theme=dark"]`).waitFor();
        await shown(page);
        // With the places that its page shows at first, it can be looked at or explored.
        await page.locator("[data-place=IDN]").uncheck();
        await page.locator(`.embed-frame iframe[src^="widgets/${lang}/chart/hdi.html?theme=dark"]`).waitFor();
        await shown(page);
        await control(page, "live").selectOption("1");
        await page.locator(`.embed-frame iframe[src^="widgets/live/chart/hdi.html?lang=${lang}&theme=dark"]`).waitFor();
        await shown(page);
        await page.locator(".embed form button").click();
        await site.arrive(page, `${lang}/embed/`);
        assert.equal(await control(page, "kind").inputValue(), "city");
        await shown(page);
      }));
  });
}

describe("the embed page", () => {
  test("a code is copied, and said so", () =>
    site.visit(
      async (page, context) => {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await site.go(page, "en/embed/?kind=city&city=sumedang");
        await shown(page);
        const button = page.locator("[data-code=frame]");
        await button.focus();
        await page.keyboard.press("Enter");
        await page.getByText("Copied: HTML without a script").waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied, (await codes(page)).frame);
        assert.ok(copied.includes(`src="${site.base}widgets/en/city/sumedang.html"`), copied);
      },
      { locale: "en-GB" },
    ));

  test("the frame is as wide as chosen and as high as what it shows", () =>
    site.visit(async (page) => {
      await site.go(page, "en/embed/?kind=city&city=sumedang");
      for (const width of [240, 640]) {
        await page.locator(`[data-width="${width}"]`).click();
        await page.locator(`[data-width="${width}"][aria-pressed=true]`).waitFor();
        await shown(page);
        const fits = async () => {
          const inner = page.frames().find((it) => it.url().includes("/widgets/"));
          const high = await inner.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
          return { high, box: await frame(page).boundingBox() };
        };
        await page.waitForFunction(() => document.querySelector(".embed-frame iframe").style.height !== "");
        const { high, box } = await fits();
        assert.equal(box.width, width);
        assert.equal(box.height, high);
      }
    }));

  for (const lang of LANGS) {
    test(`the code of a picture shows the published one and leads to its page, in ${lang}`, () =>
      site.visit(
        async (page) => {
          for (const [query, place, width] of [
            ["kind=chart&indicator=hdi", `${lang}/indicators/hdi/`, 672],
            ["kind=city&city=sumedang", `${lang}/cities/sumedang/`, 672],
          ]) {
            await site.go(page, `${lang}/embed/?${query}`);
            await shown(page);
            const { picture } = await codes(page);
            // On a page without the app, where addresses must be whole.
            await site.go(page, "data/index.json");
            await page.setContent(picture);
            const link = page.locator("body > a");
            const seen = await link.locator("img").evaluate(async (it) => (await it.decode(), [it.naturalWidth, it.width, it.alt]));
            assert.deepEqual(seen.slice(0, 2), [width, width]);
            assert.ok(seen[2].endsWith("ASCN Atlas"), seen[2]);
            await link.click();
            await site.arrive(page, place);
            // All of it is there: the next page would break its requests off.
            await page.locator("[data-island]").first().waitFor({ state: "attached" });
            await page.waitForLoadState("networkidle");
          }
        },
        /* a page of data names no icon */ { expected: /404/ },
      ));
  }

  test("hostile values choose what is offered first", () =>
    site.visit(async (page) => {
      const first = INDEX.cities[0].id;
      for (const query of [
        "kind=city&city=%3Cscript%3E",
        "kind=city&city=../../x",
        "kind=%00&accent=red;}&theme=javascript:1",
        `kind=chart&indicator=${"a".repeat(500)}`,
      ]) {
        await site.go(page, `en/embed/?${query}`);
        await shown(page);
        assert.equal(await frame(page).getAttribute("src"), `widgets/en/city/${first}.html`, query);
      }
    }));

  test("nothing sticks out of a phone's window", () =>
    site.visit(
      async (page) => {
        for (const kind of ["kind=city&city=sumedang", "kind=chart&indicator=hdi", "kind=compare&places=hanoi,dili"]) {
          await site.go(page, `id/embed/?${kind}`);
          await shown(page);
          assert.deepEqual(await overflow(page), [], kind);
        }
      },
      { viewport: PHONE },
    ));

  test("ways lead here with everything filled in", () =>
    site.visit(async (page) => {
      for (const [from, link, query] of [
        ["en/cities/sumedang/", "Put it on a website: Sumedang", "kind=city&city=sumedang"],
        ["en/cities/sumedang/", "Put it on a website: Projects of Sumedang", "kind=projects&city=sumedang"],
        ["en/cities/sumedang/", "Put it on a website: Projects in the network’s reports", "kind=counts&city=sumedang"],
        ["en/network/", "Put it on a website: Member cities at the end of each year", "kind=network&chart=members"],
        ["en/projects/", "Put it on a website: Projects in the network’s reports", "kind=network&chart=status"],
        ["en/projects/", "Put it on a website: Projects by focus area in the network’s reports", "kind=network&chart=focus"],
        ["en/projects/", "Put it on a website: Projects by country in the network’s reports", "kind=network&chart=countries"],
        ["en/countries/VNM/", "Put it on a website: Cities of the network in Viet Nam", "kind=cities&country=VNM"],
        ["en/network/", "Put it on a website: Meetings of the network", "kind=meetings"],
        ["en/cities/", "Put it on a website: Map of the network", "kind=map"],
        ["en/", "Put it on a website: Map of the network", "kind=map"],
        ["en/", "Put it on a website: Meetings of the network", "kind=meetings"],
        ["en/", "Put it on a website: Light for Timor-Leste within one generation", "kind=chart&indicator=electricity-access&places=TLS,MMR"],
        ["en/projects/?city=sumedang", "Put it on a website: Projects of Sumedang", "kind=projects&city=sumedang"],
        ["en/programs/", "Put it on a website: All partner programmes", "kind=timeline"],
        ["en/programs/?partner=jpn", "Put it on a website: Japan", "kind=partner&partner=jpn"],
        ["en/programs/?city=sumedang&lanes=kind", "Put it on a website: Partner programmes in Sumedang", "kind=programs&city=sumedang"],
        ["en/compare/?cities=hanoi,dili", "Put it on a website: Compare cities", "kind=compare&places=hanoi,dili"],
      ]) {
        await site.go(page, from);
        await page.getByRole("link", { name: link, exact: true }).click();
        await site.arrive(page, `en/embed/?${query}`);
        await heading(page, TITLE.en);
        await shown(page);
      }
      // Widgets show all of a partner or a city: none is that of a part, or of a city outside the network.
      for (const [path, choose] of [
        ["en/programs/?partner=jpn", (it) => it.selectOption({ index: 1 })],
        ["en/projects/?city=sumedang", (it) => it.selectOption({ index: 1 })],
      ]) {
        await site.go(page, path);
        const ways = page.getByRole("link", { name: /^Put it on a website: (Japan|Projects of Sumedang)$/ });
        await ways.waitFor();
        await choose(page.locator("[data-filter=focus]"));
        await ways.waitFor({ state: "detached" });
      }
      await site.go(page, "en/indicators/hdi/?places=IDN,VNM");
      const link = page.locator(".take").getByRole("link", { name: /^Put it on a website: / });
      await link.click();
      await site.arrive(page, "en/embed/?kind=chart&indicator=hdi&places=IDN,VNM");
      await shown(page);
    }));
});
