import { isAgency, isListed, isWire } from './agencies.ts';
import type { Field } from './dateline-fields.ts';
import { paperLike, type Part, partsOf } from './dateline-phrase.ts';
import { isSectionName } from './furniture/sections.ts';
import { isName } from './names.ts';
import { isDateLine, isDay } from './dates.ts';
import { isDoubtfulPlace, isPlaces } from './places.ts';
import { introductionOf, isIntroduction } from './writers.ts';
import { beginsWithLedeVerb, comparable, isLedeVerb, wordsOf } from './words.ts';

/** `intro` is «كتب»، «تقرير»، «مراسل»: a name follows. `unknown` may be a place that no list has. */
export type Kind = 'place' | 'agency' | 'reporter' | 'day' | 'label' | 'intro' | 'unknown';

export interface Piece {
  kind: Kind;
  text: string;
  start: number;
  end: number;
  /** The field it stands in, counted from 0. */
  field: number;
  wrap: Field['wrap'];
  /** Known beyond doubt: a name in a list, not merely of the right shape. */
  sure: boolean;
  /** A word such as «كتب» stands before it in its own field. */
  led?: boolean;
}

/** Words that stand among the pieces and say nothing of them. */
const label =
  /^(?:خاص(?: (?:ل|ب)(?:.{2,25})?)?|حصري|متابعات|متابعه|تقرير|تحليل|تقرير اخباري|ا|عاجل|تحديث|محدث|متابعه خاصه|متابعات خاصه|بتصرف|خاص ووكالات|مراسلون|مراسلونا|مراسلنا|تغطيه خاصه|مكتب|المكتب الاقليمي|الموقع|واش|هام)$/;
/** Who signs for a whole desk: «فريق التحرير»، «قسم الترجمة»، «الموفد الخاص». */
const desk =
  /^(?:(?:فريق|هييه|اسره|طاقم|غرفه|قسم|قسما|مكتب|وحده|دايره|اداره|شبكه|محرر|محررو|سكرتاريه) (?:ال)?(?:تحرير|اخبار|اخباري|متابعه|متابعات|رصد|مراسلين|محررين|ترجمه|تحقيقات|شوون \S+|موقع|صحيفه|محليات|رياضه|اقتصاد|سياسي|رياضي|اقتصادي|ثقافي|محلي|دولي|عربي|شبكه)|(?:ال)?(?:مراسل|مراسله|موفد|موفده|محرر|محرره|مندوب|مبعوث)(?:نا|تنا)? (?:ال)?(?:خاص|خاصه|سياسي|رياضي|اقتصادي|ثقافي|عسكري|دبلوماسي|محلي|متجول|ميداني))$/;
/** Words above or before a story that say how new it is. */
const flash = /^(?:عاجل|تحديث|محدث|متابعه|حصري|مباشر|هام)$/;

/** Papers that have the name of a country or of its capital: behind a town the country is meant. */
const isCountry = (text: string): boolean =>
  /^(?:عمان|المغرب|فلسطين|القدس|مكه|تونس|لبنان|مصر)$/.test(comparable(text));
const wordless = /^(?:متابعات|متابعه|تغطيه|رصد|تقرير|مراسلنا|مراسلتنا|المراسل|المحرر)$/;

/** «المصدر: رويترز» beside a name or a place. */
const source = /^(?:ال)?(?:مصدر|وكاله|وكالات)$/;

interface Context {
  place: boolean;
  agency: boolean;
  reporter: boolean;
  introduced: boolean;
  label: boolean;
  day: boolean;
  /** The separator before it has no spaces about it. */
  tight: boolean;
  /** A line between headline and body, where names stand. */
  byline: boolean;
}

/** Names the fields from the first on, until one is none that datelines are made of. */
export function piecesOf(fields: readonly Field[], byline: boolean): Piece[] {
  const pieces: Piece[] = [];
  const context: Context = {
    place: false,
    agency: false,
    reporter: false,
    introduced: false,
    label: false,
    day: false,
    tight: false,
    byline,
  };
  for (const [i, field] of fields.entries()) {
    const opens = pieces.every(({ kind }) => kind === 'label');
    const found = nameField(field, i, fields[i + 1], opens, context);
    if (found.length === 0) break;
    for (const piece of found) {
      pieces.push(piece);
      if (piece.kind === 'place') context.place = true;
      else if (piece.kind === 'agency') context.agency = true;
      else if (piece.kind === 'reporter') context.reporter = true;
      else if (piece.kind === 'day') context.day = true;
      context.introduced = piece.kind === 'intro';
      context.label = piece.kind === 'label';
    }
    context.tight = /^[-–/]$/.test(field.mark) && !field.spaced;
  }
  return pieces;
}

