import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Journal, TallyBatch } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import { openJournalThread } from '../journal/thread.ts';
import { TallyWriter } from './tally.ts';

const hour = Date.UTC(2026, 10, 23, 12);
let folder = '';
let journal: Journal;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true });
});

const reads = async () => {
  const batches = await journal.tallies(0, 1000);
  return batches.flatMap((b) => b.counts).reduce((sum, c) => sum + c.reads, 0);
};
const waiting = async () => (await readdir(join(folder, 'tallies'))).filter((n) => n.endsWith('.json'));

test('a batch that arrived although its answer was lost counts once', async () => {
  let lost = 2;
  const lossy = {
    async addTallies(batch: TallyBatch) {
      const added = await journal.addTallies(batch);
      if (lost-- > 0) throw new Error('connection lost');
      return added;
    },
  };
  const errors: unknown[] = [];
  const tallies = new TallyWriter(lossy, folder, { flushMs: 1e9, onError: (e) => errors.push(e) });
  for (let i = 0; i < 10; i++) tallies.add(1, hour);
  await tallies.flush();
  expect(await waiting()).toHaveLength(1);
  tallies.add(2, hour);
  await tallies.flush();
  expect(errors).toHaveLength(2);
  expect(await waiting()).toHaveLength(2);
  await tallies.close();
  expect(await waiting()).toEqual([]);
  expect(await reads()).toBe(11);
});

test('several batches of an outage are sent by the next run, in order', async () => {
  const away = { addTallies: () => Promise.reject(new Error('away')) };
  const first = new TallyWriter(away, folder, { flushMs: 1e9 });
  for (let i = 1; i <= 3; i++) {
    first.add(i, hour);
    await first.flush();
  }
  first.add(4, hour);
  await first.close();
  expect(await waiting()).toHaveLength(4);

  const second = new TallyWriter(journal, folder, { flushMs: 1e9 });
  second.add(5, hour);
  await second.close();
  expect((await journal.tallies(0, 10)).flatMap((b) => b.counts.map((c) => c.story)).sort()).toEqual([
    1, 2, 3, 4, 5,
  ]);
  expect(await waiting()).toEqual([]);
});

test('a damaged file is put aside and said, and does not hold up the others', async () => {
  await new TallyWriter(journal, folder).close();
  await writeFile(join(folder, 'tallies', '1-torn.json'), '{"key":"torn","at":1,"cou');
  const errors: unknown[] = [];
  const tallies = new TallyWriter(journal, folder, { onError: (e) => errors.push(e) });
  tallies.add(1, hour);
  await tallies.close();
  expect(errors).toHaveLength(1);
  expect(await reads()).toBe(1);
  expect(await readdir(join(folder, 'tallies'))).toEqual(['1-torn.json.damaged']);
});

test('counting goes on while batches are under way, by itself and without loss', async () => {
  const thread = await openJournalThread(folder);
  const tallies = new TallyWriter(thread, folder, { flushMs: 5 });
  const batches = async () => (await journal.tallies(0, 1000)).length;
  let sent = 0;
  // However slow the machine, counting goes on until the first batches were written.
  while (sent < 20_000 || (await batches()) < 2) {
    for (let i = 0; i < 500; i++) tallies.add(i % 50, hour);
    sent += 500;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await tallies.close();
  await thread.close();
  expect(await reads()).toBe(sent);
  expect(await batches()).toBeGreaterThan(1);
});
