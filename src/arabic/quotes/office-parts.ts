import { occasions } from './attributes.ts';
import { adjectives } from './describing-words.ts';
import type { Item, Word } from './items.ts';
import { countries, statements } from './organisation-words.ts';
import { times } from './particles.ts';
import { inNames, isFaithful, type Name } from './person-name.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isCommon,
  isGiven,
  isKnownNoun,
  isOrganisation,
  isPlace,
  isRole,
  isSonOf,
  isVerbalNoun,
  namesThing,
  nameKey,
  phraseEndsAt,
  wordAt,
} from './phrase-words.ts';
import { honorifics } from './role-words.ts';
import { type Agreement, clash } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** What follows is the body or person somebody speaks for. */
export const bearers = wordSet('باسم لشؤون بلسان');

/** One word alone is somebody's name right behind the office, or where the text knows it («فريق سانتا ريتا» is nobody). */
export function isLikely(items: readonly Item[], name: Name, direct: boolean, names: Names): boolean {
  const word = wordAt(items, name.from);
  if (name.keys.length > 1 || word === undefined || names.knows(nameKey(word.key))) return true;
  if (isGiven(word)) return direct;
  // «الفتاة امتطت»: a verb.
  return !word.key.endsWith('ت');
}

export function ofSomebody(
  items: readonly Item[],
  from: number,
  name: Name,
  heads: string[],
  agreement: Agreement,
): Phrase {
  return {
    kind: 'role',
    from,
    to: name.to,
    span: { start: items[from]?.start ?? 0, end: items[name.to - 1]?.end ?? 0 },
    keys: [...heads, ...name.keys],
    heads: [...heads, ...name.keys],
    definite: true,
    agreement,
  };
}

/** A preposition that may stand in an office, not one of where or when something was said. */
export function isWithin(items: readonly Item[], k: number): boolean {
  const key = wordAt(items, k)?.key ?? '';
  const next = wordAt(items, k + 1);
  // «مبعوث الأمم المتحدة إلى ليبيا»
  if (key === 'الي' && next !== undefined) return isPlace(next.key);
  if (!/^(?:في|ب|لدي|مع)$/.test(key)) return false;
  if (next === undefined || next.possessed || isGiven(next)) return false;
  return !occasions.has(next.bare) && !statements.has(next.bare) && !times.has(next.key);
}

/** «الإعلامي في قناة "المدار" سالم بن عمر»: whose name stands behind it, not where he spoke. */
export function isOfMarked(items: readonly Item[], k: number): boolean {
  const name = wordAt(items, k + 3);
  const set = items[k + 2];
  return (
    wordAt(items, k)?.key === 'في' &&
    set?.type === 'quoted' &&
    name !== undefined &&
    isGiven(name) &&
    !name.definite
  );
}

/** «بشركة», «لمنظمة»: a body's first word with a preposition. */
export const opensBody = ({ key, definite }: Word) =>
  !definite && /^[بل]/.test(key) && isOrganisation({ key: key.slice(1), bare: key.slice(1) });

/** Behind «و» apart: another noun of the same construct. */
export const joins = (word: Word | undefined) =>
  word !== undefined &&
  !endsPhrase(word) &&
  !word.possessed &&
  (word.definite || isCommon(word)) &&
  !/^[بلوف](?!ال)/.test(word.key);

/** «تسجيل وسياقة العربات», «رئيس الحزب ووزير الصحة»: و with another noun of the title. */
export function goesOn(word: Word, complete: boolean, next: Word | undefined): boolean {
  const rest = { ...word, bare: word.key.slice(1), key: word.key.slice(1) };
  return (
    isKnownNoun(rest) ||
    isPlace(rest.key) ||
    ((!complete || next?.definite === true) && isCommon(rest) && !endsPhrase(rest))
  );
}

export const namesMedium = (word: Word) =>
  /^(?:مراسل|مراسله|موفد|موفده|مبعوث|مبعوثه|مندوب|صحفي|صحفيه|ضيف)$/.test(word.bare);

/** The second word of a construct: «وزير الدفاع», «قائد فرقة»; not «مسؤول في», «قائد عسكري», «متحدث باسم». */
export const isComplement = (word: Item | undefined) =>
  word?.type === 'word' &&
  !endsPhrase(word) &&
  !bearers.has(word.key) &&
  (word.definite || !adjectives.has(word.bare));

export const isTitle = (word: Word | undefined) =>
  word !== undefined &&
  (isRole(word) || honorifics.has(word.key) || adjectives.has(word.bare)) &&
  !(isGiven(word) && !word.definite);

