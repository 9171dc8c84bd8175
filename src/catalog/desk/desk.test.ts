import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStory, Newsroom } from '../fixtures/newsroom.ts';
import { openDeskCatalog } from './desk.ts';
import { rangeTerms } from './find-terms.ts';

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
  expect(desk.sections()).toEqual(['politics', 'sports']);
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

test('the newsroom finds by words, people, writer and days, together, page by page', async () => {
  const at = (day: number) => Date.UTC(2026, 9, day, 9);
  const about = (id: number, changes: Parameters<typeof makeStory>[1]) =>
    newsroom.story(makeStory(id, changes));
  await about(1, { headline: 'افتتاح المكتبات العامة', firstPublishedAt: at(1), people: ['huda'] });
  await about(2, { headline: 'مكتبة على عجلات', firstPublishedAt: at(2), createdBy: 'U-1' });
  await about(3, {
    headline: 'سوق السمك',
    byline: { people: [{ name: 'سلمى العطّار' }] },
    firstPublishedAt: at(3),
  });
  await about(4, {
    headline: 'المكتبة تعود',
    status: 'draft',
    section: 'sports',
    people: ['huda', 'samir'],
    firstPublishedAt: at(5),
  });
  await about(1, { headline: 'افتتاح المكتبات الوطنية', firstPublishedAt: at(1), people: ['huda'] });
  (await newsroom.catalog()).close();
  const desk = openDeskCatalog(newsroom.file('desk'));
  const find = (query: Parameters<typeof desk.find>[0], limit = 10) => {
    const ids = desk.find(query, { limit }).stories.map(({ id }) => id);
    expect(desk.countFound(query, 10)).toBe(desk.find(query, { limit: 10 }).stories.length);
    return ids;
  };
  expect(find({ words: 'المكتبة' })).toEqual([1, 4, 2]);
  expect(find({ words: 'العامة' })).toEqual([]);
  expect(find({ words: 'المكتبة -تعود' })).toEqual([1, 2]);
  expect(find({ words: 'المكتبة', status: 'draft' })).toEqual([4]);
  expect(find({ people: ['huda'] })).toEqual([1, 4]);
  expect(find({ people: ['huda', 'samir'], section: 'sports' })).toEqual([4]);
  expect(find({ people: [] })).toEqual([]);
  expect(find({ author: { name: 'سلمى', users: [] } })).toEqual([3]);
  expect(find({ author: { name: 'نادر', users: ['U-1'] } })).toEqual([2]);
  expect(find({ author: { name: '', users: [] } })).toEqual([]);
  expect(find({ from: at(2), to: at(3) + 1 })).toEqual([3, 2]);
  expect(find({ from: at(2) + 1, to: at(3) })).toEqual([]);
  expect(find({ to: at(2), words: 'مكتبة' })).toEqual([1]);
  expect(find({ words: '"«ا OR *' })).toEqual([]);
  const first = desk.find({ words: 'مكتبة' }, { limit: 2 });
  expect(first.stories.map(({ id }) => id)).toEqual([1, 4]);
  const { next = 0 } = first;
  expect(desk.find({ words: 'مكتبة' }, { limit: 2, before: next }).stories.map(({ id }) => id)).toEqual([2]);

  await newsroom.save('assignment', '4', { id: '4', story: 4, user: 'U-1', by: 'U-2', at: at(6) });
  (await newsroom.catalog()).close();
  expect(find({ words: 'مكتبة', owner: 'U-1' })).toEqual([4, 2]);
  expect(find({ words: 'مكتبة', owner: 'U-2' })).toEqual([]);
  desk.close();
});

test('a range of days is told by few words, and by none of another day', () => {
  for (const [first, last] of [
    [0, 0],
    [5, 9],
    [20_000, 20_365],
    [-400, 30_000],
  ] as const) {
    const terms = new Set(rangeTerms(first, last));
    expect(terms.size).toBeLessThanOrEqual(100);
    const isIn = (day: number) =>
      [1, 16, 256, 4096].some((span) => terms.has(`d${span}-${Math.floor(day / span) + 4096}`));
    for (let day = first - 50; day < first + 400; day++)
      expect([day, isIn(day)]).toEqual([day, day >= first && day <= last]);
    for (let day = last - 400; day < last + 50; day++)
      expect([day, isIn(day)]).toEqual([day, day >= first && day <= last]);
  }
});
