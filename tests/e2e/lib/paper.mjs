// What a page looks like on paper: a PDF, read by poppler's programs.

import { execFileSync } from "node:child_process";

const run = (program, words, input) => execFileSync(program, words, { input, maxBuffer: 1 << 28 });

/** Why paper cannot be read here; `false` where it can. */
export const unreadable = (() => {
  try {
    run("pdftotext", ["-v"]);
    run("pdftoppm", ["-v"]);
    return false;
  } catch {
    if (process.env.CI) throw new Error("pdftotext and pdftoppm are not on PATH");
    return "pdftotext and pdftoppm are not on PATH";
  }
})();

/**
 * Text without spaces, in which addresses that were wrapped are whole again; without hyphens, which
 * pdftotext takes out at the end of a line.
 */
export const squeezed = (text) => text.replaceAll(/[\s-]+/g, "");

/** The text of each sheet. */
export function sheets(pdf) {
  return run("pdftotext", ["-enc", "UTF-8", "-", "-"], pdf).toString().split("\f").slice(0, -1);
}

/** For each sheet its size and the boxes of its words, in points. */
export function boxes(pdf) {
  const html = run("pdftotext", ["-bbox", "-enc", "UTF-8", "-", "-"], pdf).toString();
  return html
    .split("<page ")
    .slice(1)
    .map((sheet) => {
      const [, width, height] = sheet.match(/^width="([\d.]+)" height="([\d.]+)"/).map(Number);
      const words = [...sheet.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)<\/word>/g)];
      return {
        width,
        height,
        words: words.map(([, left, top, right, bottom, text]) => ({
          ...{ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) },
          text,
        })),
      };
    });
}

/** For each sheet its pixels in grey, 0 is black. */
export function pictures(pdf, dots = 40) {
  // Without a name for files: a dash as one would be the begin of their names.
  const all = run("pdftoppm", ["-gray", "-r", String(dots), "-"], pdf);
  const found = [];
  for (let at = 0; at < all.length; ) {
    const [head, width, height] = all.subarray(at, at + 40).toString("latin1").match(/^P5\s+(\d+)\s+(\d+)\s+255\s/);
    const start = at + head.length;
    at = start + width * height;
    found.push({ width: Number(width), height: Number(height), pixels: all.subarray(start, at) });
  }
  return found;
}
