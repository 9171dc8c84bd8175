import { describe, expect, it } from 'vitest';
import type { Page } from '../page.ts';
import { matches } from './kept-page.ts';
import { PageCache } from './page-cache.ts';

const page = (body: string, keys: string[] = [], hold = 60): Page => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body,
  keys,
  hold,
});

function cache(mostBytes = 1e7) {
  const clock = { now: 1_000_000 };
  const errors: unknown[] = [];
  const pages = new PageCache({
    mostBytes,
    now: () => clock.now,
    baseHeaders: {},
    onError: (error) => errors.push(error),
  });
  return { pages, clock, errors };
}

const bytes = async (kept: Promise<{ variant(a: undefined): { body: Buffer } }>) =>
  (await kept).variant(undefined).body.toString();

describe('page cache', () => {
  it('renders a page once for many who ask at the same time', async () => {
    const { pages } = cache();
    let renders = 0;
    const render = async () => {
      renders++;
      await new Promise((done) => setTimeout(done, 5));
      return page('خبر');
    };
    await Promise.all(Array.from({ length: 50 }, () => pages.get('/1', render)));
    await pages.get('/1', render);
    expect(renders).toBe(1);
  });

  it('drops every page that depends on a key and no other', async () => {
    const { pages } = cache();
    await pages.get('/a', () => page('a', ['story:1', 'site']));
    await pages.get('/b', () => page('b', ['story:2', 'site']));
    pages.alias('/a?x', '/a');
    expect(pages.drop(['story:1'])).toBe(1);
    expect(pages.byAlias('/a?x')).toBeUndefined();
    expect(await bytes(pages.get('/a', () => page('a2')))).toBe('a2');
    expect(await bytes(pages.get('/b', () => page('never')))).toBe('b');
  });

  it('does not keep what was being rendered while its matter changed, and gives later readers the new one', async () => {
    const { pages } = cache();
    let release: (page: Page) => void = () => {};
    const slow = pages.get('/a', () => new Promise<Page>((done) => (release = done)));
    pages.drop(['story:1']);
    const later = pages.get('/a', () => page('new', ['story:1']));
    release(page('old', ['story:1']));
    expect(await bytes(slow)).toBe('old');
    expect(await bytes(later)).toBe('new');
    expect(await bytes(pages.get('/a', () => page('never')))).toBe('new');
  });

  it('serves a page past its hold while it is rendered anew, and survives a failing rendering', async () => {
    const { pages, clock, errors } = cache();
    await pages.get('/a', () => page('first'));
    clock.now += 61_000;
    expect(
      await bytes(
        pages.get('/a', () => {
          throw new Error('catalog gone');
        }),
      ),
    ).toBe('first');
    await new Promise((done) => setTimeout(done, 1));
    expect(errors).toHaveLength(1);
    await pages.get('/a', () => page('second'));
    await new Promise((done) => setTimeout(done, 1));
    expect(await bytes(pages.get('/a', () => page('third')))).toBe('second');
  });

  it('never keeps a page whose hold is 0, nor a failure', async () => {
    const { pages } = cache();
    await pages.get('/s', () => page('1', [], 0));
    expect(await bytes(pages.get('/s', () => page('2', [], 0)))).toBe('2');
    await expect(
      pages.get('/e', () => {
        throw new Error('once');
      }),
    ).rejects.toThrow('once');
    expect(await bytes(pages.get('/e', () => page('fine')))).toBe('fine');
  });

  it('stays within its bytes by letting go of what was asked for longest ago', async () => {
    const { pages } = cache(20_000);
    for (const n of [1, 2, 3]) await pages.get(`/${n}`, () => page('x'.repeat(5000)));
    expect(pages.size.pages).toBe(2);
    expect(await bytes(pages.get('/1', () => page('again')))).toBe('again');
  });

  it('holds on to a page that is asked for by the shortest way', async () => {
    const { pages } = cache(20_000);
    for (const n of [1, 2]) await pages.get(`/${n}`, () => page('x'.repeat(5000)));
    pages.alias('/1', '/1');
    expect(pages.byAlias('/1')).toBeDefined();
    await pages.get('/3', () => page('x'.repeat(5000)));
    expect(pages.byAlias('/1')).toBeDefined();
  });

  it('compresses as the client accepts, and answers to its own ETags', async () => {
    const { pages } = cache();
    const kept = await pages.get('/a', () => page('ك'.repeat(2000), ['story:1']));
    const br = kept.variant('gzip, deflate, br');
    expect(br.headers['Content-Encoding']).toBe('br');
    expect(br.headers['Surrogate-Key']).toBe('story:1');
    expect(kept.variant('gzip;q=0.5, br;q=0').headers['Content-Encoding']).toBe('gzip');
    expect(kept.variant(undefined).headers['Content-Encoding']).toBeUndefined();
    expect(matches(br.etag, br)).toBe(true);
    expect(matches(`"other", W/${br.etag}`, br)).toBe(true);
    expect(matches('"other"', br)).toBe(false);
  });
});
