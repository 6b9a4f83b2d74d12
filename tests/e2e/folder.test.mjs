// Proves that the folder edition is the whole site: unpacked on a disk and served as README.txt says,
// with Python's own server, below a path; that it is what the site is; and that nothing in it depends
// on the day of its making.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";

import { launch, watch, withPage } from "./lib/browser.mjs";
import { dataDay, KINDS, SAYS } from "./lib/editions.mjs";
import { DIST, LANGS } from "./lib/site.mjs";
import { DESK, heading } from "./lib/visit.mjs";

const ZIP = process.env.ASCN_ATLAS_FOLDER || join(DIST, "..", "editions", "ascn-atlas.zip");
// Another program than the one that packed it. Lists names and dates, and unpacks.
const LIST = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps([[i.filename, i.date_time] for i in z.infolist()]))
    z.extractall(sys.argv[2])
`;

/** Names of all files below a folder. */
const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));

let browser, server, stick, listed, base;
before(async () => {
  browser = await launch();
  stick = await mkdtemp(join(tmpdir(), "stick-"));
  listed = JSON.parse((await promisify(execFile)("python3", ["-c", LIST, ZIP, stick], { maxBuffer: 1 << 26 })).stdout);
  // README.txt names a port; a test takes a free one. The folder above is served, so that the site is below a path.
  server = spawn("python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1"], { cwd: stick, stdio: ["ignore", "pipe", "ignore"] });
  const [said] = await once(server.stdout, "data");
  base = `http://127.0.0.1:${String(said).match(/port (\d+)/)[1]}/ascn-atlas/`;
});
after(async () => {
  await browser?.close();
  server?.kill();
  if (stick) await rm(stick, { recursive: true });
});

describe("the folder", () => {
  test("holds every file of the site but copies, pictures and what is for other sites, and each as it is", async () => {
    const names = listed.map(([name]) => name);
    assert.equal(names[0], "ascn-atlas/README.txt");
    assert.deepEqual(names.slice(1), [...names.slice(1)].sort(), "in order of name");
    const left = (name) => /\.(br|gz)$/.test(name) || /\/.*\.png$/.test(name) || name.startsWith("widgets/");
    const wanted = files(DIST).map((path) => relative(DIST, path)).filter((name) => !left(name));
    assert.deepEqual(names.slice(1).map((name) => name.replace(/^ascn-atlas\//, "")).sort(), wanted.sort());
    for (const name of wanted) assert.ok((await readFile(join(DIST, name))).equals(await readFile(join(stick, "ascn-atlas", name))), name);
  });

  test("has the date of no clock", () => {
    assert.deepEqual([...new Set(listed.map(([, date]) => date.join()))], ["1980,1,1,0,0,0"]);
  });

  test("says how to serve it, in Indonesian first, and how old it is", async () => {
    const text = await readFile(join(stick, "ascn-atlas", "README.txt"), "utf8");
    const [indonesian, english] = text.split("ASCN ATLAS: FOLDER EDITION");
    assert.ok(indonesian.startsWith("ASCN ATLAS: EDISI FOLDER\r\n"));
    assert.ok(indonesian.includes(`Data per ${dataDay("id")}`) && english.includes(`Data as of ${dataDay("en")}`));
    for (const part of [indonesian, english]) {
      for (const way of ["python3 -m http.server 8080", "Termux", "busybox httpd", "caddy file-server", "ascn-atlas.html"]) assert.ok(part.includes(way), way);
    }
    assert.ok(!text.includes("{"), "every place is filled");
  });
});

describe("served by Python below a path", () => {
  for (const lang of LANGS) {
    test(`each kind of page in ${lang}`, async () => {
      for (const address of KINDS) {
        await withPage(browser, { viewport: DESK }, async (page) => {
          const problems = watch(page, base);
          await page.goto(`${base}${lang}/${address}`);
          await page.locator(".site-footer").waitFor();
          await page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector("main .loading"));
          assert.equal(await page.locator(".failure:visible").count(), 0, address);
          assert.deepEqual(problems, [], address);
        });
      }
    });
  }

  test("links lead on, and the single file opens from there too", async () => {
    await withPage(browser, { viewport: DESK, locale: "en-GB" }, async (page) => {
      const problems = watch(page, base);
      await page.goto(base);
      await page.waitForURL(`${base}en/`);
      await page.locator(".site-header").getByRole("link", { name: "Cities", exact: true }).click();
      await heading(page, "Cities of the network");
      await page.goto(`${base}ascn-atlas.html`);
      await page.getByText(SAYS.en, { exact: true }).waitFor();
      assert.deepEqual(problems, []);
    });
  });
});
