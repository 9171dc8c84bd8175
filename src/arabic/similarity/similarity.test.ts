import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandKeys, bands } from './bands.ts';
import { shingles } from './shingles.ts';
import { likeness, readSketch, sketchOf } from './sketch.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });
const words = fc.array(fc.constantFrom('بيت', 'دار', 'سوق', 'مرفأ', 'قال', 'في', '2026', 'BBC'), {
  maxLength: 60,
});
const sketch = (text: string) => readSketch(sketchOf(shingles(text)));
const alike = (a: string, b: string) => likeness(sketch(a), sketch(b));

/** The same by strings: what the numbers stand for. */
function exact(a: readonly string[], b: readonly string[]): number {
  const set = (list: readonly string[]) =>
    new Set(list.slice(3).map((_, i) => list.slice(i, i + 4).join(' ')));
  const [one, other] = [set(a), set(b)];
  if (one.size === 0 || other.size === 0) return 0;
  const both = [...one].filter((shingle) => other.has(shingle)).length;
  return both / (one.size + other.size - both);
}

describe('shingles', () => {
  test('are four words in a row, however they are written, and in whatever paragraphs', () => {
    const plain = 'قال رئيس الحكومة ان الخطه بدات اليوم';
    expect(shingles(plain)).toHaveLength(4);
    for (const same of [
      'قالَ رئيسُ الحكومة، إن الخطة بدأت اليوم.',
      'قال\nرئيس\n\nالحكـومة: «أن الخطة» بدأت اليوم',
      'قال رئيس الحكومة ان الخطه بدات اليوم ، ، ،',
    ])
      expect(shingles(same)).toEqual(shingles(plain));
    expect(shingles('رئيس قال الحكومة ان الخطه بدات اليوم')).not.toEqual(shingles(plain));
    expect(shingles('ثلاث كلمات فقط')).toHaveLength(0);
    expect(shingles('')).toHaveLength(0);
  });

  test('never throw on any text, ascend, and stand once each', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = shingles(text);
        for (let i = 1; i < found.length; i++) expect(found[i]).toBeGreaterThan(found[i - 1] ?? 0);
        expect(bandKeys(found)).toHaveLength(found.length === 0 ? 0 : bands);
      }),
    );
  });
});

describe('likeness', () => {
  test('is what counting strings gives, the same both ways, and 1 of a text with itself', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')];
        expect(alike(one, other)).toBeCloseTo(exact(a, b), 6);
        expect(alike(one, other)).toBe(alike(other, one));
        expect(alike(one, one)).toBe(a.length < 4 ? 0 : 1);
      }),
    );
  });

  test('does not depend on the order of paragraphs but for the words where they meet', () => {
    const paragraphs = Array.from({ length: 9 }, (_, p) =>
      Array.from({ length: 40 }, (_, i) => `كلمة${p}و${i}`).join(' '),
    );
    expect(alike(paragraphs.join('\n'), paragraphs.toReversed().join('\n'))).toBeGreaterThan(0.85);
  });

  test('of texts longer than what is kept is right within some hundredths', () => {
    const text = (from: number) => Array.from({ length: 20_000 }, (_, i) => `ك${from + i}`).join(' ');
    // Half of the words of each: a third of what either has.
    expect(alike(text(0), text(10_000))).toBeCloseTo(1 / 3, 1);
    expect(alike(text(0), text(5000))).toBeCloseTo(0.6, 1);
  });

  test('bytes that are no sketch are read as numbers all the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const value = likeness(readSketch(bytes), readSketch(bytes));
        expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

test('texts that are half alike meet under a key in all but one of a hundred cases', () => {
  let met = 0;
  const pairs = 400;
  for (let n = 0; n < pairs; n++) {
    const text = (from: number) => Array.from({ length: 300 }, (_, i) => `و${n}ك${from + i}`).join(' ');
    const keys = new Set(bandKeys(shingles(text(0))));
    // 200 of 400 words: a likeness of one half.
    if (bandKeys(shingles(text(100))).some((key) => keys.has(key))) met++;
  }
  expect(met / pairs).toBeGreaterThan(0.96);
});

test('a megabyte, and one word without end, cost what their length costs', () => {
  const repeated = 'تكرار '.repeat(200_000);
  expect(shingles(repeated)).toHaveLength(1);
  const long = Array.from({ length: 200_000 }, (_, i) => `ك${i}`).join(' ');
  expect(sketchOf(shingles(long)).length).toBeLessThan(2048 * 4);
  expect(bandKeys(shingles(long))).toHaveLength(bands);
  expect(shingles('ً'.repeat(1_000_000))).toHaveLength(0);
});
