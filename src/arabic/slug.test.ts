import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slug } from './slug.ts';

describe('the words of an address', () => {
  test.each([
    ['روسيا وأمريكا تفشلان في التوصل لخطة', 'روسيا-وأمريكا-تفشلان-في-التوصل-لخطة'],
    ['«مُحَمَّد»: لن نتراجع… أبدًا!', 'محمد-لن-نتراجع-أبدا'],
    ['١٬٥٠٠ قتيل في ٢٠١٥', '1500-قتيل-في-2015'],
    ['3–1 لـReal Madrid', '3-1-لReal-madrid'.replace('لReal', 'لreal')],
    ['Élysée / نعم؟ #وسم', 'elysee-نعم-وسم'],
    ['../../etc/passwd', 'etc-passwd'],
    ['مجلس الأمن يتبنّى القرار رقم ٢٢٥٤', 'مجلس-الأمن-يتبنى-القرار-رقم-2254'],
    ['كـــتـــابٌ جديد', 'كتاب-جديد'],
    ['المؤتمر الـ25 للمناخ: ١٫٥ درجة', 'المؤتمر-ال25-للمناخ-1-5-درجة'],
    ['COVID-19 في İstanbul', 'covid-19-في-istanbul'],
    ['فلسطين_حرة إلى-أين؟', 'فلسطين-حرة-إلى-أين'],
    ['%2e%2e%2f\u0000\u202eabc', '2e-2e-2fabc'],
    ['👨\u200d👩\u200d👧 عائلة', 'عائلة'],
    ['ـــ', ''],
    ['؟!', ''],
    ['', ''],
  ])('of «%s» are %s', (headline, expected) => {
    expect(slug(headline)).toBe(expected);
  });

  test('are cut at a word within eighty letters', () => {
    const s = slug('كلمتان '.repeat(30));
    expect(s.length).toBeLessThanOrEqual(80);
    expect(s.endsWith('كلمتان')).toBe(true);
    expect(slug('ا'.repeat(200)).length).toBe(80);
    // A word that would reach the eighty-first letter is left out whole.
    expect(slug(`${'ا'.repeat(78)} بج`)).toBe('ا'.repeat(78));
    expect(slug(`${'ا'.repeat(78)} ب`)).toBe(`${'ا'.repeat(78)}-ب`);
  });

  test('of any headline are safe in a path, and making them again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'اأé ـ\u064b-/.,%?#1٢,a\u0301ﷲ😀'), maxLength: 200 }),
        ),
        (text) => {
          const s = slug(text);
          expect(slug(s)).toBe(s);
          expect(s.length).toBeLessThanOrEqual(80);
          expect(s).not.toMatch(/[\s/\\?#%.&<>"'\p{Cc}]|^-|-$|--/u);
          expect(() => encodeURIComponent(s)).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