interface Position {
  before: Word;
  head: Word;
  complete: boolean;
  addressed: boolean;
  agreement: Agreement;
  names: Names;
  /** Words behind the head of the title. */
  offset: number;
}

/** «الوريمي»: the shape of a family name, and no word. */
const isStrange = (word: Word | undefined) =>
  word?.definite === true &&
  word.key.startsWith('ال') &&
  word.bare.endsWith('ي') &&
  !isCommon(word) &&
  !isPlace(word.key);

export function beginsName(items: readonly Item[], k: number, position: Position): boolean {
  const word = wordAt(items, k);
  if (word === undefined) return false;
  const { before, head, complete, addressed, agreement, names, offset } = position;
  // «البنك العربي ABC»: letters of others.
  const latin = /^[a-z]/;
  if (/^[0-9]/.test(word.key) || (latin.test(word.key) && !latin.test(wordAt(items, k + 1)?.key ?? '')))
    return false;
  if ((word.possessed && !isGiven(word)) || (namesThing(before) && !before.definite)) return false;
  // «صحفية صباح اليوم»
  const hour = times.has(word.key) && times.has(wordAt(items, k + 1)?.key ?? '');
  if (isGiven(word) && !word.definite && !hour) return true;
  // «العقيد بلحسن الوسلاتي»
  if (isSonOf(word.key) && complete) return true;
  // «رئيس الحكومة الحبيب الصيد»: a first name with the article, before a family name.
  const behind = wordAt(items, k + 1);
  const family =
    behind !== undefined && !endsPhrase(behind) && (!isKnownNoun(behind) || inNames.has(behind.key));
  if (
    isGiven(word) &&
    complete &&
    family &&
    !isRole(word) &&
    (!adjectives.has(word.bare) || isPlace(before.key))
  )
    return true;
  if (isFaithful(items, k) && complete) return true;
  // «سيدة الونيسي»; «النائب العجمي الوريمي»: two family names that no list has, the first one his first name.
  if (complete && /^سيده?$/.test(word.key) && isStrange(behind)) return true;
  if (complete && isStrange(word) && isStrange(behind) && phraseEndsAt(items, k + 2)) return true;
  // «الأستاذ زبير اليحياوي»: no town stands behind an honorific.
  const town = isPlace(word.key) && !honorifics.has(before.key);
  if (isKnownNoun(word) || town || isVerbalNoun(word)) return false;
  // «الأستاذ زبير اليحياوي»
  const honoured = honorifics.has(before.key) && before.key.length > 1 && !word.definite;
  if (honoured && behind?.definite === true && behind.bare.endsWith('ي') && !isKnownNoun(behind)) return true;
  // «عمدة لندن صادق خان»: a common word is a first name where a family name closes the phrase.
  if (isCommon(word)) {
    // «رئيس الشبكة جوهر بن مبارك»
    if (complete && !word.definite && behind?.key === 'بن') return true;
    return (
      complete &&
      !word.definite &&
      !/^[وفبلك]/.test(word.key) &&
      behind !== undefined &&
      !behind.definite &&
      !isCommon(behind) &&
      !isPlace(behind.key) &&
      phraseEndsAt(items, k + 2)
    );
  }
  const known = names.knows(nameKey(word.key));
  // «الأستاذ بوغطاس», where «أنيس بوغطاس» was named.
  if (known && complete && (!/^[وبل]/.test(word.key) || names.endsName(word.key))) {
    // «حذرت الوزيرة ترامب»: a man's name is no minister's whose title is a woman's.
    return !(agreement === 'f' && clash('f', names.agreementOf(nameKey(word.key))));
  }
  if (word.definite) {
    if ((!addressed && !honorifics.has(before.key)) || !word.key.startsWith('ال')) return false;
    // «الرئيس السيسي»: a family name with the article right after the office.
    return (
      known ||
      ((offset === 1 || honorifics.has(before.key) || /^سيده?$/.test(before.bare)) &&
        head.bare !== 'نجم' &&
        word.bare.endsWith('ي') &&
        !adjectives.has(word.bare) &&
        phraseEndsAt(items, k + 1))
    );
  }
  if (!complete || word.key.length < 2 || /^[وبلك]/.test(word.key)) return false;
  const next = wordAt(items, k + 1);
  if (next === undefined || endsPhrase(next)) return true;
  // «مانشستر يونايتد الإنجليزي جوزي…»: still the club.
  if (next.definite && adjectives.has(next.bare)) return false;
  // «تشبث المرأة»: a construct of common nouns; a family name ends otherwise.
  if (next.definite) return next.bare.endsWith('ي') || names.knows(nameKey(next.key));
  return !next.possessed && !(isGiven(next) && countries.has(before.key));
}
