import type { Item, Word } from './items.ts';
import { auxiliaries, complementizers, prepositions, takesThat } from './particles.ts';
import type { Names } from './noun-phrase.ts';
import { phraseAt } from './phrase.ts';
import { wordAt } from './phrase-words.ts';
import type { Span } from './quote.ts';
import { type SpeechForm, speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** A verb or noun of speech where it stands. */
export interface Cue {
  /** Item. */
  at: number;
  /** Without و/ف. */
  span: Span;
  form: SpeechForm;
}

/** Verbs that say what is expected or held as much as what was said: alone they are passive («يتوقع أن», «يعتقد أن»). */
const held = wordSet('توقع اعتقد رجح قدر ظن استبعد رأى زعم ادعى اعترف لاحظ ذكر شهد');

/** Forms that are nouns or other verbs unless somebody stands behind them: «تواصل الاحتجاج», «تبين أن», «تصريح». */
const ambiguous = wordSet('أبرز يبلغ تبلغ دون تواصل تبين تسجل تشهد تختم تجمع تقدر تنشر تعقب');

/** The verb or noun of speech at item `i`, when it is one here. Looks at a bounded number of items. */
export function cueAt(items: readonly Item[], i: number, text: string, names: Names): Cue | undefined {
  const word = wordAt(items, i);
  const found = word === undefined ? undefined : speechForm(word.key);
  if (word === undefined || found === undefined) return undefined;
  const { prefix } = found;
  const form = isDescribedBy(items, i, word, names) ? describedBy : found.form;
  if (form.type === 'present' && word.alif && form.verb !== 'راي') return undefined;
  if (form.type === 'present' && !isActive(items, i, form, names)) return undefined;
  // «على ضرورة أن يواصل»: what is to be.
  if (form.type === 'present' && isThat(wordAt(items, i - 1)) && wordAt(items, i - 2)?.key.startsWith('ضرور'))
    return undefined;
  // «ومقره مدينة البحر»: where it sits.
  if (/^[وف]?مقره$/.test(word.key) && !/^(?:ب|ان)/.test(wordAt(items, i + 1)?.key ?? '')) return undefined;
  // «صدرت مذكرة التوقيف»: a paper.
  if (word.key.endsWith('مذكره') && !/^(?:ب|ان)/.test(wordAt(items, i + 1)?.key ?? '')) return undefined;
  // «جاء بسبب…»: only «جاء في بيان» is speech.
  if (/^(?:جاء|ورد)$/.test(form.verb) && !/^(?:في|علي|ضمن|ب)$/.test(wordAt(items, i + 1)?.key ?? ''))
    return undefined;
  // «عبر "فيسبوك"»: the preposition.
  if (form.verb === 'عبر' && prefix === 0 && items[i + 1]?.type !== 'word') return undefined;
  // «أن توجه الحكومة»: behind أن stands a noun, or a verb that has not happened yet.
  if (form.type === 'past' && prefix === 0 && isThat(wordAt(items, i - 1)) && !tookThat(wordAt(items, i - 2)))
    return undefined;
  // «عدم رد الفعل», «في رد على»: a noun.
  if (form.type === 'past' && prefix === 0 && isBeforeNoun(wordAt(items, i - 1))) return undefined;
  // «تم التأكيد على أن»: by nobody.
  if (form.type === 'noun' && /^و?(?:تم|يتم|جري|سيتم)$/.test(wordAt(items, i - 1)?.key ?? ''))
    return undefined;
  if (form.type === 'noun' && !nounLeadsOn(items, i, form)) return undefined;
  // «ضروري بين البلدين»: the preposition, unless a sentence or «كما», «وقد» comes before it.
  if (word.key === 'بين') {
    const before = wordAt(items, i - 1);
    // «من جانبه بين فلان أن»
    const turns = /^(?:جانب|جهت|ناحيت|بدور|ودور)(?:ه|ها|هم)$/;
    if (before !== undefined && !/^(?:[وف]?قد|كما|حيث|فيما)$/.test(before.key) && !turns.test(before.key))
      return undefined;
  }
  // «كما أبرز أن», «وأبرز "النقص في…"»: what follows can only have been said.
  const next = items[i + 1];
  const said = isThat(wordAt(items, i + 1)) || (next?.type === 'quoted' && next.words.length > 5);
  if (ambiguous.has(word.key.slice(prefix)) && !(form.verb === 'ابرز' && said)) {
    // «أثناء إشرافه على تجمع عمالي»
    if (isBeforeNoun(wordAt(items, i - 1))) return undefined;
    const behind = phraseAt(items, i + 1, names);
    if (behind === undefined || behind.guessed === true || behind.kind === 'place') return undefined;
  }
  const close = form.class === 'also' || form.verb === 'ذكر';
  if (close && form.type !== 'noun' && !followsClosely(items, i, names)) return undefined;
  return { at: i, span: { start: startWithin(text, word, prefix), end: word.end }, form };
}

/** «الذي وصفه البنك بأنه»: a verb, where somebody stands behind it, as against «وصفه بأنه». */
function isDescribedBy(items: readonly Item[], i: number, word: Word, names: Names): boolean {
  if (!/^وصف(?:ه|ها|هم)$/.test(word.key)) return false;
  if (!/^و?(?:الذي|التي|الذين)$/.test(wordAt(items, i - 1)?.key ?? '')) return false;
  const behind = phraseAt(items, i + 1, names);
  return behind !== undefined && behind.guessed !== true;
}
const describedBy: SpeechForm = { class: 'says', agreement: 'm', type: 'past', verb: 'وصف' };

/** Small words that no verb stands behind. */
export const isBeforeNoun = (word: Word | undefined) =>
  word !== undefined &&
  (word.key !== 'علي' || word.alif) &&
  /^(?:في|عن|علي|الي|مع|عدم|خلال|بعد|قبل|دون|بدون|عبر|حول|بين|اول|[يت]مكن|[يت]جوز|[يت]صعب|[يت]ستحيل)$/.test(
    word.key,
  );

const isThat = (word: Word | undefined) => word !== undefined && /^(?:ب?ان)$/.test(word.key);
/** «بعد أن قال», «إلى أن أعلن». */
const tookThat = (word: Word | undefined) =>
  word !== undefined && /^و?(?:بعد|الي|منذ|لولا|سوي|الا|حتي|قبل|غير|حد)$/.test(word.key);

/** «يذكر أن», «يتوقع أن», «كما يقال»: nobody says it. */
function isActive(items: readonly Item[], i: number, form: SpeechForm, names: Names): boolean {
  if (form.verb === 'عد') return false;
  const before = wordAt(items, i - 1);
  if (before !== undefined && /^(?:ما|كما|مما|بما)$/.test(before.key)) return false;
  if (!held.has(form.verb)) return true;
  if (before !== undefined && /^كانت?$/.test(before.key)) return false;
  const behind = phraseAt(items, i + 1, names);
  if (behind !== undefined && behind.guessed !== true) return true;
  const noun = before !== undefined && !auxiliaries.has(before.key) && !prepositions.has(before.key);
  return noun && before.definite && before.key !== 'التي' && before.key !== 'الذي';
}

/** Where a word begins without its first `prefix` letters, marks on them left out too. */
function startWithin(text: string, word: Word, prefix: number): number {
  if (prefix === 0) return word.start;
  let start = word.start + prefix;
  while (start < word.end && /[\u064b-\u0652\u0640]/.test(text.charAt(start))) start++;
  return start;
}

/** «قوله», «بالقول», «تأكيداته السابقة أن»: what was said follows at once. */
function nounLeadsOn(items: readonly Item[], i: number, form: SpeechForm): boolean {
  // «قوله، في مداخلة خلال منتدى…، إن»
  const reach = /^قول$/.test(form.verb) ? 24 : 7;
  for (let k = i + 1; k < i + reach; k++) {
    const item = items[k];
    if (item?.type === 'quoted' || item?.type === 'colon') return form.verb !== 'وصف' || k === i + 1;
    if (item?.type === 'comma') continue;
    if (item?.type !== 'word') return false;
    if (complementizers.has(item.key)) return true;
    if (reach > 7 && speechForm(item.key) === undefined) continue;
    if (prepositions.has(item.key) || item.definite || form.agreement === 'any') continue;
    return false;
  }
  return false;
}

/** For words that are as often something else: what was said follows within a short phrase. */
function followsClosely(items: readonly Item[], i: number, names: Names): boolean {
  const phrase = phraseAt(items, i + 1, names);
  let k = phrase?.to ?? i + 1;
  for (let steps = 0; steps < 24; steps++, k++) {
    const item = items[k];
    if (item === undefined || item.type === 'stop' || item.type === 'line') return false;
    if (item.type === 'quoted') return true;
    if (item.type === 'colon') return items[k + 1]?.type === 'quoted' || items[k + 1]?.type === 'line';
    if (item.type !== 'word') continue;
    if (complementizers.has(item.key)) return !takesThat.has(wordAt(items, k - 1)?.key ?? '');
    const other = k > (phrase?.to ?? i + 1) ? speechForm(item.key)?.form : undefined;
    if (other?.type === 'participle' && other.class === 'says' && item.key.endsWith('ا')) return false;
    // «كشفت دراسة نشرت مؤخرا أن»
    const published = phrase?.kind === 'statement' && item.key.startsWith('نشر');
    if (k > i + 1 && !published && speechForm(item.key)?.form.type === 'past' && !prepositions.has(item.key))
      return false;
  }
  return false;
}
