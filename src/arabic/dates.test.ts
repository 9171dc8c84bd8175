import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayBounds, dayKey, formatDate, formatHijri, formatTime, isDay } from './dates.ts';
import { monthNames } from './month-names.ts';
import { offsetAt, timeOfWall } from './zones.ts';

const style = (country: string, digits: 'arab' | 'latn' = 'arab', timeZone = 'Asia/Damascus') =>
  ({ timeZone, country, digits, language: 'ar' }) as const;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

describe('a date', () => {
  test.each([
    ['eg', 'نوفمبر', 'يناير', 'أغسطس'],
    ['sa', 'نوفمبر', 'يناير', 'أغسطس'],
    ['ae', 'نوفمبر', 'يناير', 'أغسطس'],
    ['kw', 'نوفمبر', 'يناير', 'أغسطس'],
    ['qa', 'نوفمبر', 'يناير', 'أغسطس'],
    ['bh', 'نوفمبر', 'يناير', 'أغسطس'],
    ['om', 'نوفمبر', 'يناير', 'أغسطس'],
    ['ye', 'نوفمبر', 'يناير', 'أغسطس'],
    ['sd', 'نوفمبر', 'يناير', 'أغسطس'],
    ['ly', 'نوفمبر', 'يناير', 'أغسطس'],
    ['so', 'نوفمبر', 'يناير', 'أغسطس'],
    ['dj', 'نوفمبر', 'يناير', 'أغسطس'],
    ['km', 'نوفمبر', 'يناير', 'أغسطس'],
    ['sy', 'تشرين الثاني', 'كانون الثاني', 'آب'],
    ['lb', 'تشرين الثاني', 'كانون الثاني', 'آب'],
    ['iq', 'تشرين الثاني', 'كانون الثاني', 'آب'],
    ['jo', 'تشرين الثاني', 'كانون الثاني', 'آب'],
    ['ps', 'تشرين الثاني', 'كانون الثاني', 'آب'],
    ['dz', 'نوفمبر', 'جانفي', 'أوت'],
    ['tn', 'نوفمبر', 'جانفي', 'أوت'],
    ['ma', 'نونبر', 'يناير', 'غشت'],
    ['mr', 'نوفمبر', 'يناير', 'أغشت'],
  ])('in %s has that country’s months', (country, november, january, august) => {
    expect(formatDate(noon('2026-11-23'), 'long', style(country))).toBe(`٢٣ ${november} ٢٠٢٦`);
    expect(formatDate(noon('2027-01-01'), 'long', style(country, 'latn'))).toBe(`1 ${january} 2027`);
    expect(formatDate(noon('2015-08-05'), 'long', style(country, 'latn'))).toBe(`5 ${august} 2015`);
  });

  test('is full, long or short, in Arabic or English', () => {
    const at = Date.UTC(2026, 10, 23, 7, 42);
    expect(formatDate(at, 'full', style('sy'))).toBe('الاثنين ٢٣ تشرين الثاني ٢٠٢٦');
    expect(formatDate(at, 'short', style('sy'))).toBe('٢٣/١١/٢٠٢٦');
    expect(formatDate(at, 'full', { ...style('sy'), language: 'en' })).toBe('Monday 23 November 2026');
    expect(formatTime(at, style('sy'))).toBe('١٠:٤٢');
    expect(formatTime(Date.UTC(2026, 0, 1, 6, 5), { timeZone: 'UTC', digits: 'latn' })).toBe('06:05');
    expect(formatDate(NaN, 'full', style('sy'))).toBe('');
    expect(formatTime(Infinity, style('sy'))).toBe('');
  });

  test('is that of the site’s zone', () => {
    const lateEvening = Date.UTC(2026, 10, 22, 22, 30);
    expect(formatDate(lateEvening, 'long', style('sy', 'latn'))).toBe('23 تشرين الثاني 2026');
    expect(formatDate(lateEvening, 'long', style('ma', 'latn', 'Africa/Casablanca'))).toBe('22 نونبر 2026');
  });
});

describe('the twelve months', () => {
  const as = (country: string) => monthNames(country, 'ar').join(' ');
  test('are those of the country’s papers', () => {
    const egypt = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر';
    const levant =
      'كانون الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين الأول تشرين الثاني كانون الأول';
    const maghreb = 'جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر';
    for (const country of 'eg sa ae kw qa bh om ye sd ly so dj km'.split(' '))
      expect(as(country)).toBe(egypt);
    for (const country of 'sy lb iq jo ps'.split(' ')) expect(as(country)).toBe(levant);
    for (const country of 'dz tn'.split(' ')) expect(as(country)).toBe(maghreb);
    expect(as('ma')).toBe('يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر');
    expect(as('mr')).toBe('يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر');
  });
});

