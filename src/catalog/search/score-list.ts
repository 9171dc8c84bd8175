import { scratch } from './scratch.ts';
import { weightSteps } from './weights.ts';

export interface Scoring {
  /** What no frequency gains a story more than, see bm25.ts. */
  gain: number;
  /** The part (0–1) of the query that the term is. */
  part: number;
  norms: Float32Array;
  /** In steps of the lists: a story that has nothing yet is passed over with less. */
  leastWeight: number;
  /** The same by what the term gains it. */
  leastScore: number;
}

/**
 * Adds what a term gains each story of its list to `scratch`, reading the list as it goes: a list that is laid out first
 * is written to memory and read again, which for half a million stories is most of a search.
 *
 * @param list see lists.ts.
 * @param count so many of `scratch.touched` are there already.
 * @returns how many are there now.
 */
export function addScores(
  list: Uint8Array,
  count: number,
  { gain, part, norms, leastWeight, leastScore }: Scoring,
): number {
  const { scores, covered, touched } = scratch;
  const { length } = list;
  const none = count === 0;
  let n = count;
  let slot = 0;
  for (let i = 0; i < length; i++) {
    let byte = list[i++] ?? 0;
    slot += byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = list[i++] ?? 0;
      slot += (byte & 0x7f) << shift;
    }
    const weight = list[i] ?? 0;
    if (none && weight < leastWeight) continue;
    const before = covered[slot] ?? 0;
    if (before === 0 && weight < leastWeight) continue;
    const frequency = weight / weightSteps;
    const score = (gain * frequency) / (frequency + (norms[slot] ?? 1));
    if (before === 0) {
      if (score < leastScore) continue;
      touched[n++] = slot;
    }
    covered[slot] = before + part;
    scores[slot] = (scores[slot] ?? 0) + score;
  }
  return n;
}
