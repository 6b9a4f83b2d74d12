// A city's page as many sites make it: React draws all of it in the browser from the same files, Apache
// ECharts (SVG, only the parts that a line chart needs) its charts when they come near the window. The
// same texts, values, tables and sources as ours, in the same elements and style; no map, no search, no
// exports, no second language, no other page: each would make it larger.
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { createElement as h, Fragment, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

import { colour } from "./data.mjs";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const LANG = "id";
const { city: CITY, country: COUNTRY, index: INDEX } = JSON.parse(document.getElementById("files").textContent);
const number = new Intl.NumberFormat(LANG, { maximumFractionDigits: 4 });
const all = (list, make) => list.map((it, key) => h(Fragment, { key }, make(it, key)));
const said = (text) => text?.[LANG] ?? text?.en ?? "";

const json = async (name) => (await fetch(name)).json();

const Cites = ({ of = [], prefix = "" }) =>
  h("sup", { className: "cites" }, all(of, (key) => h("a", { href: `#source-${prefix}${key}`, "aria-label": `Sumber ${prefix}${key}` }, prefix + key, " ")));

const Fact = ({ term, value, note, sources }) =>
  h("div", null, h("dt", null, term), h("dd", null, h("span", { className: "big" }, value), h(Cites, { of: sources }), h("span", { className: "fine" }, note)));

function Facts({ city }) {
  const people = city.population?.at(-1);
  return h("dl", { className: "key-facts" },
    people && h(Fact, { term: "Penduduk", value: number.format(people.value), note: `${said(people.scope)}, ${people.year}`, sources: people.sources }),
    city.area_km2 && h(Fact, { term: "Luas", value: `${number.format(city.area_km2.value)} km²`, sources: city.area_km2.sources }),
    h(Fact, { term: "Bergabung dengan jejaring", value: city.joined.year, sources: city.joined.sources }),
    h(Fact, { term: "Proyek di halaman ini", value: city.projects.length }));
}

const Paragraph = ({ title, text }) => text && h("p", null, title && h("strong", null, `${title}: `), said(text));

const Project = ({ project }) =>
  h("article", { className: "project" },
    h("h4", null, h("a", { href: `id/projects/sumedang/${project.id}/` }, said(project.name))),
    h("p", { className: "project-status" }, h("span", { className: `status ${project.status}` }, project.status), h(Cites, { of: project.sources })),
    h(Paragraph, { text: project.summary }),
    h(Paragraph, { title: "Kemajuan", text: project.progress }),
    h(Paragraph, { title: "Tantangan", text: project.challenges }),
    h(Paragraph, { title: "Rencana", text: project.plans }),
    h("dl", { className: "inline" }, h("div", null, h("dt", null, "Mitra"), h("dd", null, (project.partners ?? []).join(", ")))));

/** Lines of an indicator, drawn when a reader comes near. */
function Chart({ series }) {
  const box = useRef(null);
  useEffect(() => {
    let chart;
    const near = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting || chart) return;
      chart = init(box.current, null, { renderer: "svg", height: 260 });
      chart.setOption({
        animation: false,
        tooltip: { trigger: "axis" },
        xAxis: { type: "value", scale: true },
        yAxis: { type: "value" },
        series: series.map(({ points }, at) => ({ type: "line", data: points, color: colour(at) })),
      });
    }, { rootMargin: "200px" });
    near.observe(box.current);
    return () => (near.disconnect(), chart?.dispose());
  }, [series]);
  return h("div", { className: "stage", ref: box, style: { height: 260 } });
}

function Figure({ indicator }) {
  const { name, series } = indicator;
  const years = [...new Set(series.flatMap(({ points }) => points.map(([year]) => year)))].sort();
  return h("figure", { id: `chart-${indicator.id}` },
    h("h3", null, said(name)),
    h(Chart, { series }),
    h("details", null, h("summary", null, "Tabel"), h("div", { className: "table-wrap" }, h("table", null,
      h("thead", null, h("tr", null, h("th", null, "Tahun"), all(series, ({ note, sources }) => h("th", null, said(note), h(Cites, { of: sources }))))),
      h("tbody", null, all(years, (year) => h("tr", null, h("th", null, year), all(series, ({ points }) => {
        const value = points.find(([at]) => at === year)?.[1];
        return h("td", null, value === undefined ? "–" : number.format(value));
      }))))))));
}

/** What the state's file says, each with its last value. */
const Country = ({ country }) =>
  h("div", { className: "country-rows" }, all(country.indicators, ({ name, series }) => {
    const [year, value] = series[0]?.points.at(-1) ?? [];
    return h("details", null, h("summary", null, h("span", null, said(name)), " ", h("span", { className: "latest" }, value === undefined ? "" : `${number.format(value)} pada ${year}`)));
  }));

const Sources = ({ sources, prefix = "" }) =>
  h("ol", { className: "sources" }, all(Object.entries(sources), ([key, it]) =>
    h("li", { id: `source-${prefix}${key}` }, it.publisher, ". ", it.url ? h("a", { href: it.url, rel: "external noopener" }, it.title) : it.title, `. ${it.published ?? ""} · dibaca ${it.accessed}`)));

const Header = () =>
  h("header", { className: "site-header" }, h("a", { className: "site-name", href: "id/" }, "ASCN Atlas"),
    h("nav", null, h("ul", null, all(["Kota", "Indikator", "Program", "Proyek", "Jejaring"], (name) => h("li", null, h("a", { href: "id/" }, name))))));

function Page() {
  const [files, setFiles] = useState(null);
  useEffect(() => {
    Promise.all([CITY, COUNTRY, INDEX].map(json)).then(([{ city }, country, index]) => setFiles({ city, country, index }));
  }, []);
  if (!files) return h("main", null, h("p", { className: "loading", role: "status" }, "Memuat…"));
  const { city, country, index } = files;
  // As ours says that it listens.
  return h("div", { "data-island": "" }, h(Header), h("main", null,
    h("h1", null, said(city.name)),
    h("p", { className: "lead" }, said(city.summary)),
    h(Facts, { city }),
    h("h2", null, "Apa yang direncanakan kota"), h("div", { className: "projects" }, all(city.projects, (project) => h(Project, { project }))),
    h("h2", null, "Angka"), all(city.indicators, (indicator) => h(Figure, { indicator })),
    h("h2", null, "Penanggung jawab"), h("ul", null, all(city.officers ?? [], (it) => h("li", null, `${it.name}, ${said(it.position)}`, h(Cites, { of: it.sources })))),
    h("h2", null, "Negara"), h(Country, { country }),
    h("h2", null, "Sumber"), h(Sources, { sources: city.sources }), h(Sources, { sources: country.sources, prefix: "IDN-" })),
    h("footer", { className: "site-footer" }, h("p", null, `Data ${index.data_date}`)));
}

createRoot(document.getElementById("app")).render(h(Page));
