import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { StoryView } from '../../catalog/public/catalog.ts';
import type { Media, Site } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import { serialiseJsonLd, siteJsonLd, storyJsonLd } from './json-ld.ts';
import { documentTitle, openGraphLocale } from './metadata.ts';
import { sharedPicture } from './shared-picture.ts';

const site: Site = {
  name: 'المدار',
  tagline: 'صحيفة عربية',
  language: 'ar',
  country: 'sy',
  timeZone: 'Asia/Damascus',
  digits: 'arab',
  hijri: true,
  foundedYear: 2015,
  about: [],
};

const published = Date.UTC(2026, 10, 22, 16, 30);

function viewOf(changes: Partial<Story>): StoryView {
  const story: Story = {
    id: 1042,
    kind: 'news',
    status: 'published',
    section: 'culture',
    slug: 'مختبر',
    headline: 'مختبر يقرأ ما محاه الزمن',
    standfirst: 'حبر خفيف',
    byline: { people: [{ name: 'سلمى الكيلاني' }] },
    body: [],
    topics: [],
    people: [],
    places: [],
    organisations: [],
    language: 'ar',
    urgency: 4,
    firstPublishedAt: published,
    corrections: [],
    related: [],
    ...changes,
  };
  return {
    story,
    card: {
      id: story.id,
      section: story.section,
      kind: story.kind,
      headline: story.headline,
      slug: story.slug,
      language: 'ar',
      publishedAt: published,
      writers: [{ name: 'سلمى الكيلاني', slug: 'سلمى-الكيلاني' }],
      words: 400,
    },
    section: { id: 'culture', name: 'ثقافة', order: 1 },
    topics: [{ id: 't', name: 'المخطوطات', slug: 'المخطوطات', otherNames: [] }],
    people: [],
    places: [],
    organisations: [],
    writers: new Map(),
    media: new Map(),
    translations: new Map(),
  };
}

test('no headline can end the script that carries JSON-LD, and every value comes back', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('</script><script>alert(1)</script>', '<!--<script>', '\u2028\u2029', ']]>&amp;'),
      ),
      (headline) => {
        const text = serialiseJsonLd({ headline });
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(text)).toEqual({ headline });
        const { window } = new JSDOM(`<script type="application/ld+json">${text}</script><p>x</p>`);
        expect(window.document.querySelectorAll('script')).toHaveLength(1);
        expect(window.document.querySelector('p')?.textContent).toBe('x');
      },
    ),
    { numRuns: 30 },
  );
});

test('a news story says who wrote it, when, in which section, and where it stands in the site', () => {
  const [article, trail] = storyJsonLd(site, 'https://example.org', viewOf({}));
  expect(article).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'مختبر يقرأ ما محاه الزمن',
    datePublished: '2026-11-22T16:30:00.000Z',
    dateModified: '2026-11-22T16:30:00.000Z',
    articleSection: 'ثقافة',
    author: [{ '@type': 'Person', name: 'سلمى الكيلاني' }],
    publisher: { '@type': 'NewsMediaOrganization', name: 'المدار' },
    keywords: ['المخطوطات'],
  });
  expect(trail).toMatchObject({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { position: 1, name: 'المدار', item: 'https://example.org/' },
      { position: 2, name: 'ثقافة', item: 'https://example.org/culture' },
      { position: 3, item: `https://example.org/culture/1042/${encodeURIComponent('مختبر')}` },
    ],
  });
});

test('opinion, analysis and explainer have types of their own', () => {
  const typeOf = (kind: Story['kind']) =>
    (storyJsonLd(site, 'https://example.org', viewOf({ kind }))[0] as { '@type': string })['@type'];
  expect(typeOf('opinion')).toBe('OpinionNewsArticle');
  expect(typeOf('analysis')).toBe('AnalysisNewsArticle');
  expect(typeOf('explainer')).toBe('BackgroundNewsArticle');
  expect(typeOf('live')).toBe('NewsArticle');
});

test('a live story with entries is a live blog, dated by its newest entry', () => {
  const [article] = storyJsonLd(site, 'https://example.org', viewOf({ kind: 'live' }), [
    {
      id: 'e2',
      story: 1042,
      at: published + 7_200_000,
      body: [{ type: 'paragraph', text: [{ text: 'وصل الوفد' }] }],
    },
    { id: 'e1', story: 1042, at: published + 3_600_000, headline: 'بدأت الجلسة', body: [] },
  ]);
  expect(article).toMatchObject({
    '@type': 'LiveBlogPosting',
    coverageStartTime: '2026-11-22T17:30:00.000Z',
    dateModified: '2026-11-22T18:30:00.000Z',
    liveBlogUpdate: [
      { '@type': 'BlogPosting', headline: 'وصل الوفد', articleBody: 'وصل الوفد' },
      { '@type': 'BlogPosting', headline: 'بدأت الجلسة' },
    ],
  });
});

test('a correction made in public is told to search engines too', () => {
  const corrections = [{ at: published, text: 'الصواب ١٨٩٨' }];
  expect(storyJsonLd(site, 'https://example.org', viewOf({ corrections }))[0]).toMatchObject({
    correction: [{ '@type': 'CorrectionComment', text: 'الصواب ١٨٩٨' }],
  });
});

test('the front names the publication and its search', () => {
  expect(siteJsonLd(site, 'https://example.org')).toMatchObject([
    { '@type': 'NewsMediaOrganization', foundingDate: '2015' },
    {
      '@type': 'WebSite',
      potentialAction: { target: { urlTemplate: 'https://example.org/search?q={search_term_string}' } },
    },
  ]);
});

test('titles and locales follow the site', () => {
  expect(documentTitle(site, 'بحث')).toBe('بحث - المدار');
  expect(documentTitle(site, undefined)).toBe('المدار - صحيفة عربية');
  expect(openGraphLocale(site)).toBe('ar_SY');
  expect(openGraphLocale(site, 'en-GB')).toBe('en_SY');
});

test('a shared photograph is never said to be larger than it is, a drawing is as large as asked', () => {
  const media: Media = {
    id: 'm',
    sha256: 'a'.repeat(64),
    mime: 'image/jpeg',
    width: 900,
    height: 600,
    alt: '',
  };
  expect(sharedPicture('https://example.org', media)).toEqual({
    url: 'https://example.org/media/m/1280.jpg',
    width: 900,
    height: 600,
  });
  expect(sharedPicture('https://example.org', { ...media, mime: 'image/svg+xml' })).toMatchObject({
    width: 1280,
    height: 853,
  });
});
