import { fold } from '../fold.ts';
import { allMonthNames } from '../month-names.ts';
import type { Cue } from './cues.ts';
import type { Item } from './items.ts';
import type { Phrase } from './noun-phrase.ts';
import { complementizers, times } from './particles.ts';
import { phraseAt } from './phrase.ts';
import { strangeName } from './names-behind.ts';
import { nameFrom, personWith } from './person-name.ts';
import {
  endsPhrase,
  isAddressee,
  isCommon,
  isFunctionWord,
  isGiven,
  isPlace,
  isRole,
  phraseEndsAt,
  wordAt,
} from './phrase-words.ts';
import { kin, roles } from './role-words.ts';
import { plainSubject } from './plain-subject.ts';
import type { Speakers } from './speakers.ts';
import { type SpeechForm, speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** «رجحت فيها مصادر», «قال له المدير»: what a verb was said in, or to whom. */
export const ofPronoun = /^(?:في|ب|ل|عن|علي|الي)(?:ه|ها|هم)$/;
/** «بدوره», «من جهته»: between a verb and its subject. */
const aside = /^(?:بدور(?:ه|ها|هم)|من|جهت(?:ه|ها|هم)|جانب(?:ه|ها|هم)|ايضا|كذلك)$/;

/** Who is named by a clause as well as by a noun. */
const describable: ReadonlySet<Phrase['kind']> = new Set(['role', 'source', 'organisation']);
/** Verbs that take no object, so that a noun right behind them is who speaks. */
export const withoutObject = wordSet(
  'قال أضاف أشار لفت نوه صرح أردف استطرد شدد علق رد أجاب كتب غرد أفاد ختم تساءل حذر تابع استدرك عقب خلص ألمح تحدث مضى',
);
/** Verbs with whoever is spoken to right behind them: «وخاطب الحاضرات». */
export const takesPerson = wordSet('خاطب دعا طالب ناشد اتهم حث أبلغ أخبر وصف سأل هنأ شكر طمأن أعلم');

/** The subject of a verb of speech, where it stands behind the verb; undefined for participles and nouns of speech. */
export function subjectOf(items: readonly Item[], cue: Cue, speakers: Speakers): Phrase | undefined {
  const found = behind(items, cue, speakers);
  return found === undefined || found.guessed === true
    ? (strange(items, cue) ?? further(items, cue, speakers) ?? found ?? plain(items, cue))
    : found;
}

/** «قال بيرند ريكسنغه زعيم الحزب», «قال يريغ لوزينسكي، وهو أحد المدربين»: words that are none of the language, then who it is. */
function strange(items: readonly Item[], { at, form }: Cue): Phrase | undefined {
  const finite = form.type === 'past' || form.type === 'present';
  if (!finite || form.class === 'directs' || form.class === 'judges' || takesPerson.has(form.verb))
    return undefined;
  const keys: string[] = [];
  const title = wordAt(items, at + 1);
  // «قال الجيوفيزيائي بيورن هارسون إن»
  const titled = title?.key.startsWith('ال') === true && /..يه?$/.test(title.bare) && !isGiven(title);
  const from = titled ? at + 2 : at + 1;
  let k = from;
  for (; keys.length < 4; k++) {
    const word = wordAt(items, k);
    if (word === undefined || isFunctionWord(word) || isRole(word)) break;
    const given = isGiven(word);
    // «لغوث ولد بغالي»
    if (word.key === 'ولد' && keys.length === 1) {
      keys.push(word.key);
      continue;
    }
    if (!given && (isCommon(word) || isPlace(word.key) || (word.definite && keys.length === 0)))
      return undefined;
    keys.push(word.key);
  }
  // «ويؤكد شوبار مصمم السعفة أنها»: one such word, and what he does.
  const [sole] = keys;
  const maker = wordAt(items, k);
  const alone = keys.length === 1 && sole !== undefined && !titled && !/^[وفبلك]|[اةته]$/.test(sole);
  const makes = alone && maker !== undefined && isRole(maker) && !maker.definite && form.class === 'says';
  if ((keys.length < 2 && !makes) || keys.length > 3) return undefined;
  const behind = items[k]?.type === 'comma' ? wordAt(items, k + 1) : wordAt(items, k);
  if (titled) {
    const that = behind !== undefined && complementizers.has(behind.key);
    return that ? personWith(items, at + 1, { from, to: k, keys }, [title.bare]) : undefined;
  }
  if (behind === undefined || !(isRole(behind) || roles.has(behind.key) || /^و(?:هو|هي)$/.test(behind.key)))
    return undefined;
  return personWith(items, at + 1, { from: at + 1, to: k, keys }, []);
}

/** «أكد المنتدب الجديد للفريق أسامة دراجي أنه»: the name at the end of an office that no list knows. */
function further(items: readonly Item[], { at, form }: Cue, speakers: Speakers): Phrase | undefined {
  const finite = form.type === 'past' || form.type === 'present';
  if (!finite || form.class === 'directs' || form.class === 'judges' || takesPerson.has(form.verb))
    return undefined;
  const first = wordAt(items, at + 1);
  if (first === undefined || endsPhrase(first)) return undefined;
  if (!first.definite && !(isCommon(first) && withoutObject.has(form.verb))) return undefined;
  for (let k = at + 2; k < at + 9; k++) {
    const word = wordAt(items, k);
    if (word === undefined || endsPhrase(word) || isAddressee(word)) return undefined;
    const named = strangeName(items, k, speakers);
    if (named !== undefined) return personWith(items, k, named, []);
    if (!isGiven(word) || word.definite) continue;
    const name = nameFrom(items, k, speakers);
    if (name === undefined || name.keys.length < 2 || !phraseEndsAt(items, name.to)) return undefined;
    return personWith(items, k, name, []);
  }
  return undefined;
}

/** Whether words guessed to be a name stand where a speaker does: before أن, a mark, or a small word. */
export function isSubject(items: readonly Item[], phrase: Phrase, verb: string): boolean {
  if (phrase.guessed !== true) return true;
  const next = items[phrase.to];
  const first = wordAt(items, phrase.from);
  if (next === undefined || next.type === 'quoted' || next.type === 'colon') return true;
  if (next.type === 'word' && complementizers.has(next.key)) return true;
  // «وغرد ترامب قائلا», «وعلق بيسكوف مؤكدا»
  if (
    next.type === 'word' &&
    speechForm(next.key)?.form.type === 'participle' &&
    first !== undefined &&
    !isCommon(first)
  )
    return true;
  // Farther from أن only behind verbs that take no object («وقال بولت في تصريحات»).
  const family = first?.definite === true && first.bare.endsWith('ي') && phrase.keys.length === 1;
  if (family && next.type === 'comma') return true;
  if (family && next.type === 'word' && !isCommon(first)) {
    if (isFunctionWord(next) || isAddressee(next) || /^ب(?:ال|مناسب)/.test(next.key)) return true;
  }
  // «أكد فحيمة خلال الندوة»
  const alone = first !== undefined && phrase.keys.length <= 2 && !first.definite && !isCommon(first);
  if (alone && next.type === 'word' && /^(?:في|خلال|علي)$/.test(next.key) && !isPlace(first.key)) return true;
  if (!withoutObject.has(verb) || (first?.definite === true && !family)) return false;
  return next.type !== 'word' || isAddressee(next) || /^(?:الي|في|علي|خلال|من|عن|ل)$/.test(next.key);
}

/** «أظهرت الفحوص أن»: a subject that no list knows. */
function plain(items: readonly Item[], { at, form }: Cue): Phrase | undefined {
  const finite = form.type === 'past' || form.type === 'present';
  if (!finite || form.class === 'directs' || form.class === 'judges' || takesPerson.has(form.verb))
    return undefined;
  if (form.agreement === 'mp' || form.agreement === 'fp') return undefined;
  const close = form.class === 'also' || form.verb === 'عقب';
  return plainSubject(items, at + 1, { alone: withoutObject.has(form.verb) && !close, close });
}

function behind(items: readonly Item[], { at, form }: Cue, speakers: Speakers): Phrase | undefined {
  if (form.type === 'noun' || form.type === 'participle') return undefined;
  // A verb before its subject is singular: «ينبهون الحكومة».
  if (form.agreement === 'mp' || form.agreement === 'fp') return undefined;
  // «وجاء في بلاغ لوزارة الداخلية أن»
  if (/^(?:جاء|ورد)$/.test(form.verb)) {
    const source = wordAt(items, at + 1)?.key === 'في' ? phraseAt(items, at + 2, speakers) : undefined;
    return source?.kind === 'statement' ? source : undefined;
  }
  const relative = akin(items, at, form);
  if (relative !== undefined) return relative;
  const comma = items[at + 1]?.type === 'comma';
  const phrase = phraseAt(items, comma ? at + 2 : at + 1, speakers);
  if (phrase === undefined) {
    // «دعا فيه الحكومة»: whom it calls upon.
    if (takesPerson.has(form.verb) && ofPronoun.test(wordAt(items, at + 1)?.key ?? '')) return undefined;
    return behindTime(items, at, speakers) ?? behindObject(items, at, speakers);
  }
  if (phrase.guessed === true && (comma || form.class === 'judges' || form.class === 'directs'))
    return undefined;
  if (phrase.guessed === true && takesPerson.has(form.verb)) return undefined;
  // «نشر تدوينة»: what he published.
  if (phrase.kind === 'statement' && !phrase.definite && publishes.has(form.verb)) return undefined;
  return isSubject(items, phrase, form.verb) ? phrase : undefined;
}

/** Verbs that a statement is the object of. */
const publishes = wordSet('نشر كتب دون تلا وجه');

/** «قالت والدته إن», «وأضاف محاميها أن»: somebody by kinship or office to whoever was mentioned. */
function akin(items: readonly Item[], at: number, form: SpeechForm): Phrase | undefined {
  const word = wordAt(items, at + 1);
  if (word === undefined || form.class === 'judges' || form.class === 'directs' || takesPerson.has(form.verb))
    return undefined;
  const [, stem = '', pronoun = ''] = /^(\S{2,})(ها|هما|هم|ه)$/.exec(word.key) ?? [];
  const noun = stem.endsWith('ت') ? `${stem.slice(0, -1)}ه` : stem;
  if (pronoun === '' || !(kin.has(noun) || roles.has(noun)) || word.key.startsWith('ال')) return undefined;
  const next = wordAt(items, at + 2);
  if ((form.agreement === 'f') !== noun.endsWith('ه')) return undefined;
  if (!phraseEndsAt(items, at + 2) && !(next !== undefined && isAddressee(next))) return undefined;
  return {
    kind: 'source',
    from: at + 1,
    to: at + 2,
    span: { start: word.start, end: word.end },
    keys: [word.key],
    heads: [noun],
    definite: true,
    agreement: form.agreement,
    owner: pronoun === 'ها' ? 'f' : pronoun === 'ه' ? 'm' : 'mp',
  };
}

/** «أقر هذا المنع عمدة المدينة سالم نصر»: the subject behind what was done. */
function behindObject(items: readonly Item[], at: number, speakers: Speakers): Phrase | undefined {
  if (!/^هذ[اه]ه?$/.test(wordAt(items, at + 1)?.key ?? '') || wordAt(items, at + 2)?.definite !== true)
    return undefined;
  const phrase = phraseAt(items, at + 3, speakers);
  return phrase?.kind === 'person' && phrase.guessed !== true ? phrase : undefined;
}

/** «5 ماي 2015» */
const months = new Set(allMonthNames.flat().map(fold));

/** «قال اليوم الأحد سالم نصر», «أفاد أمس، الناطق باسم المحكمة»: the subject behind when it was said. */
function behindTime(items: readonly Item[], at: number, speakers: Speakers): Phrase | undefined {
  let k = at + 1;
  for (; k < at + 10; k++) {
    const key = wordAt(items, k)?.key;
    const timely =
      key !== undefined &&
      (times.has(key) ||
        aside.test(key) ||
        ofPronoun.test(key) ||
        /^(?:[0-9]+|الحاليه?)$/.test(key) ||
        (months.has(key) && /^[0-9]+$/.test(wordAt(items, k - 1)?.key ?? '')));
    if (!timely && items[k]?.type !== 'comma') break;
  }
  if (k === at + 1) return undefined;
  const phrase = phraseAt(items, k, speakers);
  const who =
    phrase?.kind === 'person' ||
    phrase?.kind === 'role' ||
    phrase?.kind === 'organisation' ||
    (phrase?.kind === 'source' && phrase.heads[0]?.endsWith('ين') !== true);
  return who && phrase.guessed !== true ? phrase : undefined;
}

/** «قال الطبيب الذي أشرف على الولادة:»: who is described by a clause is named by all of it. */
export function withRelative(
  items: readonly Item[],
  phrase: Phrase | undefined,
  content: number,
  speakers: Speakers,
): Phrase | undefined {
  if (phrase === undefined || !describable.has(phrase.kind)) return phrase;
  if (!/^(?:الذي|التي|الذين)$/.test(wordAt(items, phrase.to)?.key ?? '')) return phrase;
  // «وزارة الصحة التي…» has its name; «التحالف الذي…» needs the clause to be known by.
  const named = phrase.kind === 'organisation' && wordAt(items, phrase.from)?.definite !== true;
  if (named || (phrase.kind !== 'organisation' && speakers.hasOffice(phrase))) return phrase;
  let to = phrase.to;
  while (to < content && to < phrase.to + 9 && items[to]?.type === 'word') to++;
  const last = items[to - 1];
  if (last === undefined || to < content - 1) return phrase;
  const span = { start: phrase.span.start, end: last.end };
  if (phrase.kind !== 'organisation') return { ...phrase, kind: 'source', definite: false, to, span };
  const clause = items.slice(phrase.to, to).flatMap((item) => (item.type === 'word' ? [item.key] : []));
  return { ...phrase, to, span, keys: [...phrase.keys, ...clause] };
}
