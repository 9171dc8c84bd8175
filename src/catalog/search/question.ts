import { queryTerms } from '../../arabic/analyse.ts';
import { termNumber } from '../public/public-form.ts';

/** Longer queries are cut: what a person types is shorter, and what is pasted is found by its beginning. */
const longestQuery = 200;

/** A word or a phrase that is looked for. */
export interface Unit {
  stems: string[];
  /** Numbers of the stems, as in sketches. */
  terms: number[];
}

/** A query as understood. */
export interface Question {
  wanted: Unit[];
  excluded: Unit[];
  /** Words as folded, for the empty state. */
  words: string[];
  /** Stems to be marked. */
  stems: Set<string>;
}

/** Never throws: operators of FTS5, quotation marks and NUL bytes are letters that no word has. */
export function readQuestion(typed: string): Question {
  const wanted = new Map<string, Unit>();
  const excluded = new Map<string, Unit>();
  const phrases = new Map<number, { stems: string[]; negated: boolean }>();
  const put = (stems: string[], negated: boolean) => {
    (negated ? excluded : wanted).set(stems.join(' '), { stems, terms: stems.map(termNumber) });
  };
  const found = queryTerms(typed.slice(0, longestQuery));
  for (const { stem, phrase, negated = false } of found) {
    if (phrase === undefined) put([stem], negated);
    else {
      const known = phrases.get(phrase);
      if (known === undefined) phrases.set(phrase, { stems: [stem], negated });
      else known.stems.push(stem);
    }
  }
  for (const { stems, negated } of phrases.values()) put(stems, negated);
  const positive = found.filter(({ negated }) => negated !== true);
  return {
    wanted: [...wanted.values()],
    excluded: [...excluded.values()],
    words: [...new Set(positive.map(({ word }) => word))],
    stems: new Set(positive.map(({ stem }) => stem)),
  };
}

/** A unit in FTS5's language: stems have only a–z, 0–9 and Arabic letters, and stand in quotation marks all the same. */
const quoted = ({ stems }: Unit) => `"${stems.join(' ').replaceAll('"', '')}"`;

/**
 * An FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax).
 * @param join whether all of the units are to be there or any.
 * @param section as `sectionToken` gives it.
 * @param column looks in this column only.
 */
export function matchOf(
  units: readonly Unit[],
  join: 'AND' | 'OR',
  {
    excluded = [],
    section,
    column,
  }: { excluded?: readonly Unit[]; section?: string | undefined; column?: string } = {},
): string {
  let match = `(${units.map(quoted).join(` ${join} `)})`;
  if (column !== undefined) match = `({${column}} : ${match})`;
  if (section !== undefined) match = `(${match} AND section : "${section.replaceAll('"', '')}")`;
  if (excluded.length > 0) match = `(${match} NOT (${excluded.map(quoted).join(' OR ')}))`;
  return match;
}
