import type { Item, Quoted, Word } from './items.ts';
import { organisations } from './organisation-words.ts';
import {
  isAddressee,
  isAdjective,
  isCommon,
  isFunctionWord,
  isGiven,
  isPlace,
  nameKey,
  wordAt,
} from './phrase-words.ts';
import { isKnownWord } from '../entities/known-words.ts';
import { speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** Words after which marks hold a name or title: «فيلم "…"», «حزب "…"», «ما يسمى "…"». */
export const namedByMarks = wordSet(`
اتفاق هامش تظاهرة فقرة دخلة موكب حفل فيلم مسلسل كتاب رواية قصيدة ديوان أغنية ألبوم مسرحية برنامج حصة مجلة صحيفة جريدة وكالة قناة إذاعة موقع تطبيق شركة مؤسسة منظمة جمعية حزب حركة تنظيم جماعة كتيبة لواء فصيل مشروع مبادرة حملة عملية معركة عاصفة إعصار سفينة باخرة طائرة صاروخ
سيارة هاتف جهاز نظام فيروس مرض لقب جائزة كأس بطولة دوري ملعب استاد فندق مطعم مقهى شارع ساحة ميدان مخيم قرية مدينة منطقة قاعدة مطار ميناء مستشفى مدرسة جامعة معهد مركز مسرح متحف معرض مهرجان مؤتمر ندوة منتدى هاشتاغ هاشتاق وسم اسم باسم يسمى تسمى المسماة المسمى يدعى تدعى المدعو الملقب المكنى
سمي سميت عنوان بعنوان شعار صفة مصطلح كلمة مادة قانون اتفاقية معاهدة وثيقة لوحة فرقة مجموعة شبكة نادي ناد فريق صفحة حساب طراز نوع فئة درجة سلسلة لعبة نسخة منصة طريق صالون تهمة غرار مآل قضية فعاليات مقاطعة قاعة محطة محطات مستشفيات قنوات برامج شركات مواقع أحزاب صحف جمعيات أفلام كتب متجر متاجر دكان سوق علامة ماركة موضة تسمية مركب قارب قطار مقهى جبهة تحالف ائتلاف تيار كتلة قائمة رابطة هيئة لجنة رسالة هاكرز برمجية ضاحية حي مراسل مراسلة ضيف ضيفة موفد راديو تلفزيون لراديو مصمم بطل نجم منتج مخرج منتخب عصابة خلية مقال مقالة افتتاحية مسابقة سباق رحلة
`);

/** «"أسوشيتد برس"», «"كاوف هاوس"»: nothing in the marks is a word of the language, so that nobody said it. */
export const isForeign = ({ words }: Quoted) =>
  words.length > 1 &&
  words.length <= 5 &&
  words.every((word) => ofForeignNames.has(word.key) || !(isCommon(word) || isFunctionWord(word)));

/** Words of the names of foreign papers, stations and makes that are so common as to count as Arabic. */
const ofForeignNames = wordSet(
  'برس نيوز تايمز بوست ميل صن تلغراف سكاي جورنال ستريت ماغازين راديو ديلي وول واشنطن نيويورك لوس أنجلوس سي إن بي دي كي تي في إم أف ام أر آر إس جي إيه ذا ذي لو لا دير فوكس دويتشه هيرالد تريبيون إيفنينغ فرانس أسوشيتد يونايتد إيرلاينز آي فون غوغل كار ماستر بلاي ستور جالاكسي غالاكسي',
);

/** Words after which a title follows however long it is. */
const titled = wordSet(
  'حول عنونه عنونها عنون أسماه سماه عنوان بعنوان عنوانه عنوانها موضوع شعار موضوعها محور المعنون المعنونة',
);

/** What has its own noun within the marks: «"جائزة القراء"». */
const isTitled = wordSet('جائزة كأس بطولة دوري مهرجان ملعب قناة إذاعة صحيفة مجلة برنامج مستشفى جامعة');
/** «رئيس "تونس البدائل"»: of what. */
const heads = wordSet('رئيس رئيسة مدير مديرة مؤسس مؤسسة زعيم زعيمة عضو عضوة مدرب نجم صاحب صاحبة أمين قائد');

/** Whether what stands in marks is a name by itself, whatever comes before it. */
function isName(quoted: Quoted): boolean {
  const { words } = quoted;
  const { length } = words;
  const [first] = words;
  const last = words[length - 1];
  if (first === undefined || last === undefined) return false;
  // «"أن السفن ستعود"» is no «آن».
  if (length <= 4 && ((isGiven(first) && !isFunctionWord(first)) || /^اب[وي]$/.test(first.key))) return true;
  if (isForeign(quoted) || words.every(({ key }) => /^[a-z0-9]/.test(key))) return true;
  // «"سوسة والمنستير والمهدية"»
  if (words.every(({ key }) => isPlace(key.replace(/^و/, '')))) return true;
  if (length < 2 || words.some(({ key }, i) => key !== 'و' && isWorking(words[i]))) return false;
  // «"المجلس الأعلى للثوار"», «"حكومة الوحدة الوطنية"», «"جائزة قراء المعهد"»: a body or thing, and nothing that it does.
  const noun = organisations.has(first.bare) || (!first.definite && namedByMarks.has(first.key));
  // «"الشرطة التونسية تصرفت بشكل كارثي"»: behind the article nothing without it goes on with a name.
  if (noun && first.definite && !words.slice(1).every(goesOnName)) return false;
  return (
    (noun && length <= 5 && (first.definite || last.definite)) || (isTitled.has(first.key) && length <= 6)
  );
}

const goesOnName = ({ key, definite }: Word) =>
  definite || /^[ولب]/.test(key) || isPlace(key) || !isKnownWord(key);

/** A small word or a verb, which a name seldom has; «ولن تسرح» too. */
const isWorking = (word: Word | undefined) =>
  word !== undefined &&
  (isFunctionWord(word) ||
    speechForm(word.key) !== undefined ||
    /^[وف](?:لن|لم|لا|قد|ما|انه?ا?)$/.test(word.key));

/** Bodies whose names mostly stand in marks. */
const parties = wordSet('حزب حركة جمعية منظمة شركة صحيفة قناة جماعة مجلة إذاعة');

/** Letters that the marks cut off: «لـ"وات"», «بـ"الهيئة"». */
const cutOff = wordSet('ل ب وب ول ك');

/** «تعرف بـ"…"», «المسمى "…"»: what somebody or something is called. */
const calls =
  /^[وف]?(?:ال)?(?:[يت]عرف|معروفه?|[يت]سمي|مسماه?|[يت]لقب|ملقبه?|[يت]دعي|[يت]كني|مكني|لقبه?|لقبت|عرف|عرفت|سمي|سميت)$/;

/** Whether the stretch in marks at item `k` is a name or title, by its length and the words it follows. */
export function isTitle(items: readonly Item[], k: number, quoted: Quoted): boolean {
  const before = wordAt(items, k - 1);
  // «المعروفة إعلاميا بـ"…"»
  const at = before?.key === 'ب' ? k - 2 : k - 1;
  const caller = wordAt(items, wordAt(items, at)?.key === 'اعلاميا' ? at - 1 : at);
  if (caller !== undefined && calls.test(caller.key) && quoted.words.length <= 10) return true;
  const { length } = quoted.words;
  const [first] = quoted.words;
  if (isName(quoted)) return true;
  if (before === undefined) return false;
  // «مستشفيات "شارل نيكول" و"الرابطة"»: one of many names.
  const other = before.key === 'و' ? items[k - 2] : undefined;
  if (other?.type === 'quoted' && length <= 6 && isTitle(items, k - 2, other)) return true;
  if (heads.has(before.key.replace(/^و/, '')) && length <= 4 && !quoted.words.some(isWorking)) return true;
  if (titled.has(before.key) && length <= 15) return true;
  // «مراسل الجوهرة "اف ام"»: letters.
  if (quoted.words.every(({ key }) => key.length <= 2) && length <= 4) return true;
  // «الحزب الرئاسي "إلى الأمام"»: a name behind the adjective.
  const noun = before.definite && isAdjective(before) ? wordAt(items, k - 2) : undefined;
  if (noun?.definite === true && parties.has(noun.bare) && length <= 4) return true;
  const key = nameKey(before.key.replace(/^[وفبلك](?=...)/, ''));
  const named = [before.bare, before.key, key].some((word) => namedByMarks.has(word));
  const ofBody = named || organisations.has(key) || organisations.has(before.bare);
  // «نقابة "…» that nobody closed; «مكتب "وان تو وان للبحوث"», which no speech begins like.
  if (ofBody && !before.definite && !quoted.closed) return true;
  const strange =
    first !== undefined && !isCommon(first) && !isFunctionWord(first) && speechForm(first.key) === undefined;
  if (ofBody && !before.definite && strange && length <= 10 && !/^[يتنس]/.test(first.key)) return true;
  if (length > 6) return false;
  // «المدينة "…"»: what has the article has its name already, unless it is a short one.
  if (named && (!before.definite || length <= 3)) return true;
  if (cutOff.has(before.key) && /^و?ل/.test(before.key)) return length <= 4;
  return length <= 4 && !isAddressee(before) && [before.bare, key].some((word) => organisations.has(word));
}
