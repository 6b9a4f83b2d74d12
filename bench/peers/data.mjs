// From the data file to what every peer is given: names, and points of year and value.

export const COLOURS = ["#101a99", "#e26f08", "#1c9a76", "#700c3e", "#9583c7", "#38677d", "#6f5125", "#721ff2"];
export const GREY = "#a8a8a8";

/** The series of a data file. */
export function seriesOf(text) {
  const { name, series } = JSON.parse(text);
  return { title: name.en, series: series.map(({ place, points }) => ({ place, points })) };
}

/** All years of all series, in order. */
export function yearsOf(series) {
  return [...new Set(series.flatMap(({ points }) => points.map(([year]) => year)))].sort((one, two) => one - two);
}

/** The values of a series at `years`, with null where there is none. */
export function column({ points }, years) {
  const values = new Map(points.map(([year, value]) => [year, value]));
  return years.map((year) => values.get(year) ?? null);
}

export const colour = (index) => COLOURS[index % COLOURS.length];

/** The colour of a place by its choice, grey where it is not chosen. */
export function chosenColour(place, chosen) {
  const at = chosen.indexOf(place);
  return at < 0 ? GREY : colour(at);
}
