import { tokens } from '../../src/arabic/tokens.ts';

/** What counts as a word of a four-word shingle. */
export const definitions: Readonly<Record<string, (text: string) => string[]>> = {
  'words folded as search folds them': (text) => tokens(text).map((token) => token.text),
  'words as written, without punctuation': (text) =>
    tokens(text).map(({ start, end }) => text.slice(start, end)),
  'what stands between spaces': (text) => text.split(/\s+/).filter(Boolean),
};

/** Pairs of texts (a < b) by their numbers as one: `a * texts + b`, with the exact Jaccard likeness of their shingles. */
export type ExactPairs = Map<number, number>;

/**
 * Every pair of texts whose four-word shingles have a Jaccard likeness of at least `least`: all pairs that share a shingle are
 * counted through lists of the texts under each shingle. Strings, no hashes, nothing of the product's.
 */
export function exactPairs(
  texts: readonly string[],
  words: (text: string) => string[],
  least: number,
): ExactPairs {
  const numbers = new Map<string, number>();
  const under: number[][] = [];
  const sets = texts.map((text) => {
    const list = words(text);
    const set = new Set<number>();
    for (let i = 0; i + 4 <= list.length; i++) {
      const shingle = list.slice(i, i + 4).join(' ');
      const known = numbers.get(shingle);
      const number = known ?? numbers.size;
      if (known === undefined) numbers.set(shingle, number);
      set.add(number);
    }
    return set;
  });
  const pairs: ExactPairs = new Map();
  sets.forEach((set, b) => {
    const shared = new Map<number, number>();
    for (const shingle of set) {
      for (const a of (under[shingle] ??= [])) shared.set(a, (shared.get(a) ?? 0) + 1);
      under[shingle]?.push(b);
    }
    for (const [a, both] of shared) {
      const likeness = both / (set.size + (sets[a]?.size ?? 0) - both);
      if (likeness >= least) pairs.set(a * texts.length + b, likeness);
    }
  });
  return pairs;
}
