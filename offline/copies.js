// A copy is the whole atlas of one version as this browser keeps it: packs of small compressed files
// and their list. The worker (sw.js) reads copies, the page (save.js) makes them; both by what
// stands here.
//
// Everything proves itself: the name of a version is the hash of its list, the list holds the hash of
// each pack and of each file. What is not as listed is never shown, wherever it came from.
//
// Copies lie in the Cache storage, which belongs to the host, not to a folder of it: names begin with
// the path of the site, so that two sites on one host keep theirs apart.

/** The first 128 bits of SHA-256, as hex. */
export async function hash(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether bytes are those of which the list says that they are so many with such a hash. */
export const fits = async (bytes, length, sum) => bytes.byteLength === length && (await hash(bytes)) === sum;

/** Where the host has the list of a version. */
export const listFile = (version) => `offline/${version}.json`;

/** Bytes to fetch for a version, of which the list itself is so many. */
export const size = (list, bytes) => list.packs.reduce((sum, pack) => sum + pack.bytes, bytes);

export class Copies {
  #lists = new Map();
  #facts;

  /** `root` is the address of the site's root, with its final slash. */
  constructor(root) {
    this.root = root;
    this.prefix = `ascn-atlas ${new URL(root).pathname} `;
    this.#facts = `${this.prefix}facts`;
  }

  /**
   * Runs `act` while no page and no worker runs another. By several facts it is decided which copies
   * stay: who reads one of them before and one after a change would delete the copy just made.
   */
  alone = (act) => navigator.locks.request(`${this.prefix}facts`, act);

  /** Where facts are; `null` when nothing was ever saved: to look is to leave nothing behind. */
  #known = async () => ((await caches.has(this.#facts)) ? caches.open(this.#facts) : null);

  /** Small facts: `current`, the copy that is shown; `wanted`, the one being made. */
  async fact(name) {
    const found = await (await this.#known())?.match(this.root + name);
    return found ? found.json() : null;
  }

  /** Keeps a fact: at once and as a whole. */
  async keep(name, fact) {
    await (await caches.open(this.#facts)).put(this.root + name, new Response(JSON.stringify(fact)));
  }

  /** The same, if anything is saved: what is just being removed must not come back. */
  async note(name, fact) {
    await (await this.#known())?.put(this.root + name, new Response(JSON.stringify(fact)));
  }

  async forget(name) {
    await (await this.#known())?.delete(this.root + name);
  }

  /** The names of the facts below a name. */
  async facts(below) {
    const start = this.root + below;
    const keys = (await (await this.#known())?.keys()) ?? [];
    return keys.filter(({ url }) => url.startsWith(start)).map(({ url }) => url.slice(start.length));
  }

  /** The cache of a version. */
  open = (version) => caches.open(this.prefix + version);

  /** Every version of which something is here, in whole or in part. */
  async versions() {
    const names = (await caches.keys()).filter((name) => name.startsWith(this.prefix) && !name.endsWith(" facts"));
    return names.map((name) => name.slice(this.prefix.length));
  }

  drop = (version) => caches.delete(this.prefix + version);

  /** Deletes everything that the site has stored here but settings. */
  async clear() {
    const names = (await caches.keys()).filter((name) => name.startsWith(this.prefix));
    await Promise.all(names.map((name) => caches.delete(name)));
  }

  /** A stored file as it came from the host, if there is one. */
  async stored(version, file) {
    // `match` of all caches would be quicker to write, and would take another version's.
    if (!(await caches.has(this.prefix + version))) return null;
    const found = await (await this.open(version)).match(this.root + file);
    return found ? found.blob() : null;
  }

  /** The list of a version; `null` when it is not here, or not itself. */
  async list(version) {
    if (!this.#lists.has(version)) {
      const blob = await this.stored(version, listFile(version));
      const bytes = await blob?.arrayBuffer();
      if (!bytes || (await hash(bytes)) !== version) return null;
      this.#lists.set(version, JSON.parse(new TextDecoder().decode(bytes)));
    }
    return this.#lists.get(version);
  }

  /** Where a file stands in a version: its pack, its place there, what it must be. */
  async find(version, path) {
    const list = await this.list(version);
    for (const pack of list?.packs ?? []) {
      let start = 0;
      for (const [name, length, packed, sum] of pack.files) {
        if (name === path) return { pack, start, end: start + packed, length, sum };
        start += packed;
      }
    }
    return null;
  }

  /** The bytes of a file that `find` found; `null` when they are damaged or gone. */
  async read(version, { pack, start, end, length, sum }) {
    try {
      const blob = await this.stored(version, pack.file);
      const stream = blob.slice(start, end).stream().pipeThrough(new DecompressionStream("gzip"));
      const bytes = await new Response(stream).arrayBuffer();
      return (await fits(bytes, length, sum)) ? bytes : null;
    } catch {
      return null;
    }
  }

  /** A pack as it must be, if it is here. */
  async pack(version, pack) {
    const bytes = await (await this.stored(version, pack.file))?.arrayBuffer();
    return bytes && (await fits(bytes, pack.bytes, pack.hash)) ? bytes : null;
  }

  /** What of a version is here and as it must be: bytes, and bytes of the whole if that is known. */
  async check(version) {
    // Another tab may have deleted it.
    this.#lists.delete(version);
    const list = await this.list(version).catch(() => null);
    if (!list) return { here: 0, all: null };
    const own = (await this.stored(version, listFile(version)))?.size ?? 0;
    let here = own;
    for (const pack of list.packs) if (await this.pack(version, pack).catch(() => null)) here += pack.bytes;
    return { here, all: size(list, own) };
  }
}
