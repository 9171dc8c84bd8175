import { clean } from '../clean.ts';
import { closingAgency, findFurniture, furnitureOf, isBodyLike, splitClosing } from './furniture.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { isDateLine, readDate } from './dates.ts';
import { findRepeated, headlineKey, repeatsHeadline, unglue, withoutSite } from './headline.ts';
import { toLines } from './lines.ts';
import { isAgency } from './agencies.ts';
import { isName } from './names.ts';
import { comparable, wordsOf } from './words.ts';

/** A story as it was read from a page or a pasted text. Absent parts are undefined; texts are as written. */
export interface Reading {
  headline: string | undefined;
  kicker: string | undefined;
  standfirst: string | undefined;
  dateline: string | undefined;
  agency: string | undefined;
  reporter: string | undefined;
  /** Milliseconds since the epoch. */
  published: number | undefined;
  paragraphs: string[];
  /** Addresses of pictures. */
  images: string[];
  /** Everything that was left out, in order, as it stood. */
  dropped: string[];
}

export interface ReadingOptions {
  /** IANA zone for dates that name none; UTC if absent. */
  zone?: string;
}

/**
 * Reads pasted text: the headline once, kicker, standfirst, dateline with agency and reporter, date, paragraphs
 * complete and in order; a page's furniture is dropped and reported. Linear in the text's length; never
 * throws. The rules are in `headline.ts`, `dateline.ts` and `furniture.ts`, each with its reasons.
 */
export function readText(text: string, options: ReadingOptions = {}): Reading {
  const reading = emptyReading();
  const lines: string[] = [];
  for (const { text: line } of toLines(clean(text))) {
    const picture = imageAddress(line);
    if (picture === undefined) lines.push(line);
    else reading.images.push(picture);
  }
  const start = takeHeadline(lines, reading);
  readBody(
    lines.slice(start).map((line, index) => ({ text: line, index })),
    reading,
    options,
  );
  return reading;
}

export function emptyReading(): Reading {
  return {
    headline: undefined,
    kicker: undefined,
    standfirst: undefined,
    dateline: undefined,
    agency: undefined,
    reporter: undefined,
    published: undefined,
    paragraphs: [],
    images: [],
    dropped: [],
  };
}

