import { isListed } from './agencies.ts';
import type { Field } from './dateline-fields.ts';
import type { Kind, Piece } from './dateline-piece.ts';
import { isName } from './names.ts';
import { isPlaces } from './places.ts';
import { beginsWithLedeVerb, comparable, endsSentence, isLedeVerb, wordsOf } from './words.ts';

/**
 * Whether the pieces at the beginning of a line, the separator behind them and the text that follows leave no doubt that
 * this is a dateline. In doubt the paragraph stays as it is: a false dateline would eat the beginning of a sentence.
 */

const dash = /^[-–—―−ـ_*|/=•·~>]+$/u;
/** «هلسنكي... توفي»، «بيروت؛ أعلن»: marks that part a place from a report as well as clauses from each other. */
const weak = /^(?:\.{2,3}|…|؛|;)$/u;
/** What follows a dash that is a parenthesis, not the end of a dateline. */
const aside =
  /^(?:التي|الذي|الذين|اللذين|اللذان|اللتين|العاصمه|عاصمه|المدينه|والتي|والذي|وهي|وهو|وهم|وليس|ليس|ليست|اي|خصوصا|لا سيما|ولا سيما|وخاصه|خاصه|الواقعه|الواقع|سابقا|حاليا|تحديدا)(?:\s|$)/;
/** These may also open a sentence; they are asides where a second dash closes them. */
const perhapsAside =
  /^(?:او|كما|مثل|مثلها|رغم|علي غرار|بحسب|حسب|وفق|وفقا|حيث|وحيث|الي جانب|فضلا|بالاضافه|ومن|وعلي|وفي)\s/;
