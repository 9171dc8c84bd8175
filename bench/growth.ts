import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDeskCatalog } from '../src/catalog/desk/desk.ts';
import { catalogFile, readCurrent } from '../src/catalog/files.ts';
import { Follower } from '../src/catalog/follower.ts';
import { openCurrentCatalog } from '../src/catalog/public/open.ts';
import { openSearch } from '../src/catalog/search/pool.ts';
import { catalogKind } from '../src/catalog/target.ts';
import { publishStory } from '../src/commands/publish-story.ts';
import { pageHeaders } from '../src/http/security-headers.ts';
import { openJournal } from '../src/journal/open.ts';
import { loadAssets } from '../src/reader/assets/load.ts';
import { KeptPage } from '../src/reader/cache/kept-page.ts';
import type { Page, ReaderContext } from '../src/reader/page.ts';
import { loadFront } from '../src/reader/pages/front.ts';
import { loadSection } from '../src/reader/pages/section.ts';
import { loadStory } from '../src/reader/pages/story.ts';
import { writeArchive } from './archive.ts';
import { runMidad } from './command.ts';
import { storyGenerator, type GeneratedStory } from './generate.ts';
import { quantile } from './load.ts';
import { serveMidad } from './server.ts';
import { ms, table } from './table.ts';
import { wordDistribution } from './words.ts';

const samples = 200;

/** Of an archive; milliseconds, medians unless said, and MB. */
export interface Figures {
  stories: number;
  [what: string]: number;
}

/**
 * The same work on a small, a larger and a large archive; one row a kind of work, the last column the growth.
 * @param keep a folder in which the archives stay for the next time.
 */
export async function benchGrowth(sizes: readonly number[], keep?: string): Promise<string> {
  const story = storyGenerator(await wordDistribution());
  const all: Figures[] = [];
  for (const size of sizes) {
    const folder =
      keep === undefined ? mkdtempSync(join(tmpdir(), 'midad-bench-')) : join(keep, String(size));
    try {
      await prepareArchive(folder, size, story);
      all.push(await measureArchive(folder, size, story));
    } finally {
      if (keep === undefined) rmSync(folder, { recursive: true, force: true });
    }
  }
  const [first] = all;
  const last = all.at(-1);
  const rows = Object.keys(first ?? {}).filter((what) => what !== 'stories');
  const shown = (what: string, value: number) => (what.endsWith('MB') ? `${value.toFixed(0)} MB` : ms(value));
  return table(
    'Growth (p50 unless said)',
    ['work', ...all.map(({ stories }) => `${stories.toLocaleString('en')} stories`), 'growth', 'aim'],
    rows.map((what) => {
      const growth = (last?.[what] ?? Number.NaN) / (first?.[what] ?? Number.NaN);
      return [
        what,
        ...all.map((figures) => shown(what, figures[what] ?? Number.NaN)),
        growth.toFixed(2),
        aims[what] ?? '',
      ];
    }),
  );
}

const aims: Record<string, string> = {
  'front page': '≤ 1.5×',
  'story page': '≤ 1.5×',
  'section list': '≤ 1.5×',
  'section list, 100 pages on': '≤ 1.5×',
  'newsroom list': '≤ 1.5×',
  'publish, until readers see it': '≤ 1.5×',
  'restart until it serves': '≤ 1.5 s',
};

/** Brings generated stories in by the real command, unless that was done before. @returns stories a second, where it was done now. */
export async function prepareArchive(
  folder: string,
  size: number,
  story: (id: number) => GeneratedStory,
): Promise<{ written: number } | undefined> {
  const data = join(folder, 'data');
  if (existsSync(data)) return undefined;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'archive.ndjson.gz');
  await writeArchive(file, 0, size, story);
  const { seconds } = await runMidad([
    'import',
    'ndjson',
    file,
    '--source',
    'bench',
    '--publish',
    '--data',
    data,
  ]);
  rmSync(file);
  return { written: size / seconds };
}

