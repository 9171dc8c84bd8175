/** A mark in a text with what an Arabic text has there. */
export interface MarkPlace {
  start: number;
  end: number;
  mark: string;
}

const ARABIC = '\u0621-\u064a\u0660-\u0669\u066e-\u06d3';
/** What may stand between a letter and the mark that belongs to it: harakat, closing marks, a space put there by mistake. */
const MARKS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
const LATIN_MARK = new RegExp(`(?<=[${ARABIC}\\u064b-\\u0652»")\\]][ \\u00a0]?)[,;?]`, 'g');

/**
 * The Latin comma, semicolon and question mark that stand in Arabic: after an Arabic letter or a closing mark, and not
 * before a figure or a Latin letter without a space, which makes them part of a number, an address or a name. Linear.
 */
export function latinMarks(text: string): MarkPlace[] {
  const found: MarkPlace[] = [];
  for (const match of text.matchAll(LATIN_MARK)) {
    const at = match.index;
    if (/[\dA-Za-z_=&٠-٩]/.test(text.charAt(at + 1))) continue;
    // After a closing mark the word inside decides: «(BBC), قال» is Arabic, «"Yes", he said» is not.
    if (/["»)\]]/.test(text.charAt(at - 1)) && !isArabicAround(text, at)) continue;
    found.push({ start: at, end: at + 1, mark: MARKS[match[0]] ?? match[0] });
  }
  return found;
}

function isArabicAround(text: string, at: number): boolean {
  const after = /^[\s"«(]{0,4}(\p{L})/u.exec(text.slice(at + 1, at + 8))?.[1];
  const before = /(\p{L})[^\p{L}]{0,8}$/u.exec(text.slice(Math.max(0, at - 12), at))?.[1];
  return /[\u0621-\u06d3]/.test(after ?? before ?? '');
}

/**
 * The text with Arabic commas, semicolons and question marks for the Latin ones that stand in Arabic. Idempotent.
 * Source: W3C, "Text Layout Requirements for the Arabic Script", on punctuation.
 */
export function arabicMarks(text: string): string {
  return replaced(text, latinMarks(text));
}

/**
 * Pairs of straight or curly double quotation marks in a line that holds Arabic, as guillemets: «…». Marks without a partner in their line,
 * marks of inches and seconds after a figure, and lines without Arabic letters stay. Linear.
 */
export function guillemetPlaces(text: string): MarkPlace[] {
  const found: MarkPlace[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (/[\u0621-\u06d3]/.test(line)) pairsIn(line, from, found);
    from += line.length + 1;
  }
  return found;
}

function pairsIn(line: string, from: number, found: MarkPlace[]): void {
  let open = -1;
  for (const match of line.matchAll(/["“”„‟]/g)) {
    const at = match.index;
    if (match[0] === '"' && open < 0 && /\d/.test(line.charAt(at - 1)) && !/\S/.test(line.charAt(at + 1)))
      continue;
    if (open < 0) {
      open = at;
      continue;
    }
    found.push(
      { start: from + open, end: from + open + 1, mark: '«' },
      { start: from + at, end: from + at + 1, mark: '»' },
    );
    open = -1;
  }
}

/** The text with «guillemets» for its pairs of other double quotation marks. Idempotent. */
export function guillemets(text: string): string {
  return replaced(text, guillemetPlaces(text));
}

/** Tatweel between two letters: decoration, never spelling. At the end of «هـ», «الـ» and «ـ» it stays. */
const TATWEEL =
  /(?<=[\u0620-\u063f\u0641-\u064a\u066e-\u06d3][\u064b-\u0652\u0670]{0,3})\u0640+(?=[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u064b-\u0652])/g;

export function tatweelPlaces(text: string): MarkPlace[] {
  if (!text.includes('\u0640')) return [];
  return [...text.matchAll(TATWEEL)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    mark: '',
  }));
}

/** The text without tatweel inside words. Idempotent. */
export function withoutTatweel(text: string): string {
  return replaced(text, tatweelPlaces(text));
}

const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Invisible marks of direction: isolation is computed when a page is rendered, so none belongs into a text. */
export function directionMarkPlaces(text: string): MarkPlace[] {
  return [...text.matchAll(DIRECTION_MARKS)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    mark: '',
  }));
}

/** The text without them. Idempotent. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '');
}

/** The text with each place, in rising order and apart, replaced by its mark. */
export function replaced(text: string, places: readonly MarkPlace[]): string {
  if (places.length === 0) return text;
  let out = '';
  let at = 0;
  for (const { start, end, mark } of places) {
    out += text.slice(at, start) + mark;
    at = end;
  }
  return out + text.slice(at);
}
