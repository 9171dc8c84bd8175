import { soundOf } from './sound.ts';

/**
 * How far two spellings are from one another, as hurried writers of Arabic err: 0 for the same word, about 1 for each
 * letter that is another. What looks alike (ب ت ث ن ي), sounds alike (ض ظ, س ص), lies side by side on the keyboard, is a
 * long vowel, doubled or swapped with its neighbour costs less. Takes folded words; stops at `most`, and then returns a
 * number above it. Time is at most the product of the lengths, of which 40 letters are looked at.
 *
 * Method: Damerau and Levenshtein's distance by dynamic programming ("optimal string alignment"), with weights.
 */
export function spellingDistance(one: string, other: string, most: number): number {
  const a = one.slice(0, LONGEST);
  const b = other.slice(0, LONGEST);
  if (a === b) return one === other ? 0 : most + 1;
  const columns = b.length + 1;
  let before = new Float64Array(columns);
  let last = new Float64Array(columns);
  let row = new Float64Array(columns);
  for (let j = 1; j < columns; j++) last[j] = (last[j - 1] ?? 0) + missing(b, j - 1);
  for (let i = 1; i <= a.length; i++) {
    row[0] = (last[0] ?? 0) + missing(a, i - 1);
    let least = row[0];
    for (let j = 1; j < columns; j++) {
      let cost = Math.min(
        (last[j - 1] ?? 0) + instead(a.charCodeAt(i - 1), b.charCodeAt(j - 1)),
        (last[j] ?? 0) + missing(a, i - 1),
        (row[j - 1] ?? 0) + missing(b, j - 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + SWAPPED);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most + SWAPPED) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[columns - 1] ?? most + 1;
}

/**
 * Whether two folded words may be spellings of one foreign name: their consonants are those by which newsrooms write one
 * sound (سيرجي, سيرغي), and their vowels the same where both write them: بوتين is بوتن, not بوتان. A name of four
 * consonants or more may have another vowel in one place, or leave out two (ميركل and ماركل, بلينكن and بلنكين).
 */
export function isSameName(one: string, other: string): boolean {
  if (one === other) return false;
  const a = soundOf(one);
  const b = soundOf(other);
  if (a.key !== b.key || a.key.length < SHORTEST_NAME) return false;
  for (let i = 0; i < a.letters.length; i++) {
    const pair = [a.letters.charAt(i), b.letters.charAt(i)].toSorted().join('');
    if (a.letters[i] !== b.letters[i] && !ONE_SOUND.has(pair)) return false;
  }
  // A last vowel tells a country from its people, and is the ending of many a word: هولندا, هولندي.
  if ((a.vowels.at(-1) ?? '') !== (b.vowels.at(-1) ?? '')) return false;
  let changed = 0;
  let left = 0;
  a.vowels.forEach((vowel, i) => {
    const beside = b.vowels[i] ?? '';
    if (vowel === beside) return;
    if (vowel === '' || beside === '') left++;
    else changed++;
  });
  const long = a.key.length > SHORTEST_NAME;
  return changed <= (long ? 1 : 0) && left + changed <= (long ? 2 : 1);
}

/** Two consonants are too few to know a name by: كيري, كوري, كارا. */
const SHORTEST_NAME = 3;
/** Letters that stand for one another in names. ك stands for g only where a گ was typed, and for too much else. */
const ONE_SOUND: ReadonlySet<string> = new Set(
  ['جغ', 'تط', 'تث', 'سص', 'ثس', 'دض', 'ذز', 'زظ', 'حه', 'قك'].map((pair) => [...pair].toSorted().join('')),
);
/** No word of the language is longer; what is longer is no misspelling of one. */
const LONGEST = 40;
const SWAPPED = 0.7;
const VOWEL_MISSING = 0.5;
const DOUBLED = 0.4;
const ALIKE = 0.4;
const NEIGHBOUR = 0.7;

const VOWELS = new Set([...'اويء'].map((c) => c.charCodeAt(0)));

/** What a letter costs that only one of the words has. */
function missing(word: string, i: number): number {
  const c = word.charCodeAt(i);
  if (VOWELS.has(c)) return VOWEL_MISSING;
  return i > 0 && word.charCodeAt(i - 1) === c ? DOUBLED : 1;
}

/** Letters that are one in careless writing, in sound or but for their dots. */
const alike = pairsWithin([
  'هة',
  'يى',
  'ضظد',
  'ذزظ',
  'سصث',
  'تطث',
  'جغقك',
  'هح',
  'اويء',
  'بتثني',
  'جحخ',
  'دذ',
  'رز',
  'سش',
  'صض',
  'طظ',
  'عغ',
  'فق',
]);
/** The Arabic keyboard (101), row by row. */
const neighbours = pairsBeside(['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرىةوزظ']);

function instead(a: number, b: number): number {
  if (a === b) return 0;
  const pair = a * 0x10000 + b;
  return alike.has(pair) ? ALIKE : neighbours.has(pair) ? NEIGHBOUR : 1;
}

function pairsWithin(groups: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const group of groups) {
    for (const a of group) for (const b of group) found.add(a.charCodeAt(0) * 0x10000 + b.charCodeAt(0));
  }
  return found;
}

function pairsBeside(rows: readonly string[]): Set<number> {
  return pairsWithin(rows.flatMap((row) => Array.from(row.slice(1), (letter, i) => row.charAt(i) + letter)));
}
