import { fold } from '../fold.ts';
import { speechForm } from './speech-verbs.ts';

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
  /** Where the paragraph of `carried` ends. */
  let carriedTo = 0;
  let paragraph = 0;
  while (paragraph <= text.length) {
    const newline = text.indexOf('\n', paragraph);
    const end = newline === -1 ? text.length : newline;
    const marks = marksIn(text, paragraph, end);
    if (carried !== undefined) {
      const [first] = marks;
      if (first !== undefined && first.family === carried.family && first.side !== 'open') {
        pushMarked(found, text, carried, first);
        marks.shift();
        carried = undefined;
      } else if (first !== undefined || end - carried.at > LONGEST) {
        pushUnclosed(found, text, carried, carriedTo);
        carried = undefined;
      }
    }
    for (const unclosed of pairUp(found, text, marks, end)) {
      if (unclosed.last) {
        carried = unclosed.mark;
        carriedTo = end;
      } else pushUnclosed(found, text, unclosed.mark, unclosed.before);
    }
    if (newline === -1) break;
    paragraph = end + 1;
  }
  if (carried !== undefined) pushUnclosed(found, text, carried, carriedTo);
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

/** Pairs the marks of a paragraph that ends at `end`; gives back those that stay open. */
function pairUp(found: Marked[], text: string, marks: readonly Mark[], end: number): Unclosed[] {
  const open: Record<Mark['family'], number[]> = { double: [], guillemet: [], single: [], brackets: [] };
  const earlier = found.length;
  const families = Object.keys(open) as Mark['family'][];
  marks.forEach((one, i) => {
    const own = open[one.family];
    const top = own.at(-1);
    // «"وات "بالجهة»: the space on the wrong side of the mark that closes a word or two.
    const before = top === undefined ? undefined : marks[top];
    if (one.side === 'open' && before !== undefined && closesShort(text, marks, i, before)) {
      own.pop();
      pushMarked(found, text, before, one);
      return;
    }
    if (one.side === 'open' || (top === undefined ? opensAnyway(marks, i) : nests(marks, i))) {
      own.push(i);
      return;
    }
    if (top !== undefined) {
      own.pop();
      pushMarked(found, text, marks[top], one);
      return;
    }
    // «وقال الطبيب : القطار على السكة".»: nobody opened it, and a colon stands where somebody would have.
    if (families.every((family) => open[family].length === 0)) {
      const colon = openingColon(text, marks, i);
      if (colon !== undefined) pushMarked(found, text, colon, one);
      return;
    }
    // «نص": opened by one kind of mark, closed by another.
    const [other, ...more] = families.filter((family) => open[family].length > 0);
    const [sole, ...deeper] = other === undefined ? [] : open[other];
    if (other === undefined || sole === undefined || more.length > 0 || deeper.length > 0) return;
    if (other === 'single' || one.family === 'single') return;
    open[other] = [];
    pushMarked(found, text, marks[sole], one);
  });
  const byStart = new Map(found.slice(earlier).map((pair) => [pair.from, pair]));
  for (const family of ['double', 'guillemet'] as const) {
    open[family] = open[family].filter((i) => {
      const inner = marks[i + 1];
      return !closesLater(found, text, marks[i], inner, inner && byStart.get(inner.at));
    });
  }
  return [...open.double, ...open.guillemet].flatMap((i) => {
    const mark = marks[i];
    const later = marks[i + 1];
    return mark === undefined ? [] : [{ mark, before: later?.at ?? end, last: later === undefined }];
  });
}

/**
 * «قائلا "من يأتي بالوثائق "مبروك عليه".»: two marks open and one closes. It closes the first where the sentence ends
 * with it, and none ends between the two.
 */
function closesLater(
  found: Marked[],
  text: string,
  outer: Mark | undefined,
  inner: Mark | undefined,
  pair: Marked | undefined,
): boolean {
  if (outer === undefined || inner === undefined || inner.side !== 'open') return false;
  if (
    pair === undefined ||
    !pair.closed ||
    !/^\s*(?:[.،,؟!]|$|\n|حسب|وفق|بحسب)/.test(text.slice(pair.to, pair.to + 8))
  )
    return false;
  if (pair.to - outer.at > LONGEST || /[.؟!]\s/.test(text.slice(outer.at, inner.at))) return false;
  if (!/(?:ان|إن|أن|[اة]|:)\s*$/.test(text.slice(Math.max(0, outer.at - 12), outer.at))) return false;
  pushMarked(found, text, outer, { ...inner, at: pair.to - inner.length });
  return true;
}

