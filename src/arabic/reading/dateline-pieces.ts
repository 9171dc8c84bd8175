import { isAgency, isListed, isWire } from './agencies.ts';
import { fromWhere, introduced, isFrom, whoAndWhere, withoutFrom } from './dateline-crew.ts';
import type { Field } from './dateline-fields.ts';
import { desk, flash, label, mayBePlace, medium, source, wordless } from './dateline-labels.ts';
import { paperLike, partsOf } from './dateline-phrase.ts';
import { type Context, type Kind, type Piece, piecesIn } from './dateline-piece.ts';
import { nameWrapped, severalWrapped } from './dateline-wrapped.ts';
import { isSectionName } from './furniture/sections.ts';
import { isName } from './names.ts';
import { isDoubtfulPlace, isPlaceShaped, isPlaces } from './places.ts';
import { isIntroduction } from './writers.ts';
import { beginsWithLedeVerb, comparable, isLedeVerb, wordsOf } from './words.ts';

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
    dashed: false,
    slashed: false,
    byline,
  };
  for (const [i, field] of fields.entries()) {
    const opens = pieces.every(({ kind }) => kind === 'label');
    const found = nameField(field, i, fields[i + 1], opens, context);
    if (found.length === 0) break;
    // Brackets within the brackets close with them.
    const last = found.at(-1);
    if (last && field.wrap !== 'none') last.end = field.end;
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
    context.dashed = /^[-–—ـ]$/u.test(field.mark);
    context.slashed = field.mark === '/';
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
  if (text.length > 90 || wordsOf(text).length > 9)
    return [
      ...opening(field, at, context),
      ...placedOpening(field, at, context),
      ...signedOpening(field, at, context),
    ];
  if (text === '') return whole('label');
  // «معا - غزة», «كمال بن يونس - واس»: a wire before a place or behind a name.
  const placed =
    following !== undefined && /^(?:none|round)$/.test(following.wrap) && isPlaces(following.text);
  // «سمر يوسف – الاتحاد – مرسيليا:» as well
  const leads = first || (!context.place && !context.agency);
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
  const where = context.agency && !context.place ? fromWhere(field, text, at) : [];
  if (where.length > 0) return where;
  if (context.agency && !context.place && isFrom(text)) {
    const only = withoutFrom(text);
    return [{ kind: 'place', text: only, start: end - only.length, end, field: at, wrap, sure: true }];
  }
  // «كتب/ سمر يوسف – الرأي»، «الخبر – الأربعاء 5 آب» on a line for names
  if (
    context.byline &&
    !context.agency &&
    isListed(text) &&
    (context.reporter || (first && following?.day === true))
  ) {
    if (!isPlaces(text) || isDoubtfulPlace(text)) return whole('agency');
  }
  // «الغد – أعلنت…», «الشروق - كتب أحمد علي -»: a paper, and no town that is without doubt one.
  const paper =
    first && following !== undefined && parting.test(field.mark) && isListed(text) && !isWire(text);
  // «سمر يوسف - الجريدة: …»: a paper behind a name that is known.
  const behindName =
    context.reporter && !context.place && !context.agency && isListed(text) && comparable(text) !== 'اليوم';
  if (behindName && parting.test(field.mark) && (!isPlaces(text) || isDoubtfulPlace(text)))
    return whole('agency', text, false);
  const everyday = field.mark === ':' && subject.test(comparable(text));
  if (paper && !everyday && (!isPlaces(text) || isDoubtfulPlace(text)) && !isAgency(following.text, true))
    return whole('agency', text, false);
  const place = isPlaces(text);
  // «يعبد/ الخبر -»: behind a town a paper, also one that has the name of a town.
  if (place && context.place && !context.agency && isListed(text) && isDoubtfulPlace(text))
    return whole('agency');
  if (place && !(context.place && isWire(text))) return whole('place', text, !isDoubtfulPlace(text));
  if (isAgency(text, false)) return whole('agency');
  // «تل الزعتر - …»: the shape of a place only
  if (!context.place && isPlaceShaped(text) && !isAgency(text, true)) return whole('place', text, false);
  // «وفا - أفادت وزارة…»
  if (first && isWire(text) && following !== undefined) return whole('agency', text, false);
  // «طنجة – متابعات –»: it names nobody where a dash closes it.
  if (
    (context.place || context.agency) &&
    !context.introduced &&
    wordless.test(comparable(text)) &&
    (field.mark !== ':' || context.agency || gathered.test(comparable(text)))
  )
    return whole('label');
  // «الكومبس – اقتصاد: …»
  if (context.agency && !context.place && (field.mark !== '' || field.atEnd) && isSectionName(text))
    return whole('label');
  // «27 سبتمبر - الجريدة»
  if (
    context.day &&
    !context.place &&
    !context.agency &&
    isListed(text) &&
    (!isPlaces(text) || isDoubtfulPlace(text))
  )
    return whole('agency');
  if (desk.test(comparable(text))) return whole('label');
  // «رياضة / تونس / وات /»، «عاجل | القاهرة -»: a section, where a place or a wire follows.
  const told = following !== undefined && (isPlaces(following.text) || isAgency(following.text, false));
  if (first && told && (flash.test(comparable(text)) || isSectionName(text))) return whole('label');
  // «الكاتب: فلان – المصدر: رويترز»
  if (!first && source.test(comparable(text)) && following !== undefined && isAgency(following.text, true))
    return whole('intro');
  const crew = whoAndWhere(field, text, at);
  if (crew.length > 0) return crew;
  // «القاهرة - مراسل «الوطن»: …»، «بيروت - صحيفة «النهار» -»
  if (following?.wrap === 'quotes' && (isIntroduction(text) || medium.test(comparable(text))))
    return whole('intro');
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
  const begun = [
    ...opening(field, at, context),
    ...placedOpening(field, at, context),
    ...signedOpening(field, at, context),
  ];
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
  // «الغد – أعلنت…», «الشروق - كتب أحمد علي -»: a paper that is no town.
  const alone = !context.place && at === 1;
  const mayLead = first || (alone && (context.reporter || context.agency));
  return mayLead && mayBePlace(text) ? whole('unknown', text, false) : [];
}

