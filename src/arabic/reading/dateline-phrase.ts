import { isAgency, isWire } from './agencies.ts';
import { isName } from './names.ts';
import { isDoubtfulPlace, isPlaces } from './places.ts';
import { comparable, isLedeVerb } from './words.ts';
import { introductionOf } from './writers.ts';

/** A part of a text without marks: what it is, and its place in the text. */
export interface Part {
  kind: 'place' | 'agency' | 'reporter';
  text: string;
  at: number;
  sure: boolean;
}

/** How far what stands round a text speaks for a dateline: nothing does; a line of credits or a bracket does. */
type Setting = 'open' | 'credits';

/** «موفد رويترز إلى بيروت», «فلان مراسل الجزيرة في صنعاء» have so many parts; a longer text is a sentence. */
const mostParts = 3;
const mostWords = 9;
const mostConnectors = 2;
/** Words that lead from one part to the next: «من القاهرة»، «في تونس»، «مراسل رويترز»، «موفد الجزيرة إلى بيروت»، «عن رويترز». */
const connector = /^(?:من|في|الي|لدي|ب|ل|عن|عبر|و|مع|مكتب|وكاله|صحيفه|جريده|قناه|موقع|خاص)$/;

/**
 * Reads a text without marks as a sequence of places, agencies and names of writers, each at most once, perhaps with words that
 * connect them («رويترز بيروت»، «سمر يوسف القاهرة»، «مراسل رويترز أحمد علي»، «سارة علي موفدة الجزيرة إلى جنيف»). It is read only
 * if every word has its part; the reading with the fewest doubts is taken, then the one with the fewest parts.
 * @param introduced a writer is expected, for a word such as «كتب» stands before.
 * @returns the parts in their order; none where a word is left over. Bounded: at most nine words and three parts.
 */
export function partsOf(text: string, setting: Setting, introduced = false): Part[] {
  const words = [...text.matchAll(/\S+/gu)].map((match) => ({ text: match[0], at: match.index }));
  if (words.length === 0 || words.length > mostWords) return [];
  const folded = words.map((word) => comparable(word.text));
  const memo = new Map<string, Part | undefined>();
  const run = (from: number, to: number, named: boolean): Part | undefined => {
    const key = `${from} ${to} ${named}`;
    if (!memo.has(key)) memo.set(key, partOf(words, from, to, setting, named));
    return memo.get(key);
  };
  /** Words from `from` on that say what comes, but are no part: how many. */
  const led = (from: number): number => {
    let n = 0;
    while (n < mostConnectors && connector.test(folded[from + n] ?? '')) n++;
    const word = introductionOf(folded.slice(from + n).join(' '));
    return word === undefined ? n : n + word.split(' ').length;
  };
  const read = (from: number, left: number, kinds: readonly string[]): Part[] | undefined => {
    if (from === words.length) return [];
    if (left === 0) return undefined;
    const skipped = led(from);
    for (let skip = 0; skip <= skipped; skip++) {
      const start = from + skip;
      // A connector of one letter is written with its word: «بتونس»، «لرويترز».
      for (let to = words.length; to > start; to--) {
        const part = run(start, to, introduced || skip > 0);
        if (part === undefined || kinds.includes(part.kind)) continue;
        const rest = read(to, left - 1, [...kinds, part.kind]);
        if (rest !== undefined) return [part, ...rest];
      }
    }
    return undefined;
  };
  const allowed = setting === 'credits' || introduced ? 1 : 0;
  let best: Part[] = [];
  let doubts = allowed + 1;
  for (let most = 1; most <= mostParts; most++) {
    const found = read(0, most, []);
    if (found === undefined || (found.length === 1 && !introduced && found[0]?.sure !== true)) continue;
    const doubtful = found.filter(({ sure }) => !sure).length;
    if (doubtful < doubts) {
      best = found;
      doubts = doubtful;
    }
  }
  return best;
}

/** «المشهد الجديد», «ليبيا الأحرار»: two or three words that end with the article, as names of papers do, and no verb. */
export function paperLike(text: string): boolean {
  const words = text.split(/\s+/u);
  const last = words.at(-1) ?? '';
  return (
    words.length <= 3 &&
    /^ال\p{L}{3}/u.test(last) &&
    !words.some((word) => isLedeVerb(word) || connector.test(comparable(word))) &&
    !/[\d؟!.،:]/u.test(text)
  );
}

/** «Photo by …» credits a picture. */
const picture = /^(?:photos?|images?|pictures?|credit|video|source|caption|صور[ةه]?|تصوير|عدسة)(?: |$)/iu;

function partOf(
  words: readonly { text: string; at: number }[],
  from: number,
  to: number,
  setting: Setting,
  named: boolean,
): Part | undefined {
  const text = words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  const at = words[from]?.at ?? 0;
  const part = (kind: Part['kind'], sure: boolean): Part => ({ kind, text, at, sure });
  if (picture.test(text)) return undefined;
  if (isAgency(text, false)) return part('agency', true);
  if (isPlaces(text) && !(named && isWire(text))) return part('place', !isDoubtfulPlace(text));
  // «بتونس»، «بالرباط»
  const glued = /^ب(?=\S{3})/u.test(text) && isPlaces(text.slice(1));
  if (glued && from > 0) return { ...part('place', true), text: text.slice(1), at: at + 1 };
  const arabic = /\p{Script=Arabic}/u.test(text);
  if (isName(text, true) && (arabic || named)) return part('reporter', true);
  if (isWire(text) || (setting === 'credits' && isAgency(text, true))) return part('agency', isWire(text));
  if (words.slice(from, to).some((word) => isLedeVerb(word.text))) return undefined;
  // «واس إليزابيث مالون» are a wire and a name.
  const wired = to - from > 2 && isWire(words[from]?.text ?? '');
  if (isName(text, false) && !wired) return part('reporter', false);
  return named && setting === 'credits' && to - from > 1 && paperLike(text)
    ? part('agency', false)
    : undefined;
}
