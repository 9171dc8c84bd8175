import { forEachTerm } from './analyse.ts';

/** A stretch of the original text; `hit` ones are marked. */
export interface Stretch {
  text: string;
  hit: boolean;
}

/**
 * The text cut into stretches, those whose words have one of the stems marked, harakat and all. Joined, the
 * stretches are the text exactly. An empty text gives no stretch.
 */
export function highlight(text: string, stems: ReadonlySet<string>): Stretch[] {
  return cut(text, hitsIn(text, stems), 0, text.length);
}

/**
 * The window of at most `maxLetters` code units (and two ellipses) that says most about the stems: most different
 * ones first, then most hits, then nearest the beginning. Cut at words, with «…» where the text goes on. Without a hit
 * the beginning of the text. A single word longer than the window is cut.
 */
export function snippet(text: string, stems: ReadonlySet<string>, maxLetters: number): Stretch[] {
  const most = Math.max(1, Math.floor(maxLetters));
  const hits = hitsIn(text, stems);
  if (text.length <= most) return cut(text, hits, 0, text.length);
  const [from, to] = bestWindow(text, hits, most);
  const pieces = cut(text, hits, from, to);
  if (from > 0) pieces.unshift({ text: '…', hit: false });
  if (to < text.trimEnd().length) pieces.push({ text: '…', hit: false });
  return pieces;
}

interface Hit {
  stem: string;
  start: number;
  end: number;
}

function hitsIn(text: string, stems: ReadonlySet<string>): Hit[] {
  const hits: Hit[] = [];
  if (stems.size > 0)
    forEachTerm(text, (_, stem, start, end) => {
      if (stem !== '' && stems.has(stem)) hits.push({ stem, start, end });
    });
  return hits;
}

function bestWindow(text: string, hits: readonly Hit[], most: number): [from: number, to: number] {
  const counts = new Map<string, number>();
  let best = { score: -1, start: 0, end: 0 };
  let first = 0;
  for (let last = 0; last < hits.length; last++) {
    const end = hits[last];
    if (!end) break;
    counts.set(end.stem, (counts.get(end.stem) ?? 0) + 1);
    let start = hits[first];
    while (start && first < last && end.end - start.start > most) {
      const left = (counts.get(start.stem) ?? 1) - 1;
      if (left === 0) counts.delete(start.stem);
      else counts.set(start.stem, left);
      start = hits[++first];
    }
    // One more different word outweighs any repetition of those already there.
    const score = counts.size * 1000 + Math.min(999, last - first);
    if (start && score > best.score) best = { score, start: start.start, end: end.end };
  }
  if (best.score < 0) return [0, wordEnd(text, most, 0)];
  // A third of what is free goes before the hits: what follows explains more than what precedes.
  const free = Math.max(0, most - (best.end - best.start));
  let from = Math.max(0, best.start - Math.floor(free / 3));
  from = Math.min(from, Math.max(0, text.length - most));
  from = from === 0 ? 0 : wordStart(text, from, best.start);
  return [from, Math.max(Math.min(best.end, from + most), wordEnd(text, from + most, from))];
}

/** The first beginning of a word at or after `at`, not after `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  for (let i = at; i < limit; i++) if (isSpace(text, i - 1) && !isSpace(text, i)) return i;
  return limit;
}

/** The last end of a word at or before `at`; `at` when a single word fills everything from `from`. */
function wordEnd(text: string, at: number, from: number): number {
  if (at >= text.length) return text.length;
  for (let i = at; i > from; i--) if (isSpace(text, i) && !isSpace(text, i - 1)) return i;
  const c = text.charCodeAt(at);
  return c >= 0xdc00 && c <= 0xdfff ? at - 1 : at;
}

function isSpace(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return c === 32 || c === 10 || c === 9 || c === 13 || c === 0xa0;
}

function cut(text: string, hits: readonly Hit[], from: number, to: number): Stretch[] {
  const pieces: Stretch[] = [];
  let at = from;
  for (const hit of hits) {
    if (hit.start < from || hit.end > to) continue;
    if (hit.start > at) pieces.push({ text: text.slice(at, hit.start), hit: false });
    pieces.push({ text: text.slice(hit.start, hit.end), hit: true });
    at = hit.end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
}
