import { DROP, EXPAND, expansions, foldedUnit } from './letters.ts';

/**
 * Text as it is compared: one form for each letter, without anything that a hurried reader leaves out.
 *
 * - أ إ آ ٱ → ا, ؤ → و, ئ → ي, ة → ه, ى → ي; Persian, Urdu and Kurdish letters → the Arabic ones;
 * - harakat, dagger alef, Quranic marks, tatweel, joiners and direction marks go;
 * - presentation forms → base letters; ٠–٩ and ۰–۹ → 0–9; Latin lower-cased, accents off.
 *
 * A bare ء stays: it parts ماء from ما and جزء from جز. `stem` drops it at the end of longer words, where it
 * is what careless writing leaves out (وزراء, وزرا). Spaces and punctuation stay as they are. Idempotent.
 *
 * Source: Lucene's ArabicNormalizer, extended to the letters and marks that it leaves apart.
 */
export function fold(text: string): string {
  let i = 0;
  const length = text.length;
  // Most words of a query, and all folded ones, are returned without a copy.
  for (; i < length; i++) {
    const c = text.charCodeAt(i);
    if (foldedUnit[c] !== c) break;
  }
  if (i === length) return text;
  const out = units(Math.max(64, length + 16));
  let n = 0;
  let buffer = out;
  for (i = 0; i < length; i++) {
    const c = text.charCodeAt(i);
    const f = foldedUnit[c] ?? c;
    if (f === DROP) continue;
    if (n + 32 > buffer.length) buffer = grown(buffer);
    if (f === EXPAND) {
      const e = expansions.get(c) ?? '';
      for (let k = 0; k < e.length; k++) buffer[n++] = e.charCodeAt(k);
    } else buffer[n++] = f;
  }
  return stringOf(buffer, n);
}

/**
 * `fold` with a way back: `offsets[i]` is the index in the original of the code unit that folded code unit
 * `i` came from; one entry past the end holds the original's length. Never decreases.
 */
export function foldWithOffsets(text: string): { text: string; offsets: Uint32Array } {
  let buffer = units(Math.max(64, text.length + 16));
  let offsets = new Uint32Array(buffer.length + 1);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const f = foldedUnit[c] ?? c;
    if (f === DROP) continue;
    if (n + 32 > buffer.length) {
      buffer = grown(buffer);
      const wider = new Uint32Array(buffer.length + 1);
      wider.set(offsets);
      offsets = wider;
    }
    if (f === EXPAND) {
      const e = expansions.get(c) ?? '';
      for (let k = 0; k < e.length; k++) {
        offsets[n] = i;
        buffer[n++] = e.charCodeAt(k);
      }
    } else {
      offsets[n] = i;
      buffer[n++] = f;
    }
  }
  offsets[n] = text.length;
  return { text: stringOf(buffer, n), offsets: offsets.slice(0, n + 1) };
}

export function units(length: number): Uint16Array<ArrayBuffer> {
  return new Uint16Array(length);
}

export function grown(buffer: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(buffer.length * 2);
  wider.set(buffer);
  return wider;
}

/** Arguments of one call are limited by the stack; 4,096 is far inside every limit. */
const CHUNK = 4096;

/** The first `n` code units as a string. */
export function stringOf(buffer: Uint16Array, n: number): string {
  if (n <= CHUNK) return String.fromCharCode.apply(null, buffer.subarray(0, n) as unknown as number[]);
  let out = '';
  for (let i = 0; i < n; i += CHUNK) {
    out += String.fromCharCode.apply(null, buffer.subarray(i, Math.min(n, i + CHUNK)) as unknown as number[]);
  }
  return out;
}
