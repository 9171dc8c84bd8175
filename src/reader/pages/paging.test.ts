import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlace, writePlace } from './paging.ts';

test('a place in a list comes back from its address', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -8.64e15, max: 8.64e15 }),
      fc.nat({ max: 999_999_999 }),
      (publishedAt, id) => {
        expect(readPlace(writePlace({ publishedAt, id }))).toEqual({ publishedAt, id });
      },
    ),
  );
});

test('what is no place gives the first page', () => {
  for (const none of [undefined, '', '1', '1-', '-1', '1-2-3', 'x-1', '9999999999999999-1', '1e5-1', '١-٢'])
    expect(readPlace(none)).toBeUndefined();
});
