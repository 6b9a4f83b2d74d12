// A document that a test keeps true: a table between two marks is what the test found.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DOCUMENT = fileURLToPath(new URL("../../../docs/reliability.md", import.meta.url));

/** A table in Markdown. */
function markdown(head, rows) {
  const cells = (row) => `| ${row.map((cell) => String(cell).replaceAll(/[|<*]/g, "\\$&")).join(" | ")} |`;
  return [cells(head), cells(head.map(() => "---")), ...rows.map(cells)].join("\n");
}

/**
 * Asserts that docs/reliability.md holds this table under its name, and prints it; with
 * `ASCN_ATLAS_WRITE=1` writes it there.
 */
export function keptInDocument(name, head, rows) {
  const [begin, end] = [`<!-- ${name}: written by the tests -->`, `<!-- /${name} -->`];
  const table = markdown(head, rows);
  console.log(`${name}\n${table}`);
  const text = readFileSync(DOCUMENT, "utf8");
  const [before, rest] = text.split(begin);
  assert.ok(rest?.includes(end), `docs/reliability.md: expected ${begin} and ${end}`);
  const [old, after] = rest.split(end);
  if (process.env.ASCN_ATLAS_WRITE === "1") {
    writeFileSync(DOCUMENT, [before, begin, "\n\n", table, "\n\n", end, after].join(""));
    return;
  }
  assert.equal(old.trim(), table, "docs/reliability.md is out of date: run this test with ASCN_ATLAS_WRITE=1");
}