/** «فاس - متابعات: …»: who told is nobody. */
const gathered = /^(?:متابعات|متابعه|تغطيه|رصد)$/;
const parting = /^(?:[-–—ـ/|]+|:)$/u;

/** Between slashes or bars, and a verb of news behind it. */
function isMarked({ mark, spaced }: Field, following: Field | undefined): boolean {
  return /^[/|\\*_]/.test(mark) && spaced && following !== undefined && beginsWithLedeVerb(following.text);
}

/** The agency of «دمشق-سانا بحث وزير…», where nothing parts it from the first sentence. */
function opening(field: Field, at: number, context: Context): Piece[] {
  if (!context.place || context.agency) return [];
  for (const count of [3, 2, 1]) {
    const found = new RegExp(`^\\S+(?:\\s+\\S+){${count - 1}}(?=\\s)`, 'u').exec(field.text)?.[0];
    if (found === undefined || !isListed(found)) continue;
    const told = beginsWithLedeVerb(field.text.slice(found.length));
    // «الكرك – الغد أعلنت…»: a paper that is no team and no town, and a verb behind it.
    if (
      !(isWire(found) || context.day) &&
      !(
        context.dashed &&
        told &&
        (!isPlaces(found) || isDoubtfulPlace(found)) &&
        !subject.test(comparable(found))
      )
    )
      continue;
    // «غزة-معا أعلن»: a dash without spaces between place and wire is proof enough.
    const verb = context.tight || told;
    if (!verb && !isAgency(found, false)) continue;
    const end = field.start + found.length;
    return [{ kind: 'agency', text: found, start: field.start, end, field: at, wrap: 'none', sure: verb }];
  }
  return [];
}

/** Papers whose names do things in sentences as well: teams, countries, «اليوم». */
const subject =
  /^(?:اليوم|الاتحاد|الوحده|النصر|الهلال|الشعب|التحرير|الثوره|الجيش|الحريه|العداله|الصحافه|الرياضيه|المغرب|فلسطين|القدس|مكه|المدينه|الرياض|عمان|الخليج|العرب|العراقيه|الحكومه|المصري|السوداني|الحوار|الديمقراطي|التيار|البناء|المستقبل|الفجر|الشرق|الوسط|المنار|العالم|الحدث|الدار|الاولي|الاسبوع|المركزيه|الوفد|الوفاق|النجاح|العلم|الرجاء|الفداء)$/;

/** The place of «وات / نابلس أعلنت…», which nothing parts from the first sentence: a house and a slash before it, a verb behind it. */
function placedOpening(field: Field, at: number, context: Context): Piece[] {
  if (!context.agency || context.place || context.reporter || !context.slashed) return [];
  for (const count of [3, 2, 1]) {
    const found = new RegExp(`^\\S+(?:\\s+\\S+){${count - 1}}(?=\\s)`, 'u').exec(field.text)?.[0];
    if (found === undefined || !isPlaces(found) || !beginsWithLedeVerb(field.text.slice(found.length)))
      continue;
    const { start } = field;
    return [
      { kind: 'place', text: found, start, end: start + found.length, field: at, wrap: 'none', sure: true },
    ];
  }
  return [];
}

/** The writer of «ترهونة- كرار حيدر أكد محافظ…», whose name nothing parts from the first sentence: known, and a verb in the past behind it. */
function signedOpening(field: Field, at: number, context: Context): Piece[] {
  if (!context.place || context.agency || context.reporter || !context.dashed || isName(field.text, true))
    return [];
  for (const count of [4, 3, 2]) {
    const found = new RegExp(`^\\S+(?:\\s+\\S+){${count - 1}}(?=\\s)`, 'u').exec(field.text)?.[0];
    if (found === undefined || !isName(found, true)) continue;
    const next = wordsOf(field.text.slice(found.length))[0] ?? '';
    if (!isLedeVerb(next) || next.startsWith('ي')) continue;
    const { start } = field;
    return [
      {
        kind: 'reporter',
        text: found,
        start,
        end: start + found.length,
        field: at,
        wrap: 'none',
        sure: true,
      },
    ];
  }
  return [];
}
