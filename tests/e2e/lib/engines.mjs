// Firefox and WebKit, driven through WebDriver. xtask names where they are.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, describe } from "node:test";

import { Builder, By, Capabilities, error as errors } from "selenium-webdriver";

const asRoot = process.getuid?.() === 0;

/** How each engine is started: its driver's command on a port, and what the driver is asked for. */
const ENGINES = {
  Firefox: {
    command: (port) => [process.env.GECKODRIVER || "geckodriver", "--port", String(port)],
    capabilities: {
      browserName: "firefox",
      "moz:firefoxOptions": {
        binary: process.env.FIREFOX || "/usr/bin/firefox-esr",
        args: ["-headless"],
        // No host but this machine.
        prefs: { "network.dns.offline-localhost": false, "network.proxy.type": 0, "app.update.enabled": false },
      },
    },
  },
  WebKit: {
    // It has no mode without a screen.
    command: (port) => ["xvfb-run", "--auto-servernum", process.env.WEBKITDRIVER || "WebKitWebDriver", `--port=${port}`],
    // Its own sandbox refuses to run as root, as which containers run.
    env: asRoot ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {},
    capabilities: {
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": {
        binary: process.env.MINIBROWSER || "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        args: ["--automation"],
      },
    },
  },
};

export const NAMES = Object.keys(ENGINES);

/** How long an engine is waited for, in milliseconds. */
export const LONG = 30_000;

/** A port that nothing listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until a driver answers; fails when it ends before. */
async function answering(url, process) {
  for (;;) {
    if (process.exitCode !== null) throw new Error(`the driver ended with ${process.exitCode}`);
    const status = await fetch(`${url}/status`).then((response) => response.json()).catch(() => null);
    if (status?.value?.ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What `act` finds in a page; a page that is being left has `nothing`, which drivers call one error or another. */
async function unlessLeft(act, nothing) {
  try {
    return await act();
  } catch (error) {
    if (error instanceof errors.NoSuchFrameError || error instanceof errors.StaleElementReferenceError) return nothing;
    throw error;
  }
}

/** A browser with one window, from `open` to `close`. */
class Engine {
  /** As Selenium has it. */
  session;
  #stop = () => {};

  async open(name) {
    const { command, env, capabilities } = ENGINES[name];
    const port = await freePort();
    const [program, ...words] = command(port);
    const driver = spawn(program, words, { stdio: "ignore", detached: true, env: { ...process.env, ...env } });
    await once(driver, "spawn");
    const url = `http://127.0.0.1:${port}`;
    this.#stop = () => {
      // With all that it has started.
      try {
        process.kill(-driver.pid);
      } catch {
        // It has ended already.
      }
    };
    try {
      await answering(url, driver);
      this.session = await new Builder().usingServer(url).withCapabilities(new Capabilities(capabilities)).build();
      return this;
    } catch (error) {
      this.#stop();
      throw error;
    }
  }

  async close() {
    await this.session?.quit().catch(() => {});
    this.#stop();
  }

  /** What a script returns. */
  run = (script, ...given) => this.session.executeScript(script, ...given);

  /** Waits until a script, or a function of ours, gives what counts as true. */
  holds = (what, wanted, ...given) =>
    this.session.wait(() => unlessLeft(() => (typeof wanted === "string" ? this.run(wanted, ...given) : wanted()), false), LONG, what);

  /** The elements that fit. */
  all = (css) => unlessLeft(() => this.session.findElements(By.css(css)), []);

  /** The first element that fits, as soon as it is there. */
  found = (css) => this.session.wait(async () => (await this.all(css))[0], LONG, css);
}

/** An engine with one window; `close` ends it and its driver. */
export const start = (name) => new Engine().open(name);

/** Adds the tests of `act` for each engine, which is there once they run; `act` is told it and its name. */
export function inEachEngine(act) {
  for (const name of NAMES) {
    describe(name, () => {
      const engine = new Engine();
      before(() => engine.open(name));
      after(() => engine.close());
      act(engine, name);
    });
  }
}
