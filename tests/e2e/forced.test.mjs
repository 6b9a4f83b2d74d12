// Proves that the site keeps its meaning in forced colours (a reader's few colours in place of ours):
// words and marks of pictures differ from their ground, what has focus and what is pressed or chosen
// is seen, in the light scheme and in the dark.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { pale } from "./lib/axe.mjs";
import { KINDS, open, STATES } from "./lib/kinds.mjs";
import { Visits } from "./lib/visit.mjs";

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** Marks of pictures that are as their ground: neither what fills them nor what outlines them differs. */
const lost = (page) =>
  page.evaluate(() => {
    const MARKS = ".line, .dot, .bar, .span, .spot, .bead, .back, .land[class*=' q'], .tl-solid, .tl-soft, .tl-mark, .tl-hollow";
    const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    const rgba = (text) => {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = text;
      brush.fillRect(0, 0, 1, 1);
      return [...brush.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour) => {
      const [red, green, blue] = rgba(colour).map((part) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
    };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    /** Far enough from the ground, as WCAG 1.4.11 says of what must be seen. */
    const shows = (paint, width) => {
      if (paint === "none" || width <= 0 || rgba(paint)[3] < 128) return false;
      const ratio = light(paint) / ground;
      return Math.max(ratio, 1 / ratio) >= 3;
    };
    const said = new Set();
    let marks = 0;
    for (const mark of document.querySelectorAll(`main svg :is(${MARKS})`)) {
      if (!mark.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const { fill, fillOpacity, stroke, strokeWidth } = getComputedStyle(mark);
      marks += 1;
      if (!shows(fill, Number(fillOpacity)) && !shows(stroke, parseFloat(strokeWidth))) said.add(`${mark.getAttribute("class")}: ${fill}, ${stroke}`);
    }
    return { marks, said: [...said] };
  });

/** Of a choice, what is pressed, selected or current and looks like what is not. */
const alike = (page) =>
  page.evaluate(() => {
    const ON = "[aria-pressed=true], [aria-selected=true], nav [aria-current]:not([aria-current=false])";
    const look = (element) => {
      const css = getComputedStyle(element);
      const mark = getComputedStyle(element, "::before").content;
      return [css.backgroundColor, css.color, css.outlineStyle, css.textDecorationLine, css.textDecorationThickness, mark === "none" || mark === "normal" ? "" : mark].join("; ");
    };
    const off = { "aria-pressed": "[aria-pressed=false]", "aria-selected": "[aria-selected=false]", "aria-current": "a:not([aria-current])" };
    const said = [];
    for (const element of document.querySelectorAll(ON)) {
      if (!element.checkVisibility()) continue;
      const way = Object.keys(off).find((name) => element.hasAttribute(name));
      const group = element.closest("nav, [role=tablist], [role=group], fieldset, ul, div");
      const other = [...group.querySelectorAll(off[way])].find((it) => it.checkVisibility());
      if (other && look(element) === look(other)) said.push(`${element.outerHTML.slice(0, 90)} looks like ${other.outerHTML.slice(0, 60)}`);
    }
    return said;
  });

const PAGES = {
  ...Object.fromEntries(Object.entries(KINDS).map(([path, kind]) => [`/${path}`, { ...kind, at: path, enter: (page) => open(page, path) }])),
  ...Object.fromEntries(Object.entries(STATES).filter(([, { fails }]) => !fails)),
};
/** Where pictures are expected to have marks. */
const DRAWN = ["/cities/sumedang/", "/indicators/internet-users/", "/compare/?cities=sumedang,semarang,jakarta", "/programs/?view=timeline&lanes=city", "/projects/", "a map of figures"];

describe("in forced colours", () => {
  for (const [name, { at, whole, enter, missing }] of Object.entries(PAGES)) {
    test(name, () =>
      site.look(async (page) => {
        await site.go(page, `id/${at}`);
        await page.locator(whole).first().waitFor();
        await enter?.(page);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme, forcedColors: "active" });
          // The theme that the reader chose once is the other one.
          await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), colorScheme === "dark" ? "light" : "dark");
          const { marks, said } = await lost(page);
          if (DRAWN.includes(name)) assert.ok(marks > 3, `${marks} marks`);
          assert.deepEqual({ pale: await pale(page), lost: said, alike: await alike(page) }, { pale: [], lost: [], alike: [] }, colorScheme);
        }
        await page.keyboard.press("Tab");
        const ring = await page.evaluate(() => {
          const css = getComputedStyle(document.activeElement);
          return { style: css.outlineStyle, wide: parseFloat(css.outlineWidth) >= 2, seen: css.outlineColor !== getComputedStyle(document.body).backgroundColor };
        });
        assert.deepEqual(ring, { style: "solid", wide: true, seen: true }, "focus");
      }, { reducedMotion: "reduce", expected: missing ? /404/ : null }));
  }
});
