// Apache ECharts with its SVG renderer, and only the parts that a line chart needs.
import { LineChart } from "echarts/charts";
import { GridComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

import { chosenColour, colour, seriesOf } from "./data.mjs";

use([LineChart, GridComponent, TitleComponent, SVGRenderer]);

export async function start() {}

const option = (title, series, colourOf) => ({
  animation: false,
  title: { text: title, textStyle: { fontSize: 12 } },
  xAxis: { type: "value", scale: true },
  yAxis: { type: "value" },
  series: series.map(({ place, points }, index) => ({
    type: "line",
    name: place,
    data: points,
    showSymbol: false,
    color: colourOf(place, index),
  })),
});

function make(box, size) {
  return init(box.appendChild(document.createElement("div")), null, { renderer: "svg", ...size });
}

export function line(box, text, size) {
  const { title, series } = seriesOf(text);
  const chart = make(box, size);
  chart.setOption(option(title, series, (_, index) => colour(index)));
  // What it would else do in the next frame.
  chart.getZr().flush();
}

export function select(box, text, size) {
  const { title, series } = seriesOf(text);
  const chart = make(box, size);
  chart.setOption(option(title, series, (place) => chosenColour(place, [])));
  chart.getZr().flush();
  return (chosen) => {
    chart.setOption({ series: series.map(({ place }) => ({ name: place, color: chosenColour(place, chosen) })) });
    chart.getZr().flush();
  };
}
