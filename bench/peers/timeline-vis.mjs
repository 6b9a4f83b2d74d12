// vis-timeline with groups for lanes, ranges for programmes and points for nothing: milestones would be
// items of their own, so they are left out, which is to its advantage.
import { DataSet } from "vis-data/peer";
import { Timeline } from "vis-timeline/peer";
import "vis-timeline/styles/vis-timeline-graph2d.css";

import { DAY, ends, read, whole } from "./timeline-data.mjs";

export async function start() {}

export function open(box, bytes, { width, height }) {
  const index = read(bytes);
  const groups = new DataSet(index.partners.map(({ id, name }, order) => ({ id, content: name.en, order })));
  const items = new DataSet(
    index.programs.map((it) => {
      const [start, end] = ends(it);
      return { id: it.id, group: it.partner, content: it.name.en, start: start * DAY, end: end * DAY, type: "range", className: it.kind };
    }),
  );
  const [from, to] = whole(index.programs);
  const timeline = new Timeline(box, items, groups, {
    width: `${width}px`,
    height: `${height}px`,
    start: from * DAY,
    end: to * DAY,
    verticalScroll: true,
    orientation: "top",
    groupOrder: "order",
    showTooltips: false,
  });
  timeline.redraw();
  return (from, to) => {
    timeline.setWindow(from * DAY, to * DAY, { animation: false });
    timeline.redraw();
  };
}
