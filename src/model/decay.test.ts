import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addReads, halfLife, worthAt } from './decay.ts';

const now = Date.UTC(2026, 10, 23, 12);
const hourMs = 3_600_000;

const batch = fc.record({
  hoursAgo: fc.integer({ min: 0, max: 24 * 30 }),
  reads: fc.integer({ min: 1, max: 50_000 }),
});
const score = (batches: readonly { hoursAgo: number; reads: number }[]) =>
  batches.reduce<number | undefined>((s, b) => addReads(s, now - b.hoursAgo * hourMs, b.reads), undefined);

test('a read twelve hours old counts half of one now', () => {
  const fresh = addReads(undefined, now, 50);
  const old = addReads(undefined, now - halfLife, 100);
  expect(fresh).toBeCloseTo(old, 9);
  expect(worthAt(old, now)).toBeCloseTo(50, 6);
});

test('reads may arrive in any order and in any batches', () => {
  fc.assert(
    fc.property(
      fc.array(batch, { minLength: 1, maxLength: 40 }),
      fc.infiniteStream(fc.nat()),
      (batches, keys) => {
        const shuffled = batches
          .map((b) => ({ b, key: keys.next().value ?? 0 }))
          .sort((x, y) => x.key - y.key)
          .map(({ b }) => b);
        const one = score(batches) ?? 0;
        expect(score(shuffled) ?? 0).toBeCloseTo(one, 7);
        // Split in two halves each, as two servers would send them.
        const halves = batches.flatMap((b) => [
          { ...b, reads: b.reads / 2 },
          { ...b, reads: b.reads / 2 },
        ]);
        expect(score(halves) ?? 0).toBeCloseTo(one, 7);
      },
    ),
  );
});

test('the score is the logarithm of the decayed sum', () => {
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 20 }), (batches) => {
      const sum = batches.reduce((s, b) => s + b.reads * 2 ** ((-b.hoursAgo * hourMs) / halfLife), 0);
      const worth = worthAt(score(batches) ?? 0, now);
      expect(Math.abs(worth / sum - 1)).toBeLessThan(1e-6);
    }),
  );
});

test('more reads never lower a score, and no reads change nothing', () => {
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 10 }), batch, (batches, more) => {
      const before = score(batches) ?? 0;
      expect(addReads(before, now - more.hoursAgo * hourMs, more.reads)).toBeGreaterThanOrEqual(before);
      expect(addReads(before, now, 0)).toBe(before);
    }),
  );
});
