import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepers } from './keepers.ts';
import { backupName, takenAt } from './schedule.ts';

const day = 24 * 3_600_000;
const at = (text: string) => Date.parse(text);

it('keeps the newest of each day, week and month, and no more of them than is said', () => {
  const hourly = Array.from({ length: 100 * 24 }, (_, i) => at('2026-08-01T00:30:00Z') + (i * day) / 24);
  const kept = [...keepers(hourly, { days: 3, weeks: 2, months: 3 })].sort((a, b) => b - a);
  expect(kept.map((time) => new Date(time).toISOString().slice(0, 13))).toEqual([
    '2026-11-08T23',
    '2026-11-07T23',
    '2026-11-06T23',
    '2026-10-31T23',
    '2026-09-30T23',
  ]);
  expect(keepers([], { days: 1, weeks: 1, months: 1 }).size).toBe(0);
});

it('never removes the newest, and keeps at most what was asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 4e12 }), { minLength: 1 }),
      fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
      (times, [days, weeks, months]) => {
        const kept = keepers(times, { days, weeks, months });
        expect(kept.has(Math.max(...times))).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(Math.max(1, days + weeks + months));
      },
    ),
  );
});

it('reads its own names, and no others', () => {
  const now = at('2026-11-26T13:05:09Z');
  expect(backupName(now)).toBe('midad-20261126T130509Z.tar.zst');
  expect(takenAt(backupName(now))).toBe(now);
  expect(takenAt('midad-of-somebody.tar.zst')).toBeUndefined();
});
