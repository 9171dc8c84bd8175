import { afterEach, beforeEach, expect, test } from 'vitest';
import { contentOf, makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { Follower } from '../follower.ts';
import { catalogKind } from '../target.ts';
import { readCurrent } from '../files.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

test('a published story stands in its lists, with its card and its counts', async () => {
  await newsroom.save('person', 'p1', {
    id: 'p1',
    name: 'سلمى الخطيب',
    slug: 'سلمى-الخطيب',
    otherNames: [],
    author: true,
  });
  await newsroom.story(
    makeStory(1, { topics: ['t1'], byline: { people: [{ name: 'سلمى الخطيب', person: 'p1' }] } }),
    'publish',
  );
  const catalog = await newsroom.catalog();
  const [card] = catalog.list({ limit: 10 });
  expect(card).toMatchObject({ id: 1, words: 6, writers: [{ name: 'سلمى الخطيب', slug: 'سلمى-الخطيب' }] });
  for (const filter of [
    {},
    { section: 'politics' },
    { kind: 'news' as const },
    { section: 'politics', kind: 'news' as const },
    { entity: { kind: 'topic' as const, id: 't1' } },
    { author: 'p1' },
    { day: '2026-10-01' },
    { since: noon },
    { section: 'politics', day: '2026-10-01' },
  ]) {
    expect(
      catalog.list({ ...filter, limit: 5 }).map(({ id }) => id),
      JSON.stringify(filter),
    ).toEqual([1]);
    expect(catalog.count(filter), JSON.stringify(filter)).toBe(1);
  }
  expect(catalog.count({ section: 'sports' })).toBe(0);
  expect(catalog.archiveDays({ limit: 5 })).toEqual([{ day: '2026-10-01', stories: 1 }]);
  expect(catalog.archiveMonths()).toEqual([{ month: '2026-10', stories: 1 }]);
  expect(catalog.story(1)?.writers.get('p1')?.name).toBe('سلمى الخطيب');
  catalog.close();
});

test('entries applied twice or in pieces leave the same catalog', async () => {
  for (let id = 1; id <= 30; id++) await newsroom.story(makeStory(id, { topics: [`t${id % 3}`] }));
  await newsroom.story(makeStory(7, { status: 'killed' }), 'kill');
  await newsroom.story(makeStory(8, { section: 'sports' }), 'update');
  (await newsroom.catalog()).close();
  const once = contentOf(newsroom.file('public'));
  const desk = contentOf(newsroom.file('desk'));

  const entries = await newsroom.journal.entries(0, 100);
  const { journalId } = await newsroom.journal.head();
  const current = readCurrent(newsroom.dataDir);
  if (current === undefined) throw new Error('no catalog');
  const same = catalogKind.open(newsroom.dataDir, current);
  same.apply(journalId, entries);
  same.close();
  expect(contentOf(newsroom.file('public'))).toEqual(once);

  const names = { public: 'public-s1-a1-g99.db', desk: 'desk-s1-g99.db', search: '', similar: '' };
  const pieces = catalogKind.open(newsroom.dataDir, names);
  for (let from = 0; from < entries.length; from += 5) {
    pieces.apply(journalId, entries.slice(Math.max(0, from - 3), from + 5));
  }
  pieces.close();
  const at = (name: string) => newsroom.file('public').replace(/[^/\\]+$/, name);
  // Numbers of lists are given in the order of batches; all else is equal to the byte.
  expect(contentOf(at(names.public))).toEqual(once);
  expect(contentOf(at(names.desk))).toEqual(desk);
});

test('entries that do not follow on what is there are not applied', async () => {
  for (let id = 1; id <= 3; id++) await newsroom.story(makeStory(id));
  const follower = new Follower(newsroom.dataDir, newsroom.journal, catalogKind);
  await follower.step();
  follower.close();
  const current = readCurrent(newsroom.dataDir);
  if (current === undefined) throw new Error('no catalog');
  for (let id = 4; id <= 6; id++) await newsroom.story(makeStory(id));
  const { journalId } = await newsroom.journal.head();
  const target = catalogKind.open(newsroom.dataDir, current);
  target.apply(journalId, await newsroom.journal.entries(4, 10));
  expect(target.cursors().map(({ seq }) => seq)).toEqual([3, 3]);
  target.close();
});
