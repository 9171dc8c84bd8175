import { description, statement } from './body-phrases.ts';
import { isKnownWord } from '../entities/known-words.ts';
import { organisation } from './organisation.ts';
import { adjectives, objects } from './describing-words.ts';
import type { Item, Quoted, Word } from './items.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import { office } from './office.ts';
import { countries, statements } from './organisation-words.ts';
import { isForeign } from './marked-words.ts';
import { complementizers, takesThat, times } from './particles.ts';
import { nameAfterComma } from './names-behind.ts';
import { inNames, isFaithful, isSaying, nameFrom, personWith } from './person-name.ts';
import {
  endsPhrase,
  isAddressee,
  isCommon,
  isFunctionWord,
  isGiven,
  isKnownNoun,
  isOrganisation,
  isRole,
  isVerbalNoun,
  namesThing,
  nameKey,
  phraseEndsAt,
  wordAt,
} from './phrase-words.ts';
import { wordSet } from '../word-set.ts';
import { honorificPronouns, honorifics, roles, sources } from './role-words.ts';
import { familyName, ourMan, reporter, saintName, shortBody } from './short-mentions.ts';
import { speechForm } from './speech-verbs.ts';

/**
 * The noun phrase that begins at item `i`, when it can be a speaker; undefined for what is no noun or begins what was
 * said instead («أكد ضرورة…»). Looks at a bounded number of items.
 */
export function phraseAt(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  return names.phraseAt(items, i, () => read(items, i, names, 0));
}

/** «نفس المصدر», «وذات البلاغ» */
const same = wordSet('نفس ذات هذا هذه ونفس وذات وهذا وهذه فنفس فذات فهذا فهذه');
/** Small words that a phrase may begin with. */
const leading = wordSet('هذا هذه بعض خلف');

