import { comparable, westernDigits } from './words.ts';

/** Names of the Gregorian months in the Arab countries, and English ones; folded; index + 1 is the month. */
const gregorian: readonly string[] = [
  'يناير كانون-الثاني جانفي january jan',
  'فبراير شباط فيفري february feb',
  'مارس اذار march mar',
  'ابريل نيسان افريل april apr',
  'مايو ايار ماي may',
  'يونيو حزيران جوان يونيه june jun',
  'يوليو تموز جويليه يوليوز يوليه july jul',
  'اغسطس اب اوت غشت august aug',
  'سبتمبر ايلول شتنبر september sep sept',
  'اكتوبر تشرين-الاول october oct',
  'نوفمبر تشرين-الثاني نونبر november nov',
  'ديسمبر كانون-الاول دجنبر december dec',
];
const hijri: readonly string[] = [
  'محرم المحرم',
  'صفر',
  'ربيع-الاول ربيع-اول',
  'ربيع-الثاني ربيع-الاخر ربيع-ثاني',
  'جمادي-الاولي جمادي-الاول',
  'جمادي-الاخره جمادي-الثانيه جمادي-الاخر',
  'رجب',
  'شعبان',
  'رمضان',
  'شوال',
  'ذو-القعده ذي-القعده',
  'ذو-الحجه ذي-الحجه',
];

function table(rows: readonly string[]): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  rows.forEach((row, i) => row.split(' ').forEach((name) => map.set(name.replace('-', ' '), i + 1)));
  return map;
}
const months = table(gregorian);
const hijriMonths = table(hijri);
const alternatives = (map: ReadonlyMap<string, number>): string =>
  [...map.keys()].sort((a, b) => b.length - a.length).join('|');
const monthName = `(?<month>${alternatives(months)})(?![\\p{L}])`;
const worded = new RegExp(
  `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s,،/-]*(?:من\\s+)?${monthName}(?:\\s*[/(-]?\\s*(?:${alternatives(months)})\\)?(?![\\p{L}]))?[\\s,،/-]*(?:(?:عام|سنه)\\s+)?(?<year>(?:19|20)\\d{2})?(?!\\d)`,
  'u',
);
const american = new RegExp(
  `(?<!\\p{L})${monthName}\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>(?:19|20)\\d{2})`,
  'u',
);
const hijriDate = new RegExp(
  `(?<!\\d)(?<day>\\d{1,2})\\s+(?<month>${alternatives(hijriMonths)})[\\s,،]*(?<year>1[34]\\d{2})`,
  'u',
);
const clock =
  /(?<![\d/.-])(?<h>[01]?\d|2[0-3])[:٫](?<m>[0-5]\d)(?::[0-5]\d)?\s*(?<half>صباحا|مساء|ظهرا|بعد الظهر|ص|م|am|pm)?(?![\p{L}\d])/u;

/** A moment read from a page; `at` in ms since the epoch. */
export interface ReadDate {
  at: number;
  /** False when only the day was said. */
  timed: boolean;
}

/**
 * Reads a date as Arab pages write it: «الأربعاء 5 أغسطس 2015 - 12:30», «٥ آب / أغسطس ٢٠١٥», «05/08/2015» (day
 * first, as Arab countries do), «2015-08-05T12:30:00+03:00», «20 شوال 1436هـ» (Umm al-Qura).
 * @param zone IANA zone for times that name none.
 * @returns undefined where there is no whole date that exists.
 */
export function readDate(text: string, zone = 'UTC'): ReadDate | undefined {
  const plain = comparable(westernDigits(text));
  const iso =
    /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?:[t\s](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?)?(?!\d)/.exec(
      plain,
    );
  if (iso) {
    const [, y, mo, d, h, mi, s, offset] = iso;
    return moment(
      Number(y),
      Number(mo),
      Number(d),
      h === undefined ? undefined : [Number(h), Number(mi), Number(s ?? 0)],
      offset,
      zone,
    );
  }
  const time = readClock(plain);
  const offset = /\b(?:gmt|utc)\b|غرينتش|جرينتش|ت\.?غ(?!\p{L})/u.test(plain) ? 'z' : undefined;
  const found = worded.exec(plain)?.groups ?? american.exec(plain)?.groups;
  if (found?.['year'] !== undefined) {
    const month = months.get(found['month'] ?? '') ?? 0;
    return moment(Number(found['year']), month, Number(found['day']), time, offset, zone);
  }
  const numeric = /(?<!\d)(\d{1,4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,4})(?!\d)/.exec(plain);
  if (numeric) {
    const [a, b, c] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
    if (a > 1900 && a < 2200) return moment(a, b, c, time, offset, zone);
    if (c > 1900 && c < 2200) {
      return moment(c, b, a, time, offset, zone) ?? moment(c, a, b, time, offset, zone);
    }
  }
  const moon = hijriDate.exec(plain)?.groups;
  if (moon)
    return fromHijri(
      Number(moon['year']),
      hijriMonths.get(moon['month'] ?? '') ?? 0,
      Number(moon['day']),
      zone,
    );
  return undefined;
}

