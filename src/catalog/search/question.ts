import { type QueryTerm, queryTerms } from '../../arabic/analyse.ts';
import { isStopWord } from '../../arabic/stop-words.ts';

/** Longer queries are cut: what a person types is shorter, and what is pasted is found by its beginning. */
const longestQuery = 200;

/** Something else by which a unit of a query is found. */
export interface Other {
  term: number;
  /** What it counts beside the word itself (0–1). */
  weight: number;
  /** To be marked in what is shown. */
  stem?: string;
}

/** A word or a phrase that is looked for. */
export interface Unit {
  stems: string[];
  /** The words as written, folded: those of a phrase in order, else all that have this stem. */
  words: string[];
  /** By what else it is found; nothing before `withOtherNames`. */
  others?: readonly Other[];
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

/** So many weighty words beside a quotation, or beside a word with a hyphen before it, are a pasted headline. */
const beside = { quotation: 4, hyphen: 6 };

/**
 * Marks mean what whoever typed them meant. Few words with a quotation or an excluded word are a question put with care.
 * A pasted headline has such marks for its own reasons («باريس: الضربات على القاعدة "لا تغتفر"», «الحدود التونسية -الليبية»),
 * and a story rarely repeats it to the letter: there all words are looked for.
 */
function asMeant(found: readonly QueryTerm[]): QueryTerm[] {
  const isPlain = ({ word, phrase, negated }: QueryTerm) =>
    phrase === undefined && negated !== true && !isStopWord(word);
  const plain = found.filter(isPlain).length;
  return found.flatMap((term) => {
    const { word, stem, phrase, negated = false } = term;
    if (!negated && phrase === undefined) return [term];
    if (plain < (negated ? beside.hyphen : beside.quotation)) return [term];
    return isStopWord(word) ? [] : [{ word, stem }];
  });
}

/** Never throws: quotation marks and NUL bytes are letters that no word has. */
export function readQuestion(typed: string): Question {
  const wanted = new Map<string, Unit>();
  const excluded = new Map<string, Unit>();
  const phrases = new Map<number, Unit & { negated: boolean }>();
  const found = asMeant(queryTerms(typed.slice(0, longestQuery)));
  for (const { stem, word, phrase, negated = false } of found) {
    if (phrase !== undefined) {
      const known = phrases.get(phrase);
      if (known === undefined) phrases.set(phrase, { stems: [stem], words: [word], negated });
      else {
        known.stems.push(stem);
        known.words.push(word);
      }
      continue;
    }
    const units = negated ? excluded : wanted;
    const known = units.get(stem);
    if (known === undefined) units.set(stem, { stems: [stem], words: [word] });
    else if (!known.words.includes(word)) known.words.push(word);
  }
  for (const { stems, words, negated } of phrases.values()) {
    (negated ? excluded : wanted).set(stems.length === 1 ? `"${stems[0] ?? ''}` : stems.join(' '), {
      stems,
      words,
    });
  }
  const positive = found.filter(({ negated }) => negated !== true);
  return {
    wanted: [...wanted.values()],
    excluded: [...excluded.values()],
    words: [...new Set(positive.map(({ word }) => word))],
    stems: new Set(positive.map(({ stem }) => stem)),
  };
}

/** The question with the words of its phrases instead of them; undefined unless phrases stand among other words. */
export function withoutPhrases(question: Question): Question | undefined {
  const phrases = question.wanted.filter(({ stems }) => stems.length > 1);
  if (phrases.length === 0 || phrases.length === question.wanted.length) return undefined;
  const units = question.wanted.flatMap((unit) =>
    unit.stems.length === 1
      ? [unit]
      : unit.stems
          .map((stem, i) => ({ stems: [stem], words: unit.words.slice(i, i + 1) }))
          .filter(({ words }) => !words.some(isStopWord)),
  );
  const byStem = new Map(units.map((unit) => [unit.stems[0], unit]));
  return { ...question, wanted: [...byStem.values()] };
}
