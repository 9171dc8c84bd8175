import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fold } from '../../arabic/fold.ts';
import type { Entity } from '../../model/site.ts';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { openSearch } from '../search/pool.ts';
import type { Search } from '../search/search.ts';
import { Database } from '../sqlite.ts';
import { alternativesOf } from './alternatives.ts';
import { didYouMean } from './did-you-mean.ts';
import { recordsNamed } from './records.ts';

let newsroom: Newsroom;
let search: Search;
let db: Database;

const record = (id: string, name: string, otherNames: string[] = [], more: Partial<Entity> = {}): Entity => ({
  id,
  name,
  slug: name.replaceAll(' ', '-'),
  otherNames,
  ...more,
});
const paragraph = (text: string) => [{ type: 'paragraph' as const, text: [{ text }] }];

beforeAll(async () => {
  newsroom = await Newsroom.open();
  await newsroom.save('section', 'economy', { id: 'economy', name: 'الاقتصاد', order: 1 });
  await newsroom.save('person', 'p1', record('p1', 'سيرغي لافروف', ['سيرجي لافروف']));
  await newsroom.save('person', 'p2', record('p2', 'سلمى الخطيب'));
  await newsroom.save('person', 'p3', record('p3', 'سيرغي مكرر', [], { mergedInto: 'p1' }));
  await newsroom.save('place', 'l1', record('l1', 'أوكرانيا'));
  await newsroom.save('topic', 't1', record('t1', 'الأمن الغذائي'));
  const stories = [
    makeStory(1, {
      headline: 'الأخبار الأولى من أوكرانيا',
      body: paragraph('قال نتنياهو إن المحادثات مع لافروف كانت مثمرة، وحضر ضابط كبير'),
      people: ['p1'],
      places: ['l1'],
      topics: ['t1'],
    }),
    makeStory(2, { headline: 'وزير الخارجية يزور القاهرة', body: paragraph('ذكر نتانياهو القمة') }),
    makeStory(3, { headline: 'أخبار أخرى من السوق', firstPublishedAt: noon + 60_000_000 }),
    makeStory(4, { headline: 'والأخبار تتوالى', status: 'killed' }),
    makeStory(5, { headline: 'أوكرانيا والاقتصاد العالمي', section: 'economy', people: ['p1'] }),
    makeStory(6, { headline: 'مسودة عن الأخبار السرية', status: 'draft' }),
  ];
  for (const story of stories) await newsroom.story(story);
  (await newsroom.catalog({ search: true })).close();
  search = openSearch(newsroom.dataDir);
  db = new Database(newsroom.file('search'), { readOnly: true });
});
afterAll(async () => {
  db.close();
  await search.close();
  await newsroom.close();
});

const textsFor = async (q: string, limit = 8) => (await search.suggest({ q, limit })).map(({ text }) => text);

