// What the measurements share: bytes as a host sends them, and one figure for many.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

/** The bytes of a file, packed by brotli at its best. */
export function packed(file) {
  const content = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params }).length;
}

/** The value below which lies `part` of `values`: 0.5 for the median. */
export const at = (values, part) => [...values].sort((one, two) => one - two)[Math.min(values.length - 1, Math.floor(values.length * part))];
