import type { Finding } from './finding.ts';
import { proclitics } from './prefixes.ts';
import { alsoWithout, nounsAbove, nounsBelow, otherSeatIsWord, particles, verbsAbove } from './qat-words.ts';
import { type ProofWord, withLetter, wordSet } from './words.ts';

const NOUN_ENDS =
  ',ي,ية,يا,يات,يون,يين,يتان,يتين,ات,ان,ين,ا,ة,ه,ها,هم,هما,هن,نا,اته,اتها,اتهم,اتنا,ون,تين,تان,ته,تها,تهم,تهما,تنا,ائي,ائية'
    .split(',')
    .sort((a, b) => b.length - a.length);
const VERB_ENDS = ',ت,ا,تا,وا,نا,ه,ها,هم,ته,تها,تهم,وه,وها,وهم,ناه,ناها'
  .split(',')
  .sort((a, b) => b.length - a.length);

/** Plurals أفعال and verbal nouns إفعال alike: which of them it is the shape does not tell. */
const SHAPE = /^ا[^ءاأإآلوي][^ءاأإآةى]ا[^ءاأإآوىة](?:ي|ية|ات|ه|ها|هم|هما|ين|ا)?$/;
/** Words of that shape that begin with a connecting hamza. */
const WASL_OF_SHAPE =
  /^ا(?:ت(?:فاق|حاد|صال|هام|جاه|ساع|خاذ|جار|كال|قاد|زان|ساق|سام|ضاح|باع|راك|رات|لاف)|ثنا|بنا|سما|[^ت]تا|زدا|صطا|دعا|دخا|طلا|طرا|نها|نحا|نقا|ضطر|نزا|نجا|نطا|نسا|تفا|تها|ست|شبا|مرا)/;
const LETTER_OF_WASL = wordSet('انهار انهارت انحاز انقاد انزاح');

/** Places of the word with the letter that belongs there: one, or several of which one is meant. */
interface Correction {
  places: readonly (readonly [at: number, letter: string])[];
  certain: boolean;
}

const TWO_SEATS: Correction = {
  places: [
    [0, 'إ'],
    [0, 'أ'],
  ],
  certain: false,
};

/** A cutting hamza left out («اعلن», «الى», «الاخبار») or on the wrong seat («أعلان», «إعلن»). */
export function hamzatQat(text: string, word: ProofWord): Finding | undefined {
  const found = correctionOf(word.bare);
  if (found === undefined) return undefined;
  return {
    rule: 'hamzat-qat',
    start: word.start,
    end: word.end,
    certain: found.certain,
    suggestions: found.places.map(([at, letter]) => withLetter(text, word, at, letter)),
    message: 'hamzat-qat',
    params: {},
  };
}

function correctionOf(bare: string): Correction | undefined {
  if (bare.length > 20 || bare.length < 2) return undefined;
  for (const at of proclitics(bare, 'ا')) {
    const found = withoutHamza(bare.slice(at), bare.slice(0, at));
    if (found) return { ...found, places: found.places.map(([place, letter]) => [at + place, letter]) };
  }
  for (const at of proclitics(bare, 'إأ')) {
    const found = wrongSeat(bare.slice(at), bare.slice(0, at));
    if (found) return { places: [[at, found]], certain: true };
  }
  return undefined;
}

/** Takes a word that begins with a bare alef, and what stands before it. */
function withoutHamza(stem: string, before: string): Correction | undefined {
  const isDefinite = before.endsWith('ال') || before.endsWith('لل');
  const particle = particles.get(stem);
  if (particle && allows(before, stem, isDefinite)) {
    return {
      places: particle.map((form) => {
        const at = [...stem].findIndex((letter, i) => form[i] !== letter);
        return [at, form[at] ?? ''];
      }),
      certain: particle.length === 1 && stem !== 'ام',
    };
  }
  const noun = nounOf(stem);
  if (noun && (isDefinite || before === '' || isClear(before, noun.base))) {
    if (EITHER.has(noun.base)) return TWO_SEATS;
    return { places: [[0, noun.letter]], certain: !UNSURE.has(before + stem) };
  }
  if (
    !isDefinite &&
    /^[وف]?$/.test(before) &&
    isOf(stem, verbsAbove, VERB_ENDS) &&
    isClear(before, stem.slice(0, 4))
  ) {
    return { places: [[0, 'أ']], certain: !alsoWithout.has(stem) };
  }
  if (
    SHAPE.test(stem) &&
    /^(?:[وف]?(?:ب|ك)?ال|[وف]?لل(?!اعب)|[بل]|)$/.test(before) &&
    !WASL_OF_SHAPE.test(stem) &&
    !LETTER_OF_WASL.has(stem)
  ) {
    return TWO_SEATS;
  }
  return undefined;
}

