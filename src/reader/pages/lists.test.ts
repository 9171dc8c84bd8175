import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../../../test/support/newsroom.ts';
import { correctStory } from '../../commands/correct-story.ts';
import { killStory } from '../../commands/kill-story.ts';
import { publishStory } from '../../commands/publish-story.ts';
import { putDocument } from '../../commands/put-document.ts';
import { unpublishStory } from '../../commands/unpublish-story.ts';
import { MidadError } from '../../model/errors.ts';
import { loadSiteFeed } from '../feeds/load.ts';
import type { Page, ReaderContext } from '../page.ts';
import { loadNewsSitemap } from '../sitemaps/news.ts';
import { loadStories } from '../sitemaps/stories.ts';
import { loadAbout } from './about.ts';
import { loadArchive, loadArchiveDay } from './archive.ts';
import { loadCorrections } from './corrections.ts';
import { loadBadRequest, loadNotFound, renderFailure } from './errors.ts';
import { loadLatest } from './latest.ts';
import { loadMostRead, loadMostReadJson } from './most-read.ts';
import { settingOf } from './parts.ts';
import { loadSearch } from './search.ts';
import { loadSearchJson } from './search-json.ts';
import { canonicalRedirect, loadShort, missingStory } from './short.ts';
import { loadTopics } from './topics.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 20, 9);
const hostile = '</title><script>alert(1)</script> "قال" & <b>مضى</b>';
let room: Newsroom;
let reader: ReaderContext;
const ids: number[] = [];

const paragraph = (text: string) => ({ type: 'paragraph' as const, text: [{ text }] });

beforeAll(async () => {
  room = await openNewsroom(start);
  reader = room.reader;
  await putDocument(room.at(start), {
    kind: 'topic',
    content: { id: 'water', name: 'المياه & الري', slug: 'المياه', otherNames: [] },
  });
  // Seventy stories, two hours apart: six days of a newspaper, three pages of a list.
  for (let i = 0; i < 70; i++) {
    const { id } = await publishStory(room.at(start + i * 2 * hour), {
      fields: {
        headline: i === 69 ? hostile : `خبر رقم ${i} عن سدود النهر`,
        standfirst: `ملخص الخبر ${i}`,
        section: i % 2 === 0 ? 'politics' : 'economy',
        body: [paragraph(`تناول الخبر ${i} مستوى المياه في السدود.`)],
        topics: ['water'],
      },
    });
    ids.push(Number(id));
  }
  await correctStory(room.at(start + 141 * hour), {
    id: ids[3] ?? 0,
    text: 'ذكرنا أن السد بُني عام ١٨٨٩، والصواب ١٨٩٨.',
    fields: {},
  });
  room.setNow(start + 142 * hour);
  await room.catchUp();
});
afterAll(() => room.close());

const documentOf = (page: Page) => new JSDOM(page.body).window.document;
const textOf = (page: Page, selector: string) =>
  documentOf(page).querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();

test('every page of lists has one h1, its own canonical address and no text turned into markup', async () => {
  const pages: [path: string, page: Page | Promise<Page>][] = [
    ['/latest', loadLatest(reader, {})],
    ['/archive', loadArchive(reader, {})],
    ['/archive/2026-11-20', loadArchiveDay(reader, { day: '2026-11-20' })],
    ['/most-read', loadMostRead(reader, {})],
    ['/corrections', loadCorrections(reader, {})],
    ['/about', loadAbout(reader, {})],
    ['/topics', loadTopics(reader, {})],
    ['/search', loadSearch(reader, { q: 'السدود' })],
  ];
  for (const [path, made] of pages) {
    const page = await made;
    const document = documentOf(page);
    expect([path, page.status]).toEqual([path, 200]);
    expect([path, document.querySelectorAll('h1').length]).toEqual([path, 1]);
    expect(document.documentElement.lang).toBe('ar');
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `https://news.example${path}`,
    );
    expect(page.body).not.toContain('<script>alert');
    expect(page.body).not.toMatch(/ style="| on\w+="|undefined|\[object/);
  }
});

test('the latest page is walked to its end and back without missing or repeating a story', async () => {
  const seen: string[] = [];
  let query: Record<string, string> = {};
  const visited: string[][] = [];
  for (;;) {
    const document = documentOf(await loadLatest(reader, query));
    const links = [...document.querySelectorAll('main h2 a')].map((a) => a.getAttribute('href') ?? '');
    visited.push(links);
    seen.push(...links);
    const next = document.querySelector('.pager a[rel=next]')?.getAttribute('href');
    if (next === undefined || next === null) break;
    query = Object.fromEntries(new URL(next, 'https://news.example').searchParams);
  }
  expect(visited.map((page) => page.length)).toEqual([30, 30, 10]);
  expect(new Set(seen).size).toBe(70);

  const last = documentOf(await loadLatest(reader, query));
  const previous = last.querySelector('.pager a[rel=prev]')?.getAttribute('href') ?? '';
  const back = documentOf(
    await loadLatest(reader, Object.fromEntries(new URL(previous, 'https://news.example').searchParams)),
  );
  expect([...back.querySelectorAll('main h2 a')].map((a) => a.getAttribute('href'))).toEqual(visited[1]);
});

