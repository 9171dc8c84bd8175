import type { Item, Quoted, Word } from './items.ts';
import { adjectives, objects } from './describing-words.ts';
import { givenNames } from './given-names.ts';
import { countries, organisations, statements } from './organisation-words.ts';
import { auxiliaries, complementizers, prepositions, relatives, times } from './particles.ts';
import type { Span } from './quote.ts';
import { honorificPronouns, honorifics, roles, sources } from './role-words.ts';
import { type Agreement, speechForm } from './speech-verbs.ts';

/** A noun phrase that can speak. */
export interface Phrase {
  kind: 'person' | 'role' | 'organisation' | 'statement' | 'source' | 'place' | 'pronoun';
  /** Items `from` to `to` (exclusive), with titles before and after the name. */
  from: number;
  to: number;
  /** The mention as labels give it: a person's name without titles, a description whole. */
  span: Span;
  /** Folded words of the name, article kept. */
  keys: string[];
  /** Bare head nouns («وزير»، «حركة») and adjectives by which it may be taken up again. */
  heads: string[];
  definite: boolean;
  agreement: Agreement;
  /** Whose statement it is, for a statement. */
  issuer?: Phrase;
  /** The name was seen by its place only: no office and no first name that is known. */
  guessed?: true;
}

/** Words of a name at most: «عبد الرحمن بن محمد بن عبد العزيز آل سعود» has eight. */
const MOST_NAME_WORDS = 8;
/** Words of an office or a body's name at most, which bounds the look ahead. */
const MOST_TITLE_WORDS = 16;

const wordAt = (items: readonly Item[], i: number): Word | undefined => {
  const item = items[i];
  return item?.type === 'word' ? item : undefined;
};

const media = new Set([
  'وكاله',
  'صحيفه',
  'جريده',
  'مجله',
  'قناه',
  'اذاعه',
  'موقع',
  'شبكه',
  'تلفزيون',
  'راديو',
  'برنامج',
  'رويترز',
  'صحيفتي',
  'الصحفيين',
  'صحفيين',
  'صحافيين',
  'وسايل',
]);

/** «لوكالة رويترز», «للصحفيين»: to whom it was said, never who said it. */
export function isAddressee(word: Word): boolean {
  const { key } = word;
  if (!key.startsWith('ل')) return false;
  const rest = key.startsWith('لل') ? key.slice(2) : key.slice(1).replace(/^ـ/, '');
  return media.has(rest) || media.has(rest.replace(/^ال/, '')) || countries.has(rest);
}

function isFunctionWord(word: Word): boolean {
  const { key } = word;
  if (word.alif && key === 'علي') return true;
  if (key === 'علي') return false;
  return (
    prepositions.has(key) ||
    complementizers.has(key) ||
    relatives.has(key) ||
    auxiliaries.has(key) ||
    (times.has(key) && !givenNames.has(key)) ||
    /^[0-9]/.test(key)
  );
}

/** What no noun phrase goes over. */
function endsPhrase(word: Word, afterGiven: boolean): boolean {
  if (isFunctionWord(word)) return true;
  if (complementizers.has(word.key.replace(/^[وف]/, ''))) return true;
  if (afterGiven && givenNames.has(word.key)) return false;
  const form = speechForm(word.key);
  if (form === undefined) return false;
  // «متحدثة», «داعية»: an office as well as a participle.
  if (roles.has(word.bare) && form.form.type !== 'past') return false;
  if (word.key === 'ماي' || givenNames.has(word.key)) return false;
  return form.form.type !== 'noun' || form.prefix > 0 || /^(?:قول|تاكيد)/.test(word.key);
}

const isRole = (word: Word) =>
  roles.has(word.bare) && !(givenNames.has(word.key) && !word.definite && ambiguousRoles.has(word.key));
const ambiguousRoles = new Set([
  'امين',
  'امير',
  'سلطان',
  'رايد',
  'سيد',
  'فارس',
  'ناجي',
  'راعي',
  'جاد',
  'عم',
  'جد',
]);
const isOrganisation = (word: Word) => organisations.has(word.bare) || organisations.has(word.key);
const isKnownNoun = (word: Word) =>
  isRole(word) ||
  isOrganisation(word) ||
  adjectives.has(word.bare) ||
  statements.has(word.bare) ||
  sources.has(word.bare) ||
  objects.has(word.bare);

/** The article and the joined «و» off, so that «الطيب» and «طيب» are one. */
export const nameKey = (key: string) => key.replace(/^ال(?=...)/, '');