const WITHOUT_ARTICLE = wordSet('او اي اين الى اذا اذ ازاء الا ام ايضا انما اليه اليها اليهم اما');
/** What may stand before a particle: short ones would make other words of ب, ل and ك («باي», «لاذ»). */
function allows(before: string, stem: string, isDefinite: boolean): boolean {
  if (isDefinite) return !WITHOUT_ARTICLE.has(stem);
  if (before === '' || before === 'و') return stem.length > 2 || before === '' || stem !== 'اب';
  return stem.length >= (before === 'ف' ? 3 : 4) && !stem.startsWith('الي');
}

/** A proclitic of one letter and a word of three make the pattern فاعل: «واحد», «كامل», «فاصل». These do not. */
const CLEAR = wordSet(
  'واكد واقر واصر وادى واخذ واسس وايد لاول باول لاجل باحد لاحد بامن لامن وامن باهم لاهم واهم باقل لاقل واقل بامر لامر بارض لازم واول وادت واصبح',
);
function isClear(before: string, base: string): boolean {
  if (before.endsWith('ك')) return false;
  // ة is an ending: «لازمة» is «necessary» before it is «for a crisis».
  return (
    before === '' ||
    base.replace(/ة$/, '').length > 3 ||
    before.length > 1 ||
    CLEAR.has(before + base.slice(0, 3)) ||
    CLEAR.has(before + base)
  );
}
/** Words that, as they stand, could also be without hamza. */
const UNSURE = wordSet('ابا اسما امم امه فانيسا');
/** Plurals and verbal nouns that are both words, and both usual: «أرجاء» and «إرجاء». */
const EITHER = wordSet('ارجاء انصاف ابحار امداد ادراج احراز');

/** Takes a word that begins with أ or إ: the letter that belongs there, if the other seat makes no word. */
function wrongSeat(stem: string, before: string): string | undefined {
  const bare = `ا${stem.slice(1)}`;
  if (stem.startsWith('أ')) {
    const base = baseOf(bare, nounsBelow, NOUN_ENDS);
    // «أثارته» is a verb with its object, not إثارة.
    if (base?.endsWith('ة') === true && !stem.endsWith('ة')) return undefined;
    return base === undefined ||
      base.length < 5 ||
      otherSeatIsWord.has(base) ||
      isOf(bare, nounsAbove, NOUN_ENDS)
      ? undefined
      : 'إ';
  }
  if (!/^[وف]?$/.test(before) || bare.length < 4) return undefined;
  const verb = baseOf(bare, verbsAbove, VERB_ENDS);
  return verb === undefined ||
    isOf(bare, nounsBelow, NOUN_ENDS) ||
    alsoWithout.has(verb) ||
    BOTH_VERB_AND_NOUN.has(bare)
    ? undefined
    : 'أ';
}
/** «إجازة» and the like share letters with a verb and its object. */
const BOTH_VERB_AND_NOUN = wordSet(
  'اجازت اقالت اعادت احالت ادانت اقامت اصابت اضافت اشارت اعدت انت ابي اكل امر اخذ',
);

/** The noun of the lists that a word is a form of; of two the one that leaves less to an ending. */
function nounOf(stem: string): { base: string; letter: string } | undefined {
  const above = baseOf(stem, nounsAbove, NOUN_ENDS);
  const below = baseOf(stem, nounsBelow, NOUN_ENDS);
  if (below !== undefined && below.length > (above?.length ?? 0)) return { base: below, letter: 'إ' };
  return above === undefined ? undefined : { base: above, letter: 'أ' };
}

function isOf(stem: string, list: ReadonlySet<string>, ends: readonly string[]): boolean {
  return baseOf(stem, list, ends) !== undefined;
}

function baseOf(stem: string, list: ReadonlySet<string>, ends: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const end of ends) {
    if (!stem.endsWith(end)) continue;
    let base = end === '' ? stem : stem.slice(0, -end.length);
    // ء is written by its vowel before a pronoun: اجرائه, اعضاؤها.
    if (/ا[ئؤ]$/.test(base)) base = `${base.slice(0, -1)}ء`;
    if (base.length < 3) {
      if (end === '' && list.has(base)) found = base;
      continue;
    }
    if (list.has(base) && base.length > (found?.length ?? 0)) found = base;
    // ة is ت before a pronoun: ادارتها.
    if (end.startsWith('ت') && list.has(`${base}ة`) && base.length >= (found?.length ?? 0))
      found = `${base}ة`;
  }
  return found;
}
