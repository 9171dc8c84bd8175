import type { PluralForms } from './catalogue.ts';
import { suggestions } from './plurals.ar.ts';

const mentions: PluralForms = {
  zero: 'لم يُذكر',
  one: 'ذُكر مرة',
  two: 'ذُكر مرتين',
  few: 'ذُكر {n} مرات',
  many: 'ذُكر {n} مرة',
  other: 'ذُكر {n} مرة',
};

const ignored: PluralForms = {
  zero: 'لم يُتجاهل شيء.',
  one: 'اقتراح واحد تُجوهل.',
  two: 'اقتراحان تُجوهلا.',
  few: '{n} اقتراحات تُجوهلت.',
  many: '{n} اقتراحا تُجوهلت.',
  other: '{n} اقتراح تُجوهلت.',
};

/** What the text shows of itself, beside it. */
export const ar = {
  title: 'في النص',
  suggestions,
  mentions,
  nothing: 'لم يظهر في النص ما يُقترح.',
  uncertain: 'غير مؤكد',
  noRecord: 'لا سجل له',
  link: 'ربط بالمادة',
  create: 'إنشاء سجل وربطه',
  ignore: 'تجاهل',
  ignored,
  showAgain: 'إظهار ما تُجوهل',
  dateline: 'مكان الخبر',
  takeDateline: 'نقل إلى حقله',
  quotation: 'قول',
  unnamed: 'بلا صاحب',
  pullQuote: 'إبراز المقتطف',
  alike: 'مادة شبيهة',
  alikeBy: '{percent}٪ من الكلام نفسه',
  open: 'فتح المادة',
  linked: 'مربوط بالمادة',
  unlink: 'إزالة {name}',
  failed: 'لم يُقبل الاقتراح: {reason}',
  taken: 'قُبل: {what}',
  keys: 'F2 للتالي، F4 للقبول، Shift F4 للتجاهل.',
} as const;
