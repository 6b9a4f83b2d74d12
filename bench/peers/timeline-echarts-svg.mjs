// Apache ECharts with its SVG renderer.
import { SVGRenderer } from "echarts/renderers";

import { opener } from "./timeline-echarts.mjs";

export async function start() {}
export const open = opener("svg", SVGRenderer);
