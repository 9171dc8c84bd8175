import { readQuestion } from './question.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { openSearch } from './pool.ts';
import type { Search, SearchRequest, SearchResponse } from './search.ts';

let newsroom: Newsroom;
let search: Search;
const day = 86_400_000;

const paragraph = (text: string) => [{ type: 'paragraph' as const, text: [{ text }] }];

beforeAll(async () => {
  newsroom = await Newsroom.open();
  const stories = [
    makeStory(1, {
      headline: 'وزير الخارجية الروسي يزور القاهرة',
      body: paragraph('وصل الوزير إلى العاصمة المصرية صباح اليوم في زيارة رسمية'),
    }),
    makeStory(2, {
      headline: 'اجتماع في موسكو',
      body: paragraph('قال وزير الخارجية الروسي إن المحادثات كانت مثمرة'),
      firstPublishedAt: noon + day,
    }),
    makeStory(3, {
      headline: 'الخارجية تستدعي السفير',
      body: paragraph('استدعى الوزير السفير، والخارجية لا تعلق'),
      section: 'opinion-page',
      firstPublishedAt: noon + 2 * day,
    }),
    makeStory(4, { headline: 'مُحَمَّد يفوز بالبطولة', standfirst: 'فوز في النهائي', section: 'sports' }),
    makeStory(5, { headline: 'أخبار أخرى', body: paragraph('حديث عن إسرائيل وألمانيا والمسؤولين') }),
  ];
  for (const story of stories) await newsroom.story(story);
  (await newsroom.catalog({ search: true })).close();
  search = openSearch(newsroom.dataDir, { threads: 2 });
});
afterAll(async () => {
  await search.close();
  await newsroom.close();
});

const ask = (q: string, more: Partial<SearchRequest> = {}): Promise<SearchResponse> =>
  search.search({ q, limit: 10, offset: 0, sort: 'relevance', ...more });
const idsFor = async (q: string, more: Partial<SearchRequest> = {}) =>
  (await ask(q, more)).hits.map(({ id }) => id);

test('a headline counts for more than the body', async () => {
  expect(await idsFor('وزير الخارجية الروسي')).toEqual([1, 2, 3]);
  expect((await idsFor('الخارجية'))[0]).toBe(3);
});

test('hamza, harakat and teh marbuta are read as a hurried reader types them', async () => {
  expect(await idsFor('محمد')).toEqual([4]);
  expect(await idsFor('المانيا')).toEqual([5]);
  expect(await idsFor('زياره رسميه')).toEqual([1]);
});

test('a phrase stands together, an excluded word nowhere', async () => {
  expect(await idsFor('"وزير الخارجية"')).toEqual([1, 2]);
  expect(await idsFor('الخارجية -موسكو')).toEqual([3, 1]);
  expect((await ask('-موسكو')).total).toBe(0);
});

test('a phrase alone is meant to the letter; one among other words gives way where no story has it', async () => {
  expect(await idsFor('"الخارجية وزير"')).toEqual([]);
  expect((await idsFor('موسكو "الخارجية وزير"'))[0]).toBe((await idsFor('موسكو الخارجية وزير'))[0]);
  expect(await idsFor('موسكو "الخارجية وزير"')).not.toEqual([]);
});

test('in a pasted headline, quotation marks and hyphens are those of the newspaper', () => {
  const stemsOf = (typed: string) => {
    const { wanted, excluded } = readQuestion(typed);
    return {
      wanted: wanted.map(({ words }) => words.join(' ')),
      excluded: excluded.map(({ words }) => words.join(' ')),
    };
  };
  expect(stemsOf('كوريا الشمالية: الضربات على القاعدة "لا تغتفر"')).toEqual({
    wanted: ['كوريا', 'الشماليه', 'الضربات', 'القاعده', 'تغتفر'],
    excluded: [],
  });
  expect(stemsOf('إعادة مهاجرين من غانا بعد اجتياز الحدود التونسية -الليبية ليلا').excluded).toEqual([]);
  // A question put with care keeps its operators.
  expect(stemsOf('"مجلس الأمن" فيتو روسيا سوريا').wanted[3]).toBe('مجلس الامن');
  expect(stemsOf('كأس العالم ملاعب تذاكر أسعار -قطر').excluded).toEqual(['قطر']);
});

test('section and days bound the hits, newest first on demand', async () => {
  expect(await idsFor('الوزير', { section: 'opinion-page' })).toEqual([3]);
  expect(await idsFor('الوزير', { section: 'opinion' })).toEqual([]);
  expect(await idsFor('الخارجية', { sort: 'newest' })).toEqual([3, 2, 1]);
  expect(await idsFor('الخارجية', { from: '2026-10-02', to: '2026-10-02' })).toEqual([2]);
  expect(await idsFor('الخارجية', { from: '2026-10-03', to: '2026-10-01' })).toEqual([]);
  expect(await idsFor('الخارجية', { from: 'أمس', sort: 'newest' })).toEqual([3, 2, 1]);
});