const feminine = (word: Word): Agreement => (/[هة]$/.test(word.bare) && word.bare.length > 3 ? 'f' : 'm');

/**
 * The noun phrase that begins at item `i`, when it can be a speaker; undefined for what is no noun or begins what was
 * said instead («أكد ضرورة…»). `known` tells whether a folded word is part of a name of the text.
 */
export function phraseAt(
  items: readonly Item[],
  i: number,
  known: (key: string) => boolean,
): Phrase | undefined {
  const first = items[i];
  if (first?.type === 'quoted') return quotedName(items, i, first, known);
  if (first?.type !== 'word' || endsPhrase(first, false)) return undefined;
  if (honorificPronouns.has(first.key)) {
    return plain('pronoun', i, i + 1, first, first, { agreement: first.key.endsWith('ها') ? 'f' : 'm' });
  }
  if (givenNames.has(first.key) && !sources.has(first.key) && !nounBefore(items, i)) {
    const named = nameFrom(items, i, true);
    if (named !== undefined && (named.count > 1 || known(nameKey(first.key)) || !isKnownNoun(first))) {
      return personWith(items, i, named, [], known);
    }
  }
  if (sources.has(first.bare)) return description(items, i, 'source', known);
  if (statements.has(first.bare) && !roles.has(first.bare)) return statement(items, i, first, known);
  if (isRole(first) || honorifics.has(first.key)) return office(items, i, known);
  if (isOrganisation(first)) return organisation(items, i);
  if (countries.has(first.key)) {
    return plain('place', i, i + 1, first, first, { agreement: 'f' });
  }
  if (objects.has(first.bare) || objects.has(first.key)) return undefined;
  // «الجامايكي يوسين بولت»
  const next = wordAt(items, i + 1);
  if (
    first.definite &&
    (adjectives.has(first.bare) || first.bare.endsWith('ي')) &&
    next !== undefined &&
    !next.definite
  ) {
    if (!isKnownNoun(next) && !endsPhrase(next, false) && !known(nameKey(first.key))) {
      const named = nameFrom(items, i + 1, givenNames.has(next.key));
      if (named !== undefined && (named.count > 1 || given(next)))
        return personWith(items, i, named, [first.bare], known);
    }
  }
  if (adjectives.has(first.bare)) return first.definite ? description(items, i, 'role', known) : undefined;
  return guessed(items, i, known);
}

const given = (word: Word) => givenNames.has(word.key);

/** «شارع محمد», «جامعة الملك سعود»: the name belongs to a thing. */
function nounBefore(items: readonly Item[], i: number): boolean {
  const before = wordAt(items, i - 1);
  return before !== undefined && namedAfter.has(before.bare);
}
const namedAfter = new Set([
  'شارع',
  'جامعه',
  'جايزه',
  'مطار',
  'مستشفي',
  'مدينه',
  'قصر',
  'مسجد',
  'ميدان',
  'مركز',
  'مؤسسه',
  'ملعب',
  'استاد',
  'مدرسه',
  'كاس',
  'قاعه',
  'مخيم',
  'جبل',
  'بيت',
  'حي',
  'موسسه',
]);

function plain(
  kind: Phrase['kind'],
  from: number,
  to: number,
  first: Word,
  last: { end: number },
  more: Partial<Phrase> = {},
): Phrase {
  return {
    kind,
    from,
    to,
    span: { start: first.start, end: last.end },
    keys: [first.key],
    heads: [first.bare],
    definite: first.definite,
    agreement: feminine(first),
    ...more,
  };
}

/** «وأكد "السيسي" أن»: some papers set names in marks. */
function quotedName(
  items: readonly Item[],
  i: number,
  quoted: Quoted,
  known: (key: string) => boolean,
): Phrase | undefined {
  const [first] = quoted.words;
  if (first === undefined || quoted.words.length > 4) return undefined;
  if (!quoted.words.some(({ key }) => known(nameKey(key)) || givenNames.has(key))) return undefined;
  const next = items[i + 1];
  if (next !== undefined && next.type !== 'comma' && !(next.type === 'word' && isFunctionWord(next)))
    return undefined;
  return {
    kind: 'person',
    from: i,
    to: i + 1,
    span: quoted.content,
    keys: quoted.words.map(({ key }) => key),
    heads: [],
    definite: true,
    agreement: 'any',
  };
}

interface Name {
  from: number;
  to: number;
  count: number;
  keys: string[];
}

