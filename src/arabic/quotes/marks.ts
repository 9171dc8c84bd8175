/** A stretch between quotation marks. `start`–`end` is the content without the spaces inside the marks. */
export interface Marked {
  /** With the marks. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** False where no closing mark stands and its end was reckoned. */
  closed: boolean;
}

type Side = 'open' | 'close' | 'either';
interface Mark {
  at: number;
  length: number;
  side: Side;
  family: 'double' | 'guillemet' | 'single' | 'brackets';
}

const doubles = '"“”„‟″＂';
const isSpace = (c: string | undefined) =>
  c === undefined || /\s/.test(c) || c === '\u200f' || c === '\u200e';
const isAfter = (c: string) => /[.,،؛;:!?؟)\]}…]/.test(c);

/**
 * The outermost stretches in quotation marks, in order, not overlapping. Marks of one kind open and close by the spaces
 * around them, since Arabic keyboards and right-to-left editors give them in either order; marks within marks belong to
 * the outer ones. A quotation that runs over paragraphs is one stretch unless each of them opens it again. Linear.
 */
export function quotationMarks(text: string): Marked[] {
  const found: Marked[] = [];
  let carried: Mark | undefined;
  let paragraph = 0;
  while (paragraph <= text.length) {
    const newline = text.indexOf('\n', paragraph);
    const end = newline === -1 ? text.length : newline;
    const marks = marksIn(text, paragraph, end);
    if (carried !== undefined) {
      const [first] = marks;
      if (first !== undefined && first.family === carried.family && first.side !== 'open') {
        pushMarked(found, text, carried, first.at, first.at + first.length);
        marks.shift();
        carried = undefined;
      } else if (first !== undefined || end - carried.at > LONGEST) {
        pushUnclosed(found, text, carried);
        carried = undefined;
      }
    }
    for (const unclosed of pairUp(found, text, marks)) {
      if (unclosed.last) carried = unclosed.mark;
      else pushUnclosed(found, text, unclosed.mark, unclosed.before);
    }
    if (newline === -1) break;
    paragraph = end + 1;
  }
  if (carried !== undefined) pushUnclosed(found, text, carried);
  return outermost(found);
}

/** Longest quotation, in code units, that is followed into later paragraphs: a page of a speech. */
const LONGEST = 4000;

function marksIn(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let i = from; i < to; i++) {
    const c = text.charAt(i);
    const next = text.charAt(i + 1);
    if (doubles.includes(c)) marks.push(mark(text, i, 1, 'double', from, to));
    else if (c === '«' || c === '»') {
      marks.push({ at: i, length: 1, side: c === '«' ? 'open' : 'close', family: 'guillemet' });
    } else if ((c === '<' || c === '>') && next === c) {
      marks.push({ at: i, length: 2, side: c === '<' ? 'open' : 'close', family: 'guillemet' });
      i++;
    } else if ((c === '(' || c === ')') && next === c) {
      marks.push({ at: i, length: 2, side: c === '(' ? 'open' : 'close', family: 'brackets' });
      i++;
    } else if ((c === "'" && next === "'") || (c === '،' && next === '،')) {
      marks.push(mark(text, i, 2, 'double', from, to));
      i++;
    } else if (c === "'" || c === '‘' || c === '’' || c === '`') {
      const one = mark(text, i, 1, 'single', from, to);
      // An apostrophe stands between letters or hangs on one; only what looks like a mark is one.
      if (one.side !== 'either') marks.push(one);
    }
  }
  return straightened(text, marks);
}

