import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termNumber } from '../public/public-form.ts';
import { makeRecord, OpenRecord, weightOfPhrase } from './record.ts';
import { headlineWeight, weightAt } from './weights.ts';

const word = fc.constantFrom('مطر', 'قمح', 'جسر', 'نهر', 'كتاب', 'والكتاب', 'الكتاب');
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

test('a phrase weighs what all of its places weigh, which do not reach from one part of a story into the next', () => {
  const open = new OpenRecord();
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 5 }),
      (parts, from, most) => {
        const { record } = makeRecord(parts);
        const { sequence, terms, length, headline } = open.read(record);
        const all = Array.from({ length }, (_, i) => terms[sequence[i] ?? -1] ?? -1);
        const phrase = all.slice(from, from + most).filter((term) => term >= 0);
        if (phrase.length === 0) phrase.push(termNumber('قمح'));
        const weights = all.map((_, i) => {
          const weight = i < headline ? headlineWeight : weightAt(i - headline);
          return phrase.every((term, k) => all[i + k] === term) ? weight : 0;
        });
        const expected = weights.reduce((sum, weight) => sum + weight, 0);
        expect(weightOfPhrase(record, phrase)).toBeCloseTo(expected, 4);
      },
    ),
  );
});
