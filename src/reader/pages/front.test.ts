import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, test } from 'vitest';
import { openNewsroom, type Newsroom } from '../../../test/support/newsroom.ts';
import { publishStory } from '../../commands/publish-story.ts';
import { putDocument } from '../../commands/put-document.ts';
import type { Page } from '../page.ts';
import { loadFront } from './front.ts';
import { loadSection } from './section.ts';

const start = Date.UTC(2026, 10, 20, 9);
const minute = 60_000;
let room: Newsroom;
afterEach(() => room.close());

/** A newsroom with so many stories, a minute apart; every third with a picture. */
async function withStories(count: number, headline = (i: number) => `خبر رقم ${i} عن سدود النهر`) {
  room = await openNewsroom(start);
  await putDocument(room.at(start), {
    kind: 'media',
    content: { id: 'm1', sha256: 'a'.repeat(64), mime: 'image/jpeg', width: 1200, height: 800, alt: 'سد' },
  });
  const ids: number[] = [];
  for (let i = 0; i < count; i++) {
    const { id } = await publishStory(room.at(start + i * minute), {
      fields: {
        headline: headline(i),
        section: ['politics', 'economy', 'culture', 'sports'][i % 4] ?? 'politics',
        kind: i % 5 === 4 ? 'opinion' : 'news',
        body: [{ type: 'paragraph', text: [{ text: 'نص الخبر.' }] }],
        ...(i % 3 === 0 ? { lead: { media: 'm1' } } : {}),
      },
    });
    ids.push(Number(id));
  }
  room.setNow(start + count * minute);
  await room.catchUp();
  return ids;
}

const documentOf = (page: Page) => new JSDOM(page.body).window.document;
const front = async () => documentOf(await loadFront(room.reader, {}));
/** Addresses of the stories that a page's headlines lead to. */
const headlines = (document: Document) =>
  [...document.querySelectorAll('main a')]
    .filter(
      (link) => /^\/[a-z-]+\/\d+/.test(link.getAttribute('href') ?? '') && !link.hasAttribute('aria-hidden'),
    )
    .map((link) => link.getAttribute('href'));
/** Addresses, without their words, of the stories in a part of a page. */
const headlinesIn = (part: Element | null) => [
  ...new Set(
    [...(part?.querySelectorAll('a') ?? [])].flatMap(
      (link) => /^\/[a-z-]+\/\d+/.exec(link.getAttribute('href') ?? '') ?? [],
    ),
  ),
];

