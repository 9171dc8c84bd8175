import { expect, test } from 'vitest';
import { z } from 'zod';
import { MidadError } from '../model/errors.ts';
import { FieldsWanting } from '../model/fields-wanting.ts';
import { InputInvalid, refusal } from './refusal.ts';

const site = (digits: 'arab' | 'latn') => ({ country: 'sy' as const, timeZone: 'Asia/Damascus', digits });
const message = (error: unknown, language: 'ar' | 'en', digits: 'arab' | 'latn' = 'arab') =>
  refusal(error, language, site(digits)).body.error.fields?.[0]?.message;

test('what is in the way is counted in the digits of the site', () => {
  const naming = { stories: 1204, fronts: 2, users: 0 };
  const error = new FieldsWanting([{ path: 'remove.0.id', want: 'named', naming }]);
  expect(message(error, 'ar', 'arab')).toContain('مستعملا: ١٢٠٤ مواد وواجهتان.');
  expect(message(error, 'ar', 'latn')).toContain('مستعملا: 1204 مواد وواجهتان.');
  expect(message(error, 'en', 'arab')).toContain('1204 stories and 2 fronts');
});

test('so is how long or how large a field may be', () => {
  const invalid = (schema: z.ZodType, value: unknown) =>
    new InputInvalid(schema.safeParse(value).error?.issues ?? []);
  const long = invalid(z.object({ name: z.string().max(80) }), { name: 'م'.repeat(81) });
  expect(message(long, 'ar', 'arab')).toBe('أطول من المسموح: ٨٠ على الأكثر.');
  expect(message(long, 'ar', 'latn')).toBe('أطول من المسموح: 80 على الأكثر.');
  const short = invalid(z.object({ word: z.string().min(12) }), { word: 'حبر' });
  expect(message(short, 'ar')).toBe('أقصر من المطلوب: ١٢ على الأقل.');
  expect(message(invalid(z.object({ n: z.number().min(3) }), { n: 1 }), 'en')).toContain('3');
});

test('so are stories, revisions and times, these by the clocks of the site', () => {
  const said = (error: MidadError, language: 'ar' | 'en', digits: 'arab' | 'latn' = 'arab') =>
    refusal(error, language, site(digits)).body.error.message;
  expect(said(new MidadError('revision-blank', { id: 7, version: 12 }), 'ar')).toContain('النسخة ١٢ ');
  const embargoed = new MidadError('embargoed', { id: 1204, until: '2026-11-24T06:30:00.000Z' });
  expect(said(embargoed, 'ar')).toBe('المادة ١٢٠٤ محظور نشرها حتى ٢٤ تشرين الثاني ٢٠٢٦، ٠٩:٣٠.');
  expect(said(embargoed, 'ar', 'latn')).toContain('المادة 1204 محظور نشرها حتى 24 تشرين الثاني 2026، 09:30.');
  expect(said(embargoed, 'en')).toMatch(/^Story 1204 is under embargo until 24 November 2026, 09:30/);
});
