import { carriesOn, comparable, wordsOf } from '../words.ts';
import type { Furniture } from './furniture.ts';
import { storyWords } from './story-words.ts';

/**
 * Where comments begin; the number of lines if they do not. A heading that more text follows than stands before it, or
 * whose text carries a story on, counts comments above a text and ends nothing.
 */
export function endOfStory(
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
    while (kinds[next] === 'loose' || kinds[next] === 'pause') next++;
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
