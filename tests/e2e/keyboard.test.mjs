// Proves that each kind of page is whole for a reader who has only a keyboard: the first Tab leads
// past the header, further ones reach every control once, in the order of reading, each in sight and
// seen to have focus, and then lead out of the page. What controls do by keyboard is in the journeys of
// their pages.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { CHARTED, draw, KINDS, open } from "./lib/kinds.mjs";
import { LANGS } from "./lib/site.mjs";
import { focus, Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** A phone in one language, a desk in the other. */
const VIEWS = { id: { width: 360, height: 740 }, en: { width: 1280, height: 900 } };

/** From now on the page notes what takes focus, and what is wrong with how that looks. */
const listen = (page) =>
  page.evaluate(() => {
    const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""} “${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30)}”`;
    const AIMS = "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]";
    /** What a picture or a part of it looks like. */
    const look = (element) =>
      [element, ...element.querySelectorAll("*")]
        .map((it) => getComputedStyle(it))
        .map((css) => [css.stroke, css.strokeWidth, css.fill, css.textDecorationLine, css.outlineStyle].join())
        .join(";");
    // What is drawn anew is the same when it leads to the same place.
    const key = (element) => (element.closest("svg, .tl-links") && element.hasAttribute("href") ? `drawn ${element.getAttribute("href")}` : element);
    const first = document.activeElement;
    const met = [first];
    // As it is met: later it may have been taken away.
    const seen = new Set([key(first)]);
    const drawn = new Map();
    const wrong = [];
    let whole = false;
    addEventListener("focusin", ({ target }) => {
      // After the last comes the first: there is no browser around the page that would take focus.
      whole ||= target === first;
      if (whole) return;
      met.push(target);
      seen.add(key(target));
      const css = getComputedStyle(target);
      const ringed = css.outlineStyle !== "none" && parseFloat(css.outlineWidth) >= 2;
      if (!ringed && target.closest("svg")) drawn.set(target, look(target));
      else if (!ringed) wrong.push(`not seen to have focus: ${name(target)}`);
      // Some of it is in the window, with nothing else on top (WCAG 2.4.11).
      const shown = [...target.getClientRects()].some((box) =>
        [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
          const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return top && (target.contains(top) || top.contains(target) || top.closest("svg")?.contains(target));
        }),
      );
      const box = target.getBoundingClientRect();
      // A region that is larger than the window is in sight in part.
      const partly = box.bottom > 0 && box.top < innerHeight && box.height > innerHeight / 2;
      if (!shown && !partly) wrong.push(`out of sight: ${name(target)} at ${Math.round(box.left)}, ${Math.round(box.top)}`);
    });
    window.tour = {
      isWhole: () => whole,
      /** What was left out, met twice, met in another order than that of the page, or not seen. */
      summary: () => {
        const said = [...wrong];
        for (const element of document.querySelectorAll(AIMS)) {
          if (element.tabIndex < 0 || element.closest("[inert]") || !element.checkVisibility({ visibilityProperty: true })) continue;
          if (!seen.has(key(element))) said.push(`not reached: ${name(element)}`);
        }
        for (const [at, element] of met.entries()) {
          if (met.indexOf(element) !== at) said.push(`reached twice: ${name(element)}`);
          const next = met[at + 1];
          if (!next?.isConnected || !element.isConnected) continue;
          if (!(element.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)) said.push(`after ${name(element)} comes ${name(next)}`);
        }
        for (const [element, focused] of drawn) if (element.isConnected && look(element) === focused) said.push(`not seen to have focus: ${name(element)}`);
        return said.slice(0, 12);
      },
    };
  });

/** What presses Tab some times one after the other, without waiting for the answer to each. */
async function tabs(page) {
  const client = await page.context().newCDPSession(page);
  const key = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  return (some) =>
    Promise.all(
      Array.from({ length: some }).flatMap(() => ["rawKeyDown", "keyUp"].map((type) => client.send("Input.dispatchKeyEvent", { type, ...key }))),
    );
}

/** One city is walked through, of those that differ in their words. */
const WALKED = Object.entries({ ...KINDS, ...CHARTED }).filter(([path]) => !/sumedang.$|singapore/.test(path));

for (const lang of LANGS) {
  describe(`in ${lang}`, () => {
    for (const [path, { missing, charts }] of WALKED) {
      test(`/${path}`, () =>
        site.look(async (page) => {
          await site.go(page, `${lang}/${path}`);
          await open(page, path, { folded: true });

          await page.keyboard.press("Tab");
          await focus(page, "a.skip");
          assert.ok((await page.locator("a.skip").boundingBox()).y >= 0, "the way past the header comes into sight");
          await page.keyboard.press("Enter");
          await focus(page, "main#content");

          // From the beginning, once through.
          if (charts) await draw(page);
          await page.locator("a.skip").focus();
          await listen(page);
          let whole = false;
          const press = await tabs(page);
          // Asking costs more than pressing; but the timeline is drawn anew while one goes through it, and
          // on the way through a frame the page has its focus back when the frame says so.
          const some = /^(programs|embed)\//.test(path) ? 1 : 20;
          for (let pressed = 0; pressed < 1000 && !whole; pressed += some) {
            await press(some);
            whole = await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.tour.isWhole())))));
          }
          assert.ok(whole, "no control keeps focus to itself");
          assert.deepEqual(await page.evaluate(() => window.tour.summary()), []);
        }, { viewport: VIEWS[lang], reducedMotion: "reduce", expected: missing ? /404/ : null }));
    }
  });
}
