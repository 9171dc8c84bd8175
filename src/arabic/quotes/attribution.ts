import type { Cue } from './cues.ts';
import type { Discourse, Who } from './discourse.ts';
import type { Item, Quoted, Word } from './items.ts';
import { isTitle } from './marked-words.ts';
import { letters } from './organisation.ts';
import { complementizers, prepositions, times } from './particles.ts';
import { phraseAt } from './phrase.ts';
import { endsPhrase, isAddressee, isGiven, isRole, withoutLam, wordAt } from './phrase-words.ts';
import { sources } from './role-words.ts';
import type { Speakers } from './speakers.ts';
import { type SpeechForm, speechForm } from './speech-verbs.ts';

interface Attributed {
  item: Quoted;
  cue: Cue;
  who: Who;
  partial: boolean;
}

const according: SpeechForm = { class: 'says', agreement: 'any', type: 'noun', verb: 'حسب' };
export const isAccording = (key: string) => /^[وف]?(?:بحسب|حسب|وفق|وفقا|طبقا|حسبما|استنادا|نقلا)$/.test(key);
/** Between «وفق» and who is meant: «وفق ما جاء في بيان الوزارة», «بحسب ما نقلته الوكالة». */
const between =
  /^(?:ما|ل|الي|عن|قاله|قالته|ذكره|ذكرته|اعلنه|اعلنته|افاد|افادت|به|جاء|ورد|في|ذكر|ذكرت|نقلته|نقله|اوردته|قول|تعبير|نص|علي|لسان|حد|وصف)$/;

/** Marks that no verb before them explains: «"…"، قال فلان», «"…" بحسب الشرطة», «ووفقا للوكالة فقد "…"». */
export function attributeBehind(
  items: readonly Item[],
  used: ReadonlySet<Item>,
  speakers: Speakers,
  discourse: Discourse,
): Attributed[] {
  const found: Attributed[] = [];
  for (let k = 0; k < items.length; k++) {
    const item = items[k];
    // Two words may be said before «قال», three in the middle of a sentence.
    if (item?.type !== 'quoted' || used.has(item) || item.words.length < 2) continue;
    if (isTitle(items, k, item)) continue;
    const attributed =
      verbBehind(items, k, item, speakers, discourse) ?? accordingBefore(items, k, item, speakers, discourse);
    if (attributed !== undefined) found.push(attributed);
  }
  return found;
}

/** The stop that stands for a full stop inside the marks. */
const isEmpty = (item: Item | undefined) => item?.type === 'stop' && item.start === item.end;

function verbBehind(
  items: readonly Item[],
  k: number,
  item: Quoted,
  speakers: Speakers,
  discourse: Discourse,
): Attributed | undefined {
  let i = k + 1;
  while (items[i]?.type === 'comma' || items[i]?.type === 'other' || isEmpty(items[i])) i++;
  if (/^(?:كما|هكذا|بهذا|بهذه)$/.test(wordAt(items, i)?.key ?? '')) i++;
  // «"…" ذلك ما أكده فلان»
  const told =
    /^و?(?:ذلك|هذا|هو|هي)$/.test(wordAt(items, i)?.key ?? '') && wordAt(items, i + 1)?.key === 'ما';
  if (told) return toldBehind(items, i + 2, item, speakers, discourse);
  const word = wordAt(items, i);
  if (word === undefined) return undefined;
  const span = { start: word.start, end: word.end };
  if (
    isAccording(word.key) ||
    (word.key === 'علي' && /^(?:حد|لسان)$/.test(wordAt(items, i + 1)?.key ?? ''))
  ) {
    if (item.words.length < 3) return undefined;
    return {
      item,
      cue: { at: i, span, form: according },
      who: whoAfter(items, i + 1, speakers, discourse),
      partial: true,
    };
  }
  const spoken = speechForm(word.key);
  if (
    spoken === undefined ||
    spoken.prefix > 0 ||
    (spoken.form.type !== 'past' && spoken.form.type !== 'present')
  )
    return undefined;
  const { form } = spoken;
  if (form.class === 'judges' || form.class === 'directs' || (form.class === 'also' && item.words.length < 4))
    return undefined;
  const phrase = phraseAt(items, i + 1, speakers);
  const next = wordAt(items, i + 1);
  // «"داعش" أعلن أن…»: the marks hold a name, and what was said follows.
  if (next !== undefined && complementizers.has(next.key)) return undefined;
  const cue = { at: i, span, form };
  // «بخصوص "اتفاقية المؤسسة"، تعهدت النقابة»: what about.
  const about = wordAt(items, k - 1);
  if (item.words.length <= 4 && about !== undefined && prepositions.has(about.key)) return undefined;
  // «"الدرجة الأولى"، أوضح فلان أن»: what was said follows.
  if (phrase !== undefined && item.words.length <= 6 && leadsOn(items, phrase.to)) return undefined;
  if (phrase !== undefined) return { item, cue, who: discourse.meet(phrase, form.agreement), partial: false };
  return item.words.length < 4 ? undefined : { item, cue, who: lastOf(discourse, i), partial: false };
}

