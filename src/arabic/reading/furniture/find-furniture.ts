import { isDateLine } from '../dates.ts';
import { carriesOn, comparable, endsSentence, wordsOf } from '../words.ts';
import { type Furniture, furnitureOf, isAgencyLine, isSection } from './furniture.ts';
import { isAgency } from '../agencies.ts';
import { isName } from '../names.ts';
import { isCredits } from './closing.ts';
import { rowsOf } from './rows.ts';
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
/** A line behind the story, once its foot has begun. */
const longestFoot = 16;
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
  const kinds = lines.map(furnitureOf);
  const body = lines.map((line, i) => kinds[i] === undefined && links[i] !== true && isBodyLike(line));
  const firstBody = body.indexOf(true);
  const end = endOfStory(lines, kinds, body);
  const lastBody = body.lastIndexOf(true, end - 1);
  const story = storyWords();
  for (const [i, line] of lines.entries()) if (body[i] === true && i < end) story.add(line);
  // A heading that no table knows, with titles below that have nothing of this story: a list of other stories.
  const startsList = (i: number): boolean => {
    const heading = lines[i] ?? '';
    if (i <= lastBody || firstBody < 0 || kinds[i] !== undefined || ownShort >= 2) return false;
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
  // Whether the first title of a list begins with a bullet.
  let bulleted: boolean | undefined;
  let footBegan = false;
  // Results, programmes, tables: a story that has short lines of its own.
  let ownShort = 0;
  const rows = rowsOf();
  for (const [i, line] of lines.entries()) {
    if (i >= end) {
      drop[i] = true;
      continue;
    }
    if (startsList(i)) inside = 'list';
    const kind = kinds[i];
    const behind = i > lastBody && lastBody >= 0;
    if (kind !== undefined && !isTimeline(line, i, firstBody, lastBody)) {
      drop[i] = true;
      if (kind === 'list') bulleted = undefined;
      inside = kind === 'list' || kind === 'tags' ? kind : kind === 'loose' ? inside : undefined;
      if (behind && kind !== 'loose' && kind !== 'list') footBegan = true;
      continue;
    }
    const words = wordsOf(line).length;
    const ties = ownShort >= 2 ? 1 : 2;
    const foreign = words <= longestTitle && !leadsOn(line) && !story.has(line, ties);
    // «* السبت 27 ماي…» behind titles without a bullet is no title.
    if (inside === 'list' && links[i] !== true) {
      if (bulleted === false && isBulleted(line)) inside = undefined;
      bulleted ??= isBulleted(line);
    }
    const listed = inside === 'list' && (links[i] === true || (foreign && body[i] === true));
    if (listed) drop[i] = true;
    else if (body[i] === true) drop[i] = false;
    else if (rows.have(line)) drop[i] = false;
    else if (inside === 'list')
      drop[i] = words <= longestTitle && (foreign || (ownShort < 2 && !leadsOn(line)));
    else if (inside === 'tags' && words <= longestTag) drop[i] = true;
    else if (behind) drop[i] = isFoot(lines, kinds, i, footBegan) || (ownShort === 0 && isRemnant(line));
    else if (i < firstBody) drop[i] = isAbove(line, kinds, i, firstBody);
    if (drop[i] === true) continue;
    inside = undefined;
    if (body[i] === true) continue;
    ownShort++;
    rows.add(line);
    story.add(line);
  }
  return drop;
}

/** Whether a line leads on to others («وفي ما يلي البرنامج الكامل:») or carries on from them: no title does. */
function leadsOn(line: string): boolean {
  if (carriesOn(line) || /^و(?:في|ب|ذلك|من|على|عن|ستكون|تكون|\s)/u.test(line)) return true;
  return /[:：]\s*$/u.test(line) && wordsOf(line).length >= 2;
}

/** Within a text a date is a heading of its own: a programme, a timeline. */
function isTimeline(line: string, i: number, firstBody: number, lastBody: number): boolean {
  return (
    i > firstBody &&
    firstBody >= 0 &&
    i < lastBody &&
    /\d/.test(comparable(line)) &&
    wordsOf(line).length >= 2 &&
    isDateLine(line)
  );
}

