// The files of a built site.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Every file below a folder, in order of path. */
export function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    })
    .sort();
}

/** Every page below a folder. */
export const pages = (folder) => files(folder).filter((path) => path.endsWith(".html"));