function nameField(
  field: Field,
  at: number,
  following: Field | undefined,
  first: boolean,
  context: Context,
): Piece[] {
  const { start, wrap } = field;
  const dayNext = following?.day === true;
  const text =
    dayNext && wrap === 'none'
      ? field.text.replace(/(?:(?:^|\s+)(?:في|يوم|بتاريخ)|\s*[،,])$/u, '')
      : field.text;
  const end = text === field.text ? field.end : start + text.length;
  const whole = (kind: Kind, part = text, sure = true): Piece[] => [
    { kind, text: part, start, end, field: at, wrap, sure },
  ];
  if (field.day) return whole('day');
  if (wrap !== 'none') return nameWrapped(field, at, first, following, context);
  if (text.length > 90 || wordsOf(text).length > 9) return opening(field, at, context);
  if (text === '') return whole('label');
  // «معا - غزة», «كمال بن يونس - واس»: a wire before a place or behind a name.
  const placed =
    following !== undefined && /^(?:none|round)$/.test(following.wrap) && isPlaces(following.text);
  const leads = first || (!context.place && !context.agency && !context.reporter);
  // «الشروق - صفاقس», «الغد | أحمد علي»: a paper before a place or a name.
  const signed = placed || (following?.wrap === 'none' && isName(following.text, true));
  const house = /^(?:صحيفة|جريدة|مجلة|موقع|قناة|وكالة|شبكة|إذاعة)\s/u.test(text) && isAgency(text, true);
  // «عكاظ | القنفذة | أعلنت…»: a paper and a town that no list has, between marks that sentences do not have.
  const barred =
    first && /^[|/]$/.test(field.mark) && following?.mark !== '' && mayBePlace(following?.text ?? '');
  if (
    leads &&
    (signed || barred) &&
    ((isListed(text) && (!isPlaces(text) || isDoubtfulPlace(text))) || house)
  )
    return whole('agency');
  if (isWire(text) && ((first && placed) || (context.reporter && !context.agency))) {
    return whole('agency');
  }
  if (context.agency && !context.place && isFrom(text)) {
    const only = text.replace(from, '');
    return [{ kind: 'place', text: only, start: end - only.length, end, field: at, wrap, sure: true }];
  }
  const place = isPlaces(text);
  if (place && !(context.place && isWire(text))) return whole('place', text, !isDoubtfulPlace(text));
  if (isAgency(text, false)) return whole('agency');
  // «وفا - أفادت وزارة…»
  if (first && isWire(text) && following !== undefined) return whole('agency', text, false);
  // «طنجة – متابعات –»: it names nobody where a dash closes it.
  if (context.place && !context.introduced && wordless.test(comparable(text)) && field.mark !== ':')
    return whole('label');
  if (desk.test(comparable(text))) return whole('label');
  // «رياضة / تونس / وات /»، «عاجل | القاهرة -»: a section, where a place or a wire follows.
  const told = following !== undefined && (isPlaces(following.text) || isAgency(following.text, false));
  if (first && told && (flash.test(comparable(text)) || isSectionName(text))) return whole('label');
  // «الكاتب: فلان – المصدر: رويترز»
  if (!first && source.test(comparable(text)) && following !== undefined && isAgency(following.text, true))
    return whole('intro');
  const crew = whoAndWhere(field, text, at);
  if (crew.length > 0) return crew;
  // «القاهرة - مراسل «الوطن»: …»
  if (following?.wrap === 'quotes' && isIntroduction(text)) return whole('intro');
  const intro = introduced(field, text, at, context);
  if (intro.length > 0) return intro;
  if (label.test(comparable(text)) && (!first || comparable(text).startsWith('خاص'))) return whole('label');
  // «جوزيف حبوش - زحلة - بحث…», «سمر يوسف (عمّان، بترا)»: a name before a place.
  const wrapped =
    following !== undefined &&
    ((following.wrap === 'round' &&
      severalWrapped(following, at + 1, { ...context, place: false }).length > 0) ||
      // «رنا حموي – «الحياة»: …»
      (following.wrap === 'quotes' && following.mark !== '' && isAgency(following.text, true)));
  if (first && (placed || wrapped) && wordsOf(text).length >= 2 && isName(text, false))
    return whole('reporter', text, isName(text, true));
  const near = context.place || context.agency;
  const begun = opening(field, at, context);
  if (begun.length > 0) return begun;
  if (context.introduced && isName(text, false) && !isAgency(text, false)) return whole('reporter');
  if (context.introduced && isAgency(text, true)) return whole('agency');
  if (near && wordsOf(text).length <= 4 && !context.agency && isAgency(text, true) && !isName(text, true))
    return whole('agency', text, false);
  if (isName(text, true)) return whole('reporter');
  if ((near || (context.byline && first)) && isName(text, false)) return whole('reporter', text, false);
  const few = context.byline || wordsOf(text).length <= 5;
  const parts = few ? partsOf(text, context.byline ? 'credits' : 'open') : [];
  const split = piecesIn(field, text, start, parts, at);
  if (split.length > 1) return split;
  // «فلان، المشهد الجديد، صنعاء»: what stands between a name and a place in a line of credits.
  if (context.byline && context.reporter && !context.agency && placed && wordsOf(text).length <= 3)
    return whole('agency', text, false);
  // «جيجل / المشهد الجديد / أعلنت…»: a paper that no list has, between marks of one kind, and a report behind it.
  if (context.place && !context.agency && !context.reporter && paperLike(text) && isMarked(field, following))
    return whole('agency', text, false);
  const alone = !context.place && at === 1;
  const mayLead = first || (alone && (context.reporter || context.agency));
  return mayLead && mayBePlace(text) ? whole('unknown', text, false) : [];
}

