// What a pointer or a finger aims at, measured as WCAG 2.2, 2.5.8 says.

/**
 * Targets smaller than 24 by 24 CSS pixels whose circle of 24 pixels meets another target, or the
 * circle of another small one; without links in a line of text, of which the text decides.
 *
 * axe-core has a rule of that name, which passes over SVG, labels and what is hidden behind another.
 */
export const small = (page) =>
  page.evaluate(() => {
    const NEED = 24;
    const AIMS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=link]";
    const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest(".visually-hidden, .skip, .skip-map, svg");
    /** A link among words, of which the text decides: words of its block that are no links. */
    const inLine = (element) => {
      const cites = element.closest(".cites");
      if (getComputedStyle(element).display !== "inline" && !cites) return false;
      const block = element.closest("p, li, dd, dt, td, th, figcaption, blockquote, div");
      if (!block) return false;
      // Rows of nothing but numbers of sources are no text.
      if (cites && block.matches(".chart-sources, .story-foot")) return false;
      const letters = (text) => text.replace(/\s/g, "").length;
      const linked = [...block.querySelectorAll("a")].reduce((sum, it) => sum + letters(it.textContent), 0);
      return letters(block.textContent) > linked;
    };
    // Behind what is asked of the reader first nothing can be aimed at.
    const within = document.querySelector("dialog:modal") ?? document;
    const targets = [...within.querySelectorAll(AIMS)].filter(seen).map((element) => {
      // Its label is a target as well.
      const label = element.labels?.[0];
      const boxes = [element, ...(label ? [label] : [])].map((it) => it.getBoundingClientRect());
      const [left, top] = [Math.min(...boxes.map((it) => it.left)), Math.min(...boxes.map((it) => it.top))];
      const [right, bottom] = [Math.max(...boxes.map((it) => it.right)), Math.max(...boxes.map((it) => it.bottom))];
      const own = boxes[0];
      return { element, left, top, right, bottom, x: (own.left + own.right) / 2, y: (own.top + own.bottom) / 2 };
    });
    const little = (it) => it.right - it.left < NEED - 0.1 || it.bottom - it.top < NEED - 0.1;
    const away = (it, x, y) => Math.hypot(Math.max(it.left - x, 0, x - it.right), Math.max(it.top - y, 0, y - it.bottom));
    const said = [];
    for (const one of targets.filter(little)) {
      if (inLine(one.element) || one.right - one.left === 0) continue;
      for (const other of targets) {
        if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) continue;
        // Two circles of two small ones, or this circle and the box of a large one.
        const near = little(other) ? Math.hypot(one.x - other.x, one.y - other.y) < NEED - 0.1 : away(other, one.x, one.y) < NEED / 2 - 0.1;
        if (!near) continue;
        const name = (it) => `${it.element.localName}.${it.element.getAttribute("class") ?? ""} “${it.element.textContent.trim().slice(0, 24)}”`;
        said.push(`${name(one)} is ${Math.round(one.right - one.left)} × ${Math.round(one.bottom - one.top)} px, beside ${name(other)}`);
        break;
      }
    }
    return said.slice(0, 12);
  });
