import { expect, test } from 'vitest';
import { dayIn, weekOf } from './days.ts';

test('a moment is on the day of its zone', () => {
  const at = Date.UTC(2026, 10, 26, 21, 30);
  expect(dayIn(at, 'UTC')).toBe('2026-11-26');
  expect(dayIn(at, 'Asia/Riyadh')).toBe('2026-11-27');
});

test('weeks begin as the country has it, over months and years', () => {
  expect(weekOf('2026-11-26', 'sa')).toEqual([
    '2026-11-22',
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
  ]);
  expect(weekOf('2026-11-22', 'lb')[0]).toBe('2026-11-16');
  expect(weekOf('2026-11-27', 'eg')[0]).toBe('2026-11-21');
  expect(weekOf('2027-01-01', 'sa')[0]).toBe('2026-12-27');
});
