import { isCommonForm } from '../entities/known-words.ts';
import { givenNames, moreGivenNames, reporterNames } from '../given-names.ts';
import { isAgency } from './agencies.ts';
import { isPlace, isPlaceShaped } from './places.ts';
import { comparable, imperfect, isLedeVerb, looksVerbal, wordsOf } from './words.ts';

/** Names that parts of compound names follow: «عبد الله», «أبو بكر», «بن يوسف», «نور الدين». */
const given: ReadonlySet<string> = new Set([
  ...Object.values(reporterNames)
    .flatMap((list) => list.split('،'))
    .map(comparable)
    .filter((name) => name !== ''),
  // Of the others the longer ones: «مات»، «جو»، «بان» are words, too.
  ...[...givenNames, ...moreGivenNames].map(comparable).filter((name) => name.length >= 4 && !isPlace(name)),
]);

/** Words that are never part of a reporter's name; compared as written, for «على» is not «علي». */
const never: ReadonlySet<string> = new Set(
  `في من على إلى الى عن أن إن أنّ ان التي الذي الذين هذا هذه ذلك تلك هناك هنا بعد قبل خلال مع بين حول ضد عند منذ حتى لا لن لم ما هل قد كل أكثر بلا دون لكن
أو ثم أي كما حيث لدى نحو عبر فوق تحت غير رغم بسبب بدون أول ثاني هو هي هم كان كانت يكون ليس ليست عاجل جديد جديدة آخر اليوم أمس غدا
رئيس الرئيس رئيسة وزير الوزير وزيرة وزارة مصدر مصادر مسؤول مسؤولون الملك الأمير الشيخ الحكومة البرلمان الجيش الشرطة مقتل إصابة انفجار قمة اجتماع
أزمة خطة بيان اتفاق الأمم مجلس النائب نائب مدير المدير قائد القائد لجنة هيئة منظمة جمعية حزب حركة فريق نادي منتخب مباراة دوري كأس بطولة جامعة مدرسة مستشفى
شركة بنك صندوق مركز معهد مؤسسة محكمة نقابة اتحاد الاتحاد وكالة صحيفة قناة موقع مراسل كاتب محلل خبير أستاذ دكتور سفير السفير ناشط ناشطون شهود خبراء
لاعب ملحمة الإرهاب العام إلغاء إضراب إذاعة رادار
سياسة اقتصاد رياضة ثقافة فن علوم صحة تكنولوجيا منوعات أخبار الأخبار تقرير تحليل حوار رأي مقال صورة صور فيديو الرئيسية القائمة بحث اتصل خاص تابع شارك اقرأ المزيد الكل محليات عربي دولي`.split(
    /\s+/,
  ),
);
/** Words that are offices before a name and end one: «أحمد الشيخ». */
const alsoLast: ReadonlySet<string> = new Set(['الشيخ', 'الأمير', 'الملك', 'النائب', 'القائد']);
/** «ب. سهيلة», «م. ف. عثماني»: papers of Algeria give the first name by its letter. */
const initialed = /^\p{L}\s?\.\s?(?:\p{L}\s?\.\s?)?\p{L}{3,}(?: \p{L}{3,})?$/u;
/** Parts that only names have between their words. */
const link = /^(?:بن|ابن|بنت|ولد|ابو|ابي|بو|ام|عبد|ال|اولد|ايت|آيت|دي|فان|فون|ماك|او)$/;

/**
 * Whether a text reads as one or more reporters' names («محمد العتيبي»، «سارة علي ومنى حسن»). `sure` asks for a first
 * name that is known, or a shape that only names have («ولد سيدي»، «بن يونس»); without it two to four plain words are
 * enough.
 */
export function isName(text: string, sure: boolean): boolean {
  // «د. حسن البراري», «أ.د. سعاد»
  if (initialed.test(text) && !wordsOf(text).some((word) => isLedeVerb(word) || never.has(word))) return true;
  const untitled = text.replace(/^(?:[دأام]\s?\.\s?){1,2}(?=\p{L}{2})/u, '');
  const bare = untitled.replace(/["«»“”().]/g, ' ').trim();
  if (bare.length > 90 || /[0-9٠-٩؟!:؛|/_@#]/.test(bare)) return false;
  const people = bare.split(/\s+و\s?(?=\S{2})|\s*[،,+&]\s*|\s+[-–—ـ]\s+/u).filter((person) => person !== '');
  if (people.length === 0 || people.length > 4) return false;
  // «م. ضرار الفهد»: behind a title there is a name.
  if (untitled !== text && people.length === 1 && isPerson(bare, false)) return true;
  if (people.length > 1 && people.every((person) => isPerson(person, sure))) return true;
  // The و of «لمياء ورغي» is the name's own.
  return !/[،,+&]|\s[-–—ـ]\s/u.test(bare) && isPerson(bare, sure);
}

function isPerson(text: string, sure: boolean): boolean {
  const words = wordsOf(text);
  if (words.length < 2 || words.length > 5) return false;
  const folded = words.map(comparable);
  const ends = (i: number): boolean => i === words.length - 1 && given.has(folded[0] ?? '');
  if (words.some((word, i) => (never.has(word) && !(alsoLast.has(word) && ends(i))) || /\d/.test(word)))
    return false;
  // «سيدي خريبيش» is a place, «سيدي محمد» a man.
  if (folded[0] === 'سيدي' && words.length === 2 && !given.has(folded[1] ?? '')) return false;
  const [first = '', second = ''] = folded;
  const known =
    given.has(first) ||
    given.has(`${first} ${second}`) ||
    /^عبد(?:ال|رب)\S{3,}$/.test(first) ||
    (first === 'عبد' && second.startsWith('ال'));
  // «مالك الجزيري يواصل كتابة التاريخ»
  if (known) return !isPlace(text) && !isAgency(text, false) && !folded.slice(1).some(imperfect);
  if (folded.slice(1, -1).some((word) => link.test(word)) && words.length >= 3) return true;
  if (/\b(?:agency|news|photos?|images?|press|content|read|latest|all|by|menu|data|getty)\b/i.test(text))
    return false;
  if (sure) return /^[\p{Script=Latin} .'-]+$/u.test(text) && /^\p{Lu}\S* \p{Lu}/u.test(text);
  if (words.length > 4) return false;
  // «حادث مرور قاتل», «جلسة سابقة لمجلس النواب» are words of the language.
  if (isCommonForm(first) || folded.filter(isCommonForm).length > 1) return false;
  return (
    !words.some((word) => isLedeVerb(word)) &&
    !looksVerbal(words[0] ?? '') &&
    !first.startsWith('ال') &&
    !isPlace(words[0] ?? '') &&
    !isPlace(text) &&
    !isPlaceShaped(text) &&
    // «هسبريس محايل»
    !isAgency(words[0] ?? '', false)
  );
}
