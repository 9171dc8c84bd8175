/**
 * Bands and minima a band: two texts meet in at least one band with a probability of 1 − (1 − J²)¹⁶, so .99 for a likeness J
 * of .5, .999 for .6, and .04 for .05, which boilerplate makes. What meets is compared, so more rows would only lose pairs.
 */
export const bands = 16;
const rows = 2;

/** Multipliers and masks of the 32 hash functions: any odd and any number do; these come from one fixed seed. */
const multipliers = new Int32Array(bands * rows);
const masks = new Int32Array(bands * rows);
for (let i = 0, state = 0x9e3779b9; i < bands * rows; i++) {
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5;
  multipliers[i] = state | 1;
  state = Math.imul(state ^ (state >>> 13), 0x297a2d39) + 0x6d2b79f5;
  masks[i] = state;
}

/**
 * Numbers under which a text is found by those that are like it: for each band the two least of its shingles in two random
 * orders, as one signed number of 32 bits. None for a text without shingles.
 *
 * Source: A. Broder, M. Charikar, A. Frieze, M. Mitzenmacher, Min-wise independent permutations, 1998; P. Indyk, R. Motwani,
 * Approximate nearest neighbors, 1998 (bands).
 */
export function bandKeys(shingles: Uint32Array): Int32Array<ArrayBuffer> {
  if (shingles.length === 0) return new Int32Array(0);
  const keys = new Int32Array(bands);
  for (let band = 0; band < bands; band++) {
    const first = least(shingles, band * rows);
    const second = least(shingles, band * rows + 1);
    let key = Math.imul(first ^ band, 0x85ebca6b) ^ second;
    key = Math.imul(key ^ (key >>> 15), 0xc2b2ae35);
    keys[band] = key ^ (key >>> 13);
  }
  return keys;
}

function least(shingles: Uint32Array, order: number): number {
  const multiplier = multipliers[order] ?? 1;
  const mask = masks[order] ?? 0;
  let found = 0xffffffff;
  for (let i = 0; i < shingles.length; i++) {
    let h = Math.imul((shingles[i] ?? 0) ^ mask, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), multiplier);
    h = (h ^ (h >>> 16)) >>> 0;
    if (h < found) found = h;
  }
  return found;
}
