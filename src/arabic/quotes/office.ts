import { areas, isAttribute } from './attributes.ts';
import { towns } from '../entities/towns.ts';
import { behindNear, description } from './body-phrases.ts';
import { isSpokenTo, letters } from './organisation.ts';
import { adjectives, objects } from './describing-words.ts';
import type { Item, Word } from './items.ts';
import { countries, statements } from './organisation-words.ts';
import { complementizers, prepositions, relatives, times } from './particles.ts';
import { nameAfterComma, nameAfterPreposition, strangeName } from './names-behind.ts';
import { MOST_TITLE_WORDS, type Name, nameFrom, personWith } from './person-name.ts';
import type { Names, Phrase } from './noun-phrase.ts';
import {
  endsPhrase,
  isAddressee,
  isAdjective,
  isCommon,
  isGiven,
  isKnownNoun,
  isOrganisation,
  isPlace,
  isRole,
  namesThing,
  phraseEndsAt,
  wordAt,
} from './phrase-words.ts';
import { honorifics, kin, roles, sources } from './role-words.ts';
import { type Agreement, speechForm } from './speech-verbs.ts';
import {
  bearers,
  isLikely,
  ofSomebody,
  isOfMarked,
  isWithin,
  opensBody,
  joins,
  goesOn,
  namesMedium,
  isComplement,
  isTitle,
  beginsName,
} from './office-parts.ts';

/**
 * An office with the name that it may have: «وزير الخارجية الروسي سيرجي لافروف». The name begins where a first name
 * stands, or where a noun without article follows one that closes the title, since within a title none can.
 */
