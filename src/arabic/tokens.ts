import { grown, stringOf, units } from './fold.ts';
import {
  ARABIC,
  DIGIT,
  DROP,
  EXPAND,
  IGNORED,
  SEPARATOR,
  classOf,
  expansions,
  foldedUnit,
} from './letters.ts';
import { numberLength } from './number-shape.ts';

/** A word of a text: folded, with its place in the original (JavaScript string indices, end exclusive). */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/**
 * The words of a text in order. Harakat, tatweel and joiners do not divide a word and belong to it; ء and آ
 * are letters; Arabic and other letters part where they touch («الـBBC» is two words); Latin letters and
 * digits together are one word («G20», «5g»). A number keeps its decimal point and loses its group marks
 * («١٬٠٠٠٫٥» → `1000.5`); times, scores, dates and ranges are several numbers, so that «2015» is found in
 * «2010–2015». Linear.
 */
export function tokens(text: string): Token[] {
  const { units: folded, length, places } = scan(text);
  const found: Token[] = [];
  // One string of all words, cut: cheaper than a string a word.
  const all = stringOf(folded, length);
  for (let k = 0; k < places.length; k += 4) {
    const start = places[k] ?? 0;
    const end = places[k + 1] ?? 0;
    found.push({ text: all.slice(places[k + 2], places[k + 3]), start, end });
  }
  return found;
}

/** Words as code units, before any becomes a string. */
export interface Scanned {
  /** Folded words, one behind another; `length` of them count. */
  units: Uint16Array;
  length: number;
  /** Four numbers a word: its start and end in the text, and in `units`. */
  places: readonly number[];
}

/** What `tokens` gives, for those who need no strings. */
export function scan(text: string): Scanned {
  const length = text.length;
  let buffer = units(length + 64);
  let n = 0;
  const places: number[] = [];
  // End of a row of digits and separators that is no number, so that its rest is not tried again.
  let plainUntil = 0;
  let i = 0;
  while (i < length) {
    let c = text.charCodeAt(i);
    let kind = classOf[c] ?? SEPARATOR;
    if (kind === SEPARATOR || kind === IGNORED) {
      i++;
      continue;
    }
    const start = i;
    const from = n;
    const arabic = kind === ARABIC;
    if (kind === DIGIT && i >= plainUntil) {
      const number = numberLength(text, i);
      if (number < 0) plainUntil = i - number;
      if (number > 0) {
        if (n + number > buffer.length) buffer = grown(buffer);
        let point = -1;
        for (const end = i + number; i < end; i++) {
          c = text.charCodeAt(i);
          kind = classOf[c] ?? SEPARATOR;
          if (kind === DIGIT) {
            if (point >= 0) buffer[n++] = 0x2e;
            point = -1;
            buffer[n++] = foldedUnit[c] ?? c;
          } else if (kind === SEPARATOR) point = isGroupMark(text, i, end) ? -1 : i;
        }
        places.push(start, i, from, n);
        continue;
      }
    }
    for (; i < length; i++) {
      c = text.charCodeAt(i);
      kind = classOf[c] ?? SEPARATOR;
      if (kind === SEPARATOR) break;
      if (kind === IGNORED) continue;
      if ((kind === ARABIC) !== arabic) break;
      const f = foldedUnit[c] ?? c;
      if (n + 32 > buffer.length) buffer = grown(buffer);
      if (f === EXPAND) {
        const e = expansions.get(c) ?? '';
        for (let k = 0; k < e.length; k++) buffer[n++] = e.charCodeAt(k);
      } else if (f !== DROP) buffer[n++] = f;
    }
    places.push(start, i, from, n);
  }
  return { units: buffer, length: n, places };
}

/** True when the separator at `i` of a number ending at `end` divides thousands, so is followed by three digits. */
function isGroupMark(text: string, i: number, end: number): boolean {
  const c = text.charCodeAt(i);
  if (c === 0x2e || c === 0x66b) return false;
  if (c === 0x66c) return true;
  let digits = 0;
  for (let k = i + 1; k < end && classOf[text.charCodeAt(k)] === DIGIT; k++) digits++;
  return digits === 3;
}
