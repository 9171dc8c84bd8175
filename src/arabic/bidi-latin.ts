import type { Piece } from './bidi-piece.ts';
import { numberPieces } from './bidi-numbers.ts';

interface Word {
  start: number;
  end: number;
  kind: 'latin' | 'number' | 'address' | 'score' | 'sign';
}

/** What follows a number as its unit; case matters. */
const UNITS = new Set(
  `km m cm mm nm µm kg g mg µg t l ml cl ha km/h m/s kph mph Hz kHz MHz GHz THz B kB KB MB GB TB PB kb Mb Gb Mbps Gbps kbps Mbit/s Gbit/s
   W kW MW GW TW Wh kWh MWh GWh TWh V kV A mA mAh °C °F K Pa kPa hPa MPa bar px pt dpi fps rpm dB min s ms h ppm ppb USD EUR GBP`.split(
    /\s+/,
  ),
);
const LETTER = /\p{L}/u;
const FIGURE = /[0-9\u0660-\u0669\u06f0-\u06f9]/;
const ADDRESS =
  /^(?:(?:https?|ftp):\/\/|www\.)\S+$|^mailto:\S+$|^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$|^@[A-Za-z0-9_.]{2,}$|^#[A-Za-z0-9_]+$/i;
/** A domain without a scheme is written in small letters; «Node.js» and «report.pdf» are names. */
const DOMAIN =
  /^(?:[a-z0-9-]+\.)+(?!(?:js|ts|py|md|pdf|docx?|xlsx?|pptx?|zip|exe|txt|csv|jpe?g|png|gif|mp[34])(?:\/|$))[a-z]{2,}(?:\/\S*)?$/;

/**
 * The isolated pieces of a stretch that has no right-to-left letter and at least one Latin or other left-to-right one.
 * Names of several words are one run with the figures after them («MS Arab. 17», «iPhone 15»); a number before a name
 * stays outside («15 iPhone»), since in Arabic it is read first, unless the word is its unit.
 */
export function latinPieces(text: string, from: number, to: number): Piece[] {
  const words = wordsOf(text, from, to);
  const pieces: Piece[] = [];
  /** End of what is already cut; figures between it and the next run are looked at as numbers. */
  let done = from;
  const numbersUpTo = (end: number): void => {
    if (end > done) for (const piece of numberPieces(text, done, end)) pieces.push(piece);
  };
  const closingAfter = closingBrackets(text);
  /** The same for every word up to it: the last that the run of this part could reach. */
  let reach = -1;
  let i = 0;
  while (i < words.length) {
    const word = words[i];
    if (word === undefined) break;
    if (word.kind === 'address') {
      numbersUpTo(word.start);
      pieces.push({ start: word.start, end: word.end, dir: 'ltr' });
      done = word.end;
      i++;
      continue;
    }
    if (word.kind !== 'latin') {
      i++;
      continue;
    }
    const before = words[i - 1];
    const hasUnit =
      before?.kind === 'number' && before.start >= done && UNITS.has(text.slice(word.start, word.end));
    if (reach < i) reach = lastOfRun(words, i);
    const last = hasUnit ? i : reach;
    const start = hasUnit ? before.start : word.start;
    const end = balancedEnd(text, start, words[last]?.end ?? word.end, closingAfter);
    if (end > start) {
      numbersUpTo(start);
      pieces.push(describe(text, start, end, hasUnit));
      done = end;
    }
    while (i < words.length && (words[i]?.start ?? to) < Math.max(end, word.end)) i++;
  }
  numbersUpTo(to);
  return pieces;
}

function describe(text: string, start: number, end: number, hasUnit: boolean): Piece {
  const run = text.slice(start, end);
  if (hasUnit || /^[0-9.,]+[^\s0-9.,]{1,4}$/.test(run)) {
    const unit = run.replace(/^[0-9\u0660-\u0669\u06f0-\u06f9.,\u066b\u066c\s]+/, '');
    if (hasUnit || UNITS.has(unit)) return { start, end, dir: 'ltr', number: true };
  }
  return /[A-Za-z\u00c0-\u024f]{2}/.test(run)
    ? { start, end, dir: 'ltr', lang: 'en' }
    : { start, end, dir: 'ltr' };
}

/** The run goes on over Latin words, figures, and signs with one of these after them. */
function lastOfRun(words: readonly Word[], first: number): number {
  let last = first;
  for (let k = first + 1; k < words.length; k++) {
    const kind = words[k]?.kind;
    if (kind === 'address' || kind === 'score') break;
    if (kind !== 'sign') last = k;
  }
  return last;
}

/** Words between spaces, trimmed of the punctuation around them. */
function wordsOf(text: string, from: number, to: number): Word[] {
  const found: Word[] = [];
  let i = from;
  while (i < to) {
    while (i < to && isSpace(text, i)) i++;
    let end = i;
    while (end < to && !isSpace(text, end)) end++;
    if (end > i) found.push(wordAt(text, i, end));
    i = end;
  }
  return found;
}

function wordAt(text: string, from: number, to: number): Word {
  let start = from;
  let end = to;
  while (start < end && OPENING.includes(text.charAt(start))) start++;
  const opened = text.slice(start, end).includes('(');
  while (end > start && isTrailing(text.charAt(end - 1), opened)) end--;
  const word = text.slice(start, end);
  if (ADDRESS.test(word) || DOMAIN.test(word)) return { start, end, kind: 'address' };
  if (LETTER.test(word)) return { start, end, kind: 'latin' };
  if (SCORE.test(word)) return { start, end, kind: 'score' };
  return FIGURE.test(word) ? { start, end, kind: 'number' } : { start: from, end: to, kind: 'sign' };
}

/** «Barcelona 3-1»: the score is not part of the name, as «737-800» is. */
const SCORE = /^[0-9]{1,2}[-\u2010-\u2015\u2212][0-9]{1,2}$/;

const OPENING = '([{<"“”‘’\'`*•-–—_.,:;!?/|…)';
const TRAILING = '.,:;!?…"“”‘’\'`*•-–—_/|({[<>]}';

function isTrailing(c: string, opened: boolean): boolean {
  return c === ')' ? !opened : TRAILING.includes(c);
}

/** The next closing bracket at or after a place; asked for rising places, so that all of it is linear. */
function closingBrackets(text: string): (from: number) => number {
  let known = -1;
  return (from) => {
    if (known < from) {
      const at = text.indexOf(')', from);
      known = at < 0 ? Infinity : at;
    }
    return known;
  };
}

/** Where the run ends so that its brackets are pairs: before the first that has no partner. */
function balancedEnd(
  text: string,
  start: number,
  end: number,
  closingAfter: (from: number) => number,
): number {
  for (let i = start; i < end; i++) {
    const c = text.charAt(i);
    if (c === ')') return trimmed(text, start, i);
    if (c !== '(') continue;
    const close = closingAfter(i);
    // The bracket after the last word belongs to the run when it opened inside: «Apple (AAPL)».
    if (close >= end) return close === end ? end + 1 : trimmed(text, start, i);
    i = close;
  }
  return end;
}

function trimmed(text: string, start: number, end: number): number {
  let e = end;
  while (e > start && (isSpace(text, e - 1) || TRAILING.includes(text.charAt(e - 1)))) e--;
  return e;
}

function isSpace(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return c === 32 || c === 9 || c === 0xa0 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f;
}
