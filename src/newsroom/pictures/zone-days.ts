/** Minutes by which a zone's clocks are ahead of UTC at a moment; by `Intl`, since not every browser has `Temporal` yet. */
function aheadOf(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - at) / 60_000);
}

/** `2026-11-30` → the moment at which the day after it begins in the zone; ms since the epoch. */
export function endOfDay(day: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00Z`) + 86_400_000;
  // Reckoned twice: the clocks may change between the first guess and the moment itself.
  const guess = asUtc - aheadOf(timeZone, asUtc) * 60_000;
  return asUtc - aheadOf(timeZone, guess) * 60_000;
}

/** The day of the zone in which a moment lies: `2026-11-30`. */
export const dayOf = (at: number, timeZone: string) =>
  new Date(at + aheadOf(timeZone, at) * 60_000).toISOString().slice(0, 10);

/** The last whole day before a moment that `endOfDay` gave. */
export const lastDayOf = (end: number, timeZone: string) => dayOf(end - 1, timeZone);
