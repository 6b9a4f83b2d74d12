// Observable Plot.
import { lineY, plot } from "@observablehq/plot";

import { chosenColour, colour, seriesOf } from "./data.mjs";

export async function start() {}

function draw(box, series, size, colourOf) {
  const rows = series.flatMap(({ place, points }) => points.map(([year, value]) => ({ year, value, place })));
  const chart = plot({
    ...size,
    marginLeft: 60,
    x: { tickFormat: "d" },
    color: { domain: series.map(({ place }) => place), range: series.map(({ place }, index) => colourOf(place, index)) },
    marks: [lineY(rows, { x: "year", y: "value", stroke: "place" })],
  });
  box.replaceChildren(chart);
}

export function line(box, text, size) {
  const { series } = seriesOf(text);
  draw(box, series, size, (_, index) => colour(index));
}

export function select(box, text, size) {
  const { series } = seriesOf(text);
  // A plot is made anew: it has no other way to change.
  return (chosen) => draw(box, series, size, (place) => chosenColour(place, chosen));
}
