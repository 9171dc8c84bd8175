import { wordSet } from '../word-set.ts';
import { commonWords } from './common-words.ts';
import { isNationality } from './countries.ts';
import { isCommonForm } from './known-words.ts';
import { bodyAdjectives, enders } from './organisation-words.ts';
import type { PlaceAt } from './organisations.ts';
import type { Candidate } from './spans.ts';
import { bare, isDefinite } from './article.ts';
import type { TextWord } from './text-words.ts';

/** Nouns before a place's name that are no part of it: «مدينة سرت». */
const before = wordSet(
  `مدينة مدينتي ولاية ولايتي ولايات محافظة محافظتي معتمدية معتمديتي معتمديات بلدة بلدتي قرية قريتي قرى منطقة منطقتي مناطق جهة إقليم مقاطعة دائرة عمادة ضاحية جزيرة مدن ريف ضواحي`,
);
/** Nouns that begin a place's name and belong to it: «شارع البيئة», «مطار قرطاج». */
const within = wordSet(
  `حي شارع نهج ساحة ميدان مطار ميناء ملعب جبل وادي واد نهر بحيرة خليج معبر سجن مخيم قصر ثكنة منتزه حديقة محمية شاطئ هضبة مقبرة مضيق جسر جامع مسجد سد غابة`,
);
/** With any definite noun they make a name: «حي الزهور», «ساحة الشهداء». */
const named = wordSet('حي شارع ساحة منتزه');
/** Before a word of unknown meaning they say little: «منطقة خالية». */
const loose = wordSet('منطقة مناطق جهة دائرة ضواحي ريف مدن');
/** Parts of a country that are towns somewhere. */
const sidesOfLand = wordSet('الشمال الجنوب الشرق الغرب الوسط الساحل');
/** Of these the first word alone is no name: «سيدي بوعلي», «بئر الحفي», «واد الجمعة». */
const firstHalves = wordSet(
  `غدير هنشير فج سيدي بئر بير بني أولاد اولاد عين رأس راس حمام منزل قصر سوق باب برج دار واد وادي جبل أم ام أبو ابو بو بن سان سانت سانتا نيو لوس لاس بيت دير تل كفر خان خربة شط ساقية قلعة عقلة جسر مجاز بورت كيب تل مرسى ميت`,
);

/** Adjectives that part a place from another of its name. */
const sides = wordSet('الشرقية الغربية الشمالية الجنوبية الكبرى الصغرى الجديدة القديمة العليا السفلى');

/** «سوق الأحد», «واد الجمعة». */
const marketDays = wordSet('السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة');

/**
 * A place named after a noun that says so at word `i` («مدينة سرت», «قرية …», «حي الزهور»), known to the gazetteer or
 * not; undefined where no name follows.
 */
export function placeAfterHead(
  words: readonly TextWord[],
  i: number,
  placeAt: PlaceAt,
): Candidate | undefined {
  const word = words[i];
  if (word === undefined || !word.joined) return undefined;
  for (const { key, letters } of word.readings) {
    const inside = within.has(key);
    if (!inside && !before.has(key)) continue;
    const from = inside ? { from: i, letters } : { from: i + 1, letters: 0 };
    const known = placeAt(i + 1);
    // «مسجد الحي», «مناطق الشمال».
    const vaguely =
      inside || (loose.has(key) && known !== undefined && sidesOfLand.has(words[i + 1]?.key ?? ''));
    if (known !== undefined && known.letters === 0 && !(vaguely && isDoubtful(words, i + 1, known.to))) {
      const to =
        inside && words[known.to]?.key === 'الدولي' && words[known.to - 1]?.joined ? known.to + 1 : known.to;
      return { ...base, ...from, to, certain: true, confidence: 0.95 };
    }
    const until = unknownName(words, i + 1, named.has(key));
    if (until === undefined) continue;
    // «عبيدة الشرقية»
    const side = words[until - 1]?.joined === true && sides.has(words[until]?.key ?? '');
    const to = side ? until + 1 : until;
    const plain = isDefinite(words[i + 1]?.key ?? '') || to > i + 2;
    const sure = named.has(key) ? plain : !inside;
    const vague = loose.has(key) && !plain && (words[i + 1]?.key ?? '').endsWith('ه');
    return { ...base, ...from, to, certain: sure && !vague && key !== 'جهه', confidence: sure ? 0.85 : 0.5 };
  }
  return undefined;
}

/** One word that is also a common one: «مسجد الحي» is no name, «ولاية الكاف» is. */
const isDoubtful = (words: readonly TextWord[], from: number, to: number): boolean =>
  to - from === 1 && commonWords.has(bare(words[from]?.key ?? ''));

const base = { kind: 'place', why: 'head-noun' } as const;

function unknownName(words: readonly TextWord[], k: number, anyNoun: boolean): number | undefined {
  const word = words[k];
  if (word === undefined || word.number || enders.has(word.key)) return undefined;
  const noun = bare(word.key);
  if (firstHalves.has(word.key) && word.joined) {
    const next = words[k + 1];
    // «أولاد بن نجاح»
    const further = words[k + 2];
    if (
      next?.joined &&
      firstHalves.has(next.key) &&
      further !== undefined &&
      !further.number &&
      !enders.has(further.key)
    )
      return k + 3;
    if (next !== undefined && !next.number && (!enders.has(next.key) || marketDays.has(next.key)))
      return k + 2;
  }
  if (isNationality(noun) || noun.length < 3) return undefined;
  if (anyNoun && isDefinite(word.key)) return bodyAdjectives.has(noun) ? undefined : k + 1;
  if (commonWords.has(noun)) return undefined;
  if (isCommonForm(word.key)) return undefined;
  return k + 1;
}

/** What is called after people: places, and bodies that are houses as well. */
const venues = wordSet('سيدي شارع نهج ساحة ميدان مطار ملعب قصر قاعة مسجد جامع ثكنة مسرح مخيم حي جسر مركب');
const houses = wordSet('مستشفى معهد مدرسة كلية جامعة مؤسسة إعدادية ليسيه');

/** «ملعب الطيب المهيري», «المستشفى الجامعي فرحات حشاد»: the person before whom such a noun stands is a name of it. */
export function namedAfter(words: readonly TextWord[], person: Candidate): Candidate | undefined {
  if (person.letters > 0) return undefined;
  let k = person.from - 1;
  while (
    k > 0 &&
    person.from - k < 3 &&
    words[k]?.joined &&
    isDefinite(words[k]?.key ?? '') &&
    bodyAdjectives.has(bare(words[k]?.key ?? ''))
  )
    k--;
  const word = words[k];
  if (word === undefined || !word.joined) return undefined;
  for (const { key, letters } of word.readings) {
    const noun = k === person.from - 1 ? key : bare(key);
    const house = houses.has(noun);
    if (!house && !(venues.has(noun) && k === person.from - 1)) continue;
    const kind = house ? 'organisation' : 'place';
    return {
      kind,
      from: k,
      letters,
      to: person.to,
      certain: person.certain,
      confidence: 0.88,
      why: 'head-noun',
    };
  }
  return undefined;
}
