/** Reader site, Arabic. Owned by the pages; one key for one meaning. */
export const ar = {
  skipToContent: 'إلى المحتوى',
  front: 'الواجهة',
  latest: 'الأحدث',
  mostRead: 'الأكثر قراءة',
  search: 'بحث',
  readingTime: {
    zero: 'أقل من دقيقة قراءة',
    one: 'دقيقة قراءة',
    two: 'دقيقتا قراءة',
    few: '{n} دقائق قراءة',
    many: '{n} دقيقة قراءة',
    other: '{n} دقيقة قراءة',
  },
} as const;
