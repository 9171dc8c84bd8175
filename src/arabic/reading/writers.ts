import { comparable } from './words.ts';

/**
 * The words with which a page brings in whoever wrote a story: a verb («كتب»، «أعده للنشر»، «أعدت التقرير»), a noun
 * («بقلم الصحفي»، «من إعداد»), a role («كاتب المقال»، «مراسلنا»), or a passive («نشر بواسطة»). A name, an agency or a place follows.
 * Patterns are written in folded letters (see `words.ts`).
 */

const piece =
  '(?:ال)?(?:خبر|مقال|مقاله|تقرير|ماده|موضوع|نص|حوار|تحقيق|مقابله|لقاء|تدوينه|ملف|قصه|قراءه|تغطيه)';
const work =
  '(?:اعداد|تقرير|تحرير|تحقيق استقصايي|تحقيق|حوار|ترجمه|متابعه|متابعات|تغطيه|رصد|جمع|تقديم|عرض|قراءه|مقابله|لقاء|كتابه|تاليف|صياغه|انجاز|مقال|اختيار|تحليل|استطلاع|ريبورتاج|روبورتاج|تدقيق|قصه)';
const press = '(?:كاتب|محرر|معد|ناشر|مترجم|مراسل|موفد|صحفي|صحافي|مدون)(?:ه|ين|ون|ان|و)?';
const role =
  '(?:كاتب|محرر|معد|ناشر|مترجم|مراسل|موفد|مندوب|مبعوث|صحفي|صحافي|اعلامي|استاذ|زميل|دكتور|باحث|مدون|مولف)(?:ه|ين|ون|ان|و)?';
const by = '(?:بواسطه|من قبل|من طرف|من جانب|علي يد)';
/** Done to the story, which the verb's pronoun stands for: «كتبه»، «أعدته»، «أضافها». */
const done =
  '(?:كتب|اعد|حرر|نشر|اضاف|صاغ|ترجم|نقل|انجز|اجرا|اجري|رصد|تابع|غطا|ارسل|جمع|اختار|دون|عرب|راجع|حاور|ادخل|قدم)ت?(?:ه|ها|هما)';
const latin =
  '(?:(?:written|posted|reported|edited|published|reporting|words|story|text|article|translated) )?(?:by|par)|author|authors|auteur|writer|reporter|editor|byline|redaction';

const phrases = [
  `${done}(?: (?:ل?لنشر|ل?لعربيه|الي العربيه|عن \\S+|${piece}))?(?: ${by})?`,
  `(?:كتب|كتبت)(?: (?:لل\\S{2,}|ال${role}|ل?كم|${by}))?`,
  `(?:اعد|اعدت|حرر|حررت|انجز|انجزت|اجري|اجرت|ترجم|ترجمت|نشر|نشرت|غطي|غطت|صاغ|صاغت|كتب|كتبت) (?:هذا |هذه )?${piece}(?: (?:ال)?${role}| ${by})?`,
  `(?:تم(?:ت)? )?(?:ال)?(?:نشر|كتب|حرر|اعد|ارسل|ادرج|اضيف|كتابه|نشره|اعداد|تحرير|اضافه|منشور|مكتوب|مرسل)(?:ت|ه)? ${by}`,
  `(?:من )?(?:تصوير ?(?:و|/) ?)?${work}(?: ?(?:و|/) ?(?:${work}|تصوير))?(?: (?:ال)?${role})?(?: ${by})?`,
  `(?:بقلم|بواسطه|قلم)(?: (?:ال)?${role})*`,
  `(?:اسم )?(?:ال)?${press}(?: ال(?:موقع|صحيفه|جريده|وكاله|خاص|خاصه))?`,
  // «كاتب الخبر»; «مراسل الخبر» is of the paper
  `(?:اسم )?(?:ال)?(?:كاتب|محرر|معد|ناشر|مترجم)(?:ه|ين|ون|ان|و)?(?: (?:${piece}|ال(?:موقع|صحيفه|جريده|وكاله|خاص|خاصه)))?`,
  '(?:مراسل|مراسله|مراسلت|مراسلي|مراسلو|موفد|موفدت|مندوب|مندوبت|مبعوث|مكاتب|مكتب|بعثه)(?:نا|ه|ها)?(?: (?:ال)?خاص(?:ه)?)?',
  'اعد|اعده|حاوره|نص|من|(?:مقدمه|قصه|خبر|مقال|رساله) من|الكتاب|المحررون|كتبوا',
  latin,
];

const introduction = new RegExp(`^(?:${phrases.join('|')})(?= |$)`, 'u');
const longestFirst = phrases.map((phrase) => new RegExp(`^(?:${phrase})(?= |$)`, 'u'));

/** The words at the beginning of a folded text that bring in a writer, as many as there are. */
export function introductionOf(folded: string): string | undefined {
  if (!introduction.test(folded)) return undefined;
  let longest = '';
  for (const phrase of longestFirst) {
    const found = phrase.exec(folded)?.[0] ?? '';
    if (found.length > longest.length) longest = found;
  }
  return longest === '' ? undefined : longest;
}

/** Whether a whole text is words that bring in a writer. */
export function isIntroduction(text: string): boolean {
  const folded = comparable(text);
  return introductionOf(folded) === folded;
}
