import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../../../test/support/newsroom.ts';
import { publishStory } from '../../commands/publish-story.ts';
import { putDocument } from '../../commands/put-document.ts';
import { loadManifest } from '../pages/manifest.ts';
import { loadOpenSearch } from '../pages/open-search.ts';
import type { ReaderContext } from '../page.ts';
import { loadSitemap, loadSitemapIndex } from './load.ts';
import { loadNewsSitemap } from './news.ts';
import { loadRobots } from './robots.ts';

const { DOMParser } = new JSDOM('').window;
const hour = 3_600_000;
const start = Date.UTC(2026, 10, 20, 9);
let room: Newsroom;
let reader: ReaderContext;

beforeAll(async () => {
  room = await openNewsroom(start);
  reader = room.reader;
  await putDocument(room.at(start), {
    kind: 'person',
    content: { id: 'salma', name: 'سلمى', slug: 'سلمى', otherNames: [], author: true },
  });
  for (let i = 0; i < 10; i++) {
    await publishStory(room.at(start + i * 10 * hour), {
      fields: {
        headline: `خبر ${i} & <بقية>`,
        section: 'politics',
        body: [{ type: 'paragraph', text: [{ text: 'متن' }] }],
        people: ['salma'],
      },
    });
  }
  room.setNow(start + 91 * hour);
  await room.catchUp();
});
afterAll(() => room.close());

function xml(text: string): Document {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}
const locations = (text: string) => [...xml(text).querySelectorAll('loc')].map((loc) => loc.textContent);

test('the index names the files, and the file of stories has them in ascending order of their numbers', async () => {
  const index = await loadSitemapIndex(reader, {});
  expect(index).toMatchObject({ status: 200, keys: ['sitemap'], hold: 300 });
  expect(locations(index.body)).toEqual([
    'https://news.example/sitemaps/news.xml',
    'https://news.example/sitemaps/pages.xml',
    'https://news.example/sitemaps/stories-1.xml',
  ]);
  const stories = await loadSitemap(reader, { file: 'stories-1.xml' });
  const numbers = locations(stories.body).map((loc) => Number(loc.split('/')[4]));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(xml(stories.body).querySelector('lastmod')?.textContent).toBe(new Date(start).toISOString());
});

test('files that do not exist are not found', async () => {
  for (const file of ['stories-0.xml', 'stories-2.xml', 'stories-99999999.xml', 'stories-x.xml', 'other.xml'])
    expect([file, (await loadSitemap(reader, { file })).status]).toEqual([file, 404]);
});

test('the file of pages has sections, overviews, people and their author pages', async () => {
  const found = locations((await loadSitemap(reader, { file: 'pages.xml' })).body);
  const salma = encodeURIComponent('سلمى');
  expect(found).toEqual(
    expect.arrayContaining([
      'https://news.example/',
      'https://news.example/politics',
      'https://news.example/latest',
      `https://news.example/people/${salma}`,
      `https://news.example/authors/${salma}`,
    ]),
  );
  expect(new Set(found).size).toBe(found.length);
});

test('the news sitemap has the stories of the last two days only', async () => {
  const page = await loadNewsSitemap(reader, {});
  const document = xml(page.body);
  const items = [...document.getElementsByTagName('news:news')];
  // At ten-hour steps, those of the last 48 hours.
  expect(items).toHaveLength(5);
  expect(document.getElementsByTagName('news:title')[0]?.textContent).toBe('خبر 9 & <بقية>');
  expect(document.getElementsByTagName('news:language')[0]?.textContent).toBe('ar');
  expect(document.getElementsByTagName('news:publication_date')[0]?.textContent).toBe(
    new Date(start + 90 * hour).toISOString(),
  );
});

test('robots.txt names the sitemaps and closes search, API and newsroom', async () => {
  const { body, type } = await loadRobots(reader, {});
  expect(type).toContain('text/plain');
  expect(body).toContain('Sitemap: https://news.example/sitemap.xml');
  for (const path of ['/search?', '/api/', '/newsroom/']) expect(body).toContain(`Disallow: ${path}`);
});

test('the manifest is in the language and direction of the site', async () => {
  const manifest = JSON.parse((await loadManifest(reader, {})).body) as Record<string, unknown>;
  expect(manifest).toMatchObject({ name: 'مداد', lang: 'ar', dir: 'rtl', start_url: '/' });
});

test('the OpenSearch description leads to the search page', async () => {
  const document = xml((await loadOpenSearch(reader, {})).body);
  expect(document.querySelector('Url[type="text/html"]')?.getAttribute('template')).toBe(
    'https://news.example/search?q={searchTerms}',
  );
  expect(document.querySelector('ShortName')?.textContent).toBe('مداد');
});
