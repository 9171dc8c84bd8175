import { fold } from '../fold.ts';
import { wordSet } from '../word-set.ts';
import { soundKey } from '../sound.ts';
import { ambiguousGivenNames } from './ambiguous-names.ts';
import { commonWords } from './common-words.ts';
import { countries } from './countries.ts';
import type { EntityKind, KnownEntity } from './entity.ts';
import { knownOrganisations } from './known-organisations.ts';
import { ambiguousTowns, towns } from './towns.ts';

/** One spelling of something known, by its folded words. */
export interface Entry {
  kind: EntityKind;
  words: readonly string[];
  ambiguous: boolean;
  /** Of the newsroom's record; undefined for the built-in lists. */
  id: string | undefined;
  /** The record's own name. */
  name: string;
}

/** What names are known. Made once, read by every call; looking a name up costs the same in a list of any length. */
export interface Gazetteer {
  /** By the folded words, one blank between them. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** First word → words of the longest name that begins with it. */
  readonly longest: ReadonlyMap<string, number>;
  /** People of the newsroom's records by the sound of their names. */
  readonly sounds: ReadonlyMap<string, Entry>;
}

/** Longest name in words that is looked for; the longest bodies' names have ten. */
const longestName = 12;
/** More than any newsroom keeps spellings for; a list beyond it is a fault. */
const shortestSpelling = 2;

/**
 * The gazetteer of the built-in lists and the newsroom's own records. A record stands before a built-in entry of the same
 * name. Records whose name is one short word, or the name of two records, are marked ambiguous.
 * @param records persons, places and organisations with their other spellings; any order.
 */
export function buildGazetteer(records: Iterable<KnownEntity> = []): Gazetteer {
  const entries = new Map<string, Entry>();
  for (const record of records) for (const entry of entriesOf(record)) add(entries, entry);
  for (const entry of builtIn()) add(entries, entry);
  const longest = new Map<string, number>();
  const sounds = new Map<string, Entry>();
  for (const entry of entries.values()) {
    const [first = ''] = entry.words;
    longest.set(first, Math.max(longest.get(first) ?? 0, entry.words.length));
    const sound = entry.id !== undefined && entry.kind === 'person' ? soundOfName(entry.words) : undefined;
    if (sound !== undefined && !sounds.has(sound)) sounds.set(sound, entry);
  }
  return { entries, longest, sounds };
}

/** Consonants that a family name must have for its sound to tell it from others. */
const fewestConsonants = 3;

/**
 * What two spellings of one foreign name have in common («سيرجي لافروف», «سيرغي لافروف»). Words of the language and given
 * names that are written one way count by their letters: حسن is not حسين. Undefined where the sound says too little.
 */
export function soundOfName(words: readonly string[]): string | undefined {
  if (words.length < 2) return undefined;
  const last = soundKey(words.at(-1) ?? '');
  if (last.length < fewestConsonants) return undefined;
  return words.map((word) => (isArabicName(word) ? word : soundKey(word))).join(' ');
}

/** A name of the language: with the article, or a word of it. */
const isArabicName = (word: string): boolean =>
  word.startsWith('ال') ||
  commonWords.has(word) ||
  ambiguousGivenNames.has(word) ||
  /^(?:عبد|ابو|بن)/.test(word) ||
  arabic.has(word);

/** Given names of Arab countries that differ in nothing but a long vowel. */
const arabic = wordSet(
  'حسن حسين سالم سليم سلام سلامة سامر سمير سمر ماهر مهير كامل كمال كميل حامد حميد حماد عامر عمر عمار عمير راشد رشيد رشاد جميل جمال ناصر نصر نصير نزار نذير خالد خلود سعد سعيد سعود أسعد بشر بشار بشير وليد والد طاهر طهر صادق صديق عادل عديل رضا رياض فارس فراس فريد فرد فهد فهيد ماجد مجد مجيد محمد محمود حمد حمود أحمد منير منار منور نبيل نبال نور نوري شاكر شكري شكر زيد زياد يزيد علي عالي على هاني هنا هناء فاتح فتحي',
);

function add(entries: Map<string, Entry>, entry: Entry): void {
  const key = entry.words.join(' ');
  const before = entries.get(key);
  if (before === undefined) entries.set(key, entry);
  // The same spelling of two records: a person must choose.
  else if (before.id !== undefined && entry.id !== undefined && before.id !== entry.id) {
    before.ambiguous = true;
    before.id = undefined;
  }
}

function entriesOf({ kind, name, otherNames, id, ambiguous }: KnownEntity): Entry[] {
  const spellings = new Set<string>();
  for (const spelling of [name, ...otherNames])
    for (const variant of variants(spelling)) spellings.add(variant);
  return [...spellings]
    .map((spelling) => spelling.split(' '))
    .filter((words) => words.length <= longestName && words.join('').length >= shortestSpelling)
    .map((words) => ({
      kind,
      words,
      ambiguous: ambiguous === true || (id !== undefined && kind === 'person' && words.length === 1),
      id,
      name,
    }));
}

/** The folded spelling, and what writers join or part: «عبد الله» and «عبدالله», «بوركينا فاسو» and «بوركينافاسو». */
function variants(spelling: string): string[] {
  const plain = fold(spelling)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (plain === '') return [];
  const found = [plain];
  if (/(?:^| )عبد /.test(plain)) found.push(plain.replace(/(^| )عبد /g, '$1عبد'));
  if (/(?:^| )عبدال/.test(plain)) found.push(plain.replace(/(^| )عبدال/g, '$1عبد ال'));
  if (/ الدين(?: |$)/.test(plain)) found.push(plain.replace(/ الدين( |$)/g, 'الدين$1'));
  if (/(?:^| )ابو /.test(plain)) found.push(plain.replace(/(^| )ابو /g, '$1ابو'));
  return found;
}

let builtInEntries: readonly Entry[] | undefined;

function builtIn(): readonly Entry[] {
  builtInEntries ??= [
    ...countries.flatMap(entriesOf),
    ...[...towns].flatMap((name) =>
      entriesOf({ kind: 'place', name, otherNames: [], ambiguous: ambiguousTowns.has(name) }),
    ),
    ...knownOrganisations.flatMap(entriesOf),
  ];
  // Each gazetteer may mark its own entries.
  return builtInEntries.map((entry) => ({ ...entry }));
}
