import type { Finding, ProofOptions } from './finding.ts';

/** Two lines on a phone at the headline's size, and what search engines show of a title. */
const HEADLINE_LETTERS = 75;

/** A headline's length and its end. */
export function headlineFindings(text: string, o: ProofOptions): Finding[] {
  const found: Finding[] = [];
  const end = text.trimEnd().length;
  const most = Math.max(1, o.headlineLetters ?? HEADLINE_LETTERS);
  const letters = Array.from(text.slice(0, end));
  if (letters.length > most) {
    const start = letters.slice(0, most).join('').length;
    found.push({
      rule: 'headline-length',
      start,
      end,
      certain: false,
      suggestions: [],
      message: 'headline-length',
      params: { letters: String(letters.length), most: String(most) },
    });
  }
  if (/[^.…]\.$/.test(text.slice(0, end))) {
    found.push({
      rule: 'headline-stop',
      start: end - 1,
      end,
      certain: true,
      suggestions: [''],
      message: 'headline-stop',
      params: {},
    });
  }
  return found;
}
