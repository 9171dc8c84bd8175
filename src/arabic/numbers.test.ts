import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatNumber, parseNumber, withDigits } from './numbers.ts';

describe('the digits of a site', () => {
  test.each([
    ['فاز 3-1 في 2015', 'فاز ٣-١ في ٢٠١٥'],
    ['ارتفع 3.5% إلى 1,234.5', 'ارتفع ٣٫٥٪ إلى ١٬٢٣٤٫٥'],
    ['نسبة 3,5', 'نسبة ٣٫٥'],
    ['في 5.8.2015 الساعة 12:30', 'في ٥.٨.٢٠١٥ الساعة ١٢:٣٠'],
    ['هاتف iPhone 15 وطائرة F-16 ومخطوط MS Arab. 17', 'هاتف iPhone 15 وطائرة F-16 ومخطوط MS Arab. 17'],
    ['https://example.org/2015/08 و a1@example.org', 'https://example.org/2015/08 و a1@example.org'],
    ['هاتف +963 11 222 3333', 'هاتف +963 11 222 3333'],
    ['درجة -5', 'درجة -٥'],
  ])('«%s» in Arabic-Indic digits is «%s»', (text, expected) => {
    expect(withDigits(text, 'arab')).toBe(expected);
  });

  test('come back as European digits with their signs', () => {
    expect(withDigits('ارتفع ٣٫٥٪ إلى ١٬٢٣٤٫٥ و۱۹۷۹', 'latn')).toBe('ارتفع 3.5% إلى 1,234.5 و1979');
  });

  test('change nothing but digits and their signs', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'اب 12٣٤.,%٪٫٬-+():/@xA\n') }),
        fc.constantFrom('arab' as const, 'latn' as const),
        (text, digits) => {
          const once = withDigits(text, digits);
          expect(once.length).toBe(text.length);
          expect(once.replace(/[\d٠-٩.,%٪٫٬]/g, '')).toBe(text.replace(/[\d٠-٩.,%٪٫٬]/g, ''));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a number', () => {
  test('is written as the site writes it', () => {
    expect(formatNumber(1234567.5, { digits: 'arab' })).toBe('١٬٢٣٤٬٥٦٧٫٥');
    expect(formatNumber(-1234, { digits: 'latn' })).toBe('-1,234');
    expect(formatNumber(2026, { digits: 'arab', group: false })).toBe('٢٠٢٦');
    expect(formatNumber(NaN, { digits: 'latn' })).toBe('');
  });

  test.each([
    ['١٬٢٣٤٫٥', 1234.5],
    ['1,234,567', 1_234_567],
    ['3,5', 3.5],
    ['۱۲', 12],
    [' -٥ ', -5],
    ['50%', 50],
    ['12 kg', undefined],
    ['5.8.2015', undefined],
    ['', undefined],
    ['ألف', undefined],
  ])('«%s» is read as %s', (text, expected) => {
    expect(parseNumber(text)).toBe(expected);
  });

  test('read again is the same, and no text makes reading fail', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom('arab' as const, 'latn' as const), (n, digits) => {
        expect(parseNumber(formatNumber(n, { digits }))).toBe(n);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const n = parseNumber(text);
        expect(n === undefined || Number.isFinite(n)).toBe(true);
      }),
    );
  });
});
