import { describe, expect, test } from 'vitest';
import { terms } from './analyse.ts';
import { alike, apart, type PairGroup } from './fixtures/pairs.ts';

const stemsOf = (word: string) =>
  terms(word)
    .map(({ stem }) => stem)
    .join(' ');
const rowsOf = ({ reason, pairs }: PairGroup) =>
  pairs.split('|').map((pair) => {
    const [one = '', other = ''] = pair.trim().split(' ');
    return { reason, one, other };
  });
const together = alike.flatMap(rowsOf);
const separate = apart.flatMap(rowsOf);

describe('a search for one word', () => {
  test.each(together)('finds the other: $one, $other ($reason)', ({ one, other }) => {
    expect([other, stemsOf(other)]).toEqual([other, stemsOf(one)]);
  });

  test.each(separate)('does not find the other: $one, $other ($reason)', ({ one, other }) => {
    expect(stemsOf(one)).not.toBe(stemsOf(other));
  });

  test('is judged by at least two hundred pairs that match and a hundred that do not, none of them twice', () => {
    const written = (rows: typeof together) => new Set(rows.map(({ one, other }) => `${one} ${other}`)).size;
    expect(written(together)).toBeGreaterThanOrEqual(200);
    expect(written(separate)).toBeGreaterThanOrEqual(100);
  });
});
