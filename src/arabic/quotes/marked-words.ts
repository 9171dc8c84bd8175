import type { Quoted, Word } from './items.ts';
import { organisations } from './organisation-words.ts';
import { isAddressee, isGiven, nameKey } from './phrase-words.ts';
import { wordSet } from '../word-set.ts';

/** Words after which marks hold a name or title: «فيلم "…"», «حزب "…"», «ما يسمى "…"». */
const namedByMarks = wordSet(`
اتفاق هامش تظاهرة فقرة دخلة موكب حفل فيلم مسلسل كتاب رواية قصيدة ديوان أغنية ألبوم مسرحية برنامج حصة مجلة صحيفة جريدة وكالة قناة إذاعة موقع تطبيق شركة مؤسسة منظمة جمعية حزب حركة تنظيم جماعة كتيبة لواء فصيل مشروع مبادرة حملة عملية معركة عاصفة إعصار سفينة باخرة طائرة صاروخ
سيارة هاتف جهاز نظام فيروس مرض لقب جائزة كأس بطولة دوري ملعب استاد فندق مطعم مقهى شارع ساحة ميدان مخيم قرية مدينة منطقة قاعدة مطار ميناء مستشفى مدرسة جامعة معهد مركز مسرح متحف معرض مهرجان مؤتمر ندوة منتدى هاشتاغ هاشتاق وسم اسم باسم يسمى تسمى المسماة المسمى يدعى تدعى المدعو الملقب المكنى
سمي سميت عنوان بعنوان شعار صفة مصطلح كلمة مادة قانون اتفاقية معاهدة وثيقة لوحة فرقة مجموعة شبكة نادي ناد فريق صفحة حساب طراز نوع فئة درجة سلسلة لعبة نسخة منصة محطة جبهة تحالف ائتلاف تيار كتلة قائمة رابطة هيئة لجنة رسالة هاكرز برمجية ضاحية حي مراسل مراسلة ضيف ضيفة موفد راديو تلفزيون لراديو مصمم بطل نجم منتج مخرج منتخب عصابة خلية مقال مقالة افتتاحية مسابقة سباق رحلة
`);

/** Words after which a title follows however long it is. */
const titled = wordSet(
  'حول عنونه عنونها عنون أسماه سماه عنوان بعنوان عنوانه عنوانها موضوع شعار موضوعها محور المعنون المعنونة',
);

/** Letters that the marks cut off: «لـ"وات"», «بـ"الهيئة"». */
const cutOff = wordSet('ل ب وب ول ك');

/** Whether a stretch in marks is a name or title, by its length and the word it follows. */
export function isTitle(before: Word | undefined, quoted: Quoted): boolean {
  const { length } = quoted.words;
  const [first] = quoted.words;
  if (first !== undefined && length <= 4 && (isGiven(first) || /^اب[وي]$/.test(first.key))) return true;
  if (before === undefined) return false;
  if (titled.has(before.key) && length <= 15) return true;
  // «مراسل الجوهرة "اف ام"»: letters.
  if (quoted.words.every(({ key }) => key.length <= 2) && length <= 4) return true;
  if (length > 6) return false;
  const key = nameKey(before.key.replace(/^[وفبلك](?=...)/, ''));
  const named = [before.bare, before.key, key].some((word) => namedByMarks.has(word));
  // «المدينة "…"»: what has the article has its name already, unless it is a short one.
  if (named && (!before.definite || length <= 3)) return true;
  if (cutOff.has(before.key) && /^و?ل/.test(before.key)) return length <= 4;
  return length <= 4 && !isAddressee(before) && [before.bare, key].some((word) => organisations.has(word));
}
