import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokens } from './tokens.ts';

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
  for (const token of tokens(text)) {
    const word = token.text;
    found.push({ word, stem: stemOf(token, text), start: token.start, end: token.end });
  }
  return found;
}

/**
 * A text as full-text search stores it: stems in order, one space between them. Only a–z, 0–9 and U+0621–064A stand
 * in it; a decimal point is `p` («3.5» → `3p5`); words of other alphabets are left out.
 */
export function indexTerms(text: string): string {
  let out = '';
  for (const token of tokens(text)) {
    const s = stemOf(token, text);
    if (s !== '') out += out === '' ? s : ` ${s}`;
  }
  return out;
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
    for (const token of tokens(part.text)) {
      const s = stemOf(token, part.text);
      if (s === '') continue;
      const negated = part.negated || (phrase === undefined && isExcluded(part.text, token.start));
      found.push({
        word: token.text,
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
 * Stem of a token in its text. ـاً written with its fathatan is certainly an accusative, so that شخصاً meets شخص,
 * which without the mark could be a word in ا of its own.
 */
function stemOf(token: Token, text: string): string {
  const word = token.text;
  const length = word.length;
  if (length === 4 && word.endsWith('ا')) {
    const last = text.charCodeAt(token.end - 1);
    if (last === FATHATAN || (last === 0x627 && text.charCodeAt(token.end - 2) === FATHATAN)) {
      return cachedStem(word.slice(0, -1));
    }
  }
  return cachedStem(word);
}

const FATHATAN = 0x64b;

/** Two halves of 50,000 words, which cover 98 % of 10,000 news stories; some 12 MB when full. */
const CACHED = 100_000;
/** V8 keeps a slice of 13 or more code units as a view that holds the whole text; such words are not cached. */
const LONGEST_CACHED = 12;
let cache = new Map<string, string>();
/** The previous generation: words asked for again are carried over, the others go with it. */
let old = new Map<string, string>();

function cachedStem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const s = old.get(word) ?? indexable(stem(word));
  if (word.length > LONGEST_CACHED) return s;
  if (cache.size >= CACHED / 2) {
    old = cache;
    cache = new Map();
  }
  cache.set(word, s);
  return s;
}

function indexable(s: string): string {
  return /^[a-z0-9\u0621-\u064a]*$/.test(s)
    ? s
    : s.replace(/(?<=[0-9])\.(?=[0-9])/g, 'p').replace(/[^a-z0-9\u0621-\u064a]/g, '');
}
