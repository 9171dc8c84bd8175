import { expect, test } from 'vitest';
import { checkPreviewToken, previewToken } from './preview-token.ts';

const right = { story: 1042, user: '7', until: 1_800_000_000_000 };
const token = previewToken('secret', right);

test('a preview’s token says its story, its maker and its end, until that end', () => {
  expect(checkPreviewToken('secret', token, right.until - 1)).toEqual(right);
  expect(checkPreviewToken('secret', token, right.until)).toBeUndefined();
});

test('no letter of it can be another, and no other secret makes it', () => {
  expect(checkPreviewToken('other', token, 0)).toBeUndefined();
  // The last letter of a seal carries two bits that are nothing.
  for (let i = 0; i < token.length - 1; i++)
    for (const letter of ['a', '1', '.', '-']) {
      const forged = token.slice(0, i) + letter + token.slice(i + 1);
      if (forged !== token)
        expect([forged, checkPreviewToken('secret', forged, 0)]).toEqual([forged, undefined]);
    }
  for (const odd of ['', '.', token + token, `${token}.`, ` ${token}`, 'ا'.repeat(60)])
    expect(checkPreviewToken('secret', odd, 0)).toBeUndefined();
});
