import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import { MidadError } from '../model/errors.ts';
import type { Story } from '../model/story.ts';
import { correctStory } from './correct-story.ts';
import { initialiseSite } from './initialise-site.ts';
import { killStory } from './kill-story.ts';
import { publishStory } from './publish-story.ts';
import { saveStory } from './save-story.ts';
import { unpublishStory } from './unpublish-story.ts';
import { updateStory } from './update-story.ts';

const now = Date.UTC(2026, 10, 23, 9);
let folder = '';
let journal: Journal;
const at = (later: number) => ({ journal, actor: 'cli', now: now + later });
const story = async (id: string | number) => (await journal.current('story', String(id)))?.content as Story;
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof MidadError ? error.code : error),
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
  await initialiseSite(at(0));
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true });
});

const fields = {
  headline: 'افتتاح ميناء الصيد القديم بعد ترميمه',
  section: 'economy',
  body: [{ type: 'paragraph' as const, text: [{ text: 'عادت قوارب الصيد إلى الميناء.' }] }],
};

test('a draft gets a number, can be saved again, and is not published by that', async () => {
  const first = await saveStory(at(0), { fields });
  expect(first).toMatchObject({ id: '1', version: 1 });
  const again = await saveStory(at(1), { id: 1, expect: 1, fields: { kicker: 'تراث' } });
  expect(again).toMatchObject({ id: '1', version: 2 });
  expect(await story(1)).toMatchObject({
    ...fields,
    kicker: 'تراث',
    status: 'draft',
    language: 'ar',
    urgency: 4,
  });
  expect(await saveStory(at(2), { fields })).toMatchObject({ id: '2' });

  await saveStory(at(3), { id: 1, fields: { kicker: undefined } });
  expect((await story(1)).kicker).toBeUndefined();
});

test('publishing sets the first time and the words of the address, once', async () => {
  await saveStory(at(0), { fields });
  await publishStory(at(1000), { id: 1, expect: 1 });
  const published = await story(1);
  expect(published).toMatchObject({
    status: 'published',
    firstPublishedAt: now + 1000,
    publishAt: now + 1000,
  });
  expect(published.slug).toBe('افتتاح-ميناء-الصيد-القديم-بعد-ترميمه');
  expect(published.updatedAt).toBeUndefined();

  await updateStory(at(2000), { id: 1, fields: { headline: 'افتتاح الميناء القديم' } });
  await unpublishStory(at(3000), { id: 1, note: 'بطلب من القسم' });
  expect((await story(1)).status).toBe('unpublished');
  await publishStory(at(4000), { id: 1 });
  expect(await story(1)).toMatchObject({
    status: 'published',
    firstPublishedAt: now + 1000,
    updatedAt: now + 2000,
    slug: published.slug,
  });
  expect((await journal.revisions('story', '1')).map((r) => [r.action, r.note])).toEqual([
    ['create', undefined],
    ['publish', undefined],
    ['update', undefined],
    ['unpublish', 'بطلب من القسم'],
    ['publish', undefined],
  ]);
});

test('a story can be created and published in one go, also with the date it had elsewhere', async () => {
  const written = await publishStory(at(0), { fields, publishedAt: Date.UTC(2015, 7, 5) });
  expect(written).toMatchObject({ id: '1', version: 1 });
  expect(await story(1)).toMatchObject({ status: 'published', firstPublishedAt: Date.UTC(2015, 7, 5) });
});

test('a story under embargo is not published before its time', async () => {
  const embargoed = { ...fields, embargoUntil: now + 60_000 };
  expect(await code(publishStory(at(0), { fields: embargoed }))).toBe('embargoed');
  expect(await code(publishStory(at(0), { fields, publishedAt: now + 1 }))).toBe('embargoed');
  expect(await journal.current('story', '1')).toBeUndefined();
  expect(await code(publishStory(at(60_000), { fields: embargoed }))).toBe('done');
});

