// Apache ECharts on a canvas, which needs no layout and which no screen reader reads.
import { CanvasRenderer } from "echarts/renderers";

import { opener } from "./timeline-echarts.mjs";

export async function start() {}
export const open = opener("canvas", CanvasRenderer);
