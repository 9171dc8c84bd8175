import { DIGIT, IGNORED, LETTER, SEPARATOR, classOf, foldedUnit } from './letters.ts';
import { fold } from './fold.ts';
import { clean } from './clean.ts';

/** So long that a headline says itself, so short that the address can still be read out. */
const MAX_LETTERS = 80;

/**
 * A headline as the words of an address: Arabic letters as written, harakat and tatweel off, stop words kept,
 * joined by `-`, at most 80 code units cut at a word; Latin lower-cased without accents; digits 0–9; a number's group
 * marks go. Safe in a path segment (percent-encoded on the wire), idempotent, empty when nothing is left.
 */
export function slug(headline: string): string {
  const text = clean(headline);
  let out = '';
  let i = 0;
  while (i < text.length) {
    const from = i;
    let word = '';
    for (; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const kind = classOf[c] ?? SEPARATOR;
      if (kind === IGNORED) continue;
      if (kind === SEPARATOR) {
        if (isGroupMark(text, i, from)) continue;
        break;
      }
      if (kind === DIGIT) word += String.fromCharCode(foldedUnit[c] ?? c);
      else word += kind === LETTER ? fold(text.charAt(i)) : text.charAt(i);
    }
    i++;
    if (word === '') continue;
    const longer = out === '' ? word : `${out}-${word}`;
    if (longer.length > MAX_LETTERS) {
      if (out === '') out = word.slice(0, MAX_LETTERS);
      break;
    }
    out = longer;
  }
  return out;
}

/** A comma or ٬ between a digit and three digits. */
function isGroupMark(text: string, i: number, from: number): boolean {
  const c = text.charCodeAt(i);
  if ((c !== 0x2c && c !== 0x66c) || i === from) return false;
  for (let k = i - 1; k <= i + 3; k++) if (k !== i && classOf[text.charCodeAt(k)] !== DIGIT) return false;
  return classOf[text.charCodeAt(i + 4)] !== DIGIT;
}
