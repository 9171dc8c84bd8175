import { forEachTerm } from '../../arabic/analyse.ts';
import { termNumber } from '../public/public-form.ts';
import { headlineWeight, weightAt, weightSteps } from './weights.ts';

/**
 * A story's words as they are needed for ranking: which forms in which order, each form's stem. Little-endian:
 *
 * - uint32 × 3: how many forms, how many numbers in the sequence, how many of those are the headline;
 * - for each form its stem's number (uint32) and a fingerprint of the word as written (uint16);
 * - for each form its stem in one byte a letter, the length before it;
 * - the sequence: for each word its form's number plus one, 0 between parts of the story, in base 128 as in lists.ts.
 *
 * Some 1,700 bytes for a story of 220 words.
 *
 * @param parts of the story: the headline, then what follows it.
 * @param marks terms that stand in the story's lists and are no words of it.
 * @param found is told of each word as it stands behind the headline, the first time.
 */
export function makeRecord(
  parts: readonly string[],
  marks: readonly number[] = [],
  found: FoundWord = () => {},
): { record: Uint8Array; words: number } {
  const forms = new Map<string, number>();
  const known: Form[] = [];
  making.begin();
  let words = 0;
  let headline = 0;
  for (const [part, text] of parts.entries()) {
    if (part === 1) headline = making.numbers;
    if (part > 0) making.number(0);
    forEachTerm(text, (word, stem, start, end) => {
      if (stem === '') return;
      words++;
      let number = forms.get(word);
      if (number !== undefined && known[number]?.stem !== stem) {
        // The same word may have two stems: with fathatan it is certainly an accusative.
        const both = `${word} ${stem}`;
        number = forms.get(both);
        if (number === undefined) forms.set(both, known.length);
      } else if (number === undefined) forms.set(word, known.length);
      number ??= known.push({ stem, term: termNumber(stem), mark: wordMark(word), told: false }) - 1;
      making.number(number + 1);
      const form = known[number];
      if (part === 0 || form === undefined || form.told) return;
      form.told = true;
      found(word, text, start, end, part);
    });
  }
  for (const term of new Set(marks)) known.push({ stem: '', term, mark: 0, told: true });
  return { record: pack(known, headline), words };
}

/** A word as folded, and where it stands: string indices in a part of the story. */
export type FoundWord = (word: string, text: string, start: number, end: number, part: number) => void;

interface Form {
  stem: string;
  term: number;
  mark: number;
  /** Whoever asks for words has been told of it. */
  told: boolean;
}

/** The sequence of the record that is being made; overwritten by the next one. */
class Sequence {
  bytes = new Uint8Array(4096);
  length = 0;
  numbers = 0;

  begin(): void {
    this.length = 0;
    this.numbers = 0;
  }