/** The words of a name from item `from` on. */
function nameFrom(items: readonly Item[], from: number, sure: boolean): Name | undefined {
  const keys: string[] = [];
  let j = from;
  while (keys.length < MOST_NAME_WORDS) {
    const word = wordAt(items, j);
    if (word === undefined) break;
    const afterGiven = keys.length > 0 && givenNames.has(keys.at(-1) ?? '');
    if (endsPhrase(word, afterGiven) || isAddressee(word)) break;
    const connector = /^(?:بن|ابن|ال|ابو|عبد|دي|دو|دا|فون|فان|دير|دير|لا|ديل|ولد|بو)$/.test(keys.at(-1) ?? '');
    if (keys.length > 0 && !connector && isKnownNoun(word) && !(given(word) && !word.definite)) {
      // «علي الأمين»: an office is a family name where nothing follows it that it could be the office of.
      if (!(word.definite && keys.length === 1 && afterGiven && phraseEndsAt(items, j + 1))) break;
    }
    if (keys.length > 0 && word.key.startsWith('و') && !given(word) && !sureW.has(word.key)) break;
    if (keys.length > 0 && /^(?:لل|بال|كال)/.test(word.key)) break;
    if (keys.length > 0 && /^[لب]/.test(word.key) && organisations.has(word.key.slice(1))) break;
    if (keys.length > 0 && countries.has(word.key) && !connector) break;
    keys.push(word.key);
    j++;
  }
  if (keys.length === 0) return undefined;
  if (keys.length === 1 && /^(?:بن|ابن|ابو|عبد|السيد)$/.test(keys[0] ?? '')) return undefined;
  if (!sure && (keys[0]?.length ?? 0) < 2) return undefined;
  return { from, to: j, count: keys.length, keys };
}
const sureW = new Set([
  'وليد',
  'وايل',
  'ويليام',
  'وليام',
  'ويلسون',
  'واتسون',
  'وايت',
  'وود',
  'واكر',
  'والتر',
  'وانغ',
  'ورد',
  'وهبه',
  'وهبي',
  'والي',
  'وارن',
  'واين',
  'ويست',
  'ويليامز',
  'واعظ',
]);

function phraseEndsAt(items: readonly Item[], i: number): boolean {
  const item = items[i];
  return item?.type !== 'word' || isFunctionWord(item);
}

function personWith(
  items: readonly Item[],
  from: number,
  name: Name,
  heads: readonly string[],
  known: (key: string) => boolean,
  agreement?: Agreement,
): Phrase {
  const first = wordAt(items, name.from);
  const last = wordAt(items, name.to - 1);
  const after = apposition(items, name.to, known);
  return {
    kind: 'person',
    from,
    to: after.to,
    span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    keys: name.keys,
    heads: [...heads, ...after.heads],
    definite: true,
    agreement: agreement ?? (after.feminine ? 'f' : feminineNames(name.keys[0] ?? '')),
  };
}

const feminineNames = (key: string): Agreement =>
  /(?:ه|اء|ي)$/.test(key) && womenNames.has(key) ? 'f' : 'any';
const womenNames = new Set([
  'فاطمه',
  'عايشه',
  'خديجه',
  'ساره',
  'نوره',
  'ناديه',
  'هاله',
  'هبه',
  'هناء',
  'هيفاء',
  'ليلي',
  'لبني',
  'مني',
  'رشا',
  'سلمي',
  'سميره',
  'علياء',
  'غاده',
  'اميره',
  'اسماء',
  'نجلاء',
  'امنه',
  'لطيفه',
  'لمياء',
  'جميله',
  'نعيمه',
  'ساميه',
  'انجيلا',
  'تيريزا',
  'هيلاري',
]);

