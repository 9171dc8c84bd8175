import { lettersOf } from './record.ts';

/** Letters of a sub-word. Three made more noise than use, five found less. */
export const gramLetters = 4;
/** Stands before and after a word, so that its beginning and end are sub-words of their own. */
const edge = 0x7f;
/** Units of a query that have sub-words: bits of a number. */
const mostUnits = 32;

/**
 * Sub-words (sequences of four letters) of a query's stems, looked up by those of a story: Arabic derives words by what
 * stands around and within a stem, so that related words and other spellings share stretches that no rule of stemming
 * brings together (McNamee and Mayfield, «Character N-Gram Tokenization for European Language Text Retrieval», 2004).
 */
export class Grams {
  /** How many each unit has. */
  readonly sizes: number[] = [];
  readonly #keys: Uint32Array;
  readonly #units: Uint32Array;
  readonly #mask: number;

  constructor(stems: readonly string[]) {
    const found = stems.slice(0, mostUnits).map((stem) => [...new Set(gramsOf(lettersOf(stem)))]);
    // A quarter full at most, so that what is not there is found missing at once.
    let size = 64;
    while (size < 4 * found.reduce((sum, grams) => sum + grams.length, 0)) size *= 2;
    this.#keys = new Uint32Array(size);
    this.#units = new Uint32Array(size);
    this.#mask = size - 1;
    found.forEach((grams, unit) => {
      this.sizes.push(grams.length);
      for (const gram of grams) {
        const at = this.#place(gram);
        this.#keys[at] = gram;
        this.#units[at] = (this.#units[at] ?? 0) | (1 << unit);
      }
    });
  }

  /**
   * Counts, for each unit, the sub-words that it shares with a stem.
   * @param bytes a record; the stem stands at `from`.
   * @param counts is added to.
   * @returns bits of the units that share any.
   */
  shared(bytes: Uint8Array, from: number, letters: number, counts: Uint8Array): number {
    let any = 0;
    const until = from + letters;
    let gram = edge;
    const end = letters + 2 <= gramLetters ? until : until + 1;
    for (let i = from; i < end; i++) {
      gram = ((gram << 8) | (i < until ? (bytes[i] ?? 0) : edge)) >>> 0;
      if (i - from < gramLetters - 2) continue;
      any |= this.#count(gram, counts);
    }
    if (letters + 2 <= gramLetters) any |= this.#count(((gram << 8) | edge) >>> 0, counts);
    return any;
  }

  #count(gram: number, counts: Uint8Array): number {
    const units = this.#units[this.#place(gram)] ?? 0;
    for (let left = units; left !== 0; left &= left - 1) {
      const unit = 31 - Math.clz32(left & -left);
      counts[unit] = (counts[unit] ?? 0) + 1;
    }
    return units;
  }

  #place(gram: number): number {
    let at = Math.imul(gram, 0x9e3779b1) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    for (; this.#keys[at] !== 0 && this.#keys[at] !== gram; at = (at + 1) & this.#mask);
    return at;
  }
}

function gramsOf(letters: Uint8Array): number[] {
  const all = [edge, ...letters, edge];
  if (all.length <= gramLetters) return [all.reduce((gram, letter) => ((gram << 8) | letter) >>> 0, 0)];
  return Array.from({ length: all.length - gramLetters + 1 }, (_, i) =>
    all.slice(i, i + gramLetters).reduce((gram, letter) => ((gram << 8) | letter) >>> 0, 0),
  );
}
