import { givenNames as commonGivenNames, moreGivenNames } from '../given-names.ts';
import { wordSet } from '../word-set.ts';
import { ambiguousGivenNames } from './ambiguous-names.ts';
import { commonWords } from './common-words.ts';
import { isNationality } from './countries.ts';
import { isCommonForm, isSmallWord } from './known-words.ts';
import { bodyAdjectives, enders } from './organisation-words.ts';
import { isTitle } from './title-words.ts';
import { isPlaceWord } from './place-words.ts';
import { titleEndsAt } from './titles.ts';
import type { Candidate } from './spans.ts';
import { bare, isDefinite } from './article.ts';
import type { TextWord } from './text-words.ts';

/** A name: its words, and where its last part (the family name) begins. */
export interface PersonCandidate extends Candidate {
  kind: 'person';
  /** First word of the family name; `from` where there is none. */
  family: number;
}

const givenNames: ReadonlySet<string> = new Set([...commonGivenNames, ...moreGivenNames]);

/** Words of one name at most: «عبد العزيز بن عبد الله بن باز» has seven. */
const mostWords = 7;

/** Small words within names, each with the word after it one part: «بن غربية», «أبو الخيل», «فان دام». */
const connectors = wordSet(
  'بن ابن بنت أبو ابو أبي ابا أبا بو آل ولد عبد دي دا دو فان فون ديل دل ابن آيت ايت أولاد قائد قايد الحاج حاج الشيخ بالحاج بلحاج سان سيدي مولاي بني أم ام',
);
const sons = wordSet('بن ابن بنت');
/** Common words that with «الدين» are names. */
const beforeFaith = wordSet('فخر ركن سراج قطب محي محيي نجم شرف تاج شمس سيف بدر عماد علم');
/** Trades that stand behind a name and are no family names, as «الشاهد» is one. */
const artists = wordSet('مغني مغنية مطرب مطربة فنان فنانة ممثل ممثلة مخرج مخرجة');
/** Connectors that are offices and ranks as well. */
const offices = wordSet('قائد قايد الحاج حاج الشيخ سيدي');
/** Given names whose other spelling is a common word: «منى» and «مني», «علي» and «على». True: written with ى. */
const spelledWithAlif: Readonly<Record<string, boolean>> = {
  علي: false,
  مني: true,
  هدي: true,
  بشري: true,
  ندي: true,
  موسي: true,
  يسري: false,
};
/** Given names that stand in lists of names and are everyday verbs and particles. */
const neverWithin = wordSet(
  'مات كان بان باسم لي لين غي مي هون شي دير راي نير بوي فتح صادق يزيد يحيى حافظ كامل',
);

interface Unit {
  to: number;
  kind: 'given' | 'patronym' | 'family' | 'bare' | 'weak' | 'nation';
}

/** A person's name that begins with a given name at word `i`; undefined where none does. */
export function personAt(words: readonly TextWord[], i: number): PersonCandidate | undefined {
  const first = givenUnit(words, i) ?? beforeSon(words, i);
  if (first === undefined) return undefined;
  const name = extend(words, first.to);
  const titled = titleEndsAt(words, i);
  const made = (certain: boolean, confidence: number): PersonCandidate => ({
    kind: 'person',
    from: i,
    letters: first.letters,
    ...(first.article === true && { article: true }),
    to: name.to,
    family: name.family ?? i,
    certain,
    confidence,
    why: titled === 'none' ? 'given-name' : 'title',
  });
  if (name.to === first.to) {
    // «الشيخ محمد» may be anybody; without a title a given name alone is nobody.
    return titled === 'direct' && first.strong ? made(false, 0.5) : undefined;
  }
  const strong = first.strong;
  const isTitled = titled !== 'none';
  switch (name.last) {
    case 'family':
    case 'patronym':
      if (strong || isTitled) return made(true, 0.96);
      // «حسن الحظ», «سالم العبيدي».
      return isFamily(words[name.to - 1]?.key ?? '') || name.last === 'patronym'
        ? made(first.letters === 0, 0.85)
        : undefined;
    case 'bare':
      return strong ? made(true, 0.94) : isTitled ? made(true, 0.9) : made(false, 0.6);
    case 'given':
      return strong ? made(true, 0.94) : isTitled ? made(true, 0.9) : made(false, 0.5);
    case 'nation':
      return strong ? made(false, 0.5) : undefined;
    case 'weak':
      if (!strong && !isTitled) return undefined;
      return made(strong && isTitled, strong ? 0.7 : 0.5);
  }
}

