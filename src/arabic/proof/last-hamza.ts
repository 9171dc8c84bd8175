import type { Finding } from './finding.ts';
import { type ProofWord, wordSet } from './words.ts';

/** فَعيل and verbs whose ء is written on the line after a long ي. Without proclitics and article. */
const YEH_ON_LINE = wordSet(`
  شيء بطيء مليء جريء بريء دنيء مضيء مسيء فيء قيء نيء يجيء تجيء أجيء نجيء يضيء تضيء نضيء يسيء تسيء نسيء رديء وضيء هنيء مريء قميء بذيء مجيء جزيء يفيء تفيء خبيء وبيء
  دفيء لاشيء صديء طيء يقيء تهيء
`);
const FINAL: ReadonlyMap<string, string> = new Map(
  'سيء سيئ|شئ شيء|بطئ بطء|برئ بريء|ملئ مليء|جرئ جريء|ردئ رديء|بطؤ بطء|دفئ دفء|جزئ جزء|شيئ شيء|بريئ بريء|مليئ مليء|جريئ جريء|بطيئ بطيء'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
/** Of these which are another word as well («he warmed»). */
const OTHER_WORD = wordSet('دفئ جزئ ملئ برئ جرئ بطؤ بطئ');

/** Words whose hamza stands on two seats, by country. */
const SEATS: readonly (readonly [RegExp, string, string])[] = [
  [/مسئول/, 'مسئول', 'مسؤول'],
  [/^(?:و|ف|ب|ل|ك)?(?:ال|لل)?شئون/, 'شئون', 'شؤون'],
  [/^(?:و|ف|ب|ل|ك)?(?:ال|لل)?رءوس/, 'رءوس', 'رؤوس'],
  [/^(?:و|ف|ب|ل|ك)?(?:ال|لل)?رئوس/, 'رئوس', 'رؤوس'],
  [/^(?:و|ف|ب|ل|ك)?(?:ال|لل)?هيأة$/, 'هيأ', 'هيئ'],
  [/^(?:و|ف|ب|ل|ك)?(?:ال|لل)?كفؤ$/, 'كفؤ', 'كفء'],
  [/مسؤل/, 'مسؤل', 'مسؤول'],
];

/** «مساءاً», «بناءا»: after اء the fathatan needs no alef. Verbs in the dual end so. */
const DUAL_VERBS = wordSet('جاءا شاءا ساءا أساءا أضاءا باءا ناءا فاءا');

/** The hamza at the end of words: «شاطيء», «سيء», «شئ». */
export function finalHamza(word: ProofWord): Finding | undefined {
  const bare = word.bare;
  const last = bare.length - 1;
  if (last < 1 || !'ءئؤ'.includes(bare[last] ?? '')) return undefined;
  const begin = /^[وفبكل]?(?:ال|لل)?/.exec(bare)?.[0].length ?? 0;
  for (const at of begin === 0 ? [0] : [begin, 0]) {
    const stem = bare.slice(at);
    const right = FINAL.get(stem);
    if (right !== undefined)
      return make(word, 'final-hamza', [bare.slice(0, at) + right], !OTHER_WORD.has(stem));
    if (YEH_ON_LINE.has(stem)) return undefined;
  }
  // فاعِل, مَفاعِل: a short vowel before the hamza.
  return /ا[^اويى]يء$/.test(bare) && !/^[وفل]?[سي]?[يتن]/.test(bare)
    ? make(word, 'final-hamza', [`${bare.slice(0, -2)}ئ`], true)
    : undefined;
}

/** Spellings of the middle hamza that differ by country («مسئول»). */
export function hamzaSeat(word: ProofWord): Finding | undefined {
  const bare = word.bare;
  if (!/[ئءؤأ]/.test(bare)) return undefined;
  for (const [shape, from, to] of SEATS) {
    if (shape.test(bare)) return make(word, 'hamza-seat', [bare.replace(from, to)], from === 'مسؤل');
  }
  return undefined;
}

export function tanwinHamza(text: string, word: ProofWord): Finding | undefined {
  const raw = text.slice(word.start, word.end);
  if (!/اء\u064b?ا\u064b?$/.test(raw) || DUAL_VERBS.has(word.bare.replace(/^و/, ''))) return undefined;
  // «عضاءا» would be no word: two letters before اء at the least.
  return word.bare.length < 5
    ? undefined
    : make(word, 'tanwin-hamza', [raw.replace(/\u064b?ا\u064b?$/, '\u064b')], true);
}

function make(
  word: ProofWord,
  rule: Finding['rule'] & Finding['message'],
  suggestions: string[],
  certain: boolean,
): Finding {
  return { rule, start: word.start, end: word.end, certain, suggestions, message: rule, params: {} };
}
