/**
 * Shingles kept of one text. Nearly every story has fewer, and two of those are compared exactly; of a longer one the
 * smallest numbers are a fair sample (a likeness of .5 is then right within .01).
 */
const mostKept = 2048;
/** Bits of each shingle that are kept: with 24, two stories of 200 words have .002 shingles in common by chance. */
const droppedBits = 8;

/**
 * What is kept of a text's shingles to compare it with others: their upper 24 bits, ascending, the 2,048 smallest, each as its
 * distance from the one before, seven bits a byte. Some three bytes a word; no word can be read from it.
 * @param shingles as `shingles` gives them.
 */
export function sketchOf(shingles: Uint32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.min(shingles.length, mostKept) * 4);
  let n = 0;
  let before = -1;
  let kept = 0;
  for (let i = 0; i < shingles.length && kept < mostKept; i++) {
    const value = (shingles[i] ?? 0) >>> droppedBits;
    if (value === before) continue;
    let distance = value - Math.max(before, 0);
    for (; distance >= 0x80; distance >>>= 7) bytes[n++] = (distance & 0x7f) | 0x80;
    bytes[n++] = distance;
    before = value;
    kept++;
  }
  return bytes.slice(0, n);
}

/** The numbers of a sketch, ascending. Bytes that are no sketch give some numbers, never an error. */
export function readSketch(sketch: Uint8Array): Uint32Array<ArrayBuffer> {
  const values = new Uint32Array(Math.min(sketch.length, mostKept));
  let n = 0;
  let value = 0;
  for (let i = 0; i < sketch.length && n < values.length;) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = sketch[i++] ?? 0;
      distance |= (byte & 0x7f) << shift;
      if (byte < 0x80 || shift >= 21) break;
    }
    value += distance;
    values[n++] = value;
  }
  return values.slice(0, n);
}

/**
 * Jaccard likeness of two texts by their sketches: shingles that both have, of those that either has; 0 where one has none.
 * Exact up to 2,048 shingles each; beyond it is the likeness of their samples up to the number where the shorter sample ends
 * (bottom-k sketches: E. Cohen and H. Kaplan, 2007).
 */
export function likeness(a: Uint32Array, b: Uint32Array): number {
  const end = Math.min(endOf(a), endOf(b));
  let i = 0;
  let j = 0;
  let both = 0;
  let either = 0;
  while (i < a.length && j < b.length) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (Math.min(x, y) > end) break;
    if (x <= y) i++;
    if (y <= x) j++;
    if (x === y) both++;
    either++;
  }
  if (a.length === 0 || b.length === 0) return 0;
  while (i < a.length && (a[i] ?? 0) <= end) {
    i++;
    either++;
  }
  while (j < b.length && (b[j] ?? 0) <= end) {
    j++;
    either++;
  }
  return both / either;
}

/** Up to where a sample says what the text has. */
function endOf(values: Uint32Array): number {
  return values.length < mostKept ? Infinity : (values.at(-1) ?? 0);
}
