// Minified CSS as rules, and those of them that a page needs.
//
// A rule is needed when every class and element that its selector names is in the page. That is more
// than apply there, never less: a page with the rules it needs looks as it does with all of them.

/** Where the braces that open at `from` close. */
function closing(css, from) {
  let depth = 0;
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    if (css[at] === "}" && (depth -= 1) === 0) return at;
  }
  throw new Error(`braces do not close: ${css.slice(from, from + 60)}`);
}

/** Minified CSS as rules: `{ head, body }`, of which the body is a text, or rules under a condition. */
export function rules(css) {
  const found = [];
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const close = closing(css, open);
    const head = css.slice(at, open).trim();
    const body = css.slice(open + 1, close);
    found.push({ head, body: head.startsWith("@") ? rules(body) : body });
    at = close + 1;
  }
  return found;
}

/** Parts of a list, but for commas inside brackets. */
const parts = (text) => text.split(/,(?![^(]*\))/);

/** Whether what a selector names is in a page; what stands in `:not()` and the like may be absent. */
function fits(selector, page) {
  const bare = selector.replace(/:[\w-]+\((?:[^()]|\([^()]*\))*\)/g, "");
  const within = [...bare.matchAll(/\[class\*="([^"]+)"\]|\[class\*=([\w-]+)\]/g)].map(([, one, two]) => one ?? two);
  const plain = bare.replace(/\[[^\]]*\]/g, "");
  const classes = [...plain.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
  const tags = [...plain.matchAll(/(?:^|[\s>+~])([a-z][\w]*)/g)].map(([, name]) => name);
  return (
    classes.every((name) => page.classes.has(name)) &&
    tags.every((name) => page.tags.has(name)) &&
    within.every((text) => page.lists.some((list) => list.includes(text)))
  );
}

/** The rules that a page needs. */
export const needed = (all, page) =>
  all.flatMap(({ head, body }) => {
    if (Array.isArray(body)) {
      const inner = needed(body, page);
      return inner.length ? [{ head, body: inner }] : [];
    }
    const kept = parts(head).filter((selector) => fits(selector, page));
    return kept.length ? [{ head: kept.join(","), body }] : [];
  });

/** Texts between semicolons, but for those inside quotes or brackets. */
export function declarations(body) {
  const found = [""];
  let depth = 0;
  for (const [part] of body.matchAll(/"[^"]*"|[^]/g)) {
    depth += part === "(" ? 1 : part === ")" ? -1 : 0;
    if (part === ";" && depth === 0) found.push("");
    else found[found.length - 1] += part;
  }
  return found.filter((it) => it !== "");
}
const used = (text) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
const leaves = (all) => all.flatMap(({ body }) => (Array.isArray(body) ? leaves(body) : declarations(body)));

/** The rules without tokens that none of them asks for. */
export function withoutUnused(all) {
  const wanted = new Set();
  const isToken = (it) => it.startsWith("--");
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const it of leaves(all)) if (!isToken(it) || wanted.has(it.split(":")[0])) for (const name of used(it)) wanted.add(name);
  }
  const keep = (list) =>
    list.flatMap(({ head, body }) => {
      if (Array.isArray(body)) {
        const inner = keep(body);
        return inner.length ? [{ head, body: inner }] : [];
      }
      const left = declarations(body)
        .filter((it) => !isToken(it) || wanted.has(it.split(":")[0]))
        .map((it) => (isToken(it) ? it.replace(/^(--[\w-]+):\s+/, "$1:").replaceAll(/,\s+(?=[^"]*$)/g, ",") : it));
      return left.length ? [{ head, body: left.join(";") }] : [];
    });
  return keep(all);
}

/** Rules that follow each other and have the same head are one. */
export const merged = (all) =>
  all.reduce((list, { head, body }) => {
    const last = list.at(-1);
    if (Array.isArray(body) && last?.head === head) last.body = [...last.body, ...body];
    else if (last?.head === head) last.body += `;${body}`;
    else list.push({ head, body });
    return list;
  }, []);

export const written = (all) => all.map(({ head, body }) => `${head}{${Array.isArray(body) ? written(body) : body}}`).join("");

/** What a page holds that selectors can name. */
export function held(html) {
  const lists = [...html.matchAll(/\sclass="([^"]*)"/g)].map(([, list]) => ` ${list}`);
  return {
    lists,
    classes: new Set(lists.flatMap((list) => list.trim().split(/\s+/))),
    tags: new Set([...html.matchAll(/<([a-z][\w]*)/g)].map(([, name]) => name)),
  };
}