/** `depth`: so many phrases it stands in («بيان» of whoever issued «بيان»). */
function read(items: readonly Item[], i: number, names: Names, depth: number): Phrase | undefined {
  const first = items[i];
  if (first?.type === 'quoted') return quotedName(items, i, first, names);
  if (first?.type !== 'word') return undefined;
  // «كل من الوزير سالم نصر والنائب…»: the first of them.
  if (first.key === 'كل' && wordAt(items, i + 1)?.key === 'من') {
    if (wordAt(items, i + 2)?.key === 'كل') return undefined;
    const meant = phraseAt(items, i + 2, names);
    const one = meant?.kind === 'person' || meant?.kind === 'role' || meant?.kind === 'organisation';
    return one && meant.guessed !== true ? { ...meant, from: i } : undefined;
  }
  if (isFunctionWord(first) && !leading.has(first.key)) return undefined;
  // «نفس المصدر», «ذات البلاغ», «هذه الدراسة»
  if (same.has(first.key) && wordAt(items, i + 1)?.definite === true) {
    const meant = phraseAt(items, i + 1, names);
    const taken =
      meant?.kind === 'statement' ||
      meant?.kind === 'source' ||
      meant?.kind === 'organisation' ||
      meant?.kind === 'role';
    if (!taken) return undefined;
    // «وتقيم هذه المواطنة بمنطقة الواحة»: whoever was called so before, wherever.
    const short =
      meant.kind === 'role' && /^[وف]?هذ[اه]/.test(first.key) ? meant.heads.slice(0, 1) : undefined;
    return short === undefined ? { ...meant, from: i } : { ...meant, from: i, heads: short, keys: short };
  }
  const family = familyName(items, i, first, names);
  if (family !== undefined) return family;
  if (wordAt(items, i)?.key === 'بعض')
    return ofSome(wordAt(items, i + 1)) ? description(items, i, names) : undefined;
  const saint = first.key.startsWith('بال') ? saintName(items, i, first) : undefined;
  if (saint !== undefined) return saint;
  if (endsPhrase(first) || isAddressee(first) || /^[وف]?(?:لل|بال)/.test(first.key)) return undefined;
  // «كامل البضاعة», «في كامل ملابسها»: all of it.
  const after = wordAt(items, i + 1);
  if (first.key === 'كامل' && after !== undefined && (after.possessed || (after.definite && isCommon(after))))
    return undefined;
  // «أشرف الوزير على…»: he led it.
  if (first.key === 'اشرف' && after?.definite === true && isRole(after)) return undefined;
  // «أمس الأول»: when; «من كل جهة»: where.
  const prior = wordAt(items, i - 1)?.key ?? '';
  if (first.key === 'الاول' && prior === 'امس') return undefined;
  if (first.key === 'جهه' && /^(?:كل|اي|غير)$/.test(prior)) return undefined;
  // «من المقرر أن»
  if (first.key === 'المقرر' && wordAt(items, i - 1)?.key.endsWith('من')) return undefined;
  if (honorificPronouns.has(first.key) || first.key === 'الاخير' || first.key === 'الاخيره') {
    return {
      kind: 'pronoun',
      from: i,
      to: i + 1,
      span: { start: first.start, end: first.end },
      keys: [first.key],
      heads: [],
      definite: true,
      agreement: /(?:ها|الاخيره)$/.test(first.key) ? 'f' : 'm',
    };
  }
  // «وأضاف مصدرنا»: the source that was quoted.
  if (first.key.endsWith('نا') && ourMan.test(first.key)) return reporter(items, i, first, names);
  if (first.key === 'مصدرنا' || first.key === 'مصادرنا') {
    return {
      kind: 'source',
      from: i,
      to: i + 1,
      span: { start: first.start, end: first.end },
      keys: [first.key],
      heads: [first.key.slice(0, -2)],
      definite: true,
      agreement: 'any',
    };
  }
  const next = wordAt(items, i + 1);
  // «شيخ روحه», where «هالة شيخ روحه» was named.
  if (!first.definite && inNames.has(first.key) && next !== undefined && names.endsName(nameKey(next.key)))
    return personWith(items, i, { from: i, to: i + 2, keys: [first.key, next.key] }, []);
  // «ندوة صحفية»: of the press.
  const kind = wordAt(items, i - 1);
  if (/^صحفيه?$/.test(first.key) && kind !== undefined && isCommonNoun(kind)) return undefined;
  // «أمين المال», «أمين عام الحزب»: a first name that is an office too.
  const title =
    roles.has(first.key) &&
    next !== undefined &&
    (/^عامه?$/.test(next.key) || isRole(next) || (next.definite && isCommon(next)));
  if (title) return office(items, i, names);
  // «صباح اليوم»
  if (times.has(first.key) && next !== undefined && times.has(next.key)) return undefined;
  // «باسم الاتحاد»
  if (first.key === 'باسم' && next !== undefined && isCommon(next)) return undefined;
  if (isGiven(first) && !sources.has(first.key) && !isRole(first) && !namesThing(wordAt(items, i - 1))) {
    const name = nameFrom(items, i, names);
    const lone = name?.keys.length === 1 && !names.knows(nameKey(first.key));
    // «شهر جوان»
    const month = times.has(first.key) && name?.keys.length === 1 && (lone === true || isDate(items, i));
    // «أشرف الوزير على…», «جمال الطبيعة»: a word, unless somebody of that name speaks or has an office.
    const before = wordAt(items, i - 1);
    const introduced =
      before !== undefined &&
      (isRole(before) || honorifics.has(before.key) || speechForm(before.key) !== undefined);
    const word = lone && alsoWords.has(first.key) && !introduced && items[i + 1]?.type !== 'comma';
    if (name !== undefined && !month && !word && !(lone && isKnownNoun(first)))
      return personWith(items, i, name, []);
  }
  // «شرف الدين القليل»
  if (isFaithful(items, i)) {
    const name = nameFrom(items, i, names);
    if (name !== undefined && name.keys.length > 2) return personWith(items, i, name, []);
  }
  // «الصديق», «الأمين»: a family name that the text has given in full.
  const closed = phraseEndsAt(items, i + 1) || (next !== undefined && isSaying(next.key));
  if (first.definite && names.endsName(nameKey(first.key)) && closed) {
    const name = nameFrom(items, i, names);
    if (name !== undefined) return personWith(items, i, name, []);
  }
  // «كيني», an adjective too, where «ماري كيني» was named.
  if (!first.definite && adjectives.has(first.bare) && names.endsName(first.key)) {
    const name = nameFrom(items, i, names);
    if (name !== undefined) return personWith(items, i, name, []);
  }
  const short = first.definite ? shortBody(items, i, names) : undefined;
  if (short !== undefined) return short;
  const relative = relativeOf(items, i, first, names);
  if (relative !== undefined) return relative;
  // «5 آلاف طن»
  if (counted.has(first.bare) && /^[0-9]/.test(wordAt(items, i - 1)?.key ?? '')) return undefined;
  if (sources.has(first.bare)) return oneOfMany(items, i, names) ?? description(items, i, names);
  if (statements.has(first.bare) && !roles.has(first.bare)) {
    return statement(items, i, (k) => (depth < DEEPEST ? read(items, k, names, depth + 1) : undefined));
  }
  if (isRole(first) || honorifics.has(first.key)) return office(items, i, names);
  if (isOrganisation(first)) return organisation(items, i);
  if (countries.has(first.key)) {
    // «كوريا الشمالية», «الإمارات العربية المتحدة»
    let to = i + (clubs.has(first.key) && wordAt(items, i + 1)?.definite === false ? 2 : 1);
    for (
      let next = wordAt(items, to);
      to < i + 3 && next?.definite && ofCountries.has(next.bare);
      next = wordAt(items, to)
    )
      to++;
    return {
      kind: 'place',
      from: i,
      to,
      span: { start: first.start, end: items[to - 1]?.end ?? first.end },
      keys: items.slice(i, to).flatMap((item) => (item.type === 'word' ? [item.key] : [])),
      heads: [first.bare],
      definite: true,
      agreement: 'f',
    };
  }
  if (objects.has(first.bare) || objects.has(first.key) || isVerbalNoun(first)) return undefined;
  return fromElsewhere(items, i, names) ?? guessed(items, i, names);
}

