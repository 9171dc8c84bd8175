import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dayOfHijri, hijriOfDay } from './dates-hijri.ts';

const DAY = 86_400_000;
const epochDay = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;

/** The published months: year, date of 1 Muharram, lengths. */
const published = readFileSync(join(import.meta.dirname, 'fixtures/umm-al-qura.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => {
    const [year = '', begins = '', lengths = ''] = line.split(' ');
    return {
      year: Number(year),
      begins: epochDay(begins),
      lengths: [...lengths].map((figure) => (figure === '0' ? 30 : 20 + Number(figure))),
    };
  });

describe('the calendar of Umm al-Qura', () => {
  test('has every month of 1356–1500 as it was published, to the day', () => {
    expect(published.map(({ year }) => year)).toEqual(Array.from({ length: 145 }, (_, i) => 1356 + i));
    for (const { year, begins, lengths } of published) {
      let day = begins;
      lengths.forEach((length, i) => {
        expect(hijriOfDay(day)).toEqual({ year, month: i + 1, day: 1 });
        expect(hijriOfDay(day + length - 1)).toEqual({ year, month: i + 1, day: length });
        expect(dayOfHijri(year, i + 1, 1)).toBe(day);
        expect(dayOfHijri(year, i + 1, length)).toBe(day + length - 1);
        expect(dayOfHijri(year, i + 1, length + 1)).toBeUndefined();
        day += length;
      });
      const next = published.find((other) => other.year === year + 1);
      if (next) expect(day).toBe(next.begins);
    }
  });

  // Read off the comparison calendar of King Fahd University of Petroleum and Minerals one by one.
  test.each([
    ['1937-03-14', 1356, 1],
    ['1938-02-01', 1356, 12],
    ['1945-07-11', 1364, 8],
    ['1945-08-08', 1364, 9],
    ['1955-05-23', 1374, 10],
    ['1970-03-09', 1390, 1],
    ['1970-11-30', 1390, 10],
    ['1979-11-20', 1400, 1],
    ['1980-07-13', 1400, 9],
    ['1990-12-18', 1411, 6],
    ['1991-06-13', 1411, 12],
    // Announced beginnings of recent months.
    ['2018-09-11', 1440, 1],
    ['2025-03-01', 1446, 9],
    ['2025-06-26', 1447, 1],
  ])('begins on %s the month %i/%i', (date, year, month) => {
    expect(hijriOfDay(epochDay(date))).toEqual({ year, month, day: 1 });
  });

  test('is what ICU has for 1420–1450; for other years ICU computes, and is often a day off', () => {
    const differing = (from: number, to: number) => {
      let count = 0;
      for (let year = from; year <= to; year++) {
        for (let month = 1; month <= 12; month++) {
          const icu = Temporal.PlainDate.from({ calendar: 'islamic-umalqura', year, month, day: 1 });
          if (epochDay(icu.withCalendar('iso8601').toString()) !== dayOfHijri(year, month, 1)) count++;
        }
      }
      return count;
    };
    expect(differing(1420, 1450)).toBe(0);
  });

  test('ends where its publication ends', () => {
    expect(hijriOfDay(epochDay('1937-03-13'))).toBeUndefined();
    expect(hijriOfDay(epochDay('2077-11-16'))).toEqual({ year: 1500, month: 12, day: 30 });
    expect(hijriOfDay(epochDay('2077-11-17'))).toBeUndefined();
    for (const day of [NaN, Infinity, -Infinity]) expect(hijriOfDay(day)).toBeUndefined();
    for (const [year, month, day] of [
      [1355, 1, 1],
      [1501, 1, 1],
      [1447, 0, 1],
      [1447, 13, 1],
      [1447, 1, 0],
      [1447, 1.5, 1],
      [NaN, 1, 1],
    ] as const) {
      expect(dayOfHijri(year, month, day)).toBeUndefined();
    }
  });
});
