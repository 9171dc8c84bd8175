import { expect, test } from 'vitest';
import { termNumber } from '../public/public-form.ts';
import { TermFilter } from './term-filter.ts';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => termNumber(`جذر${from + i}`));

test('no term that is there is missed, and few that are not seem to be', () => {
  const terms = numbered(0, 20_000);
  const filter = new TermFilter(TermFilter.of(terms).bytes);
  expect(terms.filter((term) => !filter.has(term))).toEqual([]);
  expect(numbered(20_000, 40_000).filter((term) => filter.has(term)).length).toBeLessThan(400);
});

test('a segment without terms has none', () => {
  const filter = TermFilter.of([]);
  expect(numbered(0, 100).some((term) => filter.has(term))).toBe(false);
});
