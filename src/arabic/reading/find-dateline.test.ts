import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDateline } from './find-dateline.ts';

const body = 'أعلنت البلدية اليوم افتتاح حديقة عامة جديدة على ضفة النهر.';

describe('the dateline of a text as it stands', () => {
  it('is found at the beginning, with its closing mark', () => {
    const text = `  باريس (أ ف ب) – ${body}`;
    const found = findDateline(text);
    expect(found).toEqual({ start: 2, end: 17, place: 'باريس', agency: 'أ ف ب' });
    expect(text.slice(2, 17)).toBe('باريس (أ ف ب) –');
  });

  it('is found below a headline and on a line of its own', () => {
    const text = `حديقة جديدة على ضفة النهر\n\nالرياض: محمد العتيبي\n${body}`;
    const found = findDateline(text);
    expect(found).toMatchObject({ place: 'الرياض', reporter: 'محمد العتيبي' });
    expect(text.slice(found?.start, found?.end)).toBe('الرياض: محمد العتيبي');
  });

  it('is not invented', () => {
    for (const text of ['', body, `${body}\n${body}`, 'قال الوزير - وهو يبتسم - إن الأمور بخير.']) {
      expect(findDateline(text)).toBeNull();
    }
  });

  it('lies within the text, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'القاهرة',
        ' - ',
        '(رويترز)',
        '\n',
        ': ',
        body,
        'محمد العتيبي',
        '/',
        '\ud800',
        ' 5 آب ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const found = findDateline(text);
        if (found === null) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.end).toBeLessThanOrEqual(text.length);
        const taken = text.slice(found.start, found.end);
        expect(taken.trim()).toBe(taken);
        for (const part of (found.place ?? '').split(/[ ،]+/)) expect(taken).toContain(part);
      }),
    );
  });
});
