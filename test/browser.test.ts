import { beforeAll, describe, expect, it } from 'vitest';
import { findFaultInBoth } from './support/desk.ts';
import { linksOf, storyPath } from './support/site.ts';
import { siteInBrowser } from './support/site-in-browser.ts';

const { site, newContext, look } = siteInBrowser();
let paths: Record<string, string>;

beforeAll(async () => {
  paths = await kindsOfPages();
});

/** One address for each kind of page, found through the site itself. */
async function kindsOfPages(): Promise<Record<string, string>> {
  const front = linksOf(await site.text('/'));
  const story = front.find((path) => storyPath.test(path)) ?? '/';
  const topics = linksOf(await site.text('/topics'));
  const first = (links: string[], start: string) => links.find((path) => path.startsWith(start)) ?? '/';
  const hit = (await (await site.get(`/search.json?q=${encodeURIComponent('مباشر')}&limit=1`)).json()) as {
    hits: unknown[];
  };
  expect(hit.hits.length).toBe(1);
  return {
    front: '/',
    story,
    opinion: linksOf(await site.text('/opinion')).find((path) => storyPath.test(path)) ?? '/',
    section: '/politics',
    topic: first(topics, '/topics/'),
    person: first(topics, '/people/'),
    place: first(topics, '/places/'),
    organisation: first(topics, '/organisations/'),
    author: first([...front, ...linksOf(await site.text(story))], '/authors/'),
    search: `/search?q=${encodeURIComponent('الماء')}`,
    emptySearch: `/search?q=${encodeURIComponent('كلمةغيرموجودة')}`,
    latest: '/latest',
    mostRead: '/most-read',
    archive: '/archive',
    archiveDay: first(linksOf(await site.text('/archive')), '/archive/'),
    corrections: '/corrections',
    about: '/about',
    topics: '/topics',
    missing: '/nothing-here',
  };
}

/** With scripts of the test's own let in. */
const open: typeof look = (path, options, work) => look(path, { bypassCSP: true, ...options }, work);

const phone = { viewport: { width: 390, height: 844 } };
const desk = { viewport: { width: 1440, height: 900 } };

describe('every kind of page', () => {
  for (const [screen, size] of Object.entries({ phone, desk })) {
    it(`has nothing that axe finds fault with: ${screen}, light and dark`, async () => {
      const findings: string[] = [];
      for (const [kind, path] of Object.entries(paths)) {
        await open(path, size, async (page) => {
          findings.push(...(await findFaultInBoth(page)).map((fault) => `${kind}: ${fault}`));
        });
      }
      expect(findings).toEqual([]);
    }, 240_000);
  }

  it('never scrolls sideways, from 360 to 1920 px', async () => {
    const wide: string[] = [];
    for (const [kind, path] of Object.entries(paths)) {
      await open(path, phone, async (page) => {
        for (const width of [360, 390, 600, 768, 1080, 1280, 1440, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (over > 0) wide.push(`${kind} at ${width}: ${over} px`);
        }
      });
    }
    expect(wide).toEqual([]);
  }, 240_000);

  it('moves nothing while it loads: CLS 0', async () => {
    const moved: string[] = [];
    for (const [kind, path] of Object.entries(paths)) {
      for (const size of [phone, desk]) {
        await open(path, size, async (page) => {
          const shift = await page.evaluate(
            () =>
              new Promise<number>((resolve) => {
                let total = 0;
                new PerformanceObserver((list) => {
                  for (const entry of list.getEntries())
                    total += (entry as unknown as { value: number }).value;
                }).observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => resolve(total), 250);
              }),
          );
          if (shift > 0) moved.push(`${kind} ${size.viewport.width}: ${shift}`);
        });
      }
    }
    expect(moved).toEqual([]);
  }, 240_000);

  it('shows no Latin letters but in runs marked as foreign', async () => {
    const found: string[] = [];
    for (const [kind, path] of Object.entries(paths)) {
      await open(path, desk, async (page) => {
        const texts = await page.evaluate(() => {
          const latin: string[] = [];
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const parent = node.parentElement;
            if (
              parent === null ||
              parent.closest('script, style, [lang]:not([lang="ar"]), bdi[dir="ltr"]') !== null
            )
              continue;
            if (/[A-Za-z]/.test(node.textContent ?? '')) latin.push(node.textContent ?? '');
          }
          for (const element of document.querySelectorAll('[alt], [aria-label], [title], [placeholder]')) {
            if (element.closest('[lang]:not([lang="ar"])') !== null) continue;
            for (const name of ['alt', 'aria-label', 'title', 'placeholder']) {
              const value = element.getAttribute(name) ?? '';
              if (/[A-Za-z]/.test(value)) latin.push(`${name}=${value}`);
            }
          }
          return latin;
        });
        found.push(...texts.map((text) => `${kind}: ${text.trim().slice(0, 80)}`));
      });
    }
    expect(found).toEqual([]);
  }, 240_000);

  it('can be read with scripts off', async () => {
    for (const [kind, path] of Object.entries(paths)) {
      await open(path, { ...phone, javaScriptEnabled: false, bypassCSP: false }, async (page) => {
        expect([kind, await page.locator('main h1').count()]).toEqual([kind, 1]);
        expect([kind, (await page.locator('main').innerText()).length > 40]).toEqual([kind, true]);
      });
    }
  }, 240_000);
});

