import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeText, movedBy } from './y-text.ts';

test('a field changes its shared text to what it says, whatever that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, now) => {
      const text = new Y.Doc().getText('headline');
      text.insert(0, before);
      changeText(text, now);
      expect(text.toString()).toBe(now);
    }),
  );
});

test('two people who change different words of a headline keep both', () => {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  mine.getText('h').insert(0, 'سوق السمك القديم');
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
  changeText(mine.getText('h'), 'سوق السمك الجديد');
  changeText(theirs.getText('h'), 'افتتاح سوق السمك القديم');
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  expect(mine.getText('h').toString()).toBe('افتتاح سوق السمك الجديد');
});

test('the caret stays with its word when somebody types before it', () => {
  expect(movedBy(5, [{ insert: 'عاجل: ' }])).toBe(11);
  expect(movedBy(5, [{ retain: 8 }, { insert: 'ة' }])).toBe(5);
  expect(movedBy(5, [{ delete: 3 }])).toBe(2);
  expect(movedBy(5, [{ retain: 4 }, { delete: 9 }])).toBe(4);
});
