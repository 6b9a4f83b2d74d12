// Where binaryen is, and what wasm-opt is told: for the site, and for the charts that are measured
// beside other libraries.
import { fileURLToPath } from "node:url";

/** The folder of binaryen's programs. */
export const TOOLS = fileURLToPath(new URL("node_modules/.bin", import.meta.url));

/** What rustc uses of WebAssembly, and what its optimiser may. */
export const FEATURES = [
  "--enable-bulk-memory",
  "--enable-nontrapping-float-to-int",
  "--enable-sign-ext",
  "--enable-mutable-globals",
  "--enable-reference-types",
  "--enable-multivalue",
];

/** How wasm becomes small. */
export const SMALL = [
  // A second pass, after blocks have been taken apart and put together anew, gives one in a hundred.
  "--flatten",
  "--rereloop",
  "-Oz",
  "-Oz",
  // The first kilobyte of memory is the far end of the stack, which rustc puts below everything else:
  // no address that is computed wraps around into it.
  "--low-memory-unused",
  // Calls compress better than copies of what they call.
  "--one-caller-inline-max-function-size=10",
  "--always-inline-max-function-size=3",
];
