import { termNumber } from '../public/public-form.ts';

/**
 * A story's stems for ranking: which, how often in the body, whether in headline or standfirst. FTS5's own `bm25()`
 * cannot be used on large collections, because it first walks every row of every term (about 0.45 µs each, and a
 * running query cannot be stopped); with sketches only the candidates are looked at.
 *
 * Bytes: number of words (uint32), then the stems' numbers ascending (uint32 each), then a byte for each: bit 7 headline,
 * bit 6 standfirst, the rest how often in the body (at most 63). Little-endian. About 700 bytes a story.
 */
export function makeSketch(text: SketchText): Uint8Array {
  const found = new Map<number, number>();
  let words = 0;
  const add = (stems: string, flag: number) => {
    if (stems === '') return;
    for (const stem of stems.split(' ')) {
      const term = termNumber(stem);
      const known = found.get(term) ?? 0;
      words++;
      if (flag !== 0) found.set(term, known | flag);
      else if ((known & counted) < counted) found.set(term, known + 1);
    }
  };
  add(text.body, 0);
  add(text.headline, inHeadline);
  add(text.standfirst, inStandfirst);

  const terms = Uint32Array.from(found.keys()).sort();
  const sketch = new Uint8Array(4 + terms.length * 5);
  const view = new DataView(sketch.buffer);
  view.setUint32(0, words, true);
  terms.forEach((term, i) => {
    view.setUint32(4 + i * 4, term, true);
    sketch[4 + terms.length * 4 + i] = found.get(term) ?? 0;
  });
  return sketch;
}

/** A story's stems, joined by spaces. */
export interface SketchText {
  headline: string;
  standfirst: string;
  body: string;
}

export const inHeadline = 0x80;
export const inStandfirst = 0x40;
/** The bits that count. */
export const counted = 0x3f;

/** All numbers of a sketch. */
export function termsInSketch(sketch: Uint8Array): number[] {
  const view = viewOf(sketch);
  return Array.from({ length: sizeOf(sketch) }, (_, i) => view.getUint32(4 + i * 4, true));
}

/** Words in the story. */
export function wordsInSketch(sketch: Uint8Array): number {
  return viewOf(sketch).getUint32(0, true);
}

/** The byte of a term, 0 where the story does not have it. */
export function findInSketch(sketch: Uint8Array, view: DataView, term: number): number {
  const size = sizeOf(sketch);
  let low = 0;
  let high = size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = view.getUint32(4 + middle * 4, true);
    if (there === term) return sketch[4 + size * 4 + middle] ?? 0;
    if (there < term) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

export function viewOf(sketch: Uint8Array): DataView {
  return new DataView(sketch.buffer, sketch.byteOffset, sketch.byteLength);
}

const sizeOf = (sketch: Uint8Array) => (sketch.byteLength - 4) / 5;
