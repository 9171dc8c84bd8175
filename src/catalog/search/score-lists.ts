import { ListSeeker, seekCost } from './list-seeker.ts';
import { type List, OpenList } from './lists.ts';
import { scratch } from './scratch.ts';
import { weightSteps } from './weights.ts';

/** How a unit of a query counts in one part of a collection. Scores and what is covered stand in `scratch`. */
export interface Scoring {
  /** What no frequency gains a story more than, see bm25.ts. */
  gain: number;
  /** The part (0–1) of the query that the unit is. */
  part: number;
  norms: Float32Array;
  /**
   * In steps of the lists: a story that has nothing yet is passed over with less, where the unit has one list; infinite where only stories
   * are scored on that have something.
   */
  leastWeight: number;
  /** The same by what the unit gains it. */
  leastScore: number;
}

/** One of the lists that a unit is found by; `step`: what a step of weight in it counts. */
export interface Found {
  list: List;
  step: number;
}

/**
 * Adds what a unit with one list gains each story of it, reading the list as it goes: a list that is laid out first is written to memory
 * and read again, which for half a million stories is most of a search. The loop is that of lists.ts; behind a reader that both
 * would share it took half as long again.
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

const open = new OpenList();

/** The same for a unit with several lists, whose weights in a story count together. */
export function addSums(
  lists: readonly Found[],
  count: number,
  { gain, part, norms, leastWeight, leastScore }: Scoring,
): number {
  const { scores, covered, touched, sums, summed } = scratch;
  const late = leastWeight === Number.POSITIVE_INFINITY;
  let n = 0;
  for (const { list, step } of lists) {
    const { slots, weights, stories } = open.read(list.bytes);
    for (let k = 0; k < stories; k++) {
      const slot = slots[k] ?? 0;
      if (late && covered[slot] === 0) continue;
      const sum = sums[slot] ?? 0;
      if (sum === 0) summed[n++] = slot;
      sums[slot] = sum + (weights[k] ?? 0) * step;
    }
  }
  let now = count;
  for (let k = 0; k < n; k++) {
    const slot = summed[k] ?? 0;
    const frequency = sums[slot] ?? 0;
    sums[slot] = 0;
    const score = (gain * frequency) / (frequency + (norms[slot] ?? 1));
    if (covered[slot] === 0) {
      if (score < leastScore) continue;
      touched[now++] = slot;
    }
    covered[slot] = (covered[slot] ?? 0) + part;
    scores[slot] = (scores[slot] ?? 0) + score;
  }
  return now;
}

const seeker = new ListSeeker();

/**
 * Scores the stories that have something already, each looked up in a unit's lists.
 * @returns false where they are so many that reading the lists is quicker; nothing is done then.
 */
export function addSought(lists: readonly Found[], count: number, { gain, part, norms }: Scoring): boolean {
  const { scores, covered, touched, sums } = scratch;
  if (count * lists.length * seekCost > lists.reduce((sum, { list }) => sum + list.stories, 0)) return false;
  const slots = touched.subarray(0, count).sort();
  for (const { list, step } of lists) {
    seeker.open(list);
    for (const slot of slots) {
      const weight = seeker.weightAt(slot);
      if (weight > 0) sums[slot] = (sums[slot] ?? 0) + weight * step;
    }
  }
  for (const slot of slots) {
    const frequency = sums[slot] ?? 0;
    if (frequency === 0) continue;
    sums[slot] = 0;
    covered[slot] = (covered[slot] ?? 0) + part;
    scores[slot] = (scores[slot] ?? 0) + (gain * frequency) / (frequency + (norms[slot] ?? 1));
  }
  return true;
}
