// Vega-Lite with Vega's SVG renderer.
import { parse, View } from "vega";
import { compile } from "vega-lite";

import { chosenColour, colour, seriesOf } from "./data.mjs";

export async function start() {}

const rowsOf = (series) => series.flatMap(({ place, points }) => points.map(([year, value]) => ({ year, value, place })));

/** The view of a line chart. Its colours are a signal, set in Vega's own terms. */
async function view(box, title, series, { width, height }, colourOf) {
  const colours = series.map(({ place }, index) => colourOf(place, index));
  const { spec } = compile({
    title,
    // That of the plot; axes come around it.
    width: width - 80,
    height: height - 60,
    data: { values: rowsOf(series) },
    mark: "line",
    encoding: {
      x: { field: "year", type: "quantitative", axis: { format: "d" }, scale: { zero: false } },
      y: { field: "value", type: "quantitative" },
      color: { field: "place", type: "nominal", legend: null, scale: { domain: series.map(({ place }) => place), range: colours } },
    },
  });
  spec.signals = [...(spec.signals ?? []), { name: "colours", value: colours }];
  spec.scales.find(({ name }) => name === "color").range = { signal: "colours" };
  const made = new View(parse(spec), { renderer: "svg", container: box.appendChild(document.createElement("div")), hover: false });
  await made.runAsync();
  return made;
}

export async function line(box, text, size) {
  const { title, series } = seriesOf(text);
  await view(box, title, series, size, (_, index) => colour(index));
}

export async function select(box, text, size) {
  const { title, series } = seriesOf(text);
  const made = await view(box, title, series, size, (place) => chosenColour(place, []));
  return async (chosen) => {
    made.signal("colours", series.map(({ place }) => chosenColour(place, chosen)));
    await made.runAsync();
  };
}
