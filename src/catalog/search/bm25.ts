/**
 * Okapi BM25 (Robertson and Zaragoza, «The Probabilistic Relevance Framework: BM25 and Beyond», 2009) over weighted
 * frequencies, as its BM25F. k1 is lower than the usual 1.2: that a news story has a word says more than how often. b was
 * chosen on halves of two collections (bench/search.ts); from .5 to .7 every figure came within a hundredth.
 */
const k1 = 0.9;
const b = 0.6;

/** @param relativeLength the story's words in parts of the average. */
export const bm25 = (idf: number, frequency: number, relativeLength: number) =>
  (idf * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + b * relativeLength));

/** What a story's length takes from each frequency: `bm25` is `bm25Of(idf) * frequency / (frequency + norm)`. */
export const normOf = (relativeLength: number) => k1 * (1 - b + b * relativeLength);
/** Also what no frequency gains a story more than: it is not reached. */
export const bm25Of = (idf: number) => idf * (k1 + 1);

/** Among equals the newer one: the newest story gains this part of its score, one a year older half of it. */
const recencyGain = 0.05;
const msPerYear = 31_557_600_000;

/** @param age of the story against the newest, ms. */
export const recency = (age: number) => 1 + recencyGain / (1 + Math.max(0, age) / msPerYear);

/** Of the newest story. */
export const mostRecency = 1 + recencyGain;