test('hits are the original text with its harakat, the words marked', async () => {
  const { hits, total, capped, terms } = await ask('محمد');
  expect({ total, capped, terms }).toEqual({ total: 1, capped: false, terms: ['محمد'] });
  expect(hits[0]?.headline).toEqual([
    { text: 'مُحَمَّد', hit: true },
    { text: ' يفوز بالبطولة', hit: false },
  ]);
  expect((await ask('مثمرة')).hits[0]?.snippet.find(({ hit }) => hit)?.text).toBe('مثمرة');
});

test('where no story has all the words, those with the weightiest are shown', async () => {
  expect(await idsFor('محادثات مثمرة كلمةلاتوجد')).toEqual([2]);
  expect((await ask('كلمةلاتوجد')).total).toBe(0);
});

test('the next page goes on where the first ended', async () => {
  expect(await idsFor('الخارجية', { sort: 'newest', limit: 2 })).toEqual([3, 2]);
  expect(await idsFor('الخارجية', { sort: 'newest', limit: 2, offset: 2 })).toEqual([1]);
});

const hostile = [
  '',
  ' ',
  '؟!،؛.',
  '"',
  '""',
  '"وزير',
  '«',
  '*',
  'وزير*',
  'NEAR(وزير الخارجية, 5)',
  'وزير NEAR/2 الخارجية',
  'headline:وزير',
  '{headline}: x',
  '^وزير',
  '- - -',
  '-',
  'AND OR NOT',
  'NOT',
  '(((',
  ')))',
  "'; DROP TABLE doc; --",
  'وزير\0الخارجية',
  '\0',
  '\uD800',
  '\u202E\u200F',
  'أ'.repeat(10_000),
  'وزير '.repeat(2000),
  '"'.repeat(10_000),
  `${'-'.repeat(5000)}وزير`,
  '😀😀',
];
for (const q of hostile) {
  test(`a query of ${JSON.stringify(q.slice(0, 20))} (${q.length}) is answered`, async () => {
    const { total, hits } = await ask(q);
    expect(total).toBeGreaterThanOrEqual(hits.length);
  });
}

test('no query whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc
          .array(
            fc.constantFrom(
              '"',
              '-',
              '*',
              ':',
              '(',
              ')',
              '^',
              'AND',
              'NEAR',
              ' ',
              '\0',
              'وزير',
              'الخارجية',
              '«',
              '»',
            ),
          )
          .map((parts) => parts.join('')),
      ),
      fc.record({
        limit: fc.constantFrom(-1, 0, 1, 50, 1e9, Number.NaN),
        offset: fc.constantFrom(-5, 0, 950, 1e12, Number.NaN),
        section: fc.option(fc.string({ maxLength: 20 }), { nil: undefined }),
        from: fc.option(fc.string({ maxLength: 12 }), { nil: undefined }),
      }),
      async (q, { limit, offset, section, from }) => {
        await ask(q, {
          limit,
          offset,
          ...(section === undefined ? {} : { section }),
          ...(from === undefined ? {} : { from }),
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('a story taken back is not shown even while the index still has it', async () => {
  await newsroom.story(makeStory(6, { headline: 'ياقوت نادر' }));
  (await newsroom.catalog({ search: true })).close();
  expect(await idsFor('ياقوت')).toEqual([6]);
  await newsroom.story(makeStory(6, { headline: 'ياقوت نادر', status: 'killed' }));
  (await newsroom.catalog()).close();
  expect(await idsFor('ياقوت')).toEqual([]);
  (await newsroom.catalog({ search: true })).close();
  expect((await ask('ياقوت')).total).toBe(0);
});

test('more searches than can wait are turned away', async () => {
  const all = await Promise.allSettled(Array.from({ length: 300 }, () => ask('وزير')));
  const refused = all.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect((reason as { code?: string }).code).toBe('unavailable');
  expect(await idsFor('محمد')).toEqual([4]);
});

test('where there is no catalog yet, search says that it is unavailable, and works once there is', async () => {
  const empty = await Newsroom.open();
  const early = openSearch(empty.dataDir);
  const request = { q: 'خبر', limit: 5, offset: 0, sort: 'relevance' as const };
  await expect(early.search(request)).rejects.toMatchObject({ code: 'unavailable' });
  await empty.story(makeStory(1));
  (await empty.catalog({ search: true })).close();
  expect((await early.search(request)).total).toBe(1);
  await early.close();
  await empty.close();
});
