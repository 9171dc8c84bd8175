import { getMeta } from '../meta.ts';
import { type Database, number } from '../sqlite.ts';
import type { Unit } from './question.ts';
import { counted, findInSketch, inHeadline, inStandfirst, viewOf } from './sketch.ts';

/**
 * Okapi BM25 (Robertson and Zaragoza, «The Probabilistic Relevance Framework: BM25 and Beyond», 2009) with weighted
 * fields as its BM25F: a word of the headline counts as four of the body, one of the standfirst as two.
 */
const k1 = 1.2;
const b = 0.4;
const headlineWeight = 4;
const standfirstWeight = 2;

/** Among equals the newer one: the newest story gains this part of its score, one a year older half of it. */
const recencyGain = 0.05;
const secondsPerYear = 31_557_600;

export interface Weighted {
  term: number;
  /** Stories that have it. */
  stories: number;
  idf: number;
}

/** The stems of a query with their inverse document frequencies, each once. */
export function weigh(db: Database, units: readonly Unit[]): Weighted[] {
  const docs = Math.max(1, number(getMeta(db, 'docs')));
  return [...new Set(units.flatMap(({ terms }) => terms))].map((term) => {
    const stories = number(db.get('SELECT stories FROM term WHERE term = ?', term)?.[0]);
    return { term, stories, idf: Math.log(1 + (docs - stories + 0.5) / (stories + 0.5)) };
  });
}

export interface Scored {
  docid: number;
  story: number;
  score: number;
  /** The part (0–1) of the query's weight that the story has. */
  covered: number;
}

/** A function that scores a candidate by its sketch. */
export function scorer(
  db: Database,
  weighted: readonly Weighted[],
): (docid: number, story: number, sketch: Uint8Array) => Scored {
  const docs = Math.max(1, number(getMeta(db, 'docs')));
  const usualLength = Math.max(1, number(getMeta(db, 'words')) / docs);
  const newest = number(db.get('SELECT max(docid) FROM doc')?.[0]) / 8;
  const known = weighted.filter(({ stories }) => stories > 0);
  const whole = known.reduce((sum, { idf }) => sum + idf, 0) || 1;
  return (docid, story, sketch) => {
    const view = viewOf(sketch);
    const length = 1 - b + (b * view.getUint32(0, true)) / usualLength;
    let score = 0;
    let there = 0;
    for (const { term, idf } of known) {
      const bits = findInSketch(sketch, view, term);
      if (bits === 0) continue;
      there += idf;
      const frequency =
        (bits & counted) / length +
        ((bits & inHeadline) === 0 ? 0 : headlineWeight) +
        ((bits & inStandfirst) === 0 ? 0 : standfirstWeight);
      score += (idf * frequency * (k1 + 1)) / (frequency + k1);
    }
    const age = Math.max(0, newest - docid / 8) / secondsPerYear;
    return { docid, story, score: score * (1 + recencyGain / (1 + age)), covered: there / whole };
  };
}
