import { expect, test } from 'vitest';
import { dayKey } from '../../arabic/dates.ts';
import { existingDay, existingMonth, noonOf } from './archive-days.ts';

test('only days and months of the calendar are in the archive', () => {
  expect(existingDay('2026-11-23')).toBe('2026-11-23');
  for (const none of ['2026-02-30', '2026-13-01', '0000-00-00', '2026-1-1', '٢٠٢٦-١١-٢٣', 'x'])
    expect(existingDay(none)).toBeUndefined();
  expect(existingMonth('2026-11')).toBe('2026-11');
  for (const none of ['2026-00', '2026-13', '2026', '2026-11-23'])
    expect(existingMonth(none)).toBeUndefined();
});

test('noon of a day is on that day also where the clocks change at midnight', () => {
  for (const day of ['2026-04-24', '2026-10-30', '2026-03-29'])
    for (const zone of ['Africa/Cairo', 'Asia/Beirut', 'Asia/Damascus'])
      expect(dayKey(noonOf(day, zone), zone)).toBe(day);
});
