import { expect, test } from 'vitest';
import { dayOf, endOfDay, lastDayOf } from './zone-days.ts';

test('a day ends when the next begins where the paper is, also when the clocks change', () => {
  expect(endOfDay('2026-11-30', 'Asia/Riyadh')).toBe(Date.UTC(2026, 10, 30, 21));
  expect(endOfDay('2026-11-30', 'America/New_York')).toBe(Date.UTC(2026, 11, 1, 5));
  // Cairo's clocks go forward at the beginning of 24 April 2026: the 23rd ends at 22:00 UTC, the 24th at 21:00.
  expect(endOfDay('2026-04-23', 'Africa/Cairo')).toBe(Date.UTC(2026, 3, 23, 22));
  expect(endOfDay('2026-04-24', 'Africa/Cairo')).toBe(Date.UTC(2026, 3, 24, 21));
  for (const zone of ['Asia/Riyadh', 'Africa/Cairo', 'Asia/Beirut', 'America/New_York', 'UTC'])
    for (const day of ['2026-03-28', '2026-03-29', '2026-04-23', '2026-10-29', '2026-12-31'])
      expect([zone, lastDayOf(endOfDay(day, zone), zone)]).toEqual([zone, day]);
  expect(dayOf(Date.UTC(2026, 10, 30, 22), 'Asia/Riyadh')).toBe('2026-12-01');
});
