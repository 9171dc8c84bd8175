import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from './clean.ts';

describe('text from outside', () => {
  test('keeps what the author wrote', () => {
    for (const text of [
      'قالَ الوزيرُ: «لن نتراجع» – ٢٠١٥',
      'سطر أول\nسطر ثانٍ',
      'هذا\n\nنص',
      'Élysée 3.5 %',
      'ﷺ و ﷼',
      '👨\u200d👩\u200d👧 معا',
      'می\u200cخواهم',
    ]) {
      expect(clean(text)).toBe(text);
    }
  });

  test('loses direction marks, isolates, zero-width characters, controls and NUL', () => {
    expect(clean('\u202bموسكو\u202c \u200fـ\u200e \u2067داعش\u2069\u0000\u0007\ufeff')).toBe('موسكو ـ داعش');
    expect(clean('سلا\u200bم\u00ad\u2060')).toBe('سلام');
    expect(clean('نصف \ud800 زوج')).toBe('نصف زوج');
  });

  test('keeps a zero-width non-joiner between two Arabic letters only', () => {
    expect(clean('می\u200c\u200cخواهم')).toBe('می\u200cخواهم');
    expect(clean('كتاب\u200c a\u200cb \u200c')).toBe('كتاب ab');
  });

  test('has base letters for presentation forms', () => {
    expect(clean('ﻻ ﷲ ﻣﺤﻤﺪ ﭘ')).toBe('لا الله محمد پ');
    expect(clean('مدرس\ufe8e\u0640\ufe77')).toBe('مدرساـَ'.normalize('NFC'));
    expect(clean('ر\ufe70')).toBe('ر\u064b');
  });

  test('has one kind of space and of line ending', () => {
    expect(clean(' \u00a0أ\t\u2003ب \r\n ج\r\rد\u2028هـ \n')).toBe('أ ب\nج\n\nد\nهـ');
  });

  test('is composed', () => {
    expect(clean('ا\u0653ن ا\u0654مر e\u0301')).toBe('آن أمر é');
  });
});

describe('for any text', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        ...'األ ـ\u064b\u0651\u200c\u200d\u200fﻻﷲ\n\r\u00a0\ud83d\ude00\ud800\u0654e\u0301👨',
      ),
    }),
  );
  test('cleaning is idempotent and leaves no junk', () => {
    fc.assert(
      fc.property(any, (text) => {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC'));
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/(?!\n)\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]| {2}|^\s|\s$/u);
      }),
      { numRuns: 2000 },
    );
  });
});
