import { isAgency, isListed, isWire } from './agencies.ts';
import type { Field } from './dateline-fields.ts';
import { isName } from './names.ts';
import { isDoubtfulPlace, isPlaces } from './places.ts';
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
}

/** Words that bring in a writer: «كتب»، «تقرير»، «مراسل الجزيرة نت». */
const introduction =
  /^(?:كتب|كتبت|كتبه|اجراه|اجرته|مقابله|لقاء|كتابه|نقله الي العربيه|نقلته الي العربيه|نقله|نقلته|ترجمه عن|حرره|حررته|كتبته|كتبها|نشره|نشرته|نشرها|تاليف|صياغه|تقديم|انجاز|انجزه|انجزته|عرض|قراءه|(?:محرر|محرره|كاتب|معد) (?:الخبر|التقرير|الماده)|صحفي|صحافي|صحفيه|الصحافي|(?:متابعه|تغطيه|جمع|رصد|اعداد|تقرير|تحرير|ترجمه|حوار|تحقيق|كتابه|تصوير) و ?(?:اعداد|تقرير|تحرير|ترجمه|حوار|تصوير|تقديم|تحقيق|كتابه)|(?:من )?(?:مراسلنا|مراسلتنا|موفدنا|موفدتنا|مندوبنا|مندوبتنا)|من|بقلم|بواسطه|اعداد|اعد|اعده|اعدته|اعدها|تقرير|تحرير|تحقيق|حوار|حاوره|حاورته|حاورها|اجري الحوار|اجرت الحوار|مراسل|مراسله|مراسلنا|مراسلتنا|مراسلو|موفد|موفدنا|موفده|الكاتب|الكاتبه|متابعه|متابعات|تغطيه|رصد|ترجمه|ترجمه وتحرير|قلم|المراسل|المحرر|الصحفي|by|par)(?= |$)/;
/** Words that stand among the pieces and say nothing of them. */
const label =
  /^(?:خاص(?: (?:ل|ب)(?:.{2,25})?)?|حصري|متابعات|متابعه|تقرير|تحليل|تقرير اخباري|ا|عاجل|تحديث|محدث|متابعه خاصه|متابعات خاصه|خاص ووكالات|مراسلون|مراسلونا|مراسلنا|تغطيه خاصه|مكتب|المكتب الاقليمي|الموقع|واش|هام)$/;
const writer = introduction.source;

/** Papers that have the name of a country or of its capital: behind a town the country is meant. */
const isCountry = (text: string): boolean =>
  /^(?:عمان|المغرب|فلسطين|القدس|مكه|تونس|لبنان|مصر)$/.test(comparable(text));
const wordless = /^(?:متابعات|متابعه|تغطيه|رصد|تقرير|مراسلنا|مراسلتنا|المراسل|المحرر)$/;

