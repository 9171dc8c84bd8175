/** The parts of a date and a time, chosen one by one. */
export const ar = {
  day: 'اليوم',
  month: 'الشهر',
  year: 'السنة',
  hour: 'الساعة',
  minute: 'الدقيقة',
  zone: 'التوقيت',
  twice: 'تؤخَّر الساعة في تلك الليلة فيأتي هذا الوقت مرتين. أيّهما الموعد؟',
  first: 'الأولى ({offset})',
  second: 'الثانية ({offset})',
  never: 'تقدَّم الساعة في تلك الليلة فلا يأتي هذا الوقت؛ ويكون الموعد {time}.',
} as const;
