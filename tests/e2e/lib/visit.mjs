// A reader's visit to the site, for the journeys.

import assert from "node:assert/strict";

import { launch, Pages, watch, withPage } from "./browser.mjs";
import { serve } from "./server.mjs";
import { DIST } from "./site.mjs";

export const DESK = { width: 1280, height: 900 };

/** The site and a browser, to be opened before the tests of a file and closed after them. */
export class Visits {
  async open({ whole, ...options } = {}) {
    this.server = await serve(DIST, options);
    this.browser = await launch({ whole });
    this.pages = new Pages(this.browser);
    return this;
  }

  async close() {
    await this.browser?.close();
    await this.server?.close();
  }

  /** The address of the site's root. */
  get base() {
    return this.server.base;
  }

  /**
   * A page in a fresh browser of a reader of Indonesian, which must have nothing to complain about
   * but what `expected` matches.
   */
  visit(act, { expected = null, ...options } = {}) {
    return withPage(this.browser, { viewport: DESK, locale: "id-ID", ...options }, async (page, context) => {
      const problems = watch(page, this.base);
      await act(page, context);
      assert.deepEqual(problems.filter((it) => !expected?.test(it)), [], "console, errors, requests");
    });
  }

  /** The same on a page on which others looked before, for what only looks: see `Pages`. */
  look(act, { expected = null, ...options } = {}) {
    return this.pages.use(this.base, { viewport: DESK, locale: "id-ID", ...options }, async (page, problems) => {
      await act(page);
      assert.deepEqual(problems.filter((it) => !expected?.test(it)), [], "console, errors, requests");
    });
  }

  /** Opens an address below the root. */
  go(page, path) {
    return page.goto(this.base + path);
  }

  /** Waits until the address is `path`, below the root. */
  arrive(page, path) {
    return page.waitForURL(this.base + path);
  }

  /** The address below the root. */
  path(page) {
    return page.url().slice(this.base.length);
  }
}

/** Waits for the page's heading. */
export const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

/** Waits until the page is scrolled by `at` pixels. */
export const scrolled = (page, at) => page.waitForFunction((at) => Math.abs(scrollY - at) < 2, at);

/** Waits until the element with focus fits `selector`. */
export const focus = (page, selector) =>
  page.waitForFunction((selector) => document.activeElement.matches(selector), selector);