export function office(items: readonly Item[], i: number, names: Names): Phrase | undefined {
  let start = i;
  while (honorifics.has(wordAt(items, start)?.key ?? '') && isTitle(wordAt(items, start + 1))) start++;
  const first = wordAt(items, i);
  const head = wordAt(items, start);
  if (first === undefined || head === undefined) return undefined;
  const addressed = head.definite || honorifics.has(head.key);
  const agreement: Agreement = head.bare.endsWith('ه') && head.bare.length > 3 ? 'f' : 'm';
  const heads = [head.bare];
  const person = (name: Name | undefined) =>
    name === undefined ? undefined : personWith(items, i, name, heads, agreement);
  let before: Word = head;
  let complete = addressed;
  // «كاتب عام النقابة» has the whole body for its second word.
  const general = /^عامه?$/.test(wordAt(items, start + 1)?.key ?? '') && !addressed;
  const follows = items[general ? start + 2 : start + 1];
  const indefinite = !addressed && follows?.type !== 'quoted' && !isComplement(follows);
  let to = start + 1;
  const untitled = (): Phrase | undefined => {
    const last = items[to - 1];
    if (last === undefined) return undefined;
    return {
      kind: indefinite ? 'source' : 'role',
      from: i,
      to,
      span: { start: first.start, end: last.end },
      keys: heads,
      heads,
      definite: !indefinite,
      agreement,
    };
  };
  let k = start + 1;
  for (; k - start < MOST_TITLE_WORDS; k++) {
    const item = items[k];
    if (item?.type === 'comma') break;
    if (item?.type === 'aside') continue;
    if (item?.type === 'quoted' && item.words.length <= 4 && item.words.length > 0) {
      // «مراسل "الجوهرة أف أم"», «رئيس حزب "البناء" سليم منصور»
      const body = !complete || !before.definite || namesMedium(before) || namesMedium(head);
      if (!body) {
        // «مدير المهرجان "سالم نصر"»: some papers set names in marks.
        const named = item.words.length > 1 && item.words.every((word) => isGiven(word) || !isCommon(word));
        if (named)
          return person({ from: k, to: k + 1, keys: item.words.map(({ key }) => key), span: item.content });
        break;
      }
      complete = true;
      to = k + 1;
      continue;
    }
    if (item?.type !== 'word' || isSpokenTo(item, wordAt(items, k - 1))) break;
    // «مدير التوزيع لـ"ستاغ" سالم بن عمر»
    const ofMarked = items[k + 1];
    if (/^[لب]$/.test(item.key) && ofMarked?.type === 'quoted' && ofMarked.words.length <= 4) {
      const name = wordAt(items, k + 2);
      if (name === undefined || endsPhrase(name) || isKnownNoun(name)) break;
      complete = true;
      k++;
      continue;
    }
    // «أفاد به مراسل الوكالة مصدر أمني»: whoever was told, then who said it.
    if (namesMedium(head) && /^مص(?:در|ادر)$/.test(item.key)) return description(items, k, names);
    // «مسؤول رفيع مطلع على الملف»
    const behind = indefinite ? behindNear(items, k) : k;
    if (behind > k) {
      heads.push(item.bare);
      to = behind;
      k = behind - 1;
      before = wordAt(items, k) ?? before;
      continue;
    }
    if (bearers.has(item.key)) {
      complete = false;
      before = item;
      to = k + 1;
      continue;
    }
    // «إذاعة شمس اف ام لطفي…»
    const lettered =
      letters.has(item.key) && (letters.has(before.key) || letters.has(wordAt(items, k + 1)?.key ?? ''));
    if (lettered && !(complementizers.has(item.key) && !letters.has(wordAt(items, k + 1)?.key ?? ''))) {
      complete = true;
      before = item;
      to = k + 1;
      continue;
    }
    // «حزب المؤتمر من أجل الجمهورية»
    if (item.key === 'من' && wordAt(items, k + 1)?.key === 'اجل') {
      complete = false;
      k++;
      continue;
    }
    // «الأمين العام لحزب الله حسن نصر الله»
    if (item.key === 'الله' && before.key.endsWith('حزب')) {
      heads.push(item.bare);
      complete = true;
      before = item;
      to = k + 1;
      continue;
    }
    // «بسيدي بوزيد مراد محجوبي»: a town of two words.
    const second = wordAt(items, k + 1);
    if (
      second !== undefined &&
      towns.has(`${item.key.replace(/^[بل]/, '')} ${second.key}`) &&
      !isGiven(item)
    ) {
      heads.push(item.bare, second.bare);
      complete = true;
      before = second;
      k++;
      to = k + 1;
      continue;
    }
    // «الاتحاد الدولي للصحفيين و كتاب السياحة»: the small word apart.
    if (item.key === 'و' && joins(wordAt(items, k + 1))) continue;
    if (endsPhrase(item) && !(general && k === start + 1)) {
      if (!isAttribute(items, k, indefinite)) {
        // «رئيس معهد العالم في باريس جاك لانغ», «وزير العلاقة مع الهيئات مهدي بن غربية»
        const named =
          complete && (isWithin(items, k) || isOfMarked(items, k))
            ? person(nameAfterPreposition(items, k + 1, names))
            : undefined;
        if (named !== undefined) return named;
        break;
      }
      complete = false;
      before = item;
      continue;
    }
    if (beginsName(items, k, { before, head, complete, addressed, agreement, names, offset: k - start })) {
      const name = nameFrom(items, k, names);
      const direct = k === start + 1;
      if (name !== undefined && isLikely(items, name, direct || isRole(before), names)) {
        // «والد سلمان عبيدي», «مستشار للمرشح دونالد ترامب»: the name is another's.
        // «والدة التلميذ سالم بن حمودة»
        const akin = direct
          ? kin.has(head.key)
          : k === start + 2 && (before.definite || kin.has(before.bare)) && family.test(head.key);
        if (akin) return ofSomebody(items, i, name, heads, agreement);
        // «مساعد الشؤون السياسية بمكتب الرئيس سالم نصر»: whose office it is.
        if (!direct && isRole(before) && before.definite && bureau.test(wordAt(items, k - 2)?.key ?? '')) {
          const own =
            items[name.to]?.type === 'comma' ? nameAfterComma(items, name.to + 1, names) : undefined;
          return person(own) ?? ofSomebody(items, i, name, heads, agreement);
        }
        if (indefinite && heads.some((word, at) => at > 0 && roles.has(word) && !adjectives.has(word)))
          return untitled();
        return person(name);
      }
    }
    const vocabulary = isKnownNoun(item) || countries.has(item.key);
    // What ends the title without being a name: «النائبة تشبث المرأة», «رئيس الوزراء ثقته».
    const next = wordAt(items, k + 1);
    const club = next?.definite === true && isAdjective(next);
    // «السفيرة مجموعة صغيرة»: behind a whole title a noun without article is another's.
    if (complete && addressed && !item.definite && k > start + 1 && sources.has(item.key)) break;
    if (complete && !item.definite && !vocabulary && !club && !/^[وبلك]/.test(item.key)) break;
    // «رئيسة النائبة رفض», but «مدير تسجيل السفن»: the second word of a construct.
    if (objects.has(item.key) && (complete || k > start + 1)) break;
    if (item.possessed && !item.definite) break;
    // «دعا رئيس الحكومة المستثمرين»: behind a whole title of one person many are others.
    if (complete && before.definite && /^ال.+(?:ين|ات)$/.test(item.key) && !isAdjective(item)) break;
    // «ثمن الضيف البلجيكي المسار»: an object behind the adjective.
    const object =
      addressed && isAdjective(before) && before.definite && item.key.startsWith('ال') && isCommon(item);
    if (
      object &&
      k > start + 1 &&
      !/^ا\S\S\S$/.test(item.bare) &&
      !isAdjective(item) &&
      !isRole(item) &&
      !isOrganisation(item)
    )
      break;
    if (item.key.startsWith('و') && !item.definite && !vocabulary && !goesOn(item, complete, next)) break;
    if (
      item.key.startsWith('ب') &&
      !item.definite &&
      !vocabulary &&
      complete &&
      !isOrganisation({ ...item, bare: item.key.slice(1) }) &&
      !isPlace(item.key.slice(1)) &&
      !areas.has(item.key.slice(1)) &&
      (isCommon({ ...item, key: item.key.slice(1), bare: item.key.slice(1) }) || indefinite)
    )
      break;
    heads.push(item.bare);
    // «رئيس الجمعية التونسية لممتحني رخص السياقة»: a new construct, to be closed by its last word.
    const opens = !item.definite && item.key.startsWith('ل') && !isPlace(item.key.slice(1));
    const placed = isPlace(item.key) || (item.key.startsWith('ب') && isPlace(item.key.slice(1)));
    complete =
      (complete && !opens) ||
      item.definite ||
      placed ||
      (isAdjective(item) && addressed) ||
      (!vocabulary && !opens && (isOrganisation(before) || areas.has(before.key)));
    // «خدمة العملاء بشركة أمازون»
    if (opensBody(item)) complete = false;
    if (opensBody(before) && !vocabulary && !opens) complete = true;
    if (item.key.startsWith('ب') && areas.has(item.key.slice(1))) complete = false;
    if (!item.definite && !placed && (isOrganisation(item) || isRole(item))) complete = false;
    before = item;
    to = k + 1;
  }
  return person(nameFurther(items, to, names)) ?? untitled();
}

