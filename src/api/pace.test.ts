import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

const refusedAfter = (pace: Pace, sender: string, now: number, most = 1000) => {
  for (let n = 0; n < most; n++) {
    try {
      pace.take(sender, now);
    } catch (error) {
      return [n, (error as { params: { seconds: number } }).params.seconds];
    }
  }
  return undefined;
};

test('a sender may burst, then goes at the pace, and holds up nobody else', () => {
  const pace = new Pace({ burst: 10, perSecond: 2 });
  expect(refusedAfter(pace, 'a', 0)).toEqual([10, 1]);
  expect(refusedAfter(pace, 'b', 0)).toEqual([10, 1]);
  expect(refusedAfter(pace, 'a', 3000)).toEqual([6, 1]);
  // A clock set back gives nothing and takes nothing.
  expect(refusedAfter(pace, 'a', 1000)).toEqual([0, 1]);
  expect(refusedAfter(pace, 'a', 60_000)).toEqual([10, 1]);
});

test('forgets who has not been heard of longest', () => {
  const pace = new Pace({ burst: 1, perSecond: 0.001 });
  pace.take('first', 0);
  expect(refusedAfter(pace, 'first', 0)).toEqual([0, 1000]);
  for (let n = 0; n < 10_000; n++) pace.take(String(n), 0);
  pace.take('first', 0);
});
