/** How many backups stay: the newest of each of the last so many days, weeks and months that have one (UTC). */
export interface Retention {
  days: number;
  weeks: number;
  months: number;
}

const dayMs = 24 * 3_600_000;

/** @returns of backups taken at these times (ms since the epoch) those that stay; the newest always does. */
export function keepers(times: readonly number[], { days, weeks, months }: Retention): Set<number> {
  const newestFirst = [...times].sort((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, 1));
  const keepPer = (periodOf: (time: number) => string | number, most: number) => {
    const seen = new Set<string | number>();
    for (const time of newestFirst) {
      if (seen.has(periodOf(time))) continue;
      if (seen.size === most) return;
      seen.add(periodOf(time));
      kept.add(time);
    }
  };
  keepPer((time) => Math.floor(time / dayMs), days);
  // The epoch began on a Thursday: weeks from Saturday.
  keepPer((time) => Math.floor((time / dayMs + 5) / 7), weeks);
  keepPer((time) => new Date(time).toISOString().slice(0, 7), months);
  return kept;
}