/** Of a family, as against those who act for somebody («محامي المتهمين سالم بن عمر»). */
const family = /^(?:وال[د]ه?|شقيقه?|زوجه?|ابنه?|بنت|نجل|نجله|ارمله|عمه?|خاله?|جده?|خطيبه?)$/;

/** «مدير تسجيل وسياقة العربات بالوكالة، سالم بن عمر،»: the name behind a comma, when nothing but the office stands before it. */
function nameFurther(items: readonly Item[], from: number, names: Names): Name | undefined {
  let within = true;
  let inside = true;
  for (let k = from; k < from + REST_OF_OFFICE; k++) {
    const item = items[k];
    if (item?.type === 'comma')
      return nameAfterComma(items, k + 1, names) ?? nameBehindOffice(items, k + 1, names);
    if (item?.type === 'aside' || (item?.type === 'quoted' && item.words.length <= 4)) continue;
    if (item?.type !== 'word' || complementizers.has(item.key) || relatives.has(item.key)) return undefined;
    const before = wordAt(items, k - 1);
    // «كاتب عام الاتحاد», «شركة نقل الساحل»: no year, and no verb.
    const general =
      /^عامه?$/.test(item.key) && /(?:كاتب|كاتبه|امين|امينه|مدير|مديره)$/.test(before?.key ?? '');
    const lately = /^(?:حديثا|موخرا|سابقا|حاليا|انذاك|وقتها|حينها)$/.test(item.key);
    if ((times.has(item.key) && !general && !lately) || statements.has(item.bare)) return undefined;
    if (isAddressee(item)) return nameBehindMedium(items, k, names);
    const form = speechForm(item.key)?.form;
    const ofBody = before !== undefined && opensBody(before);
    if (form !== undefined && form.type !== 'noun' && !ofBody) return undefined;
    const strange = inside ? strangeName(items, k, names) : undefined;
    if (strange !== undefined) return strange;
    if (prepositions.has(item.key)) within = false;
    if (/^(?:علي|الي|عن|خلال|بعد|قبل|اثر|عقب|حول|من)$/.test(item.key)) inside = false;
    // «رئيس جمعية حماية واحات الجريد الطاهر العامري ان»: nothing but the office before a first name, and what ends a phrase behind it.
    // A place that no list has is feminine, as most are («جمنة»).
    const closed =
      before !== undefined && (before.definite || isPlace(before.key) || before.key.endsWith('ه'));
    if (within && k > from && isGiven(item) && closed && !namesThing(before)) {
      const name = nameFrom(items, k, names);
      if (name !== undefined && name.keys.length > 1 && phraseEndsAt(items, name.to)) return name;
    }
  }
  return undefined;
}
/** «المدير العام لإذاعة شمس اف ام لطفي بن عمر»: the medium told, or whose office it is, then the name; a reporter's is his own. */
function nameBehindMedium(items: readonly Item[], at: number, names: Names): Name | undefined {
  if (/مراسل|موفد|مبعوث/.test(wordAt(items, at)?.key ?? '')) return undefined;
  for (let k = at + 1; k < at + 6; k++) {
    // «المنسق العام لشبكة المدينة، سالم بن عمر إن»
    const behind = items[k]?.type === 'comma' ? nameAfterComma(items, k + 1, names) : undefined;
    if (behind !== undefined)
      return complementizers.has(wordAt(items, behind.to)?.key ?? '') ? behind : undefined;
    const word = wordAt(items, k);
    if (word === undefined || speechForm(word.key) !== undefined) return undefined;
    if (!isGiven(word) || word.definite || letters.has(wordAt(items, k + 1)?.key ?? '')) continue;
    const name = nameFrom(items, k, names);
    return name !== undefined && name.keys.length > 1 && phraseEndsAt(items, name.to) ? name : undefined;
  }
  return undefined;
}

/** «رئيس النادي، والمسؤول بالجامعة، سالم بن عمر،»: the name behind another office that و joins. */
function nameBehindOffice(items: readonly Item[], from: number, names: Names): Name | undefined {
  const first = wordAt(items, from);
  if (first === undefined || !first.key.startsWith('و')) return undefined;
  if (!isRole(first) && !/^واحدي?$/.test(first.key)) return undefined;
  for (let k = from + 1; k < from + MOST_TITLE_WORDS; k++) {
    const item = items[k];
    if (item?.type === 'comma') return nameAfterComma(items, k + 1, names);
    if (item?.type !== 'word' || complementizers.has(item.key) || relatives.has(item.key)) return undefined;
  }
  return undefined;
}
/** The bureau of somebody in a higher office. */
const bureau = /^[بل]?(?:مكتب|ديوان)$/;
/** Words of an office that no rule explains, at most. */
const REST_OF_OFFICE = 8;
