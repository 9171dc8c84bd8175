import type { Phrase } from './noun-phrase.ts';
import { genderOf } from './phrase-words.ts';
import { organisations, statements } from './organisation-words.ts';
import { kin } from './role-words.ts';
import { type Agreement } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** Offices that mean whoever spoke last when nobody was given that office («وقال المتحدث»). */
export const general = new Set(
  'صحفي صحفيه صحافي صحافيه اعلامي اعلاميه محام مستشار مستشاره ضيف ضيفه مسوول مسووله متحدث متحدثه ناطق مصدر لاعب لاعبه مدرب نجم فنان فنانه كاتب كاتبه باحث باحثه خبير خبيره محلل طبيب ناشط ناشطه ناييب نايبه ناب قيادي وزير وزيره رييس رييسه مدير مديره امين سفير محافظ ضابط محامي محام محلله شاعر مخرج مخرجه ممثل ممثله رجل شاب شابه سيده امراه فتاه حارس مهاجم مدافع قايد زعيم ملك امير شيخ دكتور دكتوره استاذ استاذه عداء حكم دولي برتغالي فرنسي الماني اسباني ايطالي ارجنتيني برازيلي انجليزي تونسي مصري جزايري مغربي والد والده مواطن شاهد ناجي عالم عالمه بروفيسور معلق متحدثه ناطقه مدربه قياديه مواطنه شاهده ناجيه دبلوماسي دبلوماسيه سفيره مرشح مرشحه مدون مدونه مهندس مهندسه ديبلوماسي'.split(
    ' ',
  ),
);

/** Nouns for a body that its name need not have: «الخطوط الجوية», then «الشركة». */
export const kinds = wordSet('شركة منظمة مؤسسة هيئة هيكل ناقلة');

/** Nouns before a name that is one without them. */
export const kindsBefore = wordSet('منظمة حزب حركة جماعة تنظيم شركة جمعية هيئة مؤسسة جامعة');

/** What a body that has spoken puts out. */
export const released =
  /^(?:بيان|بلاغ|نص|مذكره|رساله|منشور|تدوينه|تغريده|كلمه|خطاب|تصريح|مصدر|لائحه|نشريه|توضيح|اعلان)$/;

/** «المصدر ذاته» is whoever was quoted; «الأطباء» are others. */
export const anySource = /^(?:مصدر|مصادر|جهه)$/;

/** One office under two names. */
const sameOffice = new Map(Object.entries({ ناطق: 'متحدث', ناطقه: 'متحدثه', وزراء: 'حكومه' }));
export const canonical = (word: string) => {
  const plain = /^ل(?=....)/.test(word) && organisations.has(word.slice(1)) ? word.slice(1) : word;
  return sameOffice.get(plain) ?? plain;
};

/** «دونالد ترامب جونيور» is not «دونالد ترامب». */
export const younger = /^(?:جونيور|ابن|اب|نجل|زوج|زوجه)$/;

/** Whether all words of `short` stand in `long` in their order, the last ones last or the first first. */
export function contains(long: readonly string[], short: readonly string[]): boolean {
  let i = 0;
  for (const key of long) if (key === short[i]) i++;
  return i === short.length;
}

export const genderOfName = ({ keys }: Phrase): Agreement =>
  (keys.length > 1 ? genderOf(keys[0] ?? '') : undefined) ?? 'any';

/** Whether one word is the other with a letter put in, beginning and ending alike. */
export function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1 || short.length < 5) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return i > 0 && i < short.length && short.slice(i) === long.slice(i + 1);
}

export function isNamed(phrase: Phrase): boolean {
  switch (phrase.kind) {
    case 'person':
    case 'organisation':
    case 'place':
      return true;
    case 'statement':
      return phrase.issuer === undefined ? !statements.has(phrase.heads[0] ?? '') : isNamed(phrase.issuer);
    case 'role':
      return phrase.heads.length > 1 && !kin.has(phrase.heads[0] ?? '');
    case 'source':
    case 'pronoun':
      return false;
  }
}
