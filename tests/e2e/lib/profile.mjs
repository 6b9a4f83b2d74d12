// What stands on a city's page, read inside the page: one call for all of it, because each call to
// the browser costs more than reading.

/** The texts of the profile. */
export function readProfile() {
  const text = (element) => element?.textContent.trim() ?? "";
  const texts = (selector) => [...document.querySelectorAll(selector)].map(text);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return {
    heading: text(document.querySelector("h1")),
    lang: document.documentElement.lang,
    title: document.title,
    projects: texts("article.project h4"),
    programs: texts(".timeline h3"),
    sources: document.querySelectorAll("[aria-labelledby=sources] .sources li").length,
    countryRows: texts(".country-rows > details > summary > span:first-child"),
    deadJumps: [...document.querySelectorAll("[data-jump]")]
      .map((link) => link.dataset.jump)
      .filter((id) => !document.getElementById(id)),
    doubleIds: ids.filter((id, place) => ids.indexOf(id) !== place),
  };
}

/**
 * The charts of a selector, each scrolled to as a reader does, because only charts near the window
 * are drawn; with their tables opened.
 */
export async function readCharts(selector) {
  /** The element of `inner`, as soon as it is there. */
  const inside = (figure, inner) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = figure.querySelector(inner);
        if (!found) return;
        observer.disconnect();
        clearTimeout(limit);
        resolve(found);
      };
      const observer = new MutationObserver(look);
      const limit = setTimeout(() => {
        observer.disconnect();
        reject(new Error(`no ${inner} in #${figure.id}`));
      }, 15_000);
      observer.observe(figure, { childList: true, subtree: true });
      look();
    });
  const text = (element) => element?.textContent.trim() ?? "";
  // A cell holds its value and the numbers of its sources.
  const value = (cell) => [...cell.childNodes].filter((it) => it.nodeName !== "SUP").map((it) => it.textContent).join("").trim();
  const charts = [];
  for (const figure of document.querySelectorAll(selector)) {
    figure.scrollIntoView({ behavior: "instant" });
    // What the host drew has no readout.
    await inside(figure, ".readout[role=slider]");
    const svg = figure.querySelector(".stage svg");
    const table = figure.querySelector("details.chart-table");
    if (table) table.open = true;
    const box = svg.getBoundingClientRect();
    charts.push({
      id: figure.id,
      heading: text(figure.querySelector("h3, h4")),
      description: text(figure.querySelector(".chart-description")),
      sources: figure.querySelectorAll(".chart-sources .cites a").length,
      marks: svg.querySelectorAll(".dot, .line, .bar").length,
      width: box.width,
      height: box.height,
      last: Number(figure.querySelector("[role=slider]")?.getAttribute("aria-valuemax") ?? -1),
      headers: table?.querySelectorAll("thead th").length ?? 0,
      rows: [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) => [...row.cells].map(value)),
    });
  }
  return charts;
}
