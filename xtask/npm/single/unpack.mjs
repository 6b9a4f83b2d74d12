// Takes an archive (archive.mjs) apart. Runs in the page.

/** The files of `bytes`, by name. Throws when what is read cannot be an archive. */
export function unpack(bytes, shortest) {
  const start = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const directory = JSON.parse(new TextDecoder().decode(bytes.subarray(4, start)));
  let end = start;
  const [runs, lengths, distances] = directory.columns.map((length) => numbers(bytes, end, (end += length)));
  const all = new Uint8Array(directory.files.reduce((sum, [, length]) => sum + length, 0));
  let [from, to] = [end, 0];
  runs.forEach((run, index) => {
    all.set(bytes.subarray(from, (from += run)), to);
    to += run;
    if (index === lengths.length) return;
    const length = lengths[index] + shortest;
    const source = to - distances[index];
    // A copy may reach into itself, and then goes on with what it has written.
    if (source + length <= to) all.copyWithin(to, source, source + length);
    else for (let at = 0; at < length; at++) all[to + at] = all[source + at];
    to += length;
  });
  const files = new Map();
  let place = 0;
  for (const [name, length] of directory.files) files.set(name, all.subarray(place, (place += length)));
  return files;
}

function numbers(bytes, from, end) {
  const found = [];
  while (from < end) {
    let [number, unit] = [0, 1];
    for (; bytes[from] > 127; unit *= 128) number += (bytes[from++] & 127) * unit;
    found.push(number + bytes[from++] * unit);
  }
  return found;
}
