import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Media } from '../../model/site.ts';
import type { Story } from '../../model/story.ts';
import { makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { readQuestion } from '../search/question.ts';
import { find } from '../search/find.ts';
import { Database } from '../sqlite.ts';
import type { PublicCatalog } from './catalog.ts';
import { Days } from './days.ts';

let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await Newsroom.open();
});
afterEach(() => newsroom.close());

const secret = 'استقالة الوزير السرية';

const picture: Media = {
  id: 'm1',
  sha256: 'a'.repeat(64),
  mime: 'image/jpeg',
  width: 10,
  height: 10,
  alt: 'صورة',
};

/** A story that would stand everywhere if it were public. */
const everywhere: Story = makeStory(1, {
  headline: secret,
  topics: ['t1'],
  people: ['p1'],
  byline: { people: [{ name: 'كاتب', person: 'p1' }] },
  corrections: [{ at: noon, text: secret }],
  lead: { media: 'm1' },
});

/** Every place where a trace of story 1 could be left. */
async function tracesIn(catalog: PublicCatalog): Promise<string[]> {
  const search = new Database(newsroom.file('search'), { readOnly: true });
  const found = find(
    search,
    readQuestion(secret),
    { limit: 10, offset: 0, sort: 'relevance' },
    new Days('UTC'),
  );
  search.close();
  const places: Record<string, unknown> = {
    story: catalog.story(1),
    cards: catalog.cards([1]).length,
    list: catalog.list({ limit: 10 }).some(({ id }) => id === 1),
    section: catalog.list({ section: 'politics', limit: 10 }).some(({ id }) => id === 1),
    topic: catalog.list({ entity: { kind: 'topic', id: 't1' }, limit: 10 }).some(({ id }) => id === 1),
    author: catalog.list({ author: 'p1', limit: 10 }).some(({ id }) => id === 1),
    day: catalog.list({ day: '2026-10-01', limit: 10 }).some(({ id }) => id === 1),
    total: catalog.count({}) - 1,
    sectionCount: catalog.count({ section: 'politics' }) - 1,
    topicCount: catalog.count({ entity: { kind: 'topic', id: 't1' } }) - 1,
    dayCount: catalog.count({ day: '2026-10-01' }) - 1,
    archive: (catalog.archiveDays({ limit: 5 })[0]?.stories ?? 0) - 1,
    months: (catalog.archiveMonths()[0]?.stories ?? 0) - 1,
    related: catalog.related(2, 5).length,
    corrections: catalog.corrections({ limit: 5 }).length,
    sitemap: catalog.sitemapSlice(0, 10).some(({ id }) => id === 1),
    sitemapStarts: catalog.sitemapStarts(1).length - 1,
    media: catalog.media('m1'),
    mostRead: catalog.mostRead({ limit: 5 }).cards.length,
    mostReadInSection: catalog.mostRead({ section: 'politics', limit: 5 }).cards.length,
    live: catalog.liveEntries(1, 5).length,
    search: found.total,
  };
  return Object.entries(places)
    .filter(([, trace]) => Boolean(trace))
    .map(([place]) => place);
}

async function catalogWith(...versions: Story[]): Promise<PublicCatalog> {
  await newsroom.save('media', 'm1', picture);
  await newsroom.story(makeStory(2, { topics: ['t1'] }));
  await newsroom.save('live-entry', 'e1', { id: 'e1', story: 1, at: noon, body: [] });
  await newsroom.journal.addTallies({ key: 'k', at: noon, counts: [{ story: 1, hour: noon, reads: 9 }] });
  for (const version of versions) await newsroom.story(version);
  return newsroom.catalog({ search: true });
}

test('what would leave traces does leave them while the story is public', async () => {
  const catalog = await catalogWith(everywhere);
  expect((await tracesIn(catalog)).length).toBe(22);
  catalog.close();
});

for (const [what, change] of Object.entries({
  'a draft': { status: 'draft' },
  'a story in review': { status: 'in-review' },
  'a scheduled story': { status: 'scheduled', publishAt: noon },
  'a story under legal hold': { status: 'published', legalHold: true },
  'a killed story': { status: 'killed' },
  'an unpublished story': { status: 'unpublished' },
} satisfies Record<string, Partial<Story>>)) {
  test(`${what} appears nowhere`, async () => {
    const catalog = await catalogWith({ ...everywhere, ...(change as Partial<Story>) });
    expect(await tracesIn(catalog)).toEqual([]);
    catalog.close();
  });
  test(`${what} that was public before leaves everything at once`, async () => {
    const catalog = await catalogWith(everywhere, { ...everywhere, ...(change as Partial<Story>) });
    expect(await tracesIn(catalog)).toEqual([]);
    expect(catalog.gone(1)?.status).toBe(what === 'a killed story' ? 'killed' : 'unpublished');
    catalog.close();
  });
}

test('a draft was never there, so it is not gone either', async () => {
  const catalog = await catalogWith({ ...everywhere, status: 'draft' });
  expect(catalog.gone(1)).toBeUndefined();
  catalog.close();
});

test('a story that comes back stands everywhere again, with its readers', async () => {
  const catalog = await catalogWith(everywhere, { ...everywhere, status: 'unpublished' }, everywhere);
  expect((await tracesIn(catalog)).length).toBe(22);
  expect(catalog.gone(1)).toBeUndefined();
  catalog.close();
});

test('a redacted story is gone, and no word of it stays in the files', async () => {
  await newsroom.save('media', 'm1', picture);
  await newsroom.story(makeStory(2));
  await newsroom.story(everywhere);
  (await newsroom.catalog({ search: true })).close();
  await newsroom.journal.redact(
    {
      kind: 'story',
      id: '1',
      why: 'حكم قضائي',
      replacement: {
        ...makeStory(1, { headline: 'محذوف', slug: '', body: [] }),
        status: 'killed',
        notice: 'حُذف',
      },
    },
    { actor: 'editor', at: noon },
  );
  const catalog = await newsroom.catalog({ search: true });
  expect(catalog.story(1)).toBeUndefined();
  expect(catalog.gone(1)).toMatchObject({ status: 'killed', notice: 'حُذف' });
  catalog.close();
  const { readFileSync, existsSync } = await import('node:fs');
  for (const part of ['public', 'search', 'desk'] as const) {
    for (const file of [newsroom.file(part), `${newsroom.file(part)}-wal`]) {
      const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      for (const word of ['استقالة', 'استقال']) expect(bytes.includes(word), `${file} ${word}`).toBe(false);
    }
  }
});
