// Paths of SVG in fewer letters: each step from where the last one ended. Points of charts have at most
// one decimal, so it is counted in tenths and nothing is rounded.

const STEPS = { M: 2, L: 2, H: 1, V: 1 };

const short = (tenths) => String(tenths / 10).replace(/^(-?)0\./, "$1.");
const pair = (one, two) => one + (two.startsWith("-") || (two.startsWith(".") && one.includes(".")) ? "" : " ") + two;

/** The same path in relative steps; as it is where it has other steps than straight ones or more decimals. */
export function relative(path) {
  if (/[^MLHV\d. -]/.test(path)) return path;
  let [x, y, out] = [0, 0, ""];
  for (const [, step, rest] of path.matchAll(/([MLHV])([^MLHV]*)/g)) {
    const numbers = rest.match(/-?\d*\.?\d+/g)?.map((it) => Math.round(Number(it) * 10)) ?? [];
    if (numbers.length !== STEPS[step] || rest.match(/\.\d\d/)) return path;
    const toX = step === "V" ? x : numbers[0];
    const toY = step === "H" ? y : numbers.at(-1);
    const [across, down] = [short(toX - x), short(toY - y)];
    if (out === "") out = `M${pair(across, down)}`;
    else if (step === "M") out += `m${pair(across, down)}`;
    else if (toY === y) out += `h${across}`;
    else if (toX === x) out += `v${down}`;
    else out += `l${pair(across, down)}`;
    [x, y] = [toX, toY];
  }
  return out.length < path.length ? out : path;
}