interface Given {
  to: number;
  letters: number;
  article?: true;
  strong: boolean;
}

/** A given name of one word or two, perhaps with و، ب، ل before it. */
function givenUnit(words: readonly TextWord[], i: number): Given | undefined {
  const word = words[i];
  if (word === undefined || word.number || word.key.length < 2) return undefined;
  for (const { key, letters, article } of word.readings) {
    const how = article === true ? { article } : {};
    const alif = spelledWithAlif[key];
    if (alif !== undefined && alif !== word.alif) continue;
    const next = word.joined ? (words[i + 1]?.key ?? '') : '';
    if (key === 'عبد' && isDefinite(next) && !enders.has(next))
      return { to: i + 2, letters, ...how, strong: true };
    if (key.length >= 7 && key.startsWith('عبدال')) return { to: i + 1, letters, ...how, strong: true };
    // «باسم»: in the name of.
    if (key === 'السيد' || key === 'سيدي') continue;
    if ((key === 'باسم' || key === 'وسام') && !givenNames.has(next) && !isFamily(next)) continue;
    const known = givenNames.has(key) && !connectors.has(key);
    if (
      (next === 'الدين' || next === 'الاسلام' || next === 'العابدين') &&
      (known || beforeFaith.has(key) || (letters === 0 && !commonWords.has(key))) &&
      key.length <= 5
    )
      return { to: i + 2, letters, ...how, strong: true };
    if (!known || isSmallWord(key)) continue;
    const strong = !ambiguousGivenNames.has(key);
    // «بسليم», «كامل»: with a small word before it an ambiguous one is hardly ever meant.
    if (letters > 0 && (commonWords.has(word.key) || (!strong && letters > 1))) continue;
    return { to: i + 1, letters, ...how, strong: strong && !(letters > 0 && key.length < 4) };
  }
  return undefined;
}

/** «الشابي»: article, ending of relation, in no list. */
const isFamily = (key: string): boolean =>
  isDefinite(key) &&
  key.endsWith('ي') &&
  !commonWords.has(bare(key)) &&
  !isNationality(bare(key)) &&
  !bodyAdjectives.has(bare(key));

/** «صيام بن يوسف»: what stands before بن and a given name is one itself. */
function beforeSon(words: readonly TextWord[], i: number): Given | undefined {
  const word = words[i];
  if (
    word === undefined ||
    word.number ||
    !word.joined ||
    words[i + 1]?.key !== 'بن' ||
    !words[i + 1]?.joined
  )
    return undefined;
  const father = words[i + 2]?.key ?? '';
  const { key } = word;
  if (isDefinite(key) || isSmallWord(key) || isTitle(key) || enders.has(key) || key.length < 3)
    return undefined;
  // «وأضاف بن رمضان»: a word of the sentence, unless a title says that it is a name.
  if (isCommonForm(key) && titleEndsAt(words, i) === 'none') return undefined;
  if (!givenNames.has(father) && !father.startsWith('عبد')) return undefined;
  return { to: i + 1, letters: 0, strong: !isCommonForm(key) };
}

interface Extent {
  to: number;
  family: number | undefined;
  last: Unit['kind'];
}

/** How far a name goes that has been read up to word `k`. */
function extend(words: readonly TextWord[], k: number): Extent {
  const extent: Extent = { to: k, family: undefined, last: 'given' };
  const begin = k;
  let families = 0;
  while (extent.to - begin < mostWords && words[extent.to - 1]?.joined) {
    const unit = unitAt(words, extent.to);
    if (unit === undefined) break;
    if ((unit.kind === 'weak' || unit.kind === 'nation') && extent.to > begin) break;
    if (unit.kind === 'given' && families > 0) break;
    // After «بن خالد» another of them, or a family name with its article; a plain word is the sentence's.
    const named = isDefinite(words[extent.to]?.key ?? '') && unit.kind === 'given';
    if (extent.last === 'patronym' && unit.kind !== 'patronym' && unit.kind !== 'family' && !named) break;
    // A family name is followed by a second only where it was one plain word: «قائد السبسي», «جونج أون».
    if (families > 0 && extent.last !== 'bare') break;
    if (families > 1) break;
    extent.family = extent.to;
    extent.to = unit.to;
    extent.last = unit.kind;
    if (unit.kind !== 'given' && unit.kind !== 'patronym') families++;
    if (unit.kind === 'weak' || unit.kind === 'nation') break;
  }
  return extent;
}