/** «…، رئيس اللجنة الأولمبية الدولية،» or «… الناطق باسم الوزارة»: what is said of somebody after the name. */
function apposition(
  items: readonly Item[],
  i: number,
  known: (key: string) => boolean,
): { to: number; heads: string[]; feminine: boolean } {
  let j = i;
  if (items[j]?.type === 'aside') j++;
  const none = { to: j, heads: [], feminine: false };
  const comma = items[j]?.type === 'comma';
  const start = comma ? j + 1 : j;
  const head = wordAt(items, start);
  if (head === undefined || endsPhrase(head, false)) return none;
  const membership = /^(?:احد|احدي)$/.test(head.key);
  if (!isRole(head) && !membership && !(head.definite && adjectives.has(head.bare) && comma)) return none;
  const heads = [head.bare];
  let k = start + 1;
  let sinceFunction = 0;
  for (; k - start < MOST_TITLE_WORDS; k++) {
    const word = wordAt(items, k);
    if (word === undefined) break;
    const form = speechForm(word.key);
    if (complementizers.has(word.key) || relatives.has(word.key) || auxiliaries.has(word.key)) break;
    if (times.has(word.key) && !comma) break;
    if (isAddressee(word)) break;
    if (form !== undefined && form.form.type !== 'noun' && !isRole(word) && !adjectives.has(word.bare)) break;
    // Without commas around it an apposition holds no more than its own prepositional phrase.
    if (prepositions.has(word.key) && !comma && !/^(?:عن|ب)$/.test(word.key)) {
      if (!/^(?:في|لدي)$/.test(word.key) || !isOrganisationAt(items, k + 1)) break;
      sinceFunction++;
    }
    if (sinceFunction > 1) break;
    if (isRole(word) || adjectives.has(word.bare)) heads.push(word.bare);
  }
  const closing = items[k]?.type;
  // A comma that opens an apposition must be closed; else what follows is a new clause.
  if (comma && closing !== 'comma' && closing !== 'quoted' && closing !== 'colon' && closing !== 'word')
    return none;
  void known;
  return { to: k, heads, feminine: feminine(head) === 'f' && !membership };
}

const isOrganisationAt = (items: readonly Item[], i: number) => {
  const word = wordAt(items, i);
  return word !== undefined && (isOrganisation(word) || countries.has(word.key));
};

/** An office with the name that it may have: «وزير الخارجية الروسي سيرجي لافروف». */
function office(items: readonly Item[], i: number, known: (key: string) => boolean): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  let j = i;
  while (honorifics.has(wordAt(items, j)?.key ?? '') && isTitleStart(items, j + 1)) j++;
  const head = wordAt(items, j);
  if (head === undefined) return undefined;
  const heads: string[] = [];
  let before: Word = head;
  let complete = head.definite || honorifics.has(head.key);
  const agreement = feminine(head);
  heads.push(head.bare);
  let k = j + 1;
  let titleEnd = k;
  for (; k - j < MOST_TITLE_WORDS; k++) {
    const item = items[k];
    if (item?.type === 'comma') {
      const named = nameAfterComma(items, k + 1, known);
      if (named !== undefined && complete) return personWith(items, i, named, heads, known, agreement);
      break;
    }
    if (item?.type === 'aside') {
      continue;
    }
    if (item?.type !== 'word') break;
    const word = item;
    if (word.key === 'باسم' || word.key === 'لشوون' || word.key === 'بلسان') {
      complete = false;
      before = word;
      titleEnd = k + 1;
      continue;
    }
    if (isAddressee(word)) break;
    if (endsPhrase(word, false)) {
      // «القيادي في حركة حماس إسماعيل رضوان»: goes on only to a name.
      if (/^(?:في|ب|لدي|من|عن|علي|الي|بين|لدى)$/.test(word.key) && (titleEnd === k || complete)) {
        const named = nameAfterPreposition(items, k + 1);
        if (named !== undefined) return personWith(items, i, named, heads, known, agreement);
      }
      break;
    }
    if (
      given(word) &&
      !word.definite &&
      !namedAfter.has(before.bare) &&
      !/^(?:نور|امل|عدل|سيف)$/.test(word.key)
    ) {
      const named = nameFrom(items, k, true);
      if (named !== undefined) return personWith(items, i, named, heads, known, agreement);
    }
    const vocabulary = isKnownNoun(word) || countries.has(word.key);
    if (!word.definite && !vocabulary && complete && !/^[وبل]/.test(word.key) && word.key.length > 1) {
      const named = nameFrom(items, k, false);
      if (named !== undefined) return personWith(items, i, named, heads, known, agreement);
    }
    if (!word.definite && !vocabulary && complete && /^[وبل]/.test(word.key) && !plausiblePrefix(word)) {
      const named = nameFrom(items, k, false);
      if (named !== undefined) return personWith(items, i, named, heads, known, agreement);
    }
    // «الرئيس السيسي»: a family name with the article right after the office.
    if (
      word.definite &&
      !vocabulary &&
      (head.definite || honorifics.has(head.key)) &&
      word.key.startsWith('ال')
    ) {
      const certain = known(nameKey(word.key)) || given(word);
      const alone = phraseEndsAt(items, k + 1);
      if (certain || (alone && k === j + 1 && word.bare.endsWith('ي') && !adjectives.has(word.bare))) {
        const named = nameFrom(items, k, certain);
        if (named !== undefined) return personWith(items, i, named, heads, known, agreement);
      }
    }
    if (known(nameKey(word.key)) && complete && !vocabulary && !/^[وبل]/.test(word.key)) {
      const named = nameFrom(items, k, true);
      if (named !== undefined) return personWith(items, i, named, heads, known, agreement);
    }
    // A conjunction goes on with what the office is of, never with another verb.
    if (word.key.startsWith('و') && !word.definite && !isKnownNoun({ ...word, bare: word.key.slice(1) }))
      break;
    heads.push(word.bare);
    complete =
      word.definite ||
      adjectives.has(word.bare) ||
      countries.has(word.key) ||
      (!vocabulary && before !== head) ||
      (!vocabulary && !head.definite);
    if (isOrganisation(word) && !word.definite) complete = false;
    if (roles.has(word.bare) && !word.definite) complete = false;
    before = word;
    titleEnd = k + 1;
  }
  const last = items[titleEnd - 1];
  if (last === undefined) return undefined;
  return {
    kind: 'role',
    from: i,
    to: titleEnd,
    span: { start: first.start, end: last.end },
    keys: heads,
    heads,
    definite: complete,
    agreement,
  };
}

