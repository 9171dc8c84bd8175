import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isStopWord, terms } from '../../src/arabic/analyse.ts';
import { fingerprintOf, likenessOf } from '../../src/catalog/similar/alike.ts';
import { catalogFile, readCurrent } from '../../src/catalog/files.ts';
import type { PublicCatalog } from '../../src/catalog/public/catalog.ts';
import { openPublicCatalog } from '../../src/catalog/public/open.ts';
import { runMidad } from '../command.ts';
import type { GeneratedStory } from '../generate.ts';
import { writeArchive } from '../archive.ts';
import { quantile } from '../load.ts';
import { ms, table } from '../table.ts';
import type { ArchivedStory } from './archived.ts';

/** As many as are measured, and twice as many as a page asks for. */
const shown = 5;
/** Every third story is asked for its related ones. */
const step = 3;

/** A way to relate stories: the product's, an older one's, or simply the latest of the section. */
type Way = (id: number) => number[];

/**
 * Related stories, three ways side by side, on an archive whose categories are its sections and on the same archive with all its
 * stories in one section, where the category is not known to any of them.
 *
 * «The same subject» is measured by what no way reads: the second half of each text. A result counts when the tf-idf cosine of the
 * two second halves is at least .15, which of pairs taken at random one in some hundreds reaches.
 */
