import { expect, test } from 'vitest';
import { merged } from './kept-form.ts';

test('what a colleague saves meanwhile comes in beside what is typed here, and takes none of it away', () => {
  const before = { name: 'الميناء', tagline: 'يوميا', social: [{ at: 'a' }] };
  const mine = { ...before, name: 'المرسى' };
  const theirs = { ...before, name: 'الساحل', tagline: 'أسبوعيا', social: [] };
  expect(merged(mine, before, theirs)).toEqual({ name: 'المرسى', tagline: 'أسبوعيا', social: [] });
  expect(merged(before, before, theirs)).toEqual(theirs);
  // A field that is there only sometimes.
  expect(merged<{ lead?: number }>({}, { lead: 1 }, { lead: 2 })).toEqual({ lead: undefined });
  expect(merged<{ lead?: number }>({}, {}, { lead: 2 })).toEqual({ lead: 2 });
});

test('a list is one thing: changed here it stays, else it is theirs', () => {
  expect(merged(['b', 'a'], ['a', 'b'], ['a', 'b', 'c'])).toEqual(['b', 'a']);
  expect(merged(['a', 'b'], ['a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
});
