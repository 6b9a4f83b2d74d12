// How long a reader waits for what is found after each letter, with a CPU four times slower than this
// machine's: from the key to the frame in which the list is painted.
//
// Types words as readers do, with slips, accents and words of several things, on the page of the
// search. Prints the median and the 95th percentile beside the target. It asserts nothing: figures
// depend on the machine.

import { launch, withPage } from "../tests/e2e/lib/browser.mjs";
import { serve } from "../tests/e2e/lib/server.mjs";
import { DIST } from "../tests/e2e/lib/site.mjs";

const CPU = 4;
const TARGET = 100;
const WORDS = ["sumedang", "makasar", "đà nẵng", "smart city", "stunting", "kereta cepat", "jakrta", "world bank 2023", "zzzzzzzz"];

const server = await serve(DIST, { gzip: true });
const browser = await launch();
const waits = [];
await withPage(browser, { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 }, async (page, context) => {
  await page.goto(`${server.base}id/search/`);
  await page.locator(".ways-on").waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  await page.evaluate(() => {
    window.waits = [];
    // Before the app's own listener, which hears the same event on its way up.
    addEventListener(
      "input",
      (event) => {
        const start = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.waits.push(performance.now() - start);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
  const field = page.locator("#search-text");
  for (const word of WORDS) {
    await field.fill("");
    await field.focus();
    for (const letter of word) {
      const before = await page.evaluate(() => window.waits.length);
      await page.keyboard.insertText(letter);
      await page.waitForFunction((before) => window.waits.length > before, before);
    }
  }
  waits.push(...(await page.evaluate(() => window.waits)));
});
await browser.close();
await server.close();

waits.sort((one, two) => one - two);
const at = (part) => `${waits[Math.min(waits.length - 1, Math.floor(waits.length * part))].toFixed(0)} ms`;
console.log(`search, ${waits.length} letters, CPU ${CPU} times slower: median ${at(0.5)}, p95 ${at(0.95)} (target ${TARGET} ms), most ${at(1)}`);
