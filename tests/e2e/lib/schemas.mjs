// Published files against the schemas of their formats (schemas/README.md), by validators of others.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import Ajv from "ajv-draft-04";
import { validateXML } from "xmllint-wasm";

const own = (name) => readFileSync(fileURLToPath(new URL(`../schemas/${name}`, import.meta.url)), "utf8");

const ADDRESS = /^https?:\/\/[^\s<>"]+$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** What a Data Package's description does that its profile forbids, in words. */
export function packageFaults(text) {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: ADDRESS, "date-time": MOMENT, email: /^\S+@\S+$/, textarea: true } });
  const check = ajv.compile(JSON.parse(own("data-package.json")));
  check(JSON.parse(text));
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

/** What a sitemap does that the schema of sitemaps.org forbids, in words. */
export async function sitemapFaults(text) {
  const folder = dirname(createRequire(import.meta.url).resolve("sitemap/package.json"));
  const parts = { "sitemap.xsd": readFileSync(join(folder, "schema/sitemap.xsd"), "utf8"), "sitemap-links.xsd": own("sitemap-links.xsd") };
  const NAMESPACES = { "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap.xsd", "http://www.w3.org/1999/xhtml": "sitemap-links.xsd" };
  const imports = Object.entries(NAMESPACES).map(([name, file]) => `<import namespace="${name}" schemaLocation="${file}"/>`);
  const { errors } = await validateXML({
    xml: [{ fileName: "sitemap.xml", contents: text }],
    schema: [{ fileName: "all.xsd", contents: `<schema xmlns="http://www.w3.org/2001/XMLSchema">${imports.join("")}</schema>` }],
    preload: Object.entries(parts).map(([fileName, contents]) => ({ fileName, contents })),
    initialMemoryPages: 1024,
    maxMemoryPages: 4096,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
