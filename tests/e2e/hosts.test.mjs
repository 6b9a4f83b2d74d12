// Proves that real servers, with the files of deploy/ as they are, serve the site below a path as
// docs/deploy.md says: kinds of files, deep links, addresses that lead nowhere, how long files are
// kept, compressed copies, and the app starting on a deep link.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { host, missing } from "./lib/hosts.mjs";
import { CUT, DIST } from "./lib/site.mjs";
import { heading } from "./lib/visit.mjs";

const read = (path) => readFileSync(join(DIST, path));
const named = (pattern) => readdirSync(DIST).find((name) => pattern.test(name));
const SCRIPT = named(/^ascn-atlas-\w+\.js$/);
const WASM = named(/^ascn-atlas-.*_bg\.wasm$/);
const STYLE = named(/^style-.*\.css$/);
const ICON = named(/^icon-.*\.svg$/);
const CSV = `data/${readdirSync(join(DIST, "data"), { recursive: true }).find((name) => name.endsWith(".csv"))}`;
const PICTURE = `img/${readdirSync(join(DIST, "img"), { recursive: true }).find((name) => name.endsWith(".png"))}`;

const FOREVER = "public, max-age=31536000, immutable";
const HOUR = "public, max-age=3600";
const ASK = "no-cache";

/** Kinds of files: one of each, its type and how long it is kept. */
const FILES = [
  ["index.html", "text/html", ASK],
  ["en/cities/hanoi/index.html", "text/html", ASK],
  [SCRIPT, "text/javascript", FOREVER],
  [WASM, "application/wasm", FOREVER],
  [STYLE, "text/css", FOREVER],
  [ICON, "image/svg+xml", FOREVER],
  [`${CUT}index.json`, "application/json", FOREVER],
  ["data/index.json", "application/json", HOUR],
  [CSV, "text/csv", HOUR],
  [PICTURE, "image/png", HOUR],
  ["feeds/changes.en.xml", "application/atom+xml", HOUR],
  ["feeds/milestones.id.ics", "text/calendar", HOUR],
  ["checksums.txt", "text/plain", ASK],
];
/** Python's server knows no types but the system's, and nothing of caches. */
const PLAIN = { "text/javascript": /(text|application)\/javascript/, "application/atom+xml": /(text|application)\/xml|atom/ };

/** What each server can do. */
const SERVERS = {
  nginx: { codings: ["gzip"] },
  "nginx with brotli": { codings: ["br", "gzip"] },
  apache: { codings: ["br", "gzip"] },
  python: { codings: [], plain: true },
};
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

const browser = { async open() { this.it = await launch(); } };
before(() => browser.open());
after(() => browser.it?.close());