/** «"…"، هذا ما صرح به فلان»: the verb, with the pronoun of what was said, at item `i`, and whoever stands behind it. */
function toldBehind(
  items: readonly Item[],
  i: number,
  item: Quoted,
  speakers: Speakers,
  discourse: Discourse,
): Attributed | undefined {
  const word = wordAt(items, i);
  if (word === undefined || item.words.length < 4) return undefined;
  const form = (speechForm(word.key) ?? speechForm(word.key.replace(/ه$/, '')))?.form;
  if (form === undefined || (form.type !== 'past' && form.type !== 'present')) return undefined;
  if (form.class === 'judges' || form.class === 'directs') return undefined;
  const behind = /^(?:به|عنه|اليه|عليه)$/.test(wordAt(items, i + 1)?.key ?? '') ? i + 2 : i + 1;
  const phrase = phraseAt(items, behind, speakers);
  if (phrase === undefined || phrase.guessed === true) return undefined;
  const cue = { at: i, span: { start: word.start, end: word.end }, form };
  return { item, cue, who: discourse.meet(phrase, form.agreement), partial: false };
}

/** Whether أن or marks follow in the same sentence before another verb of speech. */
function leadsOn(items: readonly Item[], from: number): boolean {
  for (let k = from; k < from + 12; k++) {
    const item = items[k];
    if (item?.type === 'quoted') return item.words.length > 3;
    if (item?.type === 'comma' || item?.type === 'aside') continue;
    if (item?.type !== 'word') return false;
    if (complementizers.has(item.key)) return true;
    const form = speechForm(item.key)?.form;
    if (form !== undefined && form.type !== 'noun') return false;
  }
  return false;
}

function accordingBefore(
  items: readonly Item[],
  k: number,
  item: Quoted,
  speakers: Speakers,
  discourse: Discourse,
): Attributed | undefined {
  if (item.words.length < 4) return undefined;
  for (let i = k - 1; i >= Math.max(0, k - 14); i--) {
    const before = items[i];
    if (before === undefined || before.type === 'stop' || before.type === 'line') return undefined;
    const word = wordAt(items, i);
    if (word === undefined || !isAccording(word.key)) continue;
    const start = word.start + (/^[وف](?:بحسب|حسب|وفق|طبقا|استنادا|نقلا)/.test(word.key) ? 1 : 0);
    const cue: Cue = { at: i, span: { start, end: word.end }, form: according };
    return { item, cue, who: whoAfter(items, i + 1, speakers, discourse), partial: false };
  }
  return undefined;
}

function whoAfter(items: readonly Item[], from: number, speakers: Speakers, discourse: Discourse): Who {
  let k = from;
  while (k < from + 6 && isBetween(wordAt(items, k))) k++;
  // «وفق ما صرحت به لوكالة الأنباء وزيرة السياحة»: whoever was told stands between.
  const told = wordAt(items, k);
  if (told !== undefined && isAddressee(told)) k = speakerBehind(items, k + 1) ?? k;
  const word = wordAt(items, k);
  // «بحسب قوله», «على حد تعبيرها»: whoever spoke last.
  if (word === undefined || /^(?:قول|تعبير|راي|وصف|تقدير)(?:ه|ها|هم)$/.test(word.key))
    return lastOf(discourse, from);
  const lam = word.key.startsWith('ل') && !isGiven(word);
  const phrase = lam ? phraseAt(withoutLam(items, k), 0, speakers) : phraseAt(items, k, speakers);
  if (phrase === undefined || phrase.guessed === true) return lastOf(discourse, from);
  return { speaker: speakers.resolve(phrase, k), span: phrase.span };
}

const isBetween = (word: Word | undefined) => {
  if (word === undefined) return false;
  const form = speechForm(word.key)?.form;
  return between.test(word.key) || form?.type === 'past' || form?.type === 'present';
};

/** The office, name or source that comes next within a few words. */
export function speakerBehind(items: readonly Item[], from: number): number | undefined {
  for (let k = from; k < from + 7; k++) {
    const item = items[k];
    if (item?.type === 'quoted' || item?.type === 'aside') continue;
    // «لمراسلة الإذاعة، قيس المنصوري،»
    const behind = item?.type === 'comma' ? wordAt(items, k + 1) : undefined;
    if (behind !== undefined && !endsPhrase(behind) && !times.has(behind.key)) return k + 1;
    if (item?.type === 'comma') continue;
    if (item?.type !== 'word') return undefined;
    if (letters.has(item.key)) continue;
    if (isRole(item) || sources.has(item.bare) || (isGiven(item) && !item.definite)) return k;
  }
  return undefined;
}

function lastOf(discourse: Discourse, at: number): Who {
  return { speaker: discourse.last(at)?.speaker, span: null };
}
