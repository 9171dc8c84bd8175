/** What is said beside a field that needs correcting. */
export const ar = {
  required: 'هذا الحقل مطلوب.',
  type: 'القيمة ليست من النوع المتوقّع.',
  tooShort: 'أقصر من المطلوب: {least} على الأقل.',
  tooLong: 'أطول من المسموح: {most} على الأكثر.',
  tooSmall: 'أقل من المسموح: {least} على الأقل.',
  tooBig: 'أكبر من المسموح: {most} على الأكثر.',
  email: 'ليس عنوان بريد إلكتروني.',
  choice: 'ليست من الخيارات المتاحة.',
  unknown: 'لا يُقبل هذا الحقل هنا.',
  form: 'ليست بالصيغة المتوقّعة.',
} as const;