const secondDash = /^.{1,80}\s[-‐‑–—ـ]\s/u;
/** Openings of what somebody says, not of a report: «واشنطن: لن نقبل…». */
const saying =
  /^(?:["«“'؟]|(?:لن|لا|لم|ما|هل|نحن|انا|لماذا|كيف|ماذا|متي|اين|سوف|علينا|علي|يجب|نريد|نرفض|نعم|كلا|الي|من) )/;
/** Streets, players, results: «سوسة : حي الرياض - حي الزهراء - …». */
const list = /^.{0,60}(?:\s[-–—*+/]\s?.{0,40}){2}|^.{0,30}[،,].{0,30}[،,]/u;
/** A nominal sentence behind «تونس:» is a headline where it is short; a first paragraph is longer. */
const paragraphWords = 12;

export function convinces(pieces: readonly Piece[], last: Field, rest: string, byline: boolean): boolean {
  const has = (kind: Kind, sure = false): boolean =>
    pieces.some((piece) => piece.kind === kind && (!sure || piece.sure));
  const meant = pieces.filter(({ kind }) => kind !== 'label' && kind !== 'intro' && kind !== 'day');
  const first = meant[0];
  if (first === undefined) return false;
  // An introduction without a name behind it introduces nothing.
  if (pieces.at(-1)?.kind === 'intro') return false;
  if (rest === '') return standsAlone(pieces, byline);
  const { mark, wrap } = last;
  const folded = comparable(rest.slice(0, 300));
  // «الرباط ، أعلنت…»: a comma that stands apart
  if (/^[،,]$/.test(mark) && last.next - last.end >= 3) return opensReport(pieces, rest);
  if (/^[،,]/.test(mark) || wordsOf(rest.slice(0, 100)).length < 2 || aside.test(folded)) return false;
  if (/[…؛;]|\.\./u.test(mark)) {
    // «صنعاء (سبأ) .. مبادرة جديدة…»
    const told =
      wrap === 'round' && has('place', true) && pieces.at(-1)?.kind === 'agency' && has('agency', true);
    return weak.test(mark) && (opensReport(pieces, rest) || (told && longEnough(rest)));
  }
  if (perhapsAside.test(folded) && secondDash.test(rest)) return false;
  const verb = beginsWithLedeVerb(rest);
  const closing = pieces.at(-1);
  const bracketed =
    closing !== undefined &&
    wrap !== 'none' &&
    // «(معا - غزة) …»: a place closes it, and an agency is in it
    pieces.some(({ field, kind }) => field === closing.field && kind !== 'place' && kind !== 'day');
  const dashed = dash.test(mark);
  const unmarked =
    mark === '' &&
    (closing?.kind === 'agency' ||
      // «وات / نابلس أعلنت…»
      (closing?.kind === 'place' &&
        first.kind === 'agency' &&
        isListed(first.text) &&
        wrap === 'none' &&
        verb) ||
      (closing?.kind === 'reporter' && closing.sure && wrap === 'none' && verb));
  // «[فاس] أعلنت…»
  const square = mark === '' && wrap === 'square' && closing?.kind === 'place';
  if (square) return meant.length === 1 && closing.sure && verb && longEnough(rest);
  if (mark === '' && !bracketed && !unmarked) return false;

  if (has('agency')) {
    if (has('place')) return true;
    if (has('unknown')) {
      if (first.kind === 'unknown')
        // «إلغاء إضراب إذاعة «الوطن» الذي…»
        return (
          mark !== '.' &&
          ((bracketed && (wrap !== 'quotes' || mark !== '')) || dashed || verb || mark === ':')
        );
      return has('agency', true) && (dashed || mark === ':') && verb && longEnough(rest);
    }
    if (has('reporter'))
      return (has('agency', true) || has('reporter', true)) && (dashed || mark === ':' || bracketed);
    const sure = has('agency', true);
    // «الشرق: أعلنت…»: a paper that a list has, and a whole first paragraph behind it.
    if (!sure && mark === ':' && first.kind === 'agency' && isListed(first.text))
      return (
        verb &&
        wordsOf(rest.slice(0, 400)).length >= paragraphWords &&
        (endsSentence(rest) || rest.length > 300)
      );
    // «(المدن) - تظاهر…», «وفا - أفادت…»: a word that may be an agency, and a report behind it.
    if (!sure)
      return (
        (dashed || (mark === ':' && (wrap === 'quotes' || wrap === 'round'))) &&
        verb &&
        longEnough(rest) &&
        (bracketed || (last.spaced && !secondDash.test(rest)))
      );
    // «نيويورك تايمز - في افتتاحيتها - تنتقد»
    if (!bracketed && !verb && secondDash.test(rest)) return false;
    return bracketed || dashed || (mark === ':' && (verb || longEnough(rest)));
  }
  if (mark === '.') return false;
  if (has('reporter')) {
    // «يعبد - سمر يوسف: أعلنت…»: a name that is known, beside a town that no list has.
    if (has('unknown'))
      return (
        (has('reporter', true) ||
          pieces.some(({ kind, text }) => kind === 'reporter' && isName(text, true))) &&
        (dashed || mark === ':' || bracketed) &&
        verb &&
        longEnough(rest)
      );
    if (pieces.some(({ kind }) => kind === 'intro') && has('reporter', true)) return dashed || mark === ':';
    // «كتبت سمر يوسف: أعلنت…»
    if (!has('place'))
      // «كتب خالد علي - مدارس جديدة…»; behind a colon it may be what he says
      return (
        pieces.some(({ led }) => led) &&
        longEnough(rest) &&
        (verb ? dashed || mark === ':' : dashed && has('reporter', true) && !secondDash.test(rest))
      );
    const named = pieces.every(
      ({ kind, sure, text }) => kind !== 'reporter' || sure || verb || isName(text, true),
    );
    if (!named) return false;
    return first.kind === 'place'
      ? dashed || mark === ':' || bracketed || unmarked
      : has('place', true) && (dashed || mark === ':');
  }
  if (has('unknown')) {
    // «يعبد – خاص: أعلنت…»
    const told = mark === ':' && pieces.some(({ kind }) => kind === 'label' || kind === 'day');
    if (meant.length > 1 || !(told || (dashed && last.spaced))) return false;
    return verb && longEnough(rest);
  }
  return placeAlone({ pieces, dashed, mark, rest, folded, verb, last });
}

interface PlaceAlone {
  pieces: readonly Piece[];
  dashed: boolean;
  mark: string;
  rest: string;
  folded: string;
  verb: boolean;
  last: Field;
}

/** «القاهرة - …», «مقديشو: …», perhaps with a day or a word such as «خاص» beside the place. */
function placeAlone({ pieces, dashed, mark, rest, folded, verb, last }: PlaceAlone): boolean {
  const sure = pieces.some(({ kind, sure: known }) => kind === 'place' && known);
  if (pieces.at(-1)?.wrap === 'round' && mark === '') return false;
  // «تونس-قرطاج» is one name; «رام الله_أشارت» and «وهران-أعلنت» are not.
  if (dashed && !last.spaced && mark.length === 1 && mark !== '/') return sure && verb && longEnough(rest);
  const dated = pieces.some(({ kind }) => kind === 'day' || kind === 'label');
  // «كفر الوادي – خاص: أعلنت…»
  if (!sure) return verb && (dashed || (dated && mark === ':'));
  const words = wordsOf(rest.slice(0, 400)).length;
  if (words < 5) return false;
  if (mark === ':') {
    const whole = words >= paragraphWords || endsSentence(rest);
    if ((verb && whole) || dated) return true;
    return whole && words >= paragraphWords && endsSentence(rest) && !saying.test(folded) && !list.test(rest);
  }
  if (!dashed) return false;
  if (verb) return true;
  // «القاهرة - الإسكندرية الصحراوي» and «موسكو - العاصمة - تستضيف» are sentences.
  if (secondDash.test(rest)) return false;
  if (opensWithPlace(rest)) return false;
  return dated || words >= paragraphWords || endsSentence(rest);
}

/** «تونس - باريس رحلة يومية جديدة»، «بغداد – أربيل، خلاف قديم»: the dash joins two places, unless the second does something. */
function opensWithPlace(rest: string): boolean {
  const [first = '', second = ''] = wordsOf(rest);
  if (!isPlaces(first.replace(/[،,:]$/u, ''))) return false;
  return /[،,:]$/u.test(first) || !(isLedeVerb(second) || /^[يت]\p{L}{3}/u.test(second));
}

function longEnough(rest: string): boolean {
  return wordsOf(rest.slice(0, 200)).length >= 5;
}

/** A line that is nothing but a dateline. */
function standsAlone(pieces: readonly Piece[], byline: boolean): boolean {
  const kinds = new Set(pieces.map(({ kind }) => kind));
  const of = (kind: Kind): Piece[] => pieces.filter((piece) => piece.kind === kind);
  if (kinds.has('unknown')) {
    const known = of('reporter').every(({ sure }) => sure) && kinds.has('reporter');
    return (byline && known) || (kinds.has('agency') && of('agency').some(({ sure }) => sure));
  }
  // «صفاقس : احتجاجات للمطالبة بغلق "السياب"» has the shape only.
  if (!byline && of('reporter').some(({ sure, text }) => !sure && !isName(text, true))) return false;
  if (kinds.has('agency')) {
    return (
      kinds.has('place') ||
      kinds.has('reporter') ||
      byline ||
      of('agency').some(({ sure, wrap }) => sure && wrap !== 'quotes')
    );
  }
  if (kinds.has('reporter')) {
    const sure = of('reporter').every(({ sure: known, text }) => known || isName(text, true));
    if (kinds.has('intro')) return byline || sure;
    return (kinds.has('place') && (byline || sure)) || (byline && sure);
  }
  if (!kinds.has('place')) return false;
  if (kinds.has('day') || kinds.has('label')) return true;
  // «جدة، الدمام», «دير الزور (سوريا)»
  return byline && of('place').length <= 2 && of('place').every(({ sure, text }) => sure && isPlaces(text));
}

/** One known place, perhaps with its agency, and a sentence of news behind it. */
function opensReport(pieces: readonly Piece[], rest: string): boolean {
  // «… /قنا/ من سمر يوسف .. أعلنت…»
  const sure = pieces.every(({ kind, sure: known, text }) => {
    if (kind === 'day') return true;
    if (kind === 'agency') return known || isListed(text);
    return (kind === 'place' || kind === 'reporter') && known;
  });
  return sure && pieces[0]?.kind === 'place' && beginsWithLedeVerb(rest) && longEnough(rest);
}
