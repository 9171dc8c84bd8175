import { foldWithOffsets } from '../fold.ts';
import { allMonthNames, hijriMonths } from '../month-names.ts';
import { comparable } from './words.ts';

/** What datelines are made of, before it is known what each is: a text, what holds it, and the mark behind it. */
export interface Field {
  /** As written, trimmed; its place in the line. */
  text: string;
  start: number;
  end: number;
  wrap: 'none' | 'round' | 'square' | 'quotes';
  /** It is a day; nothing else needs to be asked. */
  day: boolean;
  /** The separator behind it without spaces; empty where there is none. */
  mark: string;
  /** The separator stands between spaces, or a space follows it. */
  spaced: boolean;
  /** Where what follows the separator begins. */
  next: number;
  /** Nothing follows it. */
  atEnd: boolean;
}

/** A dateline with two places, day, agency and two reporters stays below this many characters. */
const longest = 170;
/** «القاهرة - د ب أ - من فلان - » has four; more is a list. */
const mostFields = 9;

const longestFirst = (names: readonly string[]): string =>
  [...new Set(names.map(comparable))].sort((a, b) => b.length - a.length).join('|');
const month = longestFirst(allMonthNames.flat());
const lunar = longestFirst(hijriMonths.ar);
const year = '(?:1[34]|19|20)\\d{2}';
const weekday = '(?:يوم )?(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت)';
/** A day in folded letters, where it begins: «5 اغسطس/اب 2015»، «اول سبتمبر ايلول»، «فاتح ماي»، «12-3-2015»، «20 شوال 1436ه الموافق 5 اغسطس 2015م». */
const day = new RegExp(
  `(?:${weekday}[ ,،/-]*)?(?:` +
    `(?:\\d{1,2}|(?:ال)?اول(?: من)?|(?:ال)?فاتح(?: من)?|غره)[ /-]{0,3}(?:${month}|${lunar})(?:[ /(-]{1,3}(?:${month})\\)?)?(?:[ ,،/-]{1,3}${year})?(?: ?[هم](?!\\p{L}))?` +
    `(?:[ ,،/-]+الموافق[ :]*(?:ل )?\\d{1,2}[ /-](?:${month})[ /-]${year} ?م?)?` +
    `|\\d{1,2}[/.-] ?\\d{1,2}[/.-] ?(?:${year}|\\d{2})(?!\\d)|${year}[/.-]\\d{1,2}[/.-]\\d{1,2}(?!\\d)` +
    // «الكويت - 5 - 8 (كونا)»: day and month alone, where an agency's bracket follows; elsewhere it may be a score.
    `|\\d{1,2} ?[/-] ?\\d{1,2}(?= ?[(/])` +
    `)(?!\\p{L})(?: ?(?:الساعه )?\\d{1,2}[:.]\\d{2}(?: ?(?:غ|ت غ|جمت|م|ص|مساء|صباحا)(?!\\p{L}))?)?`,
  'uy',
);
const weekdayOnly = new RegExp(`${weekday}(?!\\p{L})`, 'uy');
/** A mark between fields. A tatweel with a space beside it is a dash; a full stop only with a space behind it. */
const mark =
  /[ ]*(?:[-–—―−_|/\\:؛;*=•·~>›]+|(?<= )»+(?= )|[،,](?= ?\S)|\.{1,3}(?= |$)|(?<=[ء-ي]{3})\.(?=[ء-ي]{3})|…)(?: ?[-–—―_/:*]+)*[ ]*/uy;
/** «د. حسن البراري», «ب. سهيلة»: the stop behind a title or an initial parts nothing. */
const title = /(?:[دام]\. ?){1,2}(?=\p{L}{2})|(?:\p{L}\. ){1,2}(?=\p{L}{3})/uy;
const dotted = /\p{L}(?:\. ?\p{L}){1,3}\.?(?!\p{L})/uy;
const closers: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '«': '»',
  '"': '"',
  '“': '”',
  '‹': '›',
  '”': '“',
  "'": "'",
};

