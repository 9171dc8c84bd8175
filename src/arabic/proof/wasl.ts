import type { Finding } from './finding.ts';
import { proclitics } from './prefixes.ts';
import { type ProofWord, withLetter, wordSet } from './words.ts';

/** Letters that may follow a noun of action: pronouns, number, relation, case. */
const NOUN_END =
  '(?:ي|ية|يا|يات|يون|يين|يتان|يتين|ات|ان|ين|ا|ة|ه|ها|هم|هما|هن|نا|ك|كم|اتي|اتية|اته|اتها|اتهم|اتنا|ائي)?';
/** After a past verb: person and object. */
const VERB_END = '(?:ت|ا|تا|وا|نا|ه|ها|هم|هما|ته|تها|تهم|وه|وها|وهم|ناه|ناها|ني|تني)?';

/**
 * Nouns of action that begin with the connecting hamza, after the إ or أ that stands in their place. Form VII انفعال, VIII افتعال
 * (its ت also as د or ط after the consonants that colour it), IX افعلال. X is looked at separately: it begins in است.
 */
const MASDARS = [
  new RegExp(`^ن[^اإأ][^اإأت][اآ][^اويى]${NOUN_END}$`),
  new RegExp(`^ن[^اإأ]ت[اآ][^اويى]${NOUN_END}$`),
  // Before a pronoun or ي the last hamza sits on ئ or ؤ: انتمائه, ابتدائي.
  new RegExp(`^[^اإأويدذزصضطظث]ت[^اإأ]ا[^اويى]${NOUN_END}$`),
  new RegExp(`^ت?[^اإأوي]ت[^اإأ]ا[ئؤ](?:ي|ية|ه|ها|هم|نا|يا|يات|ين|يون)$`),
  new RegExp(`^ن[^اإأ]{2}ا[ئؤ](?:ي|ية|ه|ها|هم|نا|يا|يات|ين|يون)$`),
  new RegExp(`^[صض]ط[^اإأ]ا[^اويى]${NOUN_END}$`),
  new RegExp(`^زد[^اإأ]ا[^اويى]${NOUN_END}$`),
  new RegExp(`^(?:طمئنان|قشعرار|ضمحلال|شمئزاز)${NOUN_END}$`),
  new RegExp(`^([^اإأوي])([^اإأ])([^اإأ])ا\\3${NOUN_END}$`),
  new RegExp(
    `^ت(?:فاق|حاد|صال|هام|جاه|ساع|خاذ|جار|كال|كاء|قاء|زان|ساق|سام|ضاح|عاظ)(?:ي|ية|يين|يون|يات|ا|ات|اته|اتها|اتهم|ه|ها|هم|هما|نا|ين|ان)?$`,
  ),
  /^دعاء(?:ات|اته|اتها|ه|ها|هم)?$/,
  /^دخار(?:ات|ه|ها)?$/,
];
/** Past verbs of VII, VIII and their hollow and defective kinds. A tenth form is none of these. */
const VERBS = [
  new RegExp(
    `^ن(?:طلق|سحب|فجر|ضم|قلب|قطع|خفض|تهى|دلع|كشف|كسر|صرف|عقد|جز|دمج|فرد|هار|حاز|طوى|زلق|حرف|شغل|عكس|قضى|تمى)${VERB_END}$`,
  ),
  new RegExp(
    `^(?:عتبر|عترف|عتقل|عتقد|عتمد|عتدى|عتدت|عتصم|عترض|عتذر|عتزم|نتخب|نتقد|نتقل|نتشر|نتظر|نتهت|نتهك|نتهج|نتحر|نتصر|جتمع|جتاز|جتاح|حتج|حتجز|حتفل|حتفظ|حتل|حتوى|حترق|حترم|ختار|ختطف|ختفى|ختتم|ختلف|ختبر|رتفع|رتكب|رتبط|رتدى|شترى|شترط|شترك|شتبك|شتكى|شتبه|فتتح|فتكت|فتك|قترح|قتحم|قترب|قتنى|قتصر|كتشف|كتفى|كتسب|لتقى|لتقت|لتحق|لتزم|متنع|متد|متلك|متثل|نتظم|نتزع|بتعد|بتز|ستمع|ستلم|تهم|تفق|تخذ|تصل|تجه|تضح|تسع|دعى|دعت|زداد|زدهر|ضطر|صطدم|صطف|غتال|غتصب|غتنم|حتضن|حتسب|حتاج|فترض|قتضى|قتضت|كتمل|متاز)${VERB_END}$`,
  ),
];
/** With اس at the head of a foreign word the hamza is the word's own. */
const FOREIGN_ST =
  /^ست(?:ون[يى]|رات?يج|راتج|روس|ورس|اد|ودي|ديو|رلين|انب|نبول|مبول|و?كهول|فان|فن|يفاو|يفان|يفن|يفي$|يلا?$|ر$|رال|بان$|رادا|ان$|انلي|انفورد|ا$|و$|ل$|لا$|ري[اه]|ندر)/;
