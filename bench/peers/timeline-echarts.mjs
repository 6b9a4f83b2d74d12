// Apache ECharts with a custom series: a bar and a label for each programme, rows given, and only the
// rows and the days in sight, as its own filter does it.
import { CustomChart } from "echarts/charts";
import { DataZoomComponent, GridComponent } from "echarts/components";
import { graphic, init, use } from "echarts/core";

import { DAY, ends, read, rows, whole } from "./timeline-data.mjs";

export const parts = [CustomChart, GridComponent, DataZoomComponent];
/** Pixels of a row, as the timeline of this site has them. */
const ROW = 34;

export function opener(renderer, Renderer) {
  use([...parts, Renderer]);
  return (box, bytes, { width, height }) => {
    const index = read(bytes);
    const row = rows(index);
    const data = index.programs.map((it) => {
      const [start, end] = ends(it);
      return [start * DAY, end * DAY, row.get(it.id), it.name.en];
    });
    const [from, to] = whole(index.programs);
    const chart = init(box.appendChild(document.createElement("div")), null, { renderer, width, height });
    chart.setOption({
      animation: false,
      grid: { left: 158, right: 0, top: 42, bottom: 0 },
      xAxis: { type: "time", position: "top", min: from * DAY, max: to * DAY },
      yAxis: { type: "value", inverse: true, min: 0, max: (height - 42) / ROW, show: false },
      dataZoom: [{ type: "inside", xAxisIndex: 0, filterMode: "weakFilter" }],
      series: [
        {
          type: "custom",
          clip: true,
          encode: { x: [0, 1], y: 2 },
          data,
          renderItem(params, api) {
            const row = api.value(2);
            if (row > (height - 42) / ROW) return null;
            const [x, y] = api.coord([api.value(0), row]);
            const [end] = api.coord([api.value(1), row]);
            const { x: left, y: top, width, height: tall } = params.coordSys;
            const shape = graphic.clipRectByRect({ x, y: y + 20, width: Math.max(6, end - x), height: 9 }, { x: left, y: top, width, height: tall });
            return {
              type: "group",
              children: [
                { type: "rect", shape: shape ?? { width: 0 }, style: { fill: "#38677d" } },
                { type: "text", style: { x: Math.max(x, left), y: y + 4, text: data[params.dataIndex][3], width: 250, overflow: "truncate", font: "13px sans-serif" } },
              ],
            };
          },
        },
      ],
    });
    chart.getZr().flush();
    return (from, to) => {
      chart.dispatchAction({ type: "dataZoom", startValue: from * DAY, endValue: to * DAY }, { flush: true });
      chart.getZr().flush();
    };
  };
}
