import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../../../test/support/newsroom.ts';
import { correctStory } from '../../commands/correct-story.ts';
import { killStory } from '../../commands/kill-story.ts';
import { publishStory } from '../../commands/publish-story.ts';
import { putDocument } from '../../commands/put-document.ts';
import { loadAuthor } from './author.ts';
import { loadEntity } from './entity.ts';
import { loadStory } from './story.ts';

const start = Date.UTC(2026, 10, 20, 9);
const hour = 3_600_000;
let room: Newsroom;
let main = 0;
let other = 0;

const publish = async (at: number, fields: object) =>
  Number(
    (
      await publishStory(room.at(at), {
        fields: { headline: 'خبر', section: 'culture', body: [], ...fields },
      })
    ).id,
  );

beforeAll(async () => {
  room = await openNewsroom(start);
  const put = (kind: 'topic' | 'person', content: object) =>
    putDocument(room.at(start), { kind, content: { otherNames: [], ...content } as never });
  await put('topic', { id: 'books', name: 'الكتب', slug: 'الكتب' });
  await put('person', {
    id: 'salma',
    name: 'سلمى الكيلاني',
    slug: 'سلمى-الكيلاني',
    author: true,
    role: 'محررة',
  });
  await put('person', { id: 'andre', name: 'أندريه ميرونوف', slug: 'أندريه-ميرونوف', description: 'مرمّم' });
  other = await publish(start, { headline: 'سوق الورّاقين تعود', topics: ['books'], people: ['andre'] });
  main = await publish(start + hour, {
    headline: 'مختبر يقرأ ما محاه الزمن بآلة SpectraLine X4',
    kicker: 'ترميم',
    standfirst: 'تصوير بأطوال موجية متعددة',
    dateline: 'موسكو',
    byline: { people: [{ name: 'سلمى الكيلاني', person: 'salma' }], agency: 'رويترز' },
    topics: ['books'],
    people: ['andre'],
    body: [
      { type: 'paragraph', text: [{ text: 'سُجّل برقم MS Arab. 17 في فهرس، هاتف +7 000 000 00 00.' }] },
      { type: 'related', stories: [other] },
    ],
  });
  await correctStory(room.at(start + 2 * hour), { id: main, text: 'طُبع الفهرس عام ١٨٩٨.', fields: {} });
  room.setNow(start + 3 * hour);
  await room.catchUp();
});
afterAll(() => room.close());

async function read(id: number) {
  const found = room.reader.catalog().story(id);
  const { section = '', slug = '' } = found?.story ?? {};
  const page = await loadStory(room.reader, { section, id, slug });
  return { page, document: new JSDOM(page.body).window.document };
}

test('a story has one headline, its dateline inline, its writer linked, and clock times that machines can read', async () => {
  const { document } = await read(main);
  expect(document.querySelectorAll('h1')).toHaveLength(1);
  expect(document.querySelector('.main > p')?.textContent).toMatch(/^\s*موسكو ـ\s+سُجّل/);
  expect(document.querySelector('.by a[rel=author]')?.getAttribute('href')).toBe(
    encodeURI('/authors/سلمى-الكيلاني'),
  );
  expect(document.querySelector('.by .agency')?.textContent).toBe('رويترز');
  const stamps = [...document.querySelectorAll('.by time')].map((time) => time.getAttribute('datetime'));
  expect(stamps).toEqual(['2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z']);
  expect(document.querySelector('.note')?.textContent).toContain('١٨٩٨');
  expect(document.querySelector('[data-read]')?.getAttribute('data-read')).toBe(`token-${main}`);
});

test('«حُدّث» stands only on a story that was updated', async () => {
  const { document } = await read(other);
  expect(document.querySelectorAll('.by time')).toHaveLength(1);
});

test('a story links what it mentions, what is related, and what is read beside it', async () => {
  const { document } = await read(main);
  const links = [...document.querySelectorAll('.chips a')].map((link) => link.textContent);
  expect(links).toEqual(['الكتب', 'أندريه ميرونوف']);
  expect(document.querySelector('.related h3 a')?.getAttribute('href')).toContain(`/${other}/`);
  // Nobody has read anything yet, so the latest stand there and the title says so.
  expect(document.querySelector('.by-side h2')?.textContent.trim()).toBe('الأحدث');
});

test('a story names what it depends on, and not what merely stands beside it', async () => {
  const { page } = await read(main);
  expect(page.keys).toEqual(
    expect.arrayContaining([
      'site',
      `story:${main}`,
      'entity:topic:books',
      'entity:person:andre',
      'entity:person:salma',
      `story:${other}`,
    ]),
  );
  expect(page.keys.filter((key) => key.startsWith('list:') || key.includes('most'))).toEqual([]);
  expect(page.hold).toBe(60);
});

test('no Latin letter stands in an Arabic page outside a marked run', async () => {
  const { document } = await read(main);
  const walker = document.createTreeWalker(document.body, 4);
  const stray: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const marked = node.parentElement?.closest('bdi[dir=ltr], [lang]:not(html)');
    if (marked === null && /[A-Za-z]/.test(node.textContent ?? '')) stray.push(node.textContent ?? '');
  }
  for (const element of document.querySelectorAll('body [aria-label], body [alt]')) {
    const label = `${element.getAttribute('aria-label') ?? ''}${element.getAttribute('alt') ?? ''}`;
    if (/[A-Za-z]/.test(label)) stray.push(label);
  }
  expect(stray).toEqual([]);
});

test('a page holds no style attribute, no inline script and nothing from another site', async () => {
  const { page } = await read(main);
  expect(page.body).not.toMatch(/ style=| on\w+=|<style/);
  expect(page.body).not.toMatch(/<script(?![^>]*(src=|application\/ld\+json))/);
  expect(page.body).not.toMatch(/(src|srcset)="(https?:)?\/\//);
});

test('another section or other words lead to the one address; a killed story is gone', async () => {
  const moved = await loadStory(room.reader, { section: 'sports', id: main, slug: 'غيره' });
  expect([moved.status, moved.location?.startsWith(`/culture/${main}/`)]).toEqual([301, true]);
  expect((await loadStory(room.reader, { section: 'x', id: Number.NaN, slug: '' })).status).toBe(404);
  const killed = await publish(start, { headline: 'خبر سُحب' });
  await killStory(room.at(start + hour), { id: killed, reason: 'غير صحيح', notice: 'سُحب لأنه غير صحيح.' });
  await room.catchUp();
  const page = await loadStory(room.reader, { section: 'culture', id: killed, slug: 'خبر-سحب' });
  expect([page.status, page.body.includes('سُحب لأنه غير صحيح.')]).toEqual([410, true]);
});

test('people and writers have pages of what was written about and by them', async () => {
  const person = await loadEntity(room.reader, { collection: 'people', slug: 'أندريه-ميرونوف' });
  expect(person.body).toContain('مرمّم');
  expect(person.keys).toEqual(expect.arrayContaining(['list:person:andre', 'entity:person:andre']));
  const author = await loadAuthor(room.reader, { slug: 'سلمى-الكيلاني' });
  expect(new JSDOM(author.body).window.document.querySelectorAll('.cards > li')).toHaveLength(1);
  expect((await loadAuthor(room.reader, { slug: 'أندريه-ميرونوف' })).status).toBe(404);
  expect((await loadEntity(room.reader, { collection: 'people', slug: 'لا-أحد' })).status).toBe(404);
});
