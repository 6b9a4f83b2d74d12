// Chart.js, which draws on a canvas, and only the parts that a line chart needs.
import { Chart, LinearScale, LineController, LineElement, PointElement, Title } from "chart.js";

import { chosenColour, colour, seriesOf } from "./data.mjs";

Chart.register(LinearScale, LineController, LineElement, PointElement, Title);

export async function start() {}

function make(box, { title, series }, size, colourOf) {
  const canvas = Object.assign(document.createElement("canvas"), size);
  box.append(canvas);
  return new Chart(canvas, {
    type: "line",
    data: {
      datasets: series.map(({ place, points }, index) => ({
        label: place,
        data: points.map(([x, y]) => ({ x, y })),
        borderColor: colourOf(place, index),
        borderWidth: 2,
        pointRadius: 0,
      })),
    },
    options: {
      animation: false,
      responsive: false,
      parsing: false,
      normalized: true,
      plugins: { title: { display: true, text: title } },
      scales: { x: { type: "linear" }, y: { type: "linear" } },
    },
  });
}

export function line(box, text, size) {
  make(box, seriesOf(text), size, (_, index) => colour(index));
}

export function select(box, text, size) {
  const data = seriesOf(text);
  const chart = make(box, data, size, (place) => chosenColour(place, []));
  return (chosen) => {
    for (const [index, { place }] of data.series.entries()) {
      chart.data.datasets[index].borderColor = chosenColour(place, chosen);
    }
    chart.update("none");
  };
}
