// Web servers as readers' hosts run them: nginx, Apache and Python's, started for a test with the files
// of deploy/ and the site at a path below their root. xtask names where they are.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { freePort } from "./engines.mjs";
import { DIST } from "./site.mjs";

const NGINX = process.env.NGINX || "/usr/sbin/nginx";
const BROTLI = process.env.NGINX_BROTLI || "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const APACHE = process.env.APACHE || "/usr/sbin/apache2";
const APACHE_MODULES = process.env.APACHE_MODULES || "/usr/lib/apache2/modules";
const PYTHON = process.env.PYTHON || "python3";

const deployed = (name) => readFileSync(fileURLToPath(new URL(`../../../deploy/${name}`, import.meta.url)), "utf8");

/** A text with something replaced, which must be there. */
function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`deploy/: expected ${from}, found none`);
  return text.replaceAll(from, to);
}

/** A server gives up what it may as root: to whom. */
const asRoot = process.getuid?.() === 0;

/** Where a server finds the site, one copy for all of them: one that is no longer root can read it there. */
let copy;
function served() {
  if (!copy) {
    copy = mkdtempSync(join(tmpdir(), "atlas-hosts-"));
    process.on("exit", () => rmSync(copy, { recursive: true }));
    chmodSync(copy, 0o755);
    cpSync(DIST, join(copy, "atlas"), { recursive: true });
    // There are none yet; their rules are.
    mkdirSync(join(copy, "atlas/widgets"), { recursive: true });
    writeFileSync(join(copy, "atlas/widgets/try.html"), "<!doctype html><title>Widget</title>");
  }
  return copy;
}

/** nginx with deploy/nginx.conf; `brotli` as the file says for hosts that have the module. */
function nginx(folder, root, port, { brotli = false } = {}) {
  let site = replaced(replaced(deployed("nginx.conf"), "listen 80;", `listen 127.0.0.1:${port};`), "/var/www/html;", `${root};`);
  if (brotli) site = replaced(site, "#brotli_static on;", "brotli_static on;");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
  const conf = [
    ...(asRoot ? ["user www-data;"] : []),
    ...(brotli ? [`load_module ${BROTLI};`] : []),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr; events {}`,
    `http { access_log off; ${temporary.join(" ")}`,
    site,
    "}",
  ];
  writeFileSync(join(folder, "nginx.conf"), conf.join("\n"));
  return [NGINX, ["-p", folder, "-e", "stderr", "-c", join(folder, "nginx.conf")]];
}

/** Apache with deploy/apache.conf and the site's own .htaccess, as Debian sets it up. */
function apache(folder, root, port) {
  const site = replaced(replaced(deployed("apache.conf"), "*:80", `127.0.0.1:${port}`), "/var/www/html", root);
  const modules = ["mpm_event", "authz_core", "dir", "mime", "rewrite", "headers", "filter", "deflate"];
  const conf = [
    `ServerRoot ${folder}`,
    "ServerName 127.0.0.1",
    `DefaultRuntimeDir ${folder}`,
    `PidFile ${folder}/pid`,
    `ErrorLog ${folder}/said`,
    ...(asRoot ? ["User www-data", "Group www-data"] : []),
    ...modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`),
    // All that is known of types is in the site's own file.
    "TypesConfig /dev/null",
    // What is on for every site on a Debian.
    "AddLanguage en .en",
    "AddLanguage id .id",
    `Listen 127.0.0.1:${port}`,
    site,
  ];
  writeFileSync(join(folder, "apache.conf"), conf.join("\n"));
  return [APACHE, ["-f", join(folder, "apache.conf"), "-DFOREGROUND"]];
}

const python = (_, root, port) => [PYTHON, ["-m", "http.server", "--bind", "127.0.0.1", "--directory", root, String(port)]];

export const SERVERS = { nginx, "nginx with brotli": (folder, root, port) => nginx(folder, root, port, { brotli: true }), apache, python };

/** Why a server cannot be tested here; undefined when it can. */
export function missing(name) {
  const file = { nginx: NGINX, "nginx with brotli": BROTLI, apache: APACHE }[name];
  return file && !existsSync(file) ? `${file} is not there` : undefined;
}

/**
 * Serves the site below `/atlas/`, or at the host's root, until `close()`. `base` is the address of the
 * site's root; `ask` sends one request as it is and gives back status, headers and bytes.
 */
export async function host(name, { atRoot = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "atlas-host-"));
  const port = await freePort();
  const [program, words] = SERVERS[name](folder, atRoot ? join(served(), "atlas") : served(), port);
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "pipe"] });
  await once(child, "spawn");
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const close = async () => {
    if (!ended()) {
      child.kill();
      await once(child, "exit");
    }
    rmSync(folder, { recursive: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(origin).then(() => true, () => false))) {
    if (ended()) {
      const log = join(folder, "said");
      if (existsSync(log)) said += readFileSync(log, "utf8");
      await close();
      throw new Error(`${name} ended: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const base = origin + (atRoot ? "/" : "/atlas/");
  return { base, close, ask: (place, headers = {}) => ask(base + place, headers) };
}

function ask(url, headers) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on("error", reject);
    sent.end();
  });
}
