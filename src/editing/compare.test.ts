import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts } from './compare.ts';

const shown = (before: string, after: string) =>
  compareTexts(before, after)
    .map(({ text, kind }) => ({ same: text, gone: `[-${text}-]`, come: `[+${text}+]` })[kind])
    .join('');

test('one word changed is one word shown, with its harakat', () => {
  expect(shown('عاد الصيادون إلى البحر', 'عاد الصيّادون إلى البحر')).toBe(
    'عاد [-الصيادون-][+الصيّادون+] إلى البحر',
  );
});

test('a rewritten phrase stands as one, not as islands of spaces', () => {
  expect(shown('قال المدير أمس إن', 'أعلن الوزير أمس إن')).toBe('[-قال المدير-][+أعلن الوزير+] أمس إن');
});

test('what was only added or taken away is so', () => {
  expect(shown('', 'خبر')).toBe('[+خبر+]');
  expect(shown('خبر عاجل', 'خبر')).toBe('خبر[- عاجل-]');
  expect(shown('خبر', 'خبر')).toBe('خبر');
});

test('both texts can be read from a comparison, whatever they are', () => {
  const text = fc.array(fc.constantFrom('سوق', 'السمك', '،', ' ', '\n', 'مُحَمَّد', '12', '😀', '\ud800'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      const stretches = compareTexts(before, after);
      expect(
        stretches
          .filter(({ kind }) => kind !== 'come')
          .map(({ text: t }) => t)
          .join(''),
      ).toBe(before);
      expect(
        stretches
          .filter(({ kind }) => kind !== 'gone')
          .map(({ text: t }) => t)
          .join(''),
      ).toBe(after);
    }),
  );
});

test('two long texts with nothing in common are compared in bounded time', () => {
  const long = (word: string) => Array.from({ length: 30_000 }, (_, i) => `${word}${i}`).join(' ');
  expect(compareTexts(long('أ'), long('ب')).length).toBeLessThan(10);
});
