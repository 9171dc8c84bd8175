/** Leaving a form that is not saved. */
export const ar = {
  title: 'تعديلات لم تُحفظ',
  ask: 'إن غادرت هذه الصفحة الآن ضاع ما عدّلته فيها.',
  stay: 'البقاء فيها',
  leave: 'المغادرة وترك التعديلات',
} as const;
