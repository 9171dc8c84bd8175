import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import { MidadError } from '../model/errors.ts';
import { type Role, roles, type User } from '../model/user.ts';
import { approveStory } from './approve-story.ts';
import { assignStory } from './assign-story.ts';
import { addComment, removeComment, resolveComment } from './comment.ts';
import { initialiseSite } from './initialise-site.ts';
import { may, policy, type Reach, verbs } from './policy.ts';
import { publishStory } from './publish-story.ts';
import { addUser, changeUser } from './put-user.ts';
import { saveStory } from './save-story.ts';

const person = (id: string, role: Role, more: Partial<User> = {}): User => ({
  id,
  name: id,
  email: `${id}@news.example`,
  role,
  sections: [],
  language: 'ar',
  ...more,
});
const by = (user: User) => ({ actor: `user:${user.id}`, user });

describe('the table', () => {
  test('gives each verb to the roles that it names, and to nobody else', () => {
    for (const verb of verbs) {
      const row: Partial<Record<Role, Reach>> = policy[verb];
      for (const role of roles) {
        const user = person('x', role, { sections: ['sports'] });
        const reach = row[role];
        const tried = [
          may(by(user), verb),
          may(by(user), verb, { owners: ['x'], section: 'economy' }),
          may(by(user), verb, { owners: ['y'], section: 'sports' }),
          may(by(user), verb, { owners: ['y'], section: 'economy' }),
        ];
        const expected = [
          reach !== undefined,
          reach !== undefined,
          reach === 'sections' || reach === 'any',
          reach === 'any',
        ];
        expect([verb, role, ...tried]).toEqual([verb, role, ...expected]);
        expect(may(by({ ...user, suspended: true }), verb)).toBe(false);
        expect(may({ actor: 'user:other', user }, verb)).toBe(false);
      }
      expect(may({ actor: 'user:x' }, verb)).toBe(false);
      expect(may({ actor: 'visitor' }, verb)).toBe(false);
      expect(may({ actor: 'cli:import' }, verb)).toBe(true);
    }
  });

  test('never gives a lower role more than a higher one, in the line from writer to chief', () => {
    const line: Role[] = ['contributor', 'reporter', 'section-editor', 'managing-editor', 'administrator'];
    const weight = (reach: Reach | undefined) =>
      reach === undefined ? 0 : { own: 1, sections: 2, any: 3 }[reach];
    for (const verb of verbs) {
      const row: Partial<Record<Role, Reach>> = policy[verb];
      const weights = line.map((role) => weight(row[role]));
      expect([verb, ...weights]).toEqual([verb, ...weights.toSorted((a, b) => a - b)]);
    }
  });
});

