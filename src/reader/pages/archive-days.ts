import type { PublicCatalog } from '../../catalog/public/catalog.ts';

/** A day of the calendar, YYYY-MM-DD; undefined for one that does not exist, such as 2026-02-30. */
export function existingDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** A month, YYYY-MM; undefined for what is none. */
export function existingMonth(text: string): string | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

/** The day of a moment in the site's zone. */
export function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Noon of a day in the site's zone, ms since the epoch: a moment that is on that day whatever the clocks do. */
export function noonOf(day: string, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds;
}

/** The days next to this one on which something was published. */
export function neighbours(
  catalog: PublicCatalog,
  day: string,
): { previous: string | undefined; next: string | undefined } {
  const { timeZone } = catalog.site();
  const [previous] = catalog.archiveDays({ before: day, limit: 1 });
  const midnight = Temporal.PlainDate.from(day)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone }).epochMilliseconds;
  // The oldest story after the day's last moment stands on the next day that has any.
  const [after] = catalog.list({
    after: { publishedAt: midnight - 1, id: Number.MAX_SAFE_INTEGER },
    limit: 1,
  });
  return {
    previous: previous?.day,
    next: after === undefined ? undefined : dayOf(after.publishedAt, timeZone),
  };
}

/** The days of a month, YYYY-MM, with their numbers of stories, newest first. */
export function daysOfMonth(catalog: PublicCatalog, month: string): { day: string; stories: number }[] {
  const first = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }).toString();
  return catalog.archiveDays({ before: first, limit: 31 }).filter(({ day }) => day.startsWith(`${month}-`));
}
