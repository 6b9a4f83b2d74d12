// Proves the pages of projects: counts that add up and lead to lists of as many, by keyboard; filters
// that stand in the address, through a reload and the back button, with the number announced; rows
// with status and date to the precision that is known; what the reports count and print, as
// published; a page for each project, with its sources and its neighbours; addresses of none.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";

import { overflow } from "./lib/browser.mjs";
import { readCharts } from "./lib/profile.mjs";
import { DIST, LANGS, number } from "./lib/site.mjs";
import { focus, heading, Visits } from "./lib/visit.mjs";

const PHONE = { width: 360, height: 740 };

// From the published data set, not from the app's own files.
const read = (name) => JSON.parse(readFileSync(join(DIST, "data", name), "utf8"));
const CITIES = readdirSync(join(DIST, "data/cities")).map((file) => read(`cities/${file}`));
const NETWORK = read("network.json");
const PROJECTS = CITIES.flatMap((city) => city.projects.map((project) => ({ city, ...project })));
const REPORTS = NETWORK.reports.filter((it) => it.total_projects);
const NEWEST = REPORTS.at(-1);
const FOCUS = ["civic-social", "health-wellbeing", "safety-security", "quality-environment", "built-infrastructure", "industry-innovation"];
const STATUSES = ["planned", "ongoing", "completed", "unknown"];
const WORDS = {
  en: { planned: "○ Planned", ongoing: "◐ Under way", completed: "● Completed", unknown: "◌ Status unknown", asOf: "as of" },
  id: { planned: "○ Direncanakan", ongoing: "◐ Berjalan", completed: "● Selesai", unknown: "◌ Status tidak diketahui", asOf: "per" },
};
const MONTHS = {
  en: "January February March April May June July August September October November December".split(" "),
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
};

/** A date as far as it is known: "2023", "July 2023", "30 July 2024". */
function date(text, lang) {
  const [year, month, day] = text.split("-");
  return [day && Number(day), month && MONTHS[lang][month - 1], year].filter(Boolean).join(" ");
}

const site = new Visits();
before(() => site.open());
after(() => site.close());

/** The text of each element, with single spaces. */
const texts = (page, selector) =>
  page.evaluate((selector) => [...document.querySelectorAll(selector)].map((it) => it.textContent.replace(/\s+/g, " ").trim()), selector);

/** Waits until the line above the list counts `some` of all projects. */
const counted = (page, some, lang = "en") =>
  page.getByRole("status").getByText({ en: `${some} of 195 projects`, id: `${some} dari 195 proyek` }[lang], { exact: true }).waitFor();

const rows = (page) => page.locator(".project-rows > li").count();
const filter = (page, name) => page.locator(".filters label").filter({ hasText: name }).locator("select, input");