/** The part of a name at word `k`, if it can be one after a given name. */
function unitAt(words: readonly TextWord[], k: number): Unit | undefined {
  const word = words[k];
  if (word === undefined || word.number) return undefined;
  const { key } = word;
  if (key.length < 2 || enders.has(key) || isSmallWord(key)) return undefined;
  if (connectors.has(key)) {
    const next = words[k + 1];
    if (!word.joined || next === undefined || !isPart(next)) return undefined;
    // «قائد الشرطة» is an office, «قائد السبسي» a name.
    if (offices.has(key) && commonWords.has(bare(next.key))) return undefined;
    const servant = next.key === 'عبد' && next.joined && words[k + 2] !== undefined;
    const kind = sons.has(key) && (servant || givenNames.has(next.key)) ? 'patronym' : 'family';
    return { to: k + (servant ? 3 : 2), kind };
  }
  if (givenNames.has(key) && !neverWithin.has(key)) {
    if (key === 'علي' && word.alif) return undefined;
    return { to: k + 1, kind: 'given' };
  }
  if (isDefinite(key)) return definiteUnit(key, k);
  return isPlain(key) ? { to: k + 1, kind: 'bare' } : undefined;
}

function definiteUnit(key: string, k: number): Unit | undefined {
  const noun = bare(key);
  // «أمير الكويت» is an office.
  if (isPlaceWord(key)) return undefined;
  if (isNationality(noun) || bodyAdjectives.has(noun)) {
    return noun.endsWith('ه') ? undefined : { to: k + 1, kind: 'nation' };
  }
  // «صباح الأحمد الجابر».
  if (givenNames.has(noun) && !commonWords.has(noun)) return { to: k + 1, kind: 'given' };
  // «إنريكي المغني»
  if (commonWords.has(noun) || artists.has(noun)) return { to: k + 1, kind: 'weak' };
  // Plurals and the feminine of adjectives are no family names.
  if (/(?:ين|ون|ات|يه)$/.test(noun) && noun.length > 4) return undefined;
  return { to: k + 1, kind: 'family' };
}

const isPart = (word: TextWord): boolean =>
  !word.number && word.key.length > 1 && !enders.has(word.key) && !isSmallWord(word.key);

/** A word without article that is no form of a common one. */
function isPlain(key: string): boolean {
  if (key.length < 3 || !/^[\u0621-\u064a]+$/.test(key) || isCommonForm(key)) return false;
  if (/^(?:بال|لل|وال|فال|كال|ولل|وبال)/.test(key) || /(?:تهم|تها|هما|وا|تين|تان)$/.test(key)) return false;
  // «وشقيقيه», «إخباركم».
  return key.length < 6 || !/^و.*(?:يه|ه[ما])$|كم$/.test(key);
}

/** «يؤسفني»: a verb with its object. */
const isVerbWithObject = (key: string): boolean => /^[يتن].{3,}(?:ني|كم|ها|هم)$/.test(key);

/** A name of which no part is known, after a title that leaves no doubt («وزيرة الداخلية البريطانية أمبر راد»). */
export function unknownPersonAt(words: readonly TextWord[], i: number): PersonCandidate | undefined {
  const word = words[i];
  if (word === undefined || word.number) return undefined;
  const first = unitAt(words, i);
  if (first === undefined || (first.kind !== 'bare' && first.kind !== 'given') || isDefinite(word.key))
    return undefined;
  if (first.kind === 'bare' && isVerbWithObject(word.key)) return undefined;
  const name = extend(words, first.to);
  // «لموردي ومحولي»
  if (words[first.to]?.key.startsWith('و')) return undefined;
  const base = { kind: 'person', from: i, letters: 0, to: name.to, why: 'title' } as const;
  // One word alone: only between an adjective of a country and the rest, «المدرب الأرجنتيني كلاوزن».
  if (name.to === first.to) {
    const shown = isNationality(bare(words[i - 1]?.key ?? '')) && !/^[وفبلستي]/.test(word.key);
    return shown ? { ...base, family: i, certain: false, confidence: 0.45 } : undefined;
  }
  if (name.last === 'weak' || name.last === 'nation') return undefined;
  const sure = name.last === 'family' || name.to - i === 2;
  return { ...base, family: name.family ?? i, certain: sure, confidence: sure ? 0.85 : 0.5 };
}
