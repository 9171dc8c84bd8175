import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStory, Newsroom } from '../fixtures/newsroom.ts';
import { Database } from '../sqlite.ts';
import { assignedTo, assignmentOf, commentsOn, mentionsOf } from './discussion.ts';
import { planOf } from './planning.ts';

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 23);
let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

/** The desk after everything written so far. */
async function desk<T>(look: (db: Database) => T): Promise<T> {
  (await newsroom.catalog()).close();
  const db = new Database(newsroom.file('desk'), { readOnly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
const comment = (id: string, at: number, more: object = {}) => ({
  id,
  story: 1,
  by: 'huda',
  at,
  text: 'يرجى التحقق من الرقم',
  mentions: ['samir'],
  ...more,
});

test('a comment is on its story, and on the desk of whoever it names until it is done with', async () => {
  await newsroom.story(makeStory(1, { status: 'draft' }));
  await newsroom.save('comment', 'b', comment('b', monday));
  await newsroom.save('comment', 'a', comment('a', monday + hour, { mentions: ['samir', 'leila'] }));
  await newsroom.save('comment', 'c', comment('c', monday + 2 * hour, { story: 2 }));
  expect(await desk((db) => commentsOn(db, 1).map(({ id }) => id))).toEqual(['b', 'a']);
  expect(await desk((db) => mentionsOf(db, 'samir', 10).map(({ id }) => id))).toEqual(['c', 'a', 'b']);
  const next = { at: monday + hour, id: 'a' };
  expect(await desk((db) => mentionsOf(db, 'samir', 10, next).map(({ id }) => id))).toEqual(['b']);
  expect(await desk((db) => mentionsOf(db, 'leila', 10).map(({ id }) => id))).toEqual(['a']);

  await newsroom.save('comment', 'a', comment('a', monday + hour, { resolved: { by: 'samir', at: monday } }));
  await newsroom.save('comment', 'c', comment('c', monday), 'remove');
  expect(await desk((db) => mentionsOf(db, 'samir', 10).map(({ id }) => id))).toEqual(['b']);
  expect(await desk((db) => commentsOn(db, 1))).toHaveLength(2);
  expect(await desk((db) => commentsOn(db, 2))).toEqual([]);
});

test('what is given to somebody stands on their desk, what is due first on top', async () => {
  const give = (story: number, user: string, dueAt?: number) =>
    newsroom.save('assignment', String(story), {
      id: String(story),
      story,
      user,
      by: 'huda',
      at: monday,
      ...(dueAt === undefined ? {} : { dueAt }),
    });
  await give(1, 'samir');
  await give(2, 'samir', monday + 2 * hour);
  await give(3, 'samir', monday + hour);
  await give(2, 'leila', monday + 2 * hour);
  expect(await desk((db) => assignedTo(db, 'samir', 10))).toEqual([
    { story: 3, dueAt: monday + hour },
    { story: 1 },
  ]);
  expect(await desk((db) => assignmentOf(db, 2))).toMatchObject({ user: 'leila' });
  expect(await desk((db) => assignmentOf(db, 9))).toBeUndefined();
});

test('the planning board has what is due, scheduled and published in a day', async () => {
  await newsroom.story(makeStory(1, { status: 'scheduled', publishAt: monday + 6 * hour }));
  await newsroom.story(makeStory(2, { firstPublishedAt: monday + hour }));
  await newsroom.story(makeStory(3, { firstPublishedAt: monday + 25 * hour }));
  await newsroom.story(makeStory(4, { status: 'approved', publishAt: monday + 6 * hour }));
  await newsroom.save('assignment', '4', { id: '4', story: 4, user: 'huda', by: 'x', at: 0, dueAt: monday });
  expect(await desk((db) => planOf(db, monday, monday + 24 * hour))).toEqual({
    due: [{ story: 4, at: monday }],
    scheduled: [{ story: 1, at: monday + 6 * hour }],
    published: [{ story: 2, at: monday + hour }],
  });
});