describe("the list", () => {
  for (const lang of LANGS) {
    test(`holds every project with status, date, city and focus, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/projects/`);
        await counted(page, 195, lang);
        const seen = await page.evaluate(() =>
          [...document.querySelectorAll(".project-rows > li")].map((row) => {
            const text = (selector) => row.querySelector(selector).textContent.replace(/\s+/g, " ").trim();
            return [row.querySelector("a").getAttribute("href"), text("a"), text(".row-facts"), text(".row-focus a"), row.querySelector(".row-focus a").getAttribute("href")].join(" | ");
          }),
        );
        const root = new URL(site.base).pathname;
        const expected = PROJECTS.map((it) =>
          [
            `${root}${lang}/projects/${it.city.id}/${it.id}/`,
            it.name[lang].trim(),
            `${WORDS[lang][it.status]} ${WORDS[lang].asOf} ${date(it.status_as_of, lang)}`,
            it.city.name[lang],
            `${root}${lang}/cities/${it.city.id}/`,
          ].join(" | "),
        );
        const plain = (list) => list.map((it) => it.replaceAll(`${root}${lang}/`, `${lang}/`)).sort();
        assert.deepEqual(plain(seen), plain(expected));
        assert.deepEqual(await overflow(page), []);
      }, lang === "id" ? { viewport: PHONE } : {}));

    test(`counts add up, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/projects/`);
        await counted(page, 195, lang);
        const of = (list) => [...STATUSES.map((status) => list.filter((it) => it.status === status).length), list.length].map(String);
        const all = of(PROJECTS);
        assert.deepEqual(await texts(page, ".statuses dd"), [all.at(-1), ...all.slice(0, -1)]);
        const table = (place) =>
          page.evaluate((place) => [...document.querySelectorAll(".counts table")[place].querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td")].map((it) => it.textContent)), place);
        assert.deepEqual(await table(0), [...FOCUS.map((area) => of(PROJECTS.filter((it) => it.focus.includes(area)))), all]);
        const countries = [...(await table(1))];
        assert.deepEqual(countries.at(-1), all);
        const sum = countries.slice(0, -1).reduce((sums, row) => sums.map((it, place) => it + Number(row[place])), [0, 0, 0, 0, 0]);
        assert.deepEqual(sum.map(String), all);
        const dili = of(PROJECTS.filter((it) => it.city.country === "TLS"));
        assert.ok(countries.some((row) => row.join() === dili.join()));
      }));
  }

  test("every number leads to a list of as many", () =>
    site.visit(async (page) => {
      await site.go(page, "en/projects/");
      await counted(page, 195);
      const links = await page.evaluate(() => [...document.querySelectorAll("[data-counted]")].map((it) => [it.textContent, it.href]));
      assert.ok(links.length > 80, `${links.length} numbers`);
      const wrong = [];
      for (const [count, href] of links) {
        const query = new URL(href).searchParams;
        const kept = PROJECTS.filter(
          (it) =>
            (!query.has("status") || it.status === query.get("status")) &&
            (!query.has("focus") || it.focus.includes(query.get("focus"))) &&
            (!query.has("country") || it.city.country === query.get("country")) &&
            (!query.has("city") || it.city.id === query.get("city")) &&
            (!query.has("named") || it.in_ascn_reports === (query.get("named") === "yes")),
        );
        if (String(kept.length) !== count) wrong.push(`${count}: ${href}`);
      }
      assert.deepEqual(wrong, []);
    }));

  test("a number is followed by keyboard to its list, and back", () =>
    site.visit(async (page) => {
      await site.go(page, "en/projects/");
      await counted(page, 195);
      const cell = page.getByRole("link", { name: /^\d+: Health and well-being, Under way$/ });
      const count = PROJECTS.filter((it) => it.focus.includes("health-wellbeing") && it.status === "ongoing").length;
      await cell.focus();
      await page.keyboard.press("Enter");
      await site.arrive(page, "en/projects/?status=ongoing&focus=health-wellbeing");
      await counted(page, count);
      await focus(page, "h2#list");
      assert.equal(await rows(page), count);
      assert.equal(await filter(page, "Focus area").inputValue(), "health-wellbeing");
      await page.reload();
      await counted(page, count);
      await page.goBack();
      await site.arrive(page, "en/projects/");
      await counted(page, 195);
      assert.equal(await filter(page, "Focus area").inputValue(), " ");
    }));

  test("filters stand in the address, with the number announced", () =>
    site.visit(async (page) => {
      await site.go(page, "id/projects/");
      await counted(page, 195, "id");
      const typed = page.getByRole("searchbox");
      await typed.focus();
      // With a slip of the fingers.
      await page.keyboard.type("makasar");
      const makassar = PROJECTS.filter((it) => it.city.id === "makassar");
      await counted(page, makassar.length, "id");
      await focus(page, "input[type=search]");
      await filter(page, "Jenis").selectOption({ label: "Proyek prioritas rencana aksi" });
      const scap = makassar.filter((it) => it.kind === "scap");
      await counted(page, scap.length, "id");
      await site.arrive(page, "id/projects/?q=makasar&kind=scap");
      await filter(page, "Disebut").selectOption({ label: "Tidak" });
      await page.getByText("Tidak ada proyek yang cocok").waitFor();
      await counted(page, 0, "id");
      await filter(page, "Disebut").selectOption({ label: "Ya" });
      await filter(page, "Urutkan").selectOption({ label: "Keterangan terbaru dulu" });
      await site.arrive(page, "id/projects/?q=makasar&kind=scap&named=yes&sort=newest");
      await page.reload();
      await counted(page, scap.length, "id");
      assert.equal(await typed.inputValue(), "makasar");
      // The other language keeps the filters.
      await page.locator(".languages").getByRole("link", { name: "English" }).click();
      await site.arrive(page, "en/projects/?q=makasar&kind=scap&named=yes&sort=newest");
      await counted(page, scap.length);
      const first = page.locator(".project-rows a").first();
      const name = await first.textContent();
      await first.click();
      await heading(page, name);
      await page.locator("[aria-labelledby=related] .project-rows a").first().waitFor();
      await page.goBack();
      await counted(page, scap.length);
      await page.getByRole("button", { name: "Clear all filters" }).click();
      await site.arrive(page, "en/projects/");
      await counted(page, 195);
    }));

  test("each order is kept", () =>
    site.visit(async (page) => {
      const names = () => texts(page, ".project-rows > li > a");
      const open = async (sort) => {
        await site.go(page, `en/projects/?sort=${sort}`);
        await counted(page, 195);
      };
      await open("name");
      const sorted = await names();
      assert.deepEqual(sorted, [...sorted].sort((one, two) => (one < two ? -1 : one > two ? 1 : 0)));
      await open("newest");
      const dates = Object.fromEntries(PROJECTS.map((it) => [`${it.city.name.en}/${it.name.en.trim()}`, it.status_as_of]));
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll(".project-rows > li")].map((it) => `${it.querySelector(".row-focus a").textContent}/${it.querySelector("a").textContent.trim()}`),
      );
      const days = seen.map((it) => dates[it].padEnd(10, "-"));
      assert.deepEqual(days, [...days].sort().reverse());
      await open("status");
      const marks = (await texts(page, ".project-rows .status")).map((it) => STATUSES.findIndex((status) => WORDS.en[status] === it));
      assert.deepEqual(marks, [...marks].sort());
    }));

  test("what a file says never runs", () =>
    site.visit(async (page) => {
      const hostile = '<img src="/x.png" onerror="window.ran=1">';
      await page.route(/projects\/index\.json$/, async (route) => {
        const response = await route.fetch();
        const index = await response.json();
        index.cities[0].projects[0].name = { en: hostile, id: hostile };
        await route.fulfill({ response, json: index });
      });
      await site.go(page, "en/projects/?q=%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E");
      await counted(page, 0);
      await page.getByRole("button", { name: "Clear all filters" }).click();
      await page.getByText(hostile, { exact: true }).waitFor();
      assert.equal(await page.evaluate(() => window.ran), undefined);
      assert.equal(await page.locator("main img").count(), 0);
    }));
});