/**
 * Where comments begin; the number of lines if they do not. A heading that more text follows than stands before it, or
 * whose text carries a story on, counts comments above a text and ends nothing.
 */
function endOfStory(
  lines: readonly string[],
  kinds: readonly (Furniture | undefined)[],
  body: readonly boolean[],
): number {
  const size = (from: number, to: number): number => {
    let sum = 0;
    for (let i = from; i < to; i++) if (body[i] === true) sum += lines[i]?.length ?? 0;
    return sum;
  };
  const total = size(0, lines.length);
  let before = 0;
  let carried = 0;
  const carriedFrom: number[] = lines.map(() => 0);
  for (let i = lines.length - 1; i >= 0; i--) {
    if (body[i] === true && carriesOn(lines[i] ?? '')) carried++;
    carriedFrom[i] = carried;
  }
  let bodies = body.filter(Boolean).length;
  const story = storyWords();
  // The next line that is no furniture goes on with the story.
  const resumes = (i: number): boolean => {
    let next = i + 1;
    while (kinds[next] === 'loose') next++;
    const line = lines[next] ?? '';
    if (kinds[next] !== undefined || wordsOf(line).length < shortestOn) return false;
    return goesOn(line) || (isInvitation(lines[i] ?? '') && story.has(line, 2));
  };
  for (const [i, line] of lines.entries()) {
    if (kinds[i] === 'comments' && before > 0 && !resumes(i)) {
      const after = total - before;
      if (after <= before * 2 && (carriedFrom[i] ?? 0) * 3 <= bodies) return i;
    }
    if (body[i] === true) {
      before += line.length;
      story.add(line);
      bodies--;
    }
  }
  return lines.length;
}

/** «ويتكون المجلس من…» behind an invitation to comment: a story goes on, for readers seldom begin so at length. */
const shortestOn = 8;
function goesOn(line: string): boolean {
  return carriesOn(line) || /^و(?!الله|لكم|لله)/u.test(line);
}

/** «شاركنا رأيك في التعليقات» invites to what stands elsewhere; «التعليقات (3)» heads it. */
function isInvitation(line: string): boolean {
  return /^(?:شارك|انضم|ما رايك|علق|ناقش|ساهم)/.test(comparable(line));
}

function isBulleted(line: string): boolean {
  return /^\s*[*•·●▪◦+✓✔☑►▶◄–-]/u.test(line);
}

/** A short line behind the last sentence: the site's name beside its address, or whatever follows the page's foot. */
function isFoot(
  lines: readonly string[],
  kinds: readonly (Furniture | undefined)[],
  i: number,
  footBegan: boolean,
): boolean {
  const line = lines[i] ?? '';
  const words = wordsOf(line).length;
  if (footBegan) return words <= longestFoot;
  if (isAgencyLine(line) || isCredits(comparable(line)) || isSection(line)) return true;
  const next = kinds[i + 1];
  return words <= 4 && (next === 'foot' || next === 'comments');
}

/** Behind the last sentence a writer's name, or keywords: «سارة علي»، «اقتصاد نفط #طاقة». */
const mostKeywords = 8;
function isRemnant(line: string): boolean {
  return isName(line, true) || (/(?:^|\s)#\p{L}/u.test(line) && wordsOf(line).length <= mostKeywords);
}

/** «مقر المصرف المركزي. رويترز»: what a picture shows and who took it. */
const longestCaption = 14;
function isCaption(line: string): boolean {
  const [, words = '', credit = ''] = /^(.{6,110}?)\s*[.،]\s+([^.،]{3,30})\.?$/u.exec(line) ?? [];
  return words !== '' && wordsOf(words).length <= longestCaption && isAgency(credit, false);
}

/** A word or three among the furniture between headline and text: a section, a caption's rest. */
function isAbove(
  line: string,
  kinds: readonly (Furniture | undefined)[],
  i: number,
  firstBody: number,
): boolean {
  if (isSection(line) || isAgencyLine(line) || isCaption(line)) return true;
  const among = kinds[i - 1] !== undefined || (kinds[i + 1] !== undefined && i + 1 < firstBody);
  return among && wordsOf(line).length <= 3 && !/[:؟]$/.test(line);
}
