import { adjectives, objects } from './describing-words.ts';
import type { Item, Word } from './items.ts';
import { isKnownWord } from '../entities/known-words.ts';
import { countries, organisations } from './organisation-words.ts';
import { auxiliaries, complementizers, prepositions, relatives, times } from './particles.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isAdjective,
  isCommon,
  isFunctionWord,
  isGiven,
  isKnownNoun,
  isOrganisation,
  isPlace,
  isRole,
  isVerbalNoun,
  nameKey,
  phraseEndsAt,
  wordAt,
} from './phrase-words.ts';
import type { Span } from './quote.ts';
import { roles } from './role-words.ts';
import { type Agreement, speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';
/** «عبد الرحمن بن محمد بن عبد العزيز آل سعود» has eight words. */
const MOST_NAME_WORDS = 8;
/** Words of what is said of somebody after the name, at most: bounds the look ahead. */
export const MOST_TITLE_WORDS = 16;

export interface Name {
  /** Items, `to` exclusive. */
  from: number;
  to: number;
  /** Folded. */
  keys: string[];
  /** Where it stands, for one in quotation marks. */
  span?: Span;
}

/** Words that call for another one: «عبد», «بن», «فون». */
export const joining = wordSet(
  'بن ابن بنت آل أولاد أبو أبي أم عبد دي دو دا فون فان دير لا ديل ولد بو سان مولاي سيدي ذو',
);
/** Family names that are prepositions as well: «ريما خلف». */
export const smallNames = wordSet('خلف');
/** First parts of names in «الدين» that are words of the language. */
const faithful = wordSet(
  'شرف نور عز صلاح علاء بهاء سيف شمس ضياء خير زين محيي محي فخر قطب نجم نصر بدر تاج صدر حسام شكر صفي نظام محب',
);
/** «شرف الدين»: a first name in two words. */
export const isFaithful = (items: readonly Item[], i: number) =>
  wordAt(items, i + 1)?.key === 'الدين' && faithful.has(wordAt(items, i)?.key ?? '');

/** Second parts of names: «شرف الدين», «نصر الله». */
const compound = wordSet('الدين العابدين الله الإسلام الحق الرحمن الرحيم العزيز الملك الكريم القادر جونيور');
const startsWithWaw = wordSet(
  'ووتش واتش وليد وائل ويليام وليام ويلسون واتسون وليامز وليامس وايت وود واكر والتر وانغ ورد وهبة وهبي والي وارن واين ويست ويليامز واعظ وسام وديع وجدي وحيد وفاء ولاء وداد وسيلة',
);

/** «العبدالله», written as one word: no pronoun stands behind it. */
const servant = /^(?:ال)?عبدال/;

/** Ranks that are part of family names: «هالة شيخ روحو». */
export const inNames = wordSet('شيخ الشيخ حاج الحاج قايد قائد خوجة باشا بيك آغا حاكم');

/** «أمين سيدهم», «هادي براهم»: behind a first name no pronoun, but for «كلهم», «بعضهم». */
const isOwnEnding = (key: string) =>
  key.length > 4 &&
  key.endsWith('هم') &&
  !/^[وفبلك]|^(?:كل|بعض|جميع|اغلب|معظم|احد|غير|نفس|انفس|اكثر|اول|اخر)هم$/.test(key);

/** The words of a name from item `from` on; undefined when none can begin there. */
export function nameFrom(items: readonly Item[], from: number, names: Names): Name | undefined {
  const keys: string[] = [];
  let j = from;
  let family = false;
  for (; keys.length < MOST_NAME_WORDS; j++) {
    const word = wordAt(items, j);
    if (word === undefined) break;
    const last = keys.at(-1);
    const before = wordAt(items, j - 1);
    const afterGiven = last !== undefined && before !== undefined && isGiven(before);
    if (last !== undefined && (compound.has(word.key) || (afterGiven && smallNames.has(word.key)))) {
      keys.push(word.key);
      continue;
    }
    if (last !== undefined && !joining.has(last)) {
      // The family name that the text knows is the last word, unless a fuller name goes on.
      // «هاجمت لوبان ماكرون»: two people.
      if (!afterGiven && names.endsName(nameKey(last)) && names.endsName(nameKey(word.key))) break;
      // «نشر سامي صورة», where «ماجد سامي» was named: a first name, but his family's here.
      const noun = keys.length === 1 && isCommon(word) && !word.definite;
      if (names.endsName(nameKey(last)) && !names.knows(nameKey(word.key)) && (!afterGiven || noun)) break;
      // «جيمس إي فابر»: an initial.
      const next = wordAt(items, j + 1);
      if (afterGiven && word.key === 'اي' && next !== undefined && !isCommon(next) && !endsPhrase(next)) {
        keys.push(word.key);
        continue;
      }
      if (endsPhrase(word, afterGiven) || isAddressee(word)) break;
      if (!mayGoOn(items, from, j, afterGiven, names)) break;
      const possessed =
        word.possessed &&
        !isGiven(word) &&
        !servant.test(word.key) &&
        !inNames.has(last) &&
        !(afterGiven && isOwnEnding(word.key));
      if (countries.has(word.key) || possessed) break;
      const known = names.knows(nameKey(word.key));
      // «سلال الجزائريات»: what has the article after a family name is another noun; «ترامب تخرج»: another verb.
      // «الغنوشي زيارة»: the family name with its article closes a name.
      if (family && !known && before?.definite === true && !word.definite && !isGiven(word)) {
        if (isVerbalNoun(word) || !phraseEndsAt(items, j + 1)) break;
      }
      // «محمد الزاهر الأحمدي»: a second family name.
      const closing =
        keys.length === 2 &&
        word.bare.endsWith('ي') &&
        !isCommon(word) &&
        !isAdjective(word) &&
        nameEndsAt(items, j + 1);
      if (family && keys.length > 1 && !known && !closing && word.definite && !isGiven(word)) break;
      if (!isGiven(word) && !inNames.has(word.key)) family = true;
    } else if (last === undefined) {
      if ((endsPhrase(word) && !names.endsName(word.key)) || (word.possessed && !isGiven(word)))
        return undefined;
      family = !isGiven(word) && !joining.has(word.key) && !isFaithful(items, j);
    } else if (isFunctionWord(word) && word.key !== 'الله') break;
    keys.push(word.key);
  }
  const [first = ''] = keys;
  if (keys.length === 0 || (keys.length === 1 && joining.has(first))) return undefined;
  return { from, to: j, keys };
}

/** Whether the word at item `j` can be the next one of a name that has `length` words. */
function mayGoOn(
  items: readonly Item[],
  from: number,
  j: number,
  afterGiven: boolean,
  names: Names,
): boolean {
  const word = wordAt(items, j);
  if (word === undefined) return false;
  const length = j - from;
  const next = wordAt(items, j + 1);
  // «أنيس غديرة صباح اليوم», «مية الجريبي أمين عام الحزب»
  if (times.has(word.key) && (length > 1 || (next !== undefined && times.has(next.key)))) return false;
  if (
    roles.has(word.key) &&
    length > 1 &&
    isRole({ ...word, definite: true }) &&
    next !== undefined &&
    !isFunctionWord(next)
  )
    return false;
  if (roles.has(word.key) && /^(?:عام|عامه|المال|مال|اول)$/.test(next?.key ?? '')) return false;
  if (isGiven(word) && !word.definite) return true;
  // «هاجر ترغب في»: a verb.
  const verb = /^[يت]\S{3}$/.test(word.key) && isKnownWord(word.key.slice(1));
  if (verb && next !== undefined && prepositions.has(next.key) && !names.endsName(word.key)) return false;
  // «رضا شرف الدين»
  if (compound.has(next?.key ?? '') && !/^[وف]/.test(word.key)) return true;
  if (joining.has(word.key) || startsWithWaw.has(word.key)) return true;
  // «رضا بالحاج», «هالة شيخ روحو»
  if (afterGiven && (inNames.has(word.key) || (length === 1 && inNames.has(word.bare)))) return true;
  // «هالة شيخ روحه»
  const rank = wordAt(items, j - 1);
  if (length > 1 && rank !== undefined && inNames.has(rank.key) && nameEndsAt(items, j + 1)) return true;
  if (isPrefixed(word.key, length)) return isGiven(word) || (isForeignWaw(word) && nameEndsAt(items, j + 1));
  if (afterGiven && isOwnEnding(word.key)) return true;
  // «بشرى بلحاج حميدة»: Maghrebi family names of two words.
  const first = wordAt(items, j - 1);
  if (
    first !== undefined &&
    /^بل\S{3}/.test(first.key) &&
    !isKnownNoun(first) &&
    !word.definite &&
    !endsPhrase(word) &&
    nameEndsAt(items, j + 1)
  )
    return true;
  const common = isCommon(word) || (word.definite && isKnownNoun(word));
  if (!common) return true;
  if (word.definite && word.bare.endsWith('ي') && !isAdjective(word) && isFirstName(items, from, j))
    return true;
  // «يوسف الشاهد حوارا»: an office would have more behind it.
  const office = isRole(word) && word.definite && isFirstName(items, from, j);
  if (
    office &&
    next !== undefined &&
    !next.definite &&
    !isAdjective(next) &&
    !/^(?:باسم|لشوون|بلسان)$/.test(next.key)
  )
    return true;
  // «مقتدى الصدر أنصاره»: what has the article behind a first name that is no word is his family's.
  const plain =
    word.key.startsWith('ال') && !isAdjective(word) && !isKnownNoun(word) && isFirstName(items, from, j);
  const given = wordAt(items, j - 1);
  if (plain && given !== undefined && !isKnownWord(given.key) && next !== undefined && !next.definite)
    return true;
  if (!nameEndsAt(items, j + 1)) return false;
  if (names.knows(nameKey(word.key)) && !isKnownNoun(word)) return true;
  // «ماري كيني»: behind a name an adjective would have the article.
  if (!word.definite && isAdjective(word) && !isRole(word)) return true;
  // «علياء عودة», «علي الأمين»: a common word is a family name where nothing hangs on it.
  return isFirstName(items, from, j) && (word.definite || !isVerbalNoun(word));
}

/** «علي», «جمال الدين»: nothing yet but one first name. */
const isFirstName = (items: readonly Item[], from: number, to: number) => {
  const first = wordAt(items, from);
  const plain =
    to === from + 1 ||
    (to === from + 2 && (compound.has(wordAt(items, from + 1)?.key ?? '') || first?.key === 'عبد'));
  return first !== undefined && plain && (isGiven(first) || to > from + 1);
};

/** «ويس», «واتش»: a foreign word in و, neither a word nor a name without it. */
export function isForeignWaw(word: Word): boolean {
  if (startsWithWaw.has(word.key)) return true;
  if (!/^[وف]/.test(word.key) || word.definite || isCommon(word)) return false;
  const key = word.key.slice(1);
  const rest = { ...word, key, bare: key };
  return key.length > 1 && !isGiven(rest) && !isKnownNoun(rest) && !isKnownWord(key) && !isPlace(key);
}

/** «يوسف الشاهد بإيقاف»: a preposition written together with its noun. */
const hasPreposition = (word: Word | undefined) =>
  word !== undefined && !word.definite && /^[بل](?=\p{L}{3})/u.test(word.key) && !isGiven(word);

/** A verb of speech without و, in the past. */
export const isSaying = (key: string) => {
  const found = speechForm(key);
  return found?.prefix === 0 && found.form.type === 'past' && found.form.class === 'says';
};

/** Whether nothing of a name can stand at item `i`: a mark, a small word, an office, whoever is spoken to, what is done. */
function nameEndsAt(items: readonly Item[], i: number): boolean {
  const word = wordAt(items, i);
  return (
    phraseEndsAt(items, i) ||
    hasPreposition(word) ||
    (word !== undefined &&
      (isAddressee(word) ||
        // «يوسف الشاهد أكد»
        isSaying(word.key) ||
        (isRole(word) && word.bare !== 'فريق') ||
        // «أدى يوسف الشاهد زيارة»
        (!word.definite && objects.has(word.key) && !isGiven(word))))
  );
}

/** Joined small words: «وبوجمعة», «للمحطة», «بفتح», «لحركة». */
function isPrefixed(key: string, words: number): boolean {
  if (key.startsWith('و')) return true;
  if (key.startsWith('لل')) return true;
  if (
    /^[بلك]/.test(key) &&
    (organisations.has(key.slice(1)) || organisations.has(key.slice(1).replace(/^ال/, '')))
  )
    return true;
  // «بزميليه»: with a pronoun behind as well.
  return words > 1 && /^ب(?:ال|.{3,}(?:يه|ها|هم)$)/.test(key);
}

/** Ranks that make a name of a first name: «الملك سلمان», «البابا فرنسيس», «الشيخ تميم». */
const withFirstName = wordSet('شيخ شيخة ملك ملكة أمير أميرة بابا سيد سلطان إمام');

/** The phrase of somebody named: titles before the name are `heads`, those after it are read here. */
export function personWith(
  items: readonly Item[],
  from: number,
  name: Name,
  heads: readonly string[],
  agreement: Agreement = 'any',
): Phrase {
  const after = apposition(items, name.to);
  const alone = name.keys.length === 1 && name.from === from + 1 && withFirstName.has(heads[0] ?? '');
  return {
    kind: 'person',
    from,
    to: after.to,
    span: name.span ?? {
      start: items[alone ? from : name.from]?.start ?? 0,
      end: items[name.to - 1]?.end ?? 0,
    },
    keys: name.keys,
    heads: [...heads, ...after.heads],
    ...(after.heads.length > 0 ? { described: true as const } : {}),
    definite: true,
    agreement: agreement === 'any' && after.feminine ? 'f' : agreement,
  };
}

/** Feminine nouns for men as well. */
const ofAnyone = wordSet('أسطورة شخصية ضحية داعية عضو رهينة علامة قامة أيقونة مرجعية خليفة');

/** «…، رئيس اللجنة الأولمبية الدولية،» or «… الناطق باسم الوزارة»: what is said of somebody after the name. */
function apposition(items: readonly Item[], i: number): { to: number; heads: string[]; feminine: boolean } {
  const start = items[i]?.type === 'aside' ? i + 1 : i;
  const none = { to: start, heads: [], feminine: false };
  const comma = items[start]?.type === 'comma';
  const from = comma ? start + 1 : start;
  const head = wordAt(items, from);
  if (head === undefined || endsPhrase(head)) return none;
  const member = /^(?:احد|احدي)$/.test(head.key);
  if (!isRole(head) && !member && !(head.definite && adjectives.has(head.bare) && comma)) return none;
  const heads = [head.bare];
  let k = from + 1;
  for (let functionWords = 0; k - from < MOST_TITLE_WORDS; k++) {
    const word = wordAt(items, k);
    if (word === undefined || isAddressee(word)) break;
    if (complementizers.has(word.key) || relatives.has(word.key) || auxiliaries.has(word.key)) break;
    // «كاتب عام النقابة»: no year.
    const general = k === from + 1 && /^عامه?$/.test(word.key);
    if (times.has(word.key) && !comma && !general) break;
    const form = speechForm(word.key)?.form;
    if (form !== undefined && form.type !== 'noun' && !isRole(word) && !adjectives.has(word.bare)) break;
    // Without commas around it it holds no more than its own prepositional phrase.
    if (prepositions.has(word.key) && !comma && !/^(?:عن|ب)$/.test(word.key)) {
      const next = wordAt(items, k + 1);
      const place = next !== undefined && (isOrganisation(next) || countries.has(next.key));
      if (!/^(?:في|لدي)$/.test(word.key) || !place) break;
      functionWords++;
    }
    if (functionWords > 1) break;
    if (
      !comma &&
      /^ب(?!اسم)/.test(word.key) &&
      !organisations.has(word.key) &&
      !organisations.has(word.key.slice(1)) &&
      !word.definite
    )
      break;
    if (!isFunctionWord(word)) heads.push(word.bare);
  }
  // A comma that opens it must be closed by another or by what is said; else a new clause has begun.
  const closing = items[k]?.type;
  if (comma && closing !== 'comma' && closing !== 'quoted' && closing !== 'colon' && closing !== 'word')
    return none;
  return { to: k, heads, feminine: head.bare.endsWith('ه') && !member && !ofAnyone.has(head.bare) };
}
