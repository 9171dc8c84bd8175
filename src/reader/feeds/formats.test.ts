import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Site } from '../../model/site.ts';
import { atom } from './atom.ts';
import type { Feed } from './items.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const { DOMParser } = new JSDOM('').window;
const atomNamespace = 'http://www.w3.org/2005/Atom';

const site: Site = {
  name: 'المدار',
  language: 'ar',
  country: 'sy',
  timeZone: 'Asia/Damascus',
  digits: 'arab',
  hijri: true,
  about: [],
};

const hostile =
  'قال: "a < b && c > d" ]]> </title><script>alert(1)</script>\u0000\u0007\uFFFE\ud800 😀 \u202Eعكس\u202C';
const shown = hostile.replace(/[\p{Cc}\uFFFE]/gu, '').toWellFormed();

function feedOf(title: string): Feed {
  return {
    title: 'المدار',
    description: 'صحيفة & أكثر',
    home: 'https://example.org/',
    self: {
      'rss.xml': 'https://example.org/rss.xml',
      'atom.xml': 'https://example.org/atom.xml',
      'feed.json': 'https://example.org/feed.json',
    },
    site,
    icon: 'https://example.org/assets/icon.svg',
    updatedAt: Date.UTC(2026, 10, 23, 9, 15),
    items: [
      {
        storyId: 1042,
        id: 'https://example.org/1042',
        url: 'https://example.org/politics/1042/%D8%AE%D8%A8%D8%B1',
        title,
        summary: title,
        html: '<p>متن &amp; بقية</p>',
        language: 'ar',
        publishedAt: Date.UTC(2026, 10, 23, 8, 5),
        updatedAt: Date.UTC(2026, 10, 23, 9, 15),
        authors: [{ name: 'سلمى "س" الكيلاني', url: 'https://example.org/authors/x' }, { name: 'رنا' }],
        categories: ['سياسة', 'مياه & أنهار'],
        picture: {
          url: 'https://example.org/media/a/1280.jpg',
          width: 1280,
          height: 640,
          alt: 'رسم',
          credit: 'المدار',
        },
      },
    ],
  };
}

function parse(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document;
}

function childText(parent: Element, name: string, namespace: string | null = null): string[] {
  return [...parent.children]
    .filter((child) => child.localName === name && child.namespaceURI === namespace)
    .map((child) => child.textContent);
}

test('an RSS feed has what RSS 2.0 and the profile of its advisory board require', () => {
  const [channel] = parse(rss(feedOf('عنوان'))).getElementsByTagName('channel');
  if (channel === undefined) throw new Error('no channel');
  expect(childText(channel, 'title')).toEqual(['المدار']);
  expect(childText(channel, 'link')).toEqual(['https://example.org/']);
  expect(childText(channel, 'description')).toEqual(['صحيفة & أكثر']);
  expect(childText(channel, 'language')).toEqual(['ar-sy']);
  const self = channel.getElementsByTagNameNS(atomNamespace, 'link')[0];
  expect(self?.getAttribute('rel')).toBe('self');
  expect(self?.getAttribute('href')).toBe('https://example.org/rss.xml');
  const [item] = channel.getElementsByTagName('item');
  if (item === undefined) throw new Error('no item');
  expect(childText(item, 'guid')).toEqual(['https://example.org/1042']);
  expect(childText(item, 'pubDate')).toEqual(['Mon, 23 Nov 2026 08:05:00 GMT']);
  expect(childText(item, 'creator', 'http://purl.org/dc/elements/1.1/')).toEqual(['سلمى "س" الكيلاني', 'رنا']);
  expect(childText(item, 'category')).toEqual(['سياسة', 'مياه & أنهار']);
  expect(childText(item, 'encoded', 'http://purl.org/rss/1.0/modules/content/')).toEqual([
    '<p>متن &amp; بقية</p>',
  ]);
});

test('an Atom feed has what RFC 4287 requires of feed and entry', () => {
  const root = parse(atom(feedOf('عنوان'), 0)).documentElement;
  expect(root.namespaceURI).toBe(atomNamespace);
  expect(root.getAttribute('xml:lang')).toBe('ar');
  for (const name of ['id', 'title', 'updated']) expect(childText(root, name, atomNamespace)).toHaveLength(1);
  const [entry] = root.getElementsByTagNameNS(atomNamespace, 'entry');
  if (entry === undefined) throw new Error('no entry');
  expect(childText(entry, 'id', atomNamespace)).toEqual(['https://example.org/1042']);
  expect(childText(entry, 'updated', atomNamespace)).toEqual(['2026-11-23T09:15:00.000Z']);
  expect(childText(entry, 'published', atomNamespace)).toEqual(['2026-11-23T08:05:00.000Z']);
  const content = entry.getElementsByTagNameNS(atomNamespace, 'content')[0];
  expect(content?.getAttribute('type')).toBe('html');
  expect(content?.textContent).toBe('<p>متن &amp; بقية</p>');
});

test('an Atom feed without entries is dated by the moment at which it was asked for', () => {
  const empty = { ...feedOf('x'), items: [], updatedAt: undefined };
  const root = parse(atom(empty, Date.UTC(2026, 0, 1))).documentElement;
  expect(childText(root, 'updated', atomNamespace)).toEqual(['2026-01-01T00:00:00.000Z']);
});

test('a JSON feed has what version 1.1 requires', () => {
  const feed = JSON.parse(jsonFeed(feedOf('عنوان'))) as {
    version: string;
    title: string;
    feed_url: string;
    language: string;
    items: { id: string; content_html: string; date_published: string; tags: string[] }[];
  };
  expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
  expect(feed.title).toBe('المدار');
  expect(feed.feed_url).toBe('https://example.org/feed.json');
  expect(feed.language).toBe('ar');
  expect(feed.items[0]?.id).toBe('https://example.org/1042');
  expect(feed.items[0]?.content_html).toBe('<p>متن &amp; بقية</p>');
  expect(feed.items[0]?.date_published).toBe('2026-11-23T08:05:00.000Z');
});

test('a hostile headline is only ever text in all three formats', () => {
  const inRss = parse(rss(feedOf(hostile)));
  const [item] = inRss.getElementsByTagName('item');
  expect(item && childText(item, 'title')).toEqual([shown]);
  expect(inRss.getElementsByTagName('script')).toHaveLength(0);
  const inAtom = parse(atom(feedOf(hostile), 0));
  const [entry] = inAtom.getElementsByTagNameNS(atomNamespace, 'entry');
  expect(entry && childText(entry, 'title', atomNamespace)).toEqual([shown]);
  const inJson = JSON.parse(jsonFeed(feedOf(hostile))) as { items: { title: string }[] };
  expect(inJson.items[0]?.title).toBe(hostile.toWellFormed());
});
