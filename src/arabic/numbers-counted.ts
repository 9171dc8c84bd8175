import { formatNumber, type Digits } from './numbers.ts';

/** The forms that a noun takes when it is counted. */
interface CountedNoun {
  /** One of it, as it stands alone: «دقيقة»; also what follows a hundred, a thousand and a fraction. */
  one: string;
  /** Two of it as subject: «دقيقتان»; no figure beside it. */
  two: string;
  /** Two of it after a preposition or as object: «دقيقتين». */
  twoOblique: string;
  /** Three to ten: «دقائق». */
  few: string;
  /** Eleven to ninety-nine, the accusative of specification: «دقيقة», «يوما». */
  many: string;
}

const noun = (one: string, few: string, many: string, two: string): CountedNoun => ({
  one,
  two: `${two}ان`,
  twoOblique: `${two}ين`,
  few,
  many,
});
/** A noun in ة has one form for one and for eleven, and ت before its dual. */
const inTa = (one: string, few: string) => noun(one, few, one, `${one.slice(0, -1)}ت`);
/** Any other takes the alef of the accusative. */
const inConsonant = (one: string, few: string) => noun(one, few, `${one}ا`, one);

/** What a newspaper counts. */
export const countedNouns = {
  second: inTa('ثانية', 'ثوان'),
  minute: inTa('دقيقة', 'دقائق'),
  hour: inTa('ساعة', 'ساعات'),
  day: inConsonant('يوم', 'أيام'),
  week: inConsonant('أسبوع', 'أسابيع'),
  month: inConsonant('شهر', 'أشهر'),
  year: inTa('سنة', 'سنوات'),
  story: inTa('مادة', 'مواد'),
  report: inConsonant('خبر', 'أخبار'),
  tale: inTa('قصة', 'قصص'),
  word: inTa('كلمة', 'كلمات'),
  letter: inConsonant('حرف', 'أحرف'),
  paragraph: inTa('فقرة', 'فقرات'),
  result: inTa('نتيجة', 'نتائج'),
  reading: inTa('قراءة', 'قراءات'),
  picture: inTa('صورة', 'صور'),
  note: inTa('ملاحظة', 'ملاحظات'),
  comment: inConsonant('تعليق', 'تعليقات'),
  version: inTa('نسخة', 'نسخ'),
  reader: noun('قارئ', 'قراء', 'قارئا', 'قارئ'),
} as const satisfies Record<string, CountedNoun>;
export type Countable = keyof typeof countedNouns;

const rules = new Intl.PluralRules('ar');

/**
 * A number with its noun as Arabic counts: «لا دقائق», «دقيقة», «دقيقتان», «٣ دقائق», «١١ دقيقة», «١٠٠ دقيقة»,
 * «١٠٣ دقائق». With `after: 'preposition'` the dual is oblique («قبل دقيقتين»). A negative number counts as its size; what is not
 * finite gives the bare plural.
 *
 * Source: CLDR's plural rules for Arabic; the case of the counted noun by the grammars.
 */
export function counted(n: number, what: Countable, o: { digits: Digits; after?: 'preposition' }): string {
  const forms: CountedNoun = countedNouns[what];
  if (!Number.isFinite(n)) return forms.few;
  const shown = formatNumber(Math.abs(n), o);
  switch (rules.select(Math.abs(n))) {
    case 'zero':
      return o.after === undefined ? `لا ${forms.few}` : `${shown} ${forms.one}`;
    case 'one':
      return forms.one;
    case 'two':
      return o.after === undefined ? forms.two : forms.twoOblique;
    case 'few':
      return `${shown} ${forms.few}`;
    case 'many':
      return `${shown} ${forms.many}`;
    default:
      return `${shown} ${forms.one}`;
  }
}
