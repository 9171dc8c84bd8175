import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublic, type Story } from '../../model/story.ts';
import { contentOf, makeStory, Newsroom, noon } from '../fixtures/newsroom.ts';
import { Follower } from '../follower.ts';
import { catalogKind } from '../target.ts';
import { openPublicCatalog } from './open.ts';

const change = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  status: fc.constantFrom('draft', 'published', 'published', 'published', 'unpublished', 'killed'),
  section: fc.constantFrom('politics', 'sports'),
  kind: fc.constantFrom('news', 'opinion'),
  topics: fc.uniqueArray(fc.constantFrom('t1', 't2', 't3'), { maxLength: 3 }),
  writer: fc.constantFrom(undefined, 'p1', 'p2'),
  day: fc.integer({ min: 0, max: 3 }),
  hold: fc.boolean(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function storyOf(c: Change): Story {
  return makeStory(c.id, {
    status: c.status as Story['status'],
    section: c.section,
    kind: c.kind as Story['kind'],
    topics: c.topics,
    byline: { people: c.writer === undefined ? [] : [{ name: 'كاتب', person: c.writer }] },
    firstPublishedAt: noon + c.day * 86_400_000,
    ...(c.hold && c.id % 3 === 0 ? { legalHold: true } : {}),
  });
}

/** What the catalog should say, found the simple way. */
function expected(stories: readonly Story[], filter: (story: Story) => boolean): number[] {
  return stories
    .filter((story) => isPublic(story) && filter(story))
    .sort((a, b) => (b.firstPublishedAt ?? 0) - (a.firstPublishedAt ?? 0) || b.id - a.id)
    .map(({ id }) => id);
}

test('lists and counts are right after any sequence of publishing, moving, holding and killing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 40 }),
      fc.array(fc.tuple(fc.constantFrom('t1', 't2', 't3'), fc.constantFrom(undefined, 't1', 't2', 't3')), {
        maxLength: 3,
      }),
      async (changes, merges) => {
        const newsroom = await Newsroom.open();
        try {
          const now = new Map<number, Story>();
          const merged = new Map<string, string>();
          for (const [i, one] of changes.entries()) {
            const story = storyOf(one);
            now.set(story.id, story);
            await newsroom.story(story);
            const merge = i % 10 === 5 ? merges[Math.floor(i / 10)] : undefined;
            // Later topics are merged into earlier ones: no circles.
            if (merge !== undefined && merge[0] > (merge[1] ?? '')) {
              const [id, into] = merge;
              if (into === undefined) merged.delete(id);
              else merged.set(id, into);
              await newsroom.save('topic', id, {
                id,
                name: id,
                slug: id,
                otherNames: [],
                ...(into === undefined ? {} : { mergedInto: into }),
              });
            }
          }
          const catalog = await newsroom.catalog();
          const canonical = (id: string): string => (merged.has(id) ? canonical(merged.get(id) ?? '') : id);
          const all = [...now.values()];
          const check = (filter: Parameters<typeof catalog.count>[0], matches: (story: Story) => boolean) => {
            const ids = expected(all, matches);
            expect(catalog.count(filter), JSON.stringify(filter)).toBe(ids.length);
            expect(catalog.list({ ...filter, limit: 50 }).map(({ id }) => id)).toEqual(ids);
          };
          check({}, () => true);
          for (const section of ['politics', 'sports']) {
            check({ section }, (story) => story.section === section);
            for (const kind of ['news', 'opinion'] as const) {
              check({ section, kind }, (story) => story.section === section && story.kind === kind);
            }
          }
          for (const id of ['t1', 't2', 't3']) {
            const has = (story: Story) => story.topics.some((topic) => canonical(topic) === canonical(id));
            check({ entity: { kind: 'topic', id } }, has);
            check(
              { section: 'sports', entity: { kind: 'topic', id } },
              (s) => s.section === 'sports' && has(s),
            );
          }
          for (const author of ['p1', 'p2']) {
            check({ author }, (story) => story.byline.people.some(({ person }) => person === author));
          }
          for (const day of ['2026-10-01', '2026-10-03']) {
            check({ day }, (s) =>
              new Date((s.firstPublishedAt ?? 0) + 10_800_000).toISOString().startsWith(day),
            );
          }
          check({ since: noon + 86_400_000 }, (story) => (story.firstPublishedAt ?? 0) >= noon + 86_400_000);
          expect(catalog.sitemapSlice(0, 50).map(({ id }) => id)).toEqual(
            expected(all, () => true).sort((a, b) => a - b),
          );
          catalog.close();
        } finally {
          await newsroom.close();
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('a catalog built anew is the one that grew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 5, maxLength: 40 }), async (changes) => {
      const newsroom = await Newsroom.open();
      const live = new Follower(newsroom.dataDir, newsroom.journal, catalogKind);
      try {
        for (const one of changes) {
          await newsroom.story(storyOf(one));
          await live.step();
        }
        const before = { public: contentOf(newsroom.file('public')), desk: contentOf(newsroom.file('desk')) };
        const was = newsroom.file('public');
        await live.rebuild();
        expect(newsroom.file('public')).not.toBe(was);
        expect(byListName(contentOf(newsroom.file('public')))).toEqual(byListName(before.public));
        expect(contentOf(newsroom.file('desk'))).toEqual(before.desk);
      } finally {
        live.close();
        await newsroom.close();
      }
    }),
    { numRuns: 15 },
  );
});

/** Lists that became empty keep a row with 0 or never came: the numbers are compared by name. */
function byListName(content: Record<string, unknown[]>): unknown {
  const lists = content['list'] as [number, string, number][];
  return { ...content, list: lists.filter(([, , stories]) => stories > 0) };
}

test('pages by keyset miss nothing and repeat nothing while stories come in', async () => {
  const newsroom = await Newsroom.open();
  try {
    // Many at the same moment, as in an imported archive.
    await newsroom.stories(
      Array.from({ length: 60 }, (_, i) =>
        makeStory(i + 1, { firstPublishedAt: noon + Math.floor(i / 7) * 1000 }),
      ),
    );
    (await newsroom.catalog()).close();
    const catalog = openPublicCatalog(newsroom.file('public'));
    const seen: number[] = [];
    let before: { publishedAt: number; id: number } | undefined;
    for (let added = 100; ; added++) {
      const page = catalog.list({
        section: 'politics',
        limit: 7,
        ...(before === undefined ? {} : { before }),
      });
      if (page.length === 0) break;
      seen.push(...page.map(({ id }) => id));
      before = page.at(-1);
      await newsroom.story(makeStory(added, { firstPublishedAt: noon + 1_000_000 }));
      (await newsroom.catalog()).close();
    }
    expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => 60 - i));
    const [first, second] = [catalog.list({ limit: 5 }), catalog.list({ limit: 10 }).slice(5)];
    const [top] = second;
    expect(catalog.list({ limit: 5, ...(top === undefined ? {} : { after: top }) })).toEqual(first);
    expect(catalog.list({ limit: 3, exclude: first.map(({ id }) => id) })).toEqual(second.slice(0, 3));
    catalog.close();
  } finally {
    await newsroom.close();
  }
});
