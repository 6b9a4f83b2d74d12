// Small pictures of pages, kept in the repository and compared by eye and by number.
//
// A picture is a screenshot made so small that a pixel is the mean of a square of the page; what is
// compared are the means of cells of these pixels. Letters are then grey, and where they stand, how
// dense they are and what colours a page has is all that counts.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The letters of the pictures that the site itself makes: the same on every machine. */
const FONTS = ["Regular", "Italic", "SemiBold"].map((name) =>
  readFileSync(new URL(`../../../fonts/Arimo-${name}.ttf`, import.meta.url)).toString("base64"),
);

/** Where pictures are kept, and where what was seen goes when it is another. */
export const KEPT = fileURLToPath(new URL("../pictures/", import.meta.url));
export const SEEN = fileURLToPath(new URL("../pictures-seen/", import.meta.url));

/**
 * How wide a window is, how much of a page is looked at, how many of its pixels are one, and how much
 * a picture may differ, of 255: the light of all cells in the mean, that of the cell that differs most,
 * and the colour of the wide cell that differs most. docs/visual.md says what was measured.
 */
export const WINDOWS = {
  desk: { width: 1280, height: 1800, scale: 8, most: { mean: 1.6, light: 13, colour: 8 } },
  // A letter is larger there, beside a cell: where it stands counts for more.
  phone: { width: 360, height: 1600, scale: 4, most: { mean: 2.6, light: 20, colour: 8 } },
};

/** Pixels of a small picture on each side of a cell whose light is compared, and whose colour. */
const CELLS = { light: 5, colour: 20 };

/** How well the kept pictures are kept: what is lost on the way must be less than the tolerance. */
const QUALITY = 0.6;

/**
 * To be run in a page: gives it the letters of the repository, so that lines break alike on every
 * machine; resolves when they are there. By interfaces of scripts, which no policy of the page forbids.
 */
export async function dress([regular, italic, bold]) {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
  const name = "Pictures";
  const faces = [
    new FontFace(name, bytes(regular), { weight: "100 500" }),
    new FontFace(name, bytes(italic), { weight: "100 500", style: "italic" }),
    new FontFace(name, bytes(bold), { weight: "600 900" }),
  ];
  for (const face of faces) document.fonts.add(await face.load());
  document.documentElement.style.setProperty("--font", `${name}, sans-serif`);
  // What stands in a frame names its letters itself.
  document.body.style.fontFamily = "var(--font)";
  await document.fonts.ready;
  // Nothing blinks, no bar tells how long the page is, and no engine balances lines by its own rules.
  const calm = new CSSStyleSheet();
  calm.replaceSync("* { caret-color: transparent; text-wrap-style: auto !important } html { scrollbar-width: none } ::-webkit-scrollbar { display: none }");
  document.adoptedStyleSheets = [calm];
}
export const LETTERS = FONTS;

/** To be run in a page: whether every chart in the window is drawn, and nothing says that it loads. */
export const drawn = () =>
  document.fonts.status === "loaded" &&
  [...document.querySelectorAll("figure.chart-figure")].every((figure) => {
    if (!figure.checkVisibility() || figure.getBoundingClientRect().top > innerHeight) return true;
    return !figure.querySelector(".chart-body") || figure.querySelector(".readout[role=slider]");
  });

