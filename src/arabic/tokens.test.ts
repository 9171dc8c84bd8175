import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { tokens } from './tokens.ts';
import { countWords, readingMinutes } from './words.ts';

const words = (text: string) => tokens(text).map((t) => t.text);

describe('the words of a text', () => {
  test.each([
    ['قال مُحَمَّدٌ: «نعم»', ['قال', 'محمد', 'نعم']],
    ['ماء آسن وشيء', ['ماء', 'اسن', 'وشيء']],
    ['العــــراق', ['العراق']],
    ['الـBBC وG20', ['ال', 'bbc', 'و', 'g20']],
    ['١٬٠٠٠٫٥ أو 1,000.5 أو 3,5', ['1000.5', 'او', '1000.5', 'او', '3.5']],
    ['1,000,000 نسمة', ['1000000', 'نسمه']],
    ['الساعة 12:30، فاز ٣–١', ['الساعه', '12', '30', 'فاز', '3', '1']],
    ['2010-2015 و5.8.2015', ['2010', '2015', 'و', '5', '8', '2015']],
    ['1,2,3', ['1', '2', '3']],
    ['#وسم_عربي', ['وسم', 'عربي']],
    ['Côte d’Ivoire', ['cote', 'd', 'ivoire']],
    ['كوفيد-19', ['كوفيد', '19']],
    ['', []],
    ['…؟!', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('keep their places in the original, harakat and all', () => {
    const text = 'في مُحَمَّدٌ، ﷲ';
    expect(tokens(text).map((t) => text.slice(t.start, t.end))).toEqual(['في', 'مُحَمَّدٌ', 'ﷲ']);
  });

  test('are counted as a reader counts them', () => {
    expect(countWords('قال إن ١٬٠٠٠ شخص، في 12:30.')).toBe(6);
    expect(countWords('')).toBe(0);
    expect(readingMinutes(181 * 3)).toBe(3);
    expect(readingMinutes(0)).toBe(1);
    expect(readingMinutes(NaN)).toBe(1);
  });
});

describe('for any text', () => {
  test('words stand in order, inside it, and are folded', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'اأء ـ\u064bab1٢,.٬٫-:ﷲ\n\u200c') }),
        ),
        (text) => {
          let end = 0;
          for (const t of tokens(text)) {
            expect(t.start).toBeGreaterThanOrEqual(end);
            expect(t.end).toBeGreaterThan(t.start);
            expect(t.text).not.toBe('');
            expect(fold(t.text)).toBe(t.text);
            end = t.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
          countWords(text);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
