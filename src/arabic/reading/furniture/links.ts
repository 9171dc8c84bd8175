import { comparable, wordsOf } from '../words.ts';
import { isBulleted } from './list-form.ts';
import { leadsOn } from './story-lines.ts';
import type { StoryWords } from './story-words.ts';

/** A single title of another story between two paragraphs, without a list around it. */

const shortest = 4;
const longest = 21;
const readMore =
  /^(?:و)?(?:اقرا|اقراوا|اقراي|طالع|طالعوا|شاهد|شاهدوا|تابع|تابعوا|المزيد|مزيد|للمزيد|تفاصيل|التفاصيل)(?: (?:ايضا|المزيد|كذلك|اكثر|التفاصيل|الخبر|التقرير|هنا))*\s*[:.…]*$/u;

/**
 * Whether a line that is no furniture by itself is a link: «• عنوان •» between bullets, a lone bullet, or the line below
 * «اقرأ المزيد», where it shares no word with its story.
 */
export function isLink(lines: readonly string[], i: number, story: StoryWords): boolean {
  const line = lines[i] ?? '';
  const before = lines[i - 1] ?? '';
  const words = wordsOf(line).length;
  if (words < shortest || words > longest || leadsOn(line)) return false;
  if (/^[•●▪◾*]\s?[^•●▪◾*]+[•●▪◾*]$/u.test(line)) return true;
  if (story.has(line, 1)) return false;
  if (readMore.test(comparable(before))) return true;
  const alone = !isBulleted(before) && !isBulleted(lines[i + 1] ?? '') && !/[:：]\s*$/u.test(before);
  return alone && /^[•●▪◾]\s?\p{L}/u.test(line);
}
