import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCurrent } from '../../src/catalog/current.ts';
import { catalogFile } from '../../src/catalog/files.ts';
import { openSearch } from '../../src/catalog/search/pool.ts';
import type { Search } from '../../src/catalog/search/search.ts';
import { storyGenerator } from '../generate.ts';
import { quantile } from '../load.ts';
import { ms, table } from '../table.ts';
import { wordDistribution } from '../words.ts';
import { addOneByOne, buildArchive } from './archive.ts';
import { type Queries, queriesOf } from './scale-queries.ts';
import { hits } from './rivals.ts';

const added = 200;
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** Each query's milliseconds; the first quarter warms what a running site has warm, and is left out. */
export async function askAll(search: Search, asked: Queries['asked']): Promise<number[]> {
  const times: number[] = [];
  for (const [i, request] of asked.entries()) {
    const began = performance.now();
    await search.search({ limit: hits, offset: 0, sort: 'relevance', ...request });
    if (i >= asked.length / 4) times.push(performance.now() - began);
  }
  return times;
}

/**
 * The readers' search over many generated stories: each query goes to the search's thread and back with its ten hits
 * and their snippets, once, after others of its kind have been asked unmeasured.
 * @param keep a folder in which the archive stays, and is continued by a later run.
 */
export async function benchScale(
  size: number,
  keep: string | undefined,
  report: (text: string) => void,
): Promise<string> {
  const distribution = await wordDistribution();
  const story = storyGenerator(distribution);
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'midad-bench-'));
  mkdirSync(folder, { recursive: true });
  try {
    const archive = buildArchive(folder, size, story, (stories) => {
      if (stories % 50_000 === 0) report(`${stories.toLocaleString('en')} stories indexed`);
    });
    const index = statSync(catalogFile(folder, ensureCurrent(folder).search)).size;
    const search = openSearch(folder);
    const rows: string[][] = [];
    try {
      for (const { name, asked, aim } of queriesOf(distribution, story, archive.stories)) {
        const times = await askAll(search, asked);
        rows.push([name, ...[0.5, 0.95, 1].map((share) => ms(quantile(times, share))), aim]);
      }
    } finally {
      await search.close();
    }
    const adds = addOneByOne(
      folder,
      Array.from({ length: added }, (_, i) => story(archive.stories + 1 + i)),
    );
    rows.push(
      ['add a story, committed', ...[0.5, 0.95, 1].map((share) => ms(quantile(adds, share))), 'p50 ≤ 5 ms'],
      [
        `index (${mb(index)}) ÷ text (${mb(archive.text)})`,
        (index / archive.text).toFixed(2),
        '',
        '',
        '≤ 2.5',
      ],
      ['stories indexed a second, in bulk', archive.rate.toFixed(0), '', '', ''],
    );
    return table(
      `Search over ${archive.stories.toLocaleString('en')} generated stories (${distribution.source})`,
      ['queries', 'p50', 'p95', 'most', 'aim'],
      rows,
    );
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}