describe("what the reports count", () => {
  for (const lang of LANGS) {
    test(`by status, focus and country, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/projects/`);
        await page.locator("[aria-labelledby=reports] .sources li").first().waitFor();
        const charts = await page.evaluate(readCharts, "figure.chart-figure");
        const [status, focus, country] = ["reports-status", "reports-focus", "reports-country"].map((id) => charts.find((it) => it.id === id));
        for (const chart of [status, focus, country]) {
          assert.ok(chart.description.length > 10 && chart.sources === REPORTS.length && chart.marks > 0, chart.id);
        }
        const years = NETWORK.project_totals.points.map(([year, total]) => {
          const report = REPORTS.find((it) => it.date.startsWith(year));
          const known = report?.by_status ?? { completed: 0, ongoing: 0, planned: 0 };
          const without = total - known.completed - known.ongoing - known.planned;
          return [year, known.completed, known.ongoing, known.planned, without].map(String);
        });
        assert.deepEqual(status.rows, years);
        assert.deepEqual(focus.rows, REPORTS.map((it) => [it.date.slice(0, 4), ...FOCUS.map((area) => String(it.by_focus[area]))]));
        const changed = country.rows.map((row) => row.slice(1, 3).join()).sort();
        const first = REPORTS[0].by_country;
        assert.deepEqual(changed, Object.entries(NEWEST.by_country).map(([code, count]) => `${first[code]},${count}`).sort());
      }));

    test(`shares as printed, with what does not add up, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/projects/`);
        await page.locator("[aria-labelledby=reports] .sources li").first().waitFor();
        const percent = (value) => number(value, lang) + (lang === "id" ? "\u00a0%" : "%");
        const table = page.locator(".shares").nth(1);
        const printed = await table.locator("tbody tr:not(.group-head)").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td > b")].map((it) => it.textContent)));
        const of = (report, key) => report[key];
        const rows = ["planned", "ongoing", "completed"].map((key) => REPORTS.map((it) => percent(of(it.by_status_percent_published, key))));
        const sum = (shares) => percent(Number(Object.values(shares).reduce((one, two) => one + two, 0).toFixed(2)));
        const areas = FOCUS.map((area) => REPORTS.map((it) => percent(of(it.by_focus_percent_published, area))));
        assert.deepEqual(printed, [
          ...rows,
          REPORTS.map((it) => sum(it.by_status_percent_published)),
          ...areas,
          REPORTS.map((it) => sum(it.by_focus_percent_published)),
        ]);
        assert.equal(await table.locator("b.differs").textContent(), percent(100.34));
        // Where the count gives another percentage than is printed, it stands beside it.
        const wrong = REPORTS.flatMap((report) =>
          [
            [report.by_status, report.by_status_percent_published],
            [report.by_focus, report.by_focus_percent_published],
          ].flatMap(([counts, shares]) =>
            Object.keys(counts).filter((key) => {
              const digits = String(shares[key]).split(".")[1]?.length ?? 0;
              return Number(((counts[key] / report.total_projects) * 100).toFixed(digits)) !== shares[key];
            }),
          ),
        );
        assert.ok(wrong.length > 5);
        assert.equal(await table.locator(".fine.differs").count(), wrong.length);
      }));

    test(`where our list and the newest report differ, in ${lang}`, () =>
      site.visit(async (page) => {
        await site.go(page, `${lang}/projects/`);
        await page.locator("[aria-labelledby=reports] .sources li").first().waitFor();
        const table = page.locator(".shares").last();
        const rows = await table.locator("tbody tr:not(.group-head)").evaluateAll((rows) => rows.map((row) => [...row.cells].slice(1).map((it) => it.textContent)));
        const named = (list) => list.filter((it) => it.in_ascn_reports).length;
        assert.deepEqual(rows[0], [NEWEST.total_projects, named(PROJECTS), PROJECTS.length].map(String));
        const differing = CITIES.filter((it) => (NEWEST.by_city[it.id]?.total ?? 0) !== named(it.projects));
        const names = await table.locator("tbody:last-of-type th a").allTextContents();
        assert.deepEqual(names.sort(), differing.map((it) => it.name[lang]).sort());
        const counts = rows.slice(1 + STATUSES.length).map((row) => row.join()).sort();
        const expected = differing.map((it) => [NEWEST.by_city[it.id].total, named(it.projects), it.projects.length].join());
        assert.deepEqual(counts, expected.sort());
        assert.ok(differing.length > 5);
      }));
  }
});

