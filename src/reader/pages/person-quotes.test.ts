import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../../../test/support/newsroom.ts';
import { killStory } from '../../commands/kill-story.ts';
import { publishStory } from '../../commands/publish-story.ts';
import { putDocument } from '../../commands/put-document.ts';
import type { Page } from '../page.ts';
import { loadEntity } from './entity.ts';
import { loadPersonQuotes } from './person-quotes.ts';
import { loadStory } from './story.ts';

const start = Date.UTC(2026, 10, 20, 9);
const hour = 3_600_000;
const slug = 'سالم-الحداد';
let room: Newsroom;
const ids: number[] = [];

const paragraph = (text: string) => ({ type: 'paragraph' as const, text: [{ text }] });
const document = (page: Page) => new JSDOM(page.body).window.document;
const person = async () =>
  document(
    await loadEntity(room.reader, { collection: 'people', slug, before: undefined, after: undefined }),
  );
const json = async (before?: string) =>
  JSON.parse((await loadPersonQuotes(room.reader, { slug, before })).body) as {
    person: { name: string };
    quotes: { text: string; kind: string; url: string; story: { id: number } }[];
    next: string | null;
  };

beforeAll(async () => {
  room = await openNewsroom(start);
  await putDocument(room.at(start), {
    kind: 'person',
    content: { id: 'salem', name: 'سالم الحداد', slug, otherNames: [] },
  });
  for (let i = 0; i < 60; i++) {
    const { id } = await publishStory(room.at(start + i * hour), {
      fields: {
        headline: `خبر رقم ${i} عن الميناء`,
        section: 'politics',
        people: ['salem'],
        body: [
          paragraph(`افتُتح الرصيف رقم ${i} صباح اليوم في مدينة "الواحة" بحضور الأهالي.`),
          paragraph(`وقال مدير الميناء سالم الحداد: «عدنا إلى البحر للمرة ${i} مع BBC».`),
        ],
      },
    });
    ids.push(Number(id));
  }
  room.setNow(start + 99 * hour);
  await room.catchUp();
});
afterAll(() => room.close());

test('a person’s page shows what they said, the newest first, each linked to its paragraph', async () => {
  const page = await person();
  const said = [...page.querySelectorAll('.said li')];
  expect(said).toHaveLength(12);
  expect(said[0]?.querySelector('blockquote')?.textContent).toContain('«عدنا إلى البحر للمرة 59 مع BBC»');
  const link = said[0]?.querySelector('a')?.getAttribute('href') ?? '';
  expect(link.endsWith('#p2')).toBe(true);
  expect(said[0]?.querySelector('blockquote')?.getAttribute('cite')).toBe(link);
});

test('the story page marks the quotation up, cites the person, keeps the author’s marks and adds none', async () => {
  const one = room.reader.catalog().story(ids[0] ?? 0)?.story;
  if (one === undefined) throw new Error('no story was published');
  const page = document(await loadStory(room.reader, one));
  const q = page.querySelector('#p2 q');
  expect(q?.textContent).toBe('عدنا إلى البحر للمرة 0 مع BBC');
  expect(q?.getAttribute('cite')).toBe(`/people/${encodeURIComponent(slug)}`);
  expect(page.querySelector('#p2')?.textContent).toContain(': «عدنا إلى البحر للمرة 0 مع BBC».');
  // Latin letters are isolated inside it as everywhere, and a name in marks is no speech.
  expect(q?.querySelector('bdi')?.textContent).toBe('BBC');
  expect(page.querySelectorAll('.prose q')).toHaveLength(1);
});

test('quotes.json gives all of it by pages, without a gap or a repetition', async () => {
  const first = await json();
  expect(first.person.name).toBe('سالم الحداد');
  expect(first.quotes).toHaveLength(50);
  const before = new URL(first.next ?? '', room.reader.baseUrl).searchParams.get('before') ?? '';
  const second = await json(before);
  expect(second.next).toBeNull();
  const told = [...first.quotes, ...second.quotes].map(({ story }) => story.id);
  expect(told).toEqual([...ids].reverse());
  expect(first.quotes[0]?.url).toMatch(/#p2$/);
  expect((await json('nonsense')).quotes).toHaveLength(50);
});

test('what a killed story quoted is gone from the page and from quotes.json at once', async () => {
  const last = ids.at(-1) ?? 0;
  const before = await loadPersonQuotes(room.reader, { slug, before: undefined });
  expect(before.keys).toContain(`story:${last}`);
  await killStory(room.at(start + 100 * hour), { id: last, reason: 'طلب النيابة', notice: 'سُحب الخبر.' });
  await room.catchUp();
  expect((await json()).quotes.some(({ story }) => story.id === last)).toBe(false);
  expect((await person()).querySelector('.said')?.textContent).not.toContain('59');
});