function mark(
  text: string,
  at: number,
  length: number,
  family: Mark['family'],
  from: number,
  to: number,
): Mark {
  const before = at > from ? text.charAt(at - 1) : undefined;
  const after = at + length < to ? text.charAt(at + length) : undefined;
  let side: Side = 'either';
  const spaceBefore = isSpace(before) || /[([:،؛«]/.test(before ?? '');
  if (!isSpace(after) && !isAfter(after ?? '')) {
    if (spaceBefore || isProclitic(text, at, from)) side = 'open';
    else if (!doubles.includes(before ?? ' ')) side = family === 'single' ? 'either' : 'close';
  } else if (!isSpace(before)) side = before === ':' ? 'open' : 'close';
  else if (after !== undefined && isAfter(after)) side = 'close';
  return { at, length, side, family };
}

/** «بـ"», «لـ"», «و"», «ال"»: letters that the mark cuts from its word. */
function isProclitic(text: string, at: number, from: number): boolean {
  let i = at - 1;
  while (i >= from && at - i < 6 && !isSpace(text.charAt(i))) i--;
  const letters = text.slice(i + 1, at).replaceAll('ـ', '');
  return /^[(]?[وف]?(?:[بلك]|ال|بال|لل|كال)?$/.test(letters);
}

/** Guillemets typed the other way round throughout a paragraph («»نص«»). */
function straightened(text: string, marks: Mark[]): Mark[] {
  const guillemets = marks.filter(({ family }) => family === 'guillemet');
  const [first, second] = guillemets;
  if (first?.side !== 'close' || second?.side !== 'open') return marks;
  if (!isSpace(text.charAt(first.at - 1)) || isSpace(text.charAt(first.at + first.length))) return marks;
  for (const one of guillemets) one.side = one.side === 'open' ? 'close' : 'open';
  return marks;
}

interface Unclosed {
  mark: Mark;
  /** Where the next stretch opens: the unclosed one ends before it. */
  before: number;
  last: boolean;
}

/** Pairs the marks of a paragraph; gives back those that stay open. */
function pairUp(found: Marked[], text: string, marks: readonly Mark[]): Unclosed[] {
  const open: Mark[] = [];
  const strays: Mark[] = [];
  marks.forEach((one, i) => {
    const top = open.findLast(({ family }) => family === one.family);
    if (one.side === 'open' || (top === undefined ? opensAnyway(marks, i) : nests(marks, i))) {
      open.push(one);
      return;
    }
    if (top === undefined) {
      // «نص": opened by one kind of mark, closed by another.
      const other = open.at(-1);
      if (other !== undefined && other.family !== 'single' && one.family !== 'single' && open.length === 1) {
        pushMarked(found, text, other, one.at, one.at + one.length);
        open.pop();
      } else strays.push(one);
      return;
    }
    open.splice(open.lastIndexOf(top), 1);
    pushMarked(found, text, top, one.at, one.at + one.length);
  });
  return open
    .filter(({ family }) => family !== 'single' && family !== 'brackets')
    .map((one) => {
      const later = marks.find(({ at }) => at > one.at);
      return { mark: one, before: later?.at ?? text.length, last: later === undefined };
    });
}

/** «" التماسيح "» within a quotation: spaced marks around a word or two, and more marks behind them. */
function nests(marks: readonly Mark[], i: number): boolean {
  const [one, next, after] = [marks[i], marks[i + 1], marks[i + 2]];
  if (one?.side !== 'either' || next === undefined || next.side === 'open' || next.family !== one.family)
    return false;
  return (
    next.at - one.at <= 25 && after !== undefined && after.family === one.family && after.side !== 'open'
  );
}

/** A mark with nothing open: it opens when what follows it in the paragraph is a mark that can close it. */
function opensAnyway(marks: readonly Mark[], i: number): boolean {
  const one = marks[i];
  if (one === undefined || one.family !== 'double') return false;
  for (let k = i + 1; k < marks.length; k++) {
    const later = marks[k];
    if (later?.family === 'double') return later.side !== 'open';
  }
  return one.side === 'either';
}

function pushMarked(found: Marked[], text: string, open: Mark, closeAt: number, to: number): void {
  let start = open.at + open.length;
  let end = closeAt;
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  if (end > start) found.push({ from: open.at, to, start, end, closed: true });
}

/** Nothing closes it: it ends with its sentence when another follows in the paragraph, else with the paragraph. */
function pushUnclosed(found: Marked[], text: string, open: Mark, before = text.length): void {
  const newline = text.indexOf('\n', open.at);
  const limit = Math.min(before, newline === -1 ? text.length : newline, open.at + LONGEST);
  const body = text.slice(open.at + open.length, limit);
  const stop = /[.؟!](?=\s+(?:و(?:قال|أ|ا|ت|ذ|ش|ب|ل|ن|ك)|كما|من جهت|في |وفي ))/.exec(body);
  let end = stop === null ? limit : open.at + open.length + stop.index + 1;
  if (stop === null && before < text.length) {
    const full = body.search(/[.؟!]\s/);
    if (full !== -1) end = open.at + open.length + full + 1;
    else return;
  }
  let start = open.at + open.length;
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  if (end > start) found.push({ from: open.at, to: end, start, end, closed: false });
}

/** Sorted, without what lies within another or crosses it. */
function outermost(found: Marked[]): Marked[] {
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const kept: Marked[] = [];
  let reached = -1;
  for (const one of found) {
    if (one.from < reached) continue;
    kept.push(one);
    reached = one.to;
  }
  return kept;
}