/** «(أ ف ب)»، «(ليبيا)»، «[القاهرة]»، ««الحياة»». */
function nameWrapped(
  field: Field,
  at: number,
  first: boolean,
  following: Field | undefined,
  context: Context,
): Piece[] {
  const { text, start, end, wrap, mark, atEnd } = field;
  const whole = (kind: Kind, sure = true): Piece[] => [{ kind, text, start, end, field: at, wrap, sure }];
  if (wrap === 'quotes') {
    // «بيروت - «الحياة»:» is a paper, «بيروت - «لن نسمح» قال…» is a quotation.
    // «وفا» (جنيف) –، «وفا» من جنيف:
    const placedNext =
      following !== undefined &&
      (following.wrap === 'round' ? isPlaces(following.text) : isFrom(following.text));
    const expected = context.place || context.introduced || context.label || context.reporter;
    if (mark === '' && !atEnd && !placedNext && !(expected && isAgency(text, true))) return [];
    const stands = !/^[،,]/.test(mark);
    // «"وفا" - جنيف: …»
    const placed = placedNext || (following?.wrap === 'none' && isPlaces(following.text));
    const telling = first && (placed || mark === ':' || context.label);
    // «الوطن» - أحمد علي, on a line for names
    const signed =
      context.byline && (context.reporter || (following?.wrap === 'none' && isName(following.text, true)));
    const paper = isAgency(text, context.place || context.introduced || telling || signed);
    // «"صفاقس" - …»
    if (first && !paper && mark !== '' && isPlaces(text)) return whole('place', false);
    const short = stands && context.place && wordsOf(text).length <= 3 && !/[؟!.:]/.test(text);
    return paper || short
      ? whole('agency', paper && (!first || placed || signed || isAgency(text, false)))
      : [];
  }
  const several = first || context.place || context.reporter ? severalWrapped(field, at, context) : [];
  if (several.length > 0) return several;
  if (wrap === 'square' && first && isPlaces(text)) return whole('place');
  if (wrap === 'square' && first && mark !== '' && mayBePlace(text)) return whole('unknown', false);
  if (isWire(text) || isAgency(text, false)) return whole('agency');
  // «جدة (الوطن)»: behind a place a paper, also one that has the name of a town.
  if (context.place && isListed(text) && !isCountry(text)) return whole('agency');
  if (isPlaces(text))
    return context.place || first || context.reporter ? whole('place') : whole('place', false);
  if (label.test(comparable(text))) return whole('label');
  // «(مراسل رويترز أحمد علي)»، «(خاص بالجزيرة نت)»، «(من سمر يوسف)»
  const folded = comparable(text);
  const word = introductionOf(folded) ?? /^(?:خاص|خدمه|نقلا عن|عن)(?= )/.exec(folded)?.[0];
  const cut = word === undefined ? undefined : cutWords(text, word);
  if (cut !== undefined) {
    const inside = piecesIn(field, cut.rest, start + cut.length, partsOf(cut.rest, 'credits', true), at);
    if (inside.length > 0) return inside.map((piece) => ({ ...piece, sure: true }));
  }
  if (isAgency(text, true)) return whole('agency', !first);
  if (isName(text, true)) return whole('reporter');
  const inner = piecesIn(field, text, start, partsOf(text, 'open'), at);
  if (inner.length > 1) return inner;
  // «الطفيلة 2-6-2015 (المشهد الجديد) – أعلنت…»: what stands in brackets behind place and day.
  if (
    context.place &&
    context.day &&
    !context.agency &&
    paperLike(text) &&
    beginsWithLedeVerb(following?.text ?? '')
  )
    return whole('agency', false);
  // «طرابلس (غرب ليبيا)»، «دافوس (سويسرا)»: what no list has is a part of the country.
  return [];
}

