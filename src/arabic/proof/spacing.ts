import type { Finding } from './finding.ts';
import { isAdjacent, type ProofWord, wordSet } from './words.ts';

/** A space, or several, before a mark that closes. The run is entered at its first space only, so this is linear. */
const SPACE_BEFORE = /(?<=[^\s])(?<![ \u00a0])[ \u00a0]+(?=[،؛؟!:.,;?](?![.\d٠-٩A-Za-z/\\…]))/g;
/** A mark with a letter at once after it. */
const NO_SPACE_AFTER =
  /[،؛؟](?=[\u0621-\u064aA-Za-z«(])|(?<=[\u0621-\u064a][\u064b-\u0652]?[\u0621-\u064a][\u064b-\u0652]?[»)"]?)[.!](?=[\u0621-\u064a]{2})/g;
const DOUBLED = /(?<=[^\s])(?<![ \u00a0])[ \u00a0]{2,}(?=\S)/g;
const IN_BRACKETS = /(?<=[(«[])[ \u00a0]+(?=\S)|(?<![ \u00a0(«[])[ \u00a0]+(?=[)»\]])/g;

/** The mark that stays is an Arabic one: after a Latin word none is reported. */
const MARKS: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

/** Spaces before, after and between marks. */
export function spacing(text: string): Finding[] {
  const found: Finding[] = [];
  const add = (
    rule: Finding['rule'] & Finding['message'],
    start: number,
    end: number,
    suggestion: string,
    certain = true,
  ) => found.push({ rule, start, end, certain, suggestions: [suggestion], message: rule, params: {} });
  for (const match of text.matchAll(SPACE_BEFORE)) {
    const after = match.index + match[0].length;
    // «: )» and « .NET» aside, a full stop that opens dots is left to the rule for repeated marks.
    const mark = MARKS[text.charAt(after)] ?? text.charAt(after);
    // Between Latin words the space may be French typography.
    if (/[A-Za-z]/.test(text.charAt(match.index - 1)) && /^\S\s*[A-Za-z]/.test(text.slice(after, after + 4)))
      continue;
    add('space-before-mark', match.index, after + 1, mark);
  }
  for (const match of text.matchAll(NO_SPACE_AFTER)) {
    const at = match.index;
    const isDot = match[0] === '.';
    // «أ.ف.ب» and the like are abbreviations; two letters before and after a full stop may be one as well.
    if (isDot && isAbbreviation(text, at)) continue;
    add('space-after-mark', at, at + 1, `${match[0]} `);
  }
  for (const match of text.matchAll(DOUBLED))
    add('doubled-space', match.index, match.index + match[0].length, ' ');
  for (const match of text.matchAll(IN_BRACKETS)) {
    add('space-in-brackets', match.index, match.index + match[0].length, '');
  }
  return found;
}

function isAbbreviation(text: string, at: number): boolean {
  const before = /[\u0621-\u0652]+$/.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  const after = /^[\u0621-\u0652]+/.exec(text.slice(at + 1, at + 24))?.[0] ?? '';
  return (
    // «العربية.نت», «(تي.تي)»
    /^(?:نت|كوم|تي|دي|بي|جي)$/.test(after) ||
    before.length < 2 ||
    after.length < 2 ||
    text.charAt(at - before.length - 1) === '.' ||
    text.charAt(at + after.length + 1) === '.'
  );
}

/** و with a space before its word: «و الحكومة». */
export function wawApart(text: string, words: readonly ProofWord[], i: number): Finding | undefined {
  const word = words[i];
  const next = words[i + 1];
  if (word?.bare !== 'و' || next === undefined || next.bare.length < 2 || !isAdjacent(text, word, next))
    return undefined;
  // «و م ع» is an agency; «حرف و في الكلمة» is rare enough to be read by an editor.
  const before = words[i - 1];
  if (before !== undefined && before.bare.length === 1 && isAdjacent(text, before, word)) return undefined;
  if (/[\p{L}\p{N}]/u.test(text.charAt(word.start - 1))) return undefined;
  return {
    rule: 'waw-apart',
    start: word.start,
    end: next.end,
    certain: true,
    suggestions: [text.slice(word.start, word.end) + text.slice(next.start, next.end)],
    message: 'waw-apart',
    params: {},
  };
}

/** Words that stand twice with a meaning: «من من», «لا لا», «الله الله», «أول أول أمس». */
const TWICE = wordSet(
  'من بين ما لا نعم الله كل أول هو هي هم كلا بلى ها هيا آه أف أم بن زين جدا كثيرا قليلا رويدا شيئا يوما تدريجيا مهلا حذار هيهات دي جي سي لو مو تو كو شو يا',
);
/** Particles and function words that never do. */
const NEVER_TWICE = wordSet(
  'في على إلى الى عن أن إن قد لقد لم لن مع ثم أو التي الذي الذين هذا هذه ذلك تلك كان كانت بعد قبل بين خلال حول حيث إلا كما لكن عند منذ وفق تم هناك وقد أي أنه أنها وذلك بأن لأن',
);

/** The same word twice: «في في», «الحكومة الحكومة». */
export function doubledWord(text: string, words: readonly ProofWord[], i: number): Finding | undefined {
  const word = words[i];
  const before = words[i - 1];
  if (word === undefined || before?.bare !== word.bare || !isAdjacent(text, before, word)) return undefined;
  const bare = word.bare;
  const third = words[i + 1];
  // Three times is emphasis or a name («لا لا لا»); «بيتا بيتا» is distributive.
  if (bare.length < 2 || TWICE.has(bare) || bare.endsWith('ا')) return undefined;
  // «سي أن أن» spells letters.
  if (/^(?:سي|دي|بي|جي|ان|السي)$/.test(words[i - 2]?.bare ?? '')) return undefined;
  if (third?.bare === bare || words[i - 2]?.bare === bare) return undefined;
  const certain = NEVER_TWICE.has(bare) || (/^[وفبكل]?ال/.test(bare) && bare.length >= 6);
  return {
    rule: 'doubled-word',
    start: before.start,
    end: word.end,
    certain,
    suggestions: [text.slice(before.start, before.end)],
    message: 'doubled-word',
    params: { word: bare },
  };
}
