import { stemmer as snowball } from '@orama/stemmers/arabic';
import MiniSearch from 'minisearch';

/** What a search is compared with: the best ten of a collection for a query, as positions in it. */
export type Ranker = (query: string) => number[];

export const hits = 10;

/** Words as most engines cut them: letters, digits and marks. */
const rawWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Each row of the table but ours: how it is called, and what makes it from the texts of a collection. */
export const rivals: Readonly<Record<string, (texts: readonly string[]) => Ranker>> = {
  'raw words, BM25': (texts) => bm25(texts, rawWords),
  'Lucene-like analyser, BM25': (texts) => bm25(texts, (text) => rawWords(text).map(luceneForm)),
  'Snowball (@orama/stemmers), BM25': (texts) => bm25(texts, (text) => rawWords(text).map(snowball)),
  MiniSearch: miniSearch,
};

/** MiniSearch as it comes. */
function miniSearch(texts: readonly string[]): Ranker {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return (query) =>
    index
      .search(query)
      .slice(0, hits)
      .map(({ id }) => Number(id));
}

/** Okapi BM25 over all of a collection, with the constants that engines come with. */
function bm25(texts: readonly string[], analyse: (text: string) => string[]): Ranker {
  const k1 = 1.2;
  const b = 0.75;
  const postings = new Map<string, Map<number, number>>();
  const lengths = texts.map((text, id) => {
    const words = analyse(text);
    for (const word of words) {
      let found = postings.get(word);
      if (found === undefined) postings.set(word, (found = new Map()));
      found.set(id, (found.get(id) ?? 0) + 1);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  return (query) => {
    const scores = new Map<number, number>();
    for (const word of new Set(analyse(query))) {
      const found = postings.get(word);
      if (found === undefined) continue;
      const idf = Math.log(1 + (texts.length - found.size + 0.5) / (found.size + 0.5));
      for (const [id, count] of found) {
        const norm = k1 * (1 - b + (b * (lengths[id] ?? 0)) / average);
        scores.set(id, (scores.get(id) ?? 0) + (idf * count * (k1 + 1)) / (count + norm));
      }
    }
    return [...scores]
      .sort((x, y) => y[1] - x[1] || x[0] - y[0])
      .slice(0, hits)
      .map(([id]) => id);
  };
}

const prefixes = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'];

/**
 * A word as Lucene's Arabic analysis has it, by the rules that its documentation gives for ArabicNormalizer (alefs with
 * hamza or madda → ا, ى → ي, ة → ه, harakat and tatweel off) and ArabicStemmer (the first prefix that fits, then each
 * suffix in turn, as long as two letters stay; و needs three).
 */
function luceneForm(word: string): string {
  let form = word
    .replace(/[آأإ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[\u0640\u064b-\u0652]/g, '');
  const prefix = prefixes.find(
    (one) => form.startsWith(one) && form.length >= (one.length === 1 ? 4 : one.length + 2),
  );
  if (prefix !== undefined) form = form.slice(prefix.length);
  for (const suffix of suffixes) {
    if (form.endsWith(suffix) && form.length >= suffix.length + 2) form = form.slice(0, -suffix.length);
  }
  return form;
}
