/*! ASCN Atlas, MIT */
// For pages that show widgets of the atlas: gives each frame the height that its widget tells, and
// makes frames of <ascn-widget> elements. Of what a frame says only a height is taken.
{
  // Named once: the file has 2 kB.
  const page = document;
  const base = new URL(".", page.currentScript.src).href;
  const frames = () => [...page.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(base));

  addEventListener("message", ({ data, source }) => {
    const height = data?.type === "ascn-atlas:height" && data.height;
    if (typeof height !== "number" || !(height >= 40 && height <= 1e4)) return;
    for (const frame of frames()) {
      if (frame.contentWindow === source) {
        frame.style.boxSizing = "content-box";
        frame.style.height = `${Math.ceil(height)}px`;
      }
    }
  });
  // Widgets that were there before this script have told their height already.
  const ask = () => {
    for (const frame of frames()) frame.contentWindow?.postMessage("ascn-atlas:height?", "*");
  };
  ask();
  page.addEventListener("DOMContentLoaded", ask);
  // By now each has a width: without one a widget does not know its height.
  addEventListener("load", ask);

  // Of each kind the height until the widget tells its own, what the middle one takes on a phone; and
  // the attributes that its file is named by.
  const KINDS = {
    __proto__: null,
    city: [510, "city"],
    figure: [290, "indicator", "place"],
    chart: [530, "indicator"],
    cities: [880, "country"],
    compare: [880],
    projects: [630, "city"],
    counts: [530, "city"],
    programs: [480, "city"],
    partner: [320, "partner"],
    timeline: [760],
    network: [560, "chart"],
    map: [520],
    meetings: [760],
  };
  class Widget extends HTMLElement {
    connectedCallback() {
      // Names as `Widget::parse` takes them: anything else is not there, and what stands in the element stays.
      const said = (name, pattern = name === "country" ? /^[A-Z]{3}$/ : /^[a-z\d-]{1,80}$/) => (this.getAttribute(name) ?? "").split(",").filter((it) => pattern.test(it));
      const place = /^([a-z\d-]{1,80}|[A-Z]{3})$/;
      const [named] = said("kind");
      const kind = named === "indicator" ? "chart" : named;
      const places = [...said("places", place), ...said("place", place), ...said("city")];
      const [lang = /^en/.test(page.documentElement.lang) ? "en" : "id"] = said("lang", /^(en|id)$/);
      const [edition] = said("edition", /^\d{4}-\d\d-\d\d$/);
      const live = kind === "compare" || (kind === "chart" && (places[0] || this.hasAttribute("live")));
      const [height, ...names] = KINDS[kind] ?? [];
      const parts = names.map((name) => (name === "place" ? places : said(name))[0]);
      // What is needed and not named.
      if (!height || parts.includes(undefined) || (kind === "compare" && !places[1])) return;
      const query = ["theme", "accent", "border", "minimal"].flatMap((name) => said(name, /^[a-z\d]{1,6}$/i).map((it) => `${name}=${it}`));
      if (live) query.push(`lang=${lang}`, ...(places[0] ? [`places=${places}`] : []));
      const folder = live ? "live" : edition ? `editions/${edition}/${lang}` : lang;
      const frame = page.createElement("iframe");
      frame.src = `${base}${[folder, kind, ...parts].join("/")}.html${query[0] ? "?" : ""}${query.join("&")}`;
      frame.title = this.title || ["ASCN Atlas", kind, ...parts].join(" ");
      frame.loading = "lazy";
      frame.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      this.style.display = "block";
      frame.style.cssText = `border:0;display:block;width:100%;height:${height}px`;
      this.replaceChildren(frame);
    }
  }
  customElements.get("ascn-widget") || customElements.define("ascn-widget", Widget);
}
