import type { Finding, ProofMessage } from './finding.ts';
import { type ProofWord, withLetter, wordSet } from './words.ts';

/** Frequent slips that are no word in any other meaning. With و ف ب ك ل and ال before them. */
const SLIPS: ReadonlyMap<string, string> = new Map(
  `هاذا هذا|هاذه هذه|هذهي هذه|هاذي هذه|هاؤلاء هؤلاء|هاولاء هؤلاء|ذالك ذلك|لاكن لكن|لاكنه لكنه|لاكنها لكنها|أولائك أولئك|أولئيك أولئك|كذالك كذلك|اللذي الذي|اللتي التي|الذان اللذان|اللى الذي|هاكذا هكذا
   إنشالله إن شاء الله|انشالله إن شاء الله|إنشاءالله إن شاء الله|انشاءالله إن شاء الله|ماشاءالله ما شاء الله|جزاءا جزاء|أيظا أيضا|أيضن أيضا|ايظا أيضا|شكرن شكرا|عفون عفوا|طبعن طبعا|مثلن مثلا|جدن جدا|دائمن دائما
   متاكد متأكد|متأكدون متأكدون|تاكيد تأكيد|تاثير تأثير|تاخير تأخير|تاهل تأهل|تاجيل تأجيل|تامين تأمين|تاسيس تأسيس|تاييد تأييد|راي رأي|راس رأس|كاس كأس|مراة مرأة|امراة امرأة|جراة جرأة|فجاة فجأة|نشاة نشأة|منشات منشآت|مفاجات مفاجآت|مكافات مكافآت
   مؤخرأ مؤخرا|مسؤوولية مسؤولية|مسؤوول مسؤول|مسوول مسؤول|مسوولية مسؤولية|مسولية مسؤولية|رؤوساء رؤساء|روساء رؤساء|رؤسا رؤساء|هيئه هيئة|بيئه بيئة|هيات هيئات|ثلاثاءا ثلاثاء|إستنئاف استئناف|إستأناف استئناف|استأناف استئناف|استإناف استئناف`
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(/ (.*)/).slice(0, 2) as [string, string]),
);
/** Of these which could be something else: a name, a town, a plural. */
const UNSURE = wordSet('راي راس كاس هيات اللى تامين امراة مراة هيئه بيئه كانو');

/** ظ for ض and ض for ظ: stems that are no word with the letter they have. */
const DAD_ZAH: readonly (readonly [RegExp, string, string])[] = [
  [
    /^[وفبكل]{0,2}(?:ال|لل)?(?:معضم|ضروف|ضاهرة|ضواهر|ضهر(?:ت|وا)|نضام|أنضمة|نضافة|نضري|نضرية|انتضار|محافض|حفض|ملاحضة|ملاحضات|موضف|موضفين|موضفون|توضيف|منضومة|حضيرة السيارات|لحضة|لحضات|عضيم|عضمى|تضاهرة|تضاهرات|متضاهر|يضهر|تضهر|أضهر|أضهرت|مضاهر|مضاهرة|مضاهرات)/,
    'ض',
    'ظ',
  ],
  [
    /^[وفبكل]{0,2}(?:ال|لل)?(?:نظال|مناظل|ظريبة|ظرائب|ظغط|ظغوط|ظفة|ظابط|ظباط|ظحية|ظحايا|ظرورة|ظروري|ظعف|ظعيف|مريظ|مرظى|أرظية|تخفيظ|تحريظ|معارظ|فوظى|رياظة|رياظي|حوظ|عرظ|بعظ|أيظا|حاظر|حظور|قظية|قظايا|قظاء|قاظي|وظع|موظوع|تظامن|مظيق|مظاعف)/,
    'ظ',
    'ض',
  ],
];

const ENDS = /^(?:ه|ها|هم|هما|نا|ة|ات|اته|اتها|ين|ون|ي|ية|ا|ت|وا)?$/;

/** Words that are simply misspelt: «لاكن», «هاذا», «معضم». */
export function spelling(text: string, word: ProofWord): Finding | undefined {
  const bare = word.bare;
  if (bare.length > 20 || bare.length < 3) return undefined;
  for (const at of SLIPS.has(bare) ? [0] : beginnings(bare)) {
    const wrong = bare.slice(at);
    const right = SLIPS.get(wrong);
    const unsure = UNSURE.has(wrong);
    // «فراس», «كراس» and «براس» are other words.
    if (right !== undefined && !(unsure && at > 0 && !/[ال]ل$/.test(bare.slice(0, at)))) {
      return make(word, 'spelling', bare.slice(0, at) + right, !unsure);
    }
  }
  for (const [shape, from, to] of DAD_ZAH) {
    const found = shape.exec(bare);
    if (!found) continue;
    if (!ENDS.test(bare.slice(found[0].length))) continue;
    const at = bare.lastIndexOf(from, found[0].length - 1);
    return make(word, 'zad-for-dad', withLetter(text, word, at, to), true);
  }
  return undefined;
}

function beginnings(bare: string): number[] {
  const longest = /^[وف]?[بكل]?(?:ال|لل)?/.exec(bare)?.[0].length ?? 0;
  const one = /^[وفبكل]/.test(bare) ? [1] : [];
  return longest === 0 ? one : [...new Set([longest, ...one])].filter((at) => bare.length - at > 2);
}

function make(word: ProofWord, message: ProofMessage, suggestion: string, certain: boolean): Finding {
  return {
    rule: 'spelling',
    start: word.start,
    end: word.end,
    certain,
    suggestions: [suggestion],
    message,
    params: { right: suggestion },
  };
}
