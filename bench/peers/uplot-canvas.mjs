// uPlot, which draws on a canvas.
import UPlot from "uplot";

import { chosenColour, colour, column, seriesOf, yearsOf } from "./data.mjs";

export async function start() {}

async function make(box, { title, series }, size, colourOf) {
  const years = yearsOf(series);
  const chart = new UPlot(
    {
      title,
      ...size,
      legend: { show: false },
      cursor: { show: false },
      scales: { x: { time: false } },
      series: [{}, ...series.map(({ place }, index) => ({ label: place, stroke: (_, at) => colourOf(place, at - 1), width: 2 }))],
    },
    [years, ...series.map((it) => column(it, years))],
    box,
  );
  // It draws in a microtask.
  await null;
  return chart;
}

export async function line(box, text, size) {
  await make(box, seriesOf(text), size, (_, index) => colour(index));
}

export async function select(box, text, size) {
  const data = seriesOf(text);
  let now = [];
  const chart = await make(box, data, size, (place) => chosenColour(place, now));
  return async (chosen) => {
    now = chosen;
    chart.redraw(false, false);
    await null;
  };
}
