import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import { documentSchemas } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import type { Redirect, Section, Site } from '../model/site.ts';
import { initialiseSite } from './initialise-site.ts';
import { putDocument } from './put-document.ts';

let folder = '';
let journal: Journal;
let context: { journal: Journal; actor: string; now: number };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
  context = { journal, actor: 'cli', now: Date.UTC(2026, 10, 23) };
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true });
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof MidadError ? error.code : error),
  );
const topic = (id: string, slug: string, more: object = {}) =>
  putDocument(context, { kind: 'topic', content: { id, name: slug, slug, otherNames: [], ...more } });
/** Where each address leads now, from the journal alone, as a catalog would work it out. */
async function redirects(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { kind, action, content } of await journal.entries(0, 5000)) {
    if (kind !== 'redirect') continue;
    const { from, to } = content as Redirect;
    if (action === 'remove') delete found[from];
    else found[from] = to;
  }
  return found;
}

test('an empty journal becomes a site with sections and an about page, once', async () => {
  const receipts = await initialiseSite(context);
  expect(receipts).toHaveLength(8);
  expect(await initialiseSite(context)).toEqual([]);
  const entries = await journal.entries(0, 100);
  expect(entries).toHaveLength(8);
  for (const { kind, content } of entries)
    expect(documentSchemas[kind].safeParse(content).success).toBe(true);
  expect(entries[0]?.content).toMatchObject({
    name: 'مداد',
    timeZone: 'Asia/Riyadh',
    digits: 'arab',
    hijri: true,
  });
  expect(entries.slice(1).map(({ content }) => (content as Section).name)).toEqual([
    'سياسة',
    'اقتصاد',
    'رياضة',
    'ثقافة',
    'علوم',
    'مجتمع',
    'رأي',
  ]);
});

test('two processes that start on one empty folder set up one site', async () => {
  const other = await openJournal(folder);
  const both = await Promise.all([initialiseSite(context), initialiseSite({ ...context, journal: other })]);
  await other.close();
  expect(both.map((r) => r.length).sort()).toEqual([0, 8]);
  expect((await journal.head()).seq).toBe(8);
});

test('a document is created, then replaced by the version that was seen', async () => {
  await initialiseSite(context);
  const site = (await journal.current('site', 'site'))?.content as Site;
  const put = (expected: number) =>
    putDocument(context, { kind: 'site', content: { ...site, name: 'أرصفة' }, expect: expected });
  expect(await put(1)).toMatchObject({ id: 'site', version: 2 });
  expect(await code(put(1))).toBe('conflict');
});

test('a record that changes its slug is found at every address it ever had', async () => {
  await topic('sea', 'البحر');
  await topic('sea', 'البحار');
  await topic('sea', 'بحار');
  expect(await redirects()).toEqual({ '/topics/البحر': '/topics/بحار', '/topics/البحار': '/topics/بحار' });
  // Back to its first name: that address is its own again.
  await topic('sea', 'البحر');
  expect(await redirects()).toEqual({ '/topics/بحار': '/topics/البحر', '/topics/البحار': '/topics/البحر' });
  // A change of something else writes no redirect.
  const before = (await journal.head()).seq;
  await topic('sea', 'البحر', { description: 'أخبار البحر والصيد' });
  expect((await journal.head()).seq).toBe(before + 1);
});

test('nobody gets a slug that another record has or had; another kind may', async () => {
  await topic('sea', 'البحر');
  await topic('sea', 'بحار');
  expect(await code(topic('ocean', 'البحر'))).toBe('claim-taken');
  expect(await code(topic('ocean', 'بحار'))).toBe('claim-taken');
  const place = { id: 'sea', name: 'البحر', slug: 'البحر', otherNames: [] };
  expect(await code(putDocument(context, { kind: 'place', content: place }))).toBe('done');
});

test('a writer who changes name is found as a person and as an author', async () => {
  const person = (slug: string) => ({ id: 'p1', name: slug, slug, otherNames: [], author: true });
  await putDocument(context, { kind: 'person', content: person('هدى-سالم') });
  await putDocument(context, { kind: 'person', content: person('هدى-منصور') });
  expect(await redirects()).toEqual({
    '/people/هدى-سالم': '/people/هدى-منصور',
    '/authors/هدى-سالم': '/authors/هدى-منصور',
  });
});

test('a record merged into another leads there by all its names', async () => {
  await topic('sea', 'البحر');
  await topic('sea', 'البحار');
  await topic('fishing', 'الصيد');
  await topic('sea', 'البحار', { mergedInto: 'fishing' });
  expect((await journal.current('topic', 'sea'))?.action).toBe('merge');
  expect(await redirects()).toEqual({ '/topics/البحر': '/topics/الصيد', '/topics/البحار': '/topics/الصيد' });
  expect(await code(topic('fishing', 'الصيد', { mergedInto: 'sea' }))).toBe('reference-missing');
  expect(await code(topic('ports', 'الموانئ', { mergedInto: 'ports' }))).toBe('reference-missing');
  expect(await code(topic('ports', 'الموانئ', { mergedInto: 'none' }))).toBe('reference-missing');
});

test('what a schema refuses, or cannot know, is refused', async () => {
  const put = (kind: 'section' | 'redirect', content: object) =>
    code(putDocument(context, { kind, content: content as never }));
  expect(await put('section', { id: 'Politics', name: 'سياسة', order: 1 })).toBe('document-invalid');
  expect(await put('section', { id: 'search', name: 'بحث', order: 1 })).toBe('document-invalid');
  expect(await put('redirect', { from: '/a', to: '/a' })).toBe('document-invalid');
  expect(await put('redirect', { from: '/a', to: '//elsewhere.example' })).toBe('document-invalid');
  expect(await put('redirect', { from: '/a', to: 'https://elsewhere.example' })).toBe('document-invalid');
  expect(await put('redirect', { from: 'a', to: '/b' })).toBe('document-invalid');
  expect(await put('redirect', { from: '/a', to: '/b' })).toBe('done');

  await initialiseSite(context);
  const site = (await journal.current('site', 'site'))?.content as Site;
  for (const timeZone of ['+03:00', 'Asia/Nowhere', '']) {
    expect(await code(putDocument(context, { kind: 'site', content: { ...site, timeZone } }))).toBe(
      'document-invalid',
    );
  }
  const entry = { id: 'e1', story: 7, at: 1, body: [] };
  expect(await code(putDocument(context, { kind: 'live-entry', content: entry }))).toBe('reference-missing');
});
