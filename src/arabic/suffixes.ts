import { isForeign, isKnownWhole } from './patterns.ts';
import { WHOLE } from './stem-words.ts';

/**
 * The word without its endings: one possessive pronoun, then those of number, gender and relation, outermost
 * first, until none is left. Each needs so many letters before it that the rest is still a word.
 *
 * Source: the suffixes of light10, with هم هما هن نا كم وا ا and ء added, longer remainders for those endings
 * that are often part of the word (ان ون ين هم نا), and repetition, so that لبناني and لبنان, برلماني
 * and برلمان end alike.
 */
export function withoutSuffixes(word: string): string {
  let w = withoutPronoun(word);
  // Four rounds: the longest chain of the language is relation, plural and case (فلسطينيين, كهربائيات).
  for (let round = 0; round < 4; round++) {
    const shorter = withoutEnding(w, round);
    if (shorter === w) break;
    w = shorter;
  }
  return w;
}

/** The word without a possessive or object pronoun; ة is restored as nothing. */
export function withoutPronoun(w: string): string {
  if (WHOLE.has(w)) return w;
  const length = w.length;
  let rest = w;
  if (length >= 6 && (w.endsWith('هما') || w.endsWith('كما'))) rest = w.slice(0, -3);
  else if (length >= 5 && w.endsWith('ها')) rest = w.slice(0, -2);
  else if (length >= 6 && (w.endsWith('هم') || w.endsWith('هن') || w.endsWith('كم'))) rest = w.slice(0, -2);
  else if (length >= 6 && w.endsWith('نا') && !/[اوي]نا$/.test(w)) rest = w.slice(0, -2);
  else if (length === 5 && /(?:ه[من]|كم|نا)$/.test(w) && isStemOf(w, 2)) rest = w.slice(0, -2);
  else if (length >= 5 && w.endsWith('ته') && !w.endsWith('اته')) rest = w.slice(0, -1);
  // مدينتي; but وقتي has its own ت.
  else if (length >= 5 && w.endsWith('تي') && !w.endsWith('اتي') && !isKnownWhole(w.slice(0, -1)))
    rest = w.slice(0, -1);
  if (rest === w) return w;
  // Before a pronoun ة is written ت, and ء by its vowel.
  if (rest.length >= 4 && rest.endsWith('ت') && !rest.endsWith('ات')) return rest.slice(0, -1);
  if (rest.length >= 5 && (rest.endsWith('اي') || rest.endsWith('او'))) return rest.slice(0, -1);
  return rest;
}

function withoutEnding(w: string, round: number): string {
  const length = w.length;
  if (length < 4 || WHOLE.has(w)) return w;
  const last = w[length - 1];
  const before = w[length - 2];
  if (last === 'ت' && before === 'ا' && isKnownWhole(w)) return w;
  if (last === 'ت' && before === 'ا') return length >= 5 ? w.slice(0, -2) : `${w.slice(0, 2)}ه`;
  if (last === 'ن') {
    if (before !== 'و' && before !== 'ي' && before !== 'ا') return w;
    if (length === 5 && before === 'ي' && isStemOf(w, 2)) return w.slice(0, -2);
    if (length < 6 || isKnownWhole(w)) return w;
    const rest = w.slice(0, -2);
    // Dual of a word in ة: دولتين.
    return rest.length >= 4 && rest.endsWith('ت') ? rest.slice(0, -1) : rest;
  }
  if (last === 'ا') {
    // The verb's plural has nothing after it: قالوا, but احتواء and مساواة keep theirs.
    if (before === 'و') return round === 0 && length >= 5 ? w.slice(0, -2) : w;
    return length >= 5 || isStemOf(w, 1) ? w.slice(0, -1) : w;
  }
  if (last === 'ه') {
    if (before === 'ي' && length >= 5 && !(w[length - 3] === 'ا' && length < 6)) return w.slice(0, -2);
    return w.slice(0, -1);
  }
  if (last === 'ي') return before === 'ا' && length < 6 ? w : w.slice(0, -1);
  if (last === 'ء') return w.slice(0, -1);
  return w;
}

/** True when the word less its last letters is a word that we know, and the whole is not: شعبهم, but not تصميم. */
function isStemOf(w: string, ending: number): boolean {
  return isKnownWhole(w.slice(0, -ending)) && !isKnownWhole(w) && !isForeign(w);
}