test('a place that cannot be read gives the first page', async () => {
  for (const before of ['x', '-1', '9e9-1', '1-2-3', ''])
    expect(documentOf(await loadLatest(reader, { before })).querySelectorAll('main h2').length).toBe(30);
});

test('the archive leads from month to day and from day to neighbouring day', async () => {
  const overview = documentOf(await loadArchive(reader, {}));
  const days = [...overview.querySelectorAll('a[href^="/archive/2026"]')].map((a) => a.getAttribute('href'));
  expect(days).toEqual([
    '/archive/2026-11-26',
    '/archive/2026-11-25',
    '/archive/2026-11-24',
    '/archive/2026-11-23',
    '/archive/2026-11-22',
    '/archive/2026-11-21',
    '/archive/2026-11-20',
  ]);
  const day = documentOf(await loadArchiveDay(reader, { day: '2026-11-22' }));
  expect(day.querySelector('.pager a[rel=prev]')?.getAttribute('href')).toBe('/archive/2026-11-21');
  expect(day.querySelector('.pager a[rel=next]')?.getAttribute('href')).toBe('/archive/2026-11-23');
  expect(day.querySelectorAll('main h2')).toHaveLength(12);
  expect(day.querySelector('h1')?.textContent).toBe('أرشيف الأحد ٢٢ نوفمبر ٢٠٢٦');
  expect(day.querySelector('main .meta')?.textContent).toBe('١٢ مادة');
});

test('the form of the archive leads to its day, and days without stories are not found', async () => {
  expect(await loadArchive(reader, { day: '2026-11-22' })).toMatchObject({
    status: 302,
    location: '/archive/2026-11-22',
  });
  expect(await loadArchiveDay(reader, { day: '2020-01-01' })).toMatchObject({ status: 404, hold: 0 });
  expect(await loadArchiveDay(reader, { day: '2026-02-30' })).toMatchObject({ status: 404 });
  const empty = documentOf(await loadArchiveDay(reader, { day: '2026-11-01' }));
  expect(empty.querySelector('.pager a[rel=next]')?.getAttribute('href')).toBe('/archive/2026-11-20');
});

test('the corrections page says what was wrong and where', async () => {
  const page = await loadCorrections(reader, {});
  expect(textOf(page, '.corrections')).toContain('والصواب ١٨٩٨');
  expect(documentOf(page).querySelector('.corrections a')?.getAttribute('href')).toMatch(
    `/economy/${ids[3]}/`,
  );
  expect(page.keys).toContain('corrections');
});

test('the topics page counts as Arabic does', async () => {
  expect(textOf(await loadTopics(reader, {}), '.names li')).toBe('المياه & الري ٧٠ مادة');
});

test('with too few reads the most-read list is filled and says «الأحدث»', async () => {
  expect(textOf(await loadMostRead(reader, {}), 'h1')).toBe('الأحدث');
  const json = JSON.parse((await loadMostReadJson(reader, {})).body) as {
    title: string;
    updatedAt: string | null;
    items: { id: number; url: string }[];
  };
  expect(json.title).toBe('الأحدث');
  expect(json.updatedAt).toBeNull();
  expect(json.items).toHaveLength(10);
  expect(json.items[0]).toMatchObject({ id: ids[69], headline: hostile, section: 'economy' });
});

test('read stories fill the most-read list once there are enough of them', async () => {
  const counts = ids.slice(0, 6).map((story, i) => ({ story, hour: start + 140 * hour, reads: 100 - i }));
  await room.journal.addTallies({ key: 'k1', at: start + 142 * hour, counts });
  await room.catchUp();
  const page = await loadMostRead(reader, {});
  expect(textOf(page, 'h1')).toBe('الأكثر قراءة');
  expect(documentOf(page).querySelectorAll('main h2')).toHaveLength(6);
  expect(documentOf(page).querySelector('main time')).not.toBeNull();
});

test('search finds, marks and counts', async () => {
  const page = await loadSearch(reader, { q: 'السدود' });
  const document = documentOf(page);
  expect(page).toMatchObject({ status: 200, hold: 0, robots: 'noindex, follow' });
  expect(document.querySelector('[role=status]')?.textContent).toBe('٧٠ نتيجة');
  expect(document.querySelectorAll('.rows > li')).toHaveLength(20);
  expect(document.querySelector('mark')?.textContent).toMatch(/سدود/);
  expect(document.querySelector('input[name=q]')?.getAttribute('value')).toBe('السدود');
  const next = document.querySelector('.pager a[rel=next]')?.getAttribute('href') ?? '';
  expect(new URL(next, 'https://news.example').searchParams.get('page')).toBe('2');
});

