import type { Item, Word } from './items.ts';
import { speechForm } from './speech-verbs.ts';
import { wordSet } from '../word-set.ts';

/** The longest clause followed, in items: a very long sentence has some hundred words. */
const LONGEST_CLAUSE = 220;

const word = (items: readonly Item[], i: number): Word | undefined => {
  const item = items[i];
  return item?.type === 'word' ? item : undefined;
};

/** The circumstance of the main verb, without a comma before it as often as with one. */
const circumstances = wordSet(
  'متجاهلا متجاهلة متحديا متحدية متهما متهمة متوعدا متوعدة متعهدا متعهدة متمنيا متمنية معربا معربة معبرا معبرة داعيا داعية مطالبا مطالبة منددا منددة مستنكرا مستنكرة',
);

/** After a comma: what the paper says itself again, about what was said or its setting. */
const comments = new Set(
  'وذلك فيما بينما وهو وهي وهم وهما الذي التي الذين اللذين وفق وفقا حسب بحسب طبقا معربا معربه متجاهلا الا علما لكن ولكن جاء'.split(
    ' ',
  ),
);

/**
 * The item at which a reported clause that begins at `from` is over: the end of its sentence, or where the paper's own
 * voice takes over again («، مشيرا إلى…», «، بحسب قوله», «، الذي غادر…»).
 */
export function clauseEnd(items: readonly Item[], from: number): number {
  const limit = Math.min(items.length, from + LONGEST_CLAUSE);
  for (let i = from; i < limit; i++) {
    const item = items[i];
    if (item === undefined) return i;
    if (item.type === 'stop' || item.type === 'line') return i;
    if (item.type === 'comma') {
      // A comma behind the first word closes a circumstance, behind marks what was said.
      if ((i > from + 1 || items[from]?.type === 'quoted') && takesOver(items, i + 1)) return i;
      continue;
    }
    if (item.type !== 'word' || i === from) continue;
    if (
      item.key === 'فيما' &&
      !/^(?:يتعلق|يخص|له|لها|بعد|يلي|بين|سبق|مضي|تم|يتم|[يت]?(?:اسما|سما|وصف|اعتبر|سمي|عرف)\S*)$/.test(
        word(items, i + 1)?.key ?? '',
      )
    )
      return i;
    if (item.key === 'مما' && /^(?:يعني|ادي|يوكد|دفع|اثار)$/.test(word(items, i + 1)?.key ?? '')) return i;
    if (circumstances.has(item.key) && !isPredicate(items, i)) return i;
    if (/^(?:وتجدر|ويذكر|ويشار|والجدير|وجدير)$/.test(item.key)) return i;
    // «لكنه تعهد», «لكن تبين لاحقا»: the paper's own voice.
    if (
      /^و?لكن(?:ه|ها|هم)$/.test(item.key) &&
      (speechForm(word(items, i + 1)?.key ?? '')?.form.type === 'past' ||
        (word(items, i + 1)?.key === 'لم' && speechForm(word(items, i + 2)?.key ?? '') !== undefined))
    )
      return i;
    if (item.key === 'لكن' && /^(?:اتضح|تبين)$/.test(word(items, i + 1)?.key ?? '')) return i;
    // «من جهة أخرى أكدت…»: a sentence whose full stop was forgotten.
    if (
      /^و?من$/.test(item.key) &&
      /^(?:جهه|جهت\S+|جانب\S+|ناحيه|ناحيت\S+)$/.test(word(items, i + 1)?.key ?? '') &&
      speechWithin(items, i + 2, 3)
    )
      return i;
    // «على الرغم من تأكيداته أن…»: another report.
    if (/^(?:ال)?رغم$/.test(item.key) && speechNoun(items, i))
      return word(items, i - 1)?.key === 'علي' ? i - 1 : i;
    const own = speechForm(item.key);
    if (own === undefined) {
      if (isAttribution(items, i) && !isInserted(items, i)) return i;
      // «"…" في إشارة إلى»: what the paper makes of it.
      if (isAllusion(items, i)) return i;
      continue;
    }
    const { form } = own;
    if (
      form.type === 'participle' &&
      form.class !== 'judges' &&
      hasTanwin(item.key) &&
      !isPredicate(items, i) &&
      (form.class === 'also'
        ? followedByContent(items, i, 3)
        : item.key.endsWith('ا') || followedByContent(items, i))
    )
      return i;
    if (/^كما$/.test(word(items, i - 1)?.key ?? '') && form.class === 'says' && form.type === 'past')
      return i - 1;
    if (
      own.prefix === 1 &&
      item.key.startsWith('و') &&
      form.class === 'says' &&
      form.type === 'past' &&
      followedByContent(items, i)
    ) {
      return i;
    }
  }
  return limit;
}

/** «كان متوجها», «سواء كانت متهمة»: what somebody was, not what the speaker did in saying it. */
const isPredicate = (items: readonly Item[], i: number) =>
  // «مسيرات منددة»
  (word(items, i - 1)?.definite === false && /..ات$/.test(word(items, i - 1)?.key ?? '')) ||
  /^[وف]?(?:كان|كانت|كانوا|كانتا|اصبح|اصبحت|بات|باتت|ظل|ظلت|[يت]كون|[يت]ظل|[يت]صبح|[يت]بقي|ليس|ليست|محل)$/.test(
    word(items, i - 1)?.key ?? '',
  );

const hasTanwin = (key: string) => /[اه]$/.test(key) || key.endsWith('ين');

