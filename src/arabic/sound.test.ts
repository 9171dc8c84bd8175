import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { isSameName, spellingDistance } from './sound-distance.ts';
import { soundKey } from './sound.ts';

describe('spellings of one foreign name', () => {
  test.each([
    ['سيرجي', 'سيرغي'],
    ['غيبونز', 'جيبونز'],
    ['نتنياهو', 'نتانياهو'],
    ['غوغل', 'جوجل'],
    ['بوتين', 'بوتن'],
    ['تشافيز', 'شافيز'],
    ['أوباما', 'اوباما'],
    ['غورباتشوف', 'جورباتشوف'],
    ['ميركل', 'ماركل'],
    ['كلينتون', 'كلنتون'],
    ['بلينكن', 'بلينكين'],
    ['موسكفا', 'موسكوفا'],
    ['إيمانويل', 'ايمانوال'],
    ['طهران', 'تهران'],
    ['غوتيريش', 'جوتيريش'],
    ['زيلينسكي', 'زلنسكي'],
  ])('%s and %s sound alike', (one, other) => {
    expect(soundKey(fold(one))).toBe(soundKey(fold(other)));
    if (fold(one) !== fold(other)) expect(isSameName(fold(one), fold(other))).toBe(true);
  });

  test.each([
    ['بوتين', 'بايدن'],
    ['باريس', 'برلين'],
    ['لافروف', 'لاغارد'],
    ['كيري', 'كيرياكو'],
    ['سيرجي', 'سارة'],
    ['موسكو', 'مكسيكو'],
    ['بوتين', 'بوتان'],
    ['كيري', 'كوري'],
    ['هولندا', 'هولندي'],
  ])('%s and %s are two', (one, other) => {
    expect(isSameName(fold(one), fold(other))).toBe(false);
  });

  test('words of other letters and figures are their own key', () => {
    expect(['g20', '2015', ''].map(soundKey)).toEqual(['g20', '2015', '']);
  });
});

describe('the distance of two spellings', () => {
  test('is less for what careless writers do than for another letter', () => {
    const from = (one: string, other: string) => spellingDistance(fold(one), fold(other), 3);
    expect(from('أوكرانيا', 'اوكرانيا')).toBe(0);
    for (const [one, other] of [
      ['الضهر', 'الظهر'],
      ['القاهره', 'القاهرة'],
      ['بربلمان', 'برلمان'],
      ['برمان', 'برلمان'],
      ['برملان', 'برلمان'],
      ['حكوكة', 'حكومة'],
    ] as const) {
      expect(from(one, other)).toBeLessThanOrEqual(1);
    }
    expect(from('مدينة', 'مكتبة')).toBeGreaterThan(1);
    expect(from('ضابط', 'ظابط')).toBeLessThan(from('ضابط', 'رابط'));
  });

  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'اويبتثنسصضظطكقغجهحرز'), maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  test('is the same both ways, never negative, 0 only for the same word', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const far = spellingDistance(one, other, 100);
        expect(far).toBeGreaterThanOrEqual(0);
        expect(spellingDistance(other, one, 100)).toBeCloseTo(far, 9);
        expect(far === 0).toBe(one === other);
        const near = spellingDistance(one, other, 1);
        if (far <= 1) expect(near).toBeCloseTo(far, 9);
        else expect(near).toBeGreaterThan(1);
      }),
      { numRuns: 2000 },
    );
  });

  test('a key is never longer than its word, and is its own key', () => {
    fc.assert(
      fc.property(word, (text) => {
        const folded = fold(text);
        const key = soundKey(folded);
        expect(key.length).toBeLessThanOrEqual(folded.length);
        expect(soundKey(key).length).toBeLessThanOrEqual(key.length);
      }),
      { numRuns: 2000 },
    );
  });

  test('of words of a million letters is told at once', () => {
    expect(spellingDistance('ا'.repeat(1e6), `${'ا'.repeat(1e6)}ب`, 2)).toBeGreaterThan(2);
    expect(soundKey('ب'.repeat(1e6))).toBe('ب');
    expect(soundKey('بال'.repeat(3e5)).length).toBe(6e5);
  });
});
