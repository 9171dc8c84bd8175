import { agencyName, isAgency } from './agencies.ts';
import { isDay } from './dates.ts';
import { isName } from './names.ts';
import { isPlace } from './places.ts';
import { beginsWithLedeVerb, comparable, isLedeVerb, wordsOf } from './words.ts';

/**
 * The opening of an agency story: place, agency, reporter, day, in the ways of the agencies and papers
 * («موسكو ـ»، «باريس (أ ف ب) –»، «الرياض: محمد العتيبي»، «دمشق/ سانا /»). The method is a small grammar: pieces
 * between separators are named one by one from the start (place, agency, reporter, day, label), and
 * the whole is accepted only where the pieces and the separator together leave no doubt. In doubt the
 * paragraph stays as it is: a false dateline would eat the beginning of a sentence.
 */
export interface Dateline {
  place?: string;
  agency?: string;
  reporter?: string;
  /** What was taken off, as written. */
  taken: string;
  /** The paragraph without it; empty when the paragraph was nothing but a dateline. */
  rest: string;
}

type Kind = 'place' | 'agency' | 'reporter' | 'day' | 'label' | 'unknown';
interface Piece {
  kind: Kind;
  text: string;
  bracketed: boolean;
}

/** A dateline with place, day, agency and two reporters stays below this many characters. */
const longest = 150;
const separator = /^\s*(?:(?<=[\s)»"\]])ـ+|ـ+(?=\s)|--+|[-–—―/|:؛*]+|[،,](?=\s*\S)|\.(?=\s)|\.$)\s*/;

/**
 * @param paragraph a paragraph, trimmed.
 * @param byline true for a line where a byline stands: any plain name after a place is then a reporter's, not only
 *   those with a first name that is known («سوسة : معرض الكتاب» is a headline, so elsewhere it is none).
 * @returns undefined when it does not begin with a dateline beyond doubt.
 */
export function readDateline(paragraph: string, byline = false): Dateline | undefined {
  const line = saudiDateline(paragraph) ?? parse(paragraph);
  if (line?.rest === '' && line.reporter !== undefined && !byline && !isName(line.reporter, true))
    return undefined;
  return line;
}

/** «جدة 20 شوال 1436هـ الموافق 5 أغسطس 2015م واس», the Saudi agency's way, has no separators at all. */
function saudiDateline(paragraph: string): Dateline | undefined {
  const found = /^(\p{L}[\p{L} ]{1,25}?)\s+[0-9٠-٩]{1,2}\s.{4,70}?\s?م\s+(واس)(?![\p{L}])[\s:–-]*/u.exec(
    paragraph,
  );
  const [taken = '', place = '', agency = ''] = found ?? [];
  if (!found || !isPlace(place)) return undefined;
  return { place, agency, taken: taken.trim(), rest: paragraph.slice(taken.length).trim() };
}

function parse(paragraph: string): Dateline | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  let lastSeparator = '';
  let accepted: { end: number; separator: string; count: number } | undefined;

  for (let guard = 0; guard < 8 && at < longest; guard++) {
    const piece = nextPiece(paragraph, at, pieces);
    if (piece === undefined) break;
    pieces.push(piece.piece);
    at = piece.end;
    const found = separator.exec(paragraph.slice(at));
    lastSeparator = found?.[0].trim() ?? '';
    if (found) at += found[0].length;
    const closed = found !== null || at >= paragraph.length || piece.piece.bracketed;
    if (!closed && /^\s*[([«"“]/.test(paragraph.slice(at))) continue; // «باريس (أ ف ب)»: the bracket decides
    if (!closed) break;
    accepted = { end: at, separator: found ? lastSeparator : '', count: pieces.length };
  }
  if (!accepted) return undefined;
  const rest = paragraph.slice(accepted.end).trim();
  const used = pieces.slice(0, accepted.count);
  if (!convinces(used, accepted.separator, rest)) return undefined;
  return compose(used, paragraph.slice(0, accepted.end).trim(), rest);
}

/** The piece that begins at `at`, if it is one that datelines are made of. */
function nextPiece(
  text: string,
  at: number,
  before: readonly Piece[],
): { piece: Piece; end: number } | undefined {
  const ahead = text.slice(at, at + 90);
  const lead = /^\s*/.exec(ahead)?.[0].length ?? 0;
  const bracket = /^\s*[([]([^()[\]]{1,50})[)\]]/.exec(ahead) ?? /^\s*["«“]([^"«»”]{1,30})["»”]/.exec(ahead);
  const hasPlace = before.some((piece) => piece.kind === 'place' || piece.kind === 'unknown');
  if (bracket) {
    const inner = (bracket[1] ?? '').trim();
    const round = /^\s*[([]/.test(bracket[0]);
    const after = ahead.slice(bracket[0].length);
    const stands = after.trim() === '' || separator.test(after) || /^\s*[([]/.test(after);
    // «بيروت - «الحياة»» is a paper, «بيروت - «لن نسمح» قال…» is a quotation.
    if (!round && (!stands || (!hasPlace && !isAgency(inner, false)))) return undefined;
    const kind = kindOf(inner, hasPlace, true, before);
    if (kind !== undefined && (round || kind === 'agency')) {
      return { piece: { kind, text: inner, bracketed: round }, end: at + bracket[0].length };
    }
    const known = before.some((piece) => piece.kind === 'place');
    if (!round && known && wordsOf(inner).length <= 3 && after.trim() === '') {
      return { piece: { kind: 'agency', text: inner, bracketed: false }, end: at + bracket[0].length };
    }
    return undefined;
  }
  const word = /^\s*[^\s()[\]«»"“”][^()[\]«»"“”]*/.exec(ahead)?.[0] ?? '';
  // The nearest separator first, then farther ones: «أبو-ظبي» and «أ.ف.ب» hold separators themselves.
  const ends: number[] = [];
  for (let i = lead + 1; i <= word.length; i++) {
    const here = text.slice(at + i);
    if (i === word.length || separator.test(here.slice(0, 8)) || /^\s*[([«]/.test(here)) ends.push(i);
    if (i === word.length && at + i < text.length && !/^\s*[([«"“]/.test(here)) ends.pop();
  }
  const unmarked = hasPlace ? agencyBeforeVerb(ahead) : undefined;
  if (unmarked !== undefined) {
    return { piece: { kind: 'agency', text: unmarked, bracketed: true }, end: at + lead + unmarked.length };
  }
  const tried = ends.slice(0, 8).toReversed();
  for (const wanted of ['agency', 'place', 'day', 'label', 'reporter', 'unknown'] as const) {
    for (const end of tried) {
      const candidate = text.slice(at + lead, at + end).trim();
      if (candidate === '' || wordsOf(candidate).length > 7) continue;
      const kind = kindOf(candidate, hasPlace, false, before);
      if (kind === wanted) {
        const tail = text.slice(at + end);
        if ((kind === 'unknown' || kind === 'reporter') && end !== ends[0]) continue;
        if (kind === 'reporter' && tail.trim() !== '' && !inlineReporter(candidate, tail)) continue;
        return { piece: { kind, text: candidate, bracketed: false }, end: at + end };
      }
    }
  }
  return undefined;
}

/** The agency of «دمشق-سانا بحث وزير…», where nothing parts it from the first verb. */
function agencyBeforeVerb(ahead: string): string | undefined {
  const [, name = '', rest = ''] = /^\s*(\S+)\s+(.+)$/u.exec(ahead) ?? [];
  return isAgency(name, false) && beginsWithLedeVerb(rest) ? name : undefined;
}

function kindOf(
  text: string,
  hasPlace: boolean,
  guarded: boolean,
  before: readonly Piece[],
): Kind | undefined {
  const bare = text.replace(/[ـ\s]+$/u, '').trim();
  if (isAgency(bare, guarded || (hasPlace && wordsOf(bare).length <= 3))) return 'agency';
  if (isPlaces(bare)) return 'place';
  if (isDay(bare)) return 'day';
  const placeAndDay = splitDay(bare);
  if (placeAndDay !== undefined && isPlaces(placeAndDay)) return 'place';
  if (
    /^(?:خاص|حصري|متابعات|متابعه|تقرير|تحليل|ا)$/.test(comparable(bare)) &&
    (before.length > 0 || bare === 'خاص')
  ) {
    return 'label';
  }
  if (before.some((piece) => piece.kind !== 'label')) {
    const named = bare.replace(/^(?:من|كتب|كتبت|بقلم|مراسل|مراسلنا|مراسلتنا)\s+/, '');
    if (named !== bare ? isName(named, false) : isName(bare, false)) return 'reporter';
    return undefined;
  }
  const words = wordsOf(bare);
  const odd = /[0-9٠-٩؟!.،؛:]/.test(bare) || words.length === 0 || words.length > 3;
  if (odd || words.some((word) => isLedeVerb(word) || notPlaces.test(comparable(word)))) return undefined;
  return 'unknown';
}

const notPlaces =
  /^(?:عاجل|بالصور|بالفيديو|فيديو|صور|شاهد|حصري|خاص|في|من|على|علي|الي|عن|ان|هذا|هذه|بعد|قبل|منذ|خلال|مع|بين|اليوم|امس|غدا|اولا|ثانيا|ثالثا|رابعا|السوال|سوال|جواب|الجواب|ملاحظه|تنويه|س|ج|كتب|كتبت|بقلم|تقرير|تحليل|راي|مقال|حوار|وزير|الرييس|رييس|مصدر|مصادر|انه|انها|هو|هي|لكن|نعم|لا|كيف|ماذا|لماذا|متي|اين|هل)$/;

/** «القاهرة»، «بيروت/دمشق»، «لندن، باريس»، «دبي، الإمارات العربية المتحدة». */
function isPlaces(text: string): boolean {
  if (isPlace(text)) return true;
  const parts = text.split(/\s*[/،,]\s*/);
  return parts.length > 1 && parts.length <= 4 && parts.every((part) => isPlace(part));
}

/** The place of «القاهرة 5 أغسطس» or «أبوظبي في 5 أغسطس», if it has a day after it. */
function splitDay(text: string): string | undefined {
  const found = /^(.*?)(?:\s+في|[،,])?\s+(?=[0-9٠-٩])(.+)$/u.exec(text);
  if (!found) return undefined;
  return isDay(found[2] ?? '') ? found[1]?.trim() : undefined;
}

/** A reporter in the middle of a line must be followed by a separator and be a name that is known, or before a verb. */
function inlineReporter(candidate: string, tail: string): boolean {
  const after = separator.exec(tail);
  if (!after) return /^\s*[([]/.test(tail);
  const named = candidate.replace(/^(?:من|كتب|كتبت|بقلم|مراسل|مراسلنا|مراسلتنا)\s+/, '');
  return isName(named, true) || (named !== candidate && isName(named, false));
}

const dashed = /^[-–—―ـ*]+$/;
/** What follows a dash that is a parenthesis, not the end of a dateline. */
const aside =
  /^(?:التي|الذي|الذين|اللذين|اللذان|اللتين|العاصمه|عاصمه|المدينه|والتي|والذي|وهي|وهو|وهم|وليس|ليس|او|كما|مثل|مثلها|رغم|علي غرار|بحسب|وفق|وفقا|اي|خصوصا|لا سيما|ولا سيما|وخاصه|خاصه|حيث|وحيث)(?:\s|$)/;

function convinces(pieces: readonly Piece[], end: string, rest: string): boolean {
  const has = (kind: Kind): boolean => pieces.some((piece) => piece.kind === kind);
  const restWords = wordsOf(rest).length;
  const first = pieces.find((piece) => piece.kind !== 'label');
  if (!first || end === '،' || end === ',') return false;
  if (rest !== '' && restWords < 2) return false;
  if (rest !== '' && aside.test(comparable(rest))) return false;
  const bracketedAgency = pieces.some((piece) => piece.kind === 'agency' && piece.bracketed);
  const ended = end !== '' || rest === '' || bracketedAgency;
  if (!ended) return false;

  if (has('agency')) {
    if (has('place')) return true;
    if (has('unknown')) return first.kind === 'unknown' && (rest === '' || end !== '.');
    return rest === '' || dashed.test(end) || end === '/' || bracketedAgency || beginsWithLedeVerb(rest);
  }
  if (has('unknown')) {
    if (pieces.length > 1 || rest === '') return false;
    return dashed.test(end) && restWords >= 5 && beginsWithLedeVerb(rest);
  }
  if (!has('place') || end === '.') return rest === '' && has('place') && pieces.length > 0;
  if (rest === '') return true;
  if (restWords < 5 && !beginsWithLedeVerb(rest)) return false;
  // «القاهرة - الإسكندرية الصحراوي» and «موسكو - العاصمة - تستضيف» are sentences.
  if (dashed.test(end))
    return (
      !isPlaces(wordsOf(rest)[0] ?? '') || beginsWithLedeVerb(rest) || (restWords > 8 && !secondDash(rest))
    );
  if (has('reporter')) return true;
  return beginsWithLedeVerb(rest) || (has('day') && end !== '');
}

function secondDash(rest: string): boolean {
  return /^.{1,60}\s[-–—ـ]\s/u.test(rest);
}

function compose(pieces: readonly Piece[], taken: string, rest: string): Dateline {
  const line: Dateline = { taken, rest };
  const places: string[] = [];
  const agencies: string[] = [];
  const reporters: string[] = [];
  for (const piece of pieces) {
    const text = piece.text.replace(/[ـ\s]+$/u, '').trim();
    if (piece.kind === 'place' || piece.kind === 'unknown') {
      const name = isPlaces(text) ? text : (splitDay(text) ?? text);
      const last = places.length - 1;
      if (piece.bracketed && last >= 0) places[last] = `${places[last]} (${name})`;
      else places.push(name);
    } else if (piece.kind === 'agency') agencies.push(agencyName(text));
    else if (piece.kind === 'reporter') {
      reporters.push(text.replace(/^(?:من|كتب|كتبت|بقلم|مراسل|مراسلنا|مراسلتنا)\s+/, ''));
    }
  }
  if (places.length > 0) line.place = places.join('، ');
  if (agencies.length > 0) line.agency = agencies.join('، ');
  if (reporters.length > 0) line.reporter = reporters.join('، ');
  return line;
}