describe("a project", () => {
  /** One with everything, one of unknown status, one of the city's own, one whose city disagrees. */
  const SOME = [
    PROJECTS.find((it) => it.progress && it.challenges && it.plans && it.partners?.length && it.start),
    PROJECTS.find((it) => it.status === "unknown" && !it.start),
    PROJECTS.find((it) => !it.in_ascn_reports && it.focus.length > 1),
    PROJECTS.find((it) => it.city.id === "manila"),
  ];
  for (const lang of LANGS) {
    for (const it of SOME) {
      test(`${it.city.id}/${it.id} in ${lang}`, () =>
        site.visit(async (page) => {
          await site.go(page, `${lang}/projects/${it.city.id}/${it.id}/`);
          const name = it.name[lang].trim();
          await heading(page, name);
          await page.locator("[aria-labelledby=related] .project-rows a").first().waitFor();
          assert.equal(await page.title(), `${it.name[lang]}, ${it.city.name[lang]} · ASCN Atlas`);
          const body = await page.locator("main").textContent();
          for (const text of [it.summary, it.progress, it.challenges, it.plans].filter(Boolean)) assert.ok(body.includes(text[lang]), text[lang]);
          for (const partner of it.partners ?? []) assert.ok(body.includes(partner), partner);
          const [status] = await texts(page, ".project-facts dd");
          assert.ok(status.startsWith(`${WORDS[lang][it.status]} ${WORDS[lang].asOf} ${date(it.status_as_of, lang)}`), status);
          const unknown = { en: "unknown", id: "tidak diketahui" }[lang];
          assert.equal((await texts(page, ".project-facts dd"))[3] === unknown, !it.start && !it.end, "an unknown period is said");
          assert.equal(body.includes({ en: "City’s own project", id: "Proyek kota sendiri" }[lang]), !it.in_ascn_reports);

          // Its sources, and those of what its city's sources disagree about; each cited.
          const about = it.city.conflicts?.filter((at) => at.about === "projects") ?? [];
          const keys = new Set([...it.sources, ...about.flatMap((at) => at.sources)]);
          const titles = await page.locator(".sources li > a[target], .sources li > cite").allTextContents();
          assert.deepEqual(titles, [...keys].map((key) => it.city.sources[key].title));
          for (const at of about) assert.ok(body.includes(at[lang]));
          const seen = await page.evaluate(() => {
            const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
            return {
              dead: [...document.querySelectorAll("[data-jump]")].map((it) => it.dataset.jump).filter((id) => !document.getElementById(id)),
              twice: ids.filter((id, place) => ids.indexOf(id) !== place),
            };
          });
          assert.deepEqual(seen, { dead: [], twice: [] });

          const others = await texts(page, "[aria-labelledby=others] .rows > li > a");
          assert.deepEqual(others, it.city.projects.filter((at) => at.id !== it.id).map((at) => at.name[lang].trim()));
          const near = await page.locator("[aria-labelledby=related] .rows > li > a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname.split("/").slice(-3, -1)));
          assert.equal(near.length, 5);
          assert.equal(new Set(near.map(([city]) => city)).size, 5, "one of each city");
          for (const [city, id] of near) {
            const like = PROJECTS.find((at) => at.city.id === city && at.id === id);
            assert.ok(like && city !== it.city.id && like.focus.some((area) => it.focus.includes(area)), `${city}/${id}`);
          }
          const programs = read("programs.json").programs.filter((at) => at.cities?.includes(it.city.id));
          const linked = await page.locator("[aria-labelledby=programs] .rows > li > a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname.split("/").at(-2)));
          assert.deepEqual(linked.sort(), programs.map((at) => at.id).sort());
          if (lang === "en") await page.setViewportSize(PHONE);
          assert.deepEqual(await overflow(page), []);
        }, lang === "id" ? { viewport: PHONE } : {}));
    }

    test(`every project has a shell with its title, in ${lang}`, () => {
      for (const it of PROJECTS) {
        const html = readFileSync(join(DIST, lang, "projects", it.city.id, it.id, "index.html"), "utf8");
        const title = html.match(/<title>([^<]*)/)[1].replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"');
        assert.equal(title, `${it.name[lang]}, ${it.city.name[lang]} · ASCN Atlas`);
      }
    });
  }

  test("the city's page leads to it, and the page of projects to each city", () =>
    site.visit(async (page) => {
      const it = PROJECTS.find((at) => at.city.id === "sumedang");
      await site.go(page, "en/cities/sumedang/");
      await page.locator(".country-rows > details").first().waitFor();
      await page.locator("article.project h4").getByRole("link", { name: it.name.en }).click();
      await site.arrive(page, `en/projects/sumedang/${it.id}/`);
      await heading(page, it.name.en);
      await focus(page, "h1");
      await page.locator("[aria-labelledby=related] .project-rows a").first().waitFor();
      await page.locator(".breadcrumb").getByRole("link", { name: "Sumedang" }).click();
      await site.arrive(page, "en/projects/?city=sumedang");
      await counted(page, PROJECTS.filter((at) => at.city.id === "sumedang").length);
      await page.goBack();
      await heading(page, it.name.en);
      await page.locator("[aria-labelledby=related] .project-rows a").first().waitFor();
    }));

  test("an address of none says so and shows the way", () =>
    site.visit(
      async (page) => {
        await site.go(page, "en/projects/sumedang/no-such-project/");
        await heading(page, "Page not found");
        await page.getByText("There is no project “no-such-project” of this city").waitFor();
        await page.getByRole("link", { name: "See all projects" }).click();
        await counted(page, 195);
        await site.go(page, "id/projects/atlantis/port/");
        await heading(page, "Halaman tidak ditemukan");
        await page.getByText("Tidak ada kota “atlantis” dalam jejaring.").waitFor();
        await page.getByRole("link", { name: "Lihat semua kota" }).click();
        await page.locator(".map > svg").waitFor();
      },
      { expected: /404|atlantis/ },
    ));
});
