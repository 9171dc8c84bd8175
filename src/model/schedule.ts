import { z } from 'zod';

/**
 * When a story is to go out: as the newsroom said it, wall time in a named zone. The instant is reckoned anew whenever
 * it is asked for, so that a country that moves its clocks on short notice moves its schedules with them.
 */
export const schedule = z.object({
  /** `2026-03-28T06:30`, to the minute; the calendar is Gregorian. */
  wall: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  /** IANA name; never an offset. */
  zone: z.string().min(1).max(64),
  /** Of a wall time that the clocks show twice, the second; elsewhere it means nothing. */
  second: z.literal(true).exactOptional(),
});
export type Schedule = z.infer<typeof schedule>;

/**
 * The instant of a schedule, ms since the epoch. A time that the clocks skip is as far after the change as it was
 * written after it («02:30» in the night without 02 to 03 is 03:30); of a time that comes twice, the first unless
 * the second is said. Source: the `compatible` and `later` disambiguation of ECMAScript's Temporal, which is iCalendar's (RFC 5545, 3.3.5).
 *
 * @returns undefined for a day or a zone that does not exist.
 */
export function instantOf({ wall, zone, second }: Schedule): number | undefined {
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    const disambiguation = second === true ? 'later' : 'compatible';
    return Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toZonedDateTime(zone, { disambiguation })
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}
