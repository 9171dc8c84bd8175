import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentContrast, isReadable, leastContrast, readableAccent } from './accent.ts';

test('contrast is that of WCAG: the accents that the style sheet begins with are well readable, yellow on paper is not', () => {
  expect(accentContrast('#000000', 'light')).toBeCloseTo(18.51, 1);
  expect(isReadable('#9c1733', 'light')).toBe(true);
  expect(isReadable('#e87f92', 'dark')).toBe(true);
  expect(isReadable('#ffd400', 'light')).toBe(false);
  expect(isReadable('#9c1733', 'dark')).toBe(false);
});

test('whatever colour is wished for, the one proposed is readable, and a readable one stays', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, fc.constantFrom('light' as const, 'dark' as const), (wished, theme) => {
      const proposed = readableAccent(wished, theme);
      expect(accentContrast(proposed, theme)).toBeGreaterThanOrEqual(leastContrast);
      if (isReadable(wished, theme)) expect(proposed).toBe(wished);
    }),
  );
});

test('what is no colour is none, however it is dressed', () => {
  for (const wrong of ['red', '#FFF', '#12345', '#123456;}body{display:none', 'url(x)', ''])
    expect(() => accentContrast(wrong, 'light')).toThrow('bad-request');
});
