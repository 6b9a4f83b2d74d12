// Starts the single-file edition.
import start from "app";

import { open } from "./files.mjs";

/** Names the wasm; single.mjs writes it. */
const WASM = $wasm;
/** How the files that a reader takes away are called by their kind. */
const KINDS = { ics: "text/calendar", json: "application/json" };

/** Offers a file of the archive to save, where a link leads to it: no such file lies beside the page. */
function hearLinks(files) {
  const save = (event) => {
    const name = event.target.closest?.("a[href]")?.getAttribute("href");
    const bytes = files.get(name);
    if (!bytes) return;
    event.preventDefault();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: KINDS[name.split(".").pop()] ?? "" }));
    link.download = name.split("/").pop();
    link.click();
  };
  addEventListener("click", save, { capture: true });
}

// `startFailed` is the classic script's in the page's head, which runs in older browsers too.
if (typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined") {
  startFailed("old");
} else {
  const archive = document.getElementById("archive");
  try {
    const files = await open(archive?.textContent ?? "");
    // A megabyte of text that no one reads again.
    archive.remove();
    hearLinks(files);
    try {
      await start({ module_or_path: files.get(WASM) });
      startFailed = () => {};
    } catch (error) {
      console.error(error);
      startFailed("old");
    }
  } catch (error) {
    console.error(error);
    startFailed("broken");
  }
}
