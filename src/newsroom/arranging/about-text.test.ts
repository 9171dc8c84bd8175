import { expect, test } from 'vitest';
import type { StoredBlock } from '../../model/block.ts';
import { fromLines, toLines } from './about-text.ts';

const text = [
  '# كيف نعمل',
  'ننشر ما **تحققنا** منه، وننسب كل قول إلى قائله. [التصويبات](/corrections)',
  '- نصوّب الخطأ في مكانه\n- ونقول ما الذي تغيّر',
  '## للتواصل',
].join('\n\n');

test('lines become blocks and blocks the same lines again', () => {
  const blocks = fromLines(text);
  expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'list', 'heading']);
  expect(toLines(blocks)).toBe(text);
  expect(fromLines('سطر\nيتبعه سطر')).toEqual([{ type: 'paragraph', text: [{ text: 'سطر يتبعه سطر' }] }]);
});

test('what lines cannot say is not offered for editing, so that it is not lost', () => {
  const table: StoredBlock = { type: 'table', head: [], rows: [] };
  expect(toLines([...fromLines(text), table])).toBeUndefined();
  expect(toLines([{ type: 'paragraph', text: [{ text: 'مائل', em: true }] }])).toBeUndefined();
});

test('a link that would run a script stays words', () => {
  for (const address of ['javascript:alert`1`', 'data:text/html,x', '//evil.example', 'vbscript:x'])
    expect(fromLines(`[انقر](${address})`)).toEqual([
      { type: 'paragraph', text: [{ text: `[انقر](${address})` }] },
    ]);
});
