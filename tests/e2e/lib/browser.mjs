// Chromium for the tests, and a watch over everything that a page must not do.

import { chromium } from "playwright-core";

const CHROMIUM = {
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  // Chromium's own sandbox refuses to run as root, as which containers run.
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-quic", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
};

/** Chromium without windows: the same engine, which opens a page in two thirds of the time. */
const SHELL = { ...CHROMIUM, executablePath: process.env.CHROME_SHELL || CHROMIUM.executablePath };

/**
 * Chromium, in which no host but this machine exists: a request to another one cannot succeed. With
 * `whole` it is the one that readers have, where what is tested is more than a page.
 */
export async function launch({ whole = false, ...options } = {}) {
  const browser = await chromium.launch({ ...(whole ? CHROMIUM : SHELL), ...options });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    if (options?.javaScriptEnabled !== false) context.on("page", started);
    return context;
  };
  const newPage = browser.newPage.bind(browser);
  browser.newPage = async (options) => {
    const page = await newPage(options);
    started(page);
    return page;
  };
  return browser;
}

/**
 * From now on `page` is there when the app has taken over from the page that the host wrote, or says
 * that it cannot: until then the same stands on it, but nothing listens.
 */
function started(page) {
  for (const name of ["goto", "reload"]) {
    const go = page[name].bind(page);
    page[name] = async (...args) => {
      const answer = await go(...args);
      // Who wants no more than the answer waits by other means.
      if (args.at(-1)?.waitUntil === "commit") return answer;
      await page.waitForFunction(() => {
        const waits = document.querySelector("meta[name=atlas-files]");
        return !waits || document.querySelector("[data-island], #start-failed:not([hidden])");
      });
      return answer;
    };
  }
}

/** The same with what it has kept in a folder: a reader's browser that is closed and opened again. */
export const launchIn = (folder, options = {}) => chromium.launchPersistentContext(folder, { ...CHROMIUM, ...options });

/**
 * Notes what goes wrong on `page` from now on: errors and warnings in the console, errors nobody
 * caught, requests to another host than that of `base` (or outside its path), and failed requests.
 */
export const watch = (page, base) => watching(page, base).problems;

/** The same until `end()`; with `own` not of requests that were under way before. */
function watching(page, base, { own = false } = {}) {
  const problems = [];
  const begun = new WeakSet();
  const hear = {
    console: (message) => {
      if (["error", "warning"].includes(message.type())) {
        problems.push(`console ${message.type()}: ${message.text()}`);
      }
    },
    pageerror: (error) => problems.push(`page error: ${error.message}`),
    request: (request) => {
      begun.add(request);
      const url = request.url();
      if (!url.startsWith(base) && !/^(data|blob):/.test(url)) problems.push(`request elsewhere: ${url}`);
    },
    requestfailed: (request) => {
      if (own && !begun.has(request)) return;
      // At each change of the address Chromium asks for the icon anew and drops the request before.
      if (/\/icon-\w+\.svg$/.test(request.url()) && request.failure()?.errorText === "net::ERR_ABORTED") return;
      problems.push(`request failed: ${request.url()} ${request.failure()?.errorText}`);
    },
    response: (response) => {
      if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
    },
  };
  for (const [event, note] of Object.entries(hear)) page.on(event, note);
  return {
    problems,
    end() {
      for (const [event, note] of Object.entries(hear)) page.off(event, note);
    },
  };
}

/**
 * Pages that are used one after the other, for tests that only look: what one stores the next would
 * find. A fresh page has a process of its own, in which the app is compiled anew: that takes as long
 * again as to load a page.
 */
export class Pages {
  #free = new Map();
  #browser;

  constructor(browser) {
    this.#browser = browser;
  }

  /** A page that is as one with these options is at first; `act` is told what goes wrong on it. */
  async use(base, options, act) {
    const key = JSON.stringify(options);
    if (!this.#free.has(key)) this.#free.set(key, []);
    const page = this.#free.get(key).pop() ?? (await this.#fresh(options));
    const { problems, end } = watching(page, base, { own: true });
    try {
      const answer = await act(page, problems);
      end();
      await page.unrouteAll();
      await page.goto("about:blank");
      // What a test made narrow or dark.
      const { viewport, colorScheme = null, reducedMotion = null } = options;
      if (viewport) await page.setViewportSize(viewport);
      await page.emulateMedia({ media: null, forcedColors: null, colorScheme, reducedMotion });
      this.#free.get(key).push(page);
      return answer;
    } catch (error) {
      await page.context().close();
      throw error;
    }
  }

  async #fresh(options) {
    const context = await this.#browser.newContext(options);
    context.setDefaultTimeout(TIMEOUT);
    return context.newPage();
  }
}

/** Long for a page on one's own machine, short for one who waits for the verdict; in milliseconds. */
const TIMEOUT = 45_000;

/** A page in a context of its own, closed after `act`. */
export async function withPage(browser, options, act) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(TIMEOUT);
  try {
    return await act(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Elements that stick out of the window to the right, in words; none when nothing does. */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (element) => element.closest(".table-wrap, .visually-hidden");
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}#${element.id}`)
      .concat("(page)")
      .slice(0, 5);
  });
}
