import { adjectives, objects } from './describing-words.ts';
import type { Item, Word } from './items.ts';
import { countries } from './organisation-words.ts';
import {
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
import { honorifics } from './role-words.ts';
import { type Agreement, clash } from './speech-verbs.ts';
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
  const indefinite = !addressed && !isComplement(wordAt(items, start + 1));
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
  for (let k = start + 1; k - start < MOST_TITLE_WORDS; k++) {
    const item = items[k];
    if (item?.type === 'comma') {
      const name = complete ? nameAfterComma(items, k + 1, names) : undefined;
      if (name !== undefined) return person(name);
      break;
    }
    if (item?.type === 'aside') continue;
    if (item?.type !== 'word' || isAddressee(item)) break;
    if (bearers.has(item.key)) {
      complete = false;
      before = item;
      to = k + 1;
      continue;
    }
    if (endsPhrase(item)) {
      if (/^(?:في|ب|لدي|من|عن|علي|الي|بين)$/.test(item.key) && complete) {
        const next = wordAt(items, k + 1);
        const body = next !== undefined && (isOrganisation(next) || countries.has(next.key));
        const named =
          body || /^(?:في|ب|لدي)$/.test(item.key)
            ? person(nameAfterPreposition(items, k + 1, names))
            : undefined;
        if (named !== undefined) return named;
      }
      break;
    }
    if (beginsName(items, k, { before, head, complete, addressed, agreement, names, offset: k - start })) {
      const named = person(nameFrom(items, k, names));
      if (named !== undefined) return named;
    }
    const vocabulary = isKnownNoun(item) || countries.has(item.key);
    // What ends the title without being a name: «النائبة تشبث المرأة», «رئيس الوزراء ثقته».
    const next = wordAt(items, k + 1);
    const club = next?.definite === true && adjectives.has(next.bare);
    if (complete && !item.definite && !vocabulary && !club && !/^[وبلك]/.test(item.key)) break;
    if (objects.has(item.key)) break;
    if (item.possessed && !item.definite) break;
    if (
      item.key.startsWith('و') &&
      !item.definite &&
      !vocabulary &&
      !isKnownNoun({ ...item, bare: item.key.slice(1) })
    )
      break;
    if (
      item.key.startsWith('ب') &&
      !item.definite &&
      !vocabulary &&
      complete &&
      !isOrganisation({ ...item, bare: item.key.slice(1) }) &&
      !countries.has(item.key.slice(1))
    ) {
      // «المدير الجهوي للتجارة بباجة، قيس اليزيدي»: a town; the title is over.
      return (
        (items[k + 1]?.type === 'comma' ? person(nameAfterComma(items, k + 2, names)) : undefined) ??
        untitled()
      );
    }
    heads.push(item.bare);
    // «رئيس الجمعية التونسية لممتحني رخص السياقة»: a new construct, to be closed by its last word.
    const opens = !item.definite && item.key.startsWith('ل') && !countries.has(item.key.slice(1));
    complete =
      (complete && !opens) ||
      item.definite ||
      countries.has(item.key) ||
      (adjectives.has(item.bare) && addressed) ||
      (!vocabulary && !opens && isOrganisation(before));
    if (!item.definite && (isOrganisation(item) || isRole(item))) complete = false;
    before = item;
    to = k + 1;
  }
  return untitled();
}

/** The second word of a construct: «وزير الدفاع», «قائد فرقة»; not «مسؤول في», «قائد عسكري», «متحدث باسم». */
const isComplement = (word: Word | undefined) =>
  word !== undefined &&
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
  // «رئيس الحكومة الحبيب الصيد»: a first name with the article, before a family name.
  const behind = wordAt(items, k + 1);
  const family = behind !== undefined && !endsPhrase(behind) && !isKnownNoun(behind);
  if (isGiven(word) && complete && family && !isRole(word) && !adjectives.has(word.bare)) return true;
  if (isKnownNoun(word) || countries.has(word.key) || isVerbalNoun(word)) return false;
  const known = names.knows(nameKey(word.key));
  if (known && complete && !/^[وبل]/.test(word.key)) {
    // «حذرت الوزيرة ترامب»: a man's name is no minister's whose title is a woman's.
    return !(agreement === 'f' && clash('f', names.agreementOf(nameKey(word.key))));
  }
  if (word.definite) {
    if (!addressed || !word.key.startsWith('ال')) return false;
    // «الرئيس السيسي»: a family name with the article right after the office.
    return (
      known ||
      (offset === 1 &&
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
