import { expect, test } from 'vitest';
import type { Story } from '../../model/story.ts';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { publicForm } from './public-form.ts';
import { everything, touchedByStory, touchedSince } from './touched.ts';
import { Database } from '../sqlite.ts';
import { PublicApplier, openPublic } from './apply.ts';
import { supplyFrom } from '../desk/apply.ts';

const form = (changes: Partial<Story> = {}) => {
  const story = makeStory(7, { topics: ['t1'], firstPublishedAt: noon, ...changes });
  return publicForm(story, story.firstPublishedAt ?? 0, (ms) => new Date(ms).toISOString().slice(0, 10));
};
const touched = (before: ReturnType<typeof form> | undefined, after: ReturnType<typeof form> | undefined) =>
  [...touchedByStory(before, after)].sort();

test('a publication touches the lists it enters, its day, the archive and the sitemap', () => {
  expect(touched(undefined, form())).toEqual(
    [
      'archive',
      'list:day:2026-10-01',
      'list:home',
      'list:section:politics',
      'list:topic:t1',
      'shown:7',
      'sitemap',
      'story:7',
    ].sort(),
  );
  expect(touched(form(), undefined)).toEqual(touched(undefined, form()));
});

test('a corrected sentence touches the story only', () => {
  expect(touched(form(), form({ body: [{ type: 'pull-quote', text: 'جديد' }] }))).toEqual(['story:7']);
});

test('an update is seen in the sitemap as well, a correction in the list of corrections', () => {
  expect(touched(form(), form({ updatedAt: noon + 5 }))).toEqual(['sitemap', 'story:7']);
  expect(touched(form(), form({ corrections: [{ at: noon, text: 'تصويب' }] }))).toEqual([
    'corrections',
    'story:7',
  ]);
});

test('a story that moves to another section touches both, and no other list', () => {
  expect(touched(form(), form({ section: 'sports' }))).toEqual([
    'list:section:politics',
    'list:section:sports',
    'sitemap',
    'story:7',
  ]);
});

test('another topic touches the lists of the topics only', () => {
  expect(touched(form(), form({ topics: ['t2'] }))).toEqual(['list:topic:t1', 'list:topic:t2', 'story:7']);
});

test('a translation that comes or goes touches the story it is one of', () => {
  expect(touched(undefined, form({ translations: { en: 9 } }))).toContain('story:9');
});

test('nothing that readers see, nothing touched', () => {
  expect(touched(form(), form())).toEqual([]);
  expect(touched(undefined, undefined)).toEqual([]);
});

test('saving drafts touches no page; a topic that took another one in is touched by the other one’s stories', async () => {
  const newsroom = await Newsroom.open();
  try {
    await newsroom.save('topic', 'new', { id: 'new', name: 'جديد', slug: 'جديد', otherNames: [] });
    await newsroom.save('topic', 'old', {
      id: 'old',
      name: 'قديم',
      slug: 'قديم',
      otherNames: [],
      mergedInto: 'new',
    });
    (await newsroom.catalog()).close();
    const since = (seq: number) => {
      const db = new Database(newsroom.file('public'), { readOnly: true });
      const keys = touchedSince(db, seq);
      db.close();
      return keys;
    };
    await newsroom.story(makeStory(1, { status: 'draft', topics: ['old'] }));
    (await newsroom.catalog()).close();
    expect(since(2)).toEqual([]);
    await newsroom.story(makeStory(1, { topics: ['old'] }));
    (await newsroom.catalog()).close();
    expect(since(3)).toContain('list:topic:new');
  } finally {
    await newsroom.close();
  }
});

test('who has not looked for very many batches drops everything', async () => {
  const newsroom = await Newsroom.open();
  try {
    (await newsroom.catalog()).close();
    for (let id = 1; id <= 230; id++) await newsroom.story(makeStory(id));
    const { journalId } = await newsroom.journal.head();
    const db = openPublic(newsroom.file('public'));
    const desk = new Database(newsroom.file('desk'), { readOnly: true });
    const applier = new PublicApplier(db, supplyFrom(desk));
    for (const entry of await newsroom.journal.entries(0, 500)) applier.apply(journalId, [entry]);
    expect(touchedSince(db, 0)).toEqual([everything]);
    expect(touchedSince(db, 229)).toContain('story:230');
    expect(touchedSince(db, 230)).toEqual([]);
    desk.close();
    db.close();
  } finally {
    await newsroom.close();
  }
});
