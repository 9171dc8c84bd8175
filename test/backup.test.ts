import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup, restoreBackup } from '../src/backup/restore.ts';
import { openJournal } from '../src/journal/open.ts';
import { diskFiles } from '../src/storage/disk.ts';
import { openPlace } from '../src/storage/open.ts';
import { startBucket, type TestBucket } from './support/bucket.ts';
import { midad, midadWith } from './support/midad.ts';
import { startPostgres, type TestPostgres } from './support/postgres.ts';
import { startSite, type TestSite } from './support/site.ts';
import { clientOf, password, setUpAs } from './support/staff.ts';

let site: TestSite;
let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-backup-'));
  file = join(folder, 'news.tar.zst');
  site = await startSite();
});
afterAll(async () => {
  await site?.stop();
  await rm(folder, { recursive: true, force: true });
});

const by = { actor: 'cli:test', at: 1 };
const topic = (id: string) => ({
  kind: 'topic' as const,
  id,
  action: 'create' as const,
  expect: 0,
  content: { id, name: 'الميناء', slug: id, aliases: [] },
});

describe('a backup', () => {
  it('is taken while the site serves and others write, and brings everything back to the last draft', async () => {
    const { journal, data } = site;
    const admin = await setUpAs(site);
    const fields = { headline: 'آخر خبر قبل الكارثة', section: 'culture' };
    const { said } = await admin.call('createStory', { body: { fields } });
    const story = Number(said.id);
    const { version } = (await journal.current('story', String(story))) ?? { version: 0 };
    const before = await journal.draft(story);
    await journal.beginDraft({
      story,
      after: before,
      schema: 1,
      version,
      seed: new Uint8Array([1, 9]),
      at: 1,
    });
    const draft = await journal.draft(story);
    const writer = { on: true, count: 0 };
    const writing = (async () => {
      while (writer.on) await journal.append([topic(`t${writer.count++}`)], by);
    })();
    const taken = await midad('backup', file, '--data', data);
    writer.on = false;
    await writing;
    expect(taken).toMatchObject({ code: 0 });
    expect((await readdir(data)).filter((name) => name.startsWith('backup'))).toEqual([]);
    const verified = await midad('backup', '--verify', file, '--data', folder);
    expect(verified).toMatchObject({ code: 0 });
    const [, digest] = /digest (\w{64})/.exec(verified.out) ?? [];

    const restoredTo = join(folder, 'restored');
    expect(await midad('restore', file, '--data', restoredTo)).toMatchObject({ code: 0 });
    const restored = await openJournal(restoredTo);
    const head = await restored.head();
    expect(head.digest).toBe(digest);
    // A moment of the running site: exactly the beginning of what it holds now.
    expect(await journal.digestAt(head.seq)).toBe(head.digest);
    expect(await restored.verify()).toEqual({ entries: head.seq });
    expect((await restored.current('story', String(story)))?.content).toMatchObject(fields);
    expect(await restored.draft(story)).toEqual(draft);
    expect((await restored.draftLog(story)).updates.map((update) => [...update])).toEqual([[1, 9]]);
    await restored.close();
    expect(await filesIn(join(restoredTo, 'media/originals'))).toEqual(
      await filesIn(join(data, 'media/originals')),
    );

    // What is there is not written over, and nothing of it is lost when it is.
    const refused = await midad('restore', file, '--data', restoredTo);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--force');
    const later = await openJournal(restoredTo);
    await later.append([topic('later')], by);
    await later.close();
    const forced = await midad('restore', file, '--data', restoredTo, '--force');
    expect(forced).toMatchObject({ code: 0 });
    const aside = /journal-before-\S+\.db/.exec(forced.out)?.[0] ?? '';
    expect((await stat(join(restoredTo, aside))).size).toBeGreaterThan(0);
    expect((await midad('restore', file, '--data', data, '--force')).err).toContain('running');
  }, 180_000);

  it('that lost or changed a byte is refused, and changes nothing', async () => {
    const plain = join(folder, 'plain.tar');
    expect((await midad('backup', plain, '--no-media', '--data', site.data)).code).toBe(0);
    const bytes = await readFile(plain);
    const other = (name: string, change: Buffer) =>
      writeFile(join(folder, name), change).then(() => join(folder, name));
    const flipped = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    const damaged = [
      await other('flipped.tar', flipped),
      await other('cut.tar', bytes.subarray(0, bytes.length - 4096)),
      await other('half.tar.zst', (await readFile(file)).subarray(0, 5000)),
      await other('none.tar', Buffer.from('ليست نسخة')),
    ];
    const target = join(folder, 'untouched');
    const originals = diskFiles(join(target, 'media'));
    for (const name of damaged) {
      const from = await openPlace(name);
      const refused = { code: 'backup-damaged' };
      await expect(checkBackup({ from, folder })).rejects.toMatchObject(refused);
      const restoring = restoreBackup({ dataDir: target, originals, from, force: false, now: 0 });
      await expect(restoring).rejects.toMatchObject(refused);
    }
    expect((await midad('backup', '--verify', join(folder, 'cut.tar'), '--data', folder)).err).toContain(
      'damaged',
    );
    expect((await readdir(target)).filter((name) => name.endsWith('.db'))).toEqual([]);
    expect((await midad('restore', join(folder, 'absent.tar'), '--data', target)).err).toContain(
      'absent.tar',
    );
  }, 180_000);

  it('holds nothing that was erased before it', async () => {
    const { journal } = site;
    const secret = 'اسم لا يجوز ذكره';
    await journal.append([{ ...topic('secret'), content: { ...topic('secret').content, name: secret } }], by);
    await journal.redact(
      { kind: 'topic', id: 'secret', why: 'حكم', replacement: topic('secret').content },
      by,
    );
    const after = join(folder, 'after.tar');
    expect((await midad('backup', after, '--no-media', '--data', site.data)).code).toBe(0);
    expect((await readFile(after)).includes(secret)).toBe(false);
  }, 180_000);
});

