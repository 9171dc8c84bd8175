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

describe('marks, tatweel and joiners strewn into a text', () => {
  const words = fc.constantFrom(
    ...'قال وزير الخارجية الروسي إن المحادثات في القاهرة كانت مثمرة ﷲ والحكومة شخصا ألمانيا 2015 G20 لا'.split(
      ' ',
    ),
  );
  const strewn = fc.constantFrom(
    ...'\u064b\u064c\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u200c\u200d\u200f\u2060\u00ad',
  );
  /** Each word with what stands after its letters; the accusative's mark is left to the test that knows it. */
  const text = fc.array(fc.tuple(words, fc.array(fc.array(strewn, { maxLength: 3 }), { maxLength: 12 })), {
    maxLength: 12,
  });

  test('change neither what is marked nor a letter of the text', () => {
    fc.assert(
      fc.property(text, fc.array(words, { maxLength: 4 }), (parts, asked) => {
        const plain = parts.map(([word]) => word);
        const dressed = parts.map(([word, between]) =>
          [...word]
            .map((letter, i) => letter + (between[i] ?? []).filter((c) => c !== '\u064b').join(''))
            .join(''),
        );
        const wanted = stems(asked.join(' '));
        const marked = (text: string) => highlight(text, wanted);
        const [bare, full] = [marked(plain.join(' ')), marked(dressed.join(' '))];
        expect(full.map((p) => p.text).join('')).toBe(dressed.join(' '));
        const hits = (pieces: typeof bare) => pieces.filter((p) => p.hit).length;
        expect(hits(full)).toBe(hits(bare));
        // Word by word: a hit covers the whole of its word as dressed.
        const placesIn = (pieces: typeof bare, all: readonly string[]) => {
          const starts = all.map((_, i) => all.slice(0, i).join(' ').length + (i === 0 ? 0 : 1));
          const found: number[] = [];
          let at = 0;
          for (const piece of pieces) {
            if (piece.hit) {
              const i = starts.indexOf(at);
              expect(piece.text).toBe(all[i]);
              found.push(i);
            }
            at += piece.text.length;
          }
          return found;
        };
        expect(placesIn(full, dressed)).toEqual(placesIn(bare, plain));
      }),
      { numRuns: 1000 },
    );
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