/** «(الخليل – وفا)»، «[بيروت - رويترز]»، «(سانا، 5 آب)»: a place, whoever tells of it and a day, in one pair of brackets. */
function severalWrapped(field: Field, at: number, context: Context): Piece[] {
  const { text, start, wrap } = field;
  const parts = text
    .split(/\s+[-–—ـ/|]\s*|[،,/]\s*|\s*[()]\s*/u)
    .map((part) => part.trim())
    .filter((part, i, all) => part !== '' || i < all.length - 1);
  if (parts.length < 2 || parts.length > 5) return [];
  const pieces: Piece[] = [];
  const has = (kind: Kind): boolean => pieces.some((piece) => piece.kind === kind);
  let from = 0;
  for (const part of parts) {
    const offset = text.indexOf(part, from);
    if (offset < 0) return [];
    from = offset + part.length;
    const kind = kindWrapped(part, context.place || has('place'));
    if (kind === undefined) {
      const inner = piecesIn(field, part, start + offset, partsOf(part, 'credits', true), at);
      const unlisted = parts.length === 2 && pieces.length === 0 && !context.place && !context.reporter;
      if (inner.length > 0) pieces.push(...inner);
      else if (unlisted && mayBePlace(part))
        pieces.push({
          kind: 'unknown',
          text: part,
          start: start + offset,
          end: start + from,
          field: at,
          wrap,
          sure: false,
        });
      // «دمشق (المشهد الجديد، 25 نيسان)»: beside a day
      else if (context.place && parts.length === 2 && !has('agency') && paperLike(part))
        pieces.push({
          kind: 'agency',
          text: part,
          start: start + offset,
          end: start + from,
          field: at,
          wrap,
          sure: true,
        });
      else return [];
    } else {
      pieces.push({
        kind,
        text: part,
        start: start + offset,
        end: start + from,
        field: at,
        wrap,
        sure: true,
      });
    }
  }
  if (context.place)
    return has('agency') && !has('place') && (has('day') || has('reporter') || has('label')) ? pieces : [];
  if (context.reporter) return has('agency') || has('place') ? pieces : [];
  const told = has('agency') || has('reporter');
  // «(يعبد – سمر يوسف) أعلنت…»: a town that no list has, beside a name that is known.
  if (has('unknown'))
    return told && pieces.every(({ kind, sure }) => kind === 'unknown' || sure) ? pieces : [];
  return (has('place') && told) || (has('agency') && has('day')) ? pieces : [];
}

function kindWrapped(part: string, placed: boolean): Kind | undefined {
  if (isDay(part) || isDateLine(part)) return 'day';
  if (!placed && isPlaces(part)) return 'place';
  if (isAgency(part, true) && !isName(part, true)) return 'agency';
  if (isName(part, !placed)) return 'reporter';
  return label.test(comparable(part)) ? 'label' : undefined;
}

/** What stands behind so many words of a text as `word` has, with whatever hamza and harakat. */
function cutWords(text: string, word: string): { rest: string; length: number } | undefined {
  const count = word.split(' ').length;
  const cut = new RegExp(`^(?:\\S+\\s+){${count}}`, 'u').exec(text)?.[0];
  return cut === undefined ? undefined : { rest: text.slice(cut.length), length: cut.length };
}

