import { isAgency } from './agencies.ts';
import { readDateline } from './dateline.ts';
import { isDateLine, readDate } from './dates.ts';
import { isBodyLike } from './furniture/find-furniture.ts';
import { furnitureOf, isSection } from './furniture/furniture.ts';
import { storyWords } from './furniture/story-words.ts';
import { findRepeated, headlineKey, repeatsHeadline, unglue, unlabelled, withoutSite } from './headline.ts';
import type { Reading } from './record.ts';
import { comparable, wordsOf } from './words.ts';

/** A page's menu may have this many lines above the headline. */
const mostAbove = 60;

/** Finds the headline, fills in what stands before it, and says at which line the rest begins. */
export function takeHeadline(lines: readonly string[], reading: Reading): number {
  const plain = (line: string): boolean =>
    furnitureOf(line) === undefined && !isSection(line) && !isCredit(line);
  const repeated = findRepeated(lines.slice(0, mostAbove).map((line) => (isNothing(line) ? '' : line)));
  const before = repeated ? lines.slice(0, repeated.index) : [];
  if (repeated && !before.some((line) => plain(line) && isBodyLike(line))) {
    reading.headline = repeated.headline;
    takeAbove(before, reading);
    return repeated.index + 1;
  }
  const first = pastFlashes(lines, pastMenu(lines, firstTitle(lines, plain), plain), plain);
  if (first < 0) return 0;
  const above = lines.slice(0, first);
  const line = lines[first] ?? '';
  const next = lines[first + 1];
  const sentence = /[.۔]["»”)]*$/.test(line) && !line.endsWith('..') && wordsOf(line).length >= 5;
  if (sentence || wordsOf(line).length >= 25 || opensBody(line)) {
    // A wire text without a headline, or nothing but a dateline: all of it is body.
    return 0;
  }
  if (next !== undefined && isKicker(line) && plain(next) && !isBodyLike(next) && !readDateline(next, true)) {
    takeAbove([...above, line], reading);
    reading.headline = withoutSite(next) ?? next;
    return first + 2;
  }
  takeAbove(above, reading);
  reading.headline = unglue(unlabelled(line));
  return first + 1;
}

/** «بقلم: نادية بن سالم», «القاهرة - رويترز»: a line that names who wrote, and where. */
function isCredit(line: string): boolean {
  return line.length <= 100 && readDateline(line)?.rest === '';
}

/** Furniture repeats on a page too, and is no headline; a line that only begins like it may be one. */
function isNothing(line: string): boolean {
  return isDateLine(line) || (furnitureOf(line) !== undefined && !seemsTitle(line));
}

const titleOpening =
  /^(?:شاهد|اقرا|تابع|حدث|ابرز|اهم|اخر|صور|فيديو|بالصور|بالفيديو|استطلاع|هل|عاجل|تحديث|اعلان|نشره)(?: |:)/;

/** «شاهد: لحظة انهيار الجسر», «أبرز أخبار الجمعة»: a headline, where nothing better is. */
function seemsTitle(line: string): boolean {
  const kind = furnitureOf(line);
  const other = kind === 'loose' || kind === 'pause' || kind === 'list';
  return other && wordsOf(line).length >= 3 && titleOpening.test(comparable(line)) && !isDateLine(line);
}

/** A first paragraph without a full stop is no headline where something else may be. */
const longTitle = 12;

/**
 * The line that is the headline where none repeats: the first of three words or more above the first paragraph that is no
 * furniture; else one that only begins like furniture; else any.
 */
function firstTitle(lines: readonly string[], plain: (line: string) => boolean): number {
  let short = -1;
  let seeming = -1;
  for (const [i, line] of lines.slice(0, mostAbove).entries()) {
    const words = wordsOf(line).length;
    if (!plain(line)) {
      if (seeming < 0 && seemsTitle(line)) seeming = i;
    } else if (words >= 3 || isBodyLike(line)) {
      if (isBodyLike(line) && short >= 0) return seeming >= 0 ? seeming : short;
      if (seeming >= 0 && words >= longTitle) return seeming;
      // «تقرير خاص» above it is a kicker, one or two words among a menu nothing.
      return short >= 0 && short === i - 1 && isKicker(lines[short] ?? '') ? short : i;
    } else if (short < 0 || !isKicker(lines[short] ?? '')) short = i;
  }
  return seeming >= 0 ? seeming : short;
}

/** A box of the newest titles above a headline has no more. */
const mostFlashes = 6;

/** «عاجل» or «الأخبار العاجلة», titles of others below it, then the headline: the first that speaks of what the text does. */
function pastFlashes(lines: readonly string[], first: number, plain: (line: string) => boolean): number {
  if (first < 1 || furnitureOf(lines[first - 1] ?? '') !== 'list') return first;
  const story = storyWords();
  for (const line of lines.slice(first + 1, mostAbove)) if (plain(line) && isBodyLike(line)) story.add(line);
  for (let i = first; i < first + mostFlashes; i++) {
    const line = lines[i];
    if (line === undefined || !plain(line) || isBodyLike(line)) return first;
    if (story.has(line, 1)) return i;
  }
  return first;
}

const flash = /^عاجل\s*[:|]\s*\S/u;

/** Menus name their parts in so many words; among them a line is no title. */
const menuWords = 3;

/**
 * A way through the site that ends with the headline («الأخبار / محليات / عنوان الخبر»), and a part of a menu among others
 * («سياسة واقتصاد», «نافذة على العالم», «ركن المرأة»), stand above the title.
 */
function pastMenu(lines: readonly string[], first: number, plain: (line: string) => boolean): number {
  const line = lines[first];
  if (line === undefined) return first;
  const key = headlineKey(line);
  const short = (text: string | undefined): boolean =>
    text !== undefined && wordsOf(text).length <= menuWords && !isBodyLike(text);
  const among =
    short(line) && short(lines[first + 1]) && (short(lines[first - 1]) || short(lines[first + 2]));
  for (let i = first + 1; i < Math.min(lines.length, first + 10); i++) {
    const later = lines[i] ?? '';
    if (isBodyLike(later)) return first;
    const words = wordsOf(later).length;
    if (words < menuWords || !plain(later)) continue;
    // «عاجل: …» above a headline is another story's.
    if (flash.test(line) && words > menuWords && !flash.test(later) && !isCredit(later)) return i;
    if (/[/>»›|\\←→]/.test(line) && later.length < line.length && key.endsWith(` ${headlineKey(later)}`))
      return i;
    if (among && words > menuWords) return i;
  }
  return first;
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
    const alone = furnitureOf(line) === undefined && (!isSection(line) || lines.length <= 2);
    if (i === last && !titled && alone && isKickerText(line)) {
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
