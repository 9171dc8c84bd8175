/** What a person reads when something cannot be done: what happened, and what to do next. Keys are error codes. */
export const ar = {
  'bad-request': 'لم يُفهم الطلب.',
  'not-found': 'لا توجد صفحة بهذا العنوان.',
  gone: 'سُحبت هذه المادة.',
  conflict:
    'غيّر شخص آخر هذه الوثيقة ({kind} {id}): رقم النسخة المتوقّع {expected} والحالي {actual}. أعد فتحها ثم أعد المحاولة.',
  'claim-taken': 'الاسم «{name}» مستعمل في {kind} {id}. اختر اسما آخر.',
  'too-large': 'الطلب أكبر من المسموح.',
  'too-many-requests': 'طلبات كثيرة في وقت قصير. انتظر قليلا ثم أعد المحاولة.',
  unavailable: 'الخدمة مشغولة الآن. أعد المحاولة بعد لحظات.',
  'bad-option': 'القيمة «{value}» لا تصلح للخيار {name}. المتوقّع: {expected}',
  'port-in-use': 'المنفذ {port} مشغول. أوقف البرنامج الذي يستعمله، أو اختر غيره: --port 4001',
  'data-folder-denied': 'لا صلاحية للكتابة في المجلد {path}. صحّح صلاحياته، أو اختر غيره بالخيار --data',
  'data-folder-newer':
    'كتب المجلدَ {path} إصدارٌ أحدث من مداد ({found}، وهذا الإصدار يعرف حتى {known}). شغّل الإصدار الأحدث.',
  'data-folder-in-use': 'يعمل مداد الآن على المجلد {path}. أوقفه أولا، أو اختر مجلدا آخر بالخيار --data',
  'data-folder-damaged': 'الملف {path} ليس قاعدة بيانات سليمة. استعد نسخة احتياطية، أو انقل الملف جانبا.',
  'data-folder-not-empty':
    'في مجلد البيانات محتوى آخر، فلم تُضف إليه العيّنة. اختر مجلدا جديدا بالخيار --data',
  'disk-full': 'امتلأ القرص. أفرغ مساحة ثم أعد المحاولة؛ لم يُكتب شيء ناقص.',
  'file-missing': 'لا يوجد ملف باسم {file}. تحقّق من الاسم.',
  'file-empty': 'الملف {file} فارغ.',
  'file-not-text': 'الملف {file} ليس نصا ولا صفحة وِب. احفظ الصفحة بصيغة HTML أو TXT.',
  'file-too-large': 'الملف {file} أكبر من الحد ({size} من {limit}). قسّمه أو احفظ المقال وحده.',
  'file-truncated': 'الملف {file} مبتور. حُفظ ما سبق موضع البتر؛ أعد جلب الملف كاملا ثم شغّل الأمر نفسه.',
  'file-encoding': 'تعذّر فهم ترميز الملف {file}. احفظه بترميز UTF-8.',
  'no-story-found': 'لم يُعثر في {file} على خبر. تأكد أنها صفحة مقال لا صفحة رئيسة.',
  'line-invalid': '{file}، السطر {line}: {reason}',
  'story-invalid': 'المادة غير صالحة: {reason}',
  'unknown-section': 'لا يوجد قسم باسم «{section}». الأقسام: {sections}',
} as const;