describe('a backup of a newsroom in PostgreSQL', () => {
  let server: TestPostgres;
  let bucket: TestBucket;
  beforeAll(async () => {
    [server, bucket] = await Promise.all([startPostgres(), startBucket()]);
  }, 120_000);
  afterAll(async () => {
    await bucket?.stop();
    await server?.stop();
  });

  it('goes to a bucket and comes back, into PostgreSQL or a file', async () => {
    const place = server.place();
    const environment = { ...bucket.environment, DATABASE_URL: place, MEDIA_URL: bucket.url('media') };
    const running = await startSite({ environment });
    await setUpAs(running);
    const head = await running.journal.head();
    const name = bucket.url('backups/today.tar.gz');
    const backup = (...args: string[]) => midadWith(environment, ...args, '--data', running.data);
    expect(await backup('backup', name)).toMatchObject({ code: 0 });
    expect(await backup('backup', '--verify', name)).toMatchObject({ code: 0 });
    expect((await backup('restore', name)).code).toBe(1);
    const media = (await running.journal.entries(0, 5000)).find(({ kind }) => kind === 'media');
    expect((await running.get(`/media/${media?.id}/640.webp`)).status).toBe(200);
    expect(await readdir(join(running.data, 'media'))).not.toContain('originals');
    await running.stop();

    const empty = { ...environment, DATABASE_URL: server.place() };
    const data = join(folder, 'elsewhere');
    expect(await midadWith(empty, 'restore', name, '--data', data)).toMatchObject({ code: 0 });
    expect((await midadWith(empty, 'restore', name, '--data', data)).err).toContain('--force');
    expect(await midadWith(empty, 'restore', name, '--data', data, '--force')).toMatchObject({ code: 0 });
    const moved = await startSite({ demo: false, environment: empty });
    expect(await moved.journal.head()).toEqual(head);
    const again = clientOf(moved);
    expect((await again.call('signIn', { body: { email: 'reem@paper.example', password } })).status).toBe(
      200,
    );
    await moved.stop();

    const { DATABASE_URL: _, ...onDisk } = environment;
    expect(await midadWith(onDisk, 'restore', name, '--data', data)).toMatchObject({ code: 0 });
    const journal = await openJournal(data);
    expect(await journal.head()).toEqual(head);
    await journal.close();
  }, 180_000);
});

async function filesIn(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}
