import { withoutProclitics } from '../../arabic/proclitics.ts';
import { isStopWord } from '../../arabic/stop-words.ts';
import { tokens } from '../../arabic/tokens.ts';

/** What full-text tables and keys may hold: Arabic and Latin letters, figures. */
const plain = /^[a-z0-9\u0621-\u064a]+$/;

/** A word of a text without article and prepositions, with its place in the text. */
export interface BareWord {
  bare: string;
  /** The word as folded. */
  word: string;
  start: number;
  end: number;
}

/** The words of a text that can be suggested, in order. */
export function bareWords(text: string): BareWord[] {
  return tokens(text).flatMap(({ text: word, start, end }) =>
    plain.test(word) ? [{ bare: bareOf(word), word, start, end }] : [],
  );
}

/** Headlines use the same words again and again: 20,000 of them, some 3 MB. */
const mostKnown = 20_000;
const known = new Map<string, string>();

function bareOf(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const bare = withoutProclitics(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, bare);
  return bare;
}

/**
 * How the word that is being typed may begin in the table: as it stands, and without what may stand before it, as far as
 * that has been typed. «الاخ» begins الاخ and اخ; «وال» begins والي, and everything.
 */
export function beginningsOf(word: string): string[] {
  const found = new Set([word]);
  for (const before of proclitics) {
    if (word.startsWith(before) && word.length > before.length) found.add(word.slice(before.length));
  }
  return [...found];
}

/** Single ب ف ك ل are not among them: half a word does not tell whether they are its own. */
const proclitics = ['وبال', 'وكال', 'فبال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'و'];

/** Words that say something; all of them where none does. */
export function weighty<T extends { word: string }>(words: readonly T[]): readonly T[] {
  const found = words.filter(({ word }) => !isStopWord(word));
  return found.length > 0 ? found : words;
}