  number(value: number): void {
    if (this.length + 5 > this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    this.numbers++;
    let rest = value;
    for (; rest > 0x7f; rest >>>= 7) this.bytes[this.length++] = (rest & 0x7f) | 0x80;
    this.bytes[this.length++] = rest;
  }
}
const making = new Sequence();

/** Sixteen bits that tell a word as written (folded) from a story's other words. */
export const wordMark = (word: string) => {
  const hash = termNumber(word);
  return (hash ^ (hash >>> 16)) & 0xffff;
};

/** A stem in one byte a letter: ء–ي from 1, a–z and 0–9 as in ASCII. At most 255. */
export const lettersOf = (stem: string) =>
  Uint8Array.from({ length: Math.min(longestStem, stem.length) }, (_, i) => letterOf(stem, i));

const longestStem = 255;

function letterOf(stem: string, i: number): number {
  const c = stem.charCodeAt(i);
  return c >= 0x621 && c <= 0x64a ? c - 0x620 : c & 0x7f;
}

function pack(known: readonly Form[], headline: number): Uint8Array {
  let letters = 0;
  for (const { stem } of known) letters += 1 + Math.min(longestStem, stem.length);
  const bytes = new Uint8Array(head + known.length * 6 + letters + making.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, known.length, true);
  view.setUint32(4, making.numbers, true);
  view.setUint32(8, headline, true);
  let at = head;
  for (const { term, mark } of known) {
    view.setUint32(at, term, true);
    view.setUint16(at + 4, mark, true);
    at += 6;
  }
  for (const { stem } of known) {
    const length = Math.min(longestStem, stem.length);
    bytes[at++] = length;
    for (let i = 0; i < length; i++) bytes[at++] = letterOf(stem, i);
  }
  bytes.set(making.bytes.subarray(0, making.length), at);
  return bytes;
}

const head = 12;

/** What a word at this place of a sequence counts whose first `headline` numbers are the headline. */
const weightIn = (headline: number, i: number) => (i < headline ? headlineWeight : weightAt(i - headline));

/** Which places of the phrase each form of a record may take: bits. */
let placesOf = new Uint32Array(512);

/**
 * The weights of all places of a record at which terms follow one another, without taking it apart: a microsecond. By Shift-And
 * (Baeza-Yates and Gonnet, «A New Approach to Text Searching», Communications of the ACM 35, 1992).
 * @param phrase at most 32 terms.
 */
export function weightOfPhrase(record: Uint8Array, phrase: readonly number[]): number {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  const forms = view.getUint32(0, true);
  const length = view.getUint32(4, true);
  const headline = view.getUint32(8, true);
  if (forms > placesOf.length) placesOf = new Uint32Array(forms * 2);
  const [first] = phrase;
  let there = false;
  let at = head;
  for (let form = 0; form < forms; form++, at += 6) {
    const term = view.getUint32(at, true);
    let places = 0;
    for (let k = 0; k < phrase.length; k++) if (phrase[k] === term) places |= 1 << k;
    placesOf[form] = places;
    if (term === first) there = true;
  }
  if (!there) return 0;
  for (let form = 0; form < forms; form++) at += 1 + (record[at] ?? 0);
  const whole = 1 << (phrase.length - 1);
  let weight = 0;
  let open = 0;
  for (let i = 0; i < length; i++) {
    let byte = record[at++] ?? 0;
    let number = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = record[at++] ?? 0;
      number |= (byte & 0x7f) << shift;
    }
    open = number === 0 ? 0 : ((open << 1) | 1) & (placesOf[number - 1] ?? 0);
    if ((open & whole) !== 0) weight += weightIn(headline, i + 1 - phrase.length);
  }
  return weight;
}

/** A record taken apart. All of it is overwritten by the next one. */
export class OpenRecord {
  forms = 0;
  terms = new Uint32Array(512);
  marks = new Uint16Array(512);
  /** Where each form's stem begins in `bytes`, at its length. */
  stems = new Int32Array(512);
  /** What each form weighs in the story. */
  weights = new Float32Array(512);
  bytes: Uint8Array = new Uint8Array();
  /** Form numbers; -1 between parts. */
  sequence = new Int32Array(1024);
  length = 0;
  /** So many of the sequence are the headline. */
  headline = 0;

  read(record: Uint8Array): this {
    const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
    const forms = view.getUint32(0, true);
    const length = view.getUint32(4, true);
    const headline = view.getUint32(8, true);
    this.#widen(forms, length);
    this.bytes = record;
    this.forms = forms;
    this.length = length;
    this.headline = headline;
    const { terms, marks, stems, weights, sequence } = this;
    let at = head;
    for (let i = 0; i < forms; i++) {
      terms[i] = view.getUint32(at, true);
      marks[i] = view.getUint16(at + 4, true);
      at += 6;
    }
    for (let i = 0; i < forms; i++) {
      stems[i] = at;
      at += 1 + (record[at] ?? 0);
    }
    weights.fill(0, 0, forms);
    for (let i = 0; i < length; i++) {
      let byte = record[at++] ?? 0;
      let number = byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = record[at++] ?? 0;
        number |= (byte & 0x7f) << shift;
      }
      const form = number - 1;
      sequence[i] = form;
      if (form >= 0) weights[form] = (weights[form] ?? 0) + weightIn(headline, i);
    }
    return this;
  }

  /** For each term of the story: the term and its weight as lists have it (1–255). Forms of one stem count together. */
  weighed(): Map<number, number> {
    const found = new Map<number, number>();
    for (let i = 0; i < this.forms; i++) {
      const term = this.terms[i] ?? 0;
      found.set(term, (found.get(term) ?? 0) + (this.weights[i] ?? 0));
    }
    for (const [term, weight] of found)
      found.set(term, Math.max(1, Math.min(255, Math.round(weight * weightSteps))));
    return found;
  }

  #widen(forms: number, length: number): void {
    if (forms > this.terms.length) {
      this.terms = new Uint32Array(forms * 2);
      this.marks = new Uint16Array(forms * 2);
      this.stems = new Int32Array(forms * 2);
      this.weights = new Float32Array(forms * 2);
    }
    if (length > this.sequence.length) this.sequence = new Int32Array(length * 2);
  }
}