/** Whether a mark that seems to open closes one a word or two before it: spaced before, and no other closes behind it. */
function closesShort(text: string, marks: readonly Mark[], i: number, open: Mark): boolean {
  const one = marks[i];
  if (one === undefined || one.family !== 'double' || open.side !== 'open' || one.at - open.at > 20)
    return false;
  if (!isSpace(text.charAt(one.at - 1)) || open.at + open.length === one.at) return false;
  const next = marks[i + 1];
  return next === undefined || (next.family === 'double' && next.side === 'open');
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

function openingColon(text: string, marks: readonly Mark[], i: number): Mark | undefined {
  const close = marks[i];
  if (close === undefined || close.family === 'single' || close.side !== 'close') return undefined;
  const from = Math.max(close.at - LONGEST, (marks[i - 1]?.at ?? -1) + 1);
  const before = text.slice(from, close.at);
  const colon = before.indexOf(': ', before.lastIndexOf('\n') + 1);
  if (colon === -1 || before.length - colon < 20) return undefined;
  return { at: from + colon + 1, length: 1, side: 'open', family: close.family };
}

/** A mark with nothing open: it opens when what follows it in the paragraph is a mark that can close it. */
function opensAnyway(marks: readonly Mark[], i: number): boolean {
  const one = marks[i];
  if (one === undefined || one.family !== 'double') return false;
  for (let k = i + 1; k < marks.length; k++) {
    const later = marks[k];
    if (later?.family !== 'double') continue;
    // «الجديدة". وأوضح، قائلا " بكيت كثيرا"»: the two behind it belong together.
    const after = marks[k + 1];
    if (
      one.side === 'close' &&
      later.side === 'either' &&
      after?.family === 'double' &&
      after.side === 'close'
    )
      return false;
    // «قائلا " كل من "مبروك عليه".»: spaced, and two more in the paragraph.
    return later.side !== 'open' || (one.side === 'either' && marks.length - k === 2);
  }
  return one.side === 'either';
}

function pushMarked(found: Marked[], text: string, open: Mark | undefined, close: Mark): void {
  if (open === undefined) return;
  let start = open.at + open.length;
  let end = close.at;
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  if (end > start) found.push({ from: open.at, to: close.at + close.length, start, end, closed: true });
}

/** Nothing closes it: it ends with its sentence when another follows before `before`, else there. */
function pushUnclosed(found: Marked[], text: string, open: Mark, before: number): void {
  const from = open.at + open.length;
  const limit = Math.min(before, open.at + LONGEST);
  const body = text.slice(from, limit);
  const next = text.charAt(before);
  const isParagraph = next === '' || next === '\n';
  const stop = nextSentence.exec(body) ?? (isParagraph ? null : /[.؟!]\s/.exec(body));
  const reached = stop === null ? body.length : stop.index + 1;
  const length = ownVoice(body.slice(0, reached));
  // In the middle of a paragraph only a sentence's end or the paper's own verb tells where it stops.
  if (stop === null && !isParagraph && (open.side !== 'open' || length === reached)) return;
  let end = from + length;
  let start = from;
  while (start < end && isSpace(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  if (end > start) found.push({ from: open.at, to: end, start, end, closed: false });
}
/** A full stop before a sentence of the paper's own («. وأضاف…»). */
const nextSentence =
  /[.؟!](?=\s+(?:و(?:قال|أ|ا|ت|ذ|ش|ب|ل|ن|ك)|كما|من جهت|من جانب|من جهة|على صعيد|وعلى صعيد|يذكر |يشار |في |وفي ))/;

/**
 * Where a quotation that nobody closed gives way to the paper's own verb of speech behind a comma («…الطريق، رافضا
 * الحديث عن»، «…الطريق، وتابع "»); the length of `body` where it does not.
 */
function ownVoice(body: string): number {
  const end = withoutComma(body);
  if (end !== undefined) return ownVoice(body.slice(0, end));
  for (let comma = body.search(/[،,]/); comma !== -1;) {
    const word = /^\s+(\S{3,16})/.exec(body.slice(comma + 1, comma + 24))?.[1];
    const key = fold(word ?? '');
    const own = speechForm(key);
    const { type, class: kind } = own?.form ?? {};
    const goesOn = type === 'participle' && /(?:[اه]|ين)$/.test(key);
    const addsTo = type === 'past' && own?.prefix === 1 && key.startsWith('و') && kind !== 'judges';
    // «، وتابع "»: its own quotation follows where this stretch ends.
    const leads = addsTo && /^\s+\S+(?:\s+\S+){0,3}\s*:?\s*$/.test(body.slice(comma + 1, comma + 80));
    if (comma > 12 && (goesOn || leads)) return comma;
    const next = body.slice(comma + 1).search(/[،,]/);
    comma = next === -1 ? -1 : comma + 1 + next;
  }
  return body.length;
}

/** «…الطريق حسب قوله», «…الطريق مشيرة إلى أن»: where no comma tells the two apart. */
function withoutComma(body: string): number | undefined {
  const according = / (?:حسبما|(?:حسب|بحسب|وفق|على حد) (?:قول|تعبير|وصف)(?:ه|ها|هم)(?![ء-ي]))/.exec(body);
  let end = according === null || according.index < 12 ? undefined : according.index;
  for (const one of body.slice(0, end).matchAll(/ ([مقل][ء-ي]{3,7}[اة]) (?:(?:إلى|الى|على) )?[أا]ن/g)) {
    if (one.index < 12 || speechForm(fold(one[1] ?? ''))?.form.type !== 'participle') continue;
    end = one.index;
    break;
  }
  return end;
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
