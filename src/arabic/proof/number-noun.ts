import type { Finding, ProofMessage } from './finding.ts';
import { isAdjacent, type ProofWord, wordSet } from './words.ts';

/** Counted nouns: one, several, and the form after eleven; feminine ones take the number without ة. */
const NOUNS: readonly (readonly [one: string, few: string, many: string, feminine: boolean])[] = [
  ['دقيقة', 'دقائق', 'دقيقة', true],
  ['ساعة', 'ساعات', 'ساعة', true],
  ['سنة', 'سنوات', 'سنة', true],
  ['مرة', 'مرات', 'مرة', true],
  ['دولة', 'دول', 'دولة', true],
  ['مدينة', 'مدن', 'مدينة', true],
  ['شركة', 'شركات', 'شركة', true],
  ['نقطة', 'نقاط', 'نقطة', true],
  ['مباراة', 'مباريات', 'مباراة', true],
  ['سيارة', 'سيارات', 'سيارة', true],
  ['يوم', 'أيام', 'يوما', false],
  ['أسبوع', 'أسابيع', 'أسبوعا', false],
  ['شهر', 'أشهر', 'شهرا', false],
  ['عام', 'أعوام', 'عاما', false],
  ['شخص', 'أشخاص', 'شخصا', false],
  ['طفل', 'أطفال', 'طفلا', false],
  ['هدف', 'أهداف', 'هدفا', false],
  ['لاعب', 'لاعبين', 'لاعبا', false],
  ['قتيل', 'قتلى', 'قتيلا', false],
  ['جريح', 'جرحى', 'جريحا', false],
  ['ألف', 'آلاف', 'ألفا', false],
  ['مليون', 'ملايين', 'مليونا', false],
  ['كيلومتر', 'كيلومترات', 'كيلومترا', false],
];
const byOne = new Map(NOUNS.map((noun) => [noun[0], noun]));
const byFew = new Map(NOUNS.map((noun) => [noun[1], noun]));
/** Three to ten as words: without ة, with it. */
const MASCULINE = 'ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'.split(' ');
const FEMININE = 'ثلاث أربع خمس ست سبع ثماني تسع عشر'.split(' ');
/** «يوم» and the like after a number may begin a date: «الفصل 5 سنة 2011», «الجولة 7 يوم الأحد». */
const BEGINS_DATE = wordSet('يوم شهر سنة عام ساعة دقيقة');
const FIGURES = /(?:^|[^\d٠-٩.,،٫٬/:رف–-])([\d٠-٩]{1,2})[ \u00a0]$/;

/** The noun after a number, only where it is certain: «5 دقيقة», «15 أشخاص», «خمسة سنوات». */
export function numberNoun(text: string, words: readonly ProofWord[], i: number): Finding | undefined {
  const word = words[i];
  if (word === undefined) return undefined;
  const make = (message: ProofMessage, start: number, suggestion: string): Finding => ({
    rule: 'number-noun',
    start,
    end: word.end,
    certain: true,
    suggestions: [suggestion],
    message,
    params: {},
  });
  const one = byOne.get(word.bare);
  const few = byFew.get(word.bare);
  if (one === undefined && few === undefined) return undefined;
  const figures = FIGURES.exec(text.slice(Math.max(0, word.start - 5), word.start))?.[1];
  if (figures !== undefined) {
    const n = Number(figures.replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660)));
    if (one && n >= 3 && n <= 10 && !beginsDate(text, word) && !isLabel(words[i - 1], text, word)) {
      return make('few-singular', word.start, one[1]);
    }
    if (few && n >= 11 && n <= 99) return make('many-plural', word.start, few[2]);
    return undefined;
  }
  const before = words[i - 1];
  if (few === undefined || !isAdjacent(text, before, word) || before === undefined) return undefined;
  const lead = /^[وفبل]?/.exec(before.bare)?.[0] ?? '';
  const number = before.bare.slice(lead.length);
  const wrong = few[3] ? MASCULINE.indexOf(number) : FEMININE.indexOf(number);
  if (wrong < 0 || number === 'عشر' || number === 'عشرة') return undefined;
  const right = (few[3] ? FEMININE : MASCULINE)[wrong] ?? '';
  return make('number-gender', before.start, `${lead}${right} ${text.slice(word.start, word.end)}`);
}

function beginsDate(text: string, word: ProofWord): boolean {
  if (!BEGINS_DATE.has(word.bare)) return false;
  const after = text.slice(word.end, word.end + 16);
  // «5 سنة سجنا» is a count; a year, a weekday, a month or any definite noun is a date.
  return /^[ \u00a0]*(?:[\d٠-٩(]|ال|[\u0621-\u064a]+[ \u00a0][\d٠-٩])/.test(after);
}

/** «رقم 5», «الفصل 3», «عدد 7»: the figure belongs to the word before it. */
function isLabel(before: ProofWord | undefined, text: string, word: ProofWord): boolean {
  if (before === undefined || word.start - before.end > 5) return false;
  return (
    /^(?:ال.*|رقم|عدد|بعدد|فصل|مادة|قناة|يوم|شهر|سنة|عام)$/.test(before.bare) ||
    /\D/.test(text.slice(before.end, word.start).replace(/[ \u00a0\d٠-٩]/g, ''))
  );
}
