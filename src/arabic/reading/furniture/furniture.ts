import { isAgency } from '../agencies.ts';
import { isDateLine } from '../dates.ts';
import { comparable, endsSentence, wordsOf } from '../words.ts';
import { isButtons } from './buttons.ts';
import { isCredited } from './captions.ts';
import { isClosing } from './closing.ts';
import { commentHeadings, rights } from './endings.ts';
import { footLines, tagHeadings } from './foot.ts';
import { isSectionName } from './sections.ts';
import { looseLines, pauseLines } from './lines.ts';
import { listHeadings } from './lists.ts';
import { forumLines, forumPauses, forumThanks, isDevotion } from './forum.ts';
import { handedOn } from './handed-on.ts';
import { doubtful, prompts, windows } from './prompts.ts';
import { readerLines } from './reader.ts';
import { compiled } from './rule.ts';
import { isStamp } from './stamps.ts';

/**
 * What kind of furniture a whole line is. `loose` stands alone anywhere, `pause` between two parts of a page (an
 * advertisement, a picture’s words, an invitation); `list` is a heading with other stories behind it,
 * `tags` one with keywords; `foot` belongs to a page's head or foot; `comments` ends the page's story; `closing` is an
 * agency's mark («// انتهى //»), `ends` the end of a list («نهاية القصص»).
 */
export type Furniture = 'loose' | 'pause' | 'list' | 'tags' | 'foot' | 'comments' | 'closing' | 'ends';

const list = compiled(listHeadings);
const comments = compiled(commentHeadings);
const loose = compiled(looseLines);
const pause = compiled(pauseLines);
const window = compiled(windows);
const prompt = compiled(prompts);
const listEnd =
  /^(?:نهايه (?:ال)?(?:قصص|قايمه|قصه|اخبار|مواضيع|محتوي)(?: .{2,20})?|(?:قصص|مواضيع|اخبار|مقالات) .{2,20} نهايه|end of (?:list|story|stories|gallery|carousel))$/u;
const heading =
  /^(?:اقرا|اقراوا|اقراي|اقرا\/ي|طالع|طالعوا|شاهد|شاهدوا) (?:ايضا |كذلك )?المزيد ?:$|^list \d+ of \d+$/u;
const reader = compiled(readerLines);
const forum = compiled(forumLines);
const forumPause = compiled(forumPauses);
const thanks = compiled(forumThanks);
const handed = compiled(handedOn);
const foot = compiled([...footLines, ...rights]);
const tags = compiled(tagHeadings);
/** A sentence that is over, and still no story's: it names what is to be pressed, or a browser. */
const certain =
  /^[^\u0600-\u06ff]+$|تصغير هذه الصوره|يعجب بهذا|(?:لن (?:نشارك|نبيع|نرسل|نستخدم))|(?:اضغط|انقر|الضغط|النقر|متصفح|javascript|(?:لمشاهده|لعرض|للاطلاع علي|لتشغيل) هذ[اه] |(?:ارسل|راسل|اكتب|ابلغ)(?:وا|ي)?(?:نا|ونا)? )/u;
const unsure = new RegExp(`^${doubtful} `, 'u');

const address =
  /^(?:(?:https?:\/\/|www\.)\S+|(?:[a-z0-9-]+\.)+(?:com|net|org|info|news|co|tv|me|io|sa|ae|eg|qa|kw|bh|om|ye|iq|sy|lb|jo|ps|sd|ly|tn|dz|ma|mr|uk|fr|de|ru|example)(?:\/\S*)?|\S+@\S+\.[a-z]{2,})$/i;
/** What a form says in whole sentences: «احفظ اسمي في هذا المتصفح…»، «شروط التعليق: عدم الإساءة…». */
const formal =
  /^(?:احفظ|حفظ) (?:اسمي|بياناتي)|^(?:شروط|ضوابط|قواعد|سياسه|تعليمات) (?:ال)?(?:نشر|تعليق|مشاركه|تعليقات)\s*:/u;
/** «لمراسلة الكاتب: name@paper.example»، «رابط الخبر: www.paper.example»: a label and an address. */
const labelled = /^[^:@]{2,40}\s*[:：]\s*(?:(?:https?:\/\/|www\.)\S+|\S+@\S+\.[a-z]{2,})$/i;

