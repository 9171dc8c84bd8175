import { aheadOf } from '../zones.ts';

/** `2026-11-30` → the moment at which the day after it begins in the zone; ms since the epoch. */
export function endOfDay(day: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00Z`) + 86_400_000;
  // Reckoned twice: the clocks may change between the first guess and the moment itself.
  const guess = asUtc - aheadOf(asUtc, timeZone);
  return asUtc - aheadOf(guess, timeZone);
}

/** The day of the zone in which a moment lies: `2026-11-30`. */
export const dayOf = (at: number, timeZone: string) =>
  new Date(at + aheadOf(at, timeZone)).toISOString().slice(0, 10);

/** The last whole day before a moment that `endOfDay` gave. */
export const lastDayOf = (end: number, timeZone: string) => dayOf(end - 1, timeZone);
