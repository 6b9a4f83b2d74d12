// In pages with content (critical.mjs): the app's code is fetched ahead once the page is painted, from which
// it would take the line. When the page has been read to its end by then, the app has asked for its first
// file itself, and the files that it will ask for next are fetched along with that; when it has started,
// it has asked for all.
if (self.PerformanceObserver?.supportedEntryTypes?.includes("paint")) {
  let started = false;
  addEventListener("TrunkApplicationStarted", () => (started = true));
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    const asked = document.readyState !== "loading";
    for (const href of document.querySelector("meta[name=atlas-ahead]").content.split(" ")) {
      if (started || (asked && href.endsWith("_bg.wasm"))) continue;
      document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
    }
  }).observe({ type: "paint", buffered: true });
}
