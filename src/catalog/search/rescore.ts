import { bm25 } from './bm25.ts';
import { Grams } from './grams.ts';
import type { OpenRecord } from './record.ts';
import type { Wanted } from './wanted.ts';

/** Weights beside the stem's 1, see `bench/search.ts`: of the word as written, of sub-words, of neighbours in the query. */
const wordWeight = 0.5;
const gramWeight = 1;
const pairWeight = 0.15;
/** A word of the story counts for one of the query if it has this part of its sub-words. */
const leastShared = 0.3;
/** Words of the query that stand next to each other do so in a story if there are at most so many words between. */
const widestPair = 4;

/** Of the query that is being answered: the unit of each fingerprint, and one; the unit of each form of a story. */
const unitOfMark = new Uint8Array(1 << 16);
let unitOfForm = new Int8Array(512);

/**
 * A function that says what a story gains beyond its stems: words as they were written, words that share sub-words with
 * those of the query, and words next to each other as in the query.
 */
export function rescorer(wanted: readonly Wanted[]): (record: OpenRecord, relativeLength: number) => number {
  const words = wanted.filter(({ phrase }) => phrase === undefined);
  const grams = new Grams(words.map(({ stem }) => stem));
  const units = words.slice(0, grams.sizes.length);
  const byTerm = new Map(units.flatMap(({ lists }, unit) => lists.map(({ term }) => [term, unit] as const)));
  unitOfMark.fill(0);
  for (const [unit, { marks }] of units.entries()) for (const mark of marks) unitOfMark[mark] = unit + 1;
  const counts = new Uint8Array(32);
  const exact = new Float64Array(units.length);
  const alike = new Float64Array(units.length);
  const pairs = new Float64Array(units.length);
  const lastPlace = new Float64Array(units.length);

  return (record, relativeLength) => {
    exact.fill(0);
    alike.fill(0);
    const { forms, bytes, stems, marks, weights } = record;
    for (let form = 0; form < forms; form++) {
      const weight = weights[form] ?? 0;
      if (weight === 0) continue;
      const unit = (unitOfMark[marks[form] ?? 0] ?? 0) - 1;
      if (unit >= 0) exact[unit] = (exact[unit] ?? 0) + weight;
      const at = stems[form] ?? 0;
      let sharing = grams.shared(bytes, at + 1, bytes[at] ?? 0, counts);
      for (; sharing !== 0; sharing &= sharing - 1) {
        const other = 31 - Math.clz32(sharing & -sharing);
        const part = Math.min(1, (counts[other] ?? 0) / (grams.sizes[other] ?? 1));
        counts[other] = 0;
        if (part >= leastShared) alike[other] = (alike[other] ?? 0) + part * weight;
      }
    }
    let score = 0;
    for (const [unit, { idf }] of units.entries()) {
      if (exact[unit] !== 0) score += wordWeight * bm25(idf, exact[unit] ?? 0, relativeLength);
      if (alike[unit] !== 0) score += gramWeight * bm25(idf, alike[unit] ?? 0, relativeLength);
    }
    return units.length < 2 ? score : score + pairWeight * pairScore(record, relativeLength);
  };

  function pairScore(record: OpenRecord, relativeLength: number): number {
    pairs.fill(0);
    lastPlace.fill(Number.NEGATIVE_INFINITY);
    const { sequence, terms, length, forms } = record;
    if (unitOfForm.length < forms) unitOfForm = new Int8Array(forms * 2);
    for (let form = 0; form < forms; form++) unitOfForm[form] = byTerm.get(terms[form] ?? 0) ?? -1;
    for (let i = 0; i < length; i++) {
      const form = sequence[i] ?? -1;
      if (form < 0) continue;
      const unit = unitOfForm[form] ?? -1;
      if (unit < 0) continue;
      // With the query's word before it, and with the one after it.
      if (unit > 0 && i - (lastPlace[unit - 1] ?? 0) <= widestPair) pairs[unit] = (pairs[unit] ?? 0) + 1;
      if (unit + 1 < units.length && i - (lastPlace[unit + 1] ?? 0) <= widestPair)
        pairs[unit + 1] = (pairs[unit + 1] ?? 0) + 1;
      lastPlace[unit] = i;
    }
    let score = 0;
    for (let unit = 1; unit < units.length; unit++) {
      const idf = (units[unit]?.idf ?? 0) + (units[unit - 1]?.idf ?? 0);
      if (pairs[unit] !== 0) score += bm25(idf, pairs[unit] ?? 0, relativeLength);
    }
    return score;
  }
}