/** Cuts the beginning of a line into fields. Linear: looks at a bounded part of it, each character a bounded number of times. */
export function fieldsOf(line: string): Field[] {
  const head = line.slice(0, longest + 60);
  // Same length, so that offsets stay: tatweel used as a dash; other spaces; «هـ» of the Hijri year is none.
  const prepared = head
    .replace(/(?<![0-9٠-٩] ?ه)ـ+(?=[\s/:(«"]|$)|(?<=[\s)»"])ـ+/gu, (dashes) => '-'.repeat(dashes.length))
    // Hyphens that no keyboard has.
    .replace(/[\u2010-\u2012\u2043\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\s/g, ' ');
  const { text, offsets } = foldWithOffsets(prepared);
  const at = (i: number): number => offsets[i] ?? head.length;
  const fields: Field[] = [];
  // A line between dashes («-أ ف ب-») begins behind them.
  let i =
    /^(?:[ ]|[-–—/*•|_~·¤]|[\u25a0-\u25ff\u2605\u2606]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|✍|✎|\ufe0f){0,8}/u.exec(
      text,
    )?.[0].length ?? 0;

  const sticky = (pattern: RegExp, from: number): string | undefined => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0];
  };
  const push = (from: number, to: number, wrap: Field['wrap'], isDay: boolean, after: number): void => {
    const found = sticky(mark, after) ?? '';
    const next = after + found.length;
    let start = from;
    let end = to;
    while (start < end && text[start] === ' ') start++;
    while (end > start && text[end - 1] === ' ') end--;
    i = next;
    if (start >= end) return;
    fields.push({
      text: head.slice(at(start), at(end)).replace(/ـ+$/u, '').trim(),
      start: at(start),
      end: at(end),
      wrap,
      day: isDay,
      mark: found.replaceAll(' ', ''),
      spaced: /^ | $/.test(found),
      next: at(next),
      atEnd: at(next) >= line.length,
    });
  };

  while (i < text.length && fields.length < mostFields && at(i) < longest) {
    const before = i;
    const c = text[i] ?? '';
    if (c === ' ') {
      i++;
      continue;
    }
    const closer = closers[c];
    if (closer !== undefined) {
      const close = closeOf(text, i, c, closer);
      if (close < 0 || close - i > 70) break;
      const wrap = c === '(' ? 'round' : c === '[' ? 'square' : 'quotes';
      const inside = sticky(day, i + 1) ?? sticky(weekdayOnly, i + 1);
      push(i + 1, close, wrap, inside !== undefined && i + 1 + inside.length === close, close + 1);
      continue;
    }
    const date = sticky(day, i) ?? sticky(weekdayOnly, i);
    if (date !== undefined) push(i, i + date.length, 'none', true, i + date.length);
    else {
      const end = endOfField(text, i, sticky);
      if (end < 0) break;
      push(i, end, 'none', false, end);
    }
    if (i === before) break;
  }
  return fields;
}

/** Where what opens at `from` closes, brackets within brackets left aside; -1 where it does not. */
function closeOf(text: string, from: number, opener: string, closer: string): number {
  if (opener === closer) return text.indexOf(closer, from + 1);
  let depth = 0;
  for (let j = from; j < text.length; j++) {
    if (text[j] === opener) depth++;
    else if (text[j] === closer && --depth === 0) return j;
  }
  return text.indexOf(closer, from + 1);
}

/** Where the plain field that begins at `from` ends: before a mark, a bracket, a quotation or a day. */
function endOfField(
  text: string,
  from: number,
  sticky: (pattern: RegExp, from: number) => string | undefined,
): number {
  const letters = sticky(dotted, from);
  const titled = letters === undefined ? sticky(title, from) : undefined;
  let j = from + (letters ?? titled ?? '').length;
  for (; j < text.length; j++) {
    const c = text[j] ?? '';
    if (c in closers || c === ')' || c === ']' || c === '»') return j;
    if (j > from && sticky(mark, j) !== undefined) return j;
    const gap = j > from && text[j - 1] === ' ';
    if (gap && /[\dا-ي]/.test(c) && (sticky(day, j) ?? sticky(weekdayOnly, j)) !== undefined) return j;
    if (gap) {
      const more = sticky(dotted, j) ?? sticky(title, j);
      if (more !== undefined) j += more.length - 1;
    }
  }
  return j;
}
