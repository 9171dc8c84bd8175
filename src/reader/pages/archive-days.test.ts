import { expect, test } from 'vitest';
import { dayOf, existingDay, existingMonth, noonOf } from './archive-days.ts';

test('only days and months of the calendar are in the archive', () => {
  expect(existingDay('2026-11-23')).toBe('2026-11-23');
  for (const none of ['2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1', '٢٠٢٦-١١-٢٣', 'x'])
    expect(existingDay(none)).toBeUndefined();
  expect(existingMonth('2026-11')).toBe('2026-11');
  for (const none of ['2026-00', '2026-13', '2026', '2026-11-23'])
    expect(existingMonth(none)).toBeUndefined();
});

test('a story belongs to the day on which it was published at the newspaper, not in Greenwich', () => {
  const lateEvening = Date.UTC(2026, 10, 22, 21, 30);
  expect(dayOf(lateEvening, 'Asia/Damascus')).toBe('2026-11-23');
  expect(dayOf(lateEvening, 'Africa/Nouakchott')).toBe('2026-11-22');
});

test('noon of a day is on that day also where the clocks change at midnight', () => {
  for (const day of ['2026-04-24', '2026-10-30', '2026-03-29'])
    for (const zone of ['Africa/Cairo', 'Asia/Beirut', 'Asia/Damascus'])
      expect(dayOf(noonOf(day, zone), zone)).toBe(day);
});
