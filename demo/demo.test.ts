import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SqliteJournal } from '../src/journal/sqlite.ts';
import { MediaStore } from '../src/media/store.ts';
import { documentSchemas } from '../src/model/document.ts';
import type { Entry } from '../src/journal/journal.ts';
import { sampleDocuments } from './documents.ts';
import { loadDemo } from './load.ts';
import { parseMarkup } from './markup.ts';
import { readSample, type Sample } from './sample.ts';
import type { BlockFile, StoryFile } from './story-file.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const day = 24;
let sample: Sample;

beforeAll(async () => {
  sample = await readSample();
});

/** Every text of a story that a reader sees, still with its marks. */
function textsOf(story: StoryFile): string[] {
  const fields = [story.kicker, story.headline, story.shortHeadline, story.standfirst, story.dateline];
  const lead = [story.lead?.caption, ...story.corrections.map((c) => c.text)];
  return [...fields, ...lead, ...bodyTexts(story)].filter((text) => text !== undefined);
}

function bodyTexts(story: StoryFile): string[] {
  const live = story.liveEntries.flatMap((entry) => [
    entry.headline ?? '',
    ...entry.body.flatMap(blockTexts),
  ]);
  return [...story.body.flatMap(blockTexts), ...live];
}

function blockTexts(block: BlockFile): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pull-quote':
      return [block.text];
    case 'list':
      return block.items;
    case 'quotation':
      return [...block.paragraphs, block.speaker ?? '', block.role ?? ''];
    case 'table':
      return [block.caption ?? '', ...block.head, ...block.rows.flat()];
    case 'image':
      return [block.caption ?? ''];
    case 'gallery':
      return block.pictures.map((p) => (typeof p === 'string' ? '' : (p.caption ?? '')));
    case 'embed':
      return [block.title ?? ''];
    case 'related':
      return [];
  }
}

const places = { storyAddress: (key: string) => `/${key}`, weekday: () => 'الأحد', date: () => '١ آذار' };

/** The text with a letter in place of whatever is marked as another language. */
const arabicOf = (text: string) =>
  parseMarkup(text, places)
    .map((run) => (run.lang === undefined ? run.text : 'س'))
    .join('');

