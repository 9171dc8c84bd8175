import { dayOfHijri } from './dates-hijri.ts';
import { fold } from './fold.ts';
import { allMonthNames, hijriMonths, weekdays } from './month-names.ts';
import { DAY, timeOfWall } from './zones.ts';

/**
 * The time that a date in words or figures means, ms since the epoch; undefined for what is not a date, or not one
 * that exists (month 13, 30 February). What gives no zone is in `timeZone`, what gives no clock time is midnight there.
 *
 * Understood: ISO 8601 (extended and basic, any offset), SQL, RFC 2822 and 850, seconds or milliseconds of the
 * epoch in digits, day/month/year in figures, and dates as papers write them, in every country's month names and any
 * digits («الأربعاء ٥ آب/أغسطس ٢٠١٥ - ١٠:٣٠ صباحا», «August 5, 2015 2:20 pm»), Hijri ones too («٢٠ شوال ١٤٣٦ هـ»,
 * Umm al-Qura); where both calendars are given the Gregorian counts. A text that says anything else is no date.
 * In figures the day comes before the month in every Arab country, so `country` changes nothing yet.
 * @throws RangeError for an unknown zone.
 */
export function parseDate(text: string, o: { timeZone: string; country?: string }): number | undefined {
  if (text.length > LONGEST) return undefined;
  const s = fold(text)
    .replace(/[\u00a0\s]+/g, ' ')
    .trim();
  if (s === '' || !/\d/.test(s)) return undefined;
  return parseEpoch(s) ?? parseIso(s, o.timeZone) ?? parseWritten(s, o.timeZone);
}

/** «الأربعاء 20 شوال 1436 هـ الموافق 5 أغسطس/آب 2015 م الساعة 10:30 صباحا بتوقيت غرينتش» is 80. */
const LONGEST = 160;

/** Nine or ten digits are seconds (1973–2286), twelve or thirteen milliseconds. */
function parseEpoch(s: string): number | undefined {
  const m = /^(\d{9,10})(\.\d{1,9})?$/.exec(s);
  if (m) return Math.floor(Number(s) * 1000);
  return /^\d{12,13}$/.test(s) ? Number(s) : undefined;
}

const ISO =
  /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:(?:t| ?[-–,|]? ?)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)? ?(z|utc|gmt|[+−-]\d{2}(?::?\d{2})?)?(?:\[[a-z_/+-]+\])?)?$/;

function parseIso(s: string, timeZone: string): number | undefined {
  const m = ISO.exec(s);
  if (!m) return undefined;
  // Without separators every part has two digits: 20150805, 20150805T103000.
  if (m[2] === '' && !/^\d{8}(?:$|\D|\d{6}$)/.test(s)) return undefined;
  const day = epochDay(Number(m[1]), Number(m[3]), Number(m[4]));
  const clock = m[5] === undefined ? 0 : clockOf(Number(m[5]), Number(m[6]), Number(m[7] ?? 0), m[8]);
  return combine(day, clock, m[9] === undefined ? undefined : offsetOf(m[9]), timeZone);
}

const MERIDIEM = String.raw`(?: ?(am|pm|a\.m\.|p\.m\.|صباحا|مساء|مساءا|ظهرا|فجرا|ليلا|عصرا|ص|م)(?![ء-يa-z]))?`;
const CLOCK = new RegExp(
  String.raw`(?<![\d/.-])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?!\d)${MERIDIEM}`,
);
const OFFSET =
  /(?: |\b|(?<=\d))(?:(?:gmt|utc|بتوقيت|توقيت|جرينتش|غرينتش|غرينيتش|\(|\)| )*)([+−-]\d{2}:?\d{2})(?!\d)(?: ?\([a-z ]+\))?/;
const NAMED_ZONE =
  /(?<![a-zء-ي])(gmt|utc|ut|z|est|edt|cst|cdt|mst|mdt|pst|pdt|ب?توقيت (?:غرينتش|جرينتش|غرينيتش)|غرينتش|جرينتش|غرينيتش|تغ)(?![a-zء-ي])/;
const AMERICAN: Readonly<Record<string, number>> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

