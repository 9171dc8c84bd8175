import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileUnits, textFunctions } from './fixtures/text-functions.ts';

const letters =
  'اأإآبتجدرسعقكلمنهويىةئؤءکیﻻ \u00a0\n\r\t،,.;؛؟?!()[]«»"“”\':-–12٣٤%@#/aZé\u064b\u0651\u0640\u200f\u2067\u0654\ud83d\ude00\ud800';
const any = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 160 }),
  fc.array(fc.constantFrom(...hostileUnits), { maxLength: 30 }).map((units) => units.join('')),
);
/** So long that anything quadratic would take minutes, and what is linear a moment. */
const LONG = 60_000;
/** No measurement: only what could never be reached by a linear function. */
const BOUND = 30_000;

for (const { name, run, places, idempotent } of textFunctions) {
  describe(name, () => {
    test('takes any text without failing, and points into it', () => {
      fc.assert(
        fc.property(any, (text) => {
          run(text);
          for (const { start, end } of places?.(text) ?? []) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          if (idempotent) {
            const once = idempotent(text);
            expect(idempotent(once)).toBe(once);
          }
        }),
        { numRuns: 300 },
      );
    });

    test(
      'ends on hostile repetitions',
      () => {
        const began = performance.now();
        for (const unit of hostileUnits) run(unit.repeat(Math.ceil(LONG / unit.length)));
        expect(performance.now() - began).toBeLessThan(BOUND);
      },
      2 * BOUND,
    );
  });
}
