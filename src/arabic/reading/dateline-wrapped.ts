import { isAgency, isListed, isWire } from './agencies.ts';
import { cutWords, isFrom } from './dateline-crew.ts';
import type { Field } from './dateline-fields.ts';
import { isCountry, label, mayBePlace } from './dateline-labels.ts';
import { paperLike, partsOf } from './dateline-phrase.ts';
import { type Context, type Kind, type Piece, piecesIn } from './dateline-piece.ts';
import { isDateLine, isDay } from './dates.ts';
import { isName } from './names.ts';
import { isPlaceShaped, isPlaces } from './places.ts';
import { beginsWithLedeVerb, comparable, isLedeVerb, looksVerbal, wordsOf } from './words.ts';
import { introductionOf } from './writers.ts';

/** Fields in brackets or quotation marks. */

/** What says in which part of a country a place lies. */
const region =
  /^(?:شمال|جنوب|شرق|غرب|وسط|قرب|ضواحي|ريف|محافظه|ولايه|قضاء|اقليم|منطقه|مدينه|قريه|بلده|حي|حدود|اقصي)\S{0,2} /;

/** «(أ ف ب)»، «(ليبيا)»، «[القاهرة]»، ««الحياة»». */
export function nameWrapped(
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
      (following.wrap === 'round'
        ? isPlaces(following.text) ||
          severalWrapped(following, at + 1, { ...context, agency: true }).length > 0
        : isFrom(following.text));
    const expected = context.place || context.introduced || context.label || context.reporter;
    // «بيروت - «البلاغ» أعلنت…»
    const told =
      context.place && context.dashed && paperLike(text) && beginsWithLedeVerb(following?.text ?? '');
    if (mark === '' && !atEnd && !placedNext && !(expected && isAgency(text, true)) && !told) return [];
    const stands = !/^[،,]/.test(mark);
    // «"وفا" - جنيف: …»
    const placed = placedNext || (following?.wrap === 'none' && isPlaces(following.text));
    // «القبس» - أعلنت…
    const reports = mark !== '' && isListed(text) && beginsWithLedeVerb(following?.text ?? '');
    const telling = first && (placed || reports || mark === ':' || context.label);
    // «الوطن» - أحمد علي, on a line for names
    const signed =
      (context.byline || (first && isListed(text) && mark !== '')) &&
      (context.reporter || (following?.wrap === 'none' && isName(following.text, true)));
    const paper = isAgency(
      text,
      context.place || context.introduced || telling || signed || (context.reporter && mark !== ''),
    );
    // «"صفاقس" - …»
    if (first && !paper && mark !== '' && isPlaces(text)) return whole('place', false);
    const short = stands && context.place && wordsOf(text).length <= 3 && !/[؟!.:]/.test(text);
    return paper || short
      ? whole('agency', paper && (!first || placed || signed || isAgency(text, false)))
      : [];
  }
  const several =
    first || context.place || context.reporter || context.agency ? severalWrapped(field, at, context) : [];
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
  const brought = nameBrought(text);
  if (brought !== undefined && (context.place || context.agency))
    return whole('reporter').map((piece) => ({ ...piece, text: brought.name, start: start + brought.at }));
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
  const reported = context.place && beginsWithLedeVerb(following?.text ?? '');
  // «طرابلس (غرب البلاد) - أعلنت…»
  if (reported && mark !== '' && region.test(folded)) return whole('place', false);
  if (reported && !context.reporter && !region.test(folded) && isName(text, false))
    return whole('reporter', false);
  // «لندن (البلاغ) - أعلنت…»
  if (reported && mark !== '' && !context.agency && (paperLike(text) || unheard(text)))
    return whole('agency', false);
  return [];
}

/** «عجمان (نبض الميناء) - …»: one to three words that are no verb, in brackets between a place and a report. */
function unheard(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length <= 3 &&
    !/[\d؟!.:،]/u.test(text) &&
    !words.some((word) => isLedeVerb(word) || looksVerbal(word)) &&
    mayBePlace(text)
  );
}

/** «(الخليل – وفا)»، «[بيروت - رويترز]»، «(سانا، 5 آب)»: a place, whoever tells of it and a day, in one pair of brackets. */
export function severalWrapped(field: Field, at: number, context: Context): Piece[] {
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
    const end = start + from;
    const piece = (kind: Kind, sure = true): Piece => ({
      kind,
      text: part,
      start: start + offset,
      end,
      field: at,
      wrap,
      sure,
    });
    const brought = nameBrought(part);
    if (brought !== undefined) {
      pieces.push({ ...piece('reporter'), text: brought.name, start: start + offset + brought.at });
      continue;
    }
    const kind = kindWrapped(part, context.place || has('place'));
    if (kind === undefined) {
      const inner = piecesIn(field, part, start + offset, partsOf(part, 'credits', true), at);
      const unlisted = parts.length === 2 && pieces.length === 0 && !context.place && !context.reporter;
      if (inner.length > 0 && !(unlisted && isPlaceShaped(part))) pieces.push(...inner);
      else if (unlisted && mayBePlace(part)) pieces.push(piece('unknown', false));
      // «دمشق (المشهد الجديد، 25 نيسان)»: beside a day
      else if (context.place && parts.length === 2 && !has('agency') && paperLike(part))
        pieces.push(piece('agency'));
      else return [];
    } else pieces.push(piece(kind));
  }
  if (context.place)
    return has('agency') && !has('place') && (has('day') || has('reporter') || has('label')) ? pieces : [];
  if (context.reporter) return has('agency') || has('place') ? pieces : [];
  // «الوطن» (القاهرة – سمر يوسف):
  if (context.agency && has('place')) return has('agency') ? [] : pieces;
  const told = has('agency') || has('reporter');
  // «(يعبد – سمر يوسف) أعلنت…»: a town that no list has, beside a name that is known.
  if (has('unknown'))
    return told && pieces.every(({ kind, sure }) => kind === 'unknown' || sure) ? pieces : [];
  return (has('place') && (told || has('day'))) || (has('agency') && has('day')) ? pieces : [];
}

/** «تحرير سمر يوسف» of «(وات/ تحرير سمر يوسف)», «ترجمة: سمر يوسف»: the name, with its place in the text. */
function nameBrought(text: string): { name: string; at: number } | undefined {
  const word = introductionOf(comparable(text).replace(/ ?:/u, ' '));
  const cut =
    word === undefined
      ? undefined
      : new RegExp(`^(?:\\S+?\\s*[\\s:]\\s*){${word.split(' ').length}}`, 'u').exec(text)?.[0];
  // Behind «مراسل» and «موفد» a house may stand.
  if (cut === undefined || !/^(?:تحرير|ترجم|كتب|كتاب|اعد|بقلم|تقرير|تصوير|متابعه|رصد)/.test(word ?? ''))
    return undefined;
  const name = text.slice(cut.length);
  return isName(name, false) ? { name, at: cut.length } : undefined;
}

function kindWrapped(part: string, placed: boolean): Kind | undefined {
  if (/^[«"“]/u.test(part)) return isAgency(part, true) ? 'agency' : undefined;
  if (isDay(part) || isDateLine(part)) return 'day';
  if (!placed && isPlaces(part)) return 'place';
  if (isAgency(part, true) && !isName(part, true)) return 'agency';
  if (isName(part, !placed)) return 'reporter';
  return label.test(comparable(part)) ? 'label' : undefined;
}
