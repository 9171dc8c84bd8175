import { FOREIGN, NOUNS, ROOTS } from './roots.ts';
import { PLACES, WHOLE } from './stem-words.ts';

/**
 * Whether a folded word, with or without an ending, is made of a known root by one of the patterns of Arabic
 * derivation (فعال، مفعول، استفعال …), or is a listed word. Used to decide whether a first letter is a preposition
 * of the word after it, so it need not know every word, only be right about those it knows.
 *
 * Source of the patterns: the tables of verbal forms and plurals in any grammar, e.g. Wright, "A Grammar of the Arabic
 * Language" (1896), I §§ 35–62, 202–232, 304; with the changes that weak and doubled roots go through.
 */
function isKnownWord(word: string): boolean {
  return isListed(word) || matches(word, nominal);
}

/** How surely it is one: 2 as it stands or with an ending that makes a new word, 1 with one of inflection, 0 not at all. */
export function certainty(word: string): 0 | 1 | 2 {
  if (isForeign(word) || isKnownWhole(word)) return 2;
  for (const ending of endingsOf(word)) {
    if (inflections.has(ending) || !word.endsWith(ending)) continue;
    if (isKnownWhole(word.slice(0, -ending.length)) || NOUNS.has(bare(word, ending))) return 2;
  }
  return isKnownWord(word) ? 1 : 0;
}

/** The same for a verb of the imperfect (يعلن، تقول، يستقيل), with or without an ending. */
export function isImperfect(word: string): boolean {
  const first = word[0];
  return (first === 'ي' || first === 'ت' || first === 'ن') && matches(`ي${word.slice(1)}`, imperfect);
}

/** The same for a verb of the perfect without ending (أعلن، قال، استقبل). */
export function isPerfect(word: string): boolean {
  return fits(word, perfect);
}

/** True when the word is made of a known root as it stands, without an ending to be taken off. */
export function isKnownWhole(word: string): boolean {
  return NOUNS.has(word) || fits(word, nominal);
}

/** A word that follows no root: a name, a loan, or a noun of its own. */
export function isForeign(word: string): boolean {
  if (foreign.has(word)) return true;
  for (let length = Math.min(word.length, longestForeign); length >= surelyForeign; length--) {
    if (foreign.has(word.slice(0, length))) return true;
  }
  for (const ending of endingsOf(word))
    if (word.endsWith(ending) && foreign.has(word.slice(0, -ending.length))) return true;
  return false;
}

const foreign: ReadonlySet<string> = new Set([...FOREIGN, ...PLACES, ...WHOLE]);
const longestForeign = Math.max(...[...foreign].map((word) => word.length));
/** Five letters of a foreign name begin no Arabic word; shorter ones may, so they count with an ending only. */
const surelyForeign = 5;

function isListed(word: string): boolean {
  if (NOUNS.has(word)) return true;
  for (const ending of endingsOf(word))
    if (word.endsWith(ending) && NOUNS.has(bare(word, ending))) return true;
  return false;
}

/** What stands after a word; before a pronoun ة is written ت. Longest first. */
const allEndings =
  'اتهما اتهم اتها اتنا تهما يتها يته يتهم اته تهم تها تهن تنا تكم تين تان هما يين يون يات ات ان ون ين وا يه ته تي تا ها هم هن نا كم ه ي ا ت'.split(
    ' ',
  );

/** Endings by their last letter: most words have a letter that ends none. */
const endingsBy = new Map<string, string[]>();
for (const ending of allEndings) {
  const last = ending.slice(-1);
  endingsBy.set(last, [...(endingsBy.get(last) ?? []), ending]);
}
const noEndings: readonly string[] = [];
const endingsOf = (word: string): readonly string[] => endingsBy.get(word.slice(-1)) ?? noEndings;

/** Those that nearly any word may have, and that are oftenest letters of another word. */
const inflections: ReadonlySet<string> = new Set('ون ين ان وا يين يون كم هم هن نا ت'.split(' '));

const bare = (word: string, ending: string) =>
  word.slice(0, -ending.length) + (ending.startsWith('ت') && ending !== 'ت' ? 'ه' : '');

interface Pattern {
  /** Places of letters that are the pattern's own, and these letters. */
  places: number[];
  letters: number[];
  /** Roots that it may come from: places in the word, or letters of the root that the word does not show. */
  roots: (number | string)[][];
}

