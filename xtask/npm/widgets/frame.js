// The script of a fixed widget: how it looks, as the address says, and how high it is, for the page
// around it. It knows nothing of that page, keeps nothing and loads nothing. Put into each widget by
// ../widgets.mjs.
{
  const root = document.documentElement;
  const said = (name) => new URLSearchParams(location.search).getAll(name).pop();

  // The same as `Look::parse` in src/widget/look.rs: of a name that comes twice the last counts, and
  // what is none of its values changes nothing.
  const theme = said("theme");
  if (/^(?:light|dark)$/.test(theme)) root.dataset.theme = theme;
  if (said("border") === "0") root.dataset.border = 0;
  if (said("minimal") === "1") root.dataset.minimal = 1;

  // A colour of the author's, mixed with black on light ground and with white on dark ground until it
  // has the contrast that text needs. Darker than luminance 0.18 is light text's ground, and so on:
  // what is computed are the numbers of WCAG 2.
  const accent = said("accent");
  if (/^[\da-f]{6}$/i.test(accent)) {
    const light = (channels) =>
      channels.reduce((sum, it, place) => {
        const part = it / 255;
        return sum + [0.2126, 0.7152, 0.0722][place] * (part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92);
      }, 0.05);
    for (const [name, ground, towards] of [["--al", [255, 255, 255], 0], ["--ad", [18, 23, 29], 255]]) {
      for (let step = 0; step <= 20; step += 1) {
        const mixed = [0, 2, 4].map((at) => {
          const channel = parseInt(accent.slice(at, at + 2), 16);
          return Math.round(channel + ((towards - channel) * step) / 20);
        });
        const contrast = light(mixed) / light(ground);
        if (Math.max(contrast, 1 / contrast) < 4.6) continue;
        root.style.setProperty(name, `rgb(${mixed})`);
        break;
      }
    }
  }

  // The height of what is shown never depends on that of the frame, so telling it ends.
  let last;
  const tell = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (parent === self || height === last) return;
    last = height;
    for (const message of [
      { type: "ascn-atlas:height", height },
      { sentinel: "amp", type: "embed-size", height },
      { "datawrapper-height": { "ascn-atlas": height } },
      JSON.stringify({ src: location.href, context: "iframe.resize", height }),
    ]) {
      parent.postMessage(message, "*");
    }
  };
  // A page whose script came late asks again; no other message is listened to.
  addEventListener("message", ({ data }) => {
    if (data !== "ascn-atlas:height?") return;
    last = 0;
    tell();
  });
  new ResizeObserver(tell).observe(root);
}
