import { Best } from './best.ts';
import { bm25Of, mostRecency, recency } from './bm25.ts';
import type { Collection, Part } from './collection.ts';
import { type List, OpenList } from './lists.ts';
import { type ListOf, PhraseFinder } from './phrases.ts';
import { addScores, addSought, addSums, type Scoring } from './score-lists.ts';
import { scratch } from './scratch.ts';
import type { Wanted } from './wanted.ts';
import { weightSteps } from './weights.ts';

/**
 * Stories' places in lists that one search reads, some 8 ns each; then it stops, with the newest arrivals done. A million
 * stories with eight of the commonest words are less.
 */
const mostRead = 4_000_000;
/**
 * A story is a hit if it has this part of the query's weight. In the order of relevance little will do: stories with a
 * tenth come late, and the answer to a long question may share one word in five with it (bench/search.ts). By time they
 * would come first.
 */
const leastCovered = { relevance: 0.1, newest: 0.3 };
const everything = 0.999;

export interface MatchRequest {
  wanted: readonly Wanted[];
  excluded: readonly Wanted[];
  /** A term that all hits have. */
  section: number | undefined;
  /** Publication, ms, inclusive. */
  low: number;
  high: number;
  sort: 'relevance' | 'newest';
  /** So many of the best come back. */
  most: number;
  /** Stories may be passed over, and are not counted. */
  pruned: boolean;
  /** Of words in so many stories also those are passed over in which the word weighs too little. */
  common: number;
}

export interface Matched {
  /** Best first; `key` is the score or, for `newest`, the time. */
  docs: { key: number; value: number }[];
  total: number;
  /** There may be more: not all lists were read to their end. */
  capped: boolean;
}

/** Stories that have what is wanted, by BM25 over all of their lists, or by time. */
export function match(collection: Collection, request: MatchRequest): Matched {
  return new Matching(collection, request).run();
}

const open = new OpenList();

const inSection = 1;
const isExcluded = 2;

/**
 * Of relevance only the best are asked for, so that lists are read in the order of what their terms can add, most first, and once what is left could
 * not lift a story into the best by itself, only stories that have something already are scored on (Turtle and Flood, «Query Evaluation: Strategies
 * and Optimizations», 1995). The best are the same as without it; only matches of common words are counted no further.
 */
class Matching {
  readonly #collection: Collection;
  readonly #request: MatchRequest;
  readonly #wanted: readonly Wanted[];
  /** What this unit and those after it can add at most, each. */
  readonly #rest: number[];
  /** Neither dates nor sections nor exclusions nor phrases keep a story out. */
  readonly #plain: boolean;
  readonly #terms: number[];
  readonly #phrases: number;
  readonly #whole: Best;
  readonly #partly: Best;
  #read = 0;
  readonly #phrasing: PhraseFinder;
  #capped = false;
  #wholes = 0;
  #hits = 0;
  /** What must be reached by now to be among the best, where every story may come. */
  #least = Number.NEGATIVE_INFINITY;
  /** Units so common that a story must not be counted that has little of them. */
  readonly #common: ReadonlySet<Wanted>;
  /** Of units that were read for some stories only: in how many stories each is, at least. */
  readonly #skipped = new Map<Wanted, number>();

