import { expect, test } from 'vitest';
import { instantOf } from './schedule.ts';

const utc = (wall: string, zone: string) => {
  const at = instantOf({ wall, zone });
  return at === undefined ? undefined : new Date(at).toISOString();
};

test('a schedule means the wall time of its own zone, summer and winter', () => {
  expect(utc('2026-01-15T08:00', 'Africa/Cairo')).toBe('2026-01-15T06:00:00.000Z');
  expect(utc('2026-07-15T08:00', 'Africa/Cairo')).toBe('2026-07-15T05:00:00.000Z');
  expect(utc('2026-07-15T08:00', 'Asia/Riyadh')).toBe('2026-07-15T05:00:00.000Z');
});

test('a time that the clocks skip comes after the change', () => {
  // Beirut: on 29 March 2026 at 00:00 the clocks go on to 01:00.
  expect(utc('2026-03-29T00:30', 'Asia/Beirut')).toBe('2026-03-28T22:30:00.000Z');
  expect(utc('2026-03-29T01:30', 'Asia/Beirut')).toBe('2026-03-28T22:30:00.000Z');
});

test('of a time that comes twice the first is meant', () => {
  // Cairo: on 30 October 2026 at 00:00 the clocks go back to 23:00 of the 29th.
  expect(utc('2026-10-29T23:30', 'Africa/Cairo')).toBe('2026-10-29T20:30:00.000Z');
});

test('days and zones that do not exist give no instant', () => {
  expect(utc('2026-02-30T08:00', 'Africa/Cairo')).toBeUndefined();
  expect(utc('2026-02-20T08:00', 'Africa/Atlantis')).toBeUndefined();
  expect(utc('2026-02-20T08:00', '+03:00')).toBeUndefined();
  expect(utc('2026-02-20T25:00', 'Africa/Cairo')).toBeUndefined();
});
