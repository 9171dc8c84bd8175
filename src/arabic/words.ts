import { ARABIC, IGNORED, SEPARATOR, classOf } from './letters.ts';

/**
 * Words of a text as a reader counts them: runs of letters, digits and their marks. Numbers count; a number
 * with separators is one word.
 */
export function countWords(text: string): number {
  let words = 0;
  let inside = false;
  let arabic = false;
  for (let i = 0; i < text.length; i++) {
    const kind = classOf[text.charCodeAt(i)] ?? SEPARATOR;
    if (kind === IGNORED) continue;
    if (kind === SEPARATOR) {
      inside = inside && joins(text, i);
      continue;
    }
    const isArabic = kind === ARABIC;
    if (!inside || isArabic !== arabic) words++;
    inside = true;
    arabic = isArabic;
  }
  return words;
}

/** A point, comma, colon or apostrophe directly between two figures or letters does not end a word. */
function joins(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  if (c !== 0x2e && c !== 0x2c && c !== 0x3a && c !== 0x27 && c !== 0x66b && c !== 0x66c && c !== 0x2019) {
    return false;
  }
  const next = classOf[text.charCodeAt(i + 1)] ?? SEPARATOR;
  return next !== SEPARATOR && next !== IGNORED && next !== ARABIC;
}

/**
 * Silent reading of Arabic prose by adults, words a minute.
 * Reckoned: Brysbaert ("How many words do we read per minute?", Journal of Memory and Language 109, 2019, 104047) gives
 * 238 for English non-fiction; the same matter takes about a quarter fewer, longer words in Arabic.
 */
export const WORDS_A_MINUTE = 181;

/** Whole minutes to read so many words: nearest, at least 1. */
export function readingMinutes(words: number): number {
  return Number.isFinite(words) ? Math.max(1, Math.round(words / WORDS_A_MINUTE)) : 1;
}
