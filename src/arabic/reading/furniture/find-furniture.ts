import { isDateLine } from '../dates.ts';
import { carriesOn, comparable, endsSentence, wordsOf } from '../words.ts';
import { isAbove, isButton, isCaption, isFoot, isRemnant } from './around-story.ts';
import { isPhotographer } from './captions.ts';
import { isCommenter } from './comment-names.ts';
import { endOfStory } from './end-of-story.ts';
import { furnitureOf, isAgencyLine, isSection } from './furniture.ts';
import { type Form, formOf, numberOf } from './list-form.ts';
import { isLink } from './links.ts';
import { rowsOf } from './rows.ts';
import { isProgramme, leadsOn } from './story-lines.ts';
import { storyWords } from './story-words.ts';

/** Whether a line can only be a part of the body: a sentence that is over, a long text, one that carries on. */
export function isBodyLike(line: string): boolean {
  const count = wordsOf(line).length;
  if (count >= 22) return true;
  if (count >= 2 && endsSentence(line)) return true;
  return count >= 6 && carriesOn(line);
}

/** Titles of other stories are rarely longer. */
const longestTitle = 21;
/** «الأكثر قراءة», «أهم ما جاء اليوم»: a list's heading, and how many titles make sure that it is one. */
const longestHeading = 4;
const fewestTitles = 2;
/** A title behind an advertisement within a list. */
const shortestTitle = 5;
/** Keywords on lines of their own. */
const longestTag = 4;

/**
 * Marks what is furniture among the paragraphs of a story that may have a page's foot behind it.
 * @param links for each line whether it is nothing but a link, as lists of other stories are.
 * @returns for each line true if it is to be dropped. Never drops a line that can only be a body's, except behind
 *   readers' comments that stand after a body, or in a list of other stories where it has no word of this one.
 */