describe('the story page', () => {
  it('weighs at most 100 KB compressed, 6 KB of it scripts, in at most 6 requests besides pictures', async () => {
    const files: { url: string; type: string; bytes: number }[] = [];
    const context = await newContext(phone);
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const kinds = new Map<string, { url: string; type: string }>();
    client.on('Network.responseReceived', (event) =>
      kinds.set(event.requestId, { url: event.response.url, type: event.type }),
    );
    client.on('Network.loadingFinished', (event) => {
      const kind = kinds.get(event.requestId);
      if (kind !== undefined) files.push({ ...kind, bytes: event.encodedDataLength });
    });
    await page.goto(site.url + (paths['story'] ?? '/'), { waitUntil: 'networkidle' });
    await context.close();
    const ours = files.filter(
      ({ type, url }) => type !== 'Image' && !url.endsWith('.svg') && !url.endsWith('.webmanifest'),
    );
    const weight = ours.reduce((sum, { bytes }) => sum + bytes, 0);
    const scripts = ours.filter(({ type }) => type === 'Script').reduce((sum, { bytes }) => sum + bytes, 0);
    console.info(`story page: ${ours.length} requests, ${weight} bytes, scripts ${scripts}`);
    expect(files.every(({ url }) => url.startsWith(site.url))).toBe(true);
    expect(ours.length).toBeLessThanOrEqual(6);
    expect(weight).toBeLessThanOrEqual(100 * 1024);
    expect(scripts).toBeLessThanOrEqual(6 * 1024);
  });

  it('counts a reading that was really on screen, once, and shows it among the most read', async () => {
    const path = paths['opinion'] ?? '/';
    await open(
      path,
      {
        ...phone,
        bypassCSP: false,
        userAgent:
          'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Mobile Safari/537.36',
      },
      async (page) => {
        const sent = page.waitForRequest((request) => request.url().endsWith('/r'), { timeout: 20_000 });
        expect((await sent).method()).toBe('POST');
      },
    );
    await expect
      .poll(async () => JSON.stringify(await (await site.get('/most-read.json?fresh')).json()), {
        timeout: 90_000,
        interval: 1000,
      })
      .toContain(path.split('/')[2]);
  }, 120_000);

  it('is used by keyboard: the first stop leads to the content, and focus is seen', async () => {
    await open(paths['story'] ?? '/', desk, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(
        () => getComputedStyle(document.activeElement ?? document.body).outlineWidth,
      );
      expect(outline).toBe('3px');
    });
  });

  it('prints as text on paper, without navigation', async () => {
    await open(paths['story'] ?? '/', desk, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav.sections').isVisible()).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
    });
  });
});
