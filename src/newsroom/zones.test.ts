import { expect, test } from 'vitest';
import { instantOf } from '../model/schedule.ts';
import { clocksAt, offsetName, zoneName } from './zones.ts';

test('the clock of a zone has a name that people use', () => {
  expect(zoneName('Asia/Beirut', 'ar')).toBe('توقيت لبنان');
  expect(zoneName('Africa/Cairo', 'ar')).toBe('توقيت مصر');
  expect(zoneName('Europe/London', 'en')).toBe('United Kingdom Time');
});

test('a wall time is shown once, twice, or never and then something else', () => {
  expect(clocksAt('2026-07-01T10:00', 'Asia/Beirut')).toEqual({ shown: 'once' });
  expect(clocksAt('2027-03-28T00:30', 'Asia/Beirut')).toEqual({
    shown: 'never',
    instead: '2027-03-28T01:30',
  });
  expect(clocksAt('2026-10-29T23:30', 'Africa/Cairo')).toEqual({
    shown: 'twice',
    moments: [Date.UTC(2026, 9, 29, 20, 30), Date.UTC(2026, 9, 29, 21, 30)],
  });
  expect(clocksAt('2026-10-25T01:30', 'Europe/London')).toEqual({
    shown: 'twice',
    moments: [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)],
  });
  expect(clocksAt('2027-03-28T01:15', 'Europe/London')).toEqual({
    shown: 'never',
    instead: '2027-03-28T02:15',
  });
  expect(clocksAt('2026-10-25T01:30', 'Asia/Riyadh')).toEqual({ shown: 'once' });
});

test('the two moments of a time that comes twice have offsets of their own to tell them by', () => {
  const [first = 0, second = 0] = [Date.UTC(2026, 9, 29, 20, 30), Date.UTC(2026, 9, 29, 21, 30)];
  expect(offsetName(first, 'Africa/Cairo', 'ar', 'arab')).toContain('٣');
  expect(offsetName(second, 'Africa/Cairo', 'ar', 'arab')).toContain('٢');
  expect(offsetName(second, 'Africa/Cairo', 'en', 'arab')).toBe('GMT+2');
});

test('what is shown instead, and the first and the second of two, are the moments that a schedule means', () => {
  for (const zone of ['Asia/Beirut', 'Africa/Cairo', 'Europe/London', 'Africa/Casablanca', 'Asia/Gaza'])
    for (let day = 0; day < 730; day++)
      for (const time of ['00:00', '00:30', '01:30', '02:30', '03:00', '23:30']) {
        const wall = `${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)}T${time}`;
        const found = clocksAt(wall, zone);
        if (found.shown === 'once') continue;
        if (found.shown === 'twice') {
          const meant = [instantOf({ wall, zone }), instantOf({ wall, zone, second: true })];
          expect(found.moments, `${zone} ${wall}`).toEqual(meant);
          continue;
        }
        expect(instantOf({ wall: found.instead, zone }), `${zone} ${wall}`).toBe(instantOf({ wall, zone }));
      }
});
