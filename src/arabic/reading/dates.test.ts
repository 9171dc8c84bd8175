import { describe, expect, it } from 'vitest';
import { isDateLine, isDay, readDate } from './dates.ts';

describe('a line that says a date', () => {
  const noon = Date.UTC(2015, 7, 5, 12, 30);
  for (const [line, at] of [
    ['الأربعاء 5 أغسطس 2015 - 12:30', noon],
    ['نشر في: ٥ آب / أغسطس ٢٠١٥', Date.UTC(2015, 7, 5)],
    ['آخر تحديث: 05/08/2015 15:30 (مكة المكرمة)', noon],
    ['5 آب 2015 الساعة 15:30 بتوقيت مكة المكرمة', noon],
    ['الأحد - 20 شوال 1436 هـ - 05 أغسطس 2015 م', Date.UTC(2015, 7, 5)],
    ['2015-08-05T12:30:00Z', noon],
  ] as const) {
    it(line, () => {
      expect(readDate(line)).toBe(at);
      expect(isDateLine(line)).toBe(true);
    });
  }

  it('is not a sentence with a date in it, nor a day that does not exist', () => {
    expect(isDateLine('فاز الفريق في 5 أغسطس 2015')).toBe(false);
    expect(isDateLine('31/02/2015')).toBe(false);
    expect(isDateLine('الأربعاء')).toBe(false);
  });

  it('is a day within a dateline also without its year', () => {
    for (const day of ['5 أغسطس آب', '5 آب/ اغسطس', '٥ أغسطس', '5-8-2015', '20 شوال 1436هـ'])
      expect(isDay(day), day).toBe(true);
    for (const day of ['أغسطس', '5', 'خمسة رجال', '50 كتابا']) expect(isDay(day), day).toBe(false);
  });
});
