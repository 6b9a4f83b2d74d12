// Measures files, and tells which country each city of an index belongs to.
//
//   node sizes.mjs measure FILE...     raw, gzip 9, brotli 11 and name of each, tab-separated
//   node sizes.mjs countries INDEX     slug and country code of each city, tab-separated
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [mode, ...files] = process.argv.slice(2);
const lines = [];
if (mode === "measure") {
  for (const file of files) {
    const bytes = readFileSync(file);
    const brotli = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
    lines.push([bytes.length, gzipSync(bytes, { level: 9 }).length, brotli.length, file].join("\t"));
  }
} else if (mode === "countries") {
  for (const { id, country } of JSON.parse(readFileSync(files[0], "utf8")).cities) {
    lines.push([id, country].join("\t"));
  }
} else {
  console.error("usage: node sizes.mjs measure FILE... | countries INDEX");
  process.exit(2);
}
console.log(lines.join("\n"));