/** «كتبت سارة علي»، «مراسل الجزيرة نت في صنعاء»; the word alone where a mark parts it from the name. */
function introduced(field: Field, text: string, at: number, context: Context): Piece[] {
  const folded = comparable(text);
  const word = introductionOf(folded);
  if (word === undefined) return [];
  const piece = (kind: Kind, part: string, from = field.start, sure = true): Piece => ({
    kind,
    text: part,
    start: from,
    end: field.end,
    field: at,
    wrap: 'none',
    sure,
  });
  const cut = cutWords(text, word);
  if (cut === undefined)
    return field.mark !== '' && !/^[.…،,]/.test(field.mark) ? [piece('intro', text)] : [];
  const { rest } = cut;
  const from = field.start + cut.length;
  const [, who = '', where = ''] = /^(.+?)\s+(?:في|من|إلى|الى)\s+(.+)$/u.exec(rest) ?? [];
  if (where !== '' && isPlaces(where)) {
    if (isAgency(who, true) && !isName(who, true))
      return [piece('agency', who, from), piece('place', where, from + rest.length - where.length)];
    if (isName(who, false))
      return [piece('reporter', who, from), piece('place', where, from + rest.length - where.length)];
  }
  // «من خالد محمود القاهرة (رويترز)», an older way of the wires
  const wired = word === 'من' && field.mark === '' ? nameAndPlace(rest) : undefined;
  if (wired !== undefined)
    return [
      piece('reporter', wired.name, from),
      piece('place', wired.place, from + rest.length - wired.place.length),
    ];
  const press = /^(?:مراسل|مراسله|مراسلو|موفد|موفده|خاص)/.test(word);
  if (isName(rest, true)) return [{ ...piece('reporter', rest, from), led: true }];
  if ((press || context.byline) && isAgency(rest, true)) return [piece('agency', rest, from)];
  if (isAgency(rest, false)) return [piece('agency', rest, from)];
  if (isPlaces(rest) && word !== 'من') return [piece('place', rest, from)];
  const again =
    introductionOf(comparable(rest)) !== undefined
      ? introduced({ ...field, start: from, text: rest }, rest, at, context)
      : [];
  if (again.length > 0) return again;
  const strong = word !== 'من' && !/^(?:ال)?(?:كاتب|مراسل|موفد|محرر)/.test(word);
  if (isName(rest, false) && (context.byline || context.place || strong)) {
    return [{ ...piece('reporter', rest, from, context.byline || context.place), led: strong }];
  }
  // «موفدة الجزيرة إلى جنيف سارة علي»
  return word === 'من' ? [] : piecesIn(field, rest, from, partsOf(rest, 'credits', true), at);
}

/**
 * «أحمد فتحي من مسقط», «رويترز من كييف», «محمد شيخ يوسف ووكالات», «مكتب رويترز», «خاص رويترز»: two things in one field, or
 * one with a word for it.
 */
function whoAndWhere(field: Field, text: string, at: number): Piece[] {
  const piece = (kind: Kind, part: string, from: number): Piece => ({
    kind,
    text: part,
    start: field.start + from,
    end: from + part.length === text.length ? field.end : field.start + from + part.length,
    field: at,
    wrap: 'none',
    sure: true,
  });
  const office = /^(?:مكتب|خاص|خدمة)\s+/u.exec(text)?.[0].length ?? 0;
  if (office > 0 && isPlaces(text.slice(office))) return [piece('place', text.slice(office), office)];
  if (office > 0 && isAgency(text.slice(office), true)) return [piece('agency', text.slice(office), office)];
  // «خاص بـرويترز»، «خاص لسانا»
  const given = /^خاص\s+[بل]ـ?\s?(?=\S{2})/u.exec(text)?.[0].length ?? 0;
  if (given > 0 && isAgency(text.slice(given), true)) return [piece('agency', text.slice(given), given)];
  const wires = /^(.+?)\s+و\s?((?:ال)?وكالات)$/u.exec(text);
  if (
    wires?.[1] !== undefined &&
    wires[2] !== undefined &&
    isName(wires[1], false) &&
    !isAgency(wires[1], true)
  )
    return [piece('reporter', wires[1], 0), piece('agency', wires[2], text.length - wires[2].length)];
  const here =
    /^(?:مراسلنا|مراسلتنا|موفدنا|موفدتنا|مراسلونا|مندوبنا|مندوبتنا|مكتبنا)\s+(?:(?:في|إلى|من|لدى)\s+|بـ?\s*)(.+)$/u.exec(
      text,
    )?.[1];
  if (here !== undefined && isPlaces(here)) return [piece('place', here, text.length - here.length)];
  if (here !== undefined) {
    const split = placeAndName(here);
    if (split === undefined) return [];
    const from = text.length - here.length;
    return [
      piece('place', split.place, from),
      piece('reporter', split.name, text.length - split.name.length),
    ];
  }
  const [, who = '', where = ''] = /^(.+?)\s+(?:من|في)\s+(.+)$/u.exec(text) ?? [];
  if (where === '' || introductionOf(comparable(text)) !== undefined || !isPlaces(where)) return [];
  const from = text.length - where.length;
  if (isWire(who)) return [piece('agency', who, 0), piece('place', where, from)];
  return isName(who, true) ? [piece('reporter', who, 0), piece('place', where, from)] : [];
}