test('results are counted as Arabic counts', () => {
  const { count, t } = settingOf(reader);
  expect([0, 1, 2, 3, 10, 11, 99, 100, 103, 1000].map((n) => count(t.searchCount, n))).toEqual([
    'لا نتائج',
    'نتيجة واحدة',
    'نتيجتان',
    '٣ نتائج',
    '١٠ نتائج',
    '١١ نتيجة',
    '٩٩ نتيجة',
    '١٠٠ نتيجة',
    '١٠٣ نتائج',
    '١٬٠٠٠ نتيجة',
  ]);
});

test('search narrows by section and days and keeps its filters on the next page', async () => {
  const page = await loadSearch(reader, {
    q: 'السدود',
    section: 'economy',
    from: '2026-11-21',
    to: '2026-11-24',
    sort: 'newest',
  });
  const document = documentOf(page);
  expect(document.querySelector('[role=status]')?.textContent).toBe('٢٤ نتيجة');
  expect(document.querySelector('option[value=economy]')?.hasAttribute('selected')).toBe(true);
  const next = new URL(
    document.querySelector('a[rel=next]')?.getAttribute('href') ?? '',
    'https://news.example',
  );
  expect(Object.fromEntries(next.searchParams)).toEqual({
    q: 'السدود',
    section: 'economy',
    from: '2026-11-21',
    to: '2026-11-24',
    sort: 'newest',
    page: '2',
  });
});

test('a search without hits gives advice and the latest stories, one without words an introduction', async () => {
  const none = documentOf(await loadSearch(reader, { q: 'كلمةلاتوجدأبدا' }));
  expect(none.querySelector('.message')?.textContent).toContain('لا نتائج للبحث عن «كلمةلاتوجدأبدا»');
  expect(none.querySelectorAll('.rows > li')).toHaveLength(6);
  const empty = documentOf(await loadSearch(reader, {}));
  expect(empty.querySelector('.message')?.textContent).toContain('اكتب كلمة');
});

test('search ends politely at its depth and when it is too busy', async () => {
  expect(textOf(await loadSearch(reader, { q: 'السدود', page: '21' }), '.message')).toContain('٤٠٠');
  const busy: ReaderContext = {
    ...reader,
    search: {
      search: () => Promise.reject(new MidadError('unavailable')),
      suggest: () => Promise.resolve([]),
      close: () => Promise.resolve(),
    },
  };
  const page = await loadSearch(busy, { q: 'السدود' });
  expect(page.status).toBe(503);
  expect(documentOf(page).querySelector('input[name=q]')?.getAttribute('value')).toBe('السدود');
  const json = await loadSearchJson(busy, { q: 'السدود' });
  expect(json.status).toBe(503);
  expect(JSON.parse(json.body)).toMatchObject({ error: { code: 'unavailable' } });
});

test('hostile queries come back as text only', async () => {
  for (const q of [
    '"><script>alert(1)</script>',
    "' OR 1=1 --",
    'NEAR(a b)',
    '"*',
    '\u202eعكس',
    '﷽'.repeat(80),
    '\0',
  ]) {
    const page = await loadSearch(reader, { q });
    expect([q, page.status]).toEqual([q, 200]);
    expect(documentOf(page).querySelectorAll('script:not([src]):not([type])')).toHaveLength(0);
    expect(page.body).not.toContain('<script>alert');
  }
});

test('search.json gives addresses, plain snippets with their marks, times and sources', async () => {
  const page = await loadSearchJson(reader, { q: 'السدود', limit: '2', sort: 'newest' });
  const answer = JSON.parse(page.body) as {
    total: number;
    hits: { id: number; url: string; snippet: string; highlights: [number, number][]; source: null }[];
  };
  expect(answer.total).toBe(70);
  expect(answer.hits).toHaveLength(2);
  const [hit] = answer.hits;
  expect(hit).toMatchObject({ id: ids[69], section: 'economy', source: null, headline: hostile });
  expect(hit?.url).toMatch(`https://news.example/economy/${ids[69]}/`);
  const marked = hit?.highlights.map(([from, to]) => hit.snippet.slice(from, to));
  expect(marked?.[0]).toMatch(/سدود/);
  expect(JSON.parse((await loadSearchJson(reader, { q: '' })).body)).toMatchObject({ total: 0, hits: [] });
});

