import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { openJournal } from '../journal/open.ts';
import type { Section } from '../model/site.ts';
import type { Story } from '../model/story.ts';
import { initialiseSite } from './initialise-site.ts';
import { saveStory } from './save-story.ts';
import { type ImportOptions, type IncomingStory, StoryImport } from './import-stories.ts';

const now = Date.UTC(2026, 10, 23);
let folder: string;
let journal: Journal;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'midad-'));
  journal = await openJournal(folder);
  await initialiseSite({ journal, actor: 'cli:import', now });
});
afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true });
});

const incoming = (id: string, more: Partial<IncomingStory> = {}): IncomingStory => ({
  id,
  headline: `خبر ${id}`,
  authors: [],
  tags: [],
  body: [{ type: 'paragraph', text: [{ text: `نص ${id}.` }] }],
  ...more,
});
const importing = (more: Partial<ImportOptions> = {}): StoryImport =>
  new StoryImport({
    journal,
    actor: 'cli:import',
    source: 'archive',
    publish: true,
    sections: [],
    now: () => now,
    ...more,
  });
const storyOf = async (id: number | undefined): Promise<Story> =>
  (await journal.current('story', String(id)))?.content as Story;

describe('importing stories', () => {
  it('publishes no draft that an editor put under embargo', async () => {
    const [draft] = await importing({ publish: false }).add([incoming('8')]);
    const id = draft?.story ?? 0;
    await saveStory({ journal, actor: 'cli', now }, { id, fields: { embargoUntil: now + 1 } });
    expect(await importing().add([incoming('8')])).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await storyOf(id)).toMatchObject({ status: 'draft' });
    expect(await importing({ now: () => now + 1 }).add([incoming('8')])).toMatchObject([
      { outcome: 'updated' },
    ]);
    expect(await storyOf(id)).toMatchObject({ status: 'published' });
  });

  it('makes drafts unless told to publish, and publishes them when the same comes again with that order', async () => {
    const [draft] = await importing({ publish: false }).add([incoming('7', { published: 1_000_000 })]);
    expect(await storyOf(draft?.story)).toMatchObject({ status: 'draft' });
    expect(
      (await importing({ publish: false }).add([incoming('7', { published: 1_000_000 })]))[0]?.outcome,
    ).toBe('unchanged');
    expect((await importing().add([incoming('7', { published: 1_000_000 })]))[0]?.outcome).toBe('updated');
    expect(await storyOf(draft?.story)).toMatchObject({ status: 'published', firstPublishedAt: 1_000_000 });
  });

  it('keeps writers, agency, tags, picture, address and dateline', async () => {
    const [made] = await importing().add([
      incoming('1', {
        authors: ['منى حسن'],
        agency: 'رويترز',
        tags: ['نهر'],
        image: 'https://a.example/1.jpg',
        url: 'https://a.example/1',
        dateline: 'تونس',
        kicker: 'خاص',
        standfirst: 'ملخص',
      }),
    ]);
    expect(await storyOf(made?.story)).toMatchObject({
      byline: { people: [{ name: 'منى حسن' }], agency: 'رويترز' },
      tags: ['نهر'],
      lead: { url: 'https://a.example/1.jpg' },
      source: { name: 'archive', id: '1', url: 'https://a.example/1' },
      dateline: 'تونس',
      kicker: 'خاص',
      standfirst: 'ملخص',
      slug: 'خبر-1',
    });
  });

  it('does not date a story into the future', async () => {
    const [made] = await importing().add([incoming('1', { published: now + 1e9 })]);
    expect((await storyOf(made?.story)).firstPublishedAt).toBe(now);
  });

  it('never brings back what was killed or redacted', async () => {
    const [made] = await importing().add([incoming('1')]);
    const id = String(made?.story);
    const story = await storyOf(made?.story);
    await journal.append(
      [{ kind: 'story', id, action: 'kill', expect: 1, content: { ...story, status: 'killed' } }],
      { actor: 'desk', at: now },
    );
    expect((await importing().add([incoming('1', { headline: 'عنوان جديد' })]))[0]?.outcome).toBe(
      'unchanged',
    );
    expect((await storyOf(made?.story)).status).toBe('killed');
  });

  it('keeps the topics that the newsroom gave and its own lead picture', async () => {
    const [made] = await importing().add([incoming('1', { image: 'https://a.example/1.jpg' })]);
    const story = await storyOf(made?.story);
    await journal.append(
      [
        {
          kind: 'story',
          id: String(made?.story),
          action: 'update',
          expect: 1,
          content: { ...story, topics: ['t'], lead: { media: 'm' } },
        },
      ],
      { actor: 'desk', at: now },
    );
    await importing().add([incoming('1', { headline: 'عنوان جديد', image: 'https://a.example/2.jpg' })]);
    expect(await storyOf(made?.story)).toMatchObject({
      headline: 'عنوان جديد',
      topics: ['t'],
      lead: { media: 'm' },
    });
  });

  it('says which story the rules refuse and writes the others', async () => {
    const results = await importing().add([incoming('1'), incoming('2', { headline: '' }), incoming('3')]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['new', 'failed', 'new']);
    expect(results[1]?.error?.code).toBe('story-invalid');
  });

  it('keeps sources apart', async () => {
    const [a] = await importing().add([incoming('1')]);
    const [b] = await importing({ source: 'other' }).add([incoming('1')]);
    expect([a?.outcome, b?.outcome]).toEqual(['new', 'new']);
    expect(b?.story).not.toBe(a?.story);
  });

  it('is for operators only', () => {
    expect(() => importing({ actor: 'reader' })).toThrow(/forbidden/);
  });
});

