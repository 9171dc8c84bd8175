/** A story as readers will see it. */
export const ar = {
  title: 'معاينة',
  back: 'العودة إلى التحرير',
  width: 'العرض',
  phone: 'هاتف',
  desk: 'حاسوب',
  theme: 'المظهر',
  light: 'فاتح',
  dark: 'داكن',
  copy: 'نسخ الرابط',
  copied: 'نُسخ الرابط. يعمل حتى {when}، ويفتحه كل من وصل إليه.',
  notCopied: 'لم يسمح المتصفح بالنسخ. انسخ الرابط من هنا:',
  renew: 'تحديث المعاينة',
  frame: 'المادة كما تظهر للقارئ',
} as const;
