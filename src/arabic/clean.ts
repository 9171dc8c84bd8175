/**
 * What is stored of a text from outside: the author's letters, without what nobody typed on purpose.
 *
 * NFC; presentation forms become base letters; direction marks, embeddings, isolates, zero-width characters,
 * controls, NUL, half surrogates and noncharacters go (ZWNJ stays between two Arabic letters, where it is
 * spelling, and ZWJ inside an emoji); every kind of space is one space, every line ending is `\n`; no
 * space at the end or start of a line, nor line break at the ends. Harakat, tatweel and digits stay. Idempotent.
 *
 * Sources: Unicode Standard Annex 15 (NFC) and 9 (direction marks); W3C ALReq on joining controls. The signs
 * ﷺ ﷻ and ﷼ are no presentation forms of words and stay.
 */
export function clean(text: string): string {
  if (isClean(text)) return text;
  let t = text.replace(JUNK, '');
  t = t.replace(PRESENTATION, plainForm);
  t = t.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(SPACES, ' ');
  t = t.normalize('NFC');
  if (/[\u200c-\u200d]/.test(t)) t = t.replace(/[\u200c-\u200d]+/g, joinersKept).normalize('NFC');
  return tidySpaces(t);
}

/** Letters and signs that are themselves in NFC, and harakat that stand alone (two together may be reordered). */
const UNUSUAL =
  /[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u060c\u061b\u061f\u0620-\u0652\u0660-\u066d\u066e-\u0671\u067e\u0686\u06a4\u06af\u06cc\u06f0-\u06f9\u2010-\u2015\u2018-\u201e\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u20ac\u2212]|[\u064b-\u0652\u0670]{2}| [ \n]|\n /;

function isClean(text: string): boolean {
  if (text === '') return true;
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first !== 32 && first !== 10 && last !== 32 && last !== 10 && !UNUSUAL.test(text);
}

/**
 * Controls but for those that end lines or stand for a space, format characters but for the two joiners and the
 * visible Arabic number signs, half surrogates, noncharacters, fillers for objects that did not come along.
 */
const JUNK =
  /(?![\t-\r\u0085\u0600-\u0605\u06dd\u08e2\u200c-\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\u034f\ufffc]/gu;
const SPACES = /[\t \u00a0\u115f\u1160\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]+/g;
const PRESENTATION = /[\ufb50-\ufdcf\ufdf0-\ufdf9\ufe70-\ufefc]/g;

/** NFKC of one presentation form; a form of a lone mark (space or tatweel, then the mark) is the mark alone. */
function plainForm(form: string): string {
  const plain = form.normalize('NFKC');
  return plain.length > 1 ? plain.replace(/^[ \u0640](?=[\u064b-\u0652\u0670])/, '') : plain;
}

function joinersKept(joiners: string, at: number, all: string): string {
  const before = all.slice(Math.max(0, at - 8), at);
  const after = all.slice(at + joiners.length, at + joiners.length + 2);
  // Whatever marks the letter bears: composing may change their order.
  if (/\p{Script=Arabic}[\p{M}\u0640]*$/u.test(before) && /^(?=\p{L})\p{Script=Arabic}/u.test(after)) {
    return joiners.includes('\u200c') ? '\u200c' : '';
  }
  const emoji =
    /(?:\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})$/u.test(before) &&
    /^\p{Extended_Pictographic}/u.test(after);
  return emoji && joiners.includes('\u200d') ? '\u200d' : '';
}

function tidySpaces(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^[ \n]+/, '')
    .replace(/(?<![ \n])[ \n]+$/, '');
}