type Patterns = readonly (readonly Pattern[] | undefined)[];

/** Lines «shapes: roots»: letters by place, digits those of the root; the root is `123` where none is named. */
function patterns(lines: string): Patterns {
  const found: Pattern[][] = [];
  for (const line of lines.trim().split('\n')) {
    const [shapes = '', roots = '123'] = line.split(':');
    for (const shape of shapes.trim().split(/\s+/)) {
      const places = [...shape].flatMap((c, i) => (/[1-4]/.test(c) ? [] : [i]));
      (found[shape.length] ??= []).push({
        places,
        letters: places.map((place) => shape.charCodeAt(place)),
        roots: roots
          .trim()
          .split(/\s+/)
          .map((root) => [...root].map((c) => (/[1-4]/.test(c) ? shape.indexOf(c) : c))),
      });
    }
  }
  return found;
}

const perfect = patterns(`
  123 1ا23 ا123 ت123 ت1ا23 ان123 ا1ت23 است123
  1ا3 ا1ا3 ان1ا3 ا1تا3 است1ا3: 1و3 1ي3
  12ي 12ا ا12ي 1ا2ي ت12ي ت1ا2ي ا1ت2ي است12ي ان12ي: 12و 12ي
  ا1ت2 است12 ان12 ا12: 122
  ات23: و23
  ا1د23 ا1ط23
`);

const nominal = patterns(`
  123 12ا3 12ي3 12و3 1ا23 م123 ا123 ت123
  ا12ا3 ت12ي3 ت1ا23 م12و3 م1ا23 مت123 م1ت23 من123 ا1ت23 ان123 ا1ا23 123اء 12اي3 1وا23 1ا2و3 م12ا3 م12ي3 123ان
  ا1ت2ا3 ان12ا3 م1ا2ي3 ت1ا2ي3 مست123 مت1ا23 است123 ا1ا2ي3 ا123اء 1وا2ي3 12ا3ه
  است12ا3 ا1د2ا3 ا1ط2ا3 ا1د23 ا1ط23 م1ط23 م1د23
  1ا3 م1ا3 م1ي3 م1و3 ا1ا3 1اي3 1يا3 م1اي3 ان1ا3 است1ا3 مست1ي3 ا1تا3 م1تا3 ا1تيا3 ان1يا3 م1ا3: 1و3 1ي3
  12ا 12ي 1ا2 1ا2ي م12ي م12ا ت12ي ا12ي 12اء 12اي 12ايا ا12اء ا1ت2اء است12اء ان12اء م1ا2 م1ا2ي ت1ا2ي م1ت2ي مست12ي ا12ي12: 12و 12ي
  م12 1ا2 ا1ت2 است12 م1ت2 مست12 ا12 ان12: 122
  12: 122
  مي2ا3 ات2ا3 ات23 مت23 اي2ا3: و23
  1234 123ا4 123ي4 123و4 12ا34 12ا3ي4 م1234 ت1234: 1234
`);

const imperfect = patterns(`
  ي123 ي1ا23 يت123 يت1ا23 ي1ت23 ين123 يست123
  ي1و3 ي1ي3 ي1ا3 يست1ي3 ين1ا3 ي1تا3: 1و3 1ي3
  ي12ي ي12و ي12ا ي1ا2ي يت12ي يت1ا2ي ي1ت2ي يست12ي: 12و 12ي
  ي12 ي1ت2 يست12: 122
  ي23 يت23: و23
`);

function matches(word: string, table: Patterns): boolean {
  if (fits(word, table)) return true;
  for (const ending of endingsOf(word)) {
    if (
      word.length - ending.length >= 2 &&
      word.endsWith(ending) &&
      fits(word.slice(0, -ending.length), table)
    )
      return true;
  }
  return false;
}

function fits(word: string, table: Patterns): boolean {
  for (const { places, letters, roots } of table[word.length] ?? []) {
    let i = 0;
    while (i < places.length && word.charCodeAt(places[i] ?? 0) === letters[i]) i++;
    if (i < places.length) continue;
    for (const parts of roots) {
      let root = '';
      for (const part of parts) root += typeof part === 'number' ? word.charAt(part) : part;
      if (ROOTS.has(root)) return true;
    }
  }
  return false;
}
