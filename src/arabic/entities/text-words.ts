import { DROP, EXPAND, classOf, DIGIT, foldedUnit } from '../letters.ts';
import { tokens } from '../tokens.ts';
import { isTitle } from './title-words.ts';

/** A word of the text: folded, with its place in the original. */
export interface TextWord {
  key: string;
  start: number;
  end: number;
  /** Nothing but blanks, or a hyphen, parts it from the next word. */
  joined: boolean;
  /** It ends in ى: «على» is not «علي». */
  alif: boolean;
  number: boolean;
  readings: readonly Reading[];
}

/** The words of a text, in order. Linear. */
export function textWords(text: string): TextWord[] {
  const found = tokens(text);
  // Most words of a text stand in it more than once.
  const known = new Map<string, readonly Reading[]>();
  const readingsOf = (key: string): readonly Reading[] => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = readings(key);
    known.set(key, made);
    return made;
  };
  return found.map((token, i) => {
    const next = found[i + 1];
    return {
      key: token.text,
      start: token.start,
      end: token.end,
      joined: next !== undefined && isJoin(text, token.end, next.start, token.text.length),
      alif: endsInAlif(text, token.start, token.end),
      number: classOf[text.charCodeAt(token.start)] === DIGIT,
      readings: readingsOf(token.text),
    };
  });
}

/** Blanks on one line, three at most; a hyphen without blanks; the point of an abbreviation («بي.بي.سي»). */
function isJoin(text: string, from: number, to: number, length: number): boolean {
  if (to - from > 3) return false;
  if (to - from === 1 && (text[from] === '-' || (text[from] === '.' && length <= 2))) return true;
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c !== 0x20 && c !== 0xa0 && c !== 0x09 && c !== 0x202f) return false;
  }
  return true;
}

function endsInAlif(text: string, start: number, end: number): boolean {
  for (let i = end - 1; i >= start; i--) {
    const c = text.charCodeAt(i);
    if (foldedUnit[c] === DROP) continue;
    return c === 0x649;
  }
  return false;
}

/** What a word may be without the small words written together with it. `letters` folded letters are before it. */
export interface Reading {
  key: string;
  letters: number;
  /** `key` has the article that «لل» writes without its ا. */
  article?: true;
  /** It names a person by office, work or rank. */
  title: boolean;
}

/**
 * The word itself, then without و، ف, then without ب، ل، ك, لل being ل and the article. The first that means
 * something is the right one.
 */
function readings(key: string): Reading[] {
  const found: Reading[] = [reading(key, 0)];
  preposition(key, 0, found);
  const c = key[0];
  if ((c === 'و' || c === 'ف') && key.length > 2) {
    const rest = key.slice(1);
    found.push(reading(rest, 1));
    preposition(rest, 1, found);
  }
  return found;
}

const reading = (key: string, letters: number): Reading => ({ key, letters, title: isTitle(key) });

function preposition(key: string, letters: number, found: Reading[]): void {
  const c = key[0];
  if (key.length < 3) return;
  if (c === 'ل' && key[1] === 'ل')
    found.push({ ...reading(`ال${key.slice(2)}`, letters + 1), article: true });
  if (c === 'ب' || c === 'ل' || c === 'ك') found.push(reading(key.slice(1), letters + 1));
}

/** Where the word begins in the text once so many folded letters before it are left out. */
export function startAfter(text: string, word: TextWord, letters: number): number {
  let i = word.start;
  for (let left = letters; i < word.end; i++) {
    const f = foldedUnit[text.charCodeAt(i)] ?? 0;
    if (f === DROP) continue;
    if (left === 0) return i;
    // A ligature cannot be cut: the word is taken with what is before it.
    if (f === EXPAND) return word.start;
    left--;
  }
  return word.start;
}