/** Foreign words whose letters happen to have the shape. */
const FOREIGN =
  /^(?:نتر|نتل|لتمان|لتون|لتراس|نديان|نستغ|نستج|نستا|نكلتر|نجلتر|تش|تنا|يتي|نتي|نتو|ندبند|ندون|نفيد|نتصار[اى]ل|متيا?ز$)/;
/** The few nouns that begin with it. */
const NOUNS =
  /^(?:سم(?:ه|ها|هم|هما|ي|ا|ان|ين|ك|نا)?|بن(?:ه|ها|هم|هما|ي|ا|ان|ين|ة|ته|تها|تهم|ك|نا|تي)?|مرأة|مرأت(?:ه|ها|ان|ين|ي)|مرؤ|مرئ|ثن(?:ا|ان|ين|تان|تين|تا|تي|اهما))$/;
/** إمتياز is VIII of ميز, and so are the other hollow ones, whose ي the shapes above leave out. */
const HOLLOW = new RegExp(
  `^(?:متياز|ختيار|حتياج|حتياط|جتياز|جتياح|غتيال|عتياد|كتياب|رتياح|رتياب|شتياق|نتياب|نحياز|نهيار|نقياد|زدياد|صطياد|قتياد|بتياع|ختيال|متياح)${NOUN_END}$`,
);
const VERBAL_ADJECTIVE = wordSet('نتاج نتاجي نتاجية نتاجات');

/** What follows the first hamza shows that it should be a bare alef. */
function isWasl(rest: string): boolean {
  if (NOUNS.test(rest)) return true;
  if (FOREIGN.test(rest) && !HOLLOW.test(rest)) return false;
  if (rest.startsWith('ست')) return rest.length >= 5 && !FOREIGN_ST.test(rest);
  if (VERBAL_ADJECTIVE.has(rest)) return false;
  return (
    HOLLOW.test(rest) || MASDARS.some((shape) => shape.test(rest)) || VERBS.some((shape) => shape.test(rest))
  );
}

/**
 * With أ the verb may be a first person («أعتبر»), plurals and foreign names have like shapes, so only the clearest verbal nouns
 * are looked at: «أجتماع», «أنتخابات», «أستخدام».
 */
const CLEAR_NOUN = new RegExp(
  `^(?:ن[^اإأوي][^اإأويت]ا[^اوينى]|[^اإأويدذزصضطظث]ت[^اإأوي]ا[^اوينى]|ست[^اإأ][^اإأوي]ا[^اوينى]|قتصاد|حتياج|ختيار)${NOUN_END}$`,
);
function isWaslNoun(rest: string): boolean {
  return !FOREIGN.test(rest) && !FOREIGN_ST.test(rest) && CLEAR_NOUN.test(rest);
}

/** A connecting hamza written as a cutting one: «إستخدام», «الإجتماع», «إسم». */
export function hamzatWasl(text: string, word: ProofWord): Finding | undefined {
  const at = /[إأ]/.test(word.bare) ? placeOf(word.bare) : -1;
  if (at < 0) return undefined;
  // The name of the day is written with either by good papers.
  const isDay = /^الإثنين$/.test(word.bare);
  return {
    rule: 'hamzat-wasl',
    start: word.start,
    end: word.end,
    certain: !isDay,
    suggestions: [withLetter(text, word, at, 'ا')],
    message: 'hamzat-wasl',
    params: {},
  };
}

function placeOf(bare: string): number {
  if (bare.length > 20) return -1;
  for (const at of proclitics(bare, 'إأ')) {
    const rest = bare.slice(at + 1);
    if (bare[at] === 'إ' ? isWasl(rest) : isWaslNoun(rest)) return at;
  }
  return -1;
}
