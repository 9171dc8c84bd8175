import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseDirection, isolate } from './bidi.ts';

/** «⟦…⟧» for ltr, «⟪…⟫» for rtl, `en` and `#` for language and number. */
const shown = (text: string) =>
  isolate(text)
    .map((p) => {
      if (p.dir === undefined) return p.text;
      const inner = `${p.text}${p.lang ? '|en' : ''}${p.number ? '|#' : ''}`;
      return p.dir === 'ltr' ? `⟦${inner}⟧` : `⟪${inner}⟫`;
    })
    .join('');

describe('a line of Arabic', () => {
  test('without anything foreign is one piece', () => {
    for (const text of ['قالت الوزارة إن ٥٠٪ في ٢٠١٥.', 'في 12:30 يوم 05/08/2015', '«نعم»؟ (لا)']) {
      expect(isolate(text)).toEqual([{ text }]);
    }
    expect(isolate('')).toEqual([]);
  });

  test.each([
    ['شركة Apple Inc. تبيع', 'شركة ⟦Apple Inc|en⟧. تبيع'],
    ['صحيفة The New York Times، أمس', 'صحيفة ⟦The New York Times|en⟧، أمس'],
    ['هاتف iPhone 15 Pro الجديد', 'هاتف ⟦iPhone 15 Pro|en⟧ الجديد'],
    ['باع 15 iPhone', 'باع 15 ⟦iPhone|en⟧'],
    ['(Johnson & Johnson)', '(⟦Johnson & Johnson|en⟧)'],
    ['شركة Apple (AAPL) و(IBM)', 'شركة ⟦Apple (AAPL)|en⟧ و(⟦IBM|en⟧)'],
    ['«MS Arab. 17» و«Or. 2210»', '«⟦MS Arab. 17|en⟧» و«⟦Or. 2210|en⟧»'],
    ['الـBBC وC++', 'الـ⟦BBC|en⟧ و⟦C++⟧'],
    ['قال Путин', 'قال ⟦Путин⟧'],
    ['راسلوا a.b@example.org.', 'راسلوا ⟦a.b@example.org⟧.'],
    ['على https://example.org/a?b=1، و example.org', 'على ⟦https://example.org/a?b=1⟧، و ⟦example.org⟧'],
    ['حساب @midad_news أو #Midad', 'حساب ⟦@midad_news⟧ أو ⟦#Midad⟧'],
    ['على بعد 10 km بسرعة 3.5 GHz', 'على بعد ⟦10 km|#⟧ بسرعة ⟦3.5 GHz|#⟧'],
    ['لغة Node.js 26.1 وملف report.pdf', 'لغة ⟦Node.js 26.1|en⟧ وملف ⟦report.pdf|en⟧'],
    ['بحجم 100MB', 'بحجم ⟦100MB|#⟧'],
  ])('«%s» isolates Latin', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    ['فاز ٣–١ ثم 2-0.', 'فاز ⟪٣–١|#⟫ ثم ⟪2-0|#⟫.'],
    ['هاتف +963 11 222 3333', 'هاتف ⟦+963 11 222 3333|#⟧'],
    ['أو 011-222-3333، أو (011) 2223333', 'أو ⟦011-222-3333|#⟧، أو ⟦(011) 2223333|#⟧'],
    ['الحرارة -5 ليلا', 'الحرارة ⟦-5|#⟧ ليلا'],
    ['بين 2010-2015', 'بين ⟪2010-2015|#⟫'],
    ['بسعر $25 أو 1,200.50€', 'بسعر ⟦$25|#⟧ أو ⟦1,200.50€|#⟧'],
    ['في 05/08/2015 و2015-08-05', 'في 05/08/2015 و⟦2015-08-05|#⟧'],
    ['في 05-08-2015', 'في ⟦05-08-2015|#⟧'],
    ['من 1,000 إلى 2.5', 'من 1,000 إلى 2.5'],
  ])('«%s» isolates figures', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('has a base direction by its first letter', () => {
    expect(baseDirection('123 «Apple» تبيع')).toBe('ltr');
    expect(baseDirection('«قال» Apple')).toBe('rtl');
    expect(baseDirection('123')).toBe('rtl');
  });
});

describe('for any line', () => {
  test('a megabyte of pieces is cut as well', () => {
    for (const unit of ['a@b.cd ', '1-2 ', '-1 ', 'a ا ', '$1 ']) {
      const text = unit.repeat(Math.ceil(1_048_576 / unit.length));
      expect(isolate(text).reduce((length, piece) => length + piece.text.length, 0)).toBe(text.length);
    }
  });

  test('the pieces joined are the line, and none is empty', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'اب Ab1٢.,()-–+@#/:«»\n&'), maxLength: 60 }),
        ),
        (text) => {
          const pieces = isolate(text);
          expect(pieces.map((p) => p.text).join('')).toBe(text);
          for (const p of pieces) expect(p.text).not.toBe('');
          baseDirection(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('time grows with the length only', () => {
    for (const unit of ['a) ', '(a ', ')', '+1234567,1-2,', 'a@', '1-', 'www.', 'a.']) {
      const text = unit.repeat(40_000);
      const start = performance.now();
      isolate(text);
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
