import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terms } from './analyse.ts';
import { highlight, snippet } from './highlight.ts';

const stems = (text: string) => new Set(terms(text).map((t) => t.stem));
const shown = (pieces: readonly { text: string; hit: boolean }[]) =>
  pieces.map((p) => (p.hit ? `[${p.text}]` : p.text)).join('');

describe('highlighting', () => {
  test('marks the original letters, harakat, article and all', () => {
    expect(shown(highlight('قالَ وزيرُ الخارجيّةِ أمس', stems('خارجية')))).toBe('قالَ وزيرُ [الخارجيّةِ] أمس');
  });

  test('without hits is the text', () => {
    expect(highlight('نص', new Set())).toEqual([{ text: 'نص', hit: false }]);
    expect(highlight('', new Set(['نص']))).toEqual([]);
  });
});

describe('a snippet', () => {
  const filler = 'كلام كثير لا يعني شيئا لأحد '.repeat(20);
  const text = `${filler}ثم زار وزير الخارجية موسكو أمس ${filler}`;

  test('is the part that says most, cut at words', () => {
    const s = shown(snippet(text, stems('موسكو وزير'), 60));
    expect(s).toContain('[وزير] الخارجية [موسكو]');
    expect(s.startsWith('…') && s.endsWith('…')).toBe(true);
    for (const word of s.replace(/[…[\]]/g, '').split(' ')) expect(text.split(' ')).toContain(word);
  });

  test('without a hit is the beginning', () => {
    const s = shown(snippet(text, new Set(['غير']), 30));
    expect(text.startsWith(s.replace('…', ''))).toBe(true);
    expect(s.endsWith('…')).toBe(true);
  });

  test('of a short text is the text', () => {
    expect(shown(snippet('زار موسكو', stems('موسكو'), 60))).toBe('زار [موسكو]');
  });
});

describe('for any text', () => {
  const text = fc.string({ unit: fc.constantFrom(...'اب ت\u064bx1.\n😀ـ'), maxLength: 300 });
  test('the stretches joined are the text, and a snippet is part of it and no longer than asked', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 80 }), (t, q, most) => {
        const wanted = stems(q);
        expect(
          highlight(t, wanted)
            .map((p) => p.text)
            .join(''),
        ).toBe(t);
        const s = snippet(t, wanted, most)
          .map((p) => p.text)
          .join('')
          .replace(/^…|…$/g, '');
        expect(t).toContain(s);
        expect(s.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 1500 },
    );
  });
});
