import { hijriOfDay } from './dates-hijri.ts';
import { hijriMonths, monthNames, weekdays } from './month-names.ts';
import { DAY, offsetAt } from './zones.ts';

export { parseDate } from './parse-date.ts';

/** How a site writes its dates. */
export interface DateStyle {
  /** IANA name. */
  timeZone: string;
  /** Lower-case ISO 3166; decides the names of the months. */
  country: string;
  digits: 'arab' | 'latn';
  /** In English, digits are always 0–9. */
  language: 'ar' | 'en';
}

/** What a clock time or a Hijri date needs to know. */
export type ClockStyle = Pick<DateStyle, 'timeZone' | 'digits'> & { language?: 'ar' | 'en' };

/**
 * A day of the Gregorian calendar in the site's zone: 'full' «الاثنين ٢٣ تشرين الثاني ٢٠٢٦», 'long' without the
 * weekday, 'short' in digits, day first («٢٣/١١/٢٠٢٦»). A year is never grouped. Empty for no valid time.
 * @throws RangeError for an unknown zone.
 */
export function formatDate(ms: number, style: 'full' | 'long' | 'short', o: DateStyle): string {
  if (!isTime(ms)) return '';
  const local = new Date(ms + offsetAt(ms, o.timeZone));
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  if (style === 'short') return inDigits(`${two(day)}/${two(month + 1)}/${year}`, o);
  const date = `${day} ${monthNames(o.country, o.language)[month] ?? ''} ${year}`;
  const weekday = style === 'full' ? `${weekdays[o.language][local.getUTCDay()] ?? ''} ` : '';
  return inDigits(weekday + date, o);
}

/** Hours and minutes of the 24-hour clock in the zone: «١٠:٤٢», «٠٩:٠٥». Empty for no valid time. */
export function formatTime(ms: number, o: ClockStyle): string {
  if (!isTime(ms)) return '';
  const local = new Date(ms + offsetAt(ms, o.timeZone));
  return inDigits(`${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`, o);
}

/**
 * The civil day in the Umm al-Qura calendar: «١٣ جمادى الآخرة ١٤٤٨ هـ». Undefined outside 1356–1500 AH, for which the
 * calendar's months are published.
 * Source: the published months in `dates-hijri.ts`.
 */
export function formatHijri(ms: number, o: ClockStyle): string | undefined {
  if (!isTime(ms)) return undefined;
  const local = ms + offsetAt(ms, o.timeZone);
  const known = hijriOfDay(Math.floor(local / DAY));
  if (known === undefined) return undefined;
  const english = o.language === 'en';
  const month = hijriMonths[english ? 'en' : 'ar'][known.month - 1] ?? '';
  return inDigits(`${known.day} ${month} ${known.year} ${english ? 'AH' : 'هـ'}`, o);
}

let lastDay = NaN;
let lastKey = '';

/**
 * The day of a time in a zone, `YYYY-MM-DD`.
 * @throws RangeError for an unknown zone or a time outside ±8.64e15.
 */
export function dayKey(ms: number, timeZone: string): string {
  const day = Math.floor((ms + offsetAt(ms, timeZone)) / DAY);
  if (day !== lastDay) {
    lastKey = new Date(day * DAY).toISOString().slice(0, -14);
    lastDay = day;
  }
  return lastKey;
}

/** True for `YYYY-MM-DD` of a day that exists. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(parts[3]);
}

/**
 * First millisecond of a day in a zone and of the next: 23 or 25 hours where the clocks change. Both NaN, which no
 * time is before or after, when `day` is no day (see `isDay`).
 * @throws RangeError for an unknown zone.
 */
export function dayBounds(day: string, timeZone: string): { start: number; end: number } {
  if (!isDay(day)) return { start: NaN, end: NaN };
  const date = Temporal.PlainDate.from(day);
  return {
    start: date.toZonedDateTime(timeZone).epochMilliseconds,
    end: date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
}

/** A day inside the limits of `Date`, whatever the zone. */
function isTime(ms: number): boolean {
  return Math.abs(ms) <= 8.64e15 - DAY;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function inDigits(text: string, o: { digits: 'arab' | 'latn'; language?: 'ar' | 'en' }): string {
  if (o.digits === 'latn' || o.language === 'en') return text;
  return text.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d)));
}
