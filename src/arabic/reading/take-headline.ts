import { isAgency } from './agencies.ts';
import { readDateline } from './dateline.ts';
import { isDateLine, readDate } from './dates.ts';
import { isBodyLike } from './furniture/find-furniture.ts';
import { furnitureOf, isSection } from './furniture/furniture.ts';
import { findRepeated, repeatsHeadline, unglue, withoutSite } from './headline.ts';
import type { Reading } from './reading.ts';
import { comparable, wordsOf } from './words.ts';

/** A page's menu may have this many lines above the headline. */
const mostAbove = 60;

/** Finds the headline, fills in what stands before it, and says at which line the rest begins. */
export function takeHeadline(lines: readonly string[], reading: Reading): number {
  const plain = (line: string): boolean => furnitureOf(line) === undefined && !isSection(line);
  const repeated = findRepeated(lines.map((line) => (isNothing(line) ? '' : line)));
  const before = repeated ? lines.slice(0, repeated.index) : [];
  if (repeated && !before.some((line) => plain(line) && isBodyLike(line))) {
    reading.headline = repeated.headline;
    takeAbove(before, reading);
    return repeated.index + 1;
  }
  const first = firstTitle(lines, plain);
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
  reading.headline = unglue(line);
  return first + 1;
}

/** Dates, counters, networks: lines that repeat on many pages and are no headline. */
function isNothing(line: string): boolean {
  const kind = furnitureOf(line);
  return (
    kind === 'closing' ||
    kind === 'comments' ||
    isDateLine(line) ||
    (kind !== undefined && wordsOf(line).length <= 3)
  );
}

/**
 * The line that is the headline where none repeats: the first of three words or more above the first paragraph that is no
 * furniture; else one that only begins like furniture («شاهد: لحظة انهيار الجسر»); else any.
 */
function firstTitle(lines: readonly string[], plain: (line: string) => boolean): number {
  let short = -1;
  let seeming = -1;
  for (const [i, line] of lines.slice(0, mostAbove).entries()) {
    if (plain(line)) {
      if (wordsOf(line).length >= 3 || isBodyLike(line)) {
        if (short >= 0 && isBodyLike(line)) return seeming >= 0 ? seeming : short;
        // «تقرير خاص» above it is a kicker, one or two words among a menu nothing.
        return short >= 0 && isKicker(lines[short] ?? '') && short === i - 1
          ? short
          : seeming >= 0 && isBodyLike(line)
            ? seeming
            : i;
      }
      if (short < 0 || !isKicker(lines[short] ?? '')) short = i;
    } else if (
      seeming < 0 &&
      wordsOf(line).length >= 4 &&
      /^(?:شاهد|اقرا|تابع|حدث|ابرز|اهم|اخر|صور|فيديو|بالصور|بالفيديو|استطلاع|هل|عاجل|تحديث)(?: |:)/.test(
        comparable(line),
      )
    ) {
      seeming = i;
    }
  }
  return seeming >= 0 ? seeming : short;
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
