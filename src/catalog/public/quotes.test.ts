import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import type { PublicCatalog } from './catalog.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
  await newsroom.save('person', 'salem', {
    id: 'salem',
    name: 'سالم الحداد',
    slug: 'سالم-الحداد',
    otherNames: [],
  });
});
afterEach(() => newsroom.close());

const paragraph = (text: string) => ({ type: 'paragraph' as const, text: [{ text }] });
const story = (id: number, body: string[], more: object = {}) =>
  makeStory(id, {
    people: ['salem'],
    firstPublishedAt: noon + id * 1000,
    body: body.map(paragraph),
    ...more,
  });
async function look<T>(at: (catalog: PublicCatalog) => T): Promise<T> {
  const catalog = await newsroom.catalog();
  try {
    return at(catalog);
  } finally {
    catalog.close();
  }
}
const words = () => look((catalog) => catalog.quotes('salem', 10).map(({ words: said }) => said));

test('a person’s words are found with their paragraph, the newest first, and in the mouth of nobody else', async () => {
  await newsroom.story(
    story(1, ['افتُتح الميناء صباح اليوم.', 'وقال مدير الميناء سالم الحداد: «عدنا إلى البحر بعد عامين».']),
  );
  await newsroom.story(story(2, ['أكد سالم الحداد أن الأرصفة جاهزة.', 'وقالت ليلى منصور: «ننتظر القوارب».']));
  const quotes = await look((catalog) => catalog.quotes('salem', 10));
  expect(quotes.map(({ story: id, paragraph: at, kind }) => [id, at, kind])).toEqual([
    [2, 1, 'indirect'],
    [1, 2, 'direct'],
  ]);
  expect(quotes[1]?.words).toBe('عدنا إلى البحر بعد عامين');
  const places = await look((catalog) => catalog.quotedIn(1));
  expect([...places.cited]).toEqual([2]);
  const place = places.places.get(2)?.[0] ?? { at: 0, until: 0 };
  expect('وقال مدير الميناء سالم الحداد: «عدنا إلى البحر بعد عامين».'.slice(place.at, place.until)).toBe(
    'عدنا إلى البحر بعد عامين',
  );
});

test('a block of quotation is its speaker’s', async () => {
  const quotation = {
    type: 'quotation' as const,
    paragraphs: [[{ text: 'كان الهامش فارغا.' }]],
    speaker: 'سالم الحداد',
  };
  await newsroom.story(makeStory(1, { people: ['salem'], body: [paragraph('مقدمة.'), quotation] }));
  expect(await words()).toEqual(['كان الهامش فارغا.']);
});

test('what was withdrawn, held or changed is said no more', async () => {
  const said = ['وقال سالم الحداد: «عدنا إلى البحر بعد عامين».'];
  await newsroom.story(story(1, said));
  expect(await words()).toHaveLength(1);
  await newsroom.story(story(1, ['وقال سالم الحداد: «لن نعود إلى البحر هذا العام».']));
  expect(await words()).toEqual(['لن نعود إلى البحر هذا العام']);
  for (const change of [{ status: 'unpublished' }, { legalHold: true }, { status: 'killed' }]) {
    await newsroom.story(story(1, said));
    expect(await words()).toHaveLength(1);
    await newsroom.story(story(1, said, change));
    expect([change, await words()]).toEqual([change, []]);
  }
});

test('a person merged into another takes their words along', async () => {
  await newsroom.story(story(1, ['وقال سالم الحداد: «عدنا إلى البحر بعد عامين».']));
  await newsroom.save('person', 'other', {
    id: 'other',
    name: 'سالم حسن الحداد',
    slug: 'سالم-حسن-الحداد',
    otherNames: [],
  });
  await newsroom.save(
    'person',
    'salem',
    { id: 'salem', name: 'سالم الحداد', slug: 'سالم-الحداد', otherNames: [], mergedInto: 'other' },
    'merge',
  );
  expect(await look((catalog) => catalog.quotes('other', 10).length)).toBe(1);
});

test('a person whose record comes later, or gets another spelling, is found in what was published before', async () => {
  await newsroom.story(story(1, ['وقال سيرغي لافروف: «نفضل الحوار على كل شيء».'], { people: ['sergei'] }));
  const said = () => look((catalog) => catalog.quotes('sergei', 10).length);
  expect(await said()).toBe(0);
  const record = { id: 'sergei', name: 'سيرجي لافروف', slug: 'سيرجي-لافروف', otherNames: [] as string[] };
  await newsroom.save('person', 'sergei', { ...record, otherNames: ['سيرغي لافروف'] });
  expect(await said()).toBe(1);
  await newsroom.save('person', 'sergei', { ...record, name: 'شخص آخر' });
  expect(await said()).toBe(0);
});

test('a fragment that the paper weaves into its own sentence is theirs as well', async () => {
  await newsroom.story(story(1, ['ودعا سالم الحداد إلى «تجديد الأرصفة قبل حلول الشتاء».']));
  expect(await words()).toEqual(['تجديد الأرصفة قبل حلول الشتاء']);
});

test('a statement that ends or begins with words in marks keeps both marks', async () => {
  await newsroom.story(
    story(1, ['وأكد سالم الحداد أن الرصيف «جاهز لكل القوارب». وقال إن «الميناء بيتنا» منذ زمن بعيد.']),
  );
  expect(await words()).toEqual(['«الميناء بيتنا» منذ زمن بعيد', 'الرصيف «جاهز لكل القوارب»']);
});

test('stories that name nobody are not read', async () => {
  await newsroom.story(story(1, ['وقال سالم الحداد: «عدنا إلى البحر بعد عامين».'], { people: [] }));
  expect(await words()).toEqual([]);
});
