// The script of a fixed widget: how it looks, as the address says, and how high it is, for the page
// around it. It knows nothing of that page, keeps nothing and loads nothing. Put into each widget by
// ../widgets.mjs.
{
  const root = document.documentElement;
  // The same as `Look::parse` in src/widget/look.rs: of a name that comes twice the last counts, and
  // what is none of its values changes nothing.
  const { theme, accent, border, minimal } = Object.fromEntries(new URLSearchParams(location.search));
  if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme;
  if (border === "0") root.dataset.border = 0;
  if (minimal === "1") root.dataset.minimal = 1;

  // A colour of the author's, mixed with black for light ground and with white for dark ground until
  // it has a contrast of more than 4.5 with it: by WCAG's luminance, with a plain exponent and a margin
  // that makes up for it.
  if (/^[\da-f]{6}$/i.test(accent)) {
    for (const [name, towards] of [["--al", 0], ["--ad", 255]]) {
      for (let step = 0; step < 21; step++) {
        let light = 0;
        const mixed = [0.2126, 0.7152, 0.0722].map((share, at) => {
          const channel = parseInt(accent.substr(2 * at, 2), 16);
          const it = Math.round(channel + ((towards - channel) * step) / 20);
          light += share * (it / 255) ** 2.2;
          return it;
        });
        if (towards ? light < 0.23 : light > 0.17) continue;
        root.style.setProperty(name, `rgb(${mixed})`);
        break;
      }
    }
  }

  // The height of what is shown never depends on that of the frame, so telling it ends.
  let last;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    // Without a width the page around it has not been laid out yet.
    if (parent === self || !innerWidth || height === last) return;
    last = height;
    [
      { type: "ascn-atlas:height", height },
      { sentinel: "amp", type: "embed-size", height },
      { "datawrapper-height": { "ascn-atlas": height } },
      JSON.stringify({ src: location.href, context: "iframe.resize", height }),
    ].map((message) => parent.postMessage(message, "*"));
  };
  // A page whose script came late asks again; no other message is listened to.
  addEventListener("message", ({ data }) => {
    if (data !== "ascn-atlas:height?") return;
    last = 0;
    tell();
  });
  // At once, because browsers do not observe what is out of sight; a page should not jump when it comes.
  tell();
  new ResizeObserver(tell).observe(root);
}
