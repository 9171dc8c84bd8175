import type { PluralForms } from './catalogue.ts';

/** What readers read. */
export const ar = {
  title: 'القراءات',
  span: 'المدة',
  now: 'الآن',
  today: 'اليوم',
  month: 'ثلاثون يوما',
  nowHint: 'هذه الساعة والتي قبلها',
  reads: {
    zero: 'لا قراءات',
    one: 'قراءة واحدة',
    two: 'قراءتان',
    few: '{n} قراءات',
    many: '{n} قراءة',
    other: '{n} قراءة',
  } as PluralForms,
  byHour: 'القراءات في كل ساعة',
  byDay: 'القراءات في كل يوم',
  hour: 'الساعة',
  day: 'اليوم',
  count: 'القراءات',
  asTable: 'الأرقام في جدول',
  stories: 'الأكثر قراءة',
  sections: 'بحسب القسم',
  none: 'لا قراءات في هذه المدة بعد.',
  how: 'تُعدّ القراءة مرة لكل قارئ في الزيارة الواحدة، ولا تُعدّ زيارات البرامج. لا يُحفظ شيء عن القرّاء.',
} as const;