const plausiblePrefix = (word: Word) => !given(word) && !sureW.has(word.key);

const isTitleStart = (items: readonly Item[], i: number) => {
  const word = wordAt(items, i);
  return (
    word !== undefined &&
    (isRole(word) || honorifics.has(word.key) || given(word) || adjectives.has(word.bare))
  );
};

/** «رئيس الحزب، سليم الرياحي،»: closed by a comma or by what is said. */
function nameAfterComma(
  items: readonly Item[],
  i: number,
  known: (key: string) => boolean,
): Name | undefined {
  let from = i;
  let word = wordAt(items, from);
  if (word === undefined || endsPhrase(word, false)) return undefined;
  // «، الإنجليزي مارك كلاتنبرغ،»
  if (word.definite && adjectives.has(word.bare)) {
    from++;
    word = wordAt(items, from);
  }
  while (word !== undefined && (honorifics.has(word.key) || (isRole(word) && !given(word))) && from < i + 3) {
    from++;
    word = wordAt(items, from);
  }
  if (word === undefined || endsPhrase(word, false) || word.key.startsWith('و')) return undefined;
  if (!given(word) && (isKnownNoun(word) || word.definite || objects.has(word.key))) return undefined;
  const named = nameFrom(items, from, given(word));
  if (named === undefined || named.count > 6) return undefined;
  const closing = items[named.to];
  const closes =
    closing === undefined ||
    closing.type !== 'word' ||
    isFunctionWord(closing) ||
    complementizers.has(closing.key);
  return closes && (given(word) || named.count > 1 || known(nameKey(word.key))) ? named : undefined;
}

function nameAfterPreposition(items: readonly Item[], i: number): Name | undefined {
  for (let k = i; k < i + 8; k++) {
    const word = wordAt(items, k);
    if (word === undefined || complementizers.has(word.key) || relatives.has(word.key) || times.has(word.key))
      return undefined;
    if (speechForm(word.key) !== undefined && !given(word) && !isKnownNoun(word)) return undefined;
    if (k > i && given(word) && !word.definite && !namedAfter.has(wordAt(items, k - 1)?.bare ?? ''))
      return nameFrom(items, k, true);
  }
  return undefined;
}

/** A body: «حزب حركة نداء تونس», «وكالة "تشاينا نيوز"». */
function organisation(items: readonly Item[], i: number): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  const heads = [first.bare];
  const keys = [first.key];
  let k = i + 1;
  for (; k - i < MOST_TITLE_WORDS; k++) {
    const item = items[k];
    if (item?.type === 'quoted' && item.words.length <= 5 && k === i + 1) {
      return {
        kind: 'organisation',
        from: i,
        to: k + 1,
        span: item.content,
        keys: [first.key, ...item.words.map(({ key }) => key)],
        heads,
        definite: true,
        agreement: feminine(first),
      };
    }
    if (item?.type !== 'word') break;
    if (endsPhrase(item, false) || isAddressee(item)) break;
    if (/^[وف]/.test(item.key) && !item.definite && !isOrganisation({ ...item, bare: item.key.slice(1) }))
      break;
    if (objects.has(item.key) || objects.has(item.key.replace(/(?:ها|ه)$/, ''))) break;
    if (isRole(item) && item.definite) break;
    // «أعلنت الوزارة رفضها»: the object begins where an indefinite noun follows a definite one.
    const before = wordAt(items, k - 1);
    const closed =
      before !== undefined &&
      before.definite &&
      !item.definite &&
      !/^[لب]/.test(item.key) &&
      !adjectives.has(item.bare);
    if (closed && !/^[A-Za-z]/.test(item.key)) break;
    heads.push(item.bare);
    keys.push(item.key);
  }
  const last = items[k - 1];
  return {
    kind: 'organisation',
    from: i,
    to: k,
    span: { start: first.start, end: last?.end ?? first.end },
    keys,
    heads,
    definite: first.definite || k > i + 1,
    agreement: feminine(first),
  };
}

