// Proves that every file that is published is what it says: HTML that the Nu HTML Checker accepts,
// links and jumps that lead somewhere below any path, linked data that a JSON-LD processor can read,
// a Data Package that fits its profile, and, for a site that was told its address, a sitemap that fits the
// schema of sitemaps, and pages that a reader of oEmbed can show as widgets.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { Readable } from "node:stream";
import { describe, test } from "node:test";

import { extract } from "@extractus/oembed-extractor";
import jsonld from "jsonld";
import { ErrorLevel, parseSitemap } from "sitemap";

import { packageFaults, sitemapFaults } from "./lib/schemas.mjs";
import { DIST, LANGS } from "./lib/site.mjs";

/** Every file below the site's root, with slashes. */
const FILES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(DIST, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
  .sort();
const THERE = new Set(FILES);
const PAGES = FILES.filter((name) => name.endsWith(".html"));
const read = (name) => readFileSync(join(DIST, name), "utf8");

/** Text of an attribute, with its escapes resolved. */
const plain = (text) =>
  text.replace(/&(?:lt|gt|quot|amp|#39|#x27);/g, (sign) => ({ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" })[sign] ?? "'");

/** Markup without what only looks like markup: scripts, styles, comments. */
const bare = (html) => html.replace(/<!--.*?-->|<(script|style)\b[^>]*>.*?<\/\1>/gs, (part) => part.match(/^<script[^>]*>/)?.[0] ?? "");

/** Addresses in a page, but for its base. */
const addresses = (html) =>
  // Inside of tags: code that is shown as text names addresses too.
  [...bare(html).replace(/<base\b[^>]*>/, "").matchAll(/<[a-z][^>]*>/gi)].flatMap(([tag]) =>
    [...tag.matchAll(/\s(?:href|src|action|poster)=(?:"([^"]*)"|([^\s">]+))/g)].map(([, quoted, plainly]) =>
      plain(quoted ?? plainly),
    ),
  );

/** The address of a page's base, as a browser resolves it below `root`. */
function base(html, own) {
  const said = bare(html).match(/<base href="([^"]*)"/)?.[1];
  return new URL(said ?? "", own);
}

test("the Nu HTML Checker has no complaint about any page", { timeout: 600_000 }, () => {
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  assert.ok(existsSync(jar), jar);
  assert.ok(PAGES.length > 1000, `${PAGES.length} pages`);
  const java = process.env.JAVA || "java";
  let said = "";
  try {
    execFileSync(java, ["-Xss8m", "-jar", jar, "--errors-only", "--format", "gnu", "--skip-non-html", DIST], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "pipe"],
    });
  } catch (error) {
    said = `${error.stdout ?? ""}${error.stderr ?? ""}` || String(error);
  }
  // Style that stands in a page is checked too, by a part that does not know these of SVG, and nothing of
  // rules for the size of what holds an element.
  const unknown = /: error: CSS: (?:“(paint-order|vector-effect|container-type)”: Property “\1” doesn't exist|Unrecognized at-rule “@container”)\.?$/;
  const complaints = said.split("\n").filter((line) => line !== "" && !unknown.test(line));
  assert.deepEqual(complaints.slice(0, 20), [], `${complaints.length} complaints`);
});

test("no link and no jump of any page leads nowhere, below any path", () => {
  const root = new URL("https://atlas.example/some/sub/path/");
  const ids = new Map();
  const idsOf = (name) => {
    if (!ids.has(name)) {
      const found = bare(read(name)).matchAll(/\sid=(?:"([^"]*)"|([^\s">]+))/g);
      ids.set(name, new Set([...found].map(([, quoted, plainly]) => plain(quoted ?? plainly))));
    }
    return ids.get(name);
  };
  const dead = [];
  let count = 0;
  // The single file has no base, and links of its own: see single.test.mjs. The worker gives the pages
  // of the offline copy the base that they need: see offline.test.mjs.
  const others = /^(?:404|ascn-atlas|offline\/\w+)\.html$/;
  for (const page of PAGES.filter((name) => !others.test(name))) {
    const html = read(page);
    const own = new URL(page.replace(/index\.html$/, ""), root);
    // A widget has no base: its links start from its own place.
    const isWidget = page.startsWith("widgets/");
    const from = isWidget ? own : base(html, own);
    if (!isWidget && from.href !== root.href) dead.push(`${page}: <base> leads to ${from}`);
    for (const value of addresses(html)) {
      if (/^(?:mailto|tel|data|blob):/.test(value)) continue;
      // A jump inside the page, which the app follows; the browser would take it as the root's.
      if (value === "#") continue;
      const to = new URL(value, from);
      if (to.origin !== root.origin) continue;
      count += 1;
      const path = decodeURIComponent(to.pathname);
      if (!path.startsWith(root.pathname)) {
        dead.push(`${page}: ${value} leads out of the site`);
        continue;
      }
      const below = path.slice(root.pathname.length);
      const file = below === "" || below.endsWith("/") ? `${below}index.html` : below;
      if (!THERE.has(file)) dead.push(`${page}: ${value}: no ${file}`);
      else if (to.hash.length > 1 && file.endsWith(".html") && !idsOf(file).has(decodeURIComponent(to.hash.slice(1)))) {
        dead.push(`${page}: ${value}: nothing of that name in ${file}`);
      }
    }
    for (const [, id] of bare(html).matchAll(/\sdata-jump="([^"]*)"/g)) {
      if (!idsOf(page).has(id)) dead.push(`${page}: jump to ${id}`);
    }
  }
  assert.ok(count > 5 * PAGES.length, `${count} links`);
  assert.deepEqual(dead.slice(0, 20), [], `${dead.length} dead links`);
});

