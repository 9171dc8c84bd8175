import { isolate } from './bidi.ts';
import { numberLength } from './number-shape.ts';
import { fold } from './fold.ts';

export type Digits = 'arab' | 'latn';

/**
 * The text with its numbers in Arabic-Indic («arab») or European («latn») digits, with the decimal, group and percent
 * signs that belong to them (٫ ٬ ٪). Towards «arab», Latin names, addresses, shelf marks, telephone numbers and
 * numbers with Latin units keep theirs. All else stays as it is. Idempotent.
 *
 * Source: W3C, "Text Layout Requirements for the Arabic Script", on digits.
 */
export function withDigits(text: string, digits: Digits): string {
  if (digits === 'latn') return ARABIC_DIGIT.test(text) ? text.replace(ARABIC_NUMBER, inLatin) : text;
  if (!/[0-9]/.test(text)) return text;
  let out = '';
  for (const piece of isolate(text)) {
    const kept = piece.dir === 'ltr' && !/^[-\u2212][0-9]/.test(piece.text);
    out += kept ? piece.text : piece.text.replace(LATIN_NUMBER, inArabic);
  }
  return out;
}

const ARABIC_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/;
const ARABIC_NUMBER = /[\u0660-\u0669\u06f0-\u06f9]+(?:[\u066b\u066c][\u0660-\u0669\u06f0-\u06f9]+)*\u066a?/g;
const LATIN_NUMBER = /[0-9]+(?:[.,][0-9]+)*%?/g;

function inLatin(number: string): string {
  return fold(number).replace(/[\u066a-\u066c]/g, (sign) => LATIN_SIGNS[sign] ?? sign);
}

const LATIN_SIGNS: Readonly<Record<string, string>> = { '\u066a': '%', '\u066b': '.', '\u066c': ',' };

function inArabic(number: string): string {
  const digits = number.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d))).replace('%', '٪');
  if (numberLength(number, 0) <= 0) return digits;
  const comma = /,[0-9]{3}(?![0-9])/.test(number) ? '٬' : '٫';
  return digits.replaceAll(',', comma).replace('.', '٫');
}

const grouped = new Intl.NumberFormat('en-US', { numberingSystem: 'latn', maximumFractionDigits: 3 });
const plain = new Intl.NumberFormat('en-US', {
  numberingSystem: 'latn',
  maximumFractionDigits: 3,
  useGrouping: false,
});

/**
 * A number as the site writes it: «١٬٢٣٤٫٥» or `1,234.5`, at most three decimals, grouped unless `group` is false (as
 * for a year). Empty for what is not finite.
 */
export function formatNumber(n: number, o: { digits: Digits; group?: boolean }): string {
  if (!Number.isFinite(n)) return '';
  const latin = (o.group === false ? plain : grouped).format(n);
  if (o.digits === 'latn') return latin;
  return latin
    .replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d)))
    .replaceAll(',', '٬')
    .replace('.', '٫');
}

/**
 * The number that a text is, in any digits, with group marks, a decimal point or comma and a sign; undefined when it
 * is anything else or more («12 kg», «5.8.2015»). A percent sign is left out of account: «٥٠٪» is 50.
 */
export function parseNumber(text: string): number | undefined {
  if (text.length > 60) return undefined;
  const s = fold(text)
    .trim()
    .replace(/ ?[%\u066a]$/, '')
    .replace(/^[\u2212\u2013-]/, '-')
    .replace(/^\+/, '');
  const unsigned = s.startsWith('-') ? s.slice(1) : s;
  if (!/^[0-9]+(?:[.,\u066b\u066c][0-9]+)*$/.test(unsigned)) return undefined;
  if (/[^0-9]/.test(unsigned) && numberLength(unsigned, 0) !== unsigned.length) return undefined;
  const isGroup = /[,\u066c][0-9]{3}(?![0-9])/.test(unsigned);
  const value = Number(
    unsigned
      .replaceAll('\u066c', '')
      .replaceAll(',', isGroup ? '' : '.')
      .replace('\u066b', '.'),
  );
  return s.startsWith('-') ? -value : value;
}