describe('a Hijri date', () => {
  test.each([
    ['2025-03-01', '١ رمضان ١٤٤٦ هـ'],
    ['2025-03-30', '١ شوال ١٤٤٦ هـ'],
    ['2025-06-26', '١ محرم ١٤٤٧ هـ'],
    ['2015-04-03', '١٤ جمادى الآخرة ١٤٣٦ هـ'],
    ['2015-05-29', '١١ شعبان ١٤٣٦ هـ'],
    ['2012-02-12', '٢٠ ربيع الأول ١٤٣٣ هـ'],
    ['1979-11-20', '١ محرم ١٤٠٠ هـ'],
    ['1937-03-14', '١ محرم ١٣٥٦ هـ'],
    ['2077-11-16', '٣٠ ذو الحجة ١٥٠٠ هـ'],
    ['2026-11-23', '١٣ جمادى الآخرة ١٤٤٨ هـ'],
  ])('on %s is %s', (day, expected) => {
    expect(formatHijri(noon(day), { timeZone: 'Asia/Riyadh', digits: 'arab' })).toBe(expected);
  });

  test('is not shown where the calendar has no tables', () => {
    for (const day of ['1937-03-13', '2077-11-17', '1900-01-01', '2100-01-01']) {
      expect(formatHijri(noon(day), { timeZone: 'Asia/Riyadh', digits: 'arab' })).toBeUndefined();
    }
    expect(formatHijri(NaN, { timeZone: 'Asia/Riyadh', digits: 'arab' })).toBeUndefined();
  });

  test('can be read in English', () => {
    expect(formatHijri(noon('2025-03-01'), { timeZone: 'UTC', digits: 'arab', language: 'en' })).toBe(
      '1 Ramadan 1446 AH',
    );
  });
});

describe('a day', () => {
  const zones = [
    'Asia/Damascus',
    'Africa/Cairo',
    'Africa/Casablanca',
    'Europe/Paris',
    'Australia/Lord_Howe',
    'UTC',
  ];

  test('has 23 and 25 hours where clocks change', () => {
    const hours = (day: string, zone: string) => {
      const { start, end } = dayBounds(day, zone);
      return (end - start) / 3_600_000;
    };
    expect(hours('2026-03-29', 'Europe/Paris')).toBe(23);
    expect(hours('2026-10-25', 'Europe/Paris')).toBe(25);
    expect(hours('2026-04-24', 'Africa/Cairo')).toBe(23);
    expect(hours('2026-11-23', 'Asia/Damascus')).toBe(24);
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
  });

  test('that does not exist has no bounds', () => {
    for (const text of ['2026-02-30', '2026-13-01', '', 'x', '2026-1-1', '٢٠٢٦-٠١-٠١']) {
      expect(isDay(text)).toBe(false);
      expect(dayBounds(text, 'UTC')).toEqual({ start: NaN, end: NaN });
    }
    expect(isDay('2024-02-29')).toBe(true);
  });

  test('and offsets agree with the time zone database at any time, in any order', () => {
    const time = fc.integer({ min: Date.UTC(1940, 0), max: Date.UTC(2060, 0) });
    fc.assert(
      fc.property(time, fc.constantFrom(...zones), (at, zone) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(offsetAt(at, zone)).toBe(there.offsetNanoseconds / 1e6);
        const day = dayKey(at, zone);
        expect(day).toBe(there.toPlainDate().toString());
        const { start, end } = dayBounds(day, zone);
        expect(at >= start && at < end).toBe(true);
        expect(dayKey(start - 1, zone) < day && dayKey(end, zone) > day).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('wall times around a change of clocks are as Temporal takes them', () => {
    for (const zone of zones) {
      for (const text of [
        '2026-03-29T02:30',
        '2026-10-25T02:30',
        '2026-04-24T00:30',
        '2026-10-29T23:30',
        '2026-04-05T01:45',
      ]) {
        const expected = Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
        expect([zone, text, timeOfWall(Date.parse(`${text}Z`), zone)]).toEqual([zone, text, expected]);
      }
    }
  });

  test('a zone that does not exist is an error', () => {
    expect(() => dayKey(0, 'Asia/Nowhere')).toThrow(RangeError);
  });
});
