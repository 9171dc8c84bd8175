import { fold } from '../fold.ts';
import { givenNames } from '../given-names.ts';
import { wordSet } from '../word-set.ts';
import { IGNORED, SEPARATOR, classOf } from '../letters.ts';
import { type Marked, quotationMarks } from './marks.ts';

/**
 * A text as the finding of quotations reads it: words, the punctuation that matters, and quotations and parentheses each
 * as one item.
 */
export type Item = Word | Mark | Quoted | Aside;

export interface Word {
  type: 'word';
  start: number;
  end: number;
  /** Folded. */
  key: string;
  /** Folded, without the article and what is written together with it (و، ب، ل): «والوزير», «للوزير» → وزير. */
  bare: string;
  /** It bears the article. */
  definite: boolean;
  /** Ends in ى: «على» is not «علي». */
  alif: boolean;
  /** Bears a pronoun («ثقته», «رفضها»), which names do not. */
  possessed: boolean;
}
export interface Mark {
  type: 'comma' | 'stop' | 'colon' | 'line' | 'other';
  start: number;
  end: number;
}
export interface Quoted extends Omit<Marked, 'start' | 'end'> {
  type: 'quoted';
  /** With the marks. */
  start: number;
  end: number;
  content: { start: number; end: number };
  words: Word[];
}
/** «(26 عاما)»: whole, for it interrupts a sentence without being part of it. */
export interface Aside {
  type: 'aside';
  start: number;
  end: number;
  words: Word[];
}

/** Longest parenthesis, in code units; a longer one is an unclosed one. */
const LONGEST_ASIDE = 240;

/** Reads a text once. Linear. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let i = 0;
  for (const quoted of quotationMarks(text)) {
    plainItems(text, i, quoted.from, items);
    items.push({
      ...quoted,
      type: 'quoted',
      start: quoted.from,
      end: quoted.to,
      content: { start: quoted.start, end: quoted.end },
      words: wordsBetween(text, quoted.start, quoted.end),
    });
    i = quoted.to;
    // «…حياة جديدة." كما تم»: the sentence ended inside the marks.
    const closing = text.charAt(quoted.end - 1);
    if (closing === '.' && text.charAt(quoted.end - 2) !== '.' && /^\s/.test(text.charAt(i))) {
      items.push({ type: 'stop', start: i, end: i });
    }
  }
  plainItems(text, i, text.length, items);
  return items;
}

const typeOf: Readonly<Record<string, Mark['type']>> = {
  '،': 'comma',
  ',': 'comma',
  '؛': 'comma',
  ';': 'comma',
  ':': 'colon',
  '؟': 'stop',
  '?': 'stop',
  '!': 'stop',
  '\n': 'line',
  '\r': 'line',
  '\u2028': 'line',
  '\u2029': 'line',
  '-': 'comma',
  '–': 'comma',
  '—': 'comma',
};

function plainItems(text: string, from: number, to: number, items: Item[]): void {
  let i = from;
  let noAsideBefore = from;
  while (i < to) {
    const c = text.charAt(i);
    const kind = classOf[text.charCodeAt(i)] ?? SEPARATOR;
    if (kind !== SEPARATOR && kind !== IGNORED) {
      const word = wordAt(text, i, to);
      items.push(...unglued(text, word));
      i = word.end;
      continue;
    }
    if ((c === '(' || c === '[') && i >= noAsideBefore) {
      const end = asideEnd(text, i, to);
      if (end > 0) {
        items.push({ type: 'aside', start: i, end, words: wordsBetween(text, i + 1, end - 1) });
        i = end;
        continue;
      }
      noAsideBefore = Math.min(to, i + LONGEST_ASIDE);
    }
    const type = c === '.' || c === '۔' ? stopAt(text, i, items) : typeOf[c];
    // A hyphen within a name or a number is none of the sentence.
    const joined =
      type === 'comma' && /[-–—]/.test(c) && !/\s/.test(text.charAt(i + 1)) && !/\s/.test(text.charAt(i - 1));
    if (type !== undefined && !joined) items.push({ type, start: i, end: i + 1 });
    i++;
  }
}

/** «سبايسرالمتحدث»: an office that lost the space before it. */
function unglued(text: string, word: Word): Word[] {
  if (word.end - word.start < 9) return [word];
  const office = /.{3}(ال(?:متحدث|رئيس|ناطق|وزير|مدير)ة?)$/.exec(text.slice(word.start, word.end))?.[1];
  if (office === undefined) return [word];
  const at = word.end - office.length;
  return [wordAt(text, word.start, at), wordAt(text, at, word.end)];
}