describe('while a reader types', () => {
  test('headlines come by the beginning of any word, newest first, with or without article and conjunction', async () => {
    const [newer, older] = ['أخبار أخرى من السوق', 'الأخبار الأولى من أوكرانيا'];
    for (const q of ['اخب', 'والأخب', 'أَخبار']) expect([q, await textsFor(q)]).toEqual([q, [newer, older]]);
    // As typed first.
    for (const q of ['الاخ', 'الأخبا']) expect([q, await textsFor(q)]).toEqual([q, [older, newer]]);
    expect(await textsFor('وزير الخا')).toEqual(['وزير الخارجية يزور القاهرة']);
    expect(await textsFor('وزير القاهره')).toEqual(['وزير الخارجية يزور القاهرة']);
  });

  test('names of sections and records come first, by any of their spellings', async () => {
    expect((await search.suggest({ q: 'الاقت', limit: 8 }))[0]).toEqual({
      kind: 'section',
      id: 'economy',
      slug: 'economy',
      text: 'الاقتصاد',
    });
    for (const q of ['سيرج', 'سيرجي لا', 'لافر', 'صيرغي'])
      expect([q, (await search.suggest({ q, limit: 8 }))[0]]).toEqual([
        q,
        { kind: 'person', id: 'p1', slug: 'سيرغي-لافروف', text: 'سيرغي لافروف' },
      ]);
    expect((await textsFor('اوكر'))[0]).toBe('أوكرانيا');
    expect((await textsFor('غذا'))[0]).toBe('الأمن الغذائي');
  });

  test('a record that no public story is about is not suggested', async () => {
    expect(await textsFor('سلمى')).toEqual([]);
  });

  test('what is not public is not suggested', async () => {
    expect(await textsFor('مسودة')).toEqual([]);
    expect(await textsFor('تتوا')).toEqual([]);
  });

  test('a story that is killed leaves at once, before the index has heard of it', async () => {
    const own = await Newsroom.open();
    try {
      const story = makeStory(1, { headline: 'قضية عابرة' });
      await own.story(story);
      (await own.catalog({ search: true })).close();
      const typing = openSearch(own.dataDir);
      expect(await typing.suggest({ q: 'قضي', limit: 5 })).toHaveLength(1);
      await own.story({ ...story, status: 'killed' }, 'kill');
      // The catalog only.
      (await own.catalog()).close();
      expect(await typing.suggest({ q: 'قضي', limit: 5 })).toEqual([]);
      await typing.close();
    } finally {
      await own.close();
    }
  });

  test('nothing that is typed fails, and no more comes than was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'الوبكاخ *"():^-5\0 ') }),
        ),
        fc.integer({ min: -3, max: 30 }),
        async (q, limit) => {
          expect((await search.suggest({ q, limit })).length).toBeLessThanOrEqual(
            Math.max(1, Math.min(10, limit)),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a query that finds little', () => {
  test('is offered again with the words that the collection has, as they are written there', async () => {
    const meant = async (q: string) =>
      (await search.search({ q, limit: 5, offset: 0, sort: 'relevance' })).meant;
    expect(await meant('اوكارنيا')).toBe('أوكرانيا');
    expect(await meant('الخارجيه القاحرة')).toBe('الخارجيه القاهرة');
    expect(await meant('ظابط')).toBe('ضابط');
    expect(await meant('وزيير الخارجية')).toBe('وزير الخارجية');
    expect(await meant('"وزير الخارحية" -سوق')).toBe('"وزير الخارجية" -سوق');
    expect(await meant('وزير الخارجية')).toBeUndefined();
    expect(await meant('كلمةغيرموجودةأبدا')).toBeUndefined();
  });

  test('is not offered what only a killed story said', async () => {
    expect(
      (await search.search({ q: 'تتواالى', limit: 5, offset: 0, sort: 'relevance' })).meant,
    ).toBeUndefined();
  });

  test('never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'اوكرنيالقهةبسصضظج "-') }), (q) => {
        didYouMean(db, q);
        alternativesOf(db, fold(q));
      }),
      { numRuns: 500 },
    );
  });
});

describe('names', () => {
  const found = async (q: string) =>
    (await search.search({ q, limit: 10, offset: 0, sort: 'relevance' })).hits.map(({ id }) => id);

  test('in one spelling find stories with another, those with the typed one first', async () => {
    expect(await found('نتانياهو')).toEqual([2, 1]);
    expect(await found('نتنياهو')).toEqual([1, 2]);
  });

  test('of a record, in any listed spelling, find the stories about it', async () => {
    // Neither story has سيرجي; the second does not name him at all.
    for (const q of ['سيرجي لافروف', 'سيرغي لافروف', 'سيرغي مكرر'])
      expect([q, (await found(q)).toSorted()]).toEqual([q, [1, 5]]);
    expect(await found('أوكرانيا')).toEqual(expect.arrayContaining([1, 5]));
  });

  test('have their other spellings in the collection', () => {
    expect(alternativesOf(db, 'نتانياهو').map(({ stem }) => stem)).toEqual(['نتنياهو']);
    expect(alternativesOf(db, 'نتنياهو').map(({ stem }) => stem)).toEqual(['نتانياهو']);
    expect(alternativesOf(db, 'وزير')).toEqual([]);
    expect(alternativesOf(db, '')).toEqual([]);
  });

  test('of records are known in a query, whole and in any spelling', () => {
    expect(recordsNamed(db, ['تصريحات', 'سيرجي', 'لافروف'])).toEqual([
      { from: 1, to: 3, kind: 'person', record: 'p1' },
      { from: 1, to: 3, kind: 'person', record: 'p3' },
    ]);
    expect(recordsNamed(db, ['لافروف'])).toEqual([]);
    expect(recordsNamed(db, ['الامن', 'الغذايي', 'باوكرانيا']).map(({ record: id }) => id)).toEqual([
      't1',
      'l1',
    ]);
    expect(recordsNamed(db, [])).toEqual([]);
  });
});
