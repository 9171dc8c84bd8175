import { isNationality } from '../entities/countries.ts';
import { adjectives } from './describing-words.ts';
import { areas, isAttribute } from './attributes.ts';
import type { Item } from './items.ts';
import { nameFrom, personWith } from './person-name.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isAdjective,
  isCommon,
  isFunctionWord,
  isGiven,
  isOrganisation,
  isPlace,
  isRole,
  withoutLam,
  wordAt,
} from './phrase-words.ts';
import { statements } from './organisation-words.ts';
import { times } from './particles.ts';
import { wordSet } from '../word-set.ts';
import { organisation } from './organisation.ts';

function organisationAfterLam(items: readonly Item[], k: number): Phrase | undefined {
  const rest = withoutLam(items, k);
  const first = wordAt(rest, 0);
  const found = first !== undefined && isOrganisation(first) ? organisation(rest, 0) : undefined;
  return found === undefined ? undefined : { ...found, from: found.from + k, to: found.to + k };
}

const ofIssuing =
  /^(?:عن|ل|صادر|صادره|اصدرته|اصدره|نشرته|نشره|انجزته|انجزه|انجزها|اعدته|اعده|اعدها|اعدتها|اجرته|اجراه|اجراها|اجرتها|نشرتها|نشرها|اصدرتها|اصدرها)$/;

const studies = wordSet('دراسة دراسات بحث أبحاث استطلاع مسح');
const media = wordSet('صحيفة جريدة مجلة دورية موقع وكالة قناة');

/** «بيان صادر عن الرئاسة», «بيان الاتحاد», «البيان», «دراسة أمريكية». */
export function statement(
  items: readonly Item[],
  i: number,
  phraseAt: (k: number) => Phrase | undefined,
): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  // «نص البيان الذي أصدرته»: the statement itself.
  const inner = first.bare === 'نص' ? wordAt(items, i + 1) : undefined;
  if (inner?.definite === true && statements.has(inner.bare)) {
    const whole = statement(items, i + 1, phraseAt);
    if (whole !== undefined) return { ...whole, from: i, span: { ...whole.span, start: first.start } };
  }
  let issuer: Phrase | undefined;
  let k = i + 1;
  for (; k - i < 6; k++) {
    const word = wordAt(items, k);
    if (word === undefined || isAddressee(word)) break;
    if (ofIssuing.test(word.key) || adjectives.has(word.bare) || /^صح[فا]?فيه?$/.test(word.bare)) continue;
    // «بيان صادر اليوم الجمعة عن الوزارة»
    if (times.has(word.key) && /^(?:صادر|صادره|نشر|اصدر|صدر)/.test(wordAt(items, i + 1)?.key ?? '')) continue;
    if (/^(?:الذي|التي)$/.test(word.key) && ofIssuing.test(wordAt(items, k + 1)?.key ?? '')) continue;
    if (endsPhrase(word) || (times.has(word.key) && times.has(wordAt(items, k + 1)?.key ?? ''))) break;
    // «بلاغ لوزارة الداخلية»
    const lam = word.key.startsWith('ل') && !isGiven(word) ? organisationAfterLam(items, k) : undefined;
    const found = lam ?? (isOrganisation(word) ? organisation(items, k) : phraseAt(k));
    // «اتهم البيان الحكومة»: behind a statement with the article nobody's name goes on.
    if (first.definite && k === i + 1 && word.definite && isOrganisation(word) && !word.bare.endsWith('ي'))
      break;
    if (
      found !== undefined &&
      found.guessed !== true &&
      found.kind !== 'statement' &&
      found.kind !== 'source'
    ) {
      // «دراسة نشرتها صحيفة»: not the paper's own.
      const printed = /^نشرت?ه?ا?$/.test(wordAt(items, k - 1)?.key ?? '') && media.has(found.heads[0] ?? '');
      if (studies.has(first.bare) && printed) {
        k = found.to;
        break;
      }
      issuer = found;
      break;
    }
    if (statements.has(word.bare) && k > i + 1) break;
  }
  let to = issuer?.to ?? k;
  for (let last = wordAt(items, to - 1); to > i + 1; last = wordAt(items, to - 1)) {
    if ((last !== undefined && !isFunctionWord(last)) || items[to - 1]?.type === 'quoted') break;
    to--;
  }
  return {
    kind: 'statement',
    from: i,
    to,
    span: { start: first.start, end: items[to - 1]?.end ?? first.end },
    keys: [first.key],
    heads: [first.bare],
    definite: first.definite || issuer !== undefined,
    agreement: first.bare.endsWith('ه') ? 'f' : 'any',
    ...(issuer === undefined ? {} : { issuer }),
  };
}