/** «#تونس #رياضة»، «@alwadi» */
const marks = /^(?:[@#][\p{L}\p{N}_]+[\s،,|]*)+$/u;
/** The longest line that is furniture: a disclaimer of two sentences. */
const longest = 320;

/** undefined for text. Bounded time for any line. */
export function furnitureOf(line: string): Furniture | undefined {
  const text = line.trim();
  if (text.length > longest) return undefined;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'loose';
  const folded = comparable(text);
  if (isClosing(folded)) return 'closing';
  if (address.test(folded)) return 'foot';
  if (labelled.test(folded)) return 'pause';
  if (marks.test(text)) return 'tags';
  if (comments.test(folded)) return sentence(text) && !formal.test(folded) ? undefined : 'comments';
  // «اقرأ المزيد:» with its mark heads titles; without it is a button.
  if (listEnd.test(folded)) return 'ends';
  if (heading.test(folded)) return 'list';
  if (loose.test(folded)) return sentence(text) ? undefined : 'loose';
  if (window.test(folded)) return 'pause';
  if (pause.test(folded)) return sentence(text) ? undefined : 'pause';
  if (list.test(folded)) return sentence(text) ? undefined : 'list';
  if (tags.test(folded)) return sentence(text) ? undefined : 'tags';
  if (forum.test(folded)) return sentence(text) && !certain.test(folded) ? undefined : 'foot';
  if (thanks.test(folded)) return 'comments';
  if (forumPause.test(folded)) return sentence(text) && !certain.test(folded) ? undefined : 'pause';
  if (isDevotion(folded)) return 'foot';
  if (handed.test(folded)) return sentence(text) ? undefined : 'pause';
  if (foot.test(folded) || isTrail(text) || isMenu(folded)) return 'foot';
  if (prompt.test(folded)) return sentence(text) && unsure.test(folded) ? undefined : 'pause';
  if (reader.test(folded)) return sentence(text) && !certain.test(folded) ? undefined : 'pause';
  if (isCredited(text)) return 'pause';
  const row = rowOf(text);
  if (row !== undefined) return row;
  if (isButtons(folded) || isDateLine(text.replace(/^\[|\]$/g, '')) || isStamp(text)) return 'loose';
  return undefined;
}

/** Whether a line is the name of a site's section; within a story it may be a subheading. */
export const isSection = isSectionName;

/** «عرب وعالم / أوروبا»، «الرئيسية > اقتصاد > طاقة»: the way to this page, where one of its parts is a section. */
function isTrail(line: string): boolean {
  const parts = line.length <= 80 ? line.split(/\s+[/>»›|\\]\s+/u) : [];
  return (
    parts.length >= 2 &&
    parts.every((part) => wordsOf(part).length <= 3) &&
    parts.some((part) => isSection(part))
  );
}

/** «عن الوادي | أعلن معنا | وظائف»: parts between bars, most of them a menu's. */
function isMenu(folded: string): boolean {
  const parts = folded.length <= 160 ? folded.split(/\s*[|•·]\s*/u) : [];
  if (parts.length < 3 || parts.some((part) => wordsOf(part).length > 4)) return false;
  return parts.filter((part) => foot.test(part)).length >= 2;
}

/** «طباعة | إرسال إلى صديق | تعليق», «نسخة الموبايل | النسخة الكاملة»: nothing but furniture between bars. */
function rowOf(text: string): Furniture | undefined {
  const parts = text.length <= 160 ? text.split(/\s*[|•·]\s*|\s{3,}/u).filter((part) => part !== '') : [];
  if (parts.length < 2 || parts.length > mostParts || parts.some((part) => wordsOf(part).length > 5))
    return undefined;
  const kinds = new Set(
    parts.map((part) => (/\p{L}{2}/u.test(part) && !isSection(part) ? furnitureOf(part) : 'loose')),
  );
  if (kinds.has(undefined)) return undefined;
  const named = parts.some((part) => /\p{L}{2}/u.test(part) && !isSection(part));
  if (!named) return undefined;
  return kinds.has('foot') ? 'foot' : 'loose';
}
const mostParts = 10;

/** A finished sentence is text, whatever its first words. */
function sentence(text: string): boolean {
  return endsSentence(text) && wordsOf(text).length >= 5;
}

/** «(أ ف ب)», «وكالات»: an agency alone on its line. */
export function isAgencyLine(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= 60 &&
    isAgency(text.replace(/^[([«"/.-]+|[)\]»"/.-]+$/g, '').trim(), /^\.{0,3}[([/]/.test(text))
  );
}
