import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonTerms, readPageTerms } from './search-terms.ts';

test('the search page passes over what a reader cannot have meant', () => {
  expect(
    readPageTerms({ q: ' الماء ', section: '', from: '2026-13-45', to: 'x', sort: 'random', page: 'ثلاثة' }),
  ).toEqual({ q: 'الماء', section: undefined, from: undefined, to: undefined, sort: 'relevance', page: 1 });
  expect(readPageTerms({ q: 'a', from: '2026-02-28', sort: 'newest', page: '-3' })).toMatchObject({
    from: '2026-02-28',
    sort: 'newest',
    page: 1,
  });
  expect(readPageTerms({})).toMatchObject({ q: '', page: 1 });
});

test('a query is cut at 200 letters and holds no NUL and no half letter', () => {
  expect(readPageTerms({ q: 'ا'.repeat(10_000) }).q).toHaveLength(200);
  expect(readPageTerms({ q: `${'a'.repeat(199)}😀` }).q.isWellFormed()).toBe(true);
  expect(readPageTerms({ q: 'م\0اء' }).q).toBe('م اء');
});

test('search.json brings numbers within their bounds', () => {
  expect(readJsonTerms({ q: 'ماء' })).toEqual({
    ok: true,
    request: { q: 'ماء', limit: 20, offset: 0, sort: 'relevance' },
  });
  expect(
    readJsonTerms({ q: 'ماء', limit: '1000', offset: '-5', section: 'politics', from: '2026-01-01' }),
  ).toEqual({
    ok: true,
    request: { q: 'ماء', limit: 50, offset: 0, sort: 'relevance', section: 'politics', from: '2026-01-01' },
  });
  expect(readJsonTerms({ q: '', limit: '0' })).toMatchObject({ ok: true, request: { q: '', limit: 1 } });
});

test('search.json names the parameter that it cannot understand', () => {
  expect(readJsonTerms({})).toEqual({ ok: false, parameter: 'q' });
  expect(readJsonTerms({ q: 'a', limit: 'x' })).toEqual({ ok: false, parameter: 'limit' });
  expect(readJsonTerms({ q: 'a', offset: '99999999' })).toEqual({ ok: false, parameter: 'offset' });
  expect(readJsonTerms({ q: 'a', from: '2026-02-30' })).toEqual({ ok: false, parameter: 'from' });
  expect(readJsonTerms({ q: 'a', sort: 'best' })).toEqual({ ok: false, parameter: 'sort' });
});

test('no terms whatever make either reader fail', () => {
  const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
  const terms = fc.record({
    q: text,
    section: text,
    from: text,
    to: text,
    sort: text,
    page: text,
    limit: text,
    offset: text,
  });
  fc.assert(
    fc.property(terms, (given) => {
      const page = readPageTerms(given);
      expect(page.page).toBeGreaterThanOrEqual(1);
      expect(page.q.length).toBeLessThanOrEqual(200);
      const json = readJsonTerms(given);
      if (json.ok) expect(json.request.limit).toBeLessThanOrEqual(50);
    }),
  );
});
