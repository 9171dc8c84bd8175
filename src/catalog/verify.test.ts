import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStory, Newsroom, noon } from './fixtures/newsroom.ts';
import type { Part } from './files.ts';
import { Database } from './sqlite.ts';
import { verify } from './verify.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
  await newsroom.save('topic', 't', { id: 't', name: 'موضوع', slug: 'موضوع', otherNames: [] });
  for (let id = 1; id <= 20; id++) await newsroom.story(makeStory(id, { topics: ['t'] }));
  await newsroom.story(makeStory(3, { status: 'draft' }));
  await newsroom.save('redirect', 'r', { from: '/a', to: '/b' });
  await newsroom.save('redirect', 'r', { from: '/a', to: '/b' }, 'remove');
  (await newsroom.catalog({ search: true })).close();
});
afterEach(() => newsroom.close());

test('a catalog that holds what the journal says has no differences', async () => {
  expect(await verify(newsroom.dataDir)).toEqual({ entries: 24, documents: 21, behind: 0, differences: [] });
});

test('what is not applied yet is no difference', async () => {
  await newsroom.story(makeStory(4, { status: 'killed' }));
  await newsroom.story(makeStory(30, { firstPublishedAt: noon }));
  expect((await verify(newsroom.dataDir)).differences).toEqual([]);
});

const faults: [Part, string, string][] = [
  ['public', `UPDATE story_document SET document = '{}' WHERE id = 2`, 'public: story 2 differs'],
  ['public', 'DELETE FROM story_document WHERE id = 2', 'public: story 2 is missing'],
  ['public', `INSERT INTO story_document VALUES (3, '{}')`, 'public: story 3 is not public and is there'],
  ['public', `UPDATE list SET stories = 99 WHERE name = 'topic:t'`, 'public: list topic:t says 99, has 19'],
  ['public', 'UPDATE day SET stories = 5', 'public: days say 5, there are 19 stories'],
  ['search', 'DELETE FROM doc WHERE story = 5', 'search: story 5 is missing'],
  ['desk', `DELETE FROM document WHERE id = '7'`, 'desk: story 7 is missing'],
  ['desk', `UPDATE document SET version = 9 WHERE id = '7'`, 'desk: story 7 differs'],
];
for (const [part, sql, difference] of faults) {
  test(`verify finds that «${difference}»`, async () => {
    const db = new Database(newsroom.file(part));
    db.exec(sql);
    db.close();
    expect((await verify(newsroom.dataDir)).differences).toContain(difference);
  });
}
