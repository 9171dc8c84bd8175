import { isAgency, isListed, isWire } from './agencies.ts';
import type { Field } from './dateline-fields.ts';
import { partsOf } from './dateline-phrase.ts';
import { type Context, type Kind, type Piece, piecesIn } from './dateline-piece.ts';
import { isName } from './names.ts';
import { isPlaces } from './places.ts';
import { introductionOf } from './writers.ts';
import { comparable } from './words.ts';

/** Writers and what brings them in, within one field without brackets: «كتبت سارة علي»، «مراسل الجزيرة نت في صنعاء». */

/** What stands behind so many words of a text as `word` has, with whatever hamza and harakat. */
export function cutWords(text: string, word: string): { rest: string; length: number } | undefined {
  const count = word.split(' ').length;
  const cut = new RegExp(`^(?:\\S+\\s+){${count}}`, 'u').exec(text)?.[0];
  return cut === undefined ? undefined : { rest: text.slice(cut.length), length: cut.length };
}

/** «كتبت سارة علي»، «مراسل الجزيرة نت في صنعاء»; the word alone where a mark parts it from the name. */
export function introduced(field: Field, text: string, at: number, context: Context): Piece[] {
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
  // «من مراسل رويترز في بيروت سمر يوسف»
  const both = where === '' ? undefined : placeAndName(where);
  if (both !== undefined && isAgency(who, true) && !isName(who, true))
    return [
      piece('agency', who, from),
      { ...piece('place', both.place, from + rest.length - where.length), end: field.end - both.name.length },
      piece('reporter', both.name, from + rest.length - both.name.length),
    ];
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
export function whoAndWhere(field: Field, text: string, at: number): Piece[] {
  const piece = (kind: Kind, part: string, from: number): Piece => ({
    kind,
    text: part,
    start: field.start + from,
    end: from + part.length === text.length ? field.end : field.start + from + part.length,
    field: at,
    wrap: 'none',
    sure: true,
  });
  const office = /^(?:مكتب|خاص|خدمة|بعثة|رسالة)\s+/u.exec(text)?.[0].length ?? 0;
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
  // «الاتحاد من حلب:»
  const house = isWire(who) || (isListed(who) && /^[:–—-]$/u.test(field.mark));
  if (house) return [piece('agency', who, 0), piece('place', where, from)];
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

/** «إلى بيروت سمر يوسف» behind the agency of «موفد «الوطن»». */
export function fromWhere(field: Field, text: string, at: number): Piece[] {
  const cut = /^(?:إلى|الى|في|من)\s+/u.exec(text)?.[0].length ?? 0;
  const split = cut === 0 ? undefined : placeAndName(text.slice(cut));
  if (split === undefined) return [];
  const { start, end } = field;
  const piece = { field: at, wrap: 'none' as const, sure: true };
  const behind = start + cut + split.place.length;
  return [
    { ...piece, kind: 'place', text: split.place, start: start + cut, end: behind },
    { ...piece, kind: 'reporter', text: split.name, start: behind + 1, end },
  ];
}

/** «من مانيلا», behind the name of an agency. */
const from = /^(?:من|في|إلى|الى)\s+/u;

export function withoutFrom(text: string): string {
  return text.replace(from, '');
}

export function isFrom(text: string): boolean {
  return from.test(text) && isPlaces(withoutFrom(text));
}
