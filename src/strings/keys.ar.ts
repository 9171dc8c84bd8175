/** The list of keys. */
export const ar = {
  everywhere: 'في كل صفحة',
  theseKeys: 'هذه القائمة',
  newStory: 'مادة جديدة',
  closeWhatIsOpen: 'إغلاق ما فُتح',
  inLists: 'في القوائم',
  nextRow: 'الصف التالي',
  previousRow: 'الصف السابق',
  openStory: 'فتح المادة',
  inFronts: 'في الترتيب، على زر التقديم أو التأخير',
  later: 'إلى أسفل',
  earlier: 'إلى أعلى',
  inEditor: 'في التحرير',
  inComments: 'في الملاحظات',
  mention: 'ذكر زميل',
  sendComment: 'إرسال الملاحظة',
} as const;
