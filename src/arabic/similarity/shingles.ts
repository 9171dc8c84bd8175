import { ARABIC, DROP, EXPAND, IGNORED, SEPARATOR, classOf, expansions, foldedUnit } from '../letters.ts';

/** Words of a shingle: four in a row are rarely the same by chance, and an edit of one word changes only four of them. */
const wordsInShingle = 4;

/**
 * The shingles of a text: every four words in a row, folded as search folds them, each as a number of 32 bits; ascending,
 * each once. Paragraphs and punctuation do not matter, nor do harakat, hamza, ة for ه. A text of fewer than four words has none.
 *
 * Source: A. Broder, On the resemblance and containment of documents, 1997. Words are read by the same tables as `tokens`, but
 * hashed as they are passed, which makes no strings: about ten times as fast. Linear, but for sorting the numbers.
 */
export function shingles(text: string): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(Math.ceil(text.length / 2));
  let n = 0;
  // The last four words.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let words = 0;
  const length = text.length;
  for (let i = 0; i < length;) {
    let kind = classOf[text.charCodeAt(i)] ?? SEPARATOR;
    if (kind === SEPARATOR || kind === IGNORED) {
      i++;
      continue;
    }
    const arabic = kind === ARABIC;
    let hash = hashStart;
    for (; i < length; i++) {
      const unit = text.charCodeAt(i);
      kind = classOf[unit] ?? SEPARATOR;
      if (kind === SEPARATOR) break;
      if (kind === IGNORED) continue;
      if ((kind === ARABIC) !== arabic) break;
      const folded = foldedUnit[unit] ?? unit;
      if (folded === EXPAND) hash = hashString(hash, expansions.get(unit) ?? '');
      else if (folded !== DROP) hash = Math.imul(hash ^ folded, hashPrime);
    }
    a = b;
    b = c;
    c = d;
    d = hash;
    if (++words >= wordsInShingle) found[n++] = mixed(a, b, c, d);
  }
  return distinct(found.subarray(0, n).sort());
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 code units. */
const hashStart = 0x811c9dc5;
const hashPrime = 0x01000193;

function hashString(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), hashPrime);
  return hash;
}

/** Four words' hashes as one, their order counting; the end is MurmurHash3's finaliser (A. Appleby, public domain). */
function mixed(a: number, b: number, c: number, d: number): number {
  let h = Math.imul(a, 0x2c1b3c6d) ^ b;
  h = Math.imul(h ^ (h >>> 15), 0x297a2d39) ^ c;
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ d;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Removes repetitions from ascending numbers, in place. */
function distinct(sorted: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  let n = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] ?? 0;
    if (n === 0 || value !== sorted[n - 1]) sorted[n++] = value;
  }
  return sorted.slice(0, n);
}
