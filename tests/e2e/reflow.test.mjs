// Proves that every kind of page can be read enlarged: with text at 200 % nothing is cut off or wider
// than the window, and at 400 % (a window of 1280 pixels shows 320) the page reflows into one column;
// the same holds with the spacing of text that a reader may set (WCAG 2.2, 1.4.12).
// Only what needs two dimensions (tables, maps) may scroll sideways, inside a region of its own.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { CHARTED, KINDS, open } from "./lib/kinds.mjs";
import { LANGS } from "./lib/site.mjs";
import { Visits } from "./lib/visit.mjs";

/** Text at 200 % on a desk, on a phone, and, for the header, which all share, on a small tablet. */
const WIDTHS = (path) => (path ? [1280, 360] : [1280, 640, 360]);

/** The spacing of lines, paragraphs, letters and words that 1.4.12 names, at a desk and on a phone. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
const SPACED_WIDTHS = [1280, 360];

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** A window in which much is in sight at once, in pixels: through a low one it takes a frame for each line or two. */
const TALL = 3000;

/** Scrolls through the page in a tall window of that width, so that what is drawn when it is near is drawn. */
async function scrollThrough(page, width) {
  await page.setViewportSize({ width, height: TALL });
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, 0);
  });
}

/** What is wider than the window, or cut off by the box around it. */
const faults = (page) =>
  page.evaluate(() => {
    const said = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) said.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    const name = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent.trim().slice(0, 40)}`;
    for (const element of document.querySelectorAll("main *, header *, footer *")) {
      const style = getComputedStyle(element);
      // Hidden from sight on purpose.
      if (element.closest(".visually-hidden, .skip, .skip-map, svg") || style.display === "inline") continue;
      // What is hidden in one direction may be scrolled to in the other.
      const clips = (overflow) => ["hidden", "clip"].includes(overflow);
      const more =
        (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
        (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
      if (more && element.clientWidth > 0) said.push(`cut off: ${name(element)}`);
      const scrolls = ["auto", "scroll"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
      // A reader without a mouse scrolls what has focus.
      if (scrolls && element.tabIndex < 0 && !element.querySelector("a, button, [tabindex='0']")) said.push(`scrolls without focus: ${name(element)}`);
    }
    return said;
  });

/** Words that lie on other words, each in a block of its own; pictures place their own, and so does the timeline, whose list says the same. */
const onEachOther = (page) =>
  page.evaluate(() => {
    const lines = [];
    const known = new Map([[document.body, []], [document.documentElement, []]]);
    /** What shows only a part of what is inside: the rest is scrolled to. */
    const framesOf = (element) => {
      if (!known.has(element)) {
        const around = element.parentElement ? framesOf(element.parentElement) : [];
        known.set(element, getComputedStyle(element).overflowY === "visible" ? around : [element.getBoundingClientRect(), ...around]);
      }
      return known.get(element);
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("script, style, svg, .tl-frame, .visually-hidden, .skip, .skip-map, option, .side-by-side")) continue;
      if (!element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })) continue;
      let block = element;
      while (getComputedStyle(block).display.startsWith("inline") && block.parentElement) block = block.parentElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      const frames = framesOf(block);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && frames.every((frame) => box.top < frame.bottom - 1 && box.bottom > frame.top + 1)) lines.push({ box, block, text: node.data.trim() });
      }
    }
    lines.sort((one, two) => one.box.top - two.box.top);
    const said = [];
    for (const [at, one] of lines.entries()) {
      for (let next = at + 1; next < lines.length && lines[next].box.top < one.box.bottom - 4; next += 1) {
        const two = lines[next];
        if (one.block.contains(two.block) || two.block.contains(one.block)) continue;
        if (Math.min(one.box.right, two.box.right) - Math.max(one.box.left, two.box.left) < 3) continue;
        said.push(`“${one.text.slice(0, 40)}” and “${two.text.slice(0, 40)}” lie on each other`);
      }
    }
    return said.slice(0, 8);
  });

/** Everything that is wrong in a window, once charts and rows have their new places. */
async function wrong(page, width, height = 900) {
  await scrollThrough(page, width);
  await page.setViewportSize({ width, height });
  // Two frames: charts and rows have their places in the first.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return [...(await faults(page)), ...(await onEachOther(page))].map((it) => `${width} px: ${it}`);
}

for (const lang of LANGS) {
  describe(`in ${lang}`, () => {
    for (const [path, { missing }] of Object.entries({ ...KINDS, ...CHARTED })) {
      // One load: the window is made narrow and the letters large as a reader does.
      test(`/${path} at 400 %, with text at 200 %, and with spaced text`, () =>
        site.look(async (page) => {
          await site.go(page, `${lang}/${path}`);
          await open(page, path, { folded: true });
          const found = await wrong(page, 320, 225);
          const large = await page.addStyleTag({ content: "html { font-size: 200% }" });
          for (const width of WIDTHS(path)) found.push(...(await wrong(page, width)).map((it) => `200 %, ${it}`));
          await large.evaluate((it, spaced) => (it.textContent = spaced), SPACED);
          for (const width of SPACED_WIDTHS) found.push(...(await wrong(page, width)).map((it) => `spaced, ${it}`));
          assert.deepEqual(found, []);
          // The page's policy refuses styles of strangers, such as that of this test.
        }, { viewport: { width: 320, height: 225 }, bypassCSP: true, expected: missing ? /404/ : null }));
    }
  });
}
