import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linksOf, startSite, storyPath, type TestSite } from './support/site.ts';

let site: TestSite;
let front = '';
beforeAll(async () => {
  site = await startSite();
  front = await site.text('/');
});
afterAll(() => site?.stop());

const firstStory = () => linksOf(front).find((path) => storyPath.test(path)) ?? '';

describe('the reader site', () => {
  it('has no dead link: every page it links to is there, and is Arabic', async () => {
    const seen = new Set<string>();
    const queue = ['/'];
    const dead: string[] = [];
    while (queue.length > 0) {
      const path = queue.shift() ?? '';
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await site.get(path);
      if (answer.status !== 200) dead.push(`${answer.status} ${path}`);
      if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
      const html = await answer.text();
      if (!/<html lang="ar" dir="rtl"/.test(html)) dead.push(`not Arabic ${path}`);
      queue.push(...linksOf(html).map((link) => link.replace(/#.*/, '')));
    }
    expect(dead).toEqual([]);
    expect(seen.size).toBeGreaterThan(120);
  }, 120_000);

  it('sets one h1 on every kind of page', async () => {
    for (const path of [
      '/',
      '/politics',
      firstStory(),
      '/search?q=الماء',
      '/most-read',
      '/archive',
      '/corrections',
      '/about',
      '/topics',
      '/latest',
      '/nothing-here',
    ]) {
      const html = await site.text(encodeURI(decodeURI(path)));
      expect([path, html.match(/<h1[\s>]/g)?.length]).toEqual([path, 1]);
    }
  });

  it('sends every stale or short address of a story to its one address', async () => {
    const path = firstStory();
    const [, section = '', id = ''] = path.split('/');
    for (const stale of [
      `/${id}`,
      `/${section}/${id}`,
      `/${section}/${id}/old-words`,
      `/sports-not/${id}/x`,
      `${path}/`,
    ]) {
      let answer = await site.get(stale);
      if (stale.endsWith('/')) {
        expect(answer.status).toBe(301);
        continue;
      }
      expect([stale, answer.status, answer.headers.get('location')]).toEqual([stale, 301, path]);
      answer = await site.get(answer.headers.get('location') ?? '');
      expect(answer.status).toBe(200);
    }
  });

  it('answers what it cannot find, understand or do politely', async () => {
    const missing = await site.get(
      '/لا-شيء'.split('').map(encodeURIComponent).join('').replaceAll('%2F', '/'),
    );
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('lang="ar"');
    expect((await site.get('/%E0%A4%A')).status).toBe(400);
    expect((await site.get('/a%00b')).status).toBe(400);
    expect((await fetch(`${site.url}/`, { method: 'DELETE' })).status).toBe(405);
    const outside = await fetch(`${site.url}//example.org/`, { redirect: 'manual' });
    expect(outside.headers.get('location') ?? '/').not.toMatch(/^\/\//);
  });

  it('is never brought down by a query', async () => {
    const queries = [
      '"',
      '*',
      'NEAR(a b)',
      '-',
      ':',
      '-كلمة',
      'a:b',
      '"ماء',
      'OR',
      'AND NOT',
      '(((',
      '\0',
      'م\0اء',
      '!!!؟؟',
      '’"\'',
      '٪',
      '\u202e',
      'ا'.repeat(10_000),
      '"'.repeat(9999),
      '😀'.repeat(3000),
      '%',
      '\\',
      '\ud800'.toWellFormed(),
    ];
    for (const query of queries) {
      for (const page of ['/search', '/search.json']) {
        const answer = await site.get(`${page}?q=${encodeURIComponent(query)}`);
        expect([page, query.slice(0, 20), answer.status]).toEqual([page, query.slice(0, 20), 200]);
      }
    }
    for (const rest of [
      'limit=-1',
      'limit=x',
      'offset=99999999',
      'from=2026-13-45',
      'to=x',
      'sort=x',
      'page=0',
      'page=1e9',
      'section=nope',
    ]) {
      expect([
        rest,
        (await site.get(`/search.json?q=${encodeURIComponent('الماء')}&${rest}`)).status < 500,
      ]).toEqual([rest, true]);
      expect([
        rest,
        (await site.get(`/search?q=${encodeURIComponent('الماء')}&${rest}`)).status < 500,
      ]).toEqual([rest, true]);
    }
  }, 120_000);

  it('finds a story by its words, however they are spelt', async () => {
    const find = async (q: string) =>
      (await (await site.get(`/search.json?q=${encodeURIComponent(q)}`)).json()) as {
        total: number;
        hits: Record<string, unknown>[];
      };
    const plain = await find('المياه');
    expect(plain.total).toBeGreaterThan(3);
    expect((await find('الميـــاه')).total).toBe(plain.total);
    expect((await find('المِيَاه')).total).toBe(plain.total);
    expect((await find('المياة')).total).toBe(plain.total);
    expect(Object.keys(plain.hits[0] ?? {})).toEqual(
      expect.arrayContaining(['id', 'url', 'headline', 'snippet', 'published', 'section', 'source']),
    );
    expect((await find('كلمةغيرموجودةأبدا')).hits).toEqual([]);
  });

  it('answers 304 to what the reader has already, and compresses what he takes', async () => {
    const path = firstStory();
    const first = await site.get(path, { 'accept-encoding': 'br' });
    expect(first.headers.get('content-encoding')).toBe('br');
    const etag = first.headers.get('etag') ?? '';
    for (let i = 0; i < 3; i++) {
      const again = await site.get(path, { 'accept-encoding': 'br', 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
    }
    expect(first.headers.get('surrogate-key')).toContain('story:');
    expect((await fetch(site.url + path, { method: 'HEAD' })).status).toBe(200);
  });

  it('carries strict headers, runs no inline script and asks no other site for anything', async () => {
    for (const path of ['/', firstStory(), '/search', '/about', '/missing-page']) {
      const answer = await site.get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const html = await answer.text();
      expect(html).not.toMatch(/<script(?![^>]*(src=|application\/ld\+json))/);
      expect(html).not.toMatch(/ style="| on\w+="/);
      expect(html).not.toMatch(/(src|srcset)="(https?:)?\/\//);
    }
  });

  it('does not let request headers or unknown parameters into kept pages', async () => {
    const path = firstStory();
    await site.get(`${path}?utm_source=evil"><script>`, {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'ftp',
    });
    const html = await site.text(path);
    expect(html).not.toContain('evil');
    expect(html).toContain(`rel="canonical" href="${site.url}${path}"`);
  });

  it('offers feeds, sitemaps and the other machine-readable papers', async () => {
    const types: Record<string, RegExp> = {
      '/rss.xml': /rss\+xml|application\/xml/,
      '/atom.xml': /atom\+xml/,
      '/feed.json': /feed\+json/,
      '/politics/rss.xml': /xml/,
      '/sitemap.xml': /xml/,
      '/sitemaps/news.xml': /xml/,
      '/sitemaps/stories-1.xml': /xml/,
      '/robots.txt': /text\/plain/,
      '/manifest.webmanifest': /manifest\+json/,
      '/opensearch.xml': /opensearch/,
      '/most-read.json': /json/,
    };
    for (const [path, type] of Object.entries(types)) {
      const answer = await site.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('content-type')).toMatch(type);
    }
  });

  it('makes pictures in the sizes that pages ask for, and no others', async () => {
    const src = /srcset="(\/media\/[^ "]+)/.exec(front)?.[1] ?? '';
    const picture = await site.get(src);
    expect(picture.status).toBe(200);
    expect(picture.headers.get('content-type')).toBe('image/webp');
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect((await site.get(src.replace(/\d+\.webp$/, '777.webp'))).status).toBe(404);
    expect((await site.get(src.replace(/\d+\.webp$/, '320.exe'))).status).toBe(404);
    expect((await site.get('/media/..%2f..%2fjournal.db/320.webp')).status).toBe(404);
  });

  it('tells its health', async () => {
    expect((await site.get('/healthz')).status).toBe(200);
    expect((await site.get('/readyz')).status).toBe(200);
    expect((await site.get('/metrics')).status).toBe(404);
  });
});
