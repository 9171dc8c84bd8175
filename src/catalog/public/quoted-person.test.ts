import { expect, test } from 'vitest';
import type { Entity } from '../../model/site.ts';
import { personOf } from './quoted-person.ts';

const person = (id: string, name: string, ...otherNames: string[]): Entity => ({
  id,
  name,
  slug: id,
  otherNames,
});
const samir = person('samir', 'سامي الخطيب', 'سامي الخطيب أبو كريم');
const huda = person('huda', 'هدى عبد الله المصري');
const lavrov = person('lavrov', 'سيرغي لافروف', 'سيرجي لافروف');

test.each([
  ['سامي الخطيب', 'samir'],
  ['الوزير سامي الخطيب', 'samir'],
  ['الخطيب', 'samir'],
  ['الوزير الخطيب', 'samir'],
  ['هدى المصري', 'huda'],
  ['هدى عبدالله المصري', undefined],
  ['المصري', 'huda'],
  ['سيرجي لافروف', 'lavrov'],
  ['لافروف', 'lavrov'],
  // Another one of the family.
  ['أحمد الخطيب', undefined],
  ['منى المصري', undefined],
  ['عبد الله المصري', undefined],
  [null, undefined],
])('%s is %s', (name, id) => {
  expect(personOf(name, [samir, huda, lavrov])?.id).toBe(id);
});

test('who could be two is nobody', () => {
  expect(personOf('الخطيب', [samir, person('ahmad', 'أحمد الخطيب')])).toBeUndefined();
  expect(personOf('أحمد الخطيب', [samir, person('ahmad', 'أحمد الخطيب')])?.id).toBe('ahmad');
});

test('a last word alone is somebody whom the text named before', () => {
  const people = [samir, lavrov];
  expect(personOf('الخطيب', people, 'قال أحمد الخطيب للصحفيين')).toBeUndefined();
  expect(personOf('الوزير الخطيب', people, '')).toBeUndefined();
  expect(personOf('الخطيب', people, 'التقى «سامي الخطيب» وفدا')?.id).toBe('samir');
  expect(personOf('لافروف', people, 'استقبل سيرجي لافروف نظيره')?.id).toBe('lavrov');
  expect(personOf('سامي الخطيب', people, '')?.id).toBe('samir');
});