/** «بعض الأطراف», «بعض وسائل إعلام»: of whom some speak. */
const ofSome = (word: Word | undefined) =>
  word !== undefined && (word.definite || sources.has(word.bare) || word.key === 'وسايل');

const counted = wordSet('عشرات مئات آلاف أشخاص');

/** «نص بيان رئاسة الحكومة»; deeper ones are no sentences. */
const DEEPEST = 3;

/** First names that are as often words, where nothing shows them to be names. */
const alsoWords = wordSet(
  'أشرف كامل صباح فريد حسن سعيد ربيع جمال كمال رضا أمل وفاء إيمان نور هدى عزيز كريم صالح ناجح منير راضي قوي سليم خالد بشير نبيل لطيف عادل فاضل',
);

/** «25 جوان», «شهر رمضان» */
const isDate = (items: readonly Item[], i: number) =>
  /^(?:[0-9]+|شهر|صيام|ليله|موفي|غره)$/.test(wordAt(items, i - 1)?.key ?? '') ||
  /^[0-9]+$/.test(wordAt(items, i + 1)?.key ?? '');

/** Towns and words that a club is called after with another word: «ريال مدريد». */
const clubs = wordSet('ريال مانشستر أتلتيكو إنتر بايرن');

/** What belongs to the name of a country. */
const ofCountries = wordSet('شمالية جنوبية عربية متحدة سعودية شعبية ديمقراطية إسلامية');

/** «زوجها كمال سليم», «محاميه»: an office or kinship that bears the pronoun of somebody, with its name. */
function relativeOf(items: readonly Item[], i: number, word: Word, names: Names): Phrase | undefined {
  if (word.definite || !/(?:ه|ها|هم)$/.test(word.key) || roles.has(word.key)) return undefined;
  const ending = /(?:ها|هم|ه)$/.exec(word.key)?.[0];
  if (ending === undefined) return undefined;
  const stem = word.key.replace(/^[وف](?=....)/, '').slice(0, -ending.length);
  const noun = stem.endsWith('ت') ? `${stem.slice(0, -1)}ه` : stem;
  if (!roles.has(noun) && !roles.has(word.key.slice(0, -ending.length))) return undefined;
  // «رئيسها التنفيذي، سالم نصر،»
  let at = i + 1;
  while (at < i + 3 && isAdjectiveAt(items, at)) at++;
  const comma = items[at]?.type === 'comma' ? nameAfterComma(items, at + 1, names) : undefined;
  if (comma !== undefined && comma.keys.length > 1)
    return personWith(items, i, comma, [noun], noun.endsWith('ه') ? 'f' : 'm');
  const next = wordAt(items, at);
  if (next === undefined || isCommon(next) || endsPhrase(next)) return undefined;
  const name = nameFrom(items, at, names);
  if (name === undefined || (name.keys.length < 2 && !names.knows(nameKey(next.key)))) return undefined;
  return personWith(items, i, name, [noun], noun.endsWith('ه') ? 'f' : 'm');
}

const isAdjectiveAt = (items: readonly Item[], i: number) => {
  const word = wordAt(items, i);
  return word?.definite === true && adjectives.has(word.bare);
};

/** «الجامايكي يوسين بولت»: where somebody comes from, then the name. */
function fromElsewhere(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  const first = wordAt(items, i);
  const next = wordAt(items, i + 1);
  if (first === undefined || next === undefined || !first.definite || next.definite) return undefined;
  if (!adjectives.has(first.bare) && !/(?:ي|يه)$/.test(first.bare)) return undefined;
  if (/^[ولب]/.test(next.key) && !isGiven(next)) return undefined;
  if (isKnownNoun(next) || endsPhrase(next) || next.possessed || names.knows(nameKey(first.key)))
    return undefined;
  const name = nameFrom(items, i + 1, names);
  if (name === undefined || !(isGiven(next) || (name.keys.length > 1 && adjectives.has(first.bare))))
    return undefined;
  return personWith(items, i, name, [first.bare]);
}

