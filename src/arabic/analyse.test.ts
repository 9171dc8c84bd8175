import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTerms, isStopWord, queryTerms, terms } from './analyse.ts';

describe('what is indexed', () => {
  test('is stems in order, ready for full-text search', () => {
    expect(indexTerms('قالت وزارةُ الدفاع الألمانية: 3.5% لِلاجئين، G20 – Élysée')).toBe(
      'قال وزار دفاع المانيا 3p5 لاج g20 elysee',
    );
    expect(indexTerms('')).toBe('');
    expect(indexTerms('Путин 😀')).toBe('');
  });

  test('keeps the places of words', () => {
    const text = 'في الأَخْبَارِ';
    expect(terms(text)).toEqual([
      { word: 'في', stem: 'في', start: 0, end: 2 },
      { word: 'الاخبار', stem: 'خبر', start: 3, end: text.length },
    ]);
  });

  test('knows an accusative by its fathatan', () => {
    const [a, b] = [terms('شخصاً')[0]?.stem, terms('شخصًا')[0]?.stem];
    expect([a, b]).toEqual(['شخص', 'شخص']);
  });

  test('stays right when the cache of stems has turned over', () => {
    const before = indexTerms('وزارة الخارجية');
    for (let i = 0; i < 60_000; i++) indexTerms(`w${i.toString(36)}`);
    expect(indexTerms('وزارة الخارجية')).toBe(before);
  });
});

describe('a query', () => {
  const brief = (q: string) =>
    queryTerms(q).map(
      (t) => `${t.negated ? '-' : ''}${t.stem}${t.phrase === undefined ? '' : `/${t.phrase}`}`,
    );

  test('leaves stop words out unless there is nothing else', () => {
    expect(brief('وزير الخارجية في روسيا')).toEqual(['وزير', 'خارج', 'روس']);
    expect(brief('إلى أين')).toEqual(['الي', 'اين']);
  });

  test.each([
    '"وزير الخارجية" موسكو',
    '«وزير الخارجية» موسكو',
    '“وزير الخارجية” موسكو',
    '„وزير الخارجية“ موسكو',
  ])('has a phrase in %s', (q) => {
    expect(brief(q)).toEqual(['وزير/0', 'خارج/0', 'موسكو']);
  });

  test('keeps stop words inside a phrase, and numbers phrases', () => {
    expect(brief('«في موسكو» "من باريس"')).toEqual(['في/0', 'موسكو/0', 'من/1', 'باريس/1']);
  });

  test('takes a quotation mark left open for none', () => {
    expect(brief('"وزير الخارجية')).toEqual(['وزير', 'خارج']);
  });

  test('excludes what has a hyphen before it', () => {
    expect(brief('روسيا -أوكرانيا كوفيد-19')).toEqual(['روس', '-اوكر', 'كوفيد', '19']);
    expect(brief('روسيا -"شرق أوكرانيا"')).toEqual(['روس', '-شرق/0', '-اوكر/0']);
  });

  test('of ten thousand letters, of operators or of nothing is only words', () => {
    expect(queryTerms('سلام '.repeat(2000)).length).toBe(32);
    expect(queryTerms('"*" AND NEAR( : ^ - \u0000 ""').every((t) => /^[a-z]+$/.test(t.stem))).toBe(true);
    expect(queryTerms('؟!')).toEqual([]);
  });

  test('stop words are known with their conjunctions', () => {
    expect(['في', 'وفي', 'فانه', 'التي', 'والتي'].every(isStopWord)).toBe(true);
    expect(['وزير', 'ماء', 'فيلم', ''].some(isStopWord)).toBe(false);
  });
});

describe('for any text', () => {
  test('index and query hold only what full-text search is promised', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'اءوليبكف -"«»*().3٫ab\u064b\u0000') }),
        ),
        (text) => {
          expect(indexTerms(text)).toMatch(/^(?:[a-z0-9\u0621-\u064a]+(?: [a-z0-9\u0621-\u064a]+)*)?$/);
          for (const t of queryTerms(text)) expect(t.stem).toMatch(/^[a-z0-9\u0621-\u064a]+$/);
          for (const t of terms(text)) expect(t.end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