interface Context {
  place: boolean;
  agency: boolean;
  reporter: boolean;
  introduced: boolean;
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
    tight: false,
    byline,
  };
  for (const [i, field] of fields.entries()) {
    const found = nameField(field, i, fields[i + 1], pieces.length === 0, context);
    if (found.length === 0) break;
    for (const piece of found) {
      pieces.push(piece);
      if (piece.kind === 'place') context.place = true;
      else if (piece.kind === 'agency') context.agency = true;
      else if (piece.kind === 'reporter') context.reporter = true;
      context.introduced = piece.kind === 'intro';
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
  if (leads && signed && ((isListed(text) && !isPlaces(text)) || house)) return whole('agency');
  if (isWire(text) && ((first && placed) || (context.reporter && !context.agency))) {
    return whole('agency');
  }
  const place = isPlaces(text);
  if (place && !(context.place && isWire(text))) return whole('place', text, !isDoubtfulPlace(text));
  if (isAgency(text, false)) return whole('agency');
  // «وفا - أفادت وزارة…»
  if (first && isWire(text) && following !== undefined) return whole('agency', text, false);
  // «طنجة – متابعات –»: it names nobody where a dash closes it.
  if (context.place && !context.introduced && wordless.test(comparable(text)) && field.mark !== ':')
    return whole('label');
  const crew = whoAndWhere(field, text, at);
  if (crew.length > 0) return crew;
  // «القاهرة - مراسل «الوطن»: …»
  if (following?.wrap === 'quotes' && isIntroduction(text)) return whole('intro');
  const intro = introduced(field, text, at, context);
  if (intro.length > 0) return intro;
  if (label.test(comparable(text)) && (!first || comparable(text).startsWith('خاص'))) return whole('label');
  // «جوزيف حبوش - زحلة - بحث…», «سمر يوسف (عمّان، بترا)»: a name before a place.
  const wrapped = following?.wrap === 'round' && severalWrapped(following, at + 1, false).length > 0;
  if (first && (placed || wrapped) && wordsOf(text).length >= 2 && isName(text, false))
    return whole('reporter', text, isName(text, true));
  const near = context.place || context.agency;
  const begun = opening(field, at, context);
  if (begun.length > 0) return begun;
  if (context.introduced && isName(text, false)) return whole('reporter');
  if (near && wordsOf(text).length <= 4 && !context.agency && isAgency(text, true) && !isName(text, true))
    return whole('agency', text, false);
  if (isName(text, true)) return whole('reporter');
  if ((near || (context.byline && first)) && isName(text, false)) return whole('reporter', text, false);
  const split = placeThenAgency(field, text, at);
  if (split.length > 0) return split;
  const mayLead = first || (context.agency && !context.place && !context.reporter && at === 1);
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
    if (mark === '' && !atEnd && !(context.place && isAgency(text, true))) return [];
    const stands = !/^[،,]/.test(mark);
    // «"وفا" - جنيف: …»
    const placed = following?.wrap === 'none' && isPlaces(following.text);
    const telling = first && (placed || mark === ':');
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
  const several = first || context.place || context.reporter ? severalWrapped(field, at, context.place) : [];
  if (several.length > 0) return several;
  if (wrap === 'square' && first && isPlaces(text)) return whole('place');
  if (isWire(text) || isAgency(text, false)) return whole('agency');
  // «جدة (الوطن)»: behind a place a paper, also one that has the name of a town.
  if (context.place && isListed(text) && !isCountry(text)) return whole('agency');
  if (isPlaces(text))
    return context.place || first || context.reporter ? whole('place') : whole('place', false);
  if (label.test(comparable(text))) return whole('label');
  // «(مراسل رويترز)», «(خاص بالجزيرة نت)»
  const behind = /^(?:مراسل|مراسلة|مراسلو|موفد|خاص|مكتب|خدمة|عن|نقلا عن|نقلاً عن)\s+/u.exec(text)?.[0];
  if (behind !== undefined && isAgency(text.slice(behind.length), true))
    return [
      {
        kind: 'agency',
        text: text.slice(behind.length),
        start: start + behind.length,
        end,
        field: at,
        wrap,
        sure: true,
      },
    ];
  if (isAgency(text, true)) return whole('agency', !first);
  const named = comparable(text).replace(/^(?:كتب|كتبت|من|بقلم) /, '');
  if (isName(text, true) || (named !== comparable(text) && isName(named, false))) return whole('reporter');
  // «طرابلس (غرب ليبيا)»، «دافوس (سويسرا)»: what no list has is a part of the country.
  return [];
}

/** «(الخليل – وفا)»، «[بيروت - رويترز]»: a place and whoever tells of it, in one pair of brackets. */
function severalWrapped({ text, start, wrap }: Field, at: number, placed: boolean): Piece[] {
  const parts = text.split(/\s+[-–—ـ/|]\s*|[،,/]\s*/u).map((part) => part.trim());
  if (parts.length < 2 || parts.length > 4) return [];
  const pieces: Piece[] = [];
  let from = 0;
  for (const part of parts) {
    const offset = text.indexOf(part, from);
    from = offset + part.length;
    const kind =
      isPlaces(part) && !pieces.some(({ kind: before }) => before === 'place')
        ? 'place'
        : isAgency(part, true) && !isName(part, true)
          ? 'agency'
          : isName(part, !placed)
            ? 'reporter'
            : label.test(comparable(part))
              ? 'label'
              : undefined;
    if (kind === undefined || offset < 0) return [];
    pieces.push({ kind, text: part, start: start + offset, end: start + from, field: at, wrap, sure: true });
  }
  const has = (kind: Kind): boolean => pieces.some((piece) => piece.kind === kind);
  if (placed) return has('agency') && (has('reporter') || has('label')) && !has('place') ? pieces : [];
  return has('place') && (has('agency') || has('reporter')) ? pieces : [];
}

/** «كتبت سارة علي»، «مراسل الجزيرة نت في صنعاء»; the word alone where a mark parts it from the name. */
function introduced(field: Field, text: string, at: number, context: Context): Piece[] {
  const folded = comparable(text);
  const word = introduction.exec(folded)?.[0];
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
  // The word in the text itself, with whatever hamza and harakat.
  const count = word.split(' ').length;
  const cut = new RegExp(`^(?:\\S+\\s+){${count}}`, 'u').exec(text)?.[0];
  if (cut === undefined)
    return field.mark !== '' && !/^[.…،,]/.test(field.mark) ? [piece('intro', text)] : [];
  const rest = text.slice(cut.length);
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
  if (isName(rest, true)) return [piece('reporter', rest, from)];
  if ((press || context.byline) && isAgency(rest, true)) return [piece('agency', rest, from)];
  if (isAgency(rest, false)) return [piece('agency', rest, from)];
  if (isPlaces(rest) && word !== 'من') return [piece('place', rest, from)];
  const again = introduction.test(comparable(rest))
    ? introduced({ ...field, start: from, text: rest }, rest, at, context)
    : [];
  if (again.length > 0) return again;
  const strong = /^(?:كتب|بقلم|اعداد|تقرير|تحرير|بواسطه|حاور)/.test(word);
  if (isName(rest, false) && (context.byline || context.place || strong)) {
    return [piece('reporter', rest, from, context.byline || context.place)];
  }
  return [];
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
  const wires = /^(.+?)\s+و\s?((?:ال)?وكالات)$/u.exec(text);
  if (
    wires?.[1] !== undefined &&
    wires[2] !== undefined &&
    isName(wires[1], false) &&
    !isAgency(wires[1], true)
  )
    return [piece('reporter', wires[1], 0), piece('agency', wires[2], text.length - wires[2].length)];
  const here = /^(?:مراسلنا|مراسلتنا|موفدنا|موفدتنا|مراسلونا)\s+(?:في|إلى|من)\s+(.+)$/u.exec(text)?.[1];
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
  if (where === '' || introduction.test(comparable(text)) || !isPlaces(where)) return [];
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

/** «القاهرة رويترز», with nothing between. */
function placeThenAgency(field: Field, text: string, at: number): Piece[] {
  const words = text.split(/\s+/);
  for (let n = words.length - 1; n > 0 && words.length <= 5; n--) {
    const place = words.slice(0, n).join(' ');
    const agency = words.slice(n).join(' ');
    if (!isPlaces(place) || isDoubtfulPlace(place) || !isWire(agency)) continue;
    const common = { field: at, wrap: 'none', sure: true } as const;
    return [
      { ...common, kind: 'place', text: place, start: field.start, end: field.start + place.length },
      { ...common, kind: 'agency', text: agency, start: field.end - agency.length, end: field.end },
    ];
  }
  return [];
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

const notPlaces =
  /^(?:عاجل|بالصور|بالفيديو|فيديو|صور|شاهد|حصري|خاص|في|من|علي|الي|عن|ان|هذا|هذه|بعد|قبل|منذ|خلال|مع|بين|اليوم|امس|غدا|اولا|ثانيا|ثالثا|رابعا|خامسا|السوال|سوال|جواب|الجواب|ملاحظه|تنويه|س|ج|راي|مقال|حوار|وزير|الوزير|الرييس|رييس|مصدر|مصادر|مسوول|انه|انها|هو|هي|لكن|نعم|لا|كيف|ماذا|لماذا|متي|اين|هل|و|او|ثم|كل|الان|حاليا|ايضا|كما|وقد|قد|لقد|المصدر|الخبر|الموضوع|الحكومه|البرلمان|الجيش|الشرطه|النيابه|المحكمه|الفريق|النادي|المنتخب|الاتحاد|المباراه|الحكم|المدرب|اللاعب)$/;

/** One to three plain words that are no verb, no particle and no title: perhaps a place that no list has. */
function mayBePlace(text: string): boolean {
  const words = wordsOf(text);
  if (/[0-9٠-٩؟!.،؛:@#]/.test(text) || words.length === 0 || words.length > 3) return false;
  return !words.some((word) => isLedeVerb(word) || notPlaces.test(comparable(word)));
}

/** Whether a whole text is a word that brings in a writer. */
export function isIntroduction(text: string): boolean {
  return new RegExp(`${writer}$`, 'u').test(comparable(text));
}
