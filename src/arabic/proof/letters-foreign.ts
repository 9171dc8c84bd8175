import type { Finding } from './finding.ts';
import { type ProofWord } from './words.ts';

/** Persian and Urdu letters that look like Arabic ones and come from a keyboard, and presentation forms. */
const LOOKALIKES: Readonly<Record<string, string>> = { ک: 'ك', ہ: 'ه', ە: 'ه', ۀ: 'ه', ھ: 'ه' };
const FOREIGN = /[کیہەۀھ\ufb50-\ufdf9\ufe70-\ufefc]/;
/** Letters that stand in Persian and Urdu only: what is around them is quoted, not misspelt. */
const QUOTED = /[پچژگٹڈڑںےۓڵێۆڕ\u200c]/;

/** Longer runs of letters are no words. */
const LONGEST = 40;
/** A quoted sentence shows itself within some words. */
const NEIGHBOURS = 30;

/** Letters of other keyboards in Arabic words: «کتاب», «في» with a Persian ی, ligatures from a PDF. */
export function foreignLetters(text: string, word: ProofWord): Finding | undefined {
  if (word.bare.length > LONGEST || !FOREIGN.test(word.bare)) return undefined;
  const raw = text.slice(word.start, word.end);
  if (QUOTED.test(text.slice(Math.max(0, word.start - NEIGHBOURS), word.end + NEIGHBOURS))) return undefined;
  let right = raw.replace(/[\ufb50-\ufdf9\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'));
  right = right.replace(/[کہەۀھ]/g, (letter) => LOOKALIKES[letter] ?? letter);
  const isFinal = /ی\P{L}*$/u.test(right);
  const last = right.lastIndexOf('ی');
  right = right.replace(/ی/g, (letter, at: number) => (isFinal && at === last ? letter : 'ي'));
  const suggestions = isFinal ? [right.replace(/ی/, 'ي'), right.replace(/ی/, 'ى')] : [right];
  return {
    rule: 'foreign-letter',
    start: word.start,
    end: word.end,
    certain: suggestions.length === 1,
    suggestions,
    message: 'foreign-letter',
    params: {},
  };
}
