import type { Finding, ProofOptions } from './finding.ts';

const AFTER_ALEF = /[\u0621-\u064a]\u0627\u064b(?![\u0621-\u064a])/g;
const BEFORE_ALEF = /[\u0621-\u064a]\u064b\u0627(?![\u0621-\u064a])/g;

/** Fathatan on the alef («شكراً») or on the letter before it («شكرًا»): as the house wants, or as most of the text. */
export function tanwinPlace(text: string, o: ProofOptions): Finding[] {
  if (!text.includes('\u064b')) return [];
  const after = [...text.matchAll(AFTER_ALEF)];
  const before = [...text.matchAll(BEFORE_ALEF)];
  if (o.tanwin === undefined && (after.length === 0 || before.length === 0)) return [];
  const wanted = o.tanwin ?? (before.length >= after.length ? 'before-alef' : 'after-alef');
  return (wanted === 'before-alef' ? after : before).map((match) => {
    const [letter = ''] = match[0];
    return {
      rule: 'tanwin-place',
      start: match.index,
      end: match.index + 3,
      certain: o.tanwin !== undefined,
      suggestions: [wanted === 'before-alef' ? `${letter}\u064b\u0627` : `${letter}\u0627\u064b`],
      message: 'tanwin-place',
      params: {},
    };
  });
}
