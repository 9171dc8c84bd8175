import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate } from './dates.ts';
import { parseDate } from './parse-date.ts';

const damascus = { timeZone: 'Asia/Damascus' };
const iso = (text: string) => {
  const at = parseDate(text, damascus);
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};
const midnight = '2015-08-04T21:00';

describe('a date from an archive or a page', () => {
  test.each([
    ['2015-08-05', midnight],
    ['2015-08-05T10:30', '2015-08-05T07:30'],
    ['2015-08-05T10:30:00Z', '2015-08-05T10:30'],
    ['2015-08-05T10:30:00.000+03:00', '2015-08-05T07:30'],
    ['2015-08-05T10:30:00-0500', '2015-08-05T15:30'],
    ['2015-08-05 10:30:00', '2015-08-05T07:30'],
    ['2015-08-05 10:30:00.123456+00', '2015-08-05T10:30'],
    ['2015-08-05T10:30:00+03:00[Asia/Damascus]', '2015-08-05T07:30'],
    ['20150805', midnight],
    ['20150805T103000Z', '2015-08-05T10:30'],
    ['20150805103000', '2015-08-05T07:30'],
    ['2015-08-05T24:00', '2015-08-05T21:00'],
    ['Wed, 05 Aug 2015 14:20:00 +0300', '2015-08-05T11:20'],
    ['Wed, 5 Aug 2015 14:20:00 GMT', '2015-08-05T14:20'],
    ['5 Aug 2015 14:20 EST', '2015-08-05T19:20'],
    ['Wednesday, 05-Aug-15 14:20:00 GMT', '2015-08-05T14:20'],
    ['Wed Aug 05 2015 10:30:00 GMT+0300 (Eastern European Summer Time)', '2015-08-05T07:30'],
    ['August 5, 2015 2:20 pm', '2015-08-05T11:20'],
    ['05 août 2015', midnight],
    ['1438770000', '2015-08-05T10:20'],
    ['1438770000123', '2015-08-05T10:20'],
    ['05/08/2015 14:20', '2015-08-05T11:20'],
    ['14:20 05/08/2015', '2015-08-05T11:20'],
    ['5-8-2015', midnight],
    ['5.8.2015', midnight],
    ['٥/٨/٢٠١٥', midnight],
    ['2015/08/05 - 10:30', '2015-08-05T07:30'],
    ['الأربعاء 5 أغسطس 2015', midnight],
    ['الأربعاء، ٥ أغسطس ٢٠١٥م', midnight],
    ['٥ آب/أغسطس ٢٠١٥ - ١٠:٣٠', '2015-08-05T07:30'],
    ['أغسطس 5, 2015', midnight],
    ['5 آب (أغسطس) 2015', midnight],
    ['5 أوت 2015 الساعة 10:30 صباحاً', '2015-08-05T07:30'],
    ['5 غشت 2015 10:30 م', '2015-08-05T19:30'],
    ['١٠:٣٠ ص - ٥ أغسطس ٢٠١٥', '2015-08-05T07:30'],
    ['12:30 م 5 أغسطس 2015', '2015-08-05T09:30'],
    ['12:30 ص 5 أغسطس 2015', '2015-08-04T21:30'],
    ['تاريخ النشر: 5 أغسطس 2015', midnight],
    ['5 أغسطس 2015 10:30 بتوقيت غرينتش', '2015-08-05T10:30'],
    ['23 تشرين الثاني 2026', '2026-11-22T21:00'],
    ['1 كانون الأول 2015', '2015-11-30T22:00'],
    ['٢٠ شوال ١٤٣٦ هـ', midnight],
    ['الأربعاء 20 شوال 1436 هـ الموافق 5 أغسطس 2015 م', midnight],
  ])('«%s» is %s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  test.each([
    '2015-13-05',
    '2015-02-30',
    '05/13/2015',
    '30/02/2015',
    '30 شباط 2015',
    '2015-08-05T25:00',
    '2015-08-05T10:61',
    '5 آب/سبتمبر 2015',
    '5 قتلى في أغسطس 2015',
    'أغسطس 2015',
    '2015',
    '12',
    '1,438,770,000',
    '30 صفر 1600 هـ',
    'أمس',
    '',
    '0',
    'null',
    '99999999999999999999',
  ])('«%s» is none', (text) => {
    expect(iso(text)).toBeUndefined();
  });

  test('is found again in every country’s own writing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2070, 0) }),
        fc.constantFrom('eg', 'sy', 'tn', 'ma', 'mr'),
        fc.constantFrom('arab' as const, 'latn' as const),
        fc.constantFrom('full' as const, 'long' as const, 'short' as const),
        fc.constantFrom('ar' as const, 'en' as const),
        (at, country, digits, style, language) => {
          const o = { timeZone: 'Africa/Cairo', country, digits, language };
          const text = formatDate(at, style, o);
          const found = parseDate(text, o);
          expect(found === undefined ? text : formatDate(found, style, o)).toBe(text);
          expect(found).toBeDefined();
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('is undefined or a time, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'0123456789٣-/:. TZ+مصأغسطب') }),
        ),
        (text) => {
          const at = parseDate(text, damascus);
          expect(at === undefined || Number.isInteger(at)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
