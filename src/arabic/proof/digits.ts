import { withDigits } from '../numbers.ts';
import type { Finding, ProofOptions } from './finding.ts';

const LATIN = /[0-9]+(?:[.,:/-][0-9]+)*%?/g;
const ARABIC = /[٠-٩]+(?:[٫٬.,:/-][٠-٩]+)*[٪%]?/g;

/** Numbers in other digits than the site's, or, where the site has said nothing, than most of the text. */
export function mixedDigits(text: string, o: ProofOptions): Finding[] {
  const hasLatin = /[0-9]/.test(text);
  const hasArabic = /[٠-٩]/.test(text);
  if (o.digits === undefined ? !(hasLatin && hasArabic) : o.digits === 'arab' ? !hasLatin : !hasArabic)
    return [];
  // Latin names, addresses and telephone numbers keep their digits: what changes is what is to change.
  const inArabic = changes(text, withDigits(text, 'arab'), LATIN);
  const inLatin = changes(text, withDigits(text, 'latn'), ARABIC);
  const toArabic = o.digits === undefined ? inArabic.length < inLatin.length : o.digits === 'arab';
  if (o.digits === undefined && (inArabic.length === 0 || inLatin.length === 0)) return [];
  return (toArabic ? inArabic : inLatin).map(({ start, end, shown }) => ({
    rule: 'mixed-digits',
    start,
    end,
    certain: o.digits !== undefined,
    suggestions: [shown],
    message: 'mixed-digits',
    params: {},
  }));
}

function changes(
  text: string,
  written: string,
  numbers: RegExp,
): { start: number; end: number; shown: string }[] {
  const found: { start: number; end: number; shown: string }[] = [];
  for (const match of text.matchAll(numbers)) {
    const end = match.index + match[0].length;
    // Digits change one for one, so the places are the same.
    const shown = written.slice(match.index, end);
    if (shown !== match[0]) found.push({ start: match.index, end, shown });
  }
  return found;
}