/** «بيان صادر عن الرئاسة», «بيان الاتحاد», «البيان», «دراسة أمريكية». */
function statement(
  items: readonly Item[],
  i: number,
  first: Word,
  known: (key: string) => boolean,
): Phrase | undefined {
  let k = i + 1;
  let issuer: Phrase | undefined;
  for (; k - i < 6; k++) {
    const word = wordAt(items, k);
    if (word === undefined) break;
    if (/^(?:عن|من|ل)$/.test(word.key) || /^(?:صادر|صادره|اصدرته|اصدره|نشرته|نشره)$/.test(word.key)) continue;
    const own: Item[] = items as Item[];
    const stripped = word.key.startsWith('لل') ? { ...word, key: `ال${word.bare}` } : word;
    if (isOrganisation(stripped) || isRole(stripped) || countries.has(stripped.key)) {
      issuer = isOrganisation(stripped) ? organisation(own, k) : phraseAt(own, k, known);
      break;
    }
    if (given(word) || known(nameKey(word.key))) {
      issuer = phraseAt(own, k, known);
      break;
    }
    if (endsPhrase(word, false) || isAddressee(word)) break;
  }
  const to = issuer?.to ?? k;
  let end = to;
  // Trailing prepositions do not belong to it.
  while (end > i + 1 && (items[end - 1]?.type !== 'word' || isFunctionWord(items[end - 1] as Word))) end--;
  return {
    kind: 'statement',
    from: i,
    to: end,
    span: { start: first.start, end: items[end - 1]?.end ?? first.end },
    keys: [first.key],
    heads: [first.bare],
    definite: first.definite || issuer !== undefined,
    agreement: feminine(first),
    ...(issuer === undefined ? {} : { issuer }),
  };
}

/** «مصدر أمني رفيع», «متحدثة باسم خفر السواحل», «مجموعة من لاعبي المنتخب». */
function description(
  items: readonly Item[],
  i: number,
  kind: 'source' | 'role',
  known: (key: string) => boolean,
): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  const heads = [first.bare];
  let k = i + 1;
  for (; k - i < 12; k++) {
    const word = wordAt(items, k);
    if (word === undefined || isAddressee(word)) break;
    if (word.key === 'من' || word.key === 'في' || word.key === 'باسم' || word.key === 'ب') {
      const next = wordAt(items, k + 1);
      const belongs =
        next !== undefined && !endsPhrase(next, false) && !times.has(next.key) && !statements.has(next.bare);
      if (belongs && (word.key !== 'في' || isOrganisation(next) || countries.has(next.key))) continue;
      break;
    }
    if (endsPhrase(word, false)) break;
    if (given(word) && !word.definite && first.key !== 'مصدر' && k > i && !/^(?:نور|امل)$/.test(word.key)) {
      const named = nameFrom(items, k, true);
      if (named !== undefined) return personWith(items, i, named, heads, known);
    }
    if (word.key.startsWith('و') && !word.definite) break;
    heads.push(word.bare);
  }
  const last = items[k - 1];
  return {
    kind,
    from: i,
    to: k,
    span: { start: first.start, end: last?.end ?? first.end },
    keys: heads,
    heads,
    definite: first.definite,
    agreement: /(?:ون|ين|اء|ان)$/.test(first.bare) ? 'mp' : feminine(first),
  };
}

/** Words that no list knows, where a speaker is expected: «وأضاف ميخيا», «وقال ترامب». */
function guessed(items: readonly Item[], i: number, known: (key: string) => boolean): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined || first.key.length < 2 || /(?:ها|هم)$/.test(first.key)) return undefined;
  const certain = known(nameKey(first.key));
  const named = nameFrom(items, i, certain);
  if (named === undefined || named.count > 5) return undefined;
  const phrase = personWith(items, i, named, [], known);
  return certain ? phrase : { ...phrase, guessed: true };
}
