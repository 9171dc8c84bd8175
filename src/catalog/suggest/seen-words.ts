/** Slots, each of eight bytes: the words of a large archive find room beside one another. */
const slots = 1 << 18;

/**
 * Words that were seen lately, in 2 MB: each has one slot, and a later one takes it from an earlier one, which then counts as not
 * seen. Of words only two hashes are kept (FNV-1a, 32 bits each, http://www.isthe.com/chongo/tech/comp/fnv/), which no two words
 * of a language are likely to share.
 */
export class SeenWords {
  readonly #prints = new Uint32Array(slots * 2);
  #slot = 0;
  #first = 0;
  #second = 0;

  has(word: string): boolean {
    this.#look(word);
    return this.#prints[this.#slot] === this.#first && this.#prints[this.#slot + 1] === this.#second;
  }

  add(word: string): void {
    this.#look(word);
    this.#prints[this.#slot] = this.#first;
    this.#prints[this.#slot + 1] = this.#second;
  }

  clear(): void {
    this.#prints.fill(0);
  }

  #look(word: string): void {
    let first = 0x811c9dc5;
    let second = 0x2f7b3a65;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ unit, 0x01000193) + (second >>> 15);
    }
    this.#slot = ((first ^ (first >>> 15)) & (slots - 1)) * 2;
    this.#first = first >>> 0;
    this.#second = second >>> 0;
  }
}