/** Finds the headline, fills in what stands before it, and says at which line the rest begins. */
function takeHeadline(lines: readonly string[], reading: Reading): number {
  const repeated = findRepeated(lines);
  const before = repeated ? lines.slice(0, repeated.index) : [];
  const plain = (line: string): boolean => furnitureOf(line) === undefined;
  if (repeated && !before.some((line) => plain(line) && isBodyLike(line))) {
    reading.headline = repeated.headline;
    takeAbove(before, reading);
    return repeated.index + 1;
  }
  const first = lines.findIndex(plain);
  if (first < 0) return 0;
  const above = lines.slice(0, first);
  const line = lines[first] ?? '';
  const next = lines[first + 1];
  const sentence = /[.۔]["»”)]*$/.test(line) && !line.endsWith('..') && wordsOf(line).length >= 5;
  if (sentence || wordsOf(line).length >= 25 || opensBody(line)) {
    // A wire text without a headline, or nothing but a dateline: all of it is body.
    return 0;
  }
  if (next !== undefined && isKicker(line) && plain(next) && !isBodyLike(next) && !readDateline(next)) {
    takeAbove([...above, line], reading);
    reading.headline = withoutSite(next) ?? next;
    return first + 2;
  }
  takeAbove(above, reading);
  reading.headline = unglue(line);
  return first + 1;
}

/** A dateline alone, or one with a text behind it that is too long for «تونس: افتتاح معرض الكتاب», a headline. */
function opensBody(line: string): boolean {
  const dateline = readDateline(line);
  if (!dateline) return false;
  return dateline.rest === '' || wordsOf(dateline.rest).length > 15;
}

/** Lines above the headline: dates, names of sites, and nearest to it perhaps a kicker. */
function takeAbove(lines: readonly string[], reading: Reading): void {
  const last = lines.length - 1;
  for (const [i, line] of lines.entries()) {
    if (isDateLine(line)) reading.published ??= readDate(line);
    const titled = reading.headline !== undefined && repeatsHeadline(line, reading.headline);
    if (i === last && !titled && furnitureOf(line) === undefined && isKickerText(line)) {
      reading.kicker = line.replace(/\s*[:.]+$/, '');
    } else reading.dropped.push(line);
  }
}

const kickerWords =
  /^(?:تقرير|تقارير|تحليل|تحليل اخباري|تحليل سياسي|خاص|عاجل|حصري|راي|مقال|مقالات|حوار|مقابله|ملف|تحقيق|قصه|رياضه|سياسه|اقتصاد|ثقافه|علوم|صحه|مجتمع|منوعات|تكنولوجيا|محليات|دولي|عربي|فن|فنون|مباشر|اخبار|استطلاع|متابعه|شرح|انفوغراف)(?: \S+){0,2}$/;

function isKicker(line: string): boolean {
  return (
    isKickerText(line) &&
    (/[:…]$|\.\.$/.test(line) || wordsOf(line).length <= 2 || kickerWords.test(comparable(line)))
  );
}

function isKickerText(line: string): boolean {
  const words = wordsOf(line).length;
  return words >= 1 && words <= 9 && line.length <= 100 && !isAgency(line, false) && !isSiteName(line);
}

/** «إرم نيوز»، «صحيفة الخليج»، «الجزيرة نت»: a publication, not a kicker. */
function isSiteName(line: string): boolean {
  const folded = comparable(line);
  return /(?:^| )(?:نيوز|نت|\.نت|اونلاين|news|online)$|\.(?:com|net|org)$|^(?:صحيفه|جريده|قناه|وكاله|موقع|شبكه|مجله|بوابه) /.test(
    folded,
  );
}

/** A paragraph on its way through the rules; `index` is its place in the source. */
export interface Item {
  text: string;
  index: number;
  /** It is nothing but a link to another page. */
  link?: boolean;
}

/**
 * Reads what stands under a headline into `reading`: byline and date lines, standfirst, dateline, body.
 * `reading.headline` is known or undefined.
 * @returns the paragraphs of the body; a text is as it was or, where a dateline or a closing mark came off,
 *   the end or the beginning of what it was.
 */
export function readBody(source: readonly Item[], reading: Reading, options: ReadingOptions): Item[] {
  const kept = withoutRepeats(source, reading);
  const first = takeCredits(
    kept.map((item) => item.text),
    reading,
    options,
  );
  const items = kept.slice(first);
  const drop = findFurniture(
    items.map((item) => item.text),
    items.map((item) => item.link === true),
  );
  const body: Item[] = [];
  for (const [i, item] of items.entries()) {
    if (drop[i] !== true) {
      body.push(item);
      continue;
    }
    const line = item.text;
    if (isDateLine(line) && !body.some((before) => isBodyLike(before.text))) {
      reading.published ??= readDate(line, options.zone);
    } else if (/^\s*(?:\(|المصدر)/u.test(line)) reading.agency ??= closingAgency(line);
    reading.dropped.push(line);
  }
  takeEnd(body, reading);
  takeDateline(body, reading);
  reading.paragraphs = body.map((item) => item.text);
  return body;
}

/** Drops lines that only say the headline again, unless nothing else would be left. */
function withoutRepeats(items: readonly Item[], reading: Reading): Item[] {
  const { headline } = reading;
  if (headline === undefined) return [...items];
  const again = items.map((item) => repeatsHeadline(item.text, headline));
  if (items.every((item, i) => again[i] === true || furnitureOf(item.text) !== undefined)) return [...items];
  reading.dropped.push(...items.filter((_, i) => again[i] === true).map((item) => item.text));
  return items
    .filter((_, i) => again[i] !== true)
    .map((item) => ({ ...item, text: unstick(item.text, headline) }));
}

/** A headline glued to the first paragraph without a space comes off it. */
function unstick(line: string, headline: string): string {
  if (!line.startsWith(headline) || wordsOf(headline).length < 4) return line;
  const rest = line.slice(headline.length);
  return /^\p{L}/u.test(rest) && readDateline(rest) !== undefined ? rest : line;
}

const writtenBy =
  /^(?:[-–—*|]\s*)?(?:كتب|كتبت|بقلم|تقرير|تحقيق|حوار|إعداد|اعداد|حاوره|حاورته|أعده|أعدته|الكاتب|المصدر|تغطية|by)\s*(?:[:/|-]\s*|\s+)(.{3,80})$/iu;

/** Byline, date and agency lines between the headline and the body; says where the body begins. */
function takeCredits(lines: readonly string[], reading: Reading, options: ReadingOptions): number {
  let at = 0;
  for (; at < Math.min(lines.length, 12); at++) {
    const line = lines[at] ?? '';
    if (isBodyLike(line) || line.length > 150) break;
    if (isDateLine(line)) {
      reading.published ??= readDate(line, options.zone);
      reading.dropped.push(line);
      continue;
    }
    const credit = writtenBy.exec(line)?.[1]?.trim();
    if (credit !== undefined && takeCredit(credit, reading)) continue;
    if (/^المصدر|^source/iu.test(line) && credit !== undefined) {
      if (isAgency(credit, true)) reading.agency ??= credit;
      reading.dropped.push(line);
      continue;
    }
    const own = readDateline(line, true);
    if (own && own.rest === '' && at + 1 < lines.length) {
      const last = lines.slice(at + 1).some((later) => furnitureOf(later) === undefined);
      if (last && (own.agency !== undefined || own.reporter !== undefined || own.place !== undefined)) {
        note(own, reading);
        continue;
      }
    }
    if (furnitureOf(line) === 'line') {
      reading.dropped.push(line);
      continue;
    }
    if (isName(line, true) && wordsOf(line).length <= 4 && at + 1 < lines.length && at === firstText(lines)) {
      reading.reporter ??= line;
      continue;
    }
    break;
  }
  return at;
}

function firstText(lines: readonly string[]): number {
  return lines.findIndex((line) => furnitureOf(line) === undefined && !isDateLine(line));
}

/** «كتب: أحمد علي – القاهرة». */
function takeCredit(credit: string, reading: Reading): boolean {
  const [who = '', where] = credit.split(/\s+[-–—|/،]\s*|،\s*/);
  if (!isName(who, false)) return false;
  reading.reporter ??= who.trim();
  if (where !== undefined && where !== '') {
    if (isAgency(where, true)) reading.agency ??= where;
    else reading.dateline ??= where.trim();
  }
  return true;
}

function note(line: Dateline, reading: Reading): void {
  reading.dateline ??= line.place;
  reading.agency ??= line.agency;
  reading.reporter ??= line.reporter;
}

/** The dateline opens the first paragraph, or the second when the first is a standfirst. */
function takeDateline(body: Item[], reading: Reading): void {
  for (const at of [0, 1]) {
    const item = body[at];
    if (item === undefined) return;
    const line = readDateline(item.text);
    if (!line || (line.rest === '' && at + 1 >= body.length)) continue;
    if (at === 1 && line.agency === undefined && line.place === undefined) continue;
    if (at === 1 && (body.length < 3 || reading.dateline !== undefined)) continue;
    note(line, reading);
    if (line.rest === '') body.splice(at, 1);
    else body[at] = { ...item, text: line.rest };
    const above = at === 1 ? body[0] : undefined;
    if (above !== undefined && above.text.length <= 400 && reading.standfirst === undefined) {
      reading.standfirst = above.text;
      body.shift();
    }
    return;
  }
}

/** Marks and names of agencies at the end of the last paragraph. */
function takeEnd(body: Item[], reading: Reading): void {
  const last = body.at(-1);
  if (last === undefined) return;
  const closed = splitClosing(last.text);
  if (closed) {
    body[body.length - 1] = { ...last, text: closed.text };
    reading.dropped.push(closed.mark);
    return;
  }
  const name = body.length > 1 ? closingAgency(last.text) : undefined;
  const credits = /^\((?:إعداد|اعداد|تحرير|ترجمة|شارك في|تغطية)\s.{5,200}\)$/u.test(last.text);
  if (name === undefined && !(body.length > 1 && credits)) return;
  reading.agency ??= name;
  reading.dropped.push(last.text);
  body.pop();
}

function imageAddress(line: string): string | undefined {
  return /^https?:\/\/\S+\.(?:jpe?g|png|webp|gif|avif)(?:\?\S*)?$/i.test(line) ? line : undefined;
}

/** Whether two texts say the same but for spaces, marks and punctuation. */
export function sameText(a: string, b: string): boolean {
  return headlineKey(a) === headlineKey(b);
}