/** A full stop ends a sentence unless it stands in a number, an abbreviation («د.») or trails off («..»). */
function stopAt(text: string, i: number, items: readonly Item[]): Mark['type'] | undefined {
  const next = text.charAt(i + 1);
  if (/[0-9٠-٩]/.test(next)) return undefined;
  if (next === '.' || text.charAt(i - 1) === '.') return 'other';
  const last = items.at(-1);
  if (last?.type === 'word' && last.end === i && last.end - last.start === 1 && !/[0-9٠-٩]/.test(last.key)) {
    return undefined;
  }
  return 'stop';
}

function asideEnd(text: string, i: number, to: number): number {
  const close = text.charAt(i) === '(' ? ')' : ']';
  const limit = Math.min(to, i + LONGEST_ASIDE);
  for (let k = i + 1; k < limit; k++) {
    const c = text.charAt(k);
    if (c === close) return k + 1;
    if (c === '\n') return 0;
  }
  return 0;
}

function wordsBetween(text: string, from: number, to: number): Word[] {
  const words: Word[] = [];
  let i = from;
  while (i < to) {
    const kind = classOf[text.charCodeAt(i)] ?? SEPARATOR;
    if (kind === SEPARATOR || kind === IGNORED) {
      i++;
      continue;
    }
    const word = wordAt(text, i, to);
    words.push(word);
    i = word.end;
  }
  return words;
}

/** The word that begins here; hyphens within Latin names and points within numbers belong to it. */
function wordAt(text: string, start: number, to: number): Word {
  let end = start;
  while (end < to) {
    const kind = classOf[text.charCodeAt(end)] ?? SEPARATOR;
    if (kind === SEPARATOR) {
      const next = classOf[text.charCodeAt(end + 1)] ?? SEPARATOR;
      if (end + 1 < to && next !== SEPARATOR && next !== IGNORED && /[-’'.]/.test(text.charAt(end))) {
        if (text.charAt(end) !== '.' || /[0-9٠-٩]/.test(text.charAt(end + 1))) {
          end++;
          continue;
        }
      }
      break;
    }
    end++;
  }
  const written = text.slice(start, end);
  const key = fold(written);
  return {
    type: 'word',
    start,
    end,
    key,
    ...articleOf(key, written),
    alif: written.includes('ى') && /ى[\u064b-\u0652]*$/.test(written),
    possessed: ofPronouns.test(written),
  };
}

const ofPronouns = /..(?:[^ي]ه|ها|هم)$/;

/** «إلياس» has no article, with its hamza written or not. */
const withoutArticle = wordSet(
  'إلياس إلهام ألفة ألكسندر ألبرت ألبير ألبرتو ألفريد ألفونسو إلين إليزابيث إلياسي ألفارو ألدو إلتون',
);

function articleOf(key: string, written: string): { bare: string; definite: boolean } {
  const at = key.indexOf('ل');
  if (at < 0 || at > 3) return { bare: key, definite: false };
  if (/^[أإ]/.test(written) || withoutArticle.has(key)) return { bare: key, definite: false };
  const match = /^[وف]?(?:(?:[بك]?ال|لل)(?=...)|(?:ال|لل)(?=(?:اب|ام|اخ|جد|عم|حر)$))/.exec(key);
  if (match !== null && (key.startsWith('ال') || !givenNames.has(key)))
    return { bare: key.slice(match[0].length), definite: true };
  return { bare: key, definite: false };
}