export function findFurniture(lines: readonly string[], links: readonly boolean[] = []): boolean[] {
  const drop = lines.map(() => false);
  const kinds = lines.map((line, i) =>
    isCommenter(lines, i) ? 'comments' : isResult(lines, i) ? 'pause' : furnitureOf(line),
  );
  const body = lines.map((line, i) => kinds[i] === undefined && links[i] !== true && isBodyLike(line));
  const firstBody = body.indexOf(true);
  const end = endOfStory(lines, kinds, body);
  const lastBody = body.lastIndexOf(true, end - 1);
  const story = storyWords();
  for (const [i, line] of lines.entries()) if (body[i] === true && i < end) story.add(line);
  // A heading that no table knows, with titles below that have nothing of this story: a list of other stories.
  const startsList = (i: number): boolean => {
    const heading = lines[i] ?? '';
    // «تقارير عربية» between two paragraphs, a title below.
    if (i > firstBody && i < lastBody && firstBody >= 0 && kinds[i] === undefined && isSection(heading))
      return wordsOf(heading).length >= 2 && isOther(i + 1) && !story.has(lines[i + 1] ?? '', 1);
    if (i <= lastBody || firstBody < 0 || kinds[i] !== undefined || ownShort >= 2) return false;
    // «لهذا الدور:», «- النادي…»: the first of the story's own.
    if (formOf(heading) !== 'plain' || (i === lastBody + 1 && lines[lastBody]?.endsWith(':') === true))
      return false;
    if (wordsOf(heading).length > longestHeading || leadsOn(heading) || story.has(heading, 1)) return false;
    let titles = 0;
    while (isOther(i + 1 + titles)) titles++;
    return titles >= fewestTitles;
  };
  const isOther = (i: number): boolean => {
    const line = lines[i];
    if (line === undefined || kinds[i] !== undefined || body[i] === true) return false;
    const words = wordsOf(line).length;
    return words >= 3 && words <= longestTitle && !leadsOn(line) && !story.has(line, 2);
  };
  let inside: 'list' | 'tags' | undefined;
  // How the first title of a list begins.
  let form: Form | undefined;
  // What interrupts a list mostly ends it.
  let paused = false;
  let footBegan = false;
  // Results, programmes, tables: a story that has short lines of its own.
  let ownShort = 0;
  const rows = rowsOf(lines.filter((_, i) => kinds[i] === undefined && body[i] !== true && i < end));
  let number = 0;
  const isOwn = (line: string, listed: boolean): boolean =>
    rows.have(line) ||
    isProgramme(line) ||
    (number > 0 && numberOf(line) === number + 1) ||
    (!listed && rows.goOn(line));
  for (const [i, line] of lines.entries()) {
    if (i >= end) {
      drop[i] = true;
      continue;
    }
    if (startsList(i)) {
      inside = 'list';
      paused = false;
    }
    const kind = kinds[i];
    const behind = i > lastBody && lastBody >= 0;
    if (kind !== undefined && !isTimeline(lines, i, firstBody, lastBody)) {
      drop[i] = true;
      // «12:30» before a title closes no story.
      const time = kind === 'closing' && inside === 'list' && /^\d/.test(comparable(line));
      const between = kind === 'loose' || kind === 'pause' || kind === 'ends' || time;
      if (kind === 'list') form = undefined;
      paused = kind === 'pause' || (paused && between);
      inside = kind === 'list' || kind === 'tags' ? kind : between && kind !== 'ends' ? inside : undefined;
      const button = kinds[i - 1] === 'pause' && isButton(line);
      if (behind && !between && kind !== 'list' && !button) footBegan = true;
      continue;
    }
    const words = wordsOf(line).length;
    const ties = ownShort >= 2 ? 1 : 2;
    const foreign = words <= longestTitle && !leadsOn(line) && !story.has(line, ties);
    if (inside === 'list' && links[i] !== true) {
      // «* السبت 27 ماي…» behind titles without a bullet is no title, nor is a short line behind an advertisement, or one above a text.
      const now = formOf(line);
      if (form !== undefined && form !== now && (now !== 'plain' || !behind)) inside = undefined;
      else if (paused && (words < shortestTitle || body[i + 1] === true)) inside = undefined;
      form ??= now;
    }
    const listed = inside === 'list' && (links[i] === true || (foreign && body[i] === true));
    if (listed) drop[i] = true;
    else if (body[i] === true) drop[i] = false;
    else if (i > firstBody && firstBody >= 0 && isLink(lines, i, story)) drop[i] = true;
    else if ((kinds[i - 1] !== undefined && isCaption(line)) || isPhotographer(line) || isAgencyLine(line))
      drop[i] = true;
    else if (inside !== 'tags' && !footBegan && isOwn(line, inside === 'list' && !paused)) drop[i] = false;
    else if (inside === 'list')
      drop[i] = words <= longestTitle && (foreign || (ownShort < 2 && !leadsOn(line)));
    else if (inside === 'tags' && words <= longestTag) drop[i] = true;
    else if (behind) drop[i] = isFoot(lines, kinds, i, footBegan) || (ownShort === 0 && isRemnant(line));
    else if (i < firstBody) drop[i] = isAbove(line, kinds, i, firstBody);
    if (drop[i] === true) continue;
    inside = undefined;
    number = numberOf(line) ?? number;
    if (body[i] === true) continue;
    ownShort++;
    rows.add(line);
    story.add(line);
  }
  return drop;
}

/** «النتائج» below «صوّت»: of a poll, not of a match. */
function isResult(lines: readonly string[], i: number): boolean {
  return (
    /^(?:ال)?(?:نتائج|نتيجة)$/u.test(lines[i] ?? '') &&
    /^(?:صوت|تصويت|التصويت)$/.test(comparable(lines[i - 1] ?? ''))
  );
}

/** Within a text a date is a heading of its own: a programme, a timeline. */
function isTimeline(lines: readonly string[], i: number, firstBody: number, lastBody: number): boolean {
  const line = lines[i] ?? '';
  const clocked = /(?:^|\D)\d{1,2}[:.]\d{2}\D.*\p{L}/u.test(comparable(lines[i + 1] ?? '').slice(0, 120));
  return (
    i > firstBody &&
    firstBody >= 0 &&
    (i < lastBody || clocked) &&
    /\d/.test(comparable(line)) &&
    wordsOf(line).length >= 2 &&
    isDateLine(line)
  );
}