function parseWritten(s: string, timeZone: string): number | undefined {
  let rest = s;
  let clock: number | undefined = 0;
  let offset: number | undefined;
  const time = CLOCK.exec(rest);
  if (time) {
    clock = clockOf(Number(time[1]), Number(time[2]), Number(time[3] ?? 0), undefined, time[4]);
    if (clock === undefined) return undefined;
    const after = rest.slice(time.index + time[0].length);
    const zone = OFFSET.exec(after);
    const named = zone ? null : NAMED_ZONE.exec(after);
    if (zone && /^[^\d]*$/.test(after.slice(0, zone.index))) {
      offset = offsetOf(zone[1] ?? '');
      if (offset === undefined) return undefined;
      rest = `${rest.slice(0, time.index)} ${after.slice(0, zone.index)} ${after.slice(zone.index + zone[0].length)}`;
    } else if (named) {
      offset = (AMERICAN[named[1] ?? ''] ?? 0) * 3_600_000;
      rest = `${rest.slice(0, time.index)} ${after.replace(named[0], ' ')}`;
    } else rest = `${rest.slice(0, time.index)} ${after}`;
  }
  return combine(writtenDay(rest), clock, offset, timeZone);
}

/** Words that may stand around a date without changing it. Folded. */
const AROUND = new Set(
  `يوم في بتاريخ تاريخ النشر نشر نشرت الساعه عند تمام علي الموافق موافق من شهر سنه عام لعام لسنه ل م ميلادي ميلاديه هـ ه هجري هجريه
   اخر تحديث حدث اضيف كتب published updated on at of the le à a st nd rd th بتوقيت التوقيت المحلي`
    .split(/\s+/)
    .map(fold),
);
for (const names of [weekdays.ar, weekdays.en]) {
  for (const name of names) {
    const folded = fold(name);
    AROUND.add(folded);
    AROUND.add(folded.replace(/^ال/, ''));
    AROUND.add(folded.slice(0, 3));
  }
}
for (const word of 'الإثنين إثنين اثنين الثلثاء الاربعا lundi mardi mercredi jeudi vendredi samedi dimanche tues thur thurs'.split(
  ' ',
)) {
  AROUND.add(fold(word));
}

const gregorianMonths = new Map<string, number>();
allMonthNames.forEach((names, i) => {
  for (const name of names) {
    gregorianMonths.set(fold(name), i + 1);
    if (/^[a-z]{4,}$/i.test(name)) gregorianMonths.set(fold(name).slice(0, 3), i + 1);
  }
});
// «jui» and «mai» begin two months of French.
gregorianMonths.delete('jui');
const lunarMonths = new Map<string, number>();
hijriMonths.ar.forEach((name, i) => lunarMonths.set(fold(name), i + 1));
for (const [name, month] of [
  ['المحرم', 1],
  ['محرم الحرام', 1],
  ['ربيع الثاني', 4],
  ['ربيع ثاني', 4],
  ['ربيع أول', 3],
  ['جمادى الأول', 5],
  ['جمادى الاولى', 5],
  ['جمادى الثانية', 6],
  ['جمادى الثاني', 6],
  ['جمادى الآخر', 6],
  ['ذي القعدة', 11],
  ['ذو القعده', 11],
  ['ذي الحجة', 12],
] as const) {
  lunarMonths.set(fold(name), month);
}

interface Found {
  day: number | undefined;
  month: number;
  year: number | undefined;
  lunar: boolean;
}

/** Days since the epoch of a date in words or figures without its clock time. */
function writtenDay(s: string): number | undefined {
  const figures = /^[^\d]*?(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)([^\d]*)$/.exec(s);
  if (figures) {
    const around = s.replace(/[\d]+ ?[/.-] ?\d+ ?[/.-] ?\d+/, ' ');
    return isAround(around)
      ? epochDay(Number(figures[4]), Number(figures[3]), Number(figures[1]))
      : undefined;
  }
  const iso = /^([^\d]*)(\d{4}) ?([/.-]) ?(\d{1,2}) ?\3 ?(\d{1,2})(?!\d)([^\d]*)$/.exec(s);
  if (iso) {
    return isAround(`${iso[1]} ${iso[6]}`)
      ? epochDay(Number(iso[2]), Number(iso[4]), Number(iso[5]))
      : undefined;
  }
  const words = s.match(/\d+|[^\s\d/.,،:()|؛;•·–—−-]+/g) ?? [];
  const dates = datesIn(words);
  if (dates === undefined) return undefined;
  const found = dates.find((d) => !d.lunar) ?? dates[0];
  if (found?.day === undefined || found.year === undefined) return undefined;
  return found.lunar
    ? dayOfHijri(found.year, found.month, found.day)
    : epochDay(found.year, found.month, found.day);
}

