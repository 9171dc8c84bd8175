import { areas, isAttribute, occasions } from './attributes.ts';
import { towns } from '../entities/towns.ts';
import { description, isSpokenTo } from './body-phrases.ts';
import { adjectives, objects } from './describing-words.ts';
import type { Item, Word } from './items.ts';
import { countries, statements } from './organisation-words.ts';
import { complementizers, relatives, times } from './particles.ts';
import {
  inNames,
  MOST_TITLE_WORDS,
  type Name,
  nameAfterComma,
  nameAfterPreposition,
  nameFrom,
  personWith,
} from './person-name.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isAdjective,
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
import { honorifics, roles, sources } from './role-words.ts';
import { type Agreement, clash, speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

const bearers = wordSet('باسم لشؤون بلسان');

/**
 * An office with the name that it may have: «وزير الخارجية الروسي سيرجي لافروف». The name begins where a first name
 * stands, or where a noun without article follows one that closes the title, since within a title none can.
 */
export function office(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  let start = i;
  while (honorifics.has(wordAt(items, start)?.key ?? '') && isTitle(wordAt(items, start + 1))) start++;
  const first = wordAt(items, i);
  const head = wordAt(items, start);
  if (first === undefined || head === undefined) return undefined;
  const addressed = head.definite || honorifics.has(head.key);
  const agreement: Agreement = head.bare.endsWith('ه') && head.bare.length > 3 ? 'f' : 'm';
  const heads = [head.bare];
  const person = (name: Name | undefined) =>
    name === undefined ? undefined : personWith(items, i, name, heads, agreement);
  let before: Word = head;
  let complete = addressed;
  // «كاتب عام النقابة» has the whole body for its second word.
  const general = /^عامه?$/.test(wordAt(items, start + 1)?.key ?? '') && !addressed;
  const follows = items[general ? start + 2 : start + 1];
  const indefinite = !addressed && follows?.type !== 'quoted' && !isComplement(follows);
  let to = start + 1;
  const untitled = (): Phrase | undefined => {
    const last = items[to - 1];
    if (last === undefined) return undefined;
    return {
      kind: indefinite ? 'source' : 'role',
      from: i,
      to,
      span: { start: first.start, end: last.end },
      keys: heads,
      heads,
      definite: !indefinite,
      agreement,
    };
  };
  let k = start + 1;
  for (; k - start < MOST_TITLE_WORDS; k++) {
    const item = items[k];
    if (item?.type === 'comma') break;
    if (item?.type === 'aside') continue;
    if (item?.type === 'quoted' && item.words.length <= 4 && item.words.length > 0) {
      // «مراسل "الجوهرة أف أم"», «رئيس حزب "البناء" سليم منصور»
      const body = !complete || !before.definite || namesMedium(before);
      if (!body) {
        // «مدير المهرجان "سالم نصر"»: some papers set names in marks.
        const named = item.words.length > 1 && item.words.every((word) => isGiven(word) || !isCommon(word));
        if (named)
          return person({ from: k, to: k + 1, keys: item.words.map(({ key }) => key), span: item.content });
        break;
      }
      complete = true;
      to = k + 1;
      continue;
    }
    if (item?.type !== 'word' || isSpokenTo(item, wordAt(items, k - 1))) break;
    // «أفاد به مراسل الوكالة مصدر أمني»: whoever was told, then who said it.
    if (namesMedium(head) && /^مص(?:در|ادر)$/.test(item.key)) return description(items, k, names);
    if (bearers.has(item.key)) {
      complete = false;
      before = item;
      to = k + 1;
      continue;
    }
    // «حزب المؤتمر من أجل الجمهورية»
    if (item.key === 'من' && wordAt(items, k + 1)?.key === 'اجل') {
      complete = false;
      k++;
      continue;
    }
    // «بسيدي بوزيد مراد محجوبي»: a town of two words.
    const second = wordAt(items, k + 1);
    if (
      second !== undefined &&
      towns.has(`${item.key.replace(/^[بل]/, '')} ${second.key}`) &&
      !isGiven(item)
    ) {
      heads.push(item.bare, second.bare);
      complete = true;
      before = second;
      k++;
      to = k + 1;
      continue;
    }
    // «الاتحاد الدولي للصحفيين و كتاب السياحة»: the small word apart.
    if (item.key === 'و' && joins(wordAt(items, k + 1))) continue;
    if (endsPhrase(item) && !(general && k === start + 1)) {
      if (!isAttribute(items, k, indefinite)) {
        // «رئيس معهد العالم في باريس جاك لانغ», «وزير العلاقة مع الهيئات مهدي بن غربية»
        const named =
          complete && isWithin(items, k) ? person(nameAfterPreposition(items, k + 1, names)) : undefined;
        if (named !== undefined) return named;
        break;
      }
      complete = false;
      before = item;
      continue;
    }
    if (beginsName(items, k, { before, head, complete, addressed, agreement, names, offset: k - start })) {
      const name = nameFrom(items, k, names);
      const direct = k === start + 1;
      if (name !== undefined && isLikely(items, name, direct || isRole(before), names)) {
        // «والد سلمان عبيدي», «مستشار للمرشح دونالد ترامب»: the name is another's.
        if (direct && kin.has(head.key)) return ofSomebody(items, i, name, heads, agreement);
        if (indefinite && heads.some((word, at) => at > 0 && roles.has(word) && !adjectives.has(word)))
          return untitled();
        return person(name);
      }
    }
    const vocabulary = isKnownNoun(item) || countries.has(item.key);
    // What ends the title without being a name: «النائبة تشبث المرأة», «رئيس الوزراء ثقته».
    const next = wordAt(items, k + 1);
    const club = next?.definite === true && isAdjective(next);
    // «السفيرة مجموعة صغيرة»: behind a whole title a noun without article is another's.
    if (complete && addressed && !item.definite && k > start + 1 && sources.has(item.key)) break;
    if (complete && !item.definite && !vocabulary && !club && !/^[وبلك]/.test(item.key)) break;
    // «رئيسة النائبة رفض», but «مدير تسجيل السفن»: the second word of a construct.
    if (objects.has(item.key) && (complete || k > start + 1)) break;
    if (item.possessed && !item.definite) break;
    if (item.key.startsWith('و') && !item.definite && !vocabulary && !goesOn(item, complete, next)) break;
    if (
      item.key.startsWith('ب') &&
      !item.definite &&
      !vocabulary &&
      complete &&
      !isOrganisation({ ...item, bare: item.key.slice(1) }) &&
      !isPlace(item.key.slice(1)) &&
      !areas.has(item.key.slice(1)) &&
      (isCommon({ ...item, key: item.key.slice(1), bare: item.key.slice(1) }) || indefinite)
    )
      break;
    heads.push(item.bare);
    // «رئيس الجمعية التونسية لممتحني رخص السياقة»: a new construct, to be closed by its last word.
    const opens = !item.definite && item.key.startsWith('ل') && !isPlace(item.key.slice(1));
    const placed = isPlace(item.key) || (item.key.startsWith('ب') && isPlace(item.key.slice(1)));
    complete =
      (complete && !opens) ||
      item.definite ||
      placed ||
      (isAdjective(item) && addressed) ||
      (!vocabulary && !opens && (isOrganisation(before) || areas.has(before.key)));
    // «خدمة العملاء بشركة أمازون»
    if (opensBody(item)) complete = false;
    if (opensBody(before) && !vocabulary && !opens) complete = true;
    if (item.key.startsWith('ب') && areas.has(item.key.slice(1))) complete = false;
    if (!item.definite && !placed && (isOrganisation(item) || isRole(item))) complete = false;
    before = item;
    to = k + 1;
  }
  return person(nameFurther(items, to, names)) ?? untitled();
}

/** «مدير تسجيل وسياقة العربات بالوكالة، سالم بن عمر،»: the name behind a comma, when nothing but the office stands before it. */
function nameFurther(items: readonly Item[], from: number, names: Names): Name | undefined {
  for (let k = from; k < from + REST_OF_OFFICE; k++) {
    const item = items[k];
    if (item?.type === 'comma') return nameAfterComma(items, k + 1, names);
    if (item?.type === 'aside' || (item?.type === 'quoted' && item.words.length <= 4)) continue;
    if (item?.type !== 'word' || complementizers.has(item.key) || relatives.has(item.key)) return undefined;
    if (times.has(item.key) || statements.has(item.bare) || isAddressee(item)) return undefined;
    const form = speechForm(item.key)?.form;
    if (form !== undefined && form.type !== 'noun') return undefined;
  }
  return undefined;
}
/** Words of an office that no rule explains, at most. */
const REST_OF_OFFICE = 8;

/** One word alone is somebody's name right behind the office, or where the text knows it («فريق سانتا ريتا» is nobody). */
function isLikely(items: readonly Item[], name: Name, direct: boolean, names: Names): boolean {
  const word = wordAt(items, name.from);
  if (name.keys.length > 1 || word === undefined || names.knows(nameKey(word.key))) return true;
  if (isGiven(word)) return direct;
  // «الفتاة امتطت»: a verb.
  return !word.key.endsWith('ت');
}

/** Those who are called after somebody. */
const kin = wordSet(
  'والد والدة شقيق شقيقة أخ أخت ابن ابنة زوج زوجة أرملة نجل كريمة محامي محامية عم خال جد جدة صديق صديقة زميل زميلة جار حفيد حفيدة',
);

function ofSomebody(
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
function isWithin(items: readonly Item[], k: number): boolean {
  if (!/^(?:في|ب|لدي|مع)$/.test(wordAt(items, k)?.key ?? '')) return false;
  const next = wordAt(items, k + 1);
  if (next === undefined || next.possessed || isGiven(next)) return false;
  return !occasions.has(next.bare) && !statements.has(next.bare) && !times.has(next.key);
}

/** «بشركة», «لمنظمة»: a body's first word with a preposition. */
const opensBody = ({ key, definite }: Word) =>
  !definite && /^[بل]/.test(key) && isOrganisation({ key: key.slice(1), bare: key.slice(1) });

/** Behind «و» apart: another noun of the same construct. */
const joins = (word: Word | undefined) =>
  word !== undefined &&
  !endsPhrase(word) &&
  !word.possessed &&
  (word.definite || isCommon(word)) &&
  !/^[بلوف](?!ال)/.test(word.key);

/** «تسجيل وسياقة العربات», «رئيس الحزب ووزير الصحة»: و with another noun of the title. */
function goesOn(word: Word, complete: boolean, next: Word | undefined): boolean {
  const rest = { ...word, bare: word.key.slice(1), key: word.key.slice(1) };
  return (
    isKnownNoun(rest) ||
    isPlace(rest.key) ||
    ((!complete || next?.definite === true) && isCommon(rest) && !endsPhrase(rest))
  );
}

const namesMedium = (word: Word) =>
  /^(?:مراسل|مراسله|موفد|موفده|مبعوث|مبعوثه|مندوب|صحفي|صحفيه|ضيف)$/.test(word.bare);

/** The second word of a construct: «وزير الدفاع», «قائد فرقة»; not «مسؤول في», «قائد عسكري», «متحدث باسم». */
const isComplement = (word: Item | undefined) =>
  word?.type === 'word' &&
  !endsPhrase(word) &&
  !bearers.has(word.key) &&
  (word.definite || !adjectives.has(word.bare));

const isTitle = (word: Word | undefined) =>
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

function beginsName(items: readonly Item[], k: number, position: Position): boolean {
  const word = wordAt(items, k);
  if (word === undefined) return false;
  const { before, head, complete, addressed, agreement, names, offset } = position;
  if ((word.possessed && !isGiven(word)) || namesThing(before)) return false;
  if (isGiven(word) && !word.definite) return true;
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
  if (isKnownNoun(word) || isPlace(word.key) || isVerbalNoun(word)) return false;
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
  if (known && complete && !/^[وبل]/.test(word.key)) {
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
