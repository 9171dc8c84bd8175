import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCurrent } from '../../src/catalog/current.ts';
import { catalogFile } from '../../src/catalog/files.ts';
import { openPublic } from '../../src/catalog/public/apply.ts';
import { searchKind } from '../../src/catalog/search/target.ts';
import type { Entry } from '../../src/journal/journal.ts';
import type { Story } from '../../src/model/story.ts';
import type { GeneratedStory } from '../generate.ts';

/** Stories written in one transaction, as many as a reader of the journal takes at most when it is far behind. */
const batch = 1000;

export interface Archive {
  stories: number;
  /** UTF-8 bytes of headlines, standfirsts and bodies. */
  text: number;
  /** Stories a second that the index took. */
  rate: number;
}

/**
 * Generated stories in search.db by the product's own writer, their documents in public.db for the snippets. The journal
 * and the rest of public.db are left out. What an earlier run left is continued; what one left that was cut off while it built
 * without waiting for the disk is begun anew.
 */
export function buildArchive(
  folder: string,
  size: number,
  story: (id: number) => GeneratedStory,
  report: (stories: number) => void,
): Archive {
  const notes = join(folder, 'archive.json');
  const noted = existsSync(notes)
    ? (JSON.parse(readFileSync(notes, 'utf8')) as Archive & { building: boolean })
    : undefined;
  if (noted?.building === true) rmSync(join(folder, 'catalog'), { recursive: true, force: true });
  const known = noted?.building === true ? undefined : noted;
  let { stories, text, rate } = known ?? { stories: 0, text: 0, rate: 0 };
  if (stories >= size) return { stories, text, rate };
  const current = ensureCurrent(folder);
  const catalog = openPublic(catalogFile(folder, current.public));
  const index = searchKind.open(folder, current);
  const building = stories === 0;
  if (building) index.beginBuilding();
  let indexing = rate === 0 ? 0 : stories / rate;
  while (stories < size) {
    const made = Array.from({ length: Math.min(batch, size - stories) }, (_, i) => story(stories + i + 1));
    const documents = made.map(documentOf);
    catalog.transact(() => {
      for (const one of documents)
        catalog.run(
          'INSERT OR REPLACE INTO story_document (id, document) VALUES (?, ?)',
          one.id,
          JSON.stringify(one),
        );
    });
    const began = performance.now();
    index.apply('bench', documents.map(entryOf));
    indexing += (performance.now() - began) / 1000;
    stories += made.length;
    for (const { title, abstract, text: body } of made)
      text += Buffer.byteLength(title) + Buffer.byteLength(abstract) + Buffer.byteLength(body);
    rate = stories / indexing;
    writeFileSync(notes, JSON.stringify({ stories, text, rate, building }));
    report(stories);
  }
  index.settle();
  index.close();
  catalog.close();
  writeFileSync(notes, JSON.stringify({ stories, text, rate, building: false }));
  return { stories, text, rate };
}

/** Adds stories one by one, each committed, as an editor publishes. @returns milliseconds of each. */
export function addOneByOne(folder: string, made: readonly GeneratedStory[]): number[] {
  const index = searchKind.open(folder, ensureCurrent(folder));
  try {
    return made.map((one) => {
      const entry = entryOf(documentOf(one));
      const began = performance.now();
      index.apply('bench', [entry]);
      return performance.now() - began;
    });
  } finally {
    index.close();
  }
}

function entryOf(content: Story): Entry {
  return {
    seq: content.id,
    kind: 'story',
    id: String(content.id),
    version: 1,
    action: 'import',
    schemaVersion: 1,
    content,
    digest: String(content.id),
    actor: 'bench',
    at: 0,
  };
}

function documentOf(made: GeneratedStory): Story {
  return {
    id: made.id,
    kind: 'news',
    status: 'published',
    section: made.category,
    slug: `خبر-${made.id}`,
    headline: made.title,
    standfirst: made.abstract,
    byline: { people: [] },
    body: made.text.split('\n').map((line) => ({ type: 'paragraph', text: [{ text: line }] })),
    topics: [],
    people: [],
    places: [],
    organisations: [],
    language: 'ar',
    urgency: 4,
    firstPublishedAt: Date.parse(made.published),
    corrections: [],
    related: [],
  };
}