/** Of those without a name, who speaks to a paper («مصدر أمني للجوهرة»). */
const told = /^(?:مصدر|مصادر|شهود|مسوول)/;

/** Nationalities of many. */
const peoples = /^(?:هنود|عرب|اتراك|اكراد|المان|روس|\S{3,}ي(?:ون|ين))$/;

/** «خبراء في مجال الصحة»: what they know. */
const fields = wordSet('مجال قطاع ميدان شؤون علم علوم حقوق اقتصاد طب');

/** How near a source is to what it speaks of. */
const near = /^(?:ال)?(?:مطلع|مطلعه|قريب|قريبه|مقرب|مقربه|مقربين|مطلعين)$/;

/** The item behind «مطلع», «قريب من», «مطلع على» at item `k`; `k` where none stands. */
export function behindNear(items: readonly Item[], k: number): number {
  if (!near.test(wordAt(items, k)?.key ?? '')) return k;
  const next = wordAt(items, k + 2);
  const of = /^(?:من|علي)$/.test(wordAt(items, k + 1)?.key ?? '');
  return of && next?.key.startsWith('ال') === true ? k + 3 : k + 1;
}

/** Behind «المشاركين», the item behind «في هذه المسيرة» at item `k`; `k` where that does not stand. */
function behindDeed(items: readonly Item[], k: number): number {
  const next = wordAt(items, k + 1);
  const last = wordAt(items, k + 2);
  if (next === undefined) return k;
  if (!/^ال(?:مشارك|حاضر|معتصم|عامل|مقيم|متواجد)ين$/.test(wordAt(items, k - 1)?.key ?? '')) return k;
  if (/^هذ[اه]ه?$/.test(next.key)) return last?.key.startsWith('ال') === true ? k + 3 : k;
  return next.key.startsWith('ال') && !times.has(next.key) ? k + 2 : k;
}