for (const [name, { codings, plain = false }] of Object.entries(SERVERS)) {
  describe(name, { skip: missing(name) }, () => {
    let site;
    before(async () => {
      site = await host(name);
    });
    after(() => site?.close());

    for (const [path, type, kept] of FILES) {
      test(`${path}: ${type}, kept: ${plain ? "as the browser thinks" : kept}`, async () => {
        const { status, headers, body } = await site.ask(path);
        assert.equal(status, 200);
        assert.equal(body.compare(read(path)), 0, "the bytes of the file");
        assert.match(headers["content-type"].split(";")[0], plain && PLAIN[type] ? PLAIN[type] : new RegExp(`^${type.replace(/[+.]/g, "\\$&")}$`));
        if (/^text\//.test(type) && !plain) assert.match(headers["content-type"], /charset=utf-8/i);
        if (!plain) assert.equal(headers["cache-control"], kept);
        assert.equal(headers["content-encoding"], undefined, "as it is, for who asks for nothing else");
      });
    }

    for (const path of ["", "en/", "id/cities/hanoi/", "en/data/", "id/cities/hanoi/?from=mail"]) {
      test(`/${path} opens its page`, async () => {
        const { status, headers, body } = await site.ask(path);
        assert.equal(status, 200);
        assert.match(headers["content-type"], /^text\/html/);
        assert.equal(body.compare(read(`${path.split("?")[0]}index.html`)), 0);
        if (!plain) assert.equal(headers["cache-control"], ASK);
      });
    }

    test("an address without its last slash leads to the one with it, on the same host", async () => {
      const { status, headers } = await site.ask("en/cities/hanoi");
      assert.equal(status, 301);
      assert.equal(new URL(headers.location, `${site.base}en/cities/hanoi`).href, `${site.base}en/cities/hanoi/`);
      // Behind a proxy, at whose address the server's own port is not.
      const behind = await site.ask("en/cities/hanoi", { host: "atlas.example" });
      assert.equal(new URL(behind.headers.location, "http://atlas.example/").href, "http://atlas.example/atlas/en/cities/hanoi/");
    });

    for (const path of ["en/nothing/here/", "nothing", `app/000000000000/index.json`, "en/cities/hanoi/no.png"]) {
      test(`${path} is not there`, async () => {
        const { status, headers, body } = await site.ask(path);
        assert.equal(status, 404);
        if (plain) return;
        assert.match(headers["content-type"], /^text\/html/);
        assert.equal(body.compare(read("404.html")), 0, "the site's own page says so");
        assert.doesNotMatch(headers["cache-control"] ?? "", path.startsWith("app/") ? /^$/ : /immutable/);
      });
    }

    for (const path of [SCRIPT, WASM, STYLE, `${CUT}index.json`]) {
      for (const coding of codings) {
        test(`${path} as ${coding}: the copy beside it, the same once unpacked`, async () => {
          const { status, headers, body } = await site.ask(path, { "accept-encoding": coding === "br" ? "gzip, deflate, br" : coding });
          assert.equal(status, 200);
          assert.equal(headers["content-encoding"], coding);
          assert.match(headers.vary ?? "", /accept-encoding/i);
          assert.equal(body.compare(read(path + { br: ".br", gzip: ".gz" }[coding])), 0, "made before, not now");
          assert.equal(UNPACK[coding](body).compare(read(path)), 0);
          const as = await site.ask(path);
          assert.equal(headers["content-type"], as.headers["content-type"]);
          assert.equal(headers["cache-control"], as.headers["cache-control"]);
        });
      }
    }

    if (codings.length > 0) {
      for (const path of ["en/", "data/index.json", "feeds/milestones.id.ics"]) {
        test(`${path} is packed on its way`, async () => {
          const { headers, body } = await site.ask(path, { "accept-encoding": "gzip" });
          assert.equal(headers["content-encoding"], "gzip");
          assert.equal(gunzipSync(body).compare(read(path.endsWith("/") ? `${path}index.html` : path)), 0);
        });
      }

      test("pages are framed by their own host, widgets by all; what is published is open to other sites", async () => {
        assert.equal((await site.ask("en/")).headers["content-security-policy"], "frame-ancestors 'self'");
        assert.equal((await site.ask("widgets/try.html")).headers["content-security-policy"], "frame-ancestors *");
        assert.equal((await site.ask("data/index.json")).headers["access-control-allow-origin"], "*");
        assert.equal((await site.ask("en/data/")).headers["access-control-allow-origin"], undefined);
        assert.equal((await site.ask("en/")).headers["x-content-type-options"], "nosniff");
      });

      test("a file that has not changed is not sent again", async () => {
        const { headers } = await site.ask("en/");
        const again = await site.ask("en/", { "if-none-match": headers.etag, "if-modified-since": headers["last-modified"] });
        assert.equal(again.status, 304);
        assert.equal(again.body.length, 0);
      });
    }

    test("the app starts on a deep link and moves on", () =>
      withPage(browser.it, { locale: "en" }, async (page) => {
        const problems = watch(page, site.base);
        await page.goto(`${site.base}en/cities/hanoi/`);
        await heading(page, "Hanoi");
        await page.locator(".country-rows > details").first().waitFor();
        await page.getByRole("link", { name: "Cities", exact: true }).first().click();
        await page.waitForURL(`${site.base}en/cities/`);
        await page.locator(".map > svg").waitFor();
        assert.deepEqual(problems, []);
      }));

    test("an address that leads nowhere leads on", { skip: plain && "this server has no page for it" }, () =>
      withPage(browser.it, {}, async (page) => {
        await page.goto(`${site.base}en/nothing/here/`);
        await heading(page, "Page not found");
        await page.getByRole("link", { name: "See all cities" }).click();
        await page.waitForURL(`${site.base}en/cities/`);
        await page.locator(".rows a").first().waitFor();
      }));
  });
}

describe("apache at the root of a host", { skip: missing("apache") }, () => {
  test("its page for addresses that lead nowhere is found there, too", async () => {
    const site = await host("apache", { atRoot: true });
    try {
      const { status, body } = await site.ask("en/nothing/");
      assert.equal(status, 404);
      assert.equal(body.compare(read("404.html")), 0);
      assert.equal((await site.ask("en/cities/hanoi/")).status, 200);
    } finally {
      await site.close();
    }
  });
});
