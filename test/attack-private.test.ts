import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { correctStory } from '../src/commands/correct-story.ts';
import { killStory } from '../src/commands/kill-story.ts';
import { publishStory } from '../src/commands/publish-story.ts';
import { putDocument } from '../src/commands/put-document.ts';
import { saveStory } from '../src/commands/save-story.ts';
import { unpublishStory } from '../src/commands/unpublish-story.ts';
import type { StoryFields } from '../src/commands/story-record.ts';
import { updateStory } from '../src/commands/update-story.ts';
import { MediaStore } from '../src/media/store.ts';
import type { Story } from '../src/model/story.ts';
import { readToken } from '../src/readership/token.ts';
import { openJournal } from '../src/journal/open.ts';
import type { Journal } from '../src/journal/journal.ts';
import { linksOf, startSite, type TestSite } from './support/site.ts';

/** Stands in everything that readers must not see, and in nothing else. */
const secret = 'زمرديات';
const hostileId = 'سرّ, \r\nX-Evil: 1';

let site: TestSite;
/** Another process's way in, as the command line has it. */
let journal: Journal;
/** Stories that are not public, by why. */
const hidden: Record<string, number> = {};
let open: number;

const at = () => ({ journal, actor: 'cli', now: Date.now() });
const caughtUp = async () => site.caughtUp((await journal.head()).seq);
const get = (path: string) => site.get(encodeURI(path));

const svg = (colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450"><rect width="800" height="450" fill="${colour}"/></svg>`,
  );

function fields(name: string, more: StoryFields = {}): StoryFields {
  return {
    headline: `${secret} في حديقة ${name}`,
    kicker: secret,
    standfirst: `ملخص ${secret}`,
    section: 'society',
    byline: { people: [{ name: 'كاتبة الحديقة', person: 'writer' }] },
    body: [
      { type: 'paragraph', text: [{ text: `نص عن ${secret} والحديقة والبلدية ${name}.` }] },
      { type: 'image', picture: { media: `pic-${name}`, caption: secret }, size: 'full' },
    ],
    topics: [hostileId],
    people: ['writer'],
    places: ['city'],
    tags: [secret],
    seo: { title: secret, description: secret },
    ...more,
  };
}

async function change(id: number, to: Partial<Story>): Promise<void> {
  const entry = await journal.current('story', String(id));
  const content = { ...(entry?.content as Story), ...to };
  const expectVersion = entry?.version ?? 0;
  await journal.append([{ kind: 'story', id: String(id), action: 'save', expect: expectVersion, content }], {
    actor: 'cli',
    at: Date.now(),
  });
}

