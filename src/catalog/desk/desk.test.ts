import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStory, Newsroom } from '../fixtures/newsroom.ts';
import { openDeskCatalog } from './desk.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

test('the newsroom sees stories in every state, the last changed first, page by page', async () => {
  for (let id = 1; id <= 12; id++) {
    await newsroom.story(
      makeStory(id, {
        status: id % 2 === 0 ? 'draft' : 'published',
        section: id > 6 ? 'sports' : 'politics',
      }),
    );
  }
  await newsroom.story(makeStory(2, { status: 'in-review', legalHold: true }));
  (await newsroom.catalog()).close();
  const desk = openDeskCatalog(newsroom.file('desk'));
  const ids = (query: Parameters<typeof desk.stories>[0]) => desk.stories(query).map(({ id }) => id);
  expect(ids({ limit: 4 })).toEqual([2, 12, 11, 10]);
  const last = desk.stories({ limit: 4 }).at(-1);
  expect(ids({ limit: 3, ...(last === undefined ? {} : { before: last }) })).toEqual([9, 8, 7]);
  expect(ids({ status: 'draft', limit: 10 })).toEqual([12, 10, 8, 6, 4]);
  expect(ids({ section: 'politics', limit: 3 })).toEqual([2, 6, 5]);
  expect(ids({ section: 'sports', status: 'draft', limit: 10 })).toEqual([12, 10, 8]);
  expect(desk.count({})).toBe(12);
  expect(desk.count({ status: 'draft' })).toBe(5);
  expect(desk.count({ section: 'politics', status: 'in-review' })).toBe(1);
  expect(desk.story(2)).toMatchObject({
    status: 'in-review',
    legalHold: true,
    version: 2,
    changedBy: 'editor',
  });
  expect(desk.story(99)).toBeUndefined();
  desk.close();
});
