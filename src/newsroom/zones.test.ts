import { expect, test } from 'vitest';
import { instantOf } from '../model/schedule.ts';
import { clocksAt, zoneName } from './zones.ts';

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
  expect(clocksAt('2026-10-29T23:30', 'Africa/Cairo')).toEqual({ shown: 'twice' });
  expect(clocksAt('2026-10-25T01:30', 'Europe/London')).toEqual({ shown: 'twice' });
  expect(clocksAt('2027-03-28T01:15', 'Europe/London')).toEqual({
    shown: 'never',
    instead: '2027-03-28T02:15',
  });
  expect(clocksAt('2026-10-25T01:30', 'Asia/Riyadh')).toEqual({ shown: 'once' });
});

test('what is shown instead is the moment that a schedule means', () => {
  for (const zone of ['Asia/Beirut', 'Africa/Cairo', 'Europe/London', 'Africa/Casablanca', 'Asia/Gaza'])
    for (let day = 0; day < 730; day++)
      for (const time of ['00:00', '00:30', '01:30', '02:30', '03:00', '23:30']) {
        const wall = `${new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)}T${time}`;
        const found = clocksAt(wall, zone);
        if (found.shown !== 'never') continue;
        expect(instantOf({ wall: found.instead, zone }), `${zone} ${wall}`).toBe(instantOf({ wall, zone }));
      }
});
