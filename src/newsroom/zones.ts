import type { Language } from '../strings/strings.ts';

/** Zones of the Arab capitals: nobody looks for one of them among four hundred. */
export const arabZones = [
  'Asia/Riyadh',
  'Africa/Cairo',
  'Asia/Dubai',
  'Asia/Kuwait',
  'Asia/Qatar',
  'Asia/Bahrain',
  'Asia/Muscat',
  'Asia/Aden',
  'Asia/Baghdad',
  'Asia/Damascus',
  'Asia/Amman',
  'Asia/Beirut',
  'Asia/Gaza',
  'Asia/Hebron',
  'Africa/Khartoum',
  'Africa/Tripoli',
  'Africa/Tunis',
  'Africa/Algiers',
  'Africa/Casablanca',
  'Africa/Nouakchott',
  'Africa/Mogadishu',
  'Africa/Djibouti',
  'Indian/Comoro',
] as const;

/**
 * What people call the clock of a zone: «توقيت لبنان»; its identifier where the language has no name for it.
 * Source: CLDR, generic location format.
 */
export function zoneName(timeZone: string, language: Language): string {
  const name = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortGeneric' })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value;
  if (name !== undefined && !/\d/.test(name)) return name;
  return language === 'ar' ? `توقيت ${timeZone}` : timeZone;
}

/** How far the clocks of a zone are from Greenwich's at a moment, in words: «غرينتش+٣». Source: CLDR, localised GMT format. */
export function offsetName(
  at: number,
  timeZone: string,
  language: Language,
  digits: 'arab' | 'latn',
): string {
  const numberingSystem = language === 'ar' ? digits : 'latn';
  return (
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset', numberingSystem })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  );
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at a moment, as if it were UTC, ms. */
function wallAt(at: number, timeZone: string): number {
  const format =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, format);
  const of = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const minute = Date.UTC(of['year'] ?? 0, (of['month'] ?? 1) - 1, of['day'], of['hour'], of['minute']);
  return minute + (((at % minuteMs) + minuteMs) % minuteMs);
}

/** By how much a zone's clocks are ahead of UTC at a moment, ms. */
export const aheadOf = (at: number, timeZone: string): number => wallAt(at, timeZone) - at;

/**
 * How often the clocks of a zone show a wall time, `YYYY-MM-DDTHH:MM`: once; twice, in the night in which they go back, and when; or never, in that in
 * which they go on, and then what they show as long after the change as was written, which is what a schedule means by it.
 * By `Intl`, since not every browser has `Temporal` yet.
 */
export function clocksAt(
  wall: string,
  timeZone: string,
): { shown: 'once' } | { shown: 'twice'; moments: number[] } | { shown: 'never'; instead: string } {
  const written = Date.parse(`${wall}Z`);
  const [before, after] = [-dayMs, dayMs].map((away) => aheadOf(written + away, timeZone)) as [
    number,
    number,
  ];
  const moments = new Set(
    [written - before, written - after].filter((at) => wallAt(at, timeZone) === written),
  );
  if (moments.size === 2) return { shown: 'twice', moments: [...moments].sort((a, b) => a - b) };
  if (moments.size === 1) return { shown: 'once' };
  const instead = new Date(wallAt(written - before, timeZone)).toISOString().slice(0, 16);
  return { shown: 'never', instead };
}
