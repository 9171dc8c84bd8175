import { counted, type Countable } from './numbers-counted.ts';
import type { Digits } from './numbers.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The largest unit that is full counts; a month and a year by their mean lengths, since nobody reckons them by hand. */
const units: readonly (readonly [ms: number, what: Countable & Intl.RelativeTimeFormatUnit])[] = [
  [365.2425 * DAY, 'year'],
  [30.436875 * DAY, 'month'],
  [7 * DAY, 'week'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
];

const english = new Intl.RelativeTimeFormat('en', { numeric: 'always' });

/**
 * How long ago or ahead a time is: «قبل لحظات», «قبل دقيقتين», «قبل ٥ دقائق», «بعد ١١ يوما»; in English `5 minutes ago`.
 * Less than a minute is «لحظات». Units are full ones, never rounded up: at 119 minutes it is «قبل ساعة». Empty when a time is not
 * finite.
 */
export function relativeTime(ms: number, now: number, o: { digits: Digits; language?: 'ar' | 'en' }): string {
  const away = ms - now;
  if (!Number.isFinite(away)) return '';
  const size = Math.abs(away);
  const unit = units.find(([length]) => size >= length);
  if (o.language === 'en') {
    if (unit === undefined) return away > 0 ? 'in a moment' : 'just now';
    return english.format(Math.trunc(away / unit[0]), unit[1]);
  }
  const preposition = away > 0 ? 'بعد' : 'قبل';
  if (unit === undefined) return `${preposition} لحظات`;
  return `${preposition} ${counted(Math.floor(size / unit[0]), unit[1], { digits: o.digits, after: 'preposition' })}`;
}
