import { clean } from '../clean.ts';
import { readDateline } from './dateline.ts';
import { isDateLine, readDate } from './dates.ts';
import { closingAgency } from './furniture/closing.ts';
import { findFurniture, isBodyLike } from './furniture/find-furniture.ts';
import { furnitureOf } from './furniture/furniture.ts';
import { headlineKey, repeatsHeadline } from './headline.ts';
import { toLines } from './lines.ts';
import { emptyReading, type Item, type Reading, type ReadingOptions } from './record.ts';
import { takeCredits, takeDateline, takeEnd } from './take-credits.ts';
import { takeHeadline } from './take-headline.ts';
import { wordsOf } from './words.ts';

/**
 * Reads pasted text: the headline once, kicker, standfirst, dateline with agency and reporter, date, paragraphs
 * complete and in order; a page's furniture is dropped and reported. Linear in the text's length; never
 * throws. The rules are in `headline.ts`, `dateline.ts` and `furniture/`, each with its reasons.
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

/**
 * Reads what stands under a headline into `reading`: byline and date lines, standfirst, dateline, body.
 * `reading.headline` is known or undefined.
 * @returns the paragraphs of the body; a text is as it was or, where a dateline or a closing mark came off,
 *   the end or the beginning of what it was.
 */
export function readBody(source: readonly Item[], reading: Reading, options: ReadingOptions): Item[] {
  const items = takeCredits(withoutRepeats(source, reading), reading, options);
  const drop = findFurniture(
    items.map((item) => item.text),
    items.map((item) => item.link === true),
  );
  const body: Item[] = [];
  let closing: string | undefined;
  for (const [i, item] of items.entries()) {
    if (drop[i] !== true) {
      body.push(item);
      continue;
    }
    const line = item.text;
    if (isDateLine(line) && !body.some((before) => isBodyLike(before.text))) {
      reading.published ??= readDate(line, options.zone);
    } else closing ??= closingAgency(line);
    reading.dropped.push(line);
  }
  takeEnd(body, reading);
  takeDateline(body, reading);
  reading.agency ??= closing;
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

function imageAddress(line: string): string | undefined {
  return /^https?:\/\/\S+\.(?:jpe?g|png|webp|gif|avif)(?:\?\S*)?$/i.test(line) ? line : undefined;
}

/** Whether two texts say the same but for spaces, marks and punctuation. */
export function sameText(a: string, b: string): boolean {
  return headlineKey(a) === headlineKey(b);
}