/** «بحسب قوله», «على حد تعبيره», «وفق البيان»: whose words these were. */
export function isAttribution(items: readonly Item[], i: number): boolean {
  const key = word(items, i)?.key ?? '';
  const next = word(items, i + 1)?.key ?? '';
  if (/^(?:بحسب|حسب|وفق|وفقا|طبقا|حسبما|وفقما)$/.test(key)) {
    return (
      /^(?:ما|قول|تعبير|نص|بيان|البيان|راي|وصف|المصدر|لما|لبيان|لنص|لقول|للمصدر|للبيان|كلام|تصريح|مصدر|مصادر|تقدير)/.test(
        next,
      ) || /^(?:حسبما|وفقما)$/.test(key)
    );
  }
  return key === 'علي' && next === 'حد' && /^(?:قول|تعبير|وصف|زعم)/.test(word(items, i + 2)?.key ?? '');
}

/** «الشباب المهمش حسب قوله أضحى تائها»: between a subject and its verb, where the clause cannot be over. */
function isInserted(items: readonly Item[], i: number): boolean {
  const k = word(items, i)?.key === 'علي' ? i + 3 : i + 2;
  if (!/^(?:قول|تعبير|وصف|راي)(?:ه|ها|هم)$/.test(word(items, k - 1)?.key ?? '')) return false;
  const next = word(items, k)?.key ?? '';
  return (
    becoming.test(next) || (/^[يت]\S{3,}/.test(next) && !next.endsWith('ه') && speechForm(next) === undefined)
  );
}
const becoming = /^(?:اضح[يت]|اصبحت?|باتت?|صارت?|كانت?|ظلت?|ليست?|سي\S{3,}|ست\S{3,}|لا|لم|لن|قد)$/;

/** «في إشارة واضحة إلى», «في إشارة منه لزيارة» behind marks. */
function isAllusion(items: readonly Item[], i: number): boolean {
  return (
    word(items, i)?.key === 'في' && word(items, i + 1)?.key === 'اشاره' && items[i - 1]?.type === 'quoted'
  );
}

/** Whether what comes after a comma is no part of what was said. */
function takesOver(items: readonly Item[], i: number): boolean {
  const first = word(items, i);
  if (first === undefined) return false;
  const { key } = first;
  const next = word(items, i + 1)?.key ?? '';
  if (comments.has(key)) {
    if (key === 'الا' || key === 'لكن' || key === 'ولكن') return speechWithin(items, i + 1, 4);
    // «، وهو ما سيصعب»: mostly the speaker goes on; «، وهو ما أكده»: another confirms it.
    if (/^(?:وهو|وهي|وهم|وهما)$/.test(key))
      return speechWithin(items, i + 1, 3) || isSpeechOfIt(word(items, i + 2)?.key ?? '');
    if (/^(?:الذي|التي|الذين|اللذين)$/.test(key)) return speechWithin(items, i + 1, 2);
    if (key === 'فيما') return !/^(?:تم|يتم)$/.test(next);
    if (key === 'وذلك') return /^(?:عقب|بعد|قبل|اثر)$/.test(next);
    return true;
  }
  if (key === 'دون' && /^(?:ان|الاشاره|ذكر|تقديم|اعطاء|الكشف|توضيح|تحديد)$/.test(next)) return true;
  if (isAttribution(items, i)) return true;
  // «في حين أن»: the speaker goes on, unless somebody else says it.
  if (key === 'في' && next === 'حين') return speechWithin(items, i + 2, 3);
  if (/^(?:في|علي)$/.test(key) && /^(?:اشاره|مقابل|وقت|حد|ذات)$/.test(next)) return true;
  if (/^(?:كما|فيما|حيث)$/.test(key) && speechWithin(items, i + 1, 1)) return true;
  // «مانحا», «متهما»: the circumstance of the main verb.
  if (
    /^م\S{2,}ا$/.test(key) &&
    !/^(?:مما|مهما|مثلما|مرارا|مجددا|معا)$/.test(key) &&
    first.end - first.start > 4
  )
    return true;
  const form = speechForm(key);
  if (form === undefined) return false;
  if (form.form.type === 'participle') return hasTanwin(key);
  if (form.form.type !== 'past') return false;
  if (form.prefix === 0 && form.form.class !== 'says') return false;
  return (form.form.class !== 'also' && form.prefix > 0) || followedByContent(items, i);
}

/** «ما أكده», «ما نفته»: with the pronoun of what was said. */
const isSpeechOfIt = (key: string) => /[هت]ه$|[^ه]ه$/.test(key) && speechForm(key.slice(0, -1)) !== undefined;

function speechNoun(items: readonly Item[], i: number): boolean {
  for (let k = i + 1; k < i + 4; k++) {
    if (speechForm(word(items, k)?.key ?? '')?.form.type === 'noun') return true;
  }
  return false;
}

function speechWithin(items: readonly Item[], i: number, words: number): boolean {
  for (let k = i; k < i + words; k++) {
    const key = word(items, k)?.key ?? '';
    const form = speechForm(key);
    // «كما تبين», «التي تعد من الأصعب»: nobody says it.
    if (
      form !== undefined &&
      form.form.type !== 'noun' &&
      form.form.verb !== 'عد' &&
      !/^[يت]تبين$|^تبين$/.test(key)
    )
      return true;
  }
  return false;
}

/** Whether something said follows a verb of speech closely: أن, a colon or quotation marks. */
function followedByContent(items: readonly Item[], i: number, reach = 11): boolean {
  for (let k = i + 1; k < Math.min(items.length, i + 1 + reach); k++) {
    const item = items[k];
    if (item === undefined || item.type === 'stop' || item.type === 'line') return false;
    if (item.type === 'quoted' || item.type === 'colon') return true;
    if (item.type === 'word') {
      if (/^(?:ب?ان|ان)(?:ه|ها|هم|هما|نا|ني|ي)?$/.test(item.key)) return true;
      if (k > i + 1 && speechForm(item.key)?.form.type === 'past') return false;
    }
  }
  return false;
}