/** Resolves when each frame of a page is as high as what it shows, which it says some time later. */
export async function settled(page) {
  const high = (frame) => frame.evaluate(() => (document.readyState === "complete" ? Math.ceil(document.documentElement.getBoundingClientRect().height) : -1));
  for (const frame of page.frames().slice(1)) {
    const element = await frame.frameElement();
    while ((await element.evaluate((it) => it.clientHeight)) !== (await high(frame))) await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** A page of a browser that reads, shrinks and compares pictures. */
export class Darkroom {
  /** In a page of its own of Chromium, the only engine of the tests that writes WebP. */
  static async open(browser) {
    const context = await browser.newContext();
    return Darkroom.in(await context.newPage(), () => context.close());
  }

  /** In any page that can `evaluate`. */
  static async in(page, close = () => {}) {
    const it = new Darkroom();
    Object.assign(it, { page, close });
    await page.evaluate(tools);
    return it;
  }

  /** The pixels of a screenshot, `scale` by `scale` of them as one, of its first `width` pixels: a small picture. */
  shrink(png, { scale, width }) {
    return this.page.evaluate(([png, scale, width]) => window.darkroom.shrink(png, scale, width), [png.toString("base64"), scale, width]);
  }

  /** Small pictures beside and below each other, as a file: rows of them. */
  async sheet(rows) {
    const data = await this.page.evaluate(([rows, quality]) => window.darkroom.sheet(rows, quality), [rows, QUALITY]);
    return Buffer.from(data.split(",")[1], "base64");
  }

  /** How much each picture differs from the one that stands at its place in a file of such rows; a place may be empty. */
  compare(rows, file) {
    return this.page.evaluate(([rows, file, cells]) => window.darkroom.compare(rows, file, cells), [rows, file.toString("base64"), CELLS]);
  }
}

/** What runs in the page of a darkroom. Small pictures stay there; outside they are numbers. */
function tools() {
  const pictures = [];
  /** Squares that codecs cut a picture into: a picture that begins with one keeps out of its neighbour. */
  const BLOCK = 16;
  const up = (length) => Math.ceil(length / BLOCK) * BLOCK;
  const blank = (width, height) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const brush = canvas.getContext("2d", { willReadFrequently: true });
    return { canvas, brush };
  };
  const read = async (type, text) => createImageBitmap(await (await fetch(`data:image/${type};base64,${text}`)).blob());
  /** Each picture of rows with its corner, and the size of all. */
  const placed = (rows) => {
    const at = [];
    let [width, top] = [0, 0];
    for (const row of rows) {
      let left = 0;
      // Pictures of a row are of one size, those that are left out too.
      const size = pictures[row.find((it) => it !== null)];
      for (const number of row) {
        if (number !== null) at.push({ number, left, top });
        left += up(size.width);
      }
      width = Math.max(width, left);
      top += up(size.height);
    }
    return { at, width, height: top };
  };
  /** The mean colours of the cells of a picture; what is left over at its edges belongs to none. */
  const cells = ({ data, width, height }, size) => {
    const means = [];
    for (let top = 0; top + size <= height; top += size) {
      for (let left = 0; left + size <= width; left += size) {
        const sum = [0, 0, 0];
        for (let y = top; y < top + size; y += 1) {
          for (let x = left; x < left + size; x += 1) {
            for (const part of [0, 1, 2]) sum[part] += data[(y * width + x) * 4 + part];
          }
        }
        means.push({ left, top, colour: sum.map((it) => it / (size * size)) });
      }
    }
    return means;
  };
  const WEIGHTS = [0.299, 0.587, 0.114];
  const light = (colour) => colour.reduce((sum, it, part) => sum + it * WEIGHTS[part], 0);
  /** The cells of two pictures, how far each pair is apart, and the pair that is farthest. */
  const apart = (before, now, size, far) => {
    const [one, two] = [before, now].map((it) => cells(it, size));
    const all = two.map(({ colour }, at) => far(one[at].colour, colour));
    const most = Math.max(...all);
    const { left, top } = two[all.indexOf(most)];
    return { most, left, top, mean: all.reduce((sum, it) => sum + it, 0) / all.length };
  };
  /** A picture beside what a sheet has at its place. */
  const beside = ({ number, left, top }, sheet, sizes) => {
    const now = pictures[number];
    const { brush } = blank(sheet.width, sheet.height);
    brush.drawImage(sheet, 0, 0);
    const before = brush.getImageData(left, top, now.width, now.height);
    return {
      light: apart(before, now, sizes.light, (one, two) => Math.abs(light(one) - light(two))),
      colour: apart(before, now, sizes.colour, (one, two) => Math.max(...two.map((it, part) => Math.abs(it - one[part])))),
    };
  };
  window.darkroom = {
    async shrink(png, scale, wide) {
      const whole = await read("png", png);
      const [width, height] = [Math.floor(wide / scale), Math.floor(whole.height / scale)];
      const { brush } = blank(whole.width, whole.height);
      brush.drawImage(whole, 0, 0);
      const from = brush.getImageData(0, 0, width * scale, height * scale).data;
      const small = new ImageData(width, height);
      const line = width * scale * 4;
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          const sum = [0, 0, 0];
          for (let dy = 0; dy < scale; dy += 1) {
            let at = (y * scale + dy) * line + x * scale * 4;
            for (let dx = 0; dx < scale; dx += 1, at += 4) {
              sum[0] += from[at];
              sum[1] += from[at + 1];
              sum[2] += from[at + 2];
            }
          }
          const to = (y * width + x) * 4;
          for (const part of [0, 1, 2]) small.data[to + part] = sum[part] / (scale * scale);
          small.data[to + 3] = 255;
        }
      }
      return pictures.push(small) - 1;
    },
    sheet(rows, quality) {
      const { at, width, height } = placed(rows);
      const { canvas, brush } = blank(width, height);
      brush.fillStyle = "#888";
      brush.fillRect(0, 0, width, height);
      for (const { number, left, top } of at) brush.putImageData(pictures[number], left, top);
      return canvas.toDataURL("image/webp", quality);
    },
    async compare(rows, file, sizes) {
      const sheet = await read("webp", file);
      const wanted = placed(rows);
      if (sheet.width !== wanted.width || sheet.height !== wanted.height) return null;
      return wanted.at.map((it) => beside(it, sheet, sizes));
    },
  };
}

/** What was found of a picture, in words, and whether it is more than may be. */
export function told(name, { light, colour }, { scale, most }) {
  const place = ({ most, left, top }) => `${most.toFixed(1)} at ${left * scale}, ${top * scale}`;
  const words = `${name}: light ${light.mean.toFixed(2)}, most ${place(light)}; colour ${place(colour)}`;
  if (process.env.ASCN_ATLAS_TELL) console.log(words);
  return { words, fails: light.mean > most.mean || light.most > most.light || colour.most > most.colour };
}

/** The kept file of that name; `null` when there is none. */
export function kept(name) {
  try {
    return readFileSync(`${KEPT}${name}`);
  } catch {
    return null;
  }
}

/** Writes a file into a folder, which is made. */
export function put(folder, name, bytes) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}${name}`, bytes);
  return `${folder}${name}`;
}
