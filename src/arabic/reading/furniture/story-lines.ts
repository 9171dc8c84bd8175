import { beginsWithLedeVerb, carriesOn, comparable, wordsOf } from '../words.ts';
import { isSection } from './furniture.ts';

/** Whether a line leads on to others («وفي ما يلي البرنامج الكامل:») or carries on from them: no title does. */
export function leadsOn(line: string): boolean {
  if (carriesOn(line) || /^و(?:في|ب|ذلك|من|على|عن|ستكون|تكون|\s)/u.test(line)) return true;
  if (/[:：]\s*$/u.test(line)) return !isSection(line.replace(/[:：]\s*$/u, ''));
  return wordsOf(line).length >= shortestChained && isChained(line);
}

/** «وقدرت نسبة النمو…»، «وسيتم صرف…»: «و» before a verb; shorter lines may be titles of articles. */
const shortestChained = 6;
function isChained(line: string): boolean {
  return /^و(?!ي(?:ل|كي|ند|مبل|ست|ب))/u.test(line) && beginsWithLedeVerb(line.slice(1));
}

/** «السبت 11 مارس بداية من الساعة 18:00 النادي…»: a day with a clock, or with more figures or marks than a title has. */
const fewestMarks = 4;
export function isProgramme(line: string): boolean {
  const text = comparable(line).replace(/^[*•-]\s*/u, '');
  if (!/^(?:يوم )?(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه)\s+\d/.test(text)) return false;
  return (
    /\d[:.]\d{2}(?!\d)/.test(text) || (text.match(/\d[\d.,:]*|[–—:/*()|=+-]/gu) ?? []).length >= fewestMarks
  );
}
