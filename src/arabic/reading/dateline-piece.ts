import type { Field } from './dateline-fields.ts';
import type { Part } from './dateline-phrase.ts';

/** `intro` is «كتب»، «تقرير»، «مراسل»: a name follows. `unknown` may be a place that no list has. */
export type Kind = 'place' | 'agency' | 'reporter' | 'day' | 'label' | 'intro' | 'unknown';

export interface Piece {
  kind: Kind;
  text: string;
  start: number;
  end: number;
  /** The field it stands in, counted from 0. */
  field: number;
  wrap: Field['wrap'];
  /** Known beyond doubt: a name in a list, not merely of the right shape. */
  sure: boolean;
  /** A word such as «كتب» stands before it in its own field. */
  led?: boolean;
}

/** What the fields before one have given; it decides what that one may be. */
export interface Context {
  place: boolean;
  agency: boolean;
  reporter: boolean;
  introduced: boolean;
  label: boolean;
  day: boolean;
  /** The separator before it has no spaces about it. */
  tight: boolean;
  /** The separator before it is a dash. */
  dashed: boolean;
  /** It is a slash. */
  slashed: boolean;
  /** A line between headline and body, where names stand. */
  byline: boolean;
}

/** The pieces that a text without marks is made of (`dateline-phrase.ts`). */
export function piecesIn(
  field: Field,
  text: string,
  from: number,
  parts: readonly Part[],
  at: number,
): Piece[] {
  return parts.map(({ kind, text: part, at: offset, sure }, i): Piece => ({
    kind,
    text: part,
    start: from + offset,
    end: i === parts.length - 1 && from + text.length >= field.end ? field.end : from + offset + part.length,
    field: at,
    wrap: field.wrap,
    sure,
  }));
}