describe('the front', () => {
  test('of a paper without stories says so kindly, in one sentence', async () => {
    await withStories(0);
    const document = await front();
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('main .message')?.textContent).toContain('لم يُنشر شيء بعد');
  });

  test.each([1, 2, 3, 5, 10, 14, 30])('shows each of %i stories once at most, and a lead', async (count) => {
    const ids = await withStories(count);
    const document = await front();
    const shown = headlines(document);
    expect(new Set(shown).size).toBe(shown.length);
    expect(document.querySelectorAll('.lead h2')).toHaveLength(1);
    // A small paper shows all it has.
    if (count <= 10) expect(shown).toHaveLength(ids.length);
    expect(document.querySelectorAll('h1')).toHaveLength(1);
  });

  test('skips no level of headings', async () => {
    await withStories(30);
    let before = 1;
    for (const heading of (await front()).querySelectorAll('main :is(h1,h2,h3,h4)')) {
      const level = Number(heading.tagName[1]);
      expect(level - before).toBeLessThanOrEqual(1);
      before = level;
    }
  });

  test('keeps what the editors arranged, and names what it depends on', async () => {
    const [first = 0, second = 0, third = 0] = await withStories(8);
    await putDocument(room.at(start + 9 * minute), {
      kind: 'front',
      content: {
        id: 'home',
        lead: { story: second, more: [third] },
        packages: [{ kind: 'trio', title: 'المدينة', stories: [first] }],
        breaking: { text: 'انقطاع الجسر', until: start + 60 * minute },
      },
    });
    await room.catchUp();
    const page = await loadFront(room.reader, {});
    const document = documentOf(page);
    expect(document.querySelector('.lead h2 a')?.getAttribute('href')).toContain(`/${second}/`);
    expect(document.querySelector('.lead .more a')?.getAttribute('href')).toContain(`/${third}/`);
    expect(document.querySelector('.breaking')?.textContent).toContain('انقطاع الجسر');
    expect(page.keys).toEqual(expect.arrayContaining(['site', 'front:home', 'list:home', `story:${first}`]));
    room.setNow(start + 61 * minute);
    expect((await front()).querySelector('.breaking')).toBeNull();
  });

  test.each(['home', 'culture'])(
    'fills a package of %s from a topic, merged ones too, and shows no story twice',
    async (id) => {
      await withStories(30);
      const river = { otherNames: [] as string[], description: 'ماء المدينة كله منه.' };
      const topic = (name: string, mergedInto?: string) =>
        putDocument(room.at(start + 30 * minute), {
          kind: 'topic',
          content: {
            ...river,
            id: name,
            name: 'النهر',
            slug: name,
            ...(mergedInto !== undefined && { mergedInto }),
          },
        });
      await topic('river');
      await topic('stream');
      const about: number[] = [];
      for (const name of ['river', 'stream', 'river', 'stream', 'river']) {
        const { id: story } = await publishStory(room.at(start + 31 * minute), {
          fields: { headline: 'منسوب النهر', section: 'economy', topics: [name] },
        });
        about.push(Number(story));
      }
      await topic('stream', 'river');
      const [named = 0] = about;
      await putDocument(room.at(start + 32 * minute), {
        kind: 'front',
        content: {
          id,
          packages: [
            { kind: 'dossier', stories: [named], fill: { topic: 'stream', most: 4 } },
            { kind: 'trio', title: 'ما بقي', stories: [], fill: { topic: 'river', most: 4 } },
          ],
        },
      });
      room.setNow(start + 33 * minute);
      await room.catchUp();
      const page =
        id === 'home' ? await loadFront(room.reader, {}) : await loadSection(room.reader, { section: id });
      const document = documentOf(page);
      const shown = headlines(document);
      expect(new Set(shown).size).toBe(shown.length);
      const band = document.querySelector('.band.file');
      expect(band?.querySelector('h2')?.textContent).toContain('النهر');
      expect(band?.querySelector('a[href="/topics/river"]')).not.toBeNull();
      expect(headlinesIn(band)).toHaveLength(4);
      expect(headlinesIn(band)).toContain(`/economy/${named}`);
      // What the first left is all that the second has.
      const rest = [...document.querySelectorAll('.band')].find((one) => one.textContent.includes('ما بقي'));
      expect(headlinesIn(rest ?? null)).toHaveLength(1);
      expect(page.keys).toEqual(expect.arrayContaining(['list:topic:river', 'entity:topic:river']));
    },
  );

  test('turns no headline into markup', async () => {
    await withStories(6, () => '</title><script>alert(1)</script><img src=x onerror=alert(1)>');
    const document = await front();
    expect(document.querySelectorAll('body script, [onerror]')).toHaveLength(0);
  });
});

describe('a section', () => {
  test('shows each of its stories once, newest page and older pages', async () => {
    const ids = await withStories(130);
    const seen: (string | null)[] = [];
    let query = {};
    for (let pages = 0; pages < 5; pages++) {
      const document = documentOf(await loadSection(room.reader, { section: 'politics', ...query }));
      seen.push(...headlines(document).filter((path) => path?.startsWith('/politics/')));
      const next = document.querySelector('.pager a[rel=next]')?.getAttribute('href');
      if (next === null || next === undefined) break;
      query = Object.fromEntries(new URL(next, 'http://x.invalid').searchParams);
    }
    expect(new Set(seen).size).toBe(ids.filter((_, i) => i % 4 === 0).length);
  });

  test('gives the first page for a place that cannot be read, and 404 for a section that is none', async () => {
    await withStories(3);
    const page = async (query: object) =>
      (await loadSection(room.reader, { section: 'politics', ...query })).body;
    expect(await page({ before: 'x"><script>' })).toBe(await page({}));
    expect((await loadSection(room.reader, { section: 'nothing' })).status).toBe(404);
  });
});
