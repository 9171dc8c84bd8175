import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entity, Media, Site } from '../../model/site.ts';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

const person = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  name: `شخصية ${id}`,
  slug: `شخصية-${id}`,
  otherNames: [],
  ...more,
});
const media = (id: string): Media => ({
  id,
  sha256: 'b'.repeat(64),
  mime: 'image/png',
  width: 4,
  height: 3,
  alt: 'وصف الصورة',
  credit: 'المصور',
});
const ids = (list: readonly { id: number }[]) => list.map(({ id }) => id);

test('a merged person is found under both addresses, with the stories of both, each once', async () => {
  await newsroom.save('person', 'a', person('a'));
  await newsroom.save('person', 'b', person('b'));
  await newsroom.story(makeStory(1, { people: ['a'] }));
  await newsroom.story(makeStory(2, { people: ['b'] }));
  await newsroom.story(makeStory(3, { people: ['a', 'b'] }));
  await newsroom.save('person', 'b', person('b', { mergedInto: 'a' }), 'merge');
  await newsroom.story(makeStory(4, { people: ['b'] }));
  const catalog = await newsroom.catalog();
  expect(catalog.entityBySlug('person', 'شخصية-b')?.id).toBe('a');
  expect(catalog.entity('person', 'b')?.id).toBe('a');
  for (const id of ['a', 'b']) {
    expect(catalog.count({ entity: { kind: 'person', id } })).toBe(4);
    expect(ids(catalog.list({ entity: { kind: 'person', id }, limit: 10 }))).toEqual([4, 3, 2, 1]);
    expect(ids(catalog.list({ entity: { kind: 'person', id }, limit: 2 }))).toEqual([4, 3]);
  }
  expect(catalog.topEntities('person', 5).map(({ entity, stories }) => [entity.id, stories])).toEqual([
    ['a', 4],
  ]);
  expect(catalog.story(3)?.people.map(({ id }) => id)).toEqual(['a']);
  catalog.close();
});

test('a circle of merges stops nothing', async () => {
  await newsroom.save('person', 'a', person('a', { mergedInto: 'b' }));
  await newsroom.save('person', 'b', person('b', { mergedInto: 'a' }));
  await newsroom.story(makeStory(1, { people: ['a', 'b'] }));
  const catalog = await newsroom.catalog();
  expect(catalog.entity('person', 'a')).toBeDefined();
  expect(ids(catalog.list({ entity: { kind: 'person', id: 'a' }, limit: 5 }))).toEqual([1]);
  catalog.close();
});

test('a picture is public with the first thing that shows it, and no longer than the last', async () => {
  await newsroom.save('media', 'm', media('m'));
  await newsroom.story(makeStory(1, { status: 'draft', lead: { media: 'm' } }));
  let catalog = await newsroom.catalog();
  expect(catalog.media('m')).toBeUndefined();
  catalog.close();
  await newsroom.story(makeStory(1, { lead: { media: 'm' } }));
  await newsroom.story(
    makeStory(2, { body: [{ type: 'image', size: 'full', picture: { media: 'm', alt: 'هنا' } }] }),
  );
  catalog = await newsroom.catalog();
  expect(catalog.media('m')?.alt).toBe('وصف الصورة');
  expect(catalog.cards([2, 1]).map(({ picture }) => picture?.alt)).toEqual(['هنا', 'وصف الصورة']);
  expect(catalog.cards([1])[0]?.picture?.credit).toBe('المصور');
  catalog.close();
  await newsroom.story(makeStory(1, { status: 'unpublished', lead: { media: 'm' } }));
  catalog = await newsroom.catalog();
  expect(catalog.media('m')).toBeDefined();
  await newsroom.story(makeStory(2));
  catalog.close();
  catalog = await newsroom.catalog();
  expect(catalog.media('m')).toBeUndefined();
  catalog.close();
});

