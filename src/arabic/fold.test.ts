import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithOffsets } from './fold.ts';

describe('folding', () => {
  test.each([
    // What Lucene's normalizer is published to conflate.
    ['آجن', 'اجن'],
    ['أحمد', 'احمد'],
    ['إعاذ', 'اعاذ'],
    ['بنى', 'بني'],
    ['فاطمة', 'فاطمه'],
    ['روبرـــــت', 'روبرت'],
    ['مَبنا', 'مبنا'],
    ['ولداً', 'ولدا'],
    ['نلْسون', 'نلسون'],
    ['هتميّ', 'هتمي'],
    // What it leaves apart.
    ['مؤمن', 'مومن'],
    ['رئيس', 'رييس'],
    ['ٱلله', 'الله'],
    ['هٰذا', 'هذا'],
    ['کتاب فارسی', 'كتاب فارسي'],
    ['پاکستان چاد ڤيروس گوگل', 'باكستان جاد فيروس كوكل'],
    ['ﻻ ﷲ ﻣﺤﻤﺪ', 'لا الله محمد'],
    ['می\u200cخواهم', 'ميخواهم'],
    ['٢٠١٥ ۱۹۷۹ 2026', '2015 1979 2026'],
    ['Élysée ÅNGSTRÖM straße', 'elysee angstrom strasse'],
    ['بِسْمِ ٱللَّهِ ۖ', 'بسم الله '],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('keeps the bare hamza, which parts words', () => {
    expect(fold('ماء')).not.toBe(fold('ما'));
    expect(fold('جزء')).not.toBe(fold('جز'));
  });

  test('keeps punctuation and spaces', () => {
    expect(fold('قال: «نعم»، ثم – لا؟')).toBe('قال: «نعم»، ثم – لا؟');
  });

  test('points back to the original letters', () => {
    const text = 'مُحَمَّد ﷲ';
    const { text: folded, offsets } = foldWithOffsets(text);
    expect(folded).toBe('محمد الله');
    expect([...offsets]).toEqual([0, 2, 4, 7, 8, 9, 9, 9, 9, 10]);
  });
});

describe('for any text', () => {
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'اأﻻﷲ\u064bـßé٣۴ \u200c') }),
  );
  test('folding is idempotent, and its offsets rise within the original', () => {
    fc.assert(
      fc.property(any, (text) => {
        const { text: folded, offsets } = foldWithOffsets(text);
        expect(folded).toBe(fold(text));
        expect(fold(folded)).toBe(folded);
        expect(offsets.length).toBe(folded.length + 1);
        expect(offsets[folded.length]).toBe(text.length);
        for (let i = 1; i < offsets.length; i++) {
          expect(offsets[i]).toBeGreaterThanOrEqual(offsets[i - 1] ?? 0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a long text that grows when folded is folded whole', () => {
    expect(fold('ﷲ'.repeat(20_000))).toBe('الله'.repeat(20_000));
    expect(foldWithOffsets('ﷲ'.repeat(20_000)).offsets.length).toBe(80_001);
  });
});
