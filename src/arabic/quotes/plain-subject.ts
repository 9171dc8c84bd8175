import type { Item, Word } from './items.ts';
import { complementizers, prepositions, relatives, times } from './particles.ts';
import { organisation } from './organisation.ts';
import type { Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isAdjective,
  isCommon,
  isFunctionWord,
  isVerbalNoun,
  wordAt,
} from './phrase-words.ts';
import { isKnownWord } from '../entities/known-words.ts';
import { objects } from './describing-words.ts';
import { statements } from './organisation-words.ts';
import { speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** Longest subject that no list knows. */
const MOST_WORDS = 7;
/** How many of them, before a noun with the article: «عديد الدول», «جل المؤشرات». */
const quantities = wordSet('عديد عدة جل أغلب معظم آخر أحدث مختلف سائر بقية');
/** Bodies by what they do, where they speak: «خدمات الإسعاف», «كتابة الدولة», «مطار المدينة». */
const services = wordSet('خدمات ناقلة طواقم كتابة مطار حديقة');

/**
 * «أظهرت الفحوص الأولية أن», «قالت خدمات الإسعاف إن», «قال سجناء إن»: the noun between a verb of speech and the أن that
 * follows it at once. What is said stands behind أن, so the noun can be nothing but who or what says it. Behind a verb
 * without an object (`alone`) a comma or a time may stand between, behind all but words that are often something else
 * (`close`) «في بلاغ».
 */
export function plainSubject(
  items: readonly Item[],
  from: number,
  { alone, close }: { alone: boolean; close: boolean },
): Phrase | undefined {
  const first = wordAt(items, from);
  if (first === undefined || times.has(first.key)) return undefined;
  // «أكدت عدة تقارير صحفية أن»: without how many there are.
  const next = wordAt(items, from + 1);
  if (first.key === 'عده' && next?.definite === false && next.key !== 'عده') {
    const meant = plainSubject(items, from + 1, { alone, close });
    return meant && { ...meant, from };
  }
  const counted = quantities.has(first.key) && goesOnDefinite(items, from + 1);
  if (!counted && !begins(items, from, first)) return undefined;
  if (services.has(first.bare)) return service(items, from, { alone, close });
  const heads: string[] = [];
  let to = from;
  for (; to < from + MOST_WORDS; to++) {
    const word = wordAt(items, to);
    if (word === undefined) break;
    // «الإسبانية و الفرنسية»
    if (word.key === 'و' && to > from && isPlainAdjective(items, to - 1) && isPlainAdjective(items, to + 1))
      continue;
    if (to > from && !goesOn(items, to, word)) break;
    heads.push(word.bare);
  }
  const nominative = first.key.startsWith('ال') && /(?:..ون|يران|ولان)$/.test(first.bare);
  to = withWhat(items, to);
  if (!endsAsSubject(items, to, alone || (nominative && !close), close)) return undefined;
  return {
    kind: 'source',
    from,
    to,
    span: { start: first.start, end: items[to - 1]?.end ?? first.end },
    keys: heads,
    heads,
    definite: first.definite,
    agreement: first.bare.endsWith('ه') ? 'f' : 'any',
  };
}

/** «كتابة الدولة لأملاك الدولة»: with the whole name of a body. */
function service(
  items: readonly Item[],
  from: number,
  how: { alone: boolean; close: boolean },
): Phrase | undefined {
  const body = organisation(items, from);
  const nominal = body !== undefined && body.keys.length > 1;
  return nominal && endsAsSubject(items, body.to, how.alone, how.close) ? body : undefined;
}

/** A noun that no small word is joined to, no adverb, and nothing that is claimed or done. */
function begins(items: readonly Item[], from: number, first: Word): boolean {
  if (endsPhrase(first) || isAddressee(first)) return false;
  if (first.key.startsWith('ال')) return first.definite;
  if (first.definite || first.possessed || first.key.length < 3 || first.key.endsWith('ا')) return false;
  if (objects.has(first.key) || isVerbalNoun(first)) return false;
  // «لاحظ معدو الدراسة»: many who did it.
  if (/^م\S+[^او]و$/.test(first.key) && goesOnDefinite(items, from + 1)) return true;
  // «أشار لسان الدفاع»: the first letter is the noun's own.
  // «أكدت مواقع إخبارية»
  const next = wordAt(items, from + 1);
  const described = next !== undefined && !next.definite && /..يه$/.test(next.key);
  const goes = described || goesOnDefinite(items, from + 1);
  const own = isKnownWord(first.key) && !isKnownWord(first.key.slice(1)) && goes;
  if (/^[وفبلكيت]/.test(first.key) && !own) return false;
  return isCommon(first) && (goes || /(?:اء|ات|ون|ين)$/.test(first.key));
}

/** An adjective, a noun with the article, or «والفنانون»; «أسعار بيع الخضر». */
function goesOn(items: readonly Item[], k: number, word: Word): boolean {
  if (endsPhrase(word) || times.has(word.key) || isAddressee(word)) return false;
  if (word.definite) return /^و?ال/.test(word.key);
  if (wordAt(items, k - 1)?.definite === true || word.possessed || /^[وفبلك]/.test(word.key)) return false;
  return isAdjective(word) || word.key.endsWith('يه') || (isCommon(word) && goesOnDefinite(items, k + 1));
}

const isPlainAdjective = (items: readonly Item[], k: number) => {
  const word = wordAt(items, k);
  return word?.key.startsWith('ال') === true && isAdjective(word);
};

const goesOnDefinite = (items: readonly Item[], k: number) => {
  const word = wordAt(items, k);
  return (
    word !== undefined &&
    word.key.startsWith('ال') &&
    word.definite &&
    !times.has(word.key) &&
    word.bare !== 'مرات'
  );
};

/** «المظنون فيه», «الموقعون على البيان», «القائمون على هذه الصفحة»: what a participle governs. */
function withWhat(items: readonly Item[], to: number): number {
  const key = wordAt(items, to)?.key ?? '';
  if (/^(?:في|علي)(?:ه|ها|هم)$/.test(key)) return to + 1;
  const many = wordAt(items, to - 1);
  if (key !== 'علي' || many === undefined || !many.definite || !many.bare.endsWith('ون')) return to;
  const at = /^هذ[اه]ه?$/.test(wordAt(items, to + 1)?.key ?? '') ? to + 2 : to + 1;
  if (goesOnDefinite(items, at)) return at + 1;
  return wordAt(items, at) !== undefined && goesOnDefinite(items, at + 1) ? at + 2 : to;
}

/** «بيان», «بيانه», «رسالتها». */
const isStatement = (key: string) =>
  statements.has(key) ||
  statements.has(key.replace(/(?:ه|ها|هم)$/, '')) ||
  statements.has(key.replace(/ت(?:ه|ها|هم)$/, 'ه'));

/** Whether a subject is over before item `k`. */
function endsAsSubject(items: readonly Item[], k: number, alone: boolean, close: boolean): boolean {
  const item = items[k];
  if (item?.type === 'word' && complementizers.has(item.key)) return true;
  if (close) return false;
  if (item?.type === 'word' && speechForm(item.key)?.form.type === 'participle') return true;
  const next = wordAt(items, k + 1);
  // «أوضحت الناقلة الوطنية في بلاغ لها أن»
  if (item?.type === 'word' && item.key === 'في' && next !== undefined && isStatement(next.bare)) return true;
  if (!alone) return false;
  if (item === undefined || item.type !== 'word') return item?.type !== 'line' && item?.type !== 'stop';
  if (isAddressee(item) || times.has(item.key)) return true;
  return isFunctionWord(item) && (prepositions.has(item.key) || relatives.has(item.key));
}
