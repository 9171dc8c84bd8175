import { execFile } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startApplying } from './apply-thread.ts';
import { catalogFolder, readCurrent } from './files.ts';
import { contentOf, makeStory, Newsroom } from './fixtures/newsroom.ts';
import type { Applied } from './follow-thread.ts';
import { Follower } from './follower.ts';
import { openCurrentCatalog } from './public/open.ts';
import { rebuild } from './rebuild.ts';
import { startIndexing } from './search/index-thread.ts';
import { openSearch } from './search/pool.ts';
import { Database } from './sqlite.ts';
import { catalogKind } from './target.ts';
import { verify } from './verify.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

const someStories = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => makeStory(from + i, { topics: [`t${i % 5}`] }));

async function follow(steps = 100): Promise<void> {
  const follower = new Follower(newsroom.dataDir, newsroom.journal, catalogKind);
  for (let i = 0; i < steps && (await follower.step()).more; i++);
  follower.close();
}

test('several processes that apply at once leave what one leaves', async () => {
  await newsroom.stories(someStories(1, 3000));
  await newsroom.story(makeStory(9, { status: 'killed' }));
  const { seq } = await newsroom.journal.head();
  const script = join(import.meta.dirname, 'fixtures/apply-worker.ts');
  const run = () => promisify(execFile)(process.execPath, [script, newsroom.dataDir, String(seq)]);
  await Promise.all([run(), run(), run()]);
  expect(await verify(newsroom.dataDir)).toMatchObject({ entries: seq, documents: 3000, differences: [] });
  const together = contentOf(newsroom.file('public'));
  const alone = new Follower(newsroom.dataDir, newsroom.journal, catalogKind);
  await alone.rebuild();
  alone.close();
  expect(contentOf(newsroom.file('public'))).toEqual(together);
});

const damages: Record<string, (path: string) => void> = {
  'is overwritten': (path) => writeFileSync(path, 'not a database '.repeat(1000)),
  'is cut short': (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  'is emptied': (path) => truncateSync(path, 0),
  'is gone': (path) => rmSync(path),
  'is torn in the middle': (path) => {
    const file = openSync(path, 'r+');
    for (let at = 4096 * 2; at < statSync(path).size; at += 4096)
      writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, at);
    closeSync(file);
  },
};
for (const [what, damage] of Object.entries(damages)) {
  for (const part of ['public', 'desk'] as const) {
    test(`a ${part} file that ${what} is built anew from the journal`, async () => {
      await newsroom.stories(someStories(1, 300));
      await follow();
      const before = contentOf(newsroom.file('public'));
      damage(newsroom.file(part));
      await newsroom.story(makeStory(500));
      await newsroom.story(makeStory(500, { status: 'killed' }));
      await follow();
      expect(readCurrent(newsroom.dataDir)?.generation).toBeGreaterThan(1);
      const after = contentOf(newsroom.file('public'));
      expect(after['story']).toEqual(before['story']);
      expect(after['gone']).toHaveLength(1);
    });
  }
}

test('a search file that is damaged is built anew while the public one stays', async () => {
  await newsroom.stories(someStories(1, 50));
  (await newsroom.catalog({ search: true })).close();
  const was = newsroom.file('public');
  damages['is torn in the middle']?.(newsroom.file('search'));
  (await newsroom.catalog({ search: true })).close();
  expect(newsroom.file('public')).toBe(was);
  expect((await verify(newsroom.dataDir)).differences).toEqual([]);
});

test('a pointer that says nonsense is written anew', async () => {
  await newsroom.stories(someStories(1, 10));
  await follow();
  writeFileSync(
    join(catalogFolder(newsroom.dataDir), 'current.json'),
    '{"generation": 1, "public": "../../etc/passwd"}',
  );
  const catalog = await newsroom.catalog({ search: true });
  expect(catalog.count({})).toBe(10);
  catalog.close();
});

test('a journal brought back from a backup is noticed, and the catalog made anew from it', async () => {
  await newsroom.stories(someStories(1, 20));
  const path = join(newsroom.dataDir, 'journal.db');
  const other = await Newsroom.open();
  await other.stories(someStories(100, 5));
  (await newsroom.catalog({ search: true })).close();
  await newsroom.journal.close();
  await other.journal.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  writeFileSync(path, readFileSync(join(other.dataDir, 'journal.db')));
  if (existsSync(`${join(other.dataDir, 'journal.db')}-wal`)) throw new Error('the backup is not whole');
  const applying = await startApplying(newsroom.dataDir);
  await applying.applied(5);
  for (let i = 0; i < 50 && readCurrent(newsroom.dataDir)?.generation === 1; i++) await setTimeout(20);
  const catalog = openCurrentCatalog(newsroom.dataDir);
  expect(
    catalog
      .catalog()
      .list({ limit: 10 })
      .map(({ id }) => id),
  ).toEqual([104, 103, 102, 101, 100]);
  catalog.close();
  await applying.close();
});

