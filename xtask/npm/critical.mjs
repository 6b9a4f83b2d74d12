// The style that a page brings with it, so that its first paint need not wait for a second answer from
// the host: on a slow line that is a third of the time until something is read (docs/first-paint.md).
//
// - What a page brings are the rules for all that is in it, not for its first screens alone: nothing
//   moves when the whole sheet comes, which adds what only the app shows, and what answers a pointer.
// - The whole sheet stands last in the page, where it holds up no paint. Scripts wait for it by the rules
//   of HTML, so the app never draws without it.
// - All pages of a kind bring the same, because a host's header names the hash of each.
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";

import { transformSync } from "esbuild";

import { held, merged, needed, rules, withoutUnused, written } from "./css.mjs";

/**
 * Kinds of pages that bring their style: those that readers come to from elsewhere. Each kB in a page is
 * there as often as there are pages, so the small pages that a reader comes to from another one, with
 * the whole sheet kept by then, do without.
 */
const KINDS = /^(?:|cities|cities\/\*|countries|countries\/\*|indicators|programs|projects|network)$/;
const PAGE = /^[a-z]{2}\/(.*)index\.html$/;

/** The address of a page with content, below its language; `undefined` for any other file. */
const placeOf = (dist, path) => relative(dist, path).split(sep).join("/").match(PAGE)?.[1];

/** Whether there is something to read in a page before the app starts. */
export const isRead = (dist, path) => placeOf(dist, path) !== undefined;

/** What kind of page a file of a site is: `cities` for all cities, `cities/*` for each of them. */
function kindOf(dist, path) {
  const place = placeOf(dist, path);
  if (place === undefined) return null;
  const kind = place.replace(/\/$/, "").replace(/\/.*/, "/*");
  return KINDS.test(kind) ? kind : null;
}

/** Rules without those that answer a pointer or a key: these come with the whole sheet. */
function atRest(all) {
  return all.flatMap(({ head, body }) => {
    if (Array.isArray(body)) {
      const inner = atRest(body);
      return inner.length && !head.includes("reduced-motion") ? [{ head, body: inner }] : [];
    }
    const answers = (selector) => /:(?:hover|active|focus)/.test(selector.replaceAll(/:not\([^)]*\)/g, ""));
    const kept = head.split(/,(?![^(]*\))/).filter((selector) => !answers(selector));
    return kept.length ? [{ head: kept.join(","), body }] : [];
  });
}

/** What several pages hold together. */
const together = (all) => ({
  lists: [...new Set(all.flatMap(({ lists }) => lists))],
  classes: new Set(all.flatMap(({ classes }) => [...classes])),
  tags: new Set(all.flatMap(({ tags }) => [...tags])),
});

/** For each of these pages that brings its style, by its path: that style, of the whole sheet `css`. */
export function critical(dist, paths, css) {
  const all = atRest(rules(css));
  const kinds = new Map();
  for (const path of paths) {
    const kind = kindOf(dist, path);
    if (kind !== null) kinds.set(kind, [...(kinds.get(kind) ?? []), path]);
  }
  const styles = new Map();
  for (const paths of kinds.values()) {
    const page = together(paths.map((path) => held(readFileSync(path, "utf8"))));
    const style = written(merged(withoutUnused(needed(all, page))));
    for (const path of paths) styles.set(path, style);
  }
  return styles;
}

/** The sheet for paper, which holds up nothing: it stays behind the other, whose rules it overrules. */
const PAPER = /<link rel="stylesheet"[^>]* media="print"[^>]*>/;

/** What has the browser fetch code along with the page. */
const AHEAD = /<link rel="preload"[^>]* href="([^"]+\.wasm)"[^>]*>/g;
const ahead = transformSync(readFileSync(new URL("ahead.js", import.meta.url), "utf8"), { minify: true, target: "es2022" }).code.trim();

/** The page with content (`isRead`) whose code is fetched ahead after the first paint, not before (ahead.js). */
export function withAhead(html) {
  const files = [...html.matchAll(AHEAD)].map(([, href]) => href);
  if (files.length === 0) throw new Error("expected hints to fetch the code, found none");
  const named = `<meta name="atlas-ahead" content="${files.join(" ")}"><script>${ahead}</script></head>`;
  return html.replaceAll(AHEAD, "").replace("</head>", () => named);
}

/** The page that brings `style` and names the whole sheet, of which `link` is the element, last. */
export function withStyle(html, style, link) {
  const end = html.lastIndexOf("</body>");
  if (!html.includes(link) || end < 0) throw new Error(`expected ${link} and </body>`);
  const [paper] = html.match(PAPER) ?? [""];
  return [html.slice(0, end), link, paper, html.slice(end)]
    .join("")
    .replace(paper, "")
    .replace(link, () => `<style>${style}</style>`);
}
