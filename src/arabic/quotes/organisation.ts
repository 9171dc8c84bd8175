import { isNationality } from '../entities/countries.ts';
import { wordSet } from '../word-set.ts';
import { adjectives, objects } from './describing-words.ts';
import { isKnownWord } from '../entities/known-words.ts';
import type { Item, Word } from './items.ts';
import { isForeignWaw, MOST_TITLE_WORDS } from './person-name.ts';
import type { Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isAdjective,
  isCommon,
  isFunctionWord,
  isOrganisation,
  isPlace,
  phraseEndsAt,
  isRole,
  wordAt,
} from './phrase-words.ts';
import { countries, statements } from './organisation-words.ts';
import { complementizers } from './particles.ts';

/** A body: «حزب حركة نداء تونس», «وكالة "تشاينا نيوز"», «صحيفة "التايمز" البريطانية». */
export function organisation(items: readonly Item[], i: number): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  const heads = [first.bare];
  const keys = [first.key];
  const phrase = (to: number): Phrase => ({
    kind: 'organisation',
    from: i,
    to,
    span: { start: first.start, end: items[to - 1]?.end ?? first.end },
    keys,
    heads,
    definite: first.definite || to > i + 1,
    // «رويترز», «الاتحاد»: a foreign name may take either.
    agreement: first.bare.endsWith('ه') && first.bare.length > 3 ? 'f' : 'any',
  });
  let k = i + 1;
  for (; k - i < MOST_TITLE_WORDS; k++) {
    const item = items[k];
    const set = item?.type === 'quoted' || item?.type === 'aside' ? item : undefined;
    if (
      set !== undefined &&
      set.words.length > 0 &&
      set.words.length <= 5 &&
      k === i + 1 &&
      !first.definite
    ) {
      keys.push(...set.words.map(({ key }) => key));
      k++;
      for (let from = wordAt(items, k); from?.definite && isNationality(from.bare); from = wordAt(items, k)) {
        heads.push(from.bare);
        keys.push(from.key);
        k++;
      }
      return phrase(k);
    }
    if (item?.type !== 'word') break;
    const before = wordAt(items, k - 1);
    // «الرابطة التونسية للدفاع عن حقوق الإنسان»
    const governed =
      (/^لل(?:دفاع|كشف|اعلام|بحث)$/.test(before?.key ?? '') && item.key === 'عن') ||
      (/^الحصول$/.test(before?.key ?? '') && item.key === 'علي') ||
      (/^لل(?:وقايه|حمايه|حد|تحقق|تثبت)$/.test(before?.key ?? '') && item.key === 'من');
    // «التكتل من أجل العمل», «لاستغلال و توزيع المياه»
    const next = wordAt(items, k + 1);
    const joined =
      item.key === 'و' &&
      next !== undefined &&
      isCommon(next) &&
      !endsPhrase(next) &&
      before?.key.startsWith('ل') === true;
    const sake = item.key === 'من' && next?.key === 'اجل' && (before === first || parties.has(first.bare));
    // «قسم الخدمات في شركة "…"»
    const inside =
      item.key === 'في' && sections.has(first.bare) && next !== undefined && isOrganisation(next);
    if (inside) {
      const whole = organisation(items, k + 1);
      if (whole !== undefined) return phrase(whole.to);
    }
    // «سلطة المياه في نابلس، إن», «إدارة الطيران في شيكاغو أن»
    const behind = items[k + 2];
    const seated =
      item.key === 'في' &&
      !first.definite &&
      next !== undefined &&
      isPlace(next.key) &&
      (behind?.type === 'comma' || (behind?.type === 'word' && complementizers.has(behind.key)));
    if (seated) {
      keys.push(item.key, next.key);
      return phrase(k + 2);
    }
    if ((governed || joined || sake) && next !== undefined) {
      keys.push(item.key);
      if (sake) keys.push(next.key);
      if (sake) k++;
      continue;
    }
    // «قناة سي إن إن»: the names of letters.
    if (before !== undefined && letters.has(before.key) && letters.has(item.key) && !isThat(items, k)) {
      keys.push(item.key);
      continue;
    }
    // «صحيفة فيلت ام زونتاج»
    const foreign =
      /^(?:ام|ذا|لو|لا)$/.test(item.key) &&
      before?.definite === false &&
      next !== undefined &&
      !isCommon(next);
    if (foreign && !first.definite) {
      keys.push(item.key);
      continue;
    }
    if (endsPhrase(item) || isSpokenTo(item, before) || !belongs(items, k, first)) break;
    heads.push(item.bare);
    keys.push(item.key);
  }
  const found = phrase(k);
  const aside = items[k];
  // «المجلس الاتحادي (الحكومة)»: what it is, no name of it.
  const [only] = aside?.type === 'aside' && aside.words.length === 1 ? aside.words : [];
  const kind = only?.definite === true && general.has(only.bare);
  const short =
    aside?.type === 'aside' &&
    aside.words.length <= 3 &&
    !kind &&
    !aside.words.some(({ key }) => /[0-9]/.test(key));
  return short ? { ...found, to: k + 1, alias: aside.words.map(({ key }) => key).join(' ') } : found;
}

/** What many bodies are. */
const general = wordSet('حكومة برلمان شرطة جيش رئاسة وزارة هيئة شركة حزب معارضة مجلس');

/** «قالت الوزارة للصحفيين», but «الاتحاد الدولي للصحفيين». */
export const isSpokenTo = (word: Word, before: Word | undefined) =>
  isAddressee(word) &&
  // «الرئيس السابق لتنزانيا»
  !(before?.definite === true && adjectives.has(before.bare) && countries.has(word.key.slice(1))) &&
  !(word.definite && before?.definite === true && adjectives.has(before.bare) && !isRole(before));

