/** A list as the file has it. */
export interface List {
  stories: number;
  bytes: Uint8Array;
  /**
   * For each `stride` stories the slot before them and the byte at which they begin, so that a few stories are found in a long list
   * without reading it (Moffat and Zobel, «Self-Indexing Inverted Files for Fast Text Retrieval», 1996). 3 % of the list.
   */
  skips: Uint32Array | undefined;
}

/** Stories between two places in a list's table. */
export const stride = 128;

/**
 * Inverted lists: for each story that has a term its slot in the segment, ascending, and the weight of the term in it. Bytes:
 * the distance from the slot before (base 128, low bits first, the high bit says that more follows), then a byte of weight;
 * some 2.1 bytes a story (https://nlp.stanford.edu/IR-book/html/htmledition/variable-byte-codes-1.html).
 */
export class ListMaker {
  #bytes = new Uint8Array(1024);
  #skips: number[] = [];
  #length = 0;
  #last = 0;
  stories = 0;

  /** @param weight 1–255. Slots are to ascend. */
  add(slot: number, weight: number): void {
    if (this.#length + 6 > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    if (this.stories > 0 && this.stories % stride === 0) this.#skips.push(this.#last, this.#length);
    let distance = slot - this.#last;
    this.#last = slot;
    while (distance > 0x7f) {
      this.#bytes[this.#length++] = (distance & 0x7f) | 0x80;
      distance >>>= 7;
    }
    this.#bytes[this.#length++] = distance;
    this.#bytes[this.#length++] = weight;
    this.stories++;
  }

  /** The list; begins anew. What comes back is overwritten by the next one. */
  take(): List {
    const list = {
      stories: this.stories,
      bytes: this.#bytes.subarray(0, this.#length),
      skips: this.#skips.length === 0 ? undefined : Uint32Array.from(this.#skips),
    };
    this.#skips = [];
    this.#length = 0;
    this.#last = 0;
    this.stories = 0;
    return list;
  }
}

/** A list taken apart: the first `stories` of both arrays count. Overwritten by the next list. */
export class OpenList {
  slots = new Int32Array(1024);
  weights = new Uint8Array(1024);
  stories = 0;
  /** Stories of the whole list, those with less weight than was asked for among them. */
  all = 0;

  /** @param least stories in which the term weighs less are left out. */
  read(list: Uint8Array, least = 0): this {
    // Two bytes a story at least.
    if (list.length / 2 > this.slots.length) {
      this.slots = new Int32Array(list.length);
      this.weights = new Uint8Array(list.length);
    }
    const { slots, weights } = this;
    const { length } = list;
    let n = 0;
    let all = 0;
    let slot = 0;
    for (let i = 0; i < length; i++) {
      let byte = list[i++] ?? 0;
      slot += byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = list[i++] ?? 0;
        slot += (byte & 0x7f) << shift;
      }
      const weight = list[i] ?? 0;
      all++;
      if (weight < least) continue;
      slots[n] = slot;
      weights[n++] = weight;
    }
    this.stories = n;
    this.all = all;
    return this;
  }
}
