// Pages of other sites that show widgets in frames.

import { createServer } from "node:http";

/** A frame as an author pastes it; `attributes` are HTML. */
export const frame = (src, attributes = "") => `<iframe src="${src.replaceAll("&", "&amp;")}" title="x" width="100%" height="600" ${attributes}></iframe>`;

/**
 * Another site: serves one page below `/`, whatever is asked for, with `headers`. The page notes in
 * `heard` what its frames post, with the place of the frame that did.
 */
export async function otherSite(body, headers = {}) {
  const page = otherPage(body);
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(page);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    base: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The page of another site, as a file would hold it. */
export const otherPage = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Another site</title>
<link rel="icon" href="data:,">
<style>body { margin: 0; background: #fff } iframe { border: 0; display: block }</style>
${body}`;

/** Notes from now on what frames of a page post: to be added before the page is opened. */
export const listening = (page) =>
  page.addInitScript(() => {
    if (parent !== self) return;
    self.heard = [];
    addEventListener("message", ({ data, source }) => {
      const frames = [...document.querySelectorAll("iframe")];
      self.heard.push({ data, from: frames.findIndex((it) => it.contentWindow === source) });
    });
  });