/** What work costs on an archive that `prepareArchive` made. */
export async function measureArchive(
  folder: string,
  size: number,
  story: (id: number) => GeneratedStory,
): Promise<Figures> {
  const data = join(folder, 'data');
  const restarts: number[] = [];
  for (let i = 0; i < 3; i++) {
    const began = performance.now();
    const site = await serveMidad(['start', '--data', data]);
    restarts.push(performance.now() - began);
    await site.stop();
  }

  const catalog = openCurrentCatalog(data);
  const search = openSearch(data, { threads: 1 });
  const context: ReaderContext = {
    catalog: () => catalog.catalog(),
    search,
    assets: loadAssets(),
    now: Date.now,
    baseUrl: 'http://localhost',
    readToken: () => 'token',
  };
  const ids = Array.from({ length: samples }, (_, i) => 1 + Math.floor((i * size) / samples));
  const cards = ids.flatMap((id) => catalog.catalog().cards([id]));
  const sections = catalog.catalog().sections();
  const render = async (pages: (() => Page | Promise<Page>)[]) => {
    // Once unmeasured: compiled, and read from the disk into the system's memory, as on a server that has run a while.
    for (const page of pages) new KeptPage(await page(), 0, pageHeaders).variant('br');
    const times: number[] = [];
    for (const page of pages) {
      const began = performance.now();
      new KeptPage(await page(), 0, pageHeaders).variant('br');
      times.push(performance.now() - began);
    }
    return quantile(times, 0.5);
  };
  const everySection = (more: object) =>
    Array.from(
      { length: 40 },
      (_, i) => () =>
        loadSection(context, {
          section: sections[i % sections.length]?.id ?? '',
          before: undefined,
          after: undefined,
          ...more,
        }),
    );
  const deep = cards[Math.floor(cards.length / 2)];

  const desk = openDeskCatalog(catalogFile(data, readCurrent(data)?.desk ?? ''));
  const deskTimes = sections.flatMap(({ id }) =>
    Array.from({ length: 20 }, () => {
      const began = performance.now();
      desk.stories({ section: id, status: 'published', limit: 50 });
      return performance.now() - began;
    }),
  );

  const searches: number[] = [];
  for (const round of ['unmeasured', 'measured']) {
    for (let i = 0; i < samples; i++) {
      const q = story(i * 37)
        .title.split(' ')
        .slice(0, 3)
        .join(' ');
      const began = performance.now();
      await search.search({ q, limit: 10, offset: 0, sort: 'relevance' });
      if (round === 'measured') searches.push(performance.now() - began);
    }
  }

  const figures: Figures = {
    stories: size,
    'front page': await render(Array.from({ length: 40 }, () => () => loadFront(context, {}))),
    'story page': await render(cards.map((card) => () => loadStory(context, card))),
    'section list': await render(everySection({})),
    'section list, 100 pages on': await render(
      everySection({ before: deep === undefined ? undefined : `${deep.publishedAt}-${deep.id}` }),
    ),
    'newsroom list': quantile(deskTimes, 0.5),
    'publish, until readers see it': await publishing(data, sections[0]?.id ?? 'politics', story),
    'search, 3 words': quantile(searches, 0.5),
    'search, 3 words, p95': quantile(searches, 0.95),
    'restart until it serves': quantile(restarts, 0.5),
    'journal, MB': sizeOf(data, /^journal\.db/),
    'catalog, MB': sizeOf(join(data, 'catalog'), /^(public|desk)-/),
    'search index, MB': sizeOf(join(data, 'catalog'), /^search-/),
    'to compare stories, MB': sizeOf(join(data, 'catalog'), /^similar-/),
  };
  desk.close();
  catalog.close();
  await search.close();
  return figures;
}

/** From the command to the catalog that readers see, as the server's threads do it, without the hop between them. */
async function publishing(
  data: string,
  section: string,
  story: (id: number) => GeneratedStory,
): Promise<number> {
  const journal = await openJournal(data);
  const follower = new Follower(data, journal, catalogKind);
  await follower.step();
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const { title, abstract, text } = story(-1 - i);
    const began = performance.now();
    await publishStory(
      { journal, actor: 'cli:bench', now: Date.now() },
      {
        fields: {
          section,
          headline: title,
          standfirst: abstract,
          body: text.split('\n').map((line) => ({ type: 'paragraph', text: [{ text: line }] })),
        },
      },
    );
    await follower.step();
    if (i >= 10) times.push(performance.now() - began);
  }
  follower.close();
  await journal.close();
  return quantile(times, 0.5);
}

function sizeOf(folder: string, name: RegExp): number {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size / 1e6, 0);
}
