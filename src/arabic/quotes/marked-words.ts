import { adjectives } from './describing-words.ts';
import type { Item, Quoted, Word } from './items.ts';
import { organisations, statements } from './organisation-words.ts';
import { wordSet } from './word-set.ts';

/** Words after which marks hold a name or title: «فيلم "…"», «حزب "…"», «ما يسمى "…"». */
const named = wordSet(`
فيلم مسلسل كتاب رواية قصيدة ديوان أغنية ألبوم مسرحية برنامج حصة مجلة صحيفة جريدة وكالة قناة إذاعة موقع تطبيق شركة مؤسسة منظمة جمعية حزب حركة تنظيم جماعة كتيبة لواء فصيل مشروع مبادرة حملة عملية معركة عاصفة إعصار سفينة باخرة طائرة صاروخ
سيارة هاتف جهاز نظام فيروس مرض لقب جائزة كأس بطولة دوري ملعب استاد فندق مطعم مقهى شارع ساحة ميدان مخيم قرية مدينة منطقة قاعدة مطار ميناء مستشفى مدرسة جامعة معهد مركز مسرح متحف معرض مهرجان مؤتمر ندوة منتدى هاشتاغ وسم اسم باسم يسمى المسماة المسمى يدعى تدعى المدعو الملقب المكنى
سمي سميت عنوان بعنوان شعار صفة مصطلح كلمة عبارة مادة قانون اتفاقية معاهدة وثيقة لوحة فرقة مجموعة شبكة نادي نادي فريق صفحة حساب عدد طراز نوع فئة مرتبة درجة سلسلة لعبة نسخة منصة محطة جبهة تحالف ائتلاف تيار كتلة قائمة رابطة هيئة لجنة الإرهابي المسمى رسالة هاكرز برمجية مبادرات ضاحية حي
`);

/** Whether marks hold enough to have been said: `least` words, or a sentence mark inside. */
export function isSpeech(quoted: Quoted, least: number): boolean {
  return quoted.words.length >= least;
}

/** Whether a stretch in marks is a name or title by the word that it follows and its length. */
export function isTitle(before: Word, quoted: Quoted, after: Item | undefined): boolean {
  void after;
  const { length } = quoted.words;
  if (length > 7) return false;
  const key = before.key.replace(/^[وفبلك](?=...)/, '');
  if (named.has(before.bare) || named.has(before.key) || named.has(key)) return length <= 6;
  if (organisations.has(before.bare) || organisations.has(key)) return length <= 5;
  return length <= 2 && (adjectives.has(before.bare) || statements.has(before.bare));
}
