/**
 * How much a word counts for what a story is about, by where it stands. A headline says it; a news story is written with
 * its substance first (the inverted pyramid), an encyclopaedia's paragraph likewise. Chosen on halves of two collections
 * (bench/search.ts); anything from 1 to 3 for the lead and 20 to 40 words came within a hundredth of it.
 */
export const headlineWeight = 4;
const leadWeight = 2;
const leadWords = 20;

/** Beyond this the lead counts for nothing: 2·e⁻¹² . */
const leadEnd = 256;
const byPlace = Float32Array.from({ length: leadEnd }, (_, i) => 1 + leadWeight * Math.exp(-i / leadWords));

/** The weight of the word at this place after the headline. */
export const weightAt = (place: number) => byPlace[place] ?? 1;

/** Weights are kept in a byte, in eighths: up to 31.9, where BM25 has long had enough. */
export const weightSteps = 8;