test('the threads apply what any process writes, and say which pages it touches', async () => {
  const changes: Applied[] = [];
  const applying = await startApplying(newsroom.dataDir, { onApplied: (change) => changes.push(change) });
  const indexing = await startIndexing(newsroom.dataDir);
  const first = await newsroom.story(makeStory(1));
  await Promise.all([applying.applied(first), indexing.applied(first)]);
  expect(applying.cursor()).toBe(first);
  expect(applying.lag()).toBe(0);
  changes.length = 0;
  const second = await newsroom.story(makeStory(2, { status: 'draft' }));
  await applying.applied(second);
  expect(changes).toEqual([]);
  const third = await newsroom.story(makeStory(2, { section: 'sports' }));
  // Applied by another process: its keys are reported all the same.
  await follow();
  await applying.applied(third);
  expect(changes.flatMap(({ keys }) => keys)).toContain('list:section:sports');
  expect(changes.flatMap(({ keys }) => keys)).not.toContain('list:section:politics');
  // Written to a database that was lost before anybody had read it: nobody waits for ever for what is not there.
  await expect(applying.applied(third + 1)).rejects.toMatchObject({ params: { part: 'journal' } });
  await Promise.all([applying.close(), indexing.close()]);
  await expect(applying.applied(1e9)).rejects.toMatchObject({ code: 'unavailable' });
});

test('a rebuild beside running threads and readers is gone over to, and loses nothing written meanwhile', async () => {
  await newsroom.stories(someStories(1, 1500));
  const changes: Applied[] = [];
  const errors: unknown[] = [];
  const applying = await startApplying(newsroom.dataDir, {
    onApplied: (change) => changes.push(change),
    onError: (error) => errors.push(error),
  });
  const indexing = await startIndexing(newsroom.dataDir, { onError: (error) => errors.push(error) });
  await Promise.all([applying.applied(1500), indexing.applied(1500)]);
  const reading = openCurrentCatalog(newsroom.dataDir);
  const search = openSearch(newsroom.dataDir);
  expect(reading.catalog().count({})).toBe(1500);

  let last = 0;
  const orders: string[] = [];
  const rebuilding = rebuild(newsroom.dataDir).finally(() => orders.push('stop'));
  const writer = (async () => {
    for (let id = 5000; orders.length === 0; id++) {
      last = await newsroom.story(makeStory(id, { headline: `زمردة ${id}` }));
      await applying.applied(last);
      // An editor reads their own write, whatever generation it is.
      reading.refresh();
      expect(reading.catalog().cards([id])).toHaveLength(1);
    }
  })();
  const { entries } = await rebuilding;
  await writer;
  expect(entries).toBeGreaterThanOrEqual(1500);
  await Promise.all([applying.applied(last), indexing.applied(last)]);
  for (let i = 0; i < 100 && !changes.some(({ generationChanged }) => generationChanged); i++)
    await setTimeout(20);
  expect(changes.some(({ generationChanged }) => generationChanged)).toBe(true);
  reading.refresh();
  expect(reading.catalog().cursor().seq).toBe(last);
  expect((await search.search({ q: 'زمردة', limit: 1, offset: 0, sort: 'newest' })).total).toBe(last - 1500);
  expect(await verify(newsroom.dataDir)).toMatchObject({ differences: [] });
  expect(errors).toEqual([]);
  await Promise.all([applying.close(), indexing.close(), search.close()]);
  reading.close();
});

test('a reader that meets a damaged file has it looked at and replaced', async () => {
  await newsroom.stories(someStories(1, 400));
  const applying = await startApplying(newsroom.dataDir);
  await applying.applied(400);
  const was = newsroom.file('public');
  // Out of the log into the file, where damage is met.
  const db = new Database(was);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  damages['is torn in the middle']?.(was);
  applying.check();
  for (let i = 0; i < 200 && newsroom.file('public') === was; i++) await setTimeout(20);
  expect(newsroom.file('public')).not.toBe(was);
  await applying.close();
  expect(contentOf(newsroom.file('public'))['story']).toHaveLength(400);
});
