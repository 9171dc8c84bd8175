import { adjectives, objects } from './describing-words.ts';
import type { Item, Word } from './items.ts';
import { countries } from './organisation-words.ts';
import { times } from './particles.ts';
import { MOST_TITLE_WORDS, nameFrom, personWith } from './person-name.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isFunctionWord,
  isGiven,
  isOrganisation,
  isRole,
  withoutLam,
  wordAt,
} from './phrase-words.ts';
import { statements } from './organisation-words.ts';

/** A body: «حزب حركة نداء تونس», «وكالة "تشاينا نيوز"». */
export function organisation(items: readonly Item[], i: number): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  const heads = [first.bare];
  const keys = [first.key];
  const phrase = (to: number, span: { start: number; end: number }): Phrase => ({
    kind: 'organisation',
    from: i,
    to,
    span,
    keys,
    heads,
    definite: first.definite || to > i + 1,
    // «رويترز», «الاتحاد»: a foreign name may take either.
    agreement: first.bare.endsWith('ه') && first.bare.length > 3 ? 'f' : 'any',
  });
  let k = i + 1;
  for (; k - i < MOST_TITLE_WORDS; k++) {
    const item = items[k];
    const set = item?.type === 'quoted' || item?.type === 'aside' ? item : undefined;
    if (
      set !== undefined &&
      set.words.length > 0 &&
      set.words.length <= 5 &&
      k === i + 1 &&
      !first.definite
    ) {
      keys.push(...set.words.map(({ key }) => key));
      return phrase(k + 1, set.type === 'quoted' ? set.content : { start: set.start + 1, end: set.end - 1 });
    }
    if (
      item?.type !== 'word' ||
      endsPhrase(item) ||
      isSpokenTo(item, wordAt(items, k - 1)) ||
      !belongs(item, wordAt(items, k - 1))
    )
      break;
    heads.push(item.bare);
    keys.push(item.key);
  }
  const found = phrase(k, { start: first.start, end: items[k - 1]?.end ?? first.end });
  const aside = items[k];
  const short =
    aside?.type === 'aside' && aside.words.length <= 3 && !aside.words.some(({ key }) => /[0-9]/.test(key));
  return short ? { ...found, to: k + 1, alias: aside.words.map(({ key }) => key).join(' ') } : found;
}

/** «قالت الوزارة للصحفيين», but «الاتحاد الدولي للصحفيين». */
const isSpokenTo = (word: Word, before: Word | undefined) =>
  isAddressee(word) && !(word.definite && before?.definite === true && adjectives.has(before.bare));

/** Whether a word goes on with the name of a body. */
function belongs(word: Word, before: Word | undefined): boolean {
  const { key } = word;
  if (word.possessed && !word.definite) return false;
  if (
    /^[وف]/.test(key) &&
    !word.definite &&
    !isRole(word) &&
    !isOrganisation(word) &&
    !isOrganisation({ ...word, bare: key.slice(1) })
  )
    return false;
  if (objects.has(key)) return false;
  if (isRole(word) && word.definite && before?.definite === true && !adjectives.has(word.bare)) return false;
  if (key.startsWith('ب')) {
    const rest = key.slice(1).replace(/^ال/, '');
    if (word.definite || !/^ب[^ا]/.test(key)) {
      if (!isOrganisation({ ...word, bare: rest }) && !countries.has(rest) && !isOrganisation(word))
        return word.definite && !key.startsWith('بال');
    }
  }
  // «أعلنت الوزارة رفض…»: the object begins where a noun without article follows one with it.
  const closed =
    before?.definite === true && !word.definite && !/^[لب]/.test(key) && !adjectives.has(word.bare);
  return !closed || /^[a-z]/.test(key);
}

function organisationAfterLam(items: readonly Item[], k: number): Phrase | undefined {
  const rest = withoutLam(items, k);
  const first = wordAt(rest, 0);
  const found = first !== undefined && isOrganisation(first) ? organisation(rest, 0) : undefined;
  return found === undefined ? undefined : { ...found, from: found.from + k, to: found.to + k };
}

const ofIssuing = /^(?:عن|من|ل|صادر|صادره|اصدرته|اصدره|نشرته|نشره)$/;

/** «بيان صادر عن الرئاسة», «بيان الاتحاد», «البيان», «دراسة أمريكية». */
export function statement(
  items: readonly Item[],
  i: number,
  phraseAt: (k: number) => Phrase | undefined,
): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  let issuer: Phrase | undefined;
  let k = i + 1;
  for (; k - i < 6; k++) {
    const word = wordAt(items, k);
    if (word === undefined || isAddressee(word)) break;
    if (ofIssuing.test(word.key) || adjectives.has(word.bare)) continue;
    if (/^(?:الذي|التي)$/.test(word.key) && ofIssuing.test(wordAt(items, k + 1)?.key ?? '')) continue;
    if (endsPhrase(word)) break;
    // «بلاغ لوزارة الداخلية»
    const lam = word.key.startsWith('ل') && !isGiven(word) ? organisationAfterLam(items, k) : undefined;
    const found = lam ?? (isOrganisation(word) ? organisation(items, k) : phraseAt(k));
    if (
      found !== undefined &&
      found.guessed !== true &&
      found.kind !== 'statement' &&
      found.kind !== 'source'
    ) {
      issuer = found;
      break;
    }
    if (statements.has(word.bare) && k > i + 1) break;
  }
  let to = issuer?.to ?? k;
  for (let last = wordAt(items, to - 1); to > i + 1; last = wordAt(items, to - 1)) {
    if (last !== undefined && !isFunctionWord(last)) break;
    to--;
  }
  return {
    kind: 'statement',
    from: i,
    to,
    span: { start: first.start, end: items[to - 1]?.end ?? first.end },
    keys: [first.key],
    heads: [first.bare],
    definite: first.definite || issuer !== undefined,
    agreement: first.bare.endsWith('ه') ? 'f' : 'any',
    ...(issuer === undefined ? {} : { issuer }),
  };
}

/** Unnamed people: «مصدر أمني رفيع», «مجموعة من لاعبي المنتخب», «شهود عيان». */
export function description(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  const heads = [first.bare];
  let k = i + 1;
  for (; k - i < 12; k++) {
    const word = wordAt(items, k);
    if (word === undefined || isAddressee(word)) break;
    if (/^(?:من|في|باسم|ب)$/.test(word.key)) {
      const next = wordAt(items, k + 1);
      const plain =
        next !== undefined && !endsPhrase(next) && !times.has(next.key) && !statements.has(next.bare);
      if (plain && (word.key !== 'في' || isOrganisation(next) || countries.has(next.key))) continue;
      break;
    }
    if (endsPhrase(word) || (word.possessed && !word.definite)) break;
    if (isGiven(word) && !word.definite && !heads.includes('مصدر')) {
      const name = nameFrom(items, k, names);
      if (name !== undefined && name.keys.length > 1) return personWith(items, i, name, heads);
    }
    if (word.key.startsWith('و') && !word.definite && !isRole(word)) break;
    if (wordAt(items, k - 1)?.definite === true && !word.definite && !adjectives.has(word.bare)) break;
    heads.push(word.bare);
  }
  return {
    kind: 'source',
    from: i,
    to: k,
    span: { start: first.start, end: items[k - 1]?.end ?? first.end },
    keys: heads,
    heads,
    definite: first.definite,
    agreement: /(?:ون|ين|اء|ان)$/.test(first.bare) ? 'mp' : 'any',
  };
}
