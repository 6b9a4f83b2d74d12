// axe-core in a page, and what it does not look at: the contrast of words in pictures.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The rules of WCAG 2.2, A and AA. */
export const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const PUBLISHED = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * axe-core as it is published, but that it keeps what it knows of a colour in the colour itself, and
 * reads each notation of one once. For old browsers it is compiled so that each part of a colour is an
 * entry of a `WeakMap` of its own: on a page of 3,000 elements a million of them, most of its time.
 */
export const SOURCE = `(() => {
  const Kept = globalThis.WeakMap;
  class WeakMap {
    #key = Symbol();
    #others = new Kept();
    constructor(entries = []) { for (const [it, value] of entries) this.set(it, value); }
    /** What belongs to the page is left as it is. */
    #holds(it) { return it.nodeType === undefined && it.window === undefined; }
    has(it) { return this.#holds(it) ? Object.hasOwn(it, this.#key) : this.#others.has(it); }
    get(it) { return this.#holds(it) ? it[this.#key] : this.#others.get(it); }
    set(it, value) { if (this.#holds(it)) it[this.#key] = value; else this.#others.set(it, value); return this; }
    delete(it) { return this.#holds(it) ? this.has(it) && delete it[this.#key] : this.#others.delete(it); }
  }
  class WeakSet extends WeakMap {
    constructor(all = []) { super(); for (const it of all) this.add(it); }
    add(it) { return this.set(it, true); }
  }
  ${PUBLISHED};
  // The markup of each element would be written, and nearly all of it thrown away.
  window.axe.configure({ noHtml: true });
  const { prototype } = window.axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map();
  prototype.parseString = function (text) {
    const parts = known.get(text);
    if (parts) return Object.assign(this, parts);
    read.call(this, text);
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return this;
  };
})()`;

/** What axe-core finds on a page, as one reads it: rule, what it means, and where. */
export async function violations(page, tags = TAGS) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const found = await page.evaluate(async (values) => {
    const { violations } = await window.axe.run({
      // Of what is in order nothing is told, no file is fetched again, and frames are looked at by themselves.
      resultTypes: ["violations"],
      preload: false,
      iframes: false,
      runOnly: { type: "tag", values },
    });
    for (const node of violations.flatMap((it) => it.nodes)) node.html = document.querySelector(node.target[0])?.outerHTML ?? "";
    return violations;
  }, tags);
  return found.map(inWords);
}

function inWords({ id, help, helpUrl, nodes }) {
  const places = nodes.slice(0, 8).map((node) => {
    const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
    return `    ${node.target.join(" ")}\n      ${node.html.slice(0, 160)}\n      ${why}`;
  });
  const more = nodes.length > 8 ? `\n    and ${nodes.length - 8} more` : "";
  return `${id}: ${help} (${helpUrl.split("?")[0]})\n${places.join("\n")}${more}`;
}

/**
 * Words whose colour is too near that of what they stand on (WCAG 1.4.3), in HTML and in pictures:
 * the nearest ground behind an element that is not transparent, or the halo around words in a picture.
 */
export const pale = (page) =>
  page.evaluate(() => {
    // The browser itself says what a colour of any notation is.
    const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    const known = new Map();
    const rgba = (text) => {
      if (!known.has(text)) {
        brush.clearRect(0, 0, 1, 1);
        brush.fillStyle = text;
        brush.fillRect(0, 0, 1, 1);
        known.set(text, [...brush.getImageData(0, 0, 1, 1).data]);
      }
      return known.get(text);
    };
    const light = ([...parts]) => {
      const [red, green, blue] = parts.slice(0, 3).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ratio = (one, two) => {
      const [more, less] = [light(one), light(two)].sort((a, b) => b - a);
      return (more + 0.05) / (less + 0.05);
    };
    const styles = new Map();
    const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = style(at).backgroundColor;
        if (rgba(colour)[3] > 250) return colour;
      }
      return "white";
    };
    const said = new Set();
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest("script, style, :disabled, [aria-disabled=true], .visually-hidden")) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const css = style(element);
      const drawn = element.closest("text");
      const ink = drawn ? css.fill : css.color;
      const halo = drawn && css.stroke !== "none" && parseFloat(css.strokeWidth) >= 2;
      const behind = halo ? css.stroke : ground(drawn ? drawn.closest("svg") : element);
      if (ink === "none" || rgba(ink)[3] < 250) continue;
      const size = parseFloat(css.fontSize);
      const large = size >= 24 || (size >= 18.66 && css.fontWeight >= 700);
      const found = ratio(rgba(ink), rgba(behind));
      if (found < (large ? 3 : 4.5)) {
        const name = `${element.localName}.${element.getAttribute("class") ?? ""}`;
        said.add(`${name} “${node.data.trim().slice(0, 30)}”: ${ink} on ${behind}, ${found.toFixed(2)}`);
      }
    }
    return [...said].slice(0, 12);
  });
