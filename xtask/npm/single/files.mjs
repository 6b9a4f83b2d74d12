// Where the files of the single-file edition come from: the page itself. The names with a $ take the
// place of the browser's own in the app's script (single.mjs), which then asks no host for anything.
import { SHORTEST } from "./archive.mjs";
import { unpack } from "./unpack.mjs";

/** The address below which the files are said to be. No such host exists, and none is asked. */
const ROOT = "https://atlas.invalid/";

let files = new Map();

/** Opens the archive that stands in the page as text. Throws when it is not whole. */
export async function open(text) {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  // Ends with an error where the checksum of gzip does not fit.
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  files = unpack(new Uint8Array(await new Response(stream).arrayBuffer()), SHORTEST);
  return files;
}

/** What `import.meta.url` is to the app's script. */
export { ROOT as $root };

/** What the app makes of an address before it asks for it. */
export class $Request {
  constructor(address) {
    this.url = new URL(address, ROOT).href;
  }
}

/** Answers as a host would. */
export async function $fetch(request) {
  const bytes = files.get((request.url ?? request.href).slice(ROOT.length));
  return new Response(bytes ?? null, { status: bytes ? 200 : 404 });
}