/** Unnamed people: «مصدر أمني رفيع», «مجموعة من لاعبي المنتخب», «شهود عيان». */
export function description(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  const first = wordAt(items, i);
  if (first === undefined) return undefined;
  // «جهة تطاوين» is where, not who.
  if (/^جه(?:ه|ات)$/.test(first.bare) && isPlace(wordAt(items, i + 1)?.key ?? '')) return undefined;
  // «من جهة أخرى»
  if (first.key === 'جهه' && /^(?:اخري|ثانيه|ثالثه)$/.test(wordAt(items, i + 1)?.key ?? '')) return undefined;
  const heads = [first.bare];
  let k = i + 1;
  for (; k - i < 12; k++) {
    const word = wordAt(items, k);
    if (word === undefined || isAddressee(word)) break;
    // «مصدر مطلع»: not «مطلع الأسبوع»; «مصدر مصري قريب من التحقيقات», «مسؤول مطلع على الملف».
    if (near.test(word.key)) {
      heads.push(word.bare);
      k = behindNear(items, k) - 1;
      continue;
    }
    // «أحد المتحدثين باسم الاتحاد»
    if (word.key === 'باسم') continue;
    if (/^(?:من|في|ب|لدي)$/.test(word.key)) {
      const next = wordAt(items, k + 1);
      if (word.key === 'في' && next !== undefined && fields.has(next.key)) continue;
      // «عدد من المحتجين المشاركين في هذه المسيرة»
      const deed = word.key === 'في' ? behindDeed(items, k) : k;
      if (deed > k) {
        k = deed;
        break;
      }
      if (!isAttribute(items, k, true)) break;
      // «شهود في تونس» is where something was, not who; «مسؤولون في الوزارة» is.
      if (word.key === 'في' && next !== undefined && !isOrganisation(next) && !isPlace(next.key)) break;
      continue;
    }
    // «مصدر أمني للجوهرة», «مصدر أمني مراسلنا»: whoever was told.
    if (word.key.startsWith('لل') && told.test(first.bare) && wordAt(items, k - 1)?.definite !== true) break;
    if (word.bare.startsWith('مراسل')) break;
    // «أفاد مصدر بالإدارة بالواحة وكالة الأنباء بأن»: whoever was told.
    const last = wordAt(items, k - 1);
    const agency = /^(?:وكاله|اذاعه|قناه|صحيفه|جريده)$/.test(word.key) && told.test(first.bare);
    if (agency && k > i + 1 && last !== undefined && !isFunctionWord(last)) break;
    if (endsPhrase(word) || (word.possessed && !word.definite)) break;
    if (isGiven(word) && !word.definite && !heads.includes('مصدر')) {
      const name = nameFrom(items, k, names);
      if (name !== undefined && name.keys.length > 1) return personWith(items, i, name, heads);
    }
    if (word.key.startsWith('و') && !word.definite && !isRole(word) && !isOrganisation(word)) break;
    // «مصادر روسية الحالة»: behind an adjective without article another noun.
    const before = wordAt(items, k - 1);
    if (word.definite && before?.definite === false && isAdjective(before) && /[يه]$/.test(before.key)) break;
    // «مصادر مطلعة موعد الاجتماع»
    // «أطباء هنود الهندية»: no adjective of theirs.
    const foreign = word.definite && before?.definite === false && isNationality(word.bare);
    if (foreign && peoples.test(before.key)) break;
    const noun =
      !word.definite && !isAdjective(word) && isCommon(word) && !/^[بل]|^مسوول$|(?:ون|ين|ه)$/.test(word.key);
    if (noun && before?.definite === false && isAdjective(before) && k > i + 1) break;
    // «المحتجون القاضية»: an object.
    if (
      word.definite &&
      before?.definite === true &&
      !isAdjective(word) &&
      !/(?:ي|يه|ين|ون)$|^(?:روس|عرب|اتراك|اكراد|المان|هنود|احمر|اخضر|ابيض|اسود|ازرق|اصفر|اوسط|اعلي)$/.test(
        word.bare,
      )
    )
      break;
    if (
      word.key.startsWith('ال') &&
      /[^ي](?:ون|ين)$/.test(before?.bare ?? '') &&
      !/(?:ي|ين|ون)$|^(?:روس|عرب|اتراك|اكراد|المان|هنود)$/.test(word.bare)
    )
      break;
    // «مصدر من إقليم الأمن الوطني بقابس»
    const placed = /^ب(?!ال)/.test(word.key) && isPlace(word.key.slice(1));
    if (before?.definite === true && !word.definite && !placed && !adjectives.has(word.bare)) break;
    // «مسؤولون بوزارة الصحة», but «شهود بأن», «مصادر بقرب التوصل».
    if (/^ب(?!ال)/.test(word.key) && !isPlace(word.key)) {
      const rest = word.key.slice(1);
      if (!isPlace(rest) && !areas.has(rest) && !isOrganisation({ ...word, bare: rest })) break;
    }
    heads.push(word.bare);
  }
  for (
    let last = wordAt(items, k - 1);
    k > i + 1 && last !== undefined && isFunctionWord(last) && !/^مطلعه?$/.test(last.key);
    k--
  )
    last = wordAt(items, k - 2);
  return {
    kind: 'source',
    from: i,
    to: k,
    span: { start: first.start, end: items[k - 1]?.end ?? first.end },
    keys: heads,
    heads,
    definite: first.definite,
    agreement: /(?:ون|ين|اء|ان)$/.test(first.bare) ? 'mp' : 'any',
  };
}
