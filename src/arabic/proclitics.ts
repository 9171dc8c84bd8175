import { certainty, isImperfect, isKnownWhole } from './patterns.ts';
import {
  AL_WORDS,
  AL_WORDS_EXACT,
  ENDING,
  LAM_WORDS,
  NOT_ARTICLE,
  NOT_SINGLE_PROCLITIC,
  PLACES,
  WAW_WORDS,
} from './stem-words.ts';

/**
 * The word without و ف ب ك ل and ال before it, as far as spelling alone can tell: compound forms with the article
 * always (وال فال بال كال لل وبال ولل …), a single letter only where no word of the language begins so.
 *
 * Sources: the prefixes of light10 (Larkey, Ballesteros and Connell 2007); for single letters Greenberg, "The
 * patterning of root morphemes in Semitic" (Word 6, 1950): no root begins with two consonants of one place of
 * articulation, so that ب before م ف ب, or ل before ن ر, is a preposition but for the foreign words listed.
 */
export function withoutProclitics(word: string): string {
  let w = word;
  const first = w[0];
  if (first === 'و' || first === 'ف') {
    const rest = w.slice(1);
    if (first === 'و' ? isConjunctionWaw(w, rest) : isConjunctionFa(w, rest)) w = rest;
  }
  if (w.length < 4) return w;
  // سـ of the future.
  if (w[0] === 'س' && isImperfect(w.slice(1)) && !isWhole(w)) return w.slice(1);
  return withoutPreposition(w);
}

function isConjunctionWaw(w: string, rest: string): boolean {
  if (w.length < 4) return false;
  if (PLACES.has(rest)) return true;
  if (rest.startsWith('ال')) return rest.length >= 4 && !isListed(w, NOT_ARTICLE, 4);
  return !isListed(w, WAW_WORDS, 3);
}

function isConjunctionFa(w: string, rest: string): boolean {
  if (w.length < 5) return isJoined(w, rest);
  if (rest.startsWith('ال')) return !isListed(w, NOT_ARTICLE, 4);
  if (rest.startsWith('لل') || rest.startsWith('بال')) return true;
  const second = w[1];
  if ((second === 'م' || second === 'ب' || second === 'ف') && !beginsLikeOneWord(w)) return true;
  return isJoined(w, rest) || (isImperfect(rest) && !isWhole(w));
}

/** True when the first letter is one of its own: the word is listed, or its root is known. */
const isWhole = (w: string) => certainty(w) > 0;

/**
 * True when a first letter that might be either is a particle: we know the word after it, and the whole not, or only
 * with an ending. Three letters after it are too few to outweigh the whole: كلفت is كلف, not ك + لفت.
 */
function isJoined(w: string, rest: string): boolean {
  if (rest.length < 3) return false;
  const whole = certainty(w);
  return whole === 0 ? certainty(rest) > 0 : whole === 1 && rest.length > 3 && isKnownWhole(rest);
}

function withoutPreposition(w: string): string {
  if (w.startsWith('ال')) return isArticle(w) ? w.slice(2) : w;
  const first = w[0];
  if (first !== 'ب' && first !== 'ل' && first !== 'ك') return w;
  const rest = w.slice(1);
  if (PLACES.has(rest)) return withoutPreposition(rest);
  if (rest.startsWith('ال') && first !== 'ل') {
    if (isListed(w, NOT_ARTICLE, 4) || rest.length < 4) return w;
    return isArticle(rest) ? rest.slice(2) : rest;
  }
  if (first === 'ل') {
    if (w[1] === 'ل') return withoutDoubleLam(w);
    if (rest.startsWith('ال') && isListed(rest, AL_WORDS, 3)) return rest;
  }
  return isSinglePreposition(w) ? rest : w;
}

/** للبلاد is ل + البلاد; للجنة, للغة are ل + a word in ل, with or without its article. */
function withoutDoubleLam(w: string): string {
  const oneLam = w.slice(1);
  if (w.length < 5)
    return oneLam.length >= 3 && LAM_WORDS.has(oneLam) ? oneLam : w.length === 4 ? w.slice(2) : w;
  return isListed(oneLam, LAM_WORDS, 3) ? oneLam : w.slice(2);
}

/** Takes a word that begins with ال; true when taking it off leaves at least two letters of another word. */
function isArticle(w: string): boolean {
  return w.length >= 4 && !AL_WORDS_EXACT.has(w) && !isListed(w, AL_WORDS, 4);
}

function isSinglePreposition(w: string): boolean {
  const length = w.length;
  if (length < 4 || beginsLikeOneWord(w)) return false;
  const second = w[1];
  if (second === 'و' && isListed(w.slice(1), WAW_WORDS, 4)) return true;
  if (w[0] === 'ب') {
    if (second === 'م' || second === 'ف' || second === 'ب' || second === 'ت') return true;
    if (length >= 6 && w.startsWith('باست')) return true;
  }
  if (w[0] === 'ل') {
    if (second === 'ن' || second === 'ر' || second === 'ت' || second === 'ش' || second === 'د') return true;
    if ((second === 'م' && length >= 5) || (length >= 6 && w.startsWith('لاست'))) return true;
    if (isImperfect(w.slice(1)) && !isWhole(w)) return true;
  }
  return isJoined(w, w.slice(1));
}

function beginsLikeOneWord(w: string): boolean {
  for (const begin of NOT_SINGLE_PROCLITIC) if (w.startsWith(begin)) return true;
  return false;
}

/** True when the word is one of the list, alone or with an ending. */
function isListed(w: string, list: ReadonlySet<string>, shortest: number): boolean {
  if (list.has(w)) return true;
  for (let k = Math.min(w.length - 1, 12); k >= shortest; k--) {
    if (list.has(w.slice(0, k)) && ENDING.test(w.slice(k))) return true;
  }
  return false;
}
