import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkBackup } from '../src/backup/restore.ts';
import { backUpIfDue } from '../src/backup/schedule.ts';
import { loadSnapshot } from '../src/backup/snapshot.ts';
import { vacuumInto } from '../src/backup/vacuum.ts';
import { cursorOf } from '../src/catalog/cursors.ts';
import { diskFiles } from '../src/storage/disk.ts';
import { openPlace } from '../src/storage/open.ts';
import { midad } from './support/midad.ts';
import { startSite, type TestSite } from './support/site.ts';

let site: TestSite;
let folder = '';
beforeAll(async () => {
  [site, folder] = await Promise.all([startSite(), mkdtemp(join(tmpdir(), 'midad-snapshot-'))]);
}, 120_000);
afterAll(async () => {
  await site?.stop();
  await rm(folder, { recursive: true, force: true });
});

it('a new node begins with the catalog of another, which equals the record, and catches up', async () => {
  const file = join(folder, 'catalog.tar.zst');
  expect(await midad('snapshot', file, '--data', site.data)).toMatchObject({ code: 0 });
  const taken = (await site.journal.head()).seq;
  const content = { id: 'later', name: 'الميناء', slug: 'later', aliases: [] };
  const later = { kind: 'topic' as const, id: 'later', action: 'create' as const, expect: 0, content };
  await site.journal.append([later], { actor: 'cli:test', at: 1 });
  const data = join(folder, 'new');
  await mkdir(data);
  await vacuumInto(join(site.data, 'journal.db'), join(data, 'journal.db'));
  expect(await midad('snapshot', file, '--load', '--data', data)).toMatchObject({ code: 0 });
  for (const part of ['public', 'desk', 'search', 'similar'] as const)
    expect(cursorOf(data, part)?.seq).toBe(taken);
  expect(await loadSnapshot({ dataDir: data, place: await openPlace(file) })).toBe(false);
  const behind = await midad('verify', '--data', data);
  expect(behind).toMatchObject({ code: 0 });
  expect(behind.out).toContain('Not applied yet: 1');
}, 180_000);

it('a damaged one is refused, and the node makes its own', async () => {
  const file = join(folder, 'damaged.tar');
  await writeFile(file, 'ليس فهرسا');
  const place = await openPlace(file);
  const data = join(folder, 'other');
  await expect(loadSnapshot({ dataDir: data, place })).rejects.toMatchObject({ code: 'backup-damaged' });
  const node = await startSite({ demo: false, environment: { MIDAD_SNAPSHOT: file } });
  expect((await node.get('/')).status).toBe(200);
  await node.stop();
}, 180_000);

it('backups are taken by the clock, once for all nodes, and old ones go', async () => {
  const to = join(folder, 'backups');
  const options = {
    settings: { to, everyHours: 24, keep: { days: 2, weeks: 0, months: 0 } },
    order: { dataDir: site.data, postgres: undefined, mediaUrl: undefined, version: '0' },
    journal: site.journal,
    files: diskFiles(to),
    onError() {},
    onTaken() {},
  };
  const day = 24 * 3_600_000;
  const first = Date.UTC(2026, 10, 20, 3);
  // Two nodes look at once.
  const both = await Promise.all([backUpIfDue(options, first), backUpIfDue(options, first + 1)]);
  expect(both.filter(Boolean).length).toBe(1);
  expect(await backUpIfDue(options, first + day / 2)).toBeUndefined();
  await backUpIfDue(options, first + day);
  const newest = await backUpIfDue(options, first + 2 * day);
  expect((await readdir(to)).sort()).toEqual([
    'midad-20261121T030000Z.tar.zst',
    'midad-20261122T030000Z.tar.zst',
  ]);
  const from = await openPlace(join(to, newest ?? ''));
  expect((await checkBackup({ from, folder })).manifest.seq).toBe((await site.journal.head()).seq);
}, 180_000);
