import type { PluralForms } from './catalogue.ts';

/** Counted words that stand in more than one catalogue. */
export const stories: PluralForms = {
  zero: 'لا مواد',
  one: 'مادة واحدة',
  two: 'مادتان',
  few: '{n} مواد',
  many: '{n} مادة',
  other: '{n} مادة',
};

export const results: PluralForms = {
  zero: 'لا نتائج',
  one: 'نتيجة واحدة',
  two: 'نتيجتان',
  few: '{n} نتائج',
  many: '{n} نتيجة',
  other: '{n} نتيجة',
};

export const suggestions: PluralForms = {
  zero: 'لا اقتراحات',
  one: 'اقتراح واحد',
  two: 'اقتراحان',
  few: '{n} اقتراحات',
  many: '{n} اقتراحا',
  other: '{n} اقتراح',
};

/** Of a gallery. */
export const pictures: PluralForms = {
  zero: 'بلا صور',
  one: 'صورة واحدة',
  two: 'صورتان',
  few: '{n} صور',
  many: '{n} صورة',
  other: '{n} صورة',
};
