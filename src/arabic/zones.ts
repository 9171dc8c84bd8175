/**
 * Offsets of named zones, fast: a zone keeps its offset from one transition to the next, so each such span is asked
 * of the time zone database once and kept. Exact, also in zones whose changes are not on the hour.
 */

interface Span {
  /** First millisecond, inclusive. */
  from: number;
  /** Exclusive. */
  to: number;
  offset: number;
}

interface Zone {
  last: Span;
  spans: Span[];
}

const zones = new Map<string, Zone>();
/** A zone has some 250 transitions on record; a rule that goes on for ever could make any number. */
const MOST_SPANS = 600;
const MOST_ZONES = 600;

/**
 * Milliseconds that the zone's clocks are ahead of UTC at a time.
 * @throws RangeError for an unknown zone or a time outside ±8.64e15.
 */
export function offsetAt(ms: number, timeZone: string): number {
  const zone = zones.get(timeZone);
  if (zone) {
    const { last } = zone;
    if (ms >= last.from && ms < last.to) return last.offset;
    for (const span of zone.spans) {
      if (ms >= span.from && ms < span.to) {
        zone.last = span;
        return span.offset;
      }
    }
  }
  const span = spanAt(ms, timeZone);
  if (zone === undefined) {
    if (zones.size >= MOST_ZONES) zones.clear();
    zones.set(timeZone, { last: span, spans: [span] });
  } else {
    if (zone.spans.length >= MOST_SPANS) zone.spans.length = 0;
    zone.spans.push(span);
    zone.last = span;
  }
  return span.offset;
}

function spanAt(ms: number, timeZone: string): Span {
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timeZone);
  const next = at.getTimeZoneTransition('next');
  // The transition at this very millisecond is not "previous"; so ask from just after it, where there is an after.
  const after = ms < 8.64e15 ? at.add({ nanoseconds: 1 }) : at;
  const previous = after.getTimeZoneTransition('previous');
  return {
    from: previous ? previous.epochMilliseconds : -Infinity,
    to: next ? next.epochMilliseconds : Infinity,
    offset: at.offsetNanoseconds / 1e6,
  };
}

/**
 * The time at which a zone's clocks show what UTC's would show at `wall`. A time that the clocks pass twice is its
 * first; one that they jump over is as much later as they jump (Temporal's "compatible").
 */
export function timeOfWall(wall: number, timeZone: string): number {
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  const early = wall - before;
  if (before === after || early + offsetAt(early, timeZone) === wall) return early;
  const late = wall - after;
  return late + offsetAt(late, timeZone) === wall ? late : early;
}

export const DAY = 86_400_000;
