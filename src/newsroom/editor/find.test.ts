import { expect, test } from 'vitest';
import { documentOf } from '../../editing/from-blocks.ts';
import { editingSchema } from '../../editing/schema.ts';
import { matchesIn } from './find.ts';

const body = (...lines: string[]) =>
  editingSchema.nodeFromJSON(documentOf(lines.map((text) => ({ type: 'paragraph', text: [{ text }] }))));
const found = (words: string, ...lines: string[]) => {
  const doc = body(...lines);
  return matchesIn(doc, words).map(({ from, to }) => doc.textBetween(from, to));
};

test('words are found whatever their harakat, hamza, tatweel and endings', () => {
  expect(found('محمد', 'زار مُحَمَّدٌ السوق، وعاد محـمد')).toEqual(['مُحَمَّدٌ', 'محـمد']);
  expect(found('الاخبار', 'في الأخبار')).toEqual(['الأخبار']);
  expect(found('مدرسة', 'مدرسه قديمة', 'ومدرسة جديدة')).toEqual(['مدرسه', 'مدرسة']);
});

test('nothing is found for nothing, and matches do not overlap', () => {
  expect(found('', 'نص')).toEqual([]);
  expect(found('َُ', 'نص')).toEqual([]);
  expect(found('اا', 'ااااا')).toEqual(['اا', 'اا']);
});