function readClock(plain: string): [number, number, number] | undefined {
  const found = clock.exec(plain)?.groups;
  if (!found) return undefined;
  let hour = Number(found['h']);
  const half = found['half'];
  if (half !== undefined && /^(?:مساء|م|pm|بعد الظهر|ظهرا)$/.test(half) && hour < 12) hour += 12;
  if (half !== undefined && /^(?:صباحا|ص|am)$/.test(half) && hour === 12) hour = 0;
  return [hour, Number(found['m']), 0];
}

function moment(
  year: number,
  month: number,
  day: number,
  time: readonly [number, number, number] | undefined,
  offset: string | undefined,
  zone: string,
): ReadDate | undefined {
  const [hour, minute, second] = time ?? [0, 0, 0];
  try {
    const local = Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second: Math.min(second, 59) },
      { overflow: 'reject' },
    );
    const named = offset === undefined ? zone : offset.toLowerCase() === 'z' ? 'UTC' : withColon(offset);
    return { at: local.toZonedDateTime(named).epochMilliseconds, timed: time !== undefined };
  } catch {
    return undefined; // 31/02/2015 is a typing mistake, not a date
  }
}

function withColon(offset: string): string {
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

function fromHijri(year: number, month: number, day: number, zone: string): ReadDate | undefined {
  // Umm al-Qura is right for 1356–1500 AH only (see the design, "Numbers, dates, plurals").
  if (year < 1356 || year > 1500) return undefined;
  try {
    const date = Temporal.PlainDate.from(
      { calendar: 'islamic-umalqura', year, month, day },
      { overflow: 'reject' },
    );
    return { at: date.toZonedDateTime(zone).epochMilliseconds, timed: false };
  } catch {
    return undefined;
  }
}

const dayOnly = new RegExp(`^(?:${worded.source.replace(/\?<\w+>/g, '')})\\s*(?:م|هـ)?$`, 'u');

/** Whether a piece of a dateline is a day, with or without its year: «5 أغسطس آب», «5 آب/ اغسطس». */
export function readDateInDateline(text: string): boolean {
  const plain = comparable(westernDigits(text));
  return dayOnly.test(plain) || /^\d{1,2}[/-]\d{1,2}(?:[/-](?:19|20)\d{2})?$/.test(plain);
}

const dateWords =
  /^(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|saturday|sunday|monday|tuesday|wednesday|thursday|friday|نشر|نشرت|نشر في|تاريخ النشر|تاريخ|التاريخ|اخر تحديث|تحديث|حدث في|اضيف في|الساعه|بتوقيت|توقيت|مكه|المكرمه|القاهره|غرينتش|جرينتش|ابوظبي|الرياض|بيروت|دمشق|gmt|utc|ت غ|published|updated|last|on|at|date|الموافق|في|اليوم|يوم|عام|سنه|هـ|ه|م|ص|مساء|صباحا|ظهرا|am|pm|من|منذ|كتب|قبل)$/;

/** Whether a whole line says nothing but a date: «الأربعاء 5 أغسطس 2015 - 12:30», «آخر تحديث: 05/08/2015». */
export function isDateLine(text: string): boolean {
  if (text.length > 120) return false;
  const plain = comparable(westernDigits(text));
  if (!/\d/.test(plain) || readDate(text) === undefined) return false;
  const rest = plain
    .replace(new RegExp(alternatives(months), 'gu'), ' ')
    .replace(new RegExp(alternatives(hijriMonths), 'gu'), ' ')
    .replace(/[\d\p{P}\p{S}]+/gu, ' ')
    .replace(/\bt\b|\bz\b/g, ' ');
  return rest
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => dateWords.test(word) || dateWords.test(word.replace(/^(?:ال|ب|ل)/, '')));
}
