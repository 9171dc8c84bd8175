import type { Piece } from './bidi-piece.ts';

/** Figures with the signs of telephone numbers between them. */
const CLUSTER =
  /[+(]?[0-9\u0660-\u0669\u06f0-\u06f9][0-9\u0660-\u0669\u06f0-\u06f9 ()./:\u2010-\u2015\u2212-]*/g;
const SCORE =
  /(?<![0-9\u0660-\u0669\u06f0-\u06f9.,/:٫٬\u2010-\u2015\u2212-])[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}( ?)[\u2010-\u2015\u2212-]\1[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}(?![0-9\u0660-\u0669\u06f0-\u06f9%٪]|[.,/:٫٬\u2010-\u2015\u2212-][0-9\u0660-\u0669\u06f0-\u06f9])/g;
/** A range of years: read from the right like a score, wherever it stands. */
const RANGE =
  /(?<![0-9\u0660-\u0669.,/:\u2010-\u2015\u2212-])(?:1[0-9]|2[01]|\u0661[\u0660-\u0669]|\u0662[\u0660\u0661])[0-9\u0660-\u0669]{2}( ?)[\u2010-\u2015\u2212-]\1(?:1[0-9]|2[01]|\u0661[\u0660-\u0669]|\u0662[\u0660\u0661])[0-9\u0660-\u0669]{2}(?![0-9\u0660-\u0669%٪]|[.,/:\u2010-\u2015\u2212-][0-9\u0660-\u0669])/g;
/** With slashes the algorithm keeps a date together, with hyphens it does so or not by the letter before it. */
const DATE = /(?<![0-9./-])(?:[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?![0-9/-])/g;
/** «$25», «1,200.50€»: a sign of currency with its European figures. */
const MONEY = /[$€£¥₪₺](?:[0-9]+(?:[.,][0-9]+)*)|(?<![0-9.,])[0-9]+(?:[.,][0-9]+)*[$€£¥₪₺]/g;
/** Only before European digits: the bidirectional algorithm leaves the sign of «-٥» where Arabic wants it. */
const NEGATIVE = /(?<![^\s(])[-\u2212][0-9]+(?:[.,][0-9]+)*%?(?![0-9-])/g;

/**
 * The isolated pieces of a stretch of figures without letters: telephone numbers, dates with hyphens, money («$25»), scores
 * («٣–١», «2-0»), ranges of years, negative numbers. Dates with slashes, times, percentages and plain numbers need no
 * isolation. Linear.
 */
export function numberPieces(text: string, from: number, to: number): Piece[] {
  const stretch = text.slice(from, to);
  const found: Piece[] = [];
  for (const cluster of stretch.matchAll(CLUSTER)) {
    const length = telephoneLength(cluster[0]);
    const start = from + cluster.index;
    if (length > 0) found.push({ start, end: start + length, dir: 'ltr', number: true });
  }
  for (const [pattern, dir] of [
    [DATE, 'ltr'],
    [MONEY, 'ltr'],
    [SCORE, 'rtl'],
    [RANGE, 'rtl'],
    [NEGATIVE, 'ltr'],
  ] as const) {
    for (const match of stretch.matchAll(pattern)) {
      const start = from + match.index;
      found.push({ start, end: start + match[0].length, dir, number: true });
    }
  }
  // Stable: a telephone number stands before the score that it seems to begin with.
  found.sort((a, b) => a.start - b.start);
  let done = from;
  return found.filter((piece) => {
    if (piece.start < done) return false;
    done = piece.end;
    return true;
  });
}

/** Length of the telephone number that a cluster is, 0 for none: seven to fifteen digits (ITU-T E.164). */
function telephoneLength(cluster: string): number {
  const trimmed = cluster.replace(/[^0-9\u0660-\u0669\u06f0-\u06f9]{1,20}$/, '');
  const digits = trimmed.replace(/[^0-9\u0660-\u0669\u06f0-\u06f9]/g, '').length;
  if (digits < 7 || digits > 15 || /[:/]/.test(trimmed)) return 0;
  if (trimmed.startsWith('+')) return trimmed.length;
  if (!/^[(0\u0660\u06f0]/.test(trimmed)) return 0;
  // Without a country's prefix it takes a sign between the figures, or it may be any number.
  const isDate = /^\(?\d{1,2}[-./]\d{1,2}[-./]\d{4}$/.test(trimmed);
  return !isDate && /[ ()\u2010-\u2015-]/.test(trimmed) ? trimmed.length : 0;
}
