import { isKnownWord } from '../entities/known-words.ts';
import type { Item, Word } from './items.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import { complementizers, times } from './particles.ts';
import { inNames, nameFrom, personWith, smallNames } from './person-name.ts';
import { isFunctionWord, isGiven, isKnownNoun, nameKey, phraseEndsAt, wordAt } from './phrase-words.ts';
import { speechForm } from './speech-verbs.ts';

/**
 * «وقالت خلف», «وأضاف بونني», «أكد فونغ»: the family name of somebody named in full, alone behind a verb of speech, whatever
 * word or prefixed word it looks like.
 */
export function familyName(items: readonly Item[], i: number, word: Word, names: Names): Phrase | undefined {
  if (!names.endsName(nameKey(word.key))) return undefined;
  const verb = speechForm(wordAt(items, i - 1)?.key ?? '')?.form;
  const was = /^[وف]?كانت?$/.test(wordAt(items, i - 1)?.key ?? '');
  if (!was && verb?.type !== 'past' && verb?.type !== 'present') return undefined;
  const small = smallNames.has(word.key);
  if (!small && (isFunctionWord(word) || isKnownNoun(word) || !phraseEndsAt(items, i + 1))) return undefined;
  // «دعا لبنان», «خاطب بونني»: the family name is of whoever is spoken to as often.
  if (!small && !was && verb?.class !== 'says' && verb?.class !== 'also') return undefined;
  return personWith(items, i, nameFrom(items, i, names) ?? { from: i, to: i + 1, keys: [word.key] }, []);
}

/** «أكد الوطني الحر أنه» for «حزب الاتحاد الوطني الحر»: two or three words that the name of a body ends with. */
export function shortBody(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  const keys: string[] = [];
  let k = i;
  for (; k < i + 3; k++) {
    const word = wordAt(items, k);
    if (word === undefined || !word.key.startsWith('ال')) break;
    keys.push(word.key);
  }
  const first = items[i];
  const last = items[k - 1];
  if (first === undefined || last === undefined || keys.length < 2) return undefined;
  if (!phraseEndsAt(items, k) || !names.closesBody(keys.map(nameKey))) return undefined;
  const verb = speechForm(wordAt(items, i - 1)?.key ?? '')?.form.type;
  if (verb !== 'past' && verb !== 'present') return undefined;
  return {
    kind: 'organisation',
    from: i,
    to: k,
    span: { start: first.start, end: last.end },
    keys,
    heads: keys.map(nameKey),
    definite: true,
    agreement: 'any',
  };
}

/** «مراسلنا», «مبعوثتنا». */
export const ourMan = /^(?:مراسل|مبعوث|موفد)ت?نا$/;

/** «أفاد مراسلنا بالجهة», «أكد مبعوثنا إلى القاهرة جمال سليم أن»: the paper's reporter. */
export function reporter(items: readonly Item[], i: number, word: Word, names: Names): Phrase {
  const feminine = word.key.endsWith('تنا');
  const stem = word.key.replace(/ت?نا$/, feminine ? 'ه' : '');
  for (let k = i + 1; k < i + 7; k++) {
    const next = wordAt(items, k);
    if (next === undefined || complementizers.has(next.key) || times.has(next.key)) break;
    const where = /^(?:في|الي|ب)$/.test(wordAt(items, k - 1)?.key ?? '');
    if (!isGiven(next) || next.definite || where) continue;
    const name = nameFrom(items, k, names);
    if (name !== undefined && name.keys.length > 1 && phraseEndsAt(items, name.to))
      return personWith(items, i, name, [stem], feminine ? 'f' : 'm');
  }
  return {
    kind: 'role',
    from: i,
    to: i + 1,
    span: { start: word.start, end: word.end },
    keys: [stem],
    heads: [stem],
    definite: true,
    agreement: 'any',
  };
}

/** «أفاد بالحاج أنه»: a family name that looks like a noun with ب, between a verb of speech and أن. */
export function saintName(items: readonly Item[], i: number, word: Word): Phrase | undefined {
  if (!inNames.has(word.bare) && isKnownWord(word.bare)) return undefined;
  const verb = speechForm(wordAt(items, i - 1)?.key ?? '')?.form;
  if (verb?.type !== 'past' || verb.class !== 'says') return undefined;
  if (!complementizers.has(wordAt(items, i + 1)?.key ?? '')) return undefined;
  return { ...personWith(items, i, { from: i, to: i + 1, keys: [word.key] }, []), guessed: true };
}
