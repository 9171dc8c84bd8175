import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arabicMarks, guillemets, withoutDirectionMarks, withoutTatweel } from './typography.ts';

describe('Arabic punctuation', () => {
  test.each([
    ['وصل, ثم غادر; نعم?', 'وصل، ثم غادر؛ نعم؟'],
    ['باع 1,000 نسخة', 'باع 1,000 نسخة'],
    ['شركة Apple, Inc', 'شركة Apple, Inc'],
    ['He said "yes", then left', 'He said "yes", then left'],
    ['«نعم», قال', '«نعم»، قال'],
    ['https://example.org/?a=1', 'https://example.org/?a=1'],
  ])('of «%s» is «%s»', (text, expected) => {
    expect(arabicMarks(text)).toBe(expected);
  });
});

describe('guillemets', () => {
  test.each([
    ['قال "نعم" ثم “لا”', 'قال «نعم» ثم «لا»'],
    ['He said "yes"', 'He said "yes"'],
    ['قال "نعم', 'قال "نعم'],
    ['شاشة 40" و"نعم"', 'شاشة 40" و«نعم»'],
    ['قال "نعم\nلا"', 'قال "نعم\nلا"'],
  ])('in «%s» give «%s»', (text, expected) => {
    expect(guillemets(text)).toBe(expected);
  });
});

describe('what nobody should store', () => {
  test('is taken out: tatweel inside words, not where it stands for itself', () => {
    expect(withoutTatweel('كتـــاب الـBBC سنة ١٤٤٧ هـ موسكو ـ')).toBe('كتاب الـBBC سنة ١٤٤٧ هـ موسكو ـ');
  });
  test('is taken out: marks of direction, not joiners', () => {
    expect(withoutDirectionMarks('\u202bقال\u200f \u2067نعم\u2069\u202c می\u200cخواهم')).toBe(
      'قال نعم می\u200cخواهم',
    );
  });
});

test('a second time changes nothing, whatever the text', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'اب ,;?"“”«»1a\n\u0640\u064b\u200f') }),
  );
  fc.assert(
    fc.property(any, (text) => {
      for (const change of [arabicMarks, guillemets, withoutTatweel, withoutDirectionMarks]) {
        expect(change(change(text))).toBe(change(text));
      }
    }),
    { numRuns: 1000 },
  );
});
