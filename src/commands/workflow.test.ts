import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import { MidadError } from '../model/errors.ts';
import type { Story } from '../model/story.ts';
import { approveStory } from './approve-story.ts';
import { arrangeSections } from './arrange-sections.ts';
import { holdStory } from './hold-story.ts';
import { initialiseSite } from './initialise-site.ts';
import { killStory } from './kill-story.ts';
import { publishStory } from './publish-story.ts';
import { releaseStory } from './release-story.ts';
import { restoreRevision } from './restore-revision.ts';
import { saveStory } from './save-story.ts';
import { scheduleStory, unscheduleStory } from './schedule-story.ts';
import { sendBackStory } from './send-back-story.ts';
import { submitStory } from './submit-story.ts';
import { updateStory } from './update-story.ts';

const now = Date.UTC(2026, 10, 23, 9);
const hour = 3_600_000;
let folder = '';
let journal: Journal;
const at = (later = 0) => ({ journal, actor: 'cli', now: now + later });
const newest = async () => (await journal.current('story', '1'))?.content as Story;
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof MidadError ? error.code : error),
  );
const cairo = (wall: string) => ({ wall, zone: 'Africa/Cairo' });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
  await initialiseSite(at());
  await saveStory(at(), { fields: { headline: 'تجديد سوق السمك قبل الشتاء', section: 'economy' } });
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true });
});

test('a draft goes to the desk, comes back with a reason, goes again and is approved', async () => {
  await submitStory(at(), { id: 1, note: 'الأرقام من البلدية' });
  expect((await newest()).status).toBe('in-review');
  expect(await code(sendBackStory(at(), { id: 1, reason: '  ' }))).toBe('story-invalid');
  await sendBackStory(at(1), { id: 1, reason: 'ينقصه رأي التجار' });
  expect((await newest()).status).toBe('draft');
  expect(await code(approveStory(at(), { id: 1 }))).toBe('wrong-status');
  await submitStory(at(2), { id: 1 });
  await approveStory(at(3), { id: 1, expect: 4 });
  expect((await newest()).status).toBe('approved');
  const { note, action } = (await journal.revisions('story', '1'))[2] ?? {};
  expect({ note, action }).toEqual({ note: 'ينقصه رأي التجار', action: 'send-back' });
});

describe('a schedule', () => {
  test('keeps its wall time and zone, and puts the job into the queue', async () => {
    await scheduleStory(at(), { id: 1, at: cairo('2026-11-24T06:00') });
    expect(await newest()).toMatchObject({
      status: 'scheduled',
      schedule: cairo('2026-11-24T06:00'),
      publishAt: Date.UTC(2026, 10, 24, 4),
    });
    expect(await journal.takeJob(['publish-story'], Date.UTC(2026, 10, 24, 3), 1000)).toBeUndefined();
    expect((await journal.takeJob(['publish-story'], Date.UTC(2026, 10, 24, 4), 1000))?.payload).toEqual({
      story: 1,
    });
  });

  test('is moved, and taken away', async () => {
    await scheduleStory(at(), { id: 1, at: cairo('2026-11-24T06:00') });
    await scheduleStory(at(), { id: 1, at: cairo('2026-11-25T06:00') });
    expect((await newest()).publishAt).toBe(Date.UTC(2026, 10, 25, 4));
    await unscheduleStory(at(), { id: 1 });
    const story = await newest();
    expect(story.status).toBe('approved');
    expect(story).not.toHaveProperty('schedule');
    expect(story).not.toHaveProperty('publishAt');
  });

  test('is refused in the past, in no zone, and before the end of the embargo', async () => {
    for (const when of [
      cairo('2026-11-23T10:59'),
      cairo('2026-11-31T08:00'),
      { wall: '2026-12-01T08:00', zone: '+02' },
    ])
      expect(await code(scheduleStory(at(), { id: 1, at: when }))).toBe('schedule-invalid');
    await saveStory(at(), { id: 1, fields: { embargoUntil: Date.UTC(2026, 10, 25) } });
    expect(await code(scheduleStory(at(), { id: 1, at: cairo('2026-11-24T08:00') }))).toBe('embargoed');
    expect(await code(scheduleStory(at(), { id: 1, at: cairo('2026-11-25T08:00') }))).toBe('done');
  });

  test('goes with the story that is sent back', async () => {
    await scheduleStory(at(), { id: 1, at: cairo('2026-11-24T06:00') });
    await sendBackStory(at(), { id: 1, reason: 'تغيّر البرنامج' });
    expect(await newest()).not.toHaveProperty('schedule');
  });
});

