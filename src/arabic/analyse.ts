import { grown, stringOf, units } from './fold.ts';
import { stemmedWord } from './stem-cache.ts';
import { isStopWord } from './stop-words.ts';
import { scan } from './tokens.ts';

export { isStopWord };

/** One word of a text as search sees it; `start` and `end` are string indices into the original. */
export interface Term {
  word: string;
  stem: string;
  start: number;
  end: number;
}

/** A word of a query. Words of one quotation share a number in `phrase`; they follow one another in a hit. */
export interface QueryTerm {
  word: string;
  stem: string;
  phrase?: number;
  /** Written `-word`: no hit may have it. */
  negated?: boolean;
}

/** The words of a text with their stems, in order; stop words included. */
export function terms(text: string): Term[] {
  const found: Term[] = [];
  forEachTerm(text, (word, stem, start, end) => found.push({ word, stem, start, end }));
  return found;
}

/** Calls `visit` with what `terms` gives, for those who keep little of it. */
export function forEachTerm(
  text: string,
  visit: (word: string, stem: string, start: number, end: number) => void,
): void {
  const { units: folded, places } = scan(text);
  for (let k = 0; k < places.length; k += 4) {
    const start = places[k] ?? 0;
    const end = places[k + 1] ?? 0;
    const from = places[k + 2] ?? 0;
    const to = places[k + 3] ?? 0;
    const { word, stem } = stemmedWord(folded, from, to);
    const accusative = isAccusative(text, end, folded, from, to);
    visit(word, accusative ? stemmedWord(folded, from, to - 1).stem : stem, start, end);
  }
}

/**
 * A text as full-text search stores it: stems in order, one space between them. Only a–z, 0–9 and U+0621–064A stand
 * in it; a decimal point is `p` («3.5» → `3p5`); words of other alphabets are left out.
 */
export function indexTerms(text: string): string {
  const { units: folded, length, places } = scan(text);
  // A stem may be longer than its word by a letter or two; a space stands behind each.
  let out = units(length + places.length + 64);
  let n = 0;
  for (let k = 0; k < places.length; k += 4) {
    const from = places[k + 2] ?? 0;
    const to = places[k + 3] ?? 0;
    const cut = isAccusative(text, places[k + 1] ?? 0, folded, from, to) ? 1 : 0;
    const { stem } = stemmedWord(folded, from, to - cut);
    if (stem === '') continue;
    while (n + stem.length + 1 > out.length) out = grown(out);
    if (n > 0) out[n++] = SPACE;
    for (let i = 0; i < stem.length; i++) out[n++] = stem.charCodeAt(i);
  }
  return stringOf(out, n);
}

/**
 * The words of a query. Quotation marks of every kind make a phrase («…», “…”, "…"; one left open is no
 * phrase), a hyphen before a word or phrase excludes it. Stop words are left out unless they stand in a phrase or
 * nothing else does. At most 32 words are kept.
 */
export function queryTerms(text: string): QueryTerm[] {
  const found: QueryTerm[] = [];
  let phrases = 0;
  for (const part of phraseParts(text.slice(0, MAX_QUERY))) {
    const phrase = part.quoted ? phrases++ : undefined;
    for (const { word, stem: s, start } of terms(part.text)) {
      if (s === '') continue;
      const negated = part.negated || (phrase === undefined && isExcluded(part.text, start));
      found.push({
        word,
        stem: s,
        ...(phrase === undefined ? {} : { phrase }),
        ...(negated ? { negated } : {}),
      });
    }
  }
  const weighty = found.filter((t) => t.phrase !== undefined || t.negated || !isStopWord(t.word));
  return (weighty.some((t) => !t.negated) ? weighty : found).slice(0, 32);
}

/** Longer queries are pasted texts; the search page says 200 characters, quotations may take more. */
const MAX_QUERY = 1000;

const QUOTES = '"«»“”„‟‹›″〝〞＂';

function phraseParts(text: string): { text: string; quoted: boolean; negated: boolean }[] {
  const parts: { text: string; quoted: boolean; negated: boolean }[] = [];
  let from = 0;
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    if (!QUOTES.includes(text.charAt(i))) continue;
    if (open < 0) {
      open = i;
      continue;
    }
    parts.push({ text: text.slice(from, open), quoted: false, negated: false });
    const negated = isExcluded(text, open);
    parts.push({ text: text.slice(open + 1, i), quoted: true, negated });
    from = i + 1;
    open = -1;
  }
  parts.push({ text: text.slice(from), quoted: false, negated: false });
  return parts;
}

/** A hyphen or minus directly before, itself at the beginning or after a space. */
function isExcluded(text: string, at: number): boolean {
  const mark = text.charCodeAt(at - 1);
  if (mark !== 0x2d && mark !== 0x2212 && mark !== 0x2013) return false;
  return at === 1 || /\s/.test(text.charAt(at - 2));
}

/**
 * ـاً written with its fathatan is certainly an accusative, so that شخصاً meets شخص, which without the mark could be a
 * word in ا of its own.
 */
function isAccusative(text: string, end: number, folded: Uint16Array, from: number, to: number): boolean {
  if (to - from !== 4 || folded[to - 1] !== ALEF) return false;
  const last = text.charCodeAt(end - 1);
  return last === FATHATAN || (last === ALEF && text.charCodeAt(end - 2) === FATHATAN);
}

const SPACE = 0x20;
const ALEF = 0x627;
const FATHATAN = 0x64b;
