import { latinPieces } from './bidi-latin.ts';
import { numberPieces } from './bidi-numbers.ts';
import type { Isolate, Piece } from './bidi-piece.ts';

/**
 * Cuts a line of Arabic into stretches, those that must not mix with their surroundings with a direction: Latin names
 * and phrases (one run with their inner punctuation and figures), addresses, handles, telephone numbers, shelf marks,
 * numbers with Latin units, dates with hyphens, money, negative numbers (ltr); scores and ranges of years (rtl, so that the
 * first figure stands beside the first team). Joined, the stretches are the line exactly. Plain Arabic comes back as one, an empty line as none.
 *
 * Source: W3C, "Text Layout Requirements for the Arabic Script", on mixed directions; Unicode Standard Annex 9.
 */
export function isolate(text: string): Isolate[] {
  if (text === '') return [];
  if (!CANDIDATE.test(text)) return [{ text }];
  const pieces: Piece[] = [];
  for (const stretch of text.matchAll(STRETCH)) {
    const start = stretch.index;
    const end = start + stretch[0].length;
    const found = LEFT_TO_RIGHT.test(stretch[0])
      ? latinPieces(text, start, end)
      : DIGIT.test(stretch[0])
        ? numberPieces(text, start, end)
        : [];
    // One by one: a call takes no hundred thousand arguments.
    for (const piece of found) pieces.push(piece);
  }
  const out: Isolate[] = [];
  let at = 0;
  for (const { start, end, ...how } of pieces) {
    if (start > at) out.push({ text: text.slice(at, start) });
    out.push({ text: text.slice(start, end), ...how });
    at = end;
  }
  if (at < text.length) out.push({ text: text.slice(at) });
  return out;
}

/** Letters written left to right; what is isolated has one of these or a digit. */
const LEFT_TO_RIGHT =
  /[A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u03ff\u0400-\u0482\u048a-\u058f\u0904-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\uff21-\uff5a]/;
const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9]/;
const CANDIDATE = new RegExp(`${LEFT_TO_RIGHT.source}|${DIGIT.source}`);
/** All that stands between letters written right to left, Arabic punctuation, guillemets and line breaks. */
const STRETCH = /[^\n\u00ab\u00bb\u0590-\u065f\u066d-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/g;

/**
 * The direction of a text by its first letter that has one; figures and signs have none. A text without letters
 * is right to left, as everything here is unless it says otherwise.
 */
export function baseDirection(text: string): 'rtl' | 'ltr' {
  const first = FIRST_LETTER.exec(text);
  return first && !RIGHT_TO_LEFT.test(first[0]) ? 'ltr' : 'rtl';
}

const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
