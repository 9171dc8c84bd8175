import { agencyName } from './agencies.ts';
import { type Field, fieldsOf } from './dateline-fields.ts';
import type { Piece } from './dateline-piece.ts';
import { piecesOf } from './dateline-pieces.ts';
import { housesJoined } from './dateline-houses.ts';
import { convinces } from './dateline-proof.ts';

/**
 * The opening of an agency story: place, agency, reporter, day, in the ways of the agencies and papers
 * («موسكو ـ»، «باريس (أ ف ب) –»، «الرياض: محمد العتيبي»، «دمشق/ سانا /»). The method is a small grammar: the line is cut
 * at its separators (`dateline-fields.ts`), each part is named (`dateline-pieces.ts`), and the longest beginning is
 * taken that leaves no doubt (`dateline-proof.ts`).
 */
export interface Dateline {
  /** As written, with its region or second place: «طرابلس (ليبيا)»، «جنيف – الرياض». */
  place?: string;
  agency?: string;
  reporter?: string;
  /** What was taken off, as written. */
  taken: string;
  /** The paragraph without it; empty when the paragraph was nothing but a dateline. */
  rest: string;
}

/**
 * @param paragraph a paragraph, trimmed.
 * @param byline true for a line where a byline stands: any plain name after a place is then a reporter's, not only
 *   those with a first name that is known («سوسة : معرض الكتاب» is a headline, so elsewhere it is none).
 * @returns undefined when it does not begin with a dateline beyond doubt. Bounded time: looks at its first 230 characters
 *   and, to see whether a sentence ends there, at its last ones.
 */
export function readDateline(paragraph: string, byline = false): Dateline | undefined {
  const fields = housesJoined(fieldsOf(paragraph), paragraph);
  const pieces = piecesOf(fields, byline);
  for (let count = pieces.length; count > 0; count--) {
    const used = pieces.slice(0, count);
    const last = used.at(-1);
    const field = last && fields[last.field];
    // A field with two pieces is taken whole.
    if (!last || !field || pieces[count]?.field === last.field) continue;
    // «مقر المصرف المركزي. رويترز»: a stop behind words that no list has.
    if (used[0]?.kind === 'unknown' && fields[used[0].field]?.mark.startsWith('.') === true) continue;
    const inside = last.end < field.end;
    const end = inside ? last.end : field.next;
    const rest = paragraph.slice(end).trim();
    const closed: Field = inside ? { ...field, mark: '', spaced: false } : field;
    if (convinces(used, closed, rest, byline))
      return compose(used, paragraph, paragraph.slice(0, end).trim(), rest);
  }
  return undefined;
}

function compose(pieces: readonly Piece[], paragraph: string, taken: string, rest: string): Dateline {
  const line: Dateline = { taken, rest };
  const of = (kind: Piece['kind']): Piece[] => pieces.filter((piece) => piece.kind === kind);
  const places = placesOf(pieces, paragraph);
  if (places !== '') line.place = places;
  const agencies = of('agency').map(({ text }) => agencyName(text));
  if (agencies.length > 0) line.agency = [...new Set(agencies)].join('، ');
  const reporters = of('reporter').map(({ text }) => text);
  if (reporters.length > 0) line.reporter = reporters.join('، ');
  return line;
}

/** Places that stand side by side are given as written, with what parts them. */
function placesOf(pieces: readonly Piece[], paragraph: string): string {
  const groups: { start: number; end: number; field: number }[] = [];
  let before: Piece['kind'] | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'place' || piece.kind === 'unknown') {
      const group = groups.at(-1);
      const wrapped = piece.wrap === 'round' && group !== undefined && group.field !== piece.field ? 1 : 0;
      if (group && (before === 'place' || before === 'unknown')) group.end = piece.end + wrapped;
      else groups.push({ start: piece.start, end: piece.start + piece.text.length, field: piece.field });
    }
    before = piece.kind;
  }
  return groups.map(({ start, end }) => paragraph.slice(start, end).trim()).join('، ');
}