/** Parts of bodies: «الدائرة الرابعة بمحكمة الاستئناف». */
const sections = wordSet('دائرة قسم وحدة مصلحة إدارة فرقة نيابة مكتب لجنة غرفة');

/** «سي إن إن أن»: the third is the conjunction. */
const isThat = (items: readonly Item[], k: number) => {
  const key = (at: number) => wordAt(items, at)?.key;
  return key(k) === 'ان' && !(key(k - 1) === 'سي' || (key(k - 1) === 'ان' && key(k - 2) === 'سي'));
};

/** Letters of the alphabets of others. */
export const letters = wordSet('سي بي إن ان اف أف ام إم تي دي ار آر اس إس جي كي');

/** Bodies that are named after what they are for. */
const parties = wordSet('حزب حركة جبهة تيار ائتلاف تحالف جمعية منظمة لجنة حملة مبادرة');

/** What is said of a body before a preposition: «الصادرة اليوم», «التابعة للوزارة». */
const attributives = wordSet(
  'صادر صادرة تابع تابعة مجتمع مجتمعة معارض متخصص متخصصة مختص مختصة واقع واقعة ناطق ناطقة مقرب مقربة متمركز متمركزة موالي موالية محسوب محسوبة منعقد منعقدة راجع راجعة كائن كائنة منتصب منتصبة مشرف مشرفة منتمي منتمية متواجد متواجدة مقيم مقيمة ممثل ممثلة مدعوم مدعومة',
);

/** Whether the word at item `k` goes on with the name of a body that begins with `first`. */
function belongs(items: readonly Item[], k: number, first: Word): boolean {
  const word = wordAt(items, k);
  const before = wordAt(items, k - 1);
  if (word === undefined) return false;
  const { key } = word;
  if (word.possessed && !word.definite) return false;
  if (
    /^[وف]/.test(key) &&
    !word.definite &&
    !isAdjective(word) &&
    !isRole(word) &&
    !isOrganisation(word) &&
    !isOrganisation({ ...word, bare: key.slice(1) })
  )
    return (
      before?.definite === false &&
      (isForeignWaw(word) ||
        // «لتمويل فرص التعليم»: the first letter is the noun's own; «لضحايا وجرحى الحرب»: two of one.
        (before.key.startsWith('ل') &&
          (isKnownWord(key) || isCommon(word)) &&
          wordAt(items, k + 1)?.key.startsWith('ال') === true))
    );
  if (objects.has(key)) return false;
  // «وصفت هيومن رايتس ووتش السماح»
  const foreign =
    before !== undefined &&
    !before.definite &&
    (!isCommon(before) || isForeignWaw(before)) &&
    before !== first;
  if (foreign && key.startsWith('ال') && objects.has(word.bare)) return false;
  // «أصدر الحزب بيانا»
  if (key.endsWith('ا') && statements.has(key.slice(0, -1))) return false;
  if (word.definite && attributives.has(word.bare) && hangsOn(items[k + 1])) return false;
  const qualifies = isAdjective(word) || (before !== undefined && agreesAsAdjective(word, before));
  if (isRole(word) && word.definite && before?.definite === true && !qualifies) return false;
  // «دعت الجمعية التونسية الوزارة», «نقابة عملة التربية الإضراب»: behind a noun with the article only an adjective goes on.
  if (
    key.startsWith('ال') &&
    (before?.definite === true || before?.key === 'الحر') &&
    !qualifies &&
    !(
      key.endsWith('ه') &&
      !isOrganisation(word) &&
      (first.bare.endsWith('ه') || /(?:ه|ات)$/.test(before.bare))
    )
  )
    return false;
  // «وكالة روسية الخبر»
  if (
    word.definite &&
    before?.definite === false &&
    isAdjective(before) &&
    /[يه]$/.test(before.key) &&
    before !== first
  )
    return false;
  if (key.startsWith('ب') && !isPlace(key)) {
    const rest = key.slice(1).replace(/^ال/, '');
    if (isPlace(key.slice(1))) return true;
    if (isOrganisation({ bare: rest, key: rest }) || isOrganisation(word))
      return sections.has(first.bare) || isOrganisation(word);
    // «نادي برشلونة», «البعثة بجينيف،», but «الشرطة بغرق».
    if (word.definite || isCommon({ ...word, key: rest, bare: rest })) return false;
    return before?.definite === false || phraseEndsAt(items, k + 1);
  }
  // «الحكومة لتأجيل»: what for, behind a body that needs no more to be known by.
  if (before === first && first.definite && key.startsWith('ل') && !isPlace(key.slice(1))) return false;
  // «أعلنت الوزارة رفض…»: the object begins where a noun without article follows one with it.
  const closed =
    before?.definite === true && !word.definite && !/^[لب]/.test(key) && !adjectives.has(word.bare);
  return !closed || /^[a-z]/.test(key);
}

/** «المنظمة الحقوقية», «التعليم العالي», «الهلال الأحمر»: an adjective with the gender of the noun before it. */
const agreesAsAdjective = (word: Word, before: Word) =>
  word.definite &&
  ((/..ين$/.test(word.bare) && adjectives.has(word.bare.slice(0, -2))) ||
    // «اتحاد الفنانين التشكيليين»
    (/..يين$/.test(word.bare) && before.bare.endsWith('ين')) ||
    word.bare.endsWith('يه') ||
    (/ي$|^ا\S\S\S$/.test(word.bare) && !before.bare.endsWith('ه')));

/** A preposition, alone or written together with its noun, or a time. */
const hangsOn = (item: Item | undefined) =>
  item?.type === 'word' && (isFunctionWord(item) || /^(?:[بل](?=\p{L}{3}))/u.test(item.key));
