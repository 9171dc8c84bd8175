import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import type { Media } from '../model/site.ts';
import { addMedia, describeMedia, expireMedia } from './media.ts';

const now = Date.UTC(2026, 10, 23, 9);
const day = 86_400_000;
let folder = '';
let journal: Journal;
const at = (later = 0) => ({ journal, actor: 'cli', now: now + later });
const file = { sha256: 'a'.repeat(64), mime: 'image/jpeg' as const, width: 300, height: 200 };
const media = async (id: string) => (await journal.current('media', id))?.content as Media;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true });
});

test('the same bytes are in the library once, also when they are dropped twice in one go', async () => {
  const both = await Promise.all([
    addMedia(at(), { file, details: { caption: 'الميناء' } }),
    addMedia(at(), { file, details: {} }),
  ]);
  expect(both.map(({ duplicate }) => duplicate)).toEqual([false, true]);
  expect(both[0].id).toBe(both[1].id);
  const other = await addMedia(at(), { file: { ...file, sha256: 'b'.repeat(64) }, details: {} });
  expect(other.duplicate).toBe(false);
});

test('a picture is not described without saying what it shows', async () => {
  const { id } = await addMedia(at(), { file, details: { credit: 'هدى' } });
  await expect(describeMedia(at(), { id, details: { caption: 'الميناء' } })).rejects.toThrow('alt');
  await describeMedia(at(), { id, details: { alt: 'قوارب في الميناء', credit: undefined } });
  expect(await media(id)).toMatchObject({ alt: 'قوارب في الميناء' });
  expect(await media(id)).not.toHaveProperty('credit');
  const outside = { r32: { x: 0.5, y: 0, width: 0.6, height: 1 } };
  await expect(describeMedia(at(), { id, details: { crops: outside } })).rejects.toThrow('crops');
});

test('rights end by the clock; a later date brings the picture back', async () => {
  const { id } = await addMedia(at(), { file, details: { alt: 'قوارب', rights: { expiresAt: now + day } } });
  expect((await journal.takeJob(['expire-media'], now + day, 1000))?.payload).toEqual({ media: id });
  await expireMedia(at(day), { id });
  expect(await expireMedia(at(day), { id })).toBeUndefined();
  expect((await media(id)).expired).toBe(true);
  await describeMedia(at(day), { id, details: { rights: { expiresAt: now + 3 * day } } });
  expect(await media(id)).not.toHaveProperty('expired');
  await describeMedia(at(4 * day), { id, details: { rights: { expiresAt: now + 3 * day } } });
  expect((await media(id)).expired).toBe(true);
});
