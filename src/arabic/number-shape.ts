import { DIGIT, classOf } from './letters.ts';

const COMMA = 0x2c;
const POINT = 0x2e;
const ARABIC_POINT = 0x66b;
const ARABIC_GROUP = 0x66c;

function isSeparator(c: number): boolean {
  return c === COMMA || c === POINT || c === ARABIC_POINT || c === ARABIC_GROUP;
}

/**
 * Length in code units of the number with separators that begins at `start`. Negative, the same way, when digits
 * and separators are no number: dates («5.8.2015»), addresses («10.0.0.1»), lists («1,2,3»); 0 for plain digits.
 *
 * Groups are one to three digits, then threes («1,000,000»), with at most one decimal part after them; a lone
 * comma before one or two digits is a decimal comma, as the Maghreb writes («3,5»).
 */
export function numberLength(text: string, start: number): number {
  let i = start;
  let parts = 0;
  let first = 0;
  let groups = 0;
  let decimal = false;
  let last = 0;
  let lastMark = 0;
  let onlyThrees = true;
  let broken = false;
  while (i < text.length) {
    const from = i;
    while (i < text.length && classOf[text.charCodeAt(i)] === DIGIT) i++;
    const digits = i - from;
    if (parts === 0) first = digits;
    else {
      last = digits;
      if (decimal) broken = true;
      if (lastMark === POINT || lastMark === ARABIC_POINT) decimal = true;
      else {
        groups++;
        if (digits !== 3) onlyThrees = false;
      }
    }
    parts++;
    lastMark = text.charCodeAt(i);
    const next = text.charCodeAt(i + 1);
    if (!isSeparator(lastMark) || classOf[next] !== DIGIT) break;
    i++;
  }
  if (parts < 2) return 0;
  const grouped = groups > 0 && first <= 3 && onlyThrees;
  const decimalComma = groups === 1 && !decimal && last <= 2;
  return !broken && (groups === 0 || grouped || decimalComma) ? i - start : start - i;
}
