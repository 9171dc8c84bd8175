import { indexTerms } from '../../arabic/analyse.ts';

/** Names whose terms are kept: those of a large newsroom's records, some 10 MB. */
const mostKept = 60_000;
const kept = new Map<string, ReadonlySet<string>>();

function termsOf(name: string): ReadonlySet<string> {
  let terms = kept.get(name);
  if (terms === undefined) {
    terms = new Set(indexTerms(name).split(' '));
    if (kept.size >= mostKept) kept.clear();
    kept.set(name, terms);
  }
  return terms;
}

/** Whether a name has all words of what was typed, in any spelling that search takes for the same. */
export function named(typed: string): (name: string) => boolean {
  const words = indexTerms(typed).split(' ');
  return (name) => {
    const terms = termsOf(name);
    return words.every((word) => terms.has(word));
  };
}
