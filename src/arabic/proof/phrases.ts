import type { Finding, ProofMessage, ProofRule } from './finding.ts';
import { isAdjacent, type ProofWord } from './words.ts';

/** «الغير مسبوق»: participles and adjectives of relation, which take the article themselves. */
const DENIED = /^(?:م[^ا].{2,}|.{3,}ي(?:ة|ين|ون)?|صالحة?|صالحين|لائقة?|كافية?|آمنة?)$/;
/** Single words about which the dictionaries and the papers differ. */
const CONTESTED: ReadonlyMap<string, readonly [ProofMessage, string]> = new Map([
  ['مدراء', ['mudaraa', 'مديرو']],
  ['المدراء', ['mudaraa', 'المديرون']],
  ['تواجد', ['tawajud', 'وجود']],
  ['التواجد', ['tawajud', 'الوجود']],
  ['متواجد', ['tawajud', 'موجود']],
  ['متواجدة', ['tawajud', 'موجودة']],
  ['متواجدين', ['tawajud', 'موجودين']],
  ['متواجدون', ['tawajud', 'موجودون']],
  ['المتواجد', ['tawajud', 'الموجود']],
  ['المتواجدة', ['tawajud', 'الموجودة']],
  ['المتواجدين', ['tawajud', 'الموجودين']],
  ['هام', ['hamm', 'مهم']],
  ['هاما', ['hamm', 'مهما']],
  ['هامة', ['hamm', 'مهمة']],
  ['الهام', ['hamm', 'المهم']],
  ['الهامة', ['hamm', 'المهمة']],
  ['سويا', ['sawiyyan', 'معا']],
  ['الرئيسي', ['raisi', 'الرئيس']],
  ['الرئيسية', ['raisi', 'الرئيسة']],
]);
/** Which of the forms of مدير stands in a place the grammar decides: all are offered. */
const MANAGERS: readonly string[] = ['مديرون', 'مديرين', 'مديرو'];

/** Looked at first, since nearly every word begins otherwise. */
const MAY_BEGIN = /^[وف]?(?:[إا]نشاء|لا?سيما|ماز|لاز|لا$|سيما$|سوف$|لن$|الغير$)/;

/** By their first letters, then by the list. */
function isContested(bare: string): boolean {
  return (
    /^[وف]?(?:ال)?(?:مدر|م?توا|ها|سوي|رئيسي)/.test(bare) &&
    (CONTESTED.has(bare) || CONTESTED.has(bare.slice(1)))
  );
}

/** Phrases whose words are joined or parted wrongly, and words that good papers avoid. */
export function phrase(text: string, words: readonly ProofWord[], i: number): Finding | undefined {
  const word = words[i];
  if (word === undefined) return undefined;
  const bare = word.bare;
  if (!MAY_BEGIN.test(bare) && !isContested(bare)) return undefined;
  const next = words[i + 1];
  const follows = next !== undefined && isAdjacent(text, word, next) ? next : undefined;
  const before = words[i - 1];
  const precedes = isAdjacent(text, before, word) ? before : undefined;
  const lead = /^[وف]/.exec(bare)?.[0] ?? '';
  const plain = bare.slice(lead.length);
  const make = (
    rule: ProofRule,
    message: ProofMessage,
    end: number,
    suggestions: readonly string[],
    certain: boolean,
  ): Finding => ({ rule, start: word.start, end, certain, suggestions, message, params: {} });

  if (/^[إا]نشاء$/.test(plain) && /^الل?ه$/.test(follows?.bare ?? '')) {
    return make('fixed-phrase', 'in-shaa-allah', follows?.end ?? word.end, [`${lead}إن شاء الله`], true);
  }
  if (/^لا?سيما$/.test(plain)) return make('fixed-phrase', 'la-siyyama', word.end, [`${lead}لا سيما`], true);
  if (bare === 'سيما' && precedes?.bare !== 'لا' && precedes?.bare !== 'ولا') {
    return make('fixed-phrase', 'la-siyyama', word.end, ['لا سيما'], false);
  }
  if (/^ماز(?:ال|الت|الوا|لنا|لت)$/.test(plain)) {
    return make('fixed-phrase', 'ma-apart', word.end, [`${lead}ما ${plain.slice(2)}`], false);
  }
  if (/^لاز(?:ال|الت|الوا)$/.test(plain)) {
    return make('contested', 'ma-zala', word.end, [`${lead}ما ${plain.slice(2)}`], false);
  }
  if (plain === 'لا' && follows && /^ز(?:ال|الت|الوا)$/.test(follows.bare)) {
    return make('contested', 'ma-zala', follows.end, [`${lead}ما ${follows.bare}`], false);
  }
  if (plain === 'سوف' && follows && /^(?:لن|لا)$/.test(follows.bare)) {
    return make('contested', 'sawfa-lan', follows.end, [`${lead}لن`], follows.bare === 'لن');
  }
  if (plain === 'لن' && follows?.bare === 'سوف')
    return make('contested', 'sawfa-lan', follows.end, [`${lead}لن`], true);
  if (plain === 'الغير' && follows && DENIED.test(follows.bare)) {
    return make('contested', 'al-ghayr', follows.end, [`${lead}غير ال${follows.bare}`], false);
  }
  const contested = CONTESTED.get(plain);
  if (contested) {
    const suggestions =
      contested[0] === 'mudaraa'
        ? MANAGERS.map((form) => lead + (plain.startsWith('ال') ? 'ال' : '') + form)
        : [lead + contested[1]];
    return make(
      'contested',
      contested[0],
      word.end,
      plain.startsWith('المد') ? suggestions.slice(0, 2) : suggestions,
      false,
    );
  }
  return undefined;
}