describe('the newsroom', () => {
  const now = Date.UTC(2026, 10, 23, 9);
  let folder = '';
  let journal: Journal;
  const cli = () => ({ journal, actor: 'cli', now });
  const huda = person('huda', 'reporter');
  const samir = person('samir', 'section-editor', { sections: ['economy'] });
  const leila = person('leila', 'managing-editor');
  const nadia = person('nadia', 'contributor');
  const root = person('root', 'administrator');
  const as = (user: User) => ({ journal, now, ...by(user) });
  const code = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof MidadError ? error.code : error),
    );
  const fields = { headline: 'سوق السمك', section: 'economy' };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'midad-'));
    journal = await openJournal(folder);
    await initialiseSite(cli());
    for (const user of [huda, samir, leila, nadia, root]) await addUser(cli(), user);
  });
  afterEach(async () => {
    await journal.close();
    await rm(folder, { recursive: true });
  });

  test('lets a reporter write their own stories, and those given to them', async () => {
    await saveStory(as(huda), { fields });
    expect((await journal.current('story', '1'))?.content).toMatchObject({ createdBy: 'huda' });
    expect((await journal.current('story', '1'))?.actor).toBe('user:huda');
    await saveStory(as(samir), { fields });
    expect(await code(saveStory(as(huda), { id: 1, fields: { kicker: 'بحر' } }))).toBe('done');
    expect(await code(saveStory(as(huda), { id: 2, fields: { kicker: 'بحر' } }))).toBe('forbidden');
    expect(await code(publishStory(as(huda), { id: 1 }))).toBe('forbidden');
    await assignStory(as(samir), { story: 2, user: 'huda' });
    expect(await code(saveStory(as(huda), { id: 2, fields: { kicker: 'بحر' } }))).toBe('done');
    await assignStory(as(samir), { story: 2 });
    expect(await code(saveStory(as(huda), { id: 2, fields: { kicker: 'سوق' } }))).toBe('forbidden');
  });

  test('lets a section editor decide in their sections, and move nothing into others', async () => {
    await saveStory(as(huda), { fields });
    await saveStory(as(leila), { fields: { ...fields, section: 'sports' } });
    expect(await code(publishStory(as(samir), { id: 2 }))).toBe('forbidden');
    expect(await code(saveStory(as(samir), { id: 1, fields: { section: 'sports' } }))).toBe('forbidden');
    expect(await code(publishStory(as(samir), { id: 1, fields: { section: 'sports' } }))).toBe('forbidden');
    expect(await code(publishStory(as(samir), { id: 1 }))).toBe('done');
    expect(await code(approveStory(as(nadia), { id: 1 }))).toBe('forbidden');
  });

  test('takes from a story sent by hand whatever only verbs may set', async () => {
    const sneaky = { ...fields, createdBy: 'leila', status: 'published', firstPublishedAt: 1 };
    expect(await code(saveStory(as(huda), { fields: sneaky }))).toBe('story-invalid');
  });

  test('lets everybody remove their own comments and chiefs any', async () => {
    await saveStory(as(huda), { fields });
    const { id } = await addComment(as(samir), { story: 1, text: 'راجعي الأرقام', mentions: ['huda'] });
    expect(await code(addComment(as(nadia), { story: 1, text: 'لا شأن لي' }))).toBe('forbidden');
    expect(await code(addComment(as(huda), { story: 1, text: ' ' }))).toBe('document-invalid');
    expect(await code(addComment(as(huda), { story: 1, text: 'إلى من؟', mentions: ['nobody'] }))).toBe(
      'reference-missing',
    );
    const answer = await addComment(as(huda), { story: 1, text: 'راجعتها', replyTo: id });
    expect(await code(addComment(as(samir), { story: 1, text: 'شكرا', replyTo: answer.id }))).toBe(
      'document-invalid',
    );
    expect(await code(resolveComment(as(huda), { id, resolved: true }))).toBe('done');
    expect(await code(removeComment(as(huda), { id }))).toBe('forbidden');
    expect(await code(removeComment(as(leila), { id }))).toBe('done');
    expect(await code(removeComment(as(leila), { id }))).toBe('not-found');
  });

  test('has one account for an address, in whatever case, and never takes away its own administrator', async () => {
    const twin = person('twin', 'reporter', { email: 'HUDA@news.example ' });
    expect(await code(addUser(as(root), twin))).toBe('claim-taken');
    expect(await code(addUser(as(leila), person('new', 'reporter')))).toBe('forbidden');
    expect(await code(changeUser(as(huda), { id: 'huda', fields: { role: 'administrator' } }))).toBe(
      'forbidden',
    );
    expect(await code(changeUser(as(root), { id: 'root', fields: { suspended: true } }))).toBe(
      'document-invalid',
    );
    expect(await code(changeUser(as(root), { id: 'samir', fields: { sections: ['nowhere'] } }))).toBe(
      'reference-missing',
    );
    await changeUser(as(root), { id: 'huda', fields: { email: 'huda2@news.example' } });
    expect(await code(addUser(as(root), { ...twin, email: 'huda@news.example' }))).toBe('done');
  });
});
