import { stringOf } from './fold.ts';
import { stem } from './stem.ts';

/** A folded word and its stem as an index may hold it. */
export interface StemmedWord {
  word: string;
  stem: string;
}

/** Two halves of 50,000 words, which cover 98 % of 10,000 news stories; some 12 MB when full. */
const HALF = 50_000;
/** Half of the slots stay empty, so that few words share one. */
const SLOTS = 1 << 17;
/** Longer words are rare, and V8 keeps a cut of 13 or more code units as a view that holds the whole text. */
const LONGEST = 12;

/** Words by their code units, so that none becomes a string to be looked up: open addressing with linear probing. */
class Half {
  readonly words: StemmedWord[] = [];
  /** 0 is empty, else the place in `words` and one. */
  readonly slots = new Int32Array(SLOTS);
  readonly hashes = new Int32Array(HALF);
  readonly keys = new Uint16Array(HALF * LONGEST);

  find(units: Uint16Array, from: number, length: number, hash: number): StemmedWord | undefined {
    for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const at = (this.slots[slot] ?? 0) - 1;
      if (at < 0) return undefined;
      if (this.hashes[at] !== hash) continue;
      const found = this.words[at];
      if (found?.word.length !== length) continue;
      const key = at * LONGEST;
      let same = 0;
      while (same < length && this.keys[key + same] === units[from + same]) same++;
      if (same === length) return found;
    }
  }

  add(word: StemmedWord, units: Uint16Array, from: number, hash: number): void {
    const at = this.words.push(word) - 1;
    this.hashes[at] = hash;
    this.keys.set(units.subarray(from, from + word.word.length), at * LONGEST);
    let slot = hash & (SLOTS - 1);
    while (this.slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.slots[slot] = at + 1;
  }
}

let half = new Half();
/** The previous generation: words asked for again are carried over, the others go with it. */
let before: Half | undefined;

/** The word that stands in `units` from `from` to `to`, with its stem. */
export function stemmedWord(units: Uint16Array, from: number, to: number): StemmedWord {
  const length = to - from;
  if (length > LONGEST) return stemmed(stringOf(units.subarray(from, to), length));
  // FNV-1a over code units
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  const known = half.find(units, from, length, hash);
  if (known !== undefined) return known;
  const found =
    before?.find(units, from, length, hash) ?? stemmed(stringOf(units.subarray(from, to), length));
  if (half.words.length >= HALF) {
    before = half;
    half = new Half();
  }
  half.add(found, units, from, hash);
  return found;
}

function stemmed(word: string): StemmedWord {
  return { word, stem: indexable(stem(word)) };
}

function indexable(s: string): string {
  return /^[a-z0-9\u0621-\u064a]*$/.test(s)
    ? s
    : s.replace(/(?<=[0-9])\.(?=[0-9])/g, 'p').replace(/[^a-z0-9\u0621-\u064a]/g, '');
}
