import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examples } from './examples.ts';
import { proofRules, type ProofRule } from './finding.ts';
import { applyCertain, proof } from './proof.ts';

describe('the proofreader', () => {
  for (const rule of proofRules) {
    const { wrong, right, options = {} } = examples[rule];
    const only = { ...options, rules: new Set<ProofRule>([rule]) };

    test(`${rule}: has at least five examples of each kind`, () => {
      expect(wrong.length).toBeGreaterThanOrEqual(5);
      expect(right.length).toBeGreaterThanOrEqual(5);
    });
    test.each(wrong.map(([text, place, suggestion]) => [text, place, suggestion] as const))(
      `${rule}: finds in «%s» «%s» and offers «%s»`,
      (text, place, suggestion) => {
        const found = proof(text, only).map(({ start, end, suggestions }) => [
          text.slice(start, end),
          suggestions[0],
        ]);
        expect(found).toContainEqual([place, suggestion]);
      },
    );
    test.each(right)(`${rule}: leaves «%s» alone`, (text) => {
      expect(proof(text, only).map(({ start, end }) => text.slice(start, end))).toEqual([]);
    });
  }

  test('says where in the text as it was given, harakat and all', () => {
    const text = '\ufeffقَالَ إنَّ الإجْتِمَاعَ';
    const [found] = proof(text);
    expect(found).toMatchObject({ rule: 'hamzat-wasl', suggestions: ['الاجْتِمَاعَ'] });
    expect(text.slice(found?.start, found?.end)).toBe('الإجْتِمَاعَ');
  });

  test('applies what is certain and leaves the rest', () => {
    const text = 'اعلن الوزير أن الإجتماع ، و هو الاول , انتهى. سافر المدراء سويا.';
    expect(applyCertain(text, proof(text))).toBe(
      'أعلن الوزير أن الاجتماع، وهو الأول، انتهى. سافر المدراء سويا.',
    );
  });

  test('is certain only with one suggestion, or with none where nothing can be offered', () => {
    for (const rule of proofRules) {
      const { wrong, options = {} } = examples[rule];
      for (const [text] of wrong) {
        for (const finding of proof(text, options)) {
          if (finding.certain)
            expect([finding.rule, finding.suggestions.length <= 1]).toEqual([finding.rule, true]);
        }
      }
    }
  });
});

describe('for any text', () => {
  const letters =
    'اأإآبتثجسعقكلمنهويىةئؤءکیپﻻ \u00a0\n،,.;؛؟?!()[]«»"“”:12٣٤%\u064b\u0651\u0640\u200f\u0654و';
  const words = Object.values(examples).flatMap(({ wrong, right }) => [
    ...wrong.map(([text]) => text),
    ...right,
  ]);
  const any = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...letters), maxLength: 200 }),
    fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((parts) => parts.join(' ')),
  );
  const options = fc.record(
    {
      headline: fc.boolean(),
      digits: fc.constantFrom('arab' as const, 'latn' as const),
      tanwin: fc.constantFrom('before-alef' as const, 'after-alef' as const),
      quotes: fc.constant('guillemets' as const),
      house: fc.array(fc.record({ from: fc.string(), to: fc.string() }), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  );

  test('places are in the text, in order, and the text can be mended', () => {
    fc.assert(
      fc.property(any, options, (text, o) => {
        const findings = proof(text, o);
        let last = 0;
        for (const { start, end, suggestions } of findings) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(suggestions).not.toContain(text.slice(start, end));
          last = start;
        }
        expect(typeof applyCertain(text, findings)).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  test('the same word is judged the same the second time', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(proof(text)).toEqual(proof(text));
      }),
      { numRuns: 500 },
    );
  });
});
