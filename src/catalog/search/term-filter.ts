/** Bits for each term, and how many of them are set: one in a hundred terms that are not there seems to be. */
const bitsPerTerm = 10;
const hashes = 7;

/**
 * Which terms a segment may have, in ten bits each: most of those that a search asks for are in few segments, and each look into the
 * file for nothing costs some microseconds. A Bloom filter (1970) with two hashes for all of its own (Kirsch and Mitzenmacher,
 * «Less Hashing, Same Performance: Building a Better Bloom Filter», 2006).
 */
export class TermFilter {
  readonly bytes: Uint8Array;

  /** @param bytes as `bytes` of another one. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  static of(terms: readonly number[]): TermFilter {
    const filter = new TermFilter(new Uint8Array(Math.max(8, Math.ceil((terms.length * bitsPerTerm) / 8))));
    const { bytes } = filter;
    for (const term of terms) {
      filter.#each(term, (at, bit) => {
        bytes[at] = (bytes[at] ?? 0) | bit;
        return true;
      });
    }
    return filter;
  }

  /** False only where the term is not there. */
  has(term: number): boolean {
    const { bytes } = this;
    return this.#each(term, (at, bit) => ((bytes[at] ?? 0) & bit) !== 0);
  }

  /** Calls `visit` with each of a term's bits until it says no. @returns whether it never did. */
  #each(term: number, visit: (at: number, bit: number) => boolean): boolean {
    const size = this.bytes.length * 8;
    // Finalizer of MurmurHash3 (Appleby, public domain), for terms are hashes of 31 bits already.
    let first = Math.imul(term ^ (term >>> 16), 0x85ebca6b);
    first = (first ^ (first >>> 13)) >>> 0;
    const second = (Math.imul(term ^ (term >>> 15), 0xc2b2ae35) >>> 0) | 1;
    for (let i = 0; i < hashes; i++) {
      const bit = (first + i * (second >>> 0)) % size;
      if (!visit(bit >>> 3, 1 << (bit & 7))) return false;
    }
    return true;
  }
}
