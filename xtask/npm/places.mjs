// Takes out of the wasm what a panic would say of its place in the source: file, line and column, which
// only those can use who have the source, and which take 2 kB of every page. What went wrong is still
// said, and a debug build says both. `-Zlocation-detail=none` would do the same, but needs an unstable
// compiler.
//
// Rust keeps such a place as four words: address and length of the name of a file, line, column.

/** A number as wasm writes it, and where the next thing begins. */
function leb(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value |= (byte & 127) << shift;
    if (byte < 128) return [value, at];
  }
}

/** The data of a wasm file: for each segment its address in memory and its bytes, which share the file's. */
function segments(wasm) {
  const found = [];
  for (let at = 8; at < wasm.length; ) {
    const section = wasm[at];
    const [size, start] = leb(wasm, at + 1);
    if (section === 11) {
      let [count, next] = leb(wasm, start);
      for (; count > 0; count -= 1) {
        const [kind, after] = leb(wasm, next);
        // Only segments that are there from the start, at an address that the file names.
        if (kind !== 0 || wasm[after] !== 0x41) throw new Error(`a data segment of kind ${kind}: expected one with an address`);
        const [address, end] = leb(wasm, after + 1);
        const [length, data] = leb(wasm, end + 1);
        found.push({ address, bytes: wasm.subarray(data, data + length) });
        next = data + length;
      }
    }
    at = start + size;
  }
  return found;
}

/** Files of source that a place may name: no other text of the app ends so. */
const SOURCE = /^[\w./-]{4,200}\.rs$/;

/** Takes the places out of wasm files that share one memory, in place. How many there were. */
export function withoutPlaces(files) {
  const all = files.flatMap(segments);
  const text = (address, length) => {
    const it = all.find((it) => address >= it.address && address + length <= it.address + it.bytes.length);
    return it?.bytes.subarray(address - it.address, address - it.address + length);
  };
  const names = new Set();
  let count = 0;
  for (const { address, bytes } of all) {
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = (4 - (address % 4)) % 4; at + 16 <= bytes.length; at += 4) {
      const [name, length, line, column] = [0, 4, 8, 12].map((word) => words.getUint32(at + word, true));
      if (length < 4 || length > 200 || line < 1 || line > 50_000 || column < 1 || column > 1_000) continue;
      const file = text(name, length);
      if (!file || !SOURCE.test(Buffer.from(file).toString("latin1"))) continue;
      names.add(file);
      // An empty name, whose address must not be none.
      [1, 0, 0, 0].forEach((word, index) => words.setUint32(at + 4 * index, word, true));
      count += 1;
    }
  }
  for (const file of names) file.fill(0);
  return count;
}