  constructor(collection: Collection, request: MatchRequest) {
    this.#collection = collection;
    this.#phrasing = new PhraseFinder(collection);
    this.#request = request;
    const { wanted, excluded, section, most, low, high, sort, pruned, common } = request;
    const terms = [...wanted, ...excluded].flatMap(({ lists }) => lists.map(({ term }) => term));
    if (section !== undefined) terms.push(section);
    this.#terms = [...new Set(terms)];
    this.#phrases = wanted.filter(({ phrase }) => phrase !== undefined).length;
    this.#whole = new Best(most);
    this.#partly = new Best(most);
    const ranked = sort === 'relevance' && this.#phrases === 0;
    this.#plain =
      ranked &&
      section === undefined &&
      excluded.length === 0 &&
      low === Number.NEGATIVE_INFINITY &&
      high === Number.POSITIVE_INFINITY;
    this.#wanted = ranked ? wanted.toSorted((one, other) => other.idf - one.idf) : wanted;
    let rest = 0;
    this.#rest = this.#wanted
      .toReversed()
      .map(({ idf }) => (rest += bm25Of(idf) * mostRecency))
      .toReversed();
    if (!ranked || !pruned) this.#rest.fill(Number.POSITIVE_INFINITY);
    const isCommon = ({ lists }: Wanted) => lists.some(({ term }) => this.#frequencyOf(term) >= common);
    this.#common = new Set(this.#plain && pruned ? wanted.filter(isCommon) : []);
  }

  run(): Matched {
    for (const part of this.#collection.parts) {
      if (this.#read > mostRead) {
        this.#capped = true;
        break;
      }
      scratch.fit(part.slots);
      this.#matchIn(part);
    }
    // By time, stories with everything are not mixed with those that have a part.
    const strictly = this.#request.sort === 'newest' && this.#wholes > 0;
    return {
      docs: (strictly ? this.#whole : this.#partly).all(),
      total: strictly ? this.#wholes : Math.max(this.#hits, ...this.#skipped.values()),
      capped: this.#capped || this.#phrasing.capped || this.#skipped.size > 0,
    };
  }

  #matchIn(part: Part): void {
    const { excluded, section } = this.#request;
    const lists = part.segment === 0 ? undefined : this.#collection.lists(part, this.#terms);
    const find = (term: number): List | undefined =>
      lists === undefined ? this.#collection.unlisted(term) : lists.get(term);
    const listOf: ListOf = (term, leastWeight = 0) => {
      const list = find(term);
      if (list === undefined) return undefined;
      this.#read += list.stories;
      return open.read(list.bytes, leastWeight);
    };
    if (section !== undefined) this.#flag(listOf(section), inSection);
    for (const one of excluded) {
      if (one.phrase !== undefined)
        this.#phrasing.find(
          part,
          one,
          listOf,
          (slot) => this.#admits(part, slot),
          (slot) => this.#flagOne(slot),
        );
      else for (const { term } of one.lists) this.#flag(listOf(term), isExcluded);
    }
    const { of: norms, least: leastNorm } = this.#collection.normsOf(part);
    const [only] = this.#wanted;
    if (this.#plain && only !== undefined && this.#wanted.length === 1) {
      this.#matchOne(part, norms, leastNorm, only, listOf);
      return;
    }
    const { scores, covered, touched } = scratch;
    const { least } = this.#partly;
    let count = 0;
    for (const [i, one] of this.#wanted.entries()) {
      const { idf, part: weight } = one;
      const gain = bm25Of(idf);
      if (one.phrase !== undefined) {
        this.#phrasing.find(
          part,
          one,
          listOf,
          (slot) => this.#admits(part, slot),
          (slot, frequency) => {
            if (covered[slot] === 0) touched[count++] = slot;
            covered[slot] = (covered[slot] ?? 0) + weight;
            scores[slot] = (scores[slot] ?? 0) + (gain * frequency) / (frequency + (norms[slot] ?? 1));
            scratch.phrases[slot] = (scratch.phrases[slot] ?? 0) + 1;
          },
        );
        continue;
      }
      // Whoever has only this and what comes after it is not among the best, or not with so little of it.
      const late = (this.#rest[i] ?? 0) < least;
      const missing = least - (this.#rest[i + 1] ?? 0);
      const enough = late ? Number.POSITIVE_INFINITY : this.#enough(one, gain, leastNorm, missing);
      const passing = late || enough > 0;
      if (late && this.#plain) count = this.#dropHopeless(norms, count, this.#rest[i] ?? 0, least);
      const found = one.lists.flatMap(({ term, weight: counts }) => {
        const list = find(term);
        return list === undefined
          ? []
          : [{ list, step: (one.lists.length === 1 ? 1 : counts) / weightSteps }];
      });
      if (found.length === 0) continue;
      const scoring: Scoring = {
        gain,
        part: weight,
        norms,
        leastWeight: enough * weightSteps,
        leastScore: passing ? (missing / mostRecency) * 0.9999 : Number.NEGATIVE_INFINITY,
      };
      if (!late || lists === undefined || !addSought(found, count, scoring)) {
        this.#read += found.reduce((sum, { list }) => sum + list.stories, 0);
        const [only] = found;
        if (one.lists.length === 1 && only !== undefined) count = addScores(only.list.bytes, count, scoring);
        else count = addSums(found, count, scoring);
      }
      if (!passing) continue;
      const most = found.reduce((longest, { list }) => Math.max(longest, list.stories), 0);
      this.#skipped.set(
        one,
        (this.#skipped.get(one) ?? 0) + (weight >= leastCovered[this.#request.sort] ? most : 0),
      );
    }
    if (this.#plain) this.#collectPlain(part, norms, count);
    else this.#collect(part, norms, count);
    if (section !== undefined || excluded.length > 0) scratch.flags.fill(0, 0, part.slots);
  }

  /**
   * Of the stories that have something, those go that cannot be among the best any more, with all that is left.
   * @returns how many stay.
   */
  #dropHopeless(norms: Float32Array, count: number, rest: number, least: number): number {
    const { scores, covered, touched } = scratch;
    let n = 0;
    for (let i = 0; i < count; i++) {
      const slot = touched[i] ?? 0;
      if ((scores[slot] ?? 0) * mostRecency + rest >= least) {
        touched[n++] = slot;
        continue;
      }
      if ((covered[slot] ?? 0) >= leastCovered.relevance && norms[slot] !== Number.POSITIVE_INFINITY)
        this.#hits++;
      covered[slot] = 0;
      scores[slot] = 0;
    }
    return n;
  }

  /**
   * How often a unit must stand in a story, as its lists weigh it, for the story to come to `missing` by it; 0 where every story is to be
   * counted. Inverse of the unit's score in the shortest story.
   */
  #enough(one: Wanted, gain: number, leastNorm: number, missing: number): number {
    const share = missing / (gain * mostRecency);
    if (share <= 0 || !this.#common.has(one)) return 0;
    // A little less, for what 32 bits round.
    return share >= 1 ? Number.POSITIVE_INFINITY : ((share * leastNorm) / (1 - share)) * 0.9999;
  }

  /** A single word, without filters: each of its stories is a hit, and its score is known at once. */
  #matchOne(part: Part, norms: Float32Array, leastNorm: number, one: Wanted, listOf: ListOf): void {
    const gain = bm25Of(one.idf);
    const enough = this.#enough(one, gain, leastNorm, this.#least);
    let most = 0;
    const { sums, summed } = scratch;
    // The longest list last: of it only what weighs enough is read on, or what the others had.
    const lists = one.lists.toSorted((x, y) => this.#frequencyOf(x.term) - this.#frequencyOf(y.term));
    let n = 0;
    for (const [nth, { term, weight }] of lists.entries()) {
      const step = (lists.length === 1 ? 1 : weight) / weightSteps;
      const isLast = nth === lists.length - 1;
      const list = listOf(term, isLast && n === 0 ? Math.ceil(enough / step) : 0);
      if (list === undefined) continue;
      const { slots, weights, stories } = list;
      most = Math.max(most, list.all);
      for (let k = 0; k < stories; k++) {
        const slot = slots[k] ?? 0;
        const frequency = (weights[k] ?? 0) * step;
        const sum = sums[slot] ?? 0;
        if (isLast) {
          sums[slot] = 0;
          if (sum + frequency >= enough) this.#offerPlain(part, norms, slot, gain, sum + frequency);
        } else {
          if (sum === 0) summed[n++] = slot;
          sums[slot] = sum + frequency;
        }
      }
    }
    for (let k = 0; k < n; k++) {
      const slot = summed[k] ?? 0;
      const frequency = sums[slot] ?? 0;
      if (frequency === 0) continue;
      sums[slot] = 0;
      if (frequency >= enough) this.#offerPlain(part, norms, slot, gain, frequency);
    }
    if (enough > 0) this.#skipped.set(one, (this.#skipped.get(one) ?? 0) + most);
  }

  #frequencyOf(term: number): number {
    return this.#collection.frequencies.get(term) ?? 0;
  }

  #offerPlain(part: Part, norms: Float32Array, slot: number, gain: number, frequency: number): void {
    const norm = norms[slot] ?? Number.POSITIVE_INFINITY;
    if (norm === Number.POSITIVE_INFINITY) return;
    this.#hits++;
    const score = Math.fround((gain * frequency) / (frequency + norm));
    if (score * mostRecency < this.#least) return;
    this.#partly.offer(score * recency(this.#collection.newest - (part.times[slot] ?? 0)), part.first + slot);
    this.#least = this.#partly.least;
  }

  /** The same as `#collect` where every story that is there may come. */
  #collectPlain(part: Part, norms: Float32Array, count: number): void {
    const { scores, covered, touched } = scratch;
    const { newest } = this.#collection;
    const least = leastCovered.relevance;
    for (let i = 0; i < count; i++) {
      const slot = touched[i] ?? 0;
      const there = covered[slot] ?? 0;
      const score = scores[slot] ?? 0;
      covered[slot] = 0;
      scores[slot] = 0;
      if (there < least || norms[slot] === Number.POSITIVE_INFINITY) continue;
      this.#hits++;
      if (score * mostRecency < this.#least) continue;
      this.#partly.offer(score * recency(newest - (part.times[slot] ?? 0)), part.first + slot);
      this.#least = this.#partly.least;
    }
  }

  /** Takes the hits of a part, and leaves the arrays empty. */
  #collect(part: Part, norms: Float32Array, count: number): void {
    const { scores, covered, phrases, touched } = scratch;
    const { newest } = this.#collection;
    const byTime = this.#request.sort === 'newest';
    const least = leastCovered[this.#request.sort];
    for (let i = 0; i < count; i++) {
      const slot = touched[i] ?? 0;
      const there = covered[slot] ?? 0;
      const alive = norms[slot] !== Number.POSITIVE_INFINITY;
      if (alive && there >= least && (phrases[slot] ?? 0) === this.#phrases && this.#admits(part, slot)) {
        const time = part.times[slot] ?? 0;
        const key = byTime ? time : (scores[slot] ?? 0) * recency(newest - time);
        this.#hits++;
        this.#partly.offer(key, part.first + slot);
        if (there >= everything) {
          this.#wholes++;
          if (byTime) this.#whole.offer(key, part.first + slot);
        }
      }
      covered[slot] = 0;
      scores[slot] = 0;
      phrases[slot] = 0;
    }
  }

  /** Whether the filters and exclusions let a story pass. */
  #admits(part: Part, slot: number): boolean {
    const { low, high, section } = this.#request;
    const time = part.times[slot] ?? 0;
    const flags = scratch.flags[slot] ?? 0;
    return (
      time >= low &&
      time <= high &&
      (flags & isExcluded) === 0 &&
      (section === undefined || (flags & inSection) !== 0)
    );
  }

  #flag(list: OpenList | undefined, flag: number): void {
    if (list === undefined) return;
    const { flags } = scratch;
    for (let i = 0; i < list.stories; i++) {
      const slot = list.slots[i] ?? 0;
      flags[slot] = (flags[slot] ?? 0) | flag;
    }
  }

  #flagOne(slot: number): void {
    scratch.flags[slot] = (scratch.flags[slot] ?? 0) | isExcluded;
  }
}