beforeAll(async () => {
  site = await startSite({ demo: false });
  journal = await openJournal(site.data);
  const store = new MediaStore(site.data);
  const names = ['draft', 'review', 'scheduled', 'held', 'unpublished', 'killed', 'open'];
  for (const [i, name] of names.entries()) {
    const sha256 = await store.put(svg(`#00000${i}`), 'image/svg+xml');
    await putDocument(at(), {
      kind: 'media',
      content: { id: `pic-${name}`, sha256, mime: 'image/svg+xml', width: 800, height: 450, alt: 'صورة' },
    });
  }
  const record = { otherNames: [] };
  await putDocument(at(), {
    kind: 'topic',
    content: { id: hostileId, name: 'الحدائق', slug: 'الحدائق', ...record },
  });
  await putDocument(at(), {
    kind: 'person',
    content: { id: 'writer', name: 'كاتبة الحديقة', slug: 'كاتبة', author: true, ...record },
  });
  await putDocument(at(), {
    kind: 'place',
    content: { id: 'city', name: 'المدينة', slug: 'المدينة', ...record },
  });
  await putDocument(at(), {
    kind: 'topic',
    content: { id: 'empty', name: 'موضوع خال', slug: 'خال', ...record },
  });

  for (const name of ['draft', 'review', 'scheduled']) {
    const { id } = await saveStory(at(), { fields: fields(name, { topics: [hostileId, 'empty'] }) });
    hidden[name] = Number(id);
  }
  await change(hidden['review'] ?? 0, { status: 'in-review' });
  await change(hidden['scheduled'] ?? 0, { status: 'scheduled', publishAt: Date.now() + 3_600_000 });
  for (const name of ['held', 'unpublished', 'killed']) {
    const { id } = await publishStory(at(), { fields: fields(name) });
    hidden[name] = Number(id);
    await correctStory(at(), { id: Number(id), text: `تصويب ${secret}` });
  }
  const ids = Object.values(hidden);
  const published = await publishStory(at(), {
    fields: {
      ...fields('open'),
      headline: 'حديقة البلدية تفتح أبوابها',
      kicker: undefined,
      standfirst: 'ملخص الحديقة',
      body: [
        { type: 'paragraph', text: [{ text: 'نص عن الحديقة والبلدية.' }] },
        { type: 'image', picture: { media: 'pic-open' }, size: 'full' },
        { type: 'related', stories: ids },
      ],
      tags: [],
      seo: undefined,
      related: ids,
      translations: { en: hidden['draft'] ?? 0, fr: hidden['killed'] ?? 0 },
    },
  });
  open = Number(published.id);
  for (const id of ids) {
    await putDocument(at(), {
      kind: 'live-entry',
      content: { id: `live-${id}`, story: id, at: Date.now(), headline: secret, body: [] },
    });
  }
  await putDocument(at(), {
    kind: 'front',
    content: {
      id: 'home',
      lead: { story: hidden['held'] ?? 0, more: ids.slice(0, 5) },
      packages: [{ kind: 'trio', title: 'باقة', stories: ids }],
      breaking: { story: hidden['killed'] ?? 0, text: 'عاجل عن الحديقة', until: Date.now() + 3_600_000 },
    },
  });
  // They were read while they stood there, and pages of them are kept.
  await caughtUp();
  const key = await journal.secret('read-token');
  for (const id of [...ids, ...ids, ...ids]) {
    await fetch(`${site.url}/r`, {
      method: 'POST',
      body: readToken(key, id, Date.now()),
      headers: { 'User-Agent': `Mozilla/5.0 Firefox/${id}` },
    });
  }
  for (const id of ids) await get(`/${id}`);
  for (const path of [
    '/',
    '/society',
    '/latest',
    '/rss.xml',
    '/most-read',
    '/archive',
    '/sitemaps/stories-1.xml',
  ])
    await site.text(path);
  expect(await site.text('/society')).toContain(secret);

  await change(hidden['held'] ?? 0, { legalHold: true });
  await unpublishStory(at(), { id: hidden['unpublished'] ?? 0 });
  await killStory(at(), { id: hidden['killed'] ?? 0, reason: `سبب ${secret}`, notice: 'سُحبت المادة.' });
  await caughtUp();
});
afterAll(async () => {
  await journal?.close();
  await site?.stop();
});