test('entries of a live story come and go with it, pinned ones first', async () => {
  const entry = (id: string, minute: number, pinned?: true) => ({
    id,
    story: 1,
    at: noon + minute * 60_000,
    body: [],
    ...(pinned ? { pinned } : {}),
  });
  await newsroom.save('live-entry', 'e1', entry('e1', 1));
  await newsroom.story(makeStory(1, { kind: 'live' }));
  await newsroom.save('live-entry', 'e2', entry('e2', 2, true));
  await newsroom.save('live-entry', 'e3', entry('e3', 3));
  await newsroom.save('live-entry', 'e4', entry('e4', 4));
  await newsroom.save('live-entry', 'e4', entry('e4', 4), 'remove');
  const catalog = await newsroom.catalog();
  expect(catalog.liveEntries(1, 10).map(({ id }) => id)).toEqual(['e2', 'e3', 'e1']);
  catalog.close();
});

test('a site that moves to another zone has its archive by its new days', async () => {
  const site = (timeZone: string): Site => ({
    name: 'صحيفة',
    language: 'ar',
    country: 'sa',
    timeZone,
    digits: 'arab',
    hijri: false,
    about: [],
  });
  await newsroom.save('site', 'site', site('Asia/Riyadh'));
  // 22:30 in London on 30 September, half past midnight in Riyadh.
  await newsroom.story(makeStory(1, { firstPublishedAt: Date.UTC(2026, 8, 30, 21, 30) }));
  let catalog = await newsroom.catalog();
  expect(catalog.archiveDays({ limit: 5 })).toEqual([{ day: '2026-10-01', stories: 1 }]);
  catalog.close();
  await newsroom.save('site', 'site', site('Europe/London'));
  catalog = await newsroom.catalog();
  expect(catalog.archiveDays({ limit: 5 })).toEqual([{ day: '2026-09-30', stories: 1 }]);
  expect(catalog.archiveMonths()).toEqual([{ month: '2026-09', stories: 1 }]);
  expect(ids(catalog.list({ day: '2026-09-30', limit: 5 }))).toEqual([1]);
  await newsroom.story(makeStory(1, { status: 'killed' }));
  catalog.close();
  catalog = await newsroom.catalog();
  expect(catalog.archiveDays({ limit: 5 })).toEqual([]);
  catalog.close();
});

test('sections stand in their order, a redirect leads on, a front is what the editor arranged', async () => {
  await newsroom.save('section', 'sports', { id: 'sports', name: 'رياضة', order: 2 });
  await newsroom.save('section', 'politics', { id: 'politics', name: 'سياسة', order: 1 });
  await newsroom.save('redirect', 'r1', { from: '/قديم', to: '/politics/1' });
  await newsroom.save('front', 'home', { id: 'home', packages: [], lead: { story: 1, more: [] } });
  const catalog = await newsroom.catalog();
  expect(catalog.sections().map(({ id }) => id)).toEqual(['politics', 'sports']);
  expect(catalog.redirect('/قديم')).toBe('/politics/1');
  expect(catalog.front('home')?.lead?.story).toBe(1);
  catalog.close();
});

test('related stories share people and topics before places, rarer ones first', async () => {
  const background = Array.from({ length: 60 }, (_, i) =>
    makeStory(100 + i, { topics: ['common'], places: ['city'] }),
  );
  await newsroom.stories(background);
  await newsroom.story(
    makeStory(1, { topics: ['rare', 'common'], people: ['p'], places: ['city'], related: [5] }),
  );
  await newsroom.story(makeStory(2, { topics: ['rare', 'common'] }));
  await newsroom.story(makeStory(3, { people: ['p'], topics: ['rare'] }));
  await newsroom.story(makeStory(4, { places: ['city'], section: 'sports' }));
  await newsroom.story(makeStory(5, { topics: ['rare'], people: ['p'] }));
  const catalog = await newsroom.catalog();
  const related = ids(catalog.related(1, 4));
  expect(related.slice(0, 2)).toEqual([3, 2]);
  expect(related).not.toContain(5);
  expect(related).not.toContain(1);
  catalog.close();
});