const wordsOf = (text: string) =>
  parseMarkup(text, places)
    .map((run) => run.text)
    .join('')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe('the sample newsroom', () => {
  test('has at least sixty stories in all seven sections, and no number twice', () => {
    expect(sample.stories.length).toBeGreaterThanOrEqual(60);
    expect(new Set(sample.stories.map((s) => s.key)).size).toBe(sample.stories.length);
    for (const section of sample.publication.sections) {
      expect(sample.stories.filter((s) => s.section === section.id).length, section.id).toBeGreaterThan(3);
    }
  });

  test('turns into documents that its own schemas accept, with nothing pointing nowhere', () => {
    const documents = sampleDocuments(sample, now);
    for (const { kind, id, content } of documents) {
      expect(documentSchemas[kind].safeParse(content).success, `${kind} ${id}`).toBe(true);
    }
    const ids = documents.map(({ kind, id }) => `${kind}:${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('writes its stories at newspaper length', () => {
    for (const story of sample.stories) {
      const words = bodyTexts(story).reduce((sum, text) => sum + wordsOf(text), 0);
      expect(words, story.key).toBeGreaterThanOrEqual(150);
      expect(words, story.key).toBeLessThanOrEqual(500);
    }
  });

  test('marks every Latin word as such, and uses one kind of digits', () => {
    for (const story of sample.stories) {
      for (const text of textsOf(story)) {
        const arabic = arabicOf(text);
        expect(arabic.match(/\p{Script=Latin}+/u)?.[0], `${story.key}: ${text}`).toBeUndefined();
        expect(arabic.match(/[0-9]/)?.[0], `${story.key}: ${text}`).toBeUndefined();
      }
    }
  });

  test('writes plain fields without marks, since they are kept as they are', () => {
    for (const story of sample.stories) {
      for (const text of [story.kicker, story.headline, story.shortHeadline, story.dateline]) {
        expect(text ?? '', story.key).not.toMatch(/\*\*|[[\]{}|]/);
      }
    }
  });

  test('has no tatweel, no stray direction marks, no Latin punctuation in Arabic, no doubled space', () => {
    for (const story of sample.stories) {
      for (const text of textsOf(story)) {
        expect(text, story.key).not.toMatch(/[\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(arabicOf(text), story.key).not.toMatch(/[,;?"]| {2}| [،؛؟.:](\s|$)/);
        expect(text.normalize('NFC'), story.key).toBe(text);
        expect(text.split('«').length, `${story.key}: ${text}`).toBe(text.split('»').length);
      }
    }
  });

  test('says what every picture shows, and who made it', () => {
    for (const { key, alt, caption, credit } of sample.pictures) {
      for (const text of [alt, caption, credit]) expect(text, key).toMatch(/\p{Script=Arabic}{2}/u);
    }
  });

  test('has what a newspaper has: datelines, corrections, a live story, a gallery, opinion, tables', () => {
    const count = (is: (story: StoryFile) => boolean) => sample.stories.filter(is).length;
    const has = (type: BlockFile['type']) => (s: StoryFile) => s.body.some((b) => b.type === type);
    expect(count((s) => s.dateline !== undefined)).toBeGreaterThanOrEqual(8);
    expect(count((s) => s.corrections.length > 0)).toBeGreaterThanOrEqual(3);
    expect(count((s) => s.kind === 'live' && s.liveEntries.length >= 8)).toBeGreaterThanOrEqual(1);
    expect(count((s) => s.kind === 'gallery' && has('gallery')(s))).toBeGreaterThanOrEqual(1);
    expect(count((s) => s.kind === 'opinion')).toBeGreaterThanOrEqual(4);
    for (const type of ['heading', 'list', 'quotation', 'pull-quote', 'table', 'image'] as const) {
      expect(count(has(type)), type).toBeGreaterThanOrEqual(2);
    }
  });

  test('has every writer at work, and topics that stories share', () => {
    const writers = sample.stories.flatMap((s) => (Array.isArray(s.byline) ? s.byline : s.byline.people));
    for (const person of sample.publication.people.filter((p) => p.author === true)) {
      expect(writers, person.id).toContain(person.id);
    }
    for (const topic of sample.publication.topics) {
      expect(sample.stories.filter((s) => s.topics.includes(topic.id)).length, topic.id).toBeGreaterThan(1);
    }
  });

  test('keeps events in order: nothing is updated or corrected before it was published', () => {
    for (const story of sample.stories) {
      expect(story.hoursAgo, story.key).toBeLessThanOrEqual(46 * day);
      for (const later of [story.updatedHoursAgo, ...story.corrections.map((c) => c.hoursAgo)]) {
        expect(later ?? 0, story.key).toBeLessThan(story.hoursAgo);
      }
      for (const entry of story.liveEntries) {
        expect(entry.hoursAgo, story.key).toBeLessThanOrEqual(story.hoursAgo);
      }
    }
  });
});

describe('loading the sample', () => {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true });
  });

  async function emptyFolder() {
    const folder = await mkdtemp(join(tmpdir(), 'midad-demo-'));
    folders.push(folder);
    return { folder, journal: new SqliteJournal(join(folder, 'journal.db')), media: new MediaStore(folder) };
  }

  test('fills an empty folder, pictures included, and changes nothing the second time', async () => {
    const { folder, journal, media } = await emptyFolder();
    const loaded = await loadDemo(journal, media, { now });
    expect(loaded).toEqual({ stories: sample.stories.length, pictures: sample.pictures.length });
    const head = await journal.head();
    expect(await loadDemo(journal, media, { now: now + 5000 })).toEqual(loaded);
    expect(await journal.head()).toEqual(head);

    const entries: Entry[] = await journal.entries(0, 5000);
    for (const entry of entries.filter((e) => e.kind === 'media')) {
      const { sha256 } = documentSchemas.media.parse(entry.content);
      const original = join(folder, 'media', 'originals', sha256.slice(0, 2), `${sha256}.svg`);
      expect((await stat(original)).size).toBeGreaterThan(100);
    }
    expect(await journal.reserve('story', 1)).toBeGreaterThanOrEqual(1000);
    await journal.close();
  });

  test('leaves a folder with other content alone', async () => {
    const { journal, media } = await emptyFolder();
    const section = { id: 'news', name: 'أخبار', order: 1 };
    await journal.append([{ kind: 'section', id: 'news', action: 'create', expect: 0, content: section }], {
      actor: 'cli:import',
      at: now,
    });
    await expect(loadDemo(journal, media, { now })).rejects.toMatchObject({ code: 'data-folder-not-empty' });
    expect((await journal.head()).seq).toBe(1);
    await journal.close();
  });
});

describe('the markup of the sample', () => {
  test('knows strong words, links, other languages and days counted from the story', () => {
    expect(parseMarkup('**كلمة** في [{en|Atlas}](https://atlas.example) يوم {day|1}.', places)).toEqual([
      { text: 'كلمة', strong: true },
      { text: ' في ' },
      { text: 'Atlas', lang: 'en', href: 'https://atlas.example' },
      { text: ' يوم الأحد.' },
    ]);
    expect(parseMarkup('انظر [الخبر](story:205).', places)[1]).toEqual({ text: 'الخبر', href: '/205' });
  });

  test('refuses a mark that is not closed', () => {
    for (const text of ['**كلمة', '[كلمة', 'كلمة](https://a.example)', '[أ [ب](https://a.example)']) {
      expect(() => parseMarkup(text, places), text).toThrow(text);
    }
  });
});
