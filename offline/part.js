// What the page shows of saving: the part on "about", and a bar that offers a newer version to those
// who have saved one. The page loads it when one of the two is needed (index.html).

import css from "./part.css";
import { again, cancel, clear, follow, look, now, pageVersion, start } from "./state.js";
import words from "./words.json";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

const lang = () => (document.documentElement.lang === "en" ? "en" : "id");
/** Words, with values in the places of `{}`. */
const say = (name, ...values) => values.reduce((text, value) => text.replace("{}", () => value), words[lang()][name]);
/** Megabytes; a little is never none. */
const mb = (bytes) =>
  (Math.max(bytes > 0 ? 10_000 : 0, bytes) / 1e6).toLocaleString(lang(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
/** A day of the data, such as 2026-11-23, or the moment of saving as the reader's clock shows it. */
const day = (date) => {
  const form = { day: "numeric", month: "long", year: "numeric", timeZone: date.includes("T") ? undefined : "UTC" };
  return new Date(date).toLocaleDateString(lang() === "en" ? "en-GB" : "id-ID", form);
};
const name = (version) => version.slice(0, 8);

function element(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

function button(text, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, say(text));
  made.addEventListener("click", act);
  return made;
}

const buttons = (...all) => element("div", { class: "buttons" }, ...all);
const quiet = { class: "quiet" };

/** Fills a box anew. Focus that would be lost with its button goes on to the first one there is now. */
function fill(box, ...content) {
  const had = box.contains(document.activeElement);
  box.replaceChildren(...content);
  if (had) (box.querySelector("button") ?? box).focus();
}

/** Why saving failed, in words. */
function reason({ why, detail }) {
  if (why === "space") return detail === "" ? say("spaceUnknown") : say("space", mb(detail));
  return why === "server" ? say("server", detail) : say(why);
}

/** The words and the buttons of a state. */
function shown(state) {
  switch (state.kind) {
    case "none": {
      const { newest } = state;
      if (!newest) return [say("unreachable"), button("again", () => look())];
      return [say("none", mb(newest.bytes)), button("save", () => start(newest))];
    }
    case "saved": {
      const { version, bytes, data, saved } = state.current;
      return [say("saved", mb(bytes), day(saved), day(data), name(version)), button("remove", clear, quiet)];
    }
    case "partly": {
      const { wanted, here, all } = state;
      return [say("partly", mb(here), mb(all)), button("complete", () => start(wanted)), button("remove", clear, quiet)];
    }
    case "newer": {
      const { newest } = state;
      return [say("newer", day(newest.data), mb(newest.bytes)), button("update", () => start(newest)), button("remove", clear, quiet)];
    }
    case "reload":
      return [say("reloadText", mb(state.current.bytes)), button("reload", () => location.reload()), button("remove", clear, quiet)];
    case "refused":
      return [say("browser"), button("again", () => look())];
    default:
      return null;
  }
}

/** Fills the element `<atlas-offline>` until it leaves the page, when `index.html` calls its `end`. */
export function part(place) {
  const stop = new AbortController();
  place.end = () => {
    stop.abort();
    // What it has said is now for the bar to say.
    again();
  };
  // Said to those who do not see: the beginning, each quarter, the end.
  const told = element("p", { role: "status", class: "visually-hidden" });
  const body = element("div", { class: "offline-part", tabindex: "-1" });
  const bar = element("progress", { "aria-label": say("progress") });
  const text = element("p");
  let kind = null;
  let quarter = 0;
  place.replaceChildren(told, body);

  const saving = ({ here, all }) => {
    if (kind !== "saving") {
      fill(body, text, bar, buttons(button("cancel", cancel, quiet)));
      told.textContent = say("begun", mb(all));
      quarter = 0;
    }
    bar.max = all;
    bar.value = here;
    text.textContent = say("saving", mb(here), mb(all));
    const reached = Math.floor((4 * here) / all);
    if (reached > quarter && reached < 4) told.textContent = say("percent", String(25 * reached));
    quarter = reached;
  };

  follow((state) => {
    if (state.kind === "saving") saving(state);
    else if (state.kind !== "look") {
      const [text, ...acts] = shown(state);
      const content = [element("p", {}, text), buttons(...acts)];
      if (state.trouble) {
        const kept = state.kind === "partly" ? ` ${say("kept")}` : "";
        content.unshift(element("div", { class: "failure", role: "alert" }, say("failed", reason(state.trouble)) + kept));
      }
      fill(body, ...content);
      const done = { cancelled: say("cancelled"), removed: say("removed"), saved: say("ended") }[state.done];
      told.textContent = done ?? "";
      if (state.done === "cancelled" || state.done === "removed") body.prepend(element("p", { class: "done" }, done));
    }
    kind = state.kind;
  }, stop.signal);
  look();
}

/** The version that the reader does not want to hear of during this visit. */
const LATER = "atlas.offline.later";
const later = (version) => {
  try {
    return version ? sessionStorage.setItem(LATER, version) : sessionStorage.getItem(LATER);
  } catch {
    return null;
  }
};

/** Offers a newer version, and the reload when it is saved, at the end of the window. */
export function offer() {
  if (document.querySelector(".offline-bar")) return;
  // Its words must change for it to be heard: it is there before they are.
  const bar = element("div", { class: "offline-bar", role: "status" });
  document.body.append(bar);
  const close = (version) => () => {
    later(version);
    bar.replaceChildren();
    document.querySelector("h1")?.focus({ preventScroll: true });
  };
  let kind = null;
  follow((state) => {
    const { newest, current, here, all } = state;
    // On "about" the part says it all.
    const was = kind;
    kind = document.querySelector("atlas-offline") ? "elsewhere" : state.kind;
    const wait = (version) => button("later", close(version), quiet);
    if (kind === "saving" && was === kind) {
      bar.firstChild.value = here;
    } else if (kind === "saving") {
      fill(bar, element("progress", { max: all, value: here, "aria-label": say("progress") }), buttons(button("cancel", cancel, quiet)));
    } else if (kind === "newer" && state.trouble) {
      const act = button("again", () => start(newest));
      fill(bar, element("p", {}, say("failed", reason(state.trouble))), buttons(act, wait(newest.version)));
    } else if ((kind === "newer" && later() !== newest.version) || (kind === "reload" && later() !== current.version)) {
      const [text, act] = shown(state);
      fill(bar, element("p", {}, text), buttons(act, wait((newest ?? current).version)));
    } else {
      fill(bar);
    }
  }, new AbortController().signal);
  if (now.kind === "look") look();
}