describe('the section of an imported story', () => {
  const sectionFor = async (category: string | undefined, sections: Section[] = []): Promise<Section> => {
    const [made] = await importing({ sections }).add([
      incoming(`${category}-${Math.random()}`, category === undefined ? {} : { category }),
    ]);
    const { section } = await storyOf(made?.story);
    return (await journal.current('section', section))?.content as Section;
  };

  it('is one of the site’s by its id or a common name for it', async () => {
    for (const name of ['sports', 'Sport', 'رياضة', 'الرياضة', 'أخبار الرياضة', 'sportsNews']) {
      expect((await sectionFor(name)).id, name).toBe('sports');
    }
    expect((await sectionFor('politic')).name).toBe('سياسة');
    expect((await sectionFor('Business')).id).toBe('economy');
  });

  it('is made with a good Arabic name where the site has none', async () => {
    expect(await sectionFor('localNews')).toMatchObject({ id: 'local', name: 'محليات' });
    expect(await sectionFor('internationalNews')).toMatchObject({ id: 'international', name: 'دولي' });
    expect(await sectionFor('diverse')).toMatchObject({ id: 'variety', name: 'منوعات' });
    expect(await sectionFor('')).toMatchObject({ id: 'news', name: 'أخبار' });
    expect(await sectionFor(undefined)).toMatchObject({ id: 'news' });
  });

  it('keeps a name of its own, once', async () => {
    const made = await sectionFor('دفاتر الميناء');
    expect(made).toMatchObject({ name: 'دفاتر الميناء' });
    expect(made.id).toMatch(/^sec-\d+$/);
    expect((await sectionFor('دفاتر الميناء')).id).toBe(made.id);
  });

  it('is never an address of the site’s own pages', async () => {
    for (const name of ['search', 'api', 'most-read', 'media'])
      expect((await sectionFor(name)).id).not.toBe(name);
  });

  it('given for all must exist', async () => {
    const put = (section: string) => importing({ section }).add([incoming(section)]);
    expect((await put('رياضة'))[0]?.outcome).toBe('new');
    await expect(put('دفاتر لا وجود لها')).rejects.toMatchObject({ code: 'unknown-section' });
  });
});
