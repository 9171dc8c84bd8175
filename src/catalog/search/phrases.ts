import type { Collection, Part } from './collection.ts';
import type { OpenList } from './lists.ts';
import { weightOfPhrase } from './record.ts';
import { scratch } from './scratch.ts';
import type { Wanted } from './wanted.ts';

/** A term's list in the part that is being searched, overwritten by the next one; those of its stories in which it weighs so much. */
export type ListOf = (term: number, leastWeight?: number) => OpenList | undefined;

/** Records that are looked into for phrases, some 15 µs each. */
const mostPhrases = 6000;
/** A megabyte of them. */
const recordsAtOnce = 500;

/** Finds phrases in all parts of a collection, for one search. */
export class PhraseFinder {
  /** Not all stories were looked into that have the words. */
  capped = false;
  readonly #collection: Collection;
  #looked = 0;

  constructor(collection: Collection) {
    this.#collection = collection;
  }

  /** Stories in which the words of a phrase follow one another; with how much they weigh there. */
  find(
    part: Part,
    { phrase = [], lists }: Wanted,
    listOf: ListOf,
    admits: (slot: number) => boolean,
    found: (slot: number, frequency: number) => void,
  ): void {
    if (this.#looked === mostPhrases) {
      // Whether this part has more is not worth reading its lists.
      this.capped = true;
      return;
    }
    const candidates = this.#candidates(part, lists, listOf, admits);
    for (let from = 0; from < candidates.length; from += recordsAtOnce) {
      const some = candidates.slice(from, from + recordsAtOnce);
      for (const { docid, record } of this.#collection.records(some)) {
        const frequency = weightOfPhrase(record, phrase);
        if (frequency > 0) found(docid - part.first, frequency);
      }
    }
  }

  /** Numbers of stories that have all of the words, newest arrivals first. */
  #candidates(
    part: Part,
    lists: Wanted['lists'],
    listOf: ListOf,
    admits: (slot: number) => boolean,
  ): number[] {
    const { sums, summed } = scratch;
    let n = 0;
    lists.forEach(({ term }, nth) => {
      const list = listOf(term);
      if (list === undefined) return;
      for (let i = 0; i < list.stories; i++) {
        const slot = list.slots[i] ?? 0;
        if (nth === 0) summed[n++] = slot;
        if (sums[slot] === nth) sums[slot] = nth + 1;
      }
    });
    const candidates: number[] = [];
    for (let i = n - 1; i >= 0; i--) {
      const slot = summed[i] ?? 0;
      const all = sums[slot] === lists.length;
      sums[slot] = 0;
      if (!all || lists.length === 0 || part.lengths[slot] === 0 || !admits(slot)) continue;
      if (this.#looked === mostPhrases) {
        this.capped = true;
        continue;
      }
      this.#looked++;
      candidates.push(part.first + slot);
    }
    return candidates;
  }
}
