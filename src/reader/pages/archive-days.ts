import { dayBounds, dayKey, isDay } from '../../arabic/dates.ts';
import type { PublicCatalog } from '../../catalog/public/catalog.ts';

/** A day of the calendar, YYYY-MM-DD; undefined for one that does not exist, such as 2026-02-30. */
export function existingDay(text: string | undefined): string | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}

/** A month, YYYY-MM; undefined for what is none. */
export function existingMonth(text: string | undefined): string | undefined {
  return text !== undefined && isDay(`${text}-01`) ? text : undefined;
}

/** The middle of a day in the site's zone, ms since the epoch: on that day whatever its clocks do. */
export function noonOf(day: string, timeZone: string): number {
  const { start, end } = dayBounds(day, timeZone);
  return (start + end) / 2;
}

/** The days next to this one on which something was published. */
export function neighbours(
  catalog: PublicCatalog,
  day: string,
): { previous: string | undefined; next: string | undefined } {
  const { timeZone } = catalog.site();
  const [previous] = catalog.archiveDays({ before: day, limit: 1 });
  const { end } = dayBounds(day, timeZone);
  // The oldest story after the day's last moment stands on the next day that has any.
  const [after] = catalog.list({ after: { publishedAt: end - 1, id: Number.MAX_SAFE_INTEGER }, limit: 1 });
  return {
    previous: previous?.day,
    next: after === undefined ? undefined : dayKey(after.publishedAt, timeZone),
  };
}

/** The days of a month, YYYY-MM, with their numbers of stories, newest first. */
export function daysOfMonth(catalog: PublicCatalog, month: string): { day: string; stories: number }[] {
  // «-32» comes after every day of the month and before every other month.
  return catalog
    .archiveDays({ before: `${month}-32`, limit: 31 })
    .filter(({ day }) => day.startsWith(`${month}-`));
}
