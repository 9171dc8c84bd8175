import type { Country, Site } from '../../model/site.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters cost far more to make than to use, and there are few kinds of them. */
function format(
  site: Site,
  calendar: 'gregory' | 'islamic-umalqura',
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const digits = site.language === 'ar' && site.digits === 'arab' ? 'arab' : 'latn';
  const locale = `${site.language}-${region(site.language, site.country)}-u-ca-${calendar}-nu-${digits}`;
  const key = `${locale} ${site.timeZone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(locale, { timeZone: site.timeZone, ...options });
    formats.set(key, made);
  }
  return made;
}

/** English pages of an Arab country write «23 November 2026». */
const region = (language: Site['language'], country: Country) =>
  language === 'en' ? 'GB' : country.toUpperCase();

const part = (f: Intl.DateTimeFormat, at: number, type: Intl.DateTimeFormatPartTypes) =>
  f.formatToParts(at).find((p) => p.type === type)?.value ?? '';

/** Day, month by the country's name, year; or without the day; or the year alone. */
export function gregorian(site: Site, at: number, what: 'date' | 'month' | 'year'): string {
  const f = format(site, 'gregory', { day: 'numeric', month: 'long', year: 'numeric' });
  const year = part(f, at, 'year');
  if (what === 'year') return year;
  const month = `${part(f, at, 'month')} ${year}`;
  return what === 'month' ? month : `${part(f, at, 'day')} ${month}`;
}

export function weekday(site: Site, at: number): string {
  return format(site, 'gregory', { weekday: 'long' }).format(at);
}

/** Umm al-Qura, sure for 1356–1500 AH only: undefined outside. */
export function hijri(site: Site, at: number): string | undefined {
  const f = format(site, 'islamic-umalqura', { day: 'numeric', month: 'long', year: 'numeric' });
  const { year } = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(site.timeZone)
    .withCalendar('islamic-umalqura');
  if (year < 1356 || year > 1500) return undefined;
  const era = site.language === 'ar' ? 'هـ' : 'AH';
  return `${part(f, at, 'day')} ${part(f, at, 'month')} ${part(f, at, 'year')} ${era}`;
}

/** Hours and minutes on the 24-hour clock in the site's zone. */
export function clockTime(site: Site, at: number): string {
  const f = format(site, 'gregory', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  return `${part(f, at, 'hour').replace(/^[0٠](?=.)/, '')}:${part(f, at, 'minute')}`;
}

export function isoLocal(timeZone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime().toString();
}