describe("linked data", () => {
  // As far as the terms go: every one in the vocabulary of schema.org. The context of schema.org says
  // the same, and must not be fetched.
  const context = {
    "@vocab": "https://schema.org/",
    url: { "@type": "@id" },
    item: { "@type": "@id" },
    sameAs: { "@type": "@id" },
    contentUrl: { "@type": "@id" },
    license: { "@type": "@id" },
    eventStatus: { "@type": "@id" },
  };
  const documentLoader = async (url) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`the page asks for ${url}`);
    return { contextUrl: null, documentUrl: url, document: { "@context": context } };
  };
  const data = (name) => JSON.parse(read(name).match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);
  const term = (name) => `https://schema.org/${name}`;
  test("of every page is read by a JSON-LD processor, and its addresses are of the site", async () => {
    const base = "https://atlas.example/sub/";
    const kinds = new Map();
    const stray = [];
    for (const page of PAGES.filter((name) => /^(?:id|en)\//.test(name))) {
      const [graph] = [await jsonld.expand(data(page), { base, documentLoader, safe: true })];
      const own = graph.find((node) => node["@type"]?.includes(term("WebPage")));
      assert.ok(own, `${page}: no WebPage`);
      for (const node of graph) {
        for (const type of node["@type"]) kinds.set(type, (kinds.get(type) ?? 0) + 1);
      }
      const path = page.replace(/index\.html$/, "");
      if (!own["@id"].endsWith(`/${path}`)) stray.push(`${page}: is ${own["@id"]}`);
      if (own[term("inLanguage")][0]["@value"] !== page.slice(0, 2)) stray.push(`${page}: language`);
      // What may be downloaded is there.
      for (const set of graph.filter((node) => node["@type"].includes(term("Dataset")))) {
        for (const file of set[term("distribution")]) {
          const [{ "@id": url }] = file[term("contentUrl")];
          const name = url.slice(url.indexOf("/data/") + 1);
          if (!THERE.has(name)) stray.push(`${page}: no ${name}`);
        }
      }
    }
    assert.deepEqual(stray.slice(0, 20), []);
    assert.equal(kinds.get(term("City")), 2 * 38);
    assert.equal(kinds.get(term("WebSite")), 2);
    assert.ok(kinds.get(term("Dataset")) > 200 && kinds.get(term("BreadcrumbList")) > 1000);
  });

  test("of a city, an indicator, a meeting and the front page say what the pages say", async () => {
    const graph = async (page) => {
      const all = await jsonld.flatten(data(page), null, { base: "https://atlas.example/", documentLoader });
      return (type) => all.find((node) => node["@type"]?.includes(term(type)));
    };
    const value = (node, name) => node[term(name)][0]["@value"];
    const source = (name) => JSON.parse(read(`data/${name}.json`));
    for (const lang of LANGS) {
      const { name, location } = source("cities/hanoi");
      const city = (await graph(`${lang}/cities/hanoi/index.html`))("City");
      assert.equal(value(city, "name"), name[lang]);
      const point = (await graph(`${lang}/cities/hanoi/index.html`))("GeoCoordinates");
      assert.deepEqual([value(point, "latitude"), value(point, "longitude")], [location.lat, location.lon]);
      const set = (await graph(`${lang}/indicators/hdi/index.html`))("Dataset");
      const years = source("indicators/hdi").series.flatMap(({ points }) => points.map(([year]) => year));
      assert.equal(value(set, "temporalCoverage"), `${Math.min(...years)}/${Math.max(...years)}`);
      const { milestones } = source("network");
      const { date, title } = milestones.find(({ id }) => id === "annual-7");
      const event = (await graph(`${lang}/network/annual-7/index.html`))("Event");
      assert.deepEqual([value(event, "startDate"), value(event, "name")], [date, title[lang]]);
      const search = (await graph(`${lang}/index.html`))("EntryPoint");
      assert.match(value(search, "urlTemplate"), new RegExp(`(?:^|/)${lang}/search/\\?q=\\{search_term_string\\}$`));
    }
  });
});

