import { ARABIC, IGNORED, classOf } from '../letters.ts';

/** A run of Arabic letters with their marks. */
export interface ProofWord {
  start: number;
  end: number;
  /** Without harakat, tatweel and joiners; hamzas and all letters as written. */
  bare: string;
  /** True where marks or tatweel stand between the letters. */
  marked: boolean;
}

/** Madda and hamza written as marks of their own: the letter is composed before anything is looked up. */
const COMPOSING = /[\u0653-\u0655]/;
const MARKS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d]/g;

/** The Arabic words of a text in order; figures, Latin and signs divide. Linear. */
export function proofWords(text: string): ProofWord[] {
  const words: ProofWord[] = [];
  const length = text.length;
  let i = 0;
  while (i < length) {
    if (classOf[text.charCodeAt(i)] !== ARABIC) {
      i++;
      continue;
    }
    const start = i;
    let end = i;
    let marked = false;
    for (; i < length; i++) {
      const kind = classOf[text.charCodeAt(i)];
      if (kind === ARABIC) end = i + 1;
      else if (kind !== IGNORED) break;
      else marked = true;
    }
    // Marks on the last letter belong to the word.
    end = marked ? i : end;
    const raw = text.slice(start, end);
    const bare = marked ? composed(raw).replace(MARKS, '') : raw;
    words.push({ start, end, bare, marked });
  }
  return words;
}

function composed(raw: string): string {
  return COMPOSING.test(raw) ? raw.normalize('NFC') : raw;
}

/** The word as it stands in the text with letter `at` of its bare form replaced, harakat kept. */
export function withLetter(text: string, word: ProofWord, at: number, letter: string): string {
  const raw = word.marked ? composed(text.slice(word.start, word.end)) : text.slice(word.start, word.end);
  if (!word.marked) return raw.slice(0, at) + letter + raw.slice(at + 1);
  let seen = -1;
  for (let i = 0; i < raw.length; i++) {
    if (classOf[raw.charCodeAt(i)] === ARABIC) seen++;
    if (seen === at) return raw.slice(0, i) + letter + raw.slice(i + 1);
  }
  return raw;
}

/** True when nothing but spaces stands between two words of a line. */
export function isAdjacent(text: string, before: ProofWord | undefined, after: ProofWord): boolean {
  if (before === undefined) return false;
  if (after.start - before.end > 3 || after.start <= before.end) return false;
  for (let i = before.end; i < after.start; i++) {
    const c = text.charCodeAt(i);
    if (c !== 0x20 && c !== 0xa0) return false;
  }
  return true;
}

/** Words of a template, in a set. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