function isAround(text: string): boolean {
  return (text.match(/[^\s/.,،:()|؛;•·–—−-]+/g) ?? []).every((w) => AROUND.has(w));
}

/** Each date among the words: a month's name with a day before or after it and a year. Undefined for other words. */
function datesIn(words: readonly string[]): Found[] | undefined {
  const found: Found[] = [];
  let current: Found | undefined;
  let waiting: number | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (/^\d/.test(word)) {
      const n = Number(word);
      if (word.length > 4) return undefined;
      if (current && current.day === undefined && word.length <= 2) current.day = n;
      else if (current && current.year === undefined) current.year = fullYear(word, words);
      else if (waiting === undefined) waiting = n;
      else return undefined;
      continue;
    }
    const two = `${word} ${words[i + 1] ?? ''}`;
    const name = gregorianMonths.has(two) || lunarMonths.has(two) ? two : word;
    const month = gregorianMonths.get(name) ?? lunarMonths.get(name);
    if (month === undefined) {
      if (!AROUND.has(word)) return undefined;
      continue;
    }
    if (name === two) i++;
    const lunar = !gregorianMonths.has(name);
    // «آب/أغسطس» is one month named twice.
    if (current && current.year === undefined && current.lunar === lunar && waiting === undefined) {
      if (current.month !== month) return undefined;
      continue;
    }
    current = { day: waiting, month, year: undefined, lunar };
    waiting = undefined;
    found.push(current);
  }
  return waiting === undefined ? found : undefined;
}

/** Four digits, or two beside a Latin month, as RFC 850 and 2822 allow: 00–49 are of this century. */
function fullYear(word: string, words: readonly string[]): number | undefined {
  if (word.length === 4) return Number(word);
  if (word.length !== 2 || !words.some((w) => /^[a-z]/.test(w))) return undefined;
  return Number(word) + (Number(word) < 50 ? 2000 : 1900);
}

function epochDay(year: number, month: number, day: number): number | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).getUTCDate() === day ? ms / DAY : undefined;
}

/** Milliseconds into the day; 24:00 is its end, a leap second the second before. */
function clockOf(
  hour: number,
  minute: number,
  second: number,
  fraction?: string,
  half?: string,
): number | undefined {
  let h = hour;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) {
      // «14:20 م» says the same twice.
      if (hour > 23) return undefined;
    } else h = (hour % 12) + (isAfternoon(half, hour) ? 12 : 0);
  }
  if (h > 24 || minute > 59 || second > 60 || (h === 24 && minute + second > 0)) return undefined;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  return h * 3_600_000 + minute * 60_000 + Math.min(second, 59) * 1000 + ms;
}

function isAfternoon(half: string, hour: number): boolean {
  if (half === 'ليلا') return hour >= 6 && hour < 12;
  if (half === 'ظهرا') return hour === 12 || hour < 6;
  return /^(?:p|م|عصرا)/.test(half);
}

function offsetOf(zone: string): number | undefined {
  if (/^(?:z|utc|gmt)$/.test(zone)) return 0;
  const m = /^([+−-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!m) return undefined;
  const [hours, minutes] = [Number(m[2]), Number(m[3] ?? 0)];
  if (hours > 15 || minutes > 59) return undefined;
  return (m[1] === '+' ? 1 : -1) * (hours * 60 + minutes) * 60_000;
}

function combine(
  day: number | undefined,
  clock: number | undefined,
  offset: number | undefined,
  timeZone: string,
): number | undefined {
  if (day === undefined || clock === undefined) return undefined;
  const wall = day * DAY + clock;
  return offset === undefined ? timeOfWall(wall, timeZone) : wall - offset;
}
