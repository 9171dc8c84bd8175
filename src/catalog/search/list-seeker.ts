import { type List, stride } from './lists.ts';

const noBytes = new Uint8Array();
const noSkips = new Uint32Array();

/** Looks single stories up in a list, by its table of places. */
export class ListSeeker {
  #bytes: Uint8Array = noBytes;
  #skips: Uint32Array = noSkips;
  /** Entries of the table that were passed. */
  #block = 0;
  #at = 0;
  #slot = 0;
  #weight = 0;
  #begun = false;

  open({ bytes, skips }: List): this {
    this.#bytes = bytes;
    this.#skips = skips ?? noSkips;
    this.#block = 0;
    this.#at = 0;
    this.#slot = 0;
    this.#weight = 0;
    this.#begun = false;
    return this;
  }

  /** What the term weighs in the story at this slot (1–255), 0 where it is not. Slots are to ascend from one call to the next. */
  weightAt(slot: number): number {
    if (this.#begun && this.#slot >= slot) return this.#slot === slot ? this.#weight : 0;
    this.#skipTo(slot);
    const bytes = this.#bytes;
    const { length } = bytes;
    while (this.#at < length) {
      let byte = bytes[this.#at++] ?? 0;
      let distance = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[this.#at++] ?? 0;
        distance += (byte & 0x7f) << shift;
      }
      this.#slot += distance;
      this.#weight = bytes[this.#at++] ?? 0;
      this.#begun = true;
      if (this.#slot >= slot) return this.#slot === slot ? this.#weight : 0;
    }
    this.#weight = 0;
    this.#slot = Number.POSITIVE_INFINITY;
    return 0;
  }

  /** To the last place of the table before a slot, if that is further on. */
  #skipTo(slot: number): void {
    const skips = this.#skips;
    let low = this.#block;
    let high = skips.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((skips[middle * 2] ?? 0) < slot) low = middle + 1;
      else high = middle;
    }
    if (low === this.#block) return;
    this.#block = low;
    const at = skips[(low - 1) * 2 + 1] ?? 0;
    if (at <= this.#at) return;
    this.#slot = skips[(low - 1) * 2] ?? 0;
    this.#at = at;
  }
}

/** Reading a stretch of a list to find one story costs as much as this many stories read in a row. */
export const seekCost = stride / 2;
