import type { PluralForms } from './catalogue.ts';

/** Finding stories in the newsroom's lists. */
export const ar = {
  find: 'البحث في المواد',
  words: 'كلمات من العنوان',
  further: 'شروط أخرى',
  person: 'شخص في المادة',
  author: 'الكاتب',
  from: 'من يوم',
  to: 'إلى يوم',
  clear: 'إزالة التصفية',
  noneFound: 'لا مواد بهذه الصفات.',
  atLeast: {
    zero: 'لا مواد',
    one: 'مادة على الأقل',
    two: 'مادتان على الأقل',
    few: '{n} مواد على الأقل',
    many: '{n} مادة على الأقل',
    other: '{n} مادة على الأقل',
  } as PluralForms,
  loadingMore: 'تُحمّل مواد أخرى…',
} as const;
