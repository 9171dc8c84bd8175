import type { QueryTerm } from '../../arabic/analyse.ts';

/** One thing that a hit must have: a stem, or a phrase of stems one after another. */
export interface Clause {
  /** As FTS5 reads it: always a quoted string, so nothing that was typed can act as an operator. */
  fts: string;
  stems: readonly string[];
}

/** A query as clauses: what must stand in a hit, and what must not. */
export function clauses(terms: readonly QueryTerm[]): { wanted: Clause[]; unwanted: Clause[] } {
  const wanted: Clause[] = [];
  const unwanted: Clause[] = [];
  const phrases = new Map<number, { stems: string[]; negated: boolean }>();
  const seen = new Set<string>();
  for (const term of terms) {
    if (term.phrase !== undefined) {
      const phrase = phrases.get(term.phrase) ?? { stems: [], negated: term.negated === true };
      phrase.stems.push(term.stem);
      phrases.set(term.phrase, phrase);
      continue;
    }
    const key = `${term.negated === true}${term.stem}`;
    if (seen.has(key)) continue;
    seen.add(key);
    (term.negated === true ? unwanted : wanted).push(clause([term.stem]));
  }
  for (const { stems, negated } of phrases.values()) (negated ? unwanted : wanted).push(clause(stems));
  return { wanted, unwanted };
}

// Stems consist of letters and digits only (arabic/analyse.ts), so quoting needs no escapes.
const clause = (stems: readonly string[]): Clause => ({ fts: `"${stems.join(' ')}"`, stems });

/** An FTS5 expression: all (or any) of the wanted, none of the unwanted, within one section if given. */
export function expression(
  wanted: readonly Clause[],
  how: 'AND' | 'OR',
  unwanted: readonly Clause[],
  facet: string | undefined,
): string {
  const texts = '{headline standfirst body}';
  let all = `${texts} : (${wanted.map(({ fts }) => fts).join(` ${how} `)})`;
  if (facet !== undefined) all = `(${all}) AND facets : "${facet}"`;
  if (unwanted.length > 0) all = `(${all}) NOT ${texts} : (${unwanted.map(({ fts }) => fts).join(' OR ')})`;
  return all;
}
