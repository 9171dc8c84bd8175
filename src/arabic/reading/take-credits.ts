import { agencyName, isAgency, isListed, isWire } from './agencies.ts';
import { type Dateline, readDateline } from './dateline.ts';
import { isDateLine, readDate } from './dates.ts';
import { closingAgency, splitClosing } from './furniture/closing.ts';
import { isPhotographer, isPictureCredit } from './furniture/captions.ts';
import { isBodyLike } from './furniture/find-furniture.ts';
import { furnitureOf, isAgencyLine } from './furniture/furniture.ts';
import { isName } from './names.ts';
import { isDoubtfulPlace, isPlaces } from './places.ts';
import type { Item, Reading, ReadingOptions } from './record.ts';
import { endsSentence, wordsOf } from './words.ts';
import { isIntroduction } from './writers.ts';

/** Between headline and text stand at most so many lines of dates, names, pictures and buttons. */
const mostLines = 30;
/** A line with a name, a place and a date is shorter. */
const longestCredit = 120;

/**
 * Takes dates, bylines and dateline lines from between headline and body; what else stands there is left to the rules
 * for furniture.
 */
export function takeCredits(items: readonly Item[], reading: Reading, options: ReadingOptions): Item[] {
  const kept: Item[] = [];
  const texts = items
    .slice(0, mostLines * 4)
    .some(({ text }) => furnitureOf(text) === undefined && isBodyLike(text));
  for (const [at, item] of items.entries()) {
    const { text } = item;
    const rest = items.length - at;
    if (at >= mostLines || rest === 1 || isOpening(text)) return [...kept, ...items.slice(at)];
    if (isDateLine(text)) {
      reading.published ??= readDate(text, options.zone);
      reading.dropped.push(text);
    } else if (text.length <= longestCredit && takeCredit(text, reading, texts)) {
      continue;
    } else kept.push(item);
  }
  return kept;
}

/** The first paragraph: whole sentences, or a dateline with text behind it. */
function isOpening(text: string): boolean {
  if (furnitureOf(text) !== undefined) return false;
  // «من كتاب النهر.» is a sentence; the stop of «أ.ف.ب.» is none.
  if (endsSentence(text) && /\p{L}{2}[.۔]$/u.test(text) && wordsOf(text).length >= 4) return true;
  const dateline = readDateline(text, true);
  if (dateline) return dateline.rest !== '';
  return isBodyLike(text) || text.length > 150;
}

/** «كتب: أحمد علي – القاهرة», «الرياض: محمد العتيبي», «بيروت/ رويترز», «أحمد علي». */
function takeCredit(line: string, reading: Reading, texts: boolean): boolean {
  if (isPictureCredit(line) || isPhotographer(line)) return false;
  if (texts && takePublished(line, reading)) return true;
  const text = line.replace(handle, '').replace(attached, '').replace(calling, '').trim() || line;
  const own = readDateline(text.replace(sourced, ''), texts);
  const adapted = text.replace(handed, '');
  const alone = adapted !== text || /^وكالة\s/u.test(text);
  if (
    texts &&
    alone &&
    (own?.place === undefined || isListed(adapted)) &&
    reading.agency === undefined &&
    isAgency(adapted, true)
  ) {
    reading.agency = agencyName(adapted);
    return true;
  }
  // «مقر المصرف المركزي. رويترز» says what a picture shows.
  if (own !== undefined && caption.test(text) && !isName(own.reporter ?? '', true)) return false;
  if (furnitureOf(text) !== undefined) {
    // «المصدر: جنيف - رويترز»، «وات / تونس»، «سمر أبو شادي (أ ف ب)» look like a source, a closing mark, a caption.
    const { place = '', reporter = '', agency } = own ?? {};
    const known = (isPlaces(place) && !isDoubtfulPlace(place)) || isName(reporter, true);
    const signed =
      agency !== undefined ||
      (isIntroduction(text.split(/[\s:]/u, 1)[0] ?? '') && reporter !== '') ||
      // «المصدر: سمر يوسف - جدة»
      (sourced.test(text) && place !== '' && reporter !== '');
    if (own?.rest !== '' || !signed || !known || hasCredit(reading)) return false;
    note(own, reading);
    return true;
  }
  if (own?.rest === '') {
    note(own, reading);
    return true;
  }
  const pen = /^[✍✎🖊🖋](?:\ufe0f|\p{Emoji_Modifier})*\s*/u.exec(text)?.[0];
  if (pen !== undefined && isName(text.slice(pen.length), false)) {
    reading.reporter ??= text.slice(pen.length);
    return true;
  }
  if (texts && isName(text, true) && wordsOf(text).length <= 8) {
    reading.reporter ??= text;
    return true;
  }
  if (isAgencyLine(text) || (texts && (isAgency(text, false) || isWire(text)))) {
    reading.agency ??= closingAgency(text) ?? text;
    return true;
  }
  return false;
}