test('readers are told of an update, not of a repaired typing error', async () => {
  await publishStory(at(0), { fields });
  await updateStory(at(1), { id: 1, minor: true, fields: { kicker: 'تراث' } });
  expect((await story(1)).updatedAt).toBeUndefined();
  await updateStory(at(2), { id: 1, fields: { kicker: 'البحر' } });
  expect((await story(1)).updatedAt).toBe(now + 2);
});

test('a correction is public, dated, and comes with what it corrects', async () => {
  await publishStory(at(0), { fields });
  await correctStory(at(5), { id: 1, text: ' ذكرنا خطأ أن الميناء جديد. ', fields: { kicker: 'تراث' } });
  expect(await story(1)).toMatchObject({
    corrections: [{ at: now + 5, text: 'ذكرنا خطأ أن الميناء جديد.' }],
    kicker: 'تراث',
    updatedAt: now + 5,
  });
  expect(await code(correctStory(at(6), { id: 1, text: '  ' }))).toBe('story-invalid');
});

test('a killed story says its notice and stays killed', async () => {
  await publishStory(at(0), { fields });
  await killStory(at(1), { id: 1, reason: 'مصدر غير موثوق', notice: 'سُحبت المادة لعدم دقتها.' });
  expect(await story(1)).toMatchObject({ status: 'killed', notice: 'سُحبت المادة لعدم دقتها.' });
  expect(await journal.current('story', '1')).toMatchObject({ action: 'kill', note: 'مصدر غير موثوق' });
  expect(await code(publishStory(at(2), { id: 1 }))).toBe('wrong-status');
  expect(await code(saveStory(at(2), { id: 1, fields }))).toBe('wrong-status');
  expect(await code(killStory(at(2), { id: 1, reason: 'مرة أخرى' }))).toBe('wrong-status');
});

test('what the verbs decide cannot be sent in', async () => {
  const sneaky = { ...fields, status: 'published', firstPublishedAt: 5 };
  expect(await code(saveStory(at(0), { fields: sneaky }))).toBe('story-invalid');
  const owner = { ...fields, corrections: [] };
  expect(await code(publishStory(at(0), { fields: owner }))).toBe('story-invalid');
  expect(await journal.reserve('story', 1)).toBe(1);
});

test('a story without headline, or with a reference to nowhere, is refused by name', async () => {
  await expect(saveStory(at(0), { fields: { ...fields, headline: '' } })).rejects.toMatchObject({
    code: 'story-invalid',
    params: { reason: expect.stringMatching(/^headline: /) as string },
  });
  await expect(saveStory(at(0), { fields: { ...fields, section: 'cooking' } })).rejects.toMatchObject({
    code: 'reference-missing',
    params: { kind: 'section', id: 'cooking' },
  });
  expect(await code(saveStory(at(0), { fields: { ...fields, topics: ['sea'] } }))).toBe('reference-missing');
  const byline = { people: [{ name: 'هدى', person: 'huda' }] };
  expect(await code(saveStory(at(0), { fields: { ...fields, byline } }))).toBe('reference-missing');
  expect(await code(saveStory(at(0), { fields: { ...fields, lead: { media: 'x' } } }))).toBe(
    'reference-missing',
  );
});

test('the second of two editors is told that the first was quicker', async () => {
  await saveStory(at(0), { fields });
  const both = [1, 2].map(() => code(saveStory(at(1), { id: 1, expect: 1, fields: { kicker: 'تراث' } })));
  expect((await Promise.all(both)).sort()).toEqual(['conflict', 'done']);
  expect(await code(updateStory(at(2), { id: 9, fields }))).toBe('not-found');
});

test('nobody may write whom the policy does not know', async () => {
  const stranger = { journal, actor: 'visitor:1', now };
  expect(await code(saveStory(stranger, { fields }))).toBe('forbidden');
  expect(await code(publishStory({ ...stranger, actor: 'clippy' }, { fields }))).toBe('forbidden');
  expect(await code(initialiseSite({ ...stranger, actor: '' }))).toBe('forbidden');
});