describe('a legal hold', () => {
  test('stops publication until it is lifted', async () => {
    expect(await code(holdStory(at(), { id: 1, reason: '' }))).toBe('story-invalid');
    await holdStory(at(), { id: 1, reason: 'شكوى من الشركة' });
    expect(await code(holdStory(at(), { id: 1, reason: 'ثانية' }))).toBe('story-invalid');
    expect(await code(publishStory(at(), { id: 1 }))).toBe('on-legal-hold');
    expect(await code(scheduleStory(at(), { id: 1, at: cairo('2026-11-24T06:00') }))).toBe('on-legal-hold');
    await releaseStory(at(), { id: 1 });
    expect(await code(releaseStory(at(), { id: 1 }))).toBe('story-invalid');
    expect(await code(publishStory(at(), { id: 1 }))).toBe('done');
  });

  test('on a scheduled story lets the time go by, and leaves the decision to a person', async () => {
    await scheduleStory(at(), { id: 1, at: cairo('2026-11-24T06:00') });
    await holdStory(at(), { id: 1, reason: 'مراجعة قانونية' });
    await releaseStory(at(48 * hour), { id: 1 });
    expect((await newest()).status).toBe('approved');
  });

  test('lifted in time leaves the schedule as it was', async () => {
    await scheduleStory(at(), { id: 1, at: cairo('2026-11-24T06:00') });
    await holdStory(at(), { id: 1, reason: 'مراجعة قانونية' });
    await releaseStory(at(hour), { id: 1 });
    expect(await newest()).toMatchObject({ status: 'scheduled', schedule: cairo('2026-11-24T06:00') });
  });
});

describe('an earlier revision', () => {
  test('comes back as a new one, without what was added since', async () => {
    await saveStory(at(1), { id: 1, fields: { headline: 'عنوان آخر', kicker: 'أسواق' } });
    await restoreRevision(at(2), { id: 1, version: 1 });
    const story = await newest();
    expect(story.headline).toBe('تجديد سوق السمك قبل الشتاء');
    expect(story).not.toHaveProperty('kicker');
    expect((await journal.current('story', '1'))?.version).toBe(3);
  });

  test('of a published story says to readers that it changed, and leaves its times', async () => {
    await publishStory(at(hour), { id: 1 });
    await updateStory(at(2 * hour), { id: 1, fields: { headline: 'عنوان آخر' } });
    await restoreRevision(at(3 * hour), { id: 1, version: 2 });
    expect(await newest()).toMatchObject({
      headline: 'تجديد سوق السمك قبل الشتاء',
      status: 'published',
      firstPublishedAt: now + hour,
      updatedAt: now + 3 * hour,
    });
  });

  test('from a section that was removed comes back into the one the story is in now', async () => {
    await arrangeSections(at(), { sections: [{ id: 'harbour', name: 'المرفأ', expect: 0 }] });
    await saveStory(at(1), { id: 1, fields: { section: 'harbour', kicker: 'أسواق' } });
    await saveStory(at(2), { id: 1, fields: { section: 'culture', kicker: 'ثقافة' } });
    const version = (await journal.current('section', 'harbour'))?.version ?? 0;
    await arrangeSections(at(3), { sections: [], remove: [{ id: 'harbour', expect: version }] });
    await restoreRevision(at(4), { id: 1, version: 2 });
    expect(await newest()).toMatchObject({ kicker: 'أسواق', section: 'culture' });
  });

  test('that is not there, was blanked, or is of a killed story does not', async () => {
    expect(await code(restoreRevision(at(), { id: 1, version: 9 }))).toBe('not-found');
    await saveStory(at(1), { id: 1, fields: { kicker: 'أسواق' } });
    const replacement = await newest();
    await journal.redact(
      { kind: 'story', id: '1', versions: [1], why: 'حكم محكمة', replacement },
      { actor: 'cli', at: now },
    );
    expect(await code(restoreRevision(at(), { id: 1, version: 1 }))).toBe('revision-blank');
    await killStory(at(2), { id: 1, reason: 'خطأ' });
    expect(await code(restoreRevision(at(), { id: 1, version: 2 }))).toBe('wrong-status');
  });
});