export async function benchRelated(stories: readonly ArchivedStory[], against?: string): Promise<string> {
  const halves = secondHalves(stories.map(({ text }) => text));
  const prints = stories.map(({ text }) => fingerprintOf(text));
  const tables: string[] = [];
  for (const known of [true, false]) {
    const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'));
    try {
      const ids = await bringIn(folder, stories, known);
      const rows: string[][] = [];
      for (const [name, way, close] of await waysOf(join(folder, 'data'), against)) {
        const times: number[] = [];
        const sums = { results: 0, asked: 0, category: 0, subject: 0, cosine: 0, repeated: 0 };
        for (let at = 0; at < stories.length; at += step) {
          const began = performance.now();
          const found = way(ids.get(at) ?? 0).slice(0, shown);
          times.push(performance.now() - began);
          sums.asked++;
          const places = found.map((id) => ids.placeOf(id));
          places.forEach((place, i) => {
            const cosine = halves.cosine(at, place);
            sums.results++;
            if (stories[at]?.category === stories[place]?.category) sums.category++;
            if (cosine >= 0.15) sums.subject++;
            sums.cosine += cosine;
            const before = [at, ...places.slice(0, i)];
            if (before.some((other) => isSame(prints[other], prints[place]))) sums.repeated++;
          });
        }
        close();
        const all = sums.asked * shown;
        rows.push([
          name,
          (sums.category / all).toFixed(3),
          (sums.subject / all).toFixed(3),
          (sums.cosine / Math.max(1, sums.results)).toFixed(3),
          String(sums.repeated),
          ms(quantile(times, 0.5)),
          ms(quantile(times, 0.95)),
        ]);
      }
      tables.push(
        table(
          `Related stories, ${shown} of ${stories.length.toLocaleString('en')}, ${known ? 'sections are the categories' : 'categories not told'} (chance of the same subject: ${halves.chance().toFixed(4)})`,
          ['way', 'same category', 'same subject', 'cosine', 'near-duplicates shown', 'p50', 'p95'],
          rows,
        ),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return tables.join('\n');
}

/** The time of one question as archives grow. */
export async function benchRelatedGrowth(
  sizes: readonly number[],
  story: (id: number) => GeneratedStory,
  against?: string,
): Promise<string> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'));
    try {
      const file = join(folder, 'archive.ndjson.gz');
      const data = join(folder, 'data');
      await writeArchive(file, 0, size, story);
      await runMidad(['import', 'ndjson', file, '--source', 'bench', '--publish', '--quiet', '--data', data]);
      const asked = Array.from({ length: 400 }, (_, i) => 1 + Math.floor((i * size) / 400));
      for (const [name, way, close] of await waysOf(data, against)) {
        for (const id of asked) way(id);
        const times = asked.map((id) => {
          const began = performance.now();
          way(id);
          return performance.now() - began;
        });
        close();
        rows.push([size.toLocaleString('en'), name, ms(quantile(times, 0.5)), ms(quantile(times, 0.95))]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return table(
    'Related stories: time of a question (generated stories)',
    ['stories', 'way', 'p50', 'p95'],
    rows,
  );
}

async function waysOf(data: string, against: string | undefined): Promise<[string, Way, () => void][]> {
  const file = catalogFile(data, readCurrent(data)?.public ?? '');
  const ours = openPublicCatalog(file);
  const latest = openPublicCatalog(file);
  const ways: [string, Way, () => void][] = [
    ['latest of the same section', (id) => latestOfSection(latest, id), () => latest.close()],
  ];
  if (against !== undefined) {
    const { openPublicCatalog: open } = (await import(join(against, 'src/catalog/public/open.ts'))) as {
      openPublicCatalog(file: string): PublicCatalog;
    };
    const other = open(file);
    ways.push([`as in ${against.split(/[/\\]/).at(-1)}`, relatedOf(other), () => other.close()]);
  }
  ways.push(['now', relatedOf(ours), () => ours.close()]);
  return ways;
}

const relatedOf =
  (catalog: PublicCatalog): Way =>
  (id) =>
    catalog.related(id, shown).map((card) => card.id);

function latestOfSection(catalog: PublicCatalog, id: number): number[] {
  const [card] = catalog.cards([id]);
  if (card === undefined) return [];
  const { section, publishedAt } = card;
  // The latest when the story came out: what a template of the usual kind shows.
  return catalog.list({ section, limit: shown, before: { publishedAt, id } }).map((one) => one.id);
}

interface Ids {
  get(at: number): number | undefined;
  placeOf(id: number): number;
}

async function bringIn(folder: string, stories: readonly ArchivedStory[], known: boolean): Promise<Ids> {
  const file = join(folder, 'archive.ndjson');
  const lines = stories.map(({ id, title, abstract, text, category, published }) =>
    JSON.stringify({ id, title, abstract, text, published, ...(known && { category }) }),
  );
  writeFileSync(file, lines.join('\n'));
  const data = join(folder, 'data');
  await runMidad(['import', 'ndjson', file, '--source', 'bench', '--publish', '--quiet', '--data', data]);
  const catalog = openPublicCatalog(catalogFile(data, readCurrent(data)?.public ?? ''));
  const places = new Map(stories.map(({ id }, at) => [String(id), at]));
  const byPlace = new Map<number, number>();
  const byId = new Map<number, number>();
  for (let id = 1; id <= stories.length; id++) {
    const foreign = catalog.story(id)?.story.source?.id;
    const at = foreign === undefined ? undefined : places.get(foreign);
    if (at === undefined) continue;
    byPlace.set(at, id);
    byId.set(id, at);
  }
  catalog.close();
  return { get: (at) => byPlace.get(at), placeOf: (id) => byId.get(id) ?? 0 };
}

type Print = ReturnType<typeof fingerprintOf>;
const isSame = (a: Print, b: Print) => a !== undefined && b !== undefined && likenessOf(a, b) !== undefined;

function secondHalves(texts: readonly string[]): { cosine(a: number, b: number): number; chance(): number } {
  const counts = texts.map((text) => {
    const found = new Map<string, number>();
    const words = terms(text);
    for (const { word, stem } of words.slice(Math.ceil(words.length / 2)))
      if (!isStopWord(word)) found.set(stem, (found.get(stem) ?? 0) + 1);
    return found;
  });
  const within = new Map<string, number>();
  for (const found of counts) for (const stem of found.keys()) within.set(stem, (within.get(stem) ?? 0) + 1);
  const vectors = counts.map((found) => {
    const weighed = [...found].map(
      ([stem, n]) => [stem, (1 + Math.log(n)) * Math.log(texts.length / (within.get(stem) ?? 1))] as const,
    );
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weighed.map(([stem, weight]) => [stem, weight / length]));
  });
  const cosine = (a: number, b: number) => {
    let sum = 0;
    for (const [stem, weight] of vectors[a] ?? []) sum += weight * (vectors[b]?.get(stem) ?? 0);
    return sum;
  };
  return {
    cosine,
    chance() {
      let reached = 0;
      const pairs = 20_000;
      for (let i = 0; i < pairs; i++) {
        const a = (i * 7919) % texts.length;
        const b = (i * 104_729 + 17) % texts.length;
        if (a !== b && cosine(a, b) >= 0.15) reached++;
      }
      return reached / pairs;
    },
  };
}
