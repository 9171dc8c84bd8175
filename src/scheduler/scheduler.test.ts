import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdStory } from '../commands/hold-story.ts';
import { addMedia, describeMedia } from '../commands/media.ts';
import { initialiseSite } from '../commands/initialise-site.ts';
import { releaseStory } from '../commands/release-story.ts';
import { saveStory } from '../commands/save-story.ts';
import { setBreaking } from '../commands/set-breaking.ts';
import { scheduleStory, unscheduleStory } from '../commands/schedule-story.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import type { Front, Media } from '../model/site.ts';
import type { Story } from '../model/story.ts';
import type { Runner } from './runner.ts';
import { startScheduler } from './start.ts';

const monday = Date.UTC(2026, 10, 23, 9);
const hour = 3_600_000;
let folder = '';
let journal: Journal;
let clock = monday;
const faults: unknown[] = [];
const runners: Runner[] = [];
const run = (on: Journal = journal) => {
  const runner = startScheduler(on, {
    now: () => clock,
    onError: (error) => faults.push(error),
  });
  runners.push(runner);
  return runner;
};
const at = () => ({ journal, actor: 'cli', now: clock });
const status = async () => ((await journal.current('story', '1'))?.content as Story | undefined)?.status;
const published = async () =>
  (await journal.revisions('story', '1')).filter(({ action }) => action === 'publish').length;
const atTen = { wall: '2026-11-23T12:00', zone: 'Africa/Cairo' };

beforeEach(async () => {
  clock = monday;
  faults.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
  await initialiseSite(at());
  await saveStory(at(), { fields: { headline: 'تجديد سوق السمك قبل الشتاء', section: 'economy' } });
});
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.stop();
  await journal.close();
  await rm(folder, { recursive: true });
});

test('a scheduled story goes out at its time, not before', async () => {
  await scheduleStory(at(), { id: 1, at: atTen });
  const runner = run();
  clock = monday + hour - 1;
  await runner.runDue();
  expect(await status()).toBe('scheduled');
  clock = monday + hour;
  await runner.runDue();
  expect((await journal.current('story', '1'))?.content).toMatchObject({
    status: 'published',
    firstPublishedAt: monday + hour,
  });
  expect((await journal.current('story', '1'))?.content).not.toHaveProperty('schedule');
  expect(faults).toEqual([]);
});

test('after a restart over the due time it goes out once', async () => {
  await scheduleStory(at(), { id: 1, at: atTen });
  await journal.close();
  clock = monday + 5 * hour;
  journal = await openJournal(folder);
  await run().runDue();
  expect(await published()).toBe(1);
});

test('two nodes that come at once publish once', async () => {
  await scheduleStory(at(), { id: 1, at: atTen });
  // A second job for the same story, as after a move: each node takes one.
  await scheduleStory(at(), { id: 1, at: atTen });
  const other = await openJournal(folder);
  clock = monday + hour;
  await Promise.all([run().runDue(), run(other).runDue()]);
  for (const runner of runners) await runner.runDue();
  expect(await published()).toBe(1);
  expect(faults).toEqual([]);
  for (const runner of runners.splice(0)) await runner.stop();
  await other.close();
});

test('a story that was moved, or whose time was taken away, does not go out at the old time', async () => {
  await scheduleStory(at(), { id: 1, at: atTen });
  await scheduleStory(at(), { id: 1, at: { ...atTen, wall: '2026-11-23T15:00' } });
  const runner = run();
  clock = monday + hour;
  await runner.runDue();
  expect(await status()).toBe('scheduled');
  await unscheduleStory(at(), { id: 1 });
  clock = monday + 4 * hour;
  await runner.runDue();
  expect(await status()).toBe('approved');
});

test('a story on legal hold waits; lifted in time, it goes out at its time', async () => {
  await scheduleStory(at(), { id: 1, at: atTen });
  await holdStory(at(), { id: 1, reason: 'مراجعة' });
  const runner = run();
  clock = monday + hour / 2;
  await releaseStory(at(), { id: 1 });
  clock = monday + hour;
  await runner.runDue();
  expect(await published()).toBe(1);
});

test('an embargo set after the schedule is kept', async () => {
  await scheduleStory(at(), { id: 1, at: atTen });
  await saveStory(at(), { id: 1, fields: { embargoUntil: monday + 2 * hour } });
  const runner = run();
  clock = monday + hour;
  await runner.runDue();
  expect(await status()).toBe('scheduled');
  clock = monday + 2 * hour;
  await runner.runDue();
  expect(await status()).toBe('published');
});

test('the breaking bar goes by itself, a renewed one at its own time', async () => {
  const bar = async () =>
    ((await journal.current('front', 'home'))?.content as Front | undefined)?.breaking?.text;
  expect(await setBreaking(at(), {})).toBeUndefined();
  await setBreaking(at(), { bar: { text: 'انقطاع الجسر', until: monday + hour } });
  await setBreaking(at(), { bar: { text: 'عودة الجسر', until: monday + 2 * hour } });
  const runner = run();
  clock = monday + hour;
  await runner.runDue();
  expect(await bar()).toBe('عودة الجسر');
  clock = monday + 2 * hour;
  await runner.runDue();
  expect(await bar()).toBeUndefined();
  await expect(setBreaking(at(), { bar: { text: ' ', until: clock + 1 } })).rejects.toThrow('empty');
  await expect(setBreaking(at(), { bar: { text: 'خبر', until: clock } })).rejects.toThrow('until');
  await expect(setBreaking(at(), { bar: { text: 'خبر', until: clock + 25 * hour } })).rejects.toThrow(
    'until',
  );
});

test('a picture expires at the date that it has last', async () => {
  const file = { sha256: 'a'.repeat(64), mime: 'image/jpeg' as const, width: 3, height: 2 };
  const { id } = await addMedia(at(), { file, details: { rights: { expiresAt: monday + hour } } });
  await describeMedia(at(), { id, details: { alt: 'قوارب', rights: { expiresAt: monday + 2 * hour } } });
  const expired = async () => ((await journal.current('media', id))?.content as Media | undefined)?.expired;
  const runner = run();
  clock = monday + hour;
  await runner.runDue();
  expect(await expired()).toBeUndefined();
  clock = monday + 2 * hour;
  await runner.runDue();
  expect(await expired()).toBe(true);
});

test('what fails is said and tried again later', async () => {
  await journal.append(
    [
      {
        kind: 'story',
        id: '1',
        action: 'save',
        expect: 1,
        content: (await journal.current('story', '1'))?.content as object,
        jobs: [{ kind: 'publish-story', payload: { story: 'لا رقم' }, dueAt: monday }],
      },
    ],
    { actor: 'cli', at: monday },
  );
  const runner = run();
  await runner.runDue();
  expect(faults).toHaveLength(1);
  await runner.runDue();
  expect(faults).toHaveLength(1);
  clock = monday + 1000;
  await runner.runDue();
  expect(faults).toHaveLength(2);
});