/** «أحد المحتجين، سالم بن عمر،»: named behind a comma. */
function oneOfMany(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  if (!/^احدي?$/.test(wordAt(items, i)?.key ?? '')) return undefined;
  const many = description(items, i, names);
  if (many === undefined || items[many.to]?.type !== 'comma') return undefined;
  const name = nameAfterComma(items, many.to + 1, names);
  if (name === undefined || items[name.to]?.type !== 'comma') return undefined;
  return personWith(items, i, name, many.heads);
}

const isThat = (item: Item | undefined) => item?.type === 'word' && complementizers.has(item.key);

/** «وأكد "السيسي" أن»: some papers set names in marks. */
function quotedName(items: readonly Item[], i: number, quoted: Quoted, names: Names): Phrase | undefined {
  if (quoted.words.length === 0 || quoted.words.length > 4) return undefined;
  const next = items[i + 1];
  const keys = quoted.words.map(({ key }) => key);
  if (names.closesBody(keys.map(nameKey)) && next?.type !== 'quoted') {
    return {
      kind: 'organisation',
      from: i,
      to: i + 1,
      span: quoted.content,
      keys,
      heads: quoted.words.map(({ bare }) => bare),
      definite: true,
      agreement: 'any',
    };
  }
  const known = quoted.words.some((word) => names.knows(nameKey(word.key)) || isGiven(word));
  // «وقال "سيزار بانان" شقيق الضحية»: no words of the language, and who it is behind them.
  const role = next?.type === 'word' && isRole(next);
  const [head] = quoted.words;
  const body = head !== undefined && !head.definite && isOrganisation(head) && quoted.words.length > 1;
  const agency =
    (isForeign(quoted) || body) && (next?.type === 'comma' || next?.type === 'aside' || isThat(next));
  if (!known && !agency && !(role && quoted.words.length > 1 && !quoted.words.some(isCommon)))
    return undefined;
  if (
    !role &&
    next !== undefined &&
    next.type !== 'comma' &&
    !(next.type === 'word' && (isFunctionWord(next) || isAddressee(next)))
  )
    return undefined;
  return {
    kind: 'person',
    from: i,
    to: i + 1,
    span: quoted.content,
    keys,
    heads: [],
    definite: true,
    agreement: 'any',
  };
}

const isCommonNoun = (word: Word) =>
  isCommon(word) && !isFunctionWord(word) && speechForm(word.key) === undefined;

/** «أكد بربيرو أن», as against «أكد ضرورة أن», «أكد مجددا أن», «أكد بضرورة أن»: nothing that أن could hang on. */
function isNoWord(word: Word): boolean {
  const { key } = word;
  if (key.length < 3 || word.possessed || /^[وف]?س?[يتن]|^ا/.test(key) || isVerbalNoun(word)) return false;
  if (key.endsWith('ا') && isKnownWord(key.slice(0, -1))) return false;
  if (/(?:ه|اء|ات|ون|ين)$/.test(key) && isKnownWord(key)) return false;
  const rest = /^[بلك]/.test(key) ? key.slice(1) : key;
  return [key, rest].every(
    (form) => !objects.has(form) && !takesThat.has(form) && !isKnownNoun({ ...word, key: form, bare: form }),
  );
}

/** Words that no list knows, where a speaker is expected: «وأضاف ميخيا», «وقال ترامب». */
function guessed(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined || first.key.length < 2 || first.possessed || first.key === 'ادي') return undefined;
  // «أكد لبنس أن»: whoever was told.
  const told = first.key.slice(1);
  const known = names.knows(nameKey(told)) || isGiven({ ...first, key: told, bare: told });
  if (first.key.startsWith('ل') && !names.knows(first.key) && known) return undefined;
  // «قام عبد الرزاق…», «بانتخاب كريم…»: a verb or a noun of its own before a first name.
  const second = wordAt(items, i + 1);
  const own = isCommon(first) || /^[بلف]/.test(first.key);
  const that = second !== undefined && complementizers.has(second.key);
  if (second !== undefined && !that && !second.definite && isGiven(second) && own && !first.definite)
    return undefined;
  // «أكد بضرورة أن»: a word, as against «أكد بربيرو أن».
  if (that && own && !first.definite && !isNoWord(first)) return undefined;
  if (adjectives.has(first.bare)) {
    // «المندوبية الجهوية»: the adjective of the noun before it.
    // «شبه الطبي»: the second word of a construct.
    const before = wordAt(items, i - 1);
    const alone = before === undefined || (!before.definite && !isCommonNoun(before));
    return first.definite && alone ? office(items, i, names) : undefined;
  }
  const certain = names.knows(nameKey(first.key));
  const name = nameFrom(items, i, names);
  if (name === undefined || name.keys.length > 5) return undefined;
  const phrase = personWith(items, i, name, []);
  return certain ||
    (phrase.described && name.keys.length > 1 && !first.definite && !/^و|^ت\S{3}ت$/.test(first.key))
    ? phrase
    : { ...phrase, guessed: true };
}
