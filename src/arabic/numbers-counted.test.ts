import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted, countedNouns, type Countable } from './numbers-counted.ts';
import { relativeTime } from './dates-relative.ts';

/** Written by hand: one, two, two after a preposition, three to ten, eleven to ninety-nine, a hundred. */
const expected: Partial<Record<Countable, readonly string[]>> = {
  minute: ['دقيقة', 'دقيقتان', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة'],
  hour: ['ساعة', 'ساعتان', 'ساعتين', 'ساعات', 'ساعة', 'ساعة'],
  day: ['يوم', 'يومان', 'يومين', 'أيام', 'يوما', 'يوم'],
  tale: ['قصة', 'قصتان', 'قصتين', 'قصص', 'قصة', 'قصة'],
  report: ['خبر', 'خبران', 'خبرين', 'أخبار', 'خبرا', 'خبر'],
  word: ['كلمة', 'كلمتان', 'كلمتين', 'كلمات', 'كلمة', 'كلمة'],
  result: ['نتيجة', 'نتيجتان', 'نتيجتين', 'نتائج', 'نتيجة', 'نتيجة'],
  reader: ['قارئ', 'قارئان', 'قارئين', 'قراء', 'قارئا', 'قارئ'],
  week: ['أسبوع', 'أسبوعان', 'أسبوعين', 'أسابيع', 'أسبوعا', 'أسبوع'],
  second: ['ثانية', 'ثانيتان', 'ثانيتين', 'ثوان', 'ثانية', 'ثانية'],
};
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('a counted noun', () => {
  for (const [what, [one, two, oblique, few, many, hundred]] of Object.entries(expected)) {
    test(`«${one}» has its form for every number`, () => {
      const say = (n: number, after?: 'preposition') =>
        counted(n, what as Countable, { digits: 'latn', ...(after ? { after } : {}) });
      expect([say(0), say(1), say(2), say(2, 'preposition')]).toEqual([`لا ${few}`, one, two, oblique]);
      for (const n of [...upTo(3, 10), ...upTo(103, 110)]) expect(say(n)).toBe(`${n} ${few}`);
      for (const n of [...upTo(11, 99), ...upTo(111, 120)]) expect(say(n)).toBe(`${n} ${many}`);
      for (const n of [100, 101, 102, 200, 301, 402]) expect(say(n)).toBe(`${n} ${hundred}`);
      expect([say(1000), say(1003), say(1011), say(1_000_000), say(2.5)]).toEqual([
        `1,000 ${hundred}`,
        `1,003 ${few}`,
        `1,011 ${many}`,
        `1,000,000 ${hundred}`,
        `2.5 ${hundred}`,
      ]);
      expect(say(-5)).toBe(`5 ${few}`);
      expect(say(NaN)).toBe(few);
    });
  }

  test('has the site’s digits', () => {
    expect(counted(1234, 'word', { digits: 'arab' })).toBe('١٬٢٣٤ كلمة');
  });

  test('has forms that differ, and no figure of its own', () => {
    for (const { one, two, twoOblique, few, many } of Object.values(countedNouns)) {
      expect(new Set([one, two, twoOblique, few]).size).toBe(4);
      expect(many === one).toBe(one.endsWith('ة'));
      expect(`${one}${two}${few}${many}`).not.toMatch(/\d/);
    }
  });
});

describe('how long ago', () => {
  const now = Date.UTC(2026, 10, 25, 12);
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
  test.each([
    [0, 'قبل لحظات'],
    [59_999, 'قبل لحظات'],
    [minute, 'قبل دقيقة'],
    [2 * minute, 'قبل دقيقتين'],
    [5 * minute, 'قبل ٥ دقائق'],
    [11 * minute, 'قبل ١١ دقيقة'],
    [59.9 * minute, 'قبل ٥٩ دقيقة'],
    [119 * minute, 'قبل ساعة'],
    [2 * hour, 'قبل ساعتين'],
    [23 * hour, 'قبل ٢٣ ساعة'],
    [day, 'قبل يوم'],
    [2 * day, 'قبل يومين'],
    [6 * day, 'قبل ٦ أيام'],
    [14 * day, 'قبل أسبوعين'],
    [31 * day, 'قبل شهر'],
    [100 * day, 'قبل ٣ أشهر'],
    [340 * day, 'قبل ١١ شهرا'],
    [366 * day, 'قبل سنة'],
    [4000 * day, 'قبل ١٠ سنوات'],
    [-2 * minute, 'بعد دقيقتين'],
    [-3 * day, 'بعد ٣ أيام'],
  ])('%i ms is «%s»', (ago, text) => {
    expect(relativeTime(now - ago, now, { digits: 'arab' })).toBe(text);
  });

  test('is said in English too, and nothing is said of no time', () => {
    expect(relativeTime(now - 5 * minute, now, { digits: 'arab', language: 'en' })).toBe('5 minutes ago');
    expect(relativeTime(now, now, { digits: 'arab', language: 'en' })).toBe('just now');
    expect(relativeTime(NaN, now, { digits: 'arab' })).toBe('');
  });

  test('never fails', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (a, b) => {
        expect(typeof relativeTime(a, b, { digits: 'arab' })).toBe('string');
        expect(counted(a, 'day', { digits: 'latn' })).not.toBe('');
      }),
    );
  });
});
