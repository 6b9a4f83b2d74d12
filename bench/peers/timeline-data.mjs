// The programmes for libraries that know no dates of a month or a year: the first day stands for them.

export const DAY = 86_400_000;

/** What the bytes of the file say. */
export const read = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

const day = (date) => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7) || 1) - 1, Number(date.slice(8, 10) || 1)) / DAY;

/** First and last day of a programme, as far as anything is known of it. */
export function ends({ start, end, milestones = [] }) {
  const first = day(start);
  const last = end ? day(end) : Math.max(first, ...milestones.map(({ date }) => day(date)));
  return [first, Math.max(last, first + 1)];
}

/** The days of all of them. */
export function whole(programs) {
  const all = programs.map(ends);
  return [Math.min(...all.map(([it]) => it)), Math.max(...all.map(([, it]) => it))];
}

/** The row of each: those of a partner below one another, none touching the next in time. */
export function rows(index) {
  const rows = new Map();
  let top = 0;
  for (const partner of index.partners) {
    const free = [];
    for (const it of index.programs.filter((it) => it.partner === partner.id)) {
      const [start, end] = ends(it);
      let row = free.findIndex((until) => until <= start);
      if (row < 0) row = free.push(0) - 1;
      free[row] = end + 400;
      rows.set(it.id, top + row);
    }
    top += Math.max(1, free.length);
  }
  return rows;
}