describe('what readers may not see', () => {
  it('is in no page that can be reached, no list, feed, sitemap, search or count', async () => {
    const words = encodeURIComponent(secret);
    const queue = [
      '/',
      '/latest',
      '/most-read',
      '/most-read.json',
      '/archive',
      '/corrections',
      '/topics',
      '/topics/الحدائق',
      '/topics/خال',
      '/people/كاتبة',
      '/authors/كاتبة',
      '/places/المدينة',
      '/rss.xml',
      '/atom.xml',
      '/feed.json',
      '/society/rss.xml',
      '/topics/الحدائق/rss.xml',
      '/topics/خال/feed.json',
      '/sitemap.xml',
      '/sitemaps/news.xml',
      '/sitemaps/stories-1.xml',
      '/sitemaps/pages.xml',
      `/search?q=${words}`,
      `/search?q=${encodeURIComponent('الحديقة')}&sort=newest`,
      `/search.json?q=${words}`,
      `/search.json?q=${encodeURIComponent('الحديقة')}&limit=50`,
      `/${open}`,
    ];
    const seen = new Set<string>();
    const traces: string[] = [];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await site.get(path.startsWith('/search') ? path : encodeURI(decodeURI(path)), {});
      const location = answer.headers.get('location');
      if (location !== null) queue.push(location);
      const text = await answer.text();
      // The search says again what was asked.
      if (text.includes(secret) && !path.startsWith('/search?')) traces.push(`${path}: the secret word`);
      for (const [why, id] of Object.entries(hidden)) {
        if (new RegExp(`/society/${id}(?!\\d)|"id":"?${id}(?!\\d)|story:${id}(?!\\d)|pic-${why}`).test(text))
          traces.push(`${path}: ${why}`);
      }
      if ((answer.headers.get('content-type') ?? '').startsWith('text/html'))
        queue.push(...linksOf(text).filter((link) => !link.startsWith('/search?')));
    }
    expect(traces).toEqual([]);
    expect(seen.size).toBeGreaterThan(35);
    const found = async (q: string) =>
      ((await (await site.get(`/search.json?q=${encodeURIComponent(q)}`)).json()) as { total: number }).total;
    expect(await found(secret)).toBe(0);
    expect(await found('الحديقة')).toBe(1);
  });

  it('is not there at its own address, nor told from what never was', async () => {
    const never = await site.text('/987654');
    for (const [why, id] of Object.entries(hidden)) {
      const wanted = why === 'killed' ? 410 : 404;
      for (const path of [
        `/${id}`,
        `/society/${id}`,
        `/society/${id}/x`,
        `/politics/${id}`,
        `/society/0${id}`,
        `/0${id}`,
      ]) {
        const answer = await get(path);
        const text = await answer.text();
        expect([why, path, answer.status]).toEqual([why, path, wanted]);
        expect([why, path, text.includes(secret)]).toEqual([why, path, false]);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect((await fetch(site.url + path, { method: 'HEAD' })).status).toBe(wanted);
        if (wanted === 404) expect(text).toBe(never);
        else expect(text).toContain('سُحبت المادة.');
      }
    }
  });

  it('shows its pictures to nobody, also those made before', async () => {
    for (const why of Object.keys(hidden))
      expect([why, (await get(`/media/pic-${why}/640.webp`)).status]).toEqual([why, 404]);
    expect((await get('/media/pic-open/640.webp')).status).toBe(200);
  });

  it('breaks no header by the id of a record', async () => {
    const page = await get('/topics/الحدائق');
    expect(page.status).toBe(200);
    expect(page.headers.get('x-evil')).toBeNull();
    expect(page.headers.get('surrogate-key')).toMatch(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/);
    const short = await get(`/${open}`);
    expect((await site.get(short.headers.get('location') ?? '')).status).toBe(200);
  });

  it('cannot be redirected to, or out of the site', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      'evil',
      '/\t/evil.example',
      '/a\r\nX-Evil: 1',
    ]) {
      const outcome = await putDocument(at(), {
        kind: 'redirect',
        content: { from: `/old-${to.length}`, to },
      }).then(
        () => 'stored',
        () => 'refused',
      );
      await caughtUp();
      const { headers } = await get(`/old-${to.length}`);
      expect([to, outcome]).toEqual([to, 'refused']);
      expect([to, outcome, headers.get('location') ?? '/x', headers.get('x-evil')]).toEqual([
        to,
        outcome,
        expect.stringMatching(/^\/(?![/\\])/),
        null,
      ]);
    }
  });

  it('comes back when it is published again, and goes at once when it is taken away', async () => {
    const id = hidden['unpublished'] ?? 0;
    const before = await get(`/${id}`);
    expect(before.status).toBe(404);
    await publishStory(at(), { id });
    await caughtUp();
    const { status, headers } = await get(`/${id}`);
    expect(status).toBe(301);
    const address = headers.get('location') ?? '';
    expect((await site.get(address)).status).toBe(200);
    expect((await get('/media/pic-unpublished/640.webp')).status).toBe(200);
    await updateStory(at(), { id, fields: { body: [] } });
    await caughtUp();
    expect((await get('/media/pic-unpublished/640.webp')).status).toBe(404);
    await killStory(at(), { id, reason: 'سبب' });
    await caughtUp();
    expect((await site.get(address)).status).toBe(410);
    expect((await get(`/${id}`)).status).toBe(410);
    expect(await site.text('/')).not.toContain(secret);
  });

  it('leaves no copy in the files that serve readers', async () => {
    const { public: name } = JSON.parse(await readFile(join(site.data, 'catalog/current.json'), 'utf8')) as {
      public: string;
    };
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(join(site.data, 'catalog', name), { readOnly: true });
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
    for (const { name: table } of tables) {
      for (const row of db.prepare(`SELECT * FROM "${String(table)}"`).all())
        expect([table, JSON.stringify(row).includes(secret)]).toEqual([table, false]);
    }
    db.close();
  });
});
