import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../../../test/support/newsroom.ts';
import { publishStory } from '../../commands/publish-story.ts';
import { putDocument } from '../../commands/put-document.ts';
import { updateStory } from '../../commands/update-story.ts';
import type { ReaderContext } from '../page.ts';
import { loadEntityFeed, loadSectionFeed, loadSiteFeed } from './load.ts';

const { DOMParser } = new JSDOM('').window;
const atomNamespace = 'http://www.w3.org/2005/Atom';
const minute = 60_000;
const start = Date.UTC(2026, 10, 20, 9);
const headline = 'سدٌّ "جديد" <على> النهر ]]> \u202Eعكس 😀';
let room: Newsroom;
let reader: ReaderContext;

beforeAll(async () => {
  room = await openNewsroom(start);
  reader = room.reader;
  const topic = { id: 'dams', name: 'السدود', slug: 'السدود', otherNames: [] };
  await putDocument(room.at(start), { kind: 'topic', content: topic });
  await putDocument(room.at(start), {
    kind: 'topic',
    content: { id: 'barrages', name: 'سدود', slug: 'سدود', otherNames: [], mergedInto: 'dams' },
  });
  await putDocument(room.at(start), {
    kind: 'person',
    content: { id: 'salma', name: 'سلمى الكيلاني', slug: 'سلمى-الكيلاني', otherNames: [], author: true },
  });
  for (let i = 0; i < 40; i++) {
    await publishStory(room.at(start + i * minute), {
      fields: {
        headline: i === 39 ? headline : `خبر ${i}`,
        section: i % 2 === 0 ? 'politics' : 'economy',
        dateline: 'أسوان',
        byline: { people: [{ name: 'سلمى الكيلاني', person: 'salma' }] },
        body: [
          { type: 'paragraph', text: [{ text: `متن الخبر ${i} ` }, { text: 'كاملا', href: '/topics/x' }] },
        ],
        topics: i === 39 ? ['dams'] : [],
      },
    });
  }
  await updateStory(room.at(start + 100 * minute), { id: 35, fields: { standfirst: 'ملخص جديد' } });
  await room.catchUp();
});
afterAll(() => room.close());

function xml(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

test('the site feed holds the thirty newest with their full text, newest first', async () => {
  const page = await loadSiteFeed(reader, { feed: 'rss.xml' });
  expect(page).toMatchObject({ status: 200, type: 'application/rss+xml; charset=utf-8', hold: 60 });
  expect(page.keys).toEqual(expect.arrayContaining(['site', 'list:home', 'story:40', 'story:11']));
  const items = [...xml(page.body).getElementsByTagName('item')];
  expect(items).toHaveLength(30);
  const [first] = items;
  const content = first?.getElementsByTagName('content:encoded')[0]?.textContent ?? '';
  expect(content).toBe(
    '<p><strong>أسوان ـ </strong>متن الخبر 39 <a href="https://news.example/topics/x">كاملا</a></p>',
  );
  expect(first?.getElementsByTagName('guid')[0]?.textContent).toBe('https://news.example/40');
});

test('a hostile headline is the same text in all three formats', async () => {
  // A stray direction mark is no part of a headline: it is cleaned on the way in.
  const [card] = reader.catalog().cards([40]);
  const rss = xml((await loadSiteFeed(reader, { feed: 'rss.xml' })).body);
  expect(rss.querySelector('item > title')?.textContent).toBe(card?.headline);
  const atom = xml((await loadSiteFeed(reader, { feed: 'atom.xml' })).body);
  expect(atom.querySelector('entry > title')?.textContent).toBe(card?.headline);
  const json = JSON.parse((await loadSiteFeed(reader, { feed: 'feed.json' })).body) as {
    items: { title: string }[];
  };
  expect(json.items[0]?.title).toBe(card?.headline);
});

test('an Atom entry says when it was updated, and who wrote it with the address of their page', async () => {
  const document = xml((await loadSiteFeed(reader, { feed: 'atom.xml' })).body);
  const entries = [...document.getElementsByTagNameNS(atomNamespace, 'entry')];
  const updated = entries.find(
    (entry) => entry.querySelector('id')?.textContent === 'https://news.example/35',
  );
  expect(updated?.querySelector('updated')?.textContent).toBe(new Date(start + 100 * minute).toISOString());
  expect(updated?.querySelector('published')?.textContent).toBe(new Date(start + 34 * minute).toISOString());
  expect(updated?.querySelector('author > uri')?.textContent).toBe(
    `https://news.example/authors/${encodeURIComponent('سلمى-الكيلاني')}`,
  );
  expect(document.querySelector('feed > updated')?.textContent).toBe(
    new Date(start + 100 * minute).toISOString(),
  );
});

test('every section and every topic has its own feeds', async () => {
  for (const feed of ['rss.xml', 'atom.xml', 'feed.json']) {
    const section = await loadSectionFeed(reader, { section: 'economy', feed });
    expect(section.status).toBe(200);
    expect(section.keys).toContain('list:section:economy');
    expect(section.body).not.toContain('/politics/');
    const topic = await loadEntityFeed(reader, { slug: 'السدود', feed });
    expect(topic.status).toBe(200);
    expect(topic.keys).toEqual(expect.arrayContaining(['list:topic:dams', 'entity:topic:dams']));
  }
  const json = JSON.parse((await loadEntityFeed(reader, { slug: 'السدود', feed: 'feed.json' })).body) as {
    items: unknown[];
    home_page_url: string;
  };
  expect(json.items).toHaveLength(1);
  expect(json.home_page_url).toBe(`https://news.example/topics/${encodeURIComponent('السدود')}`);
});

test('the feed of what is not there is not found, and of a merged topic leads on', async () => {
  expect((await loadSectionFeed(reader, { section: 'nothing', feed: 'rss.xml' })).status).toBe(404);
  expect((await loadEntityFeed(reader, { slug: 'لا-شيء', feed: 'rss.xml' })).status).toBe(404);
  expect(await loadEntityFeed(reader, { slug: 'سدود', feed: 'atom.xml' })).toMatchObject({
    status: 301,
    location: `/topics/${encodeURIComponent('السدود')}/atom.xml`,
  });
});

test('a section without stories has valid, empty feeds', async () => {
  const atom = xml((await loadSectionFeed(reader, { section: 'sports', feed: 'atom.xml' })).body);
  expect(atom.querySelector('feed > updated')?.textContent).toBe(new Date(start).toISOString());
  expect(atom.querySelectorAll('entry')).toHaveLength(0);
  expect(xml((await loadSectionFeed(reader, { section: 'sports', feed: 'rss.xml' })).body)).toBeDefined();
});
