import type { Finding } from './finding.ts';
import { isAdjacent, type ProofWord, withLetter, wordSet } from './words.ts';

/** The verb قال and its forms: إن follows. */
const SAYING = wordSet(`
  قال قالت قالوا قالا قلت قلنا يقول تقول يقولون نقول أقول ليقول لتقول قائلا قائلة قائلين قائل قول القول بالقول وقال وقالت وقالوا ويقول وتقول
  وقائلا فقال فقالت
`);
/** Verbs, prepositions and phrases that أن follows and no إن. */
const BEFORE_ANNA = wordSet(`
  إلا الا غير بيد كما منذ لولا بعد قبل دون رغم مع يمكن يجب ينبغي يفترض المفترض المنتظر المتوقع المقرر الممكن المحتمل المرجح الواضح المعلوم
  المؤكد على إلى الى عن من شرط بسبب بمجرد لمجرد سوى
  أكد أكدت أكدوا وأكد وأكدت يؤكد تؤكد مؤكدا مؤكدة أعلن أعلنت وأعلن وأعلنت يعلن تعلن معلنا أوضح أوضحت وأوضح وأوضحت يوضح موضحا موضحة
  أضاف أضافت وأضاف وأضافت يضيف مضيفا مضيفة أفاد أفادت وأفاد وأفادت مفيدا ذكر ذكرت وذكر وذكرت يذكر مبينا مبينة بين وبين اعتبر اعتبرت واعتبر
  واعتبرت معتبرا معتبرة يعتبر رأى ورأى يرى ترى نعتقد أعتقد يعتقد تعتقد يظن علمت علم أثبت أثبتت كشف كشفت وكشف تبين وتبين اتضح يبدو زعم زعمت
  ادعى صرح وصرح نفى لاحظ ولاحظ لافتا لافتة مشيرا إليه يريد أريد نريد تريد
`);
/** Of these after which إن standing at once is a slip; the others may end a clause. */
const CLEAR_BEFORE_ANNA = wordSet(`
  أكد أكدت وأكد وأكدت يؤكد تؤكد مؤكدا مؤكدة أعلن أعلنت وأعلن وأعلنت أوضح أوضحت وأوضح وأوضحت موضحا موضحة أضاف أضافت وأضاف وأضافت مضيفا مضيفة
  أفاد أفادت وأفاد وأفادت ذكر ذكرت وذكر وذكرت اعتبر اعتبرت واعتبر واعتبرت معتبرا معتبرة رغم بعد منذ
`);
const ENDS = /^(?:ه|ها|هم|هما|هن|نا|ني|ك|كم)?$/;
const LETTER_NAMES = wordSet('سي دي ام أم ان أن إن بي اف أف جي تي ار اس آي اي');
const HAYTH = wordSet('حيث وحيث');

/** ان, أن and إن with their pronouns: which hamza belongs there, by the word before. */
export function annaInna(text: string, words: readonly ProofWord[], i: number): Finding | undefined {
  const word = words[i];
  if (word === undefined || !/^[وفبل]{0,2}[اأإ]ن/.test(word.bare)) return undefined;
  const before = words[i - 1];
  const bare = word.bare;
  const at = /^[وف]?[اأإ]ن/.test(bare) ? bare.search(/[اأإ]/) : -1;
  const isBare = at >= 0 && ENDS.test(bare.slice(at + 2));
  // «سي ان ان», «دي.ان.ايه»: the name of a letter.
  if (/[.-]/.test(text.charAt(word.start - 1)) || (before && LETTER_NAMES.has(before.bare))) return undefined;
  const previous = isAdjacent(text, before, word) ? (before?.bare ?? '') : '';
  const make = (message: Finding['message'], letters: readonly string[], certain: boolean): Finding => ({
    rule: 'anna-inna',
    start: word.start,
    end: word.end,
    certain,
    suggestions: letters.map((letter) => withLetter(text, word, at, letter)),
    message,
    params: { before: previous },
  });
  if (!isBare || at > 1) return withPreposition(text, word);
  const letter = bare[at];
  if (letter === 'ا') {
    // «انني» is no other word; «انا» is a pronoun, «انك» rarely stands in a newspaper.
    if (bare.slice(at) === 'انا') return make('hamzat-qat', ['أ'], false);
    if (at === 0 && SAYING.has(previous)) return make('an-without-hamza', ['إ'], true);
    if (at === 0 && BEFORE_ANNA.has(previous)) return make('an-without-hamza', ['أ'], true);
    const begins =
      previous === '' && /(?:^|[.!؟?:«"\n])\s*$/.test(text.slice(Math.max(0, word.start - 8), word.start));
    return make('an-without-hamza', begins ? ['إ', 'أ'] : ['أ', 'إ'], false);
  }
  if (at !== 0) return undefined;
  if (letter === 'أ' && bare !== 'أنا' && SAYING.has(previous)) return make('an-after-qawl', ['إ'], true);
  if (letter === 'أ' && bare !== 'أنا' && !BEFORE_ANNA.has(previous) && followsSaying(text, words, i)) {
    return make('an-after-qawl', ['إ'], false);
  }
  if (letter === 'إ' && CLEAR_BEFORE_ANNA.has(previous)) return make('inna-after-verb', ['أ'], false);
  if (letter === 'أ' && HAYTH.has(previous)) return make('hayth-anna', ['إ'], false);
  return undefined;
}

/** قال with its subject before: «قال الوزير أن»; up to three words, nothing but spaces between. */
function followsSaying(text: string, words: readonly ProofWord[], i: number): boolean {
  for (let k = i; k > i - 4 && k > 0; k--) {
    const here = words[k];
    const before = words[k - 1];
    if (here === undefined || before === undefined || !isAdjacent(text, before, here)) return false;
    if (SAYING.has(before.bare)) return true;
    // A second verb or particle has أن for itself: «قال إنه يرى أن».
    if (BEFORE_ANNA.has(before.bare) || /^[وفب]?[أإ]ن/.test(before.bare)) return false;
  }
  return false;
}

/** «لانه», «بان», «كان» is a verb of its own. */
function withPreposition(text: string, word: ProofWord): Finding | undefined {
  const found = /^[وف]?([بل])ان(ه|ها|هم|هما|نا|ني)?$/.exec(word.bare);
  if (!found) return undefined;
  const at = word.bare.indexOf('ان');
  // «بان الفرق» is a verb; with a pronoun it is none, and لان («became soft») does not stand in newspapers.
  const certain = found[1] === 'ل' || found[2] !== undefined;
  return {
    rule: 'anna-inna',
    start: word.start,
    end: word.end,
    certain,
    suggestions: [withLetter(text, word, at, 'أ')],
    message: 'an-without-hamza',
    params: { before: '' },
  };
}