test('stories without a shared entity are related by rare words of their headlines', async () => {
  await newsroom.stories(
    Array.from({ length: 40 }, (_, i) => makeStory(100 + i, { headline: `حادث مرور في الطريق ${i}` })),
  );
  await newsroom.story(makeStory(1, { headline: 'اكتشاف مقبرة فرعونية قرب الأقصر' }));
  await newsroom.story(
    makeStory(2, { headline: 'علماء الآثار يفتحون المقبرة الفرعونية', section: 'culture' }),
  );
  const catalog = await newsroom.catalog();
  expect(ids(catalog.related(1, 3))[0]).toBe(2);
  expect(catalog.related(1, 3)).toHaveLength(3);
  catalog.close();
});

test('nearly the same text is not related twice, be it the story’s own or another one’s', async () => {
  const wire =
    'أعلنت وزارة الزراعة بدء موسم قطاف الزيتون في المناطق الجبلية بعد أمطار مبكرة، وتوقعت أن يزيد الإنتاج هذا العام بمقدار الثلث.';
  const report =
    'زار وفد من مزارعي الزيتون معصرة تعاونية جديدة في الجبل واطلع على آلات العصر الباردة التي تعمل بالطاقة الشمسية طوال الموسم.';
  const body = (text: string) => [{ type: 'paragraph' as const, text: [{ text }] }];
  const about = { topics: ['olives'] };
  await newsroom.story(makeStory(1, { ...about, body: body(wire) }));
  await newsroom.story(makeStory(2, { ...about, body: body(wire.replace('الثلث', 'الربع')) }));
  await newsroom.story(makeStory(3, { ...about, body: body(report) }));
  await newsroom.story(makeStory(4, { ...about, body: body(report.replace('جديدة', 'حديثة')) }));
  await newsroom.story(makeStory(5, { body: body('خبر من القسم نفسه لا يشبه غيره في شيء من كلماته') }));
  const catalog = await newsroom.catalog();
  expect(ids(catalog.related(1, 5))).toEqual([3, 5]);
  catalog.close();
});

const same = [
  { type: 'paragraph' as const, text: [{ text: 'نص واحد يتكرر كما هو في كل خبر من هذه الأخبار بلا نهاية' }] },
];

test('a text repeated without end leaves a list that is short, not late', async () => {
  await newsroom.stories(
    Array.from({ length: 300 }, (_, i) => makeStory(i + 1, { topics: ['t'], body: same })),
  );
  const catalog = await newsroom.catalog();
  expect(catalog.related(150, 4)).toEqual([]);
  catalog.close();
});
test('most-read follows the reads of the last hours, and corrections their time', async () => {
  for (const id of [1, 2, 3]) {
    await newsroom.story(
      makeStory(id, {
        corrections: [{ at: noon + id, text: `تصويب ${id}` }],
        section: id === 3 ? 'sports' : 'politics',
      }),
    );
  }
  await newsroom.journal.addTallies({
    key: 'a',
    at: noon,
    counts: [
      { story: 1, hour: noon - 48 * 3_600_000, reads: 50 },
      { story: 2, hour: noon, reads: 20 },
      { story: 3, hour: noon, reads: 30 },
      { story: 999, hour: noon, reads: 300 },
    ],
  });
  const catalog = await newsroom.catalog();
  expect(ids(catalog.mostRead({ limit: 5 }).cards)).toEqual([3, 2, 1]);
  expect(ids(catalog.mostRead({ section: 'politics', limit: 5 }).cards)).toEqual([2, 1]);
  expect(catalog.mostRead({ limit: 1 }).updatedAt).toBe(noon);
  const [first] = catalog.corrections({ limit: 1 });
  expect(first?.text).toBe('تصويب 3');
  const next = catalog.corrections({ before: { publishedAt: first?.at ?? 0, id: 3 }, limit: 5 });
  expect(next.map(({ text }) => text)).toEqual(['تصويب 2', 'تصويب 1']);
  catalog.close();
});