/** «OKAZ_online@»: where to follow who wrote it. */
const handle = /(?<=^|\s)(?:@[\w.]+|[\w.]+@)(?=\s|$)/g;
/** «سمر يوسف صحافية», «سمر يوسف - كاتبة»: what a writer is. */
const calling =
  /(?<=\p{L}{2} \p{L}{2,})\s*(?:[-–—ـ،|/]\s*|\s)(?:صحافي|صحفي|كاتب|إعلامي|اعلامي|مراسل|محرر|مدون|مترجم|باحث)(?:ة|ون|ين|ان)?(?:\s+و(?:صحافي|صحفي|كاتب|إعلامي|باحث|مترجم|روائي|شاعر)ة?)?(?:\s+(?:ال)?\p{L}{2,}(?:ي|ية))?$/u;
/** «• 3 س», «تابِعْ»: how old it is, and an offer to follow its writer. */
const attached =
  /\s*[•·|]\s*(?:منذ\s+)?[\d٠-٩]{1,3}\s*(?:س|د|ي|ساع(?:ة|ات)|دقي?قة|دقائق|يوم|أيام)$|\s+تاب\u0650?ع[\u0652ه]?$/u;

/** «سمر يوسف نشر في الوطن يوم 05 - 08 - 2015»: how gatherers of papers say where they found a story. */
const published =
  /^(?:(?<who>\p{L}.{2,40}?)\s+)?نشرت?\s+(?:في|ب)\s*(?<where>\S.{1,40}?)\s+(?:يوم|بتاريخ)\s+(?<day>[\d٠-٩].{5,25})$/u;

function takePublished(line: string, reading: Reading): boolean {
  const { who, where = '', day = '' } = published.exec(line)?.groups ?? {};
  if (!isAgency(where, true) || !isDateLine(day.replace(/\s+/g, ''))) return false;
  if (who !== undefined && !isName(who, false)) return false;
  reading.agency ??= agencyName(where);
  reading.reporter ??= who;
  return true;
}

/** A stop behind a word, and more. */
const caption = /\p{L}{3}\.\s+\S/u;

/** Beside an agency: «العلم (بتصرف)»، «القبس – متابعة»، «خاص – الحياة»، «نقلا عن رويترز». */
const handed =
  /^(?:خاص\s*[-–—ـ:/|]\s*|نقل(?:ا|اً|ًا) عن:?\s+)|\s*\(بتصرف\)$|\s*[-–—ـ،|/]\s*(?:بتصرف|متابعة|متابعات|خاص)$/u;

/** «المصدر: » before a place and an agency. */
const sourced = /^المصدر\s*:\s*/u;

const hasCredit = ({ dateline, reporter }: Reading): boolean =>
  dateline !== undefined || reporter !== undefined;

function note(line: Dateline, reading: Reading): void {
  reading.dateline ??= line.place;
  reading.agency ??= line.agency;
  reading.reporter ??= line.reporter;
}

/** How many paragraphs are looked at: a standfirst and a subheading may stand above the one with the dateline. */
const mostAbove = 2;

/** The dateline opens the first paragraph, or the one below a standfirst. */
export function takeDateline(body: Item[], reading: Reading): void {
  for (let at = 0; at <= mostAbove; at++) {
    const item = body[at];
    if (item === undefined) return;
    const line = readDateline(item.text);
    if (!line || (line.rest === '' && at + 1 >= body.length)) {
      // Below a long paragraph nothing opens a story any more.
      if (item.text.length > 400) return;
      continue;
    }
    // «كتبت سمر يوسف: أعلنت…» below a line that no rule knew, but not below sentences.
    const below = line.place !== undefined || body.slice(0, at).every(({ text }) => !isBodyLike(text));
    if (at > 0 && (body.length < at + 2 || !below)) continue;
    if (at > 0 && (reading.dateline !== undefined || carries(line))) return;
    // What stands in the text itself is surer than a line above it.
    reading.dateline = line.place ?? reading.dateline;
    reading.agency = line.agency ?? reading.agency;
    reading.reporter = line.reporter ?? reading.reporter;
    if (line.rest === '') body.splice(at, 1);
    else body[at] = { ...item, text: line.rest };
    const above = at === 1 ? body[0] : undefined;
    if (above !== undefined && above.text.length <= 400 && reading.standfirst === undefined) {
      reading.standfirst = above.text;
      body.shift();
    }
    return;
  }
}

/** Below the first paragraph «سوسة: …» without agency, writer or dash is an item of a list. */
function carries(line: Dateline): boolean {
  return line.agency === undefined && line.reporter === undefined && line.taken.endsWith(':');
}

/** Marks and names of agencies at the end of the last paragraph. */
export function takeEnd(body: Item[], reading: Reading): void {
  const last = body.at(-1);
  if (last === undefined) return;
  const closed = splitClosing(last.text);
  if (closed) {
    body[body.length - 1] = { ...last, text: closed.text };
    reading.dropped.push(closed.mark);
  }
}