/** «القاهرة سمر يوسف»: the place first. */
function placeAndName(text: string): { place: string; name: string } | undefined {
  const words = text.split(/\s+/);
  for (let n = Math.min(3, words.length - 2); n > 0; n--) {
    const place = words.slice(0, n).join(' ');
    const name = words.slice(n).join(' ');
    if (isPlaces(place) && isName(name, false)) return { place, name };
  }
  return undefined;
}

/** «سمر يوسف القاهرة»: the place last. */
function nameAndPlace(text: string): { place: string; name: string } | undefined {
  const words = text.split(/\s+/);
  for (let n = Math.min(3, words.length - 2); n > 0; n--) {
    const place = words.slice(-n).join(' ');
    const name = words.slice(0, -n).join(' ');
    if (isPlaces(place) && isName(name, false)) return { place, name };
  }
  return undefined;
}

/** The pieces that a text without marks is made of (`dateline-phrase.ts`). */
function piecesIn(field: Field, text: string, from: number, parts: readonly Part[], at: number): Piece[] {
  return parts.map(({ kind, text: part, at: offset, sure }, i): Piece => ({
    kind,
    text: part,
    start: from + offset,
    end: i === parts.length - 1 && from + text.length >= field.end ? field.end : from + offset + part.length,
    field: at,
    wrap: field.wrap,
    sure,
  }));
}

/** Between slashes or bars, and a verb of news behind it. */
function isMarked({ mark, spaced }: Field, following: Field | undefined): boolean {
  return /^[/|\\*_]/.test(mark) && spaced && following !== undefined && beginsWithLedeVerb(following.text);
}

/** The agency of «دمشق-سانا بحث وزير…», where nothing parts it from the first sentence. */
function opening(field: Field, at: number, context: Context): Piece[] {
  if (!context.place || context.agency) return [];
  for (const count of [3, 2, 1]) {
    const found = new RegExp(`^\\S+(?:\\s+\\S+){${count - 1}}(?=\\s)`, 'u').exec(field.text)?.[0];
    if (found === undefined || !isWire(found)) continue;
    // «غزة-معا أعلن»: a dash without spaces between place and wire is proof enough.
    const verb = context.tight || beginsWithLedeVerb(field.text.slice(found.length));
    if (!verb && !isAgency(found, false)) continue;
    const end = field.start + found.length;
    return [{ kind: 'agency', text: found, start: field.start, end, field: at, wrap: 'none', sure: verb }];
  }
  return [];
}

/** «من مانيلا», behind the name of an agency. */
const from = /^(?:من|في)\s+/u;
function isFrom(text: string): boolean {
  return from.test(text) && isPlaces(text.replace(from, ''));
}

const notPlaces =
  /^(?:عاجل|بالصور|بالفيديو|فيديو|صور|شاهد|حصري|خاص|في|من|علي|الي|عن|ان|هذا|هذه|بعد|قبل|منذ|خلال|مع|بين|اليوم|امس|غدا|اولا|ثانيا|ثالثا|رابعا|خامسا|السوال|سوال|جواب|الجواب|ملاحظه|تنويه|س|ج|راي|مقال|حوار|وزير|الوزير|الرييس|رييس|مصدر|مصادر|مسوول|انه|انها|هو|هي|لكن|نعم|لا|كيف|ماذا|لماذا|متي|اين|هل|و|او|ثم|كل|الان|حاليا|ايضا|كما|وقد|قد|لقد|المصدر|الخبر|الموضوع|الحكومه|البرلمان|الجيش|الشرطه|النيابه|المحكمه|الفريق|النادي|المنتخب|الاتحاد|المباراه|الحكم|المدرب|اللاعب)$/;

/** One to three plain words that are no verb, no particle and no title: perhaps a place that no list has. */
function mayBePlace(text: string): boolean {
  const words = wordsOf(text);
  if (/[0-9٠-٩؟!.،؛:@#]/.test(text) || words.length === 0 || words.length > 3) return false;
  return !words.some((word) => isLedeVerb(word) || notPlaces.test(comparable(word)));
}