test('search.json tells in two languages which parameter is wrong', async () => {
  const page = await loadSearchJson(reader, { q: 'x', limit: 'many' });
  expect(page.status).toBe(400);
  const { error } = JSON.parse(page.body) as { error: { ar: string; en: string } };
  expect(error.ar).toContain('limit');
  expect(error.en).toContain('limit');
});

test('the number alone leads to a story, whatever stands around it', async () => {
  const [id = 0] = ids;
  const [card] = reader.catalog().cards([id]);
  if (card === undefined) throw new Error('no card');
  expect(await loadShort(reader, { id })).toMatchObject({
    status: 301,
    location: `/politics/${id}/${encodeURIComponent(card.slug)}`,
  });
  expect(canonicalRedirect(card, { section: 'politics', slug: card.slug })).toBeUndefined();
  for (const asked of [
    { section: 'politics' },
    { section: 'sports', slug: card.slug },
    { section: 'politics', slug: 'x' },
  ])
    expect(canonicalRedirect(card, asked)).toMatchObject({ status: 301 });
  expect(await loadShort(reader, { id: 999_999 })).toMatchObject({ status: 404 });
});

test('what is not there is answered with a search form and the latest stories', async () => {
  const page = await loadNotFound(reader, { path: '/لا/شيء' });
  expect(page.status).toBe(404);
  const document = documentOf(page);
  expect(document.querySelector('form[role=search]')).not.toBeNull();
  expect(document.querySelectorAll('.rows > li').length).toBeGreaterThan(0);
  expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect((await loadBadRequest(reader, {})).status).toBe(400);
});

test('a path that moved leads on, and never to another site', async () => {
  await putDocument(room.at(start + 143 * hour), {
    kind: 'redirect',
    content: { from: '/قديم', to: '/topics/المياه' },
  });
  // No command writes such a record; a restored or foreign journal may hold one.
  const hostileMoves = { '/a': '//evil.example/x', '/b': '/..//evil.example', '/c': '/\\evil.example' };
  await room.journal.append(
    Object.entries(hostileMoves).map(([from, to]) => ({
      kind: 'redirect' as const,
      id: from,
      action: 'create' as const,
      expect: 0,
      content: { from, to },
    })),
    { actor: 'cli', at: start + 143 * hour },
  );
  await room.catchUp();
  expect(await loadNotFound(reader, { path: '/قديم' })).toMatchObject({
    status: 301,
    location: `/topics/${encodeURIComponent('المياه')}`,
  });
  for (const path of Object.keys(hostileMoves)) {
    const { location = '/' } = await loadNotFound(reader, { path });
    expect(new URL(location, 'https://news.example').host).toBe('news.example');
  }
});

test('the page for our own failures needs no catalog', () => {
  const broken: ReaderContext = {
    ...reader,
    catalog: () => {
      throw new MidadError('unavailable');
    },
  };
  for (const status of [500, 503] as const) {
    const page = renderFailure(broken, status);
    expect(page.status).toBe(status);
    expect(documentOf(page).querySelectorAll('h1')).toHaveLength(1);
    expect(page.body).toContain('أعد المحاولة');
  }
});

test('a killed story answers 410 with its notice and is gone from every list, feed and sitemap', async () => {
  const id = ids[60] ?? 0;
  await killStory(room.at(start + 144 * hour), {
    id,
    reason: 'حكم قضائي',
    notice: 'سُحب الخبر بقرار <قضائي>.',
  });
  await room.catchUp();
  const gone = await missingStory(reader, id);
  expect(gone).toMatchObject({ status: 410 });
  expect(gone.keys).toContain(`story:${id}`);
  expect(textOf(gone, '.message')).toBe('سُحب الخبر بقرار <قضائي>.');
  expect(await loadShort(reader, { id })).toMatchObject({ status: 410 });
  const words = 'خبر رقم 60 ';
  const everywhere = await Promise.all([
    loadLatest(reader, {}),
    loadArchiveDay(reader, { day: reader.catalog().archiveDays({ limit: 2 })[1]?.day ?? '' }),
    loadSiteFeed(reader, { feed: 'rss.xml' }),
    loadSiteFeed(reader, { feed: 'feed.json' }),
    loadSearch(reader, { q: words }),
    loadStories(reader, { ordinal: 1 }),
    loadNewsSitemap(reader, {}),
  ]);
  for (const page of everywhere) {
    expect(page.body).not.toContain(`/${id}/`);
    expect(page.body).not.toContain(`${words}عن`);
  }
});

test('an unpublished story is not found', async () => {
  const id = ids[61] ?? 0;
  await unpublishStory(room.at(start + 145 * hour), { id, note: 'مراجعة' });
  await room.catchUp();
  expect(await loadShort(reader, { id })).toMatchObject({ status: 404 });
});
