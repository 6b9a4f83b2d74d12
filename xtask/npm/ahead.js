// In pages that bring their style (critical.mjs): the app's code is fetched ahead once the page is painted,
// from which it would take the line. When the page has been read to its end by then, the app fetches it.
if (self.PerformanceObserver?.supportedEntryTypes?.includes("paint")) {
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    if (document.readyState !== "loading") return;
    for (const href of document.querySelector("meta[name=atlas-ahead]").content.split(" ")) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
    }
  }).observe({ type: "paint", buffered: true });
}