test("a reader of oEmbed finds a widget for every page that is one", async () => {
  const named = PAGES.filter((name) => read(name).includes("application/json+oembed"));
  const sitemap = read("robots.txt").match(/^Sitemap: (.+)$/m)?.[1];
  if (!sitemap) {
    // Its addresses are absolute, so a site without an address has none.
    assert.deepEqual(named, []);
    return;
  }
  // Cities, indicators, member states, partners; the directory and the network.
  const kinds = /^(?:id|en)\/(?:(?:cities|indicators|countries|partners)\/[^/]+|cities|network)\/index\.html$/;
  assert.deepEqual(named, PAGES.filter((name) => kinds.test(name)));
  const root = sitemap.replace(/sitemap\.xml$/, "");
  const below = (url) => {
    assert.ok(url.startsWith(root), url);
    return decodeURIComponent(new URL(url).pathname.slice(new URL(root).pathname.length));
  };
  const host = (url) => {
    const path = below(url);
    return new Response(read(path.endsWith("/") ? `${path}index.html` : path));
  };
  // This site holds no widgets: it was made for its heads. They are in the one that is released.
  const released = new URL("../../dist/", import.meta.url);
  for (const page of named) {
    const said = await extract(root + page.replace("index.html", ""), { maxwidth: 640 }, host);
    assert.deepEqual([said.type, said.version, said.provider_name, said.provider_url], ["rich", "1.0", "ASCN Atlas", root], page);
    assert.ok(said.title && said.width > 0 && said.height > 0, page);
    const [, src] = said.html.match(/^<iframe src="([^"]+)" [^<>]*><\/iframe>$/) ?? [];
    assert.ok(src, said.html);
    assert.ok(existsSync(new URL(below(plain(src)), released)), src);
    assert.match(said.thumbnail_url, /\.png$/);
  }
});

test("sitemap and robots.txt agree with the pages", async () => {
  const robots = read("robots.txt");
  assert.match(robots, /^User-agent: \*\n/);
  const sitemap = robots.match(/^Sitemap: (.+)$/m)?.[1];
  assert.equal(sitemap !== undefined, THERE.has("sitemap.xml"), "robots.txt names a sitemap where there is one");
  if (!sitemap) {
    // Without its address the site names no host at all.
    for (const page of PAGES) assert.doesNotMatch(read(page), /og:(?:url|image)|rel="canonical" href="http/, page);
    return;
  }
  assert.deepEqual(await sitemapFaults(read("sitemap.xml")), []);
  const items = await parseSitemap(Readable.from([read("sitemap.xml")]), { level: ErrorLevel.THROW });
  const root = sitemap.replace(/sitemap\.xml$/, "");
  const paths = items.map(({ url }) => url.slice(root.length));
  const listed = PAGES.filter((name) => /^(?:id|en)\//.test(name) && !/name="robots" content="noindex"/.test(read(name)));
  assert.deepEqual([...paths].sort(), listed.map((name) => name.replace(/index\.html$/, "")).sort());
  for (const { url, links } of items) {
    assert.deepEqual(links.map(({ lang }) => lang).sort(), ["en", "id"], url);
    assert.ok(links.every((link) => paths.includes(link.url.slice(root.length))), url);
    const canonical = read(`${url.slice(root.length)}index.html`).match(/rel="canonical" href="([^"]*)"/)[1];
    assert.equal(canonical, url);
  }
});

test("what is published as a Data Package fits its profile, and its files are as it says", () => {
  const text = read("data/datapackage.json");
  assert.deepEqual(packageFaults(text), []);
  const { resources } = JSON.parse(text);
  assert.ok(resources.length > 100, `${resources.length} files`);
  const names = new Set(resources.map(({ name }) => name));
  assert.equal(names.size, resources.length, "two files of one name");
  for (const { path, bytes, hash } of resources) {
    const file = readFileSync(join(DIST, "data", path));
    assert.equal(file.length, bytes, path);
    assert.equal(`sha256:${createHash("sha256").update(file).digest("hex")}`, hash, path);
  }
});
