// Proves in Firefox and WebKit what injection.test.mjs proves in Chromium: text of a hostile data set
// stays text on the main kinds of pages, under the content security policy and without it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { KINDS } from "./lib/editions.mjs";
import { inEachEngine } from "./lib/engines.mjs";
import { audit, hostileSite, watched } from "./lib/hostile.mjs";
import { serve } from "./lib/server.mjs";

let server;
let guarded = true;
before(async () => {
  server = await serve(hostileSite().site);
  server.fail("/", (response, content) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(watched(content.toString(), guarded));
  });
});
after(() => server?.close());

/** Pages without a word of the data set. */
const OWN_WORDS = ["search/?q=stunting", "about/"];

inEachEngine((engine, name) => {
  for (const { policy, lang } of [{ policy: true, lang: "id" }, { policy: false, lang: "en" }]) {
    test(`nothing runs, nothing loads, text is text, ${policy ? "under" : "without"} the policy`, async () => {
      guarded = policy;
      for (const kind of KINDS) {
        await engine.session.get(`${server.base}${lang}/${kind}`);
        const whole = "return !!document.querySelector('[data-island]') && !document.querySelector('main .loading')";
        await engine.holds(kind, whole);
        const { wrong, texts, ran, refused, elsewhere } = await engine.run(
          `dispatchEvent(new Event("beforeprint"));
           const own = location.origin;
           const elsewhere = performance.getEntriesByType("resource").map((it) => it.name).filter((it) => !it.startsWith(own) && !/^(data|blob):/.test(it));
           return { ...(${audit})(document), ran: window.__ran, refused: window.__refused, elsewhere };`,
        );
        assert.deepEqual([...wrong, ...ran, ...refused, ...elsewhere], [], kind);
        assert.ok(texts > 0 || OWN_WORDS.includes(kind), `${kind}: ${texts} texts`);
      }
    });
  }
});
