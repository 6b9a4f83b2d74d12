// The files of a built site.
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

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

/** Every file as it is named below the folder, on any system. */
export const names = (folder) => files(folder).map((path) => relative(folder, path).split(sep).join("/"));
