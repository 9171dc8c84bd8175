import { isNationality } from '../entities/countries.ts';
import { isKnownWord } from '../entities/known-words.ts';
import { isPlaceWord } from '../entities/place-words.ts';
import { towns } from '../entities/towns.ts';
import { adjectives, objects } from './describing-words.ts';
import { fold } from '../fold.ts';
import { givenNames, moreGivenNames, reporterNames } from '../given-names.ts';
import type { Item, Word } from './items.ts';
import { countries, organisations, statements } from './organisation-words.ts';
import { auxiliaries, complementizers, prepositions, relatives, times } from './particles.ts';
import { roles, sources } from './role-words.ts';
import { isLedeVerb } from '../reading/words.ts';
import { speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

export function wordAt(items: readonly Item[], i: number): Word | undefined {
  const item = items[i];
  return item?.type === 'word' ? item : undefined;
}

export const isGiven = (word: Word) =>
  allGiven.has(word.key) &&
  !(word.alif && word.key === 'علي') &&
  // «أدى», «أدي»: he paid a visit.
  word.key !== 'ادي';

/** «بلحسن», «بلعيد»: Maghrebi for أبو ال. */
export const isSonOf = (key: string) =>
  key.startsWith('بل') && key.length > 4 && givenNames.has(key.slice(2));

const namesOf = (list: string | undefined) => (list ?? '').split('، ').map(fold);
const men = new Set(namesOf(reporterNames.men));
const women = new Set(namesOf(reporterNames.women));
/** Of the reporters' first names, those that are no words. */
const plainNames = new Set(
  [...men, ...women, ...namesOf(reporterNames.foreign)].filter(
    (name) => name.length > 3 && !isKnownWord(name),
  ),
);

const allGiven = new Set([...givenNames, ...moreGivenNames, ...plainNames]);

/** Whether a first name is a man's or a woman's. */
export function genderOf(name: string): 'm' | 'f' | undefined {
  if (women.has(name)) return men.has(name) ? undefined : 'f';
  return men.has(name) ? 'm' : undefined;
}

/** First names that are offices and ranks too: an office only with the article. */
const namesAndOffices = wordSet('أمين أمير سلطان رائد سيد فارس ناجي راعي جاد عم جد ملك نقيب عادل حكم شيخ');

export function isRole(word: Word): boolean {
  if (!roles.has(word.bare)) return false;
  return word.definite || !(isGiven(word) && namesAndOffices.has(word.key));
}

export const isOrganisation = (word: Pick<Word, 'bare' | 'key'>) =>
  organisations.has(word.bare) || organisations.has(word.key);

/** Words of the language, as against names. */
export const isKnownNoun = (word: Word) =>
  nouns.has(word.bare) || organisations.has(word.key) || isRole(word);
const nouns = new Set([...organisations, ...adjectives, ...statements, ...sources, ...objects]);

const commonForms = new Map<string, boolean>();
/** Some megabytes. */
const MOST_REMEMBERED = 20_000;

/** A word of the language with what is written together with it, as far as the lists go; family names are none. */
export function isCommon(word: Word): boolean {
  if (isGiven(word)) return false;
  if (isKnownNoun(word)) return true;
  const known = commonForms.get(word.key);
  if (known !== undefined) return known;
  if (commonForms.size >= MOST_REMEMBERED) commonForms.clear();
  const common = isFormOfKnown(word.key) || (word.definite && isKnownWord(word.bare));
  commonForms.set(word.key, common);
  return common;
}

/**
 * Whether a word is a known one, or that with small words and endings written together with it. Short rests are nothing:
 * «كيلي» is not ك and «يلي», «لوبان» not ل and «وبان».
 */
function isFormOfKnown(key: string): boolean {
  if (isKnownWord(key) || speechForm(key) !== undefined || isLedeVerb(key)) return true;
  const rest = key.slice(1);
  if (
    /^[وف]/.test(key) &&
    rest.length > 2 &&
    (isKnownWord(rest) || isLedeVerb(rest) || /^(?:بال|لل|ال)/.test(rest))
  )
    return true;
  if (/^[بل](?!و)/.test(key) && rest.length > 2 && isKnownWord(rest)) return true;
  if (/^(?:[وف]?(?:بال|كال|لل)|[وف]?[كسبل](?=....))/.test(key)) {
    const bare = key.replace(/^[وف]?(?:بال|كال|لل|[كسبل])/, '');
    if (bare.length > 3 && isKnownWord(bare)) return true;
  }
  // «توقفت»
  if (/^ت\S{3}ت$/.test(key)) return true;
  // «لاعبي الفريق»
  if (key.endsWith('ي') && roles.has(key.slice(0, -1))) return true;
  const stem = key.replace(/(?:هما|ها|هم|هن|نا|ه|ا|ت|وا|ون|ين|ات)$/, '');
  if (stem !== key && stem.length > 3 && (isKnownWord(stem) || isKnownWord(`${stem}ه`))) return true;
  return /^س?[يت]..../.test(key) && isKnownWord(key.replace(/^س?[يت]/, ''));
}

/** An adjective of offices and bodies, or of a country. */
export const isAdjective = (word: Word) => adjectives.has(word.bare) || isNationality(word.bare);

/** A town, region or country, the small words before it off («بمنوبة»). */
export const isPlace = (key: string) => countries.has(key) || towns.has(key) || isPlaceWord(key);

const media = wordSet(
  'وكالة صحيفة جريدة مجلة قناة إذاعة موقع شبكة تلفزيون راديو برنامج رويترز صحيفتي صحفيين صحافيين وسائل بي مراسل مراسلة',
);

/** «لوكالة رويترز», «للصحفيين»: to whom it was said, never who said it. */
export function isAddressee({ key }: Word): boolean {
  if (!key.startsWith('ل')) return false;
  const rest = key.slice(key.startsWith('لل') ? 2 : 1).replace(/^ال/, '');
  return media.has(rest) || countries.has(rest) || /^(?:مراسل|موفد|مبعوث)/.test(rest);
}

export function isFunctionWord(word: Word): boolean {
  const { key } = word;
  if (key === 'علي') return word.alif;
  const first = key.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || smallWords.has(key) || (times.has(key) && !isGiven(word));
}
const smallWords = new Set([...prepositions, ...complementizers, ...relatives, ...auxiliaries]);

/** «لوزارة الصحة», «للوزارة»: the items from `k` on, a bounded number of them, with the ل of the first one off. */
export function withoutLam(items: readonly Item[], k: number): Item[] {
  const word = wordAt(items, k);
  if (word === undefined) return [];
  const key = word.key.startsWith('لل') ? `ال${word.key.slice(2)}` : word.key.slice(1);
  const definite = key.startsWith('ال');
  return [
    { ...word, start: word.start + 1, key, bare: definite ? key.slice(2) : key, definite },
    ...items.slice(k + 1, k + 24),
  ];
}

/** What no noun phrase goes over: small words and verbs of speech. */
export function endsPhrase(word: Word, afterGiven = false): boolean {
  if (isFunctionWord(word)) return true;
  // «والي» (governor) is not و and إلى.
  const joined = /^[وف]/.test(word.key) && !roles.has(word.bare) ? word.key.slice(1) : '';
  if (complementizers.has(joined) || auxiliaries.has(joined)) return true;
  if (prepositions.has(joined) && joined.length > 1 && !isGiven(word)) return true;
  if (isGiven(word) && (afterGiven || word.key.length > 2)) return false;
  const found = speechForm(word.key);
  if (found === undefined) return false;
  // «متحدثة», «داعية»: an office as well as a participle.
  if (roles.has(word.bare) && found.form.type !== 'past') return false;
  if (found.form.type === 'past' && found.prefix === 0 && afterGiven && isGiven(word)) return false;
  return found.form.type !== 'noun' || found.prefix > 0 || /^(?:قول|تاكيد)/.test(word.key);
}

/** «انتقاد», «استقبال», «تعيين»: the shapes of verbal nouns, which names seldom have. */
export const isVerbalNoun = (word: Word) =>
  /^(?:(?:است|ان|ا.ت|ات)\S{1,3}ا\S|ت\S\Sي\S)$/.test(word.key) && !isGiven(word);

/** Whether a phrase could be over before item `i`: a mark, the end, or a small word. */
export function phraseEndsAt(items: readonly Item[], i: number): boolean {
  const item = items[i];
  return item?.type !== 'word' || isFunctionWord(item);
}

const namedAfter = wordSet(
  'شارع جامعة جائزة مطار مستشفى مدينة قصر مسجد ميدان مركز مؤسسة ملعب استاد مدرسة كأس قاعة مخيم جبل بيت حي ضريح منطقة ولاية محافظة قرية',
);

/** «شارع محمد», «جامعة الملك سعود»: the name behind belongs to a thing. */
export function namesThing(word: Word | undefined): boolean {
  return word !== undefined && namedAfter.has(word.bare);
}

/** The article off, so that «الطيب» and «طيب» are one. */
export const nameKey = (key: string) => (key.length > 4 && key.startsWith('ال') ? key.slice(2) : key);
