import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSearch } from '../../src/catalog/search/pool.ts';
import { openJournal } from '../../src/journal/open.ts';
import { runMidad } from '../command.ts';
import type { Text } from './collections.ts';
import { hits } from './rivals.ts';

/** The same for all texts, so that it says nothing: a story has a headline. */
const headline = 'خبر';

export interface OpenMidad {
  rank(query: string): Promise<number[]>;
  close(): Promise<void>;
}

/** A site of its own, its texts brought in by the import command, asked by the search that readers use. */
export async function openMidad(texts: readonly Text[]): Promise<OpenMidad> {
  const folder = mkdtempSync(join(tmpdir(), 'midad-bench-'));
  const file = join(folder, 'texts.ndjson');
  const lines = texts.map(({ standfirst, body, category, published }, id) =>
    JSON.stringify({ id, title: headline, abstract: standfirst, text: body, category, published }),
  );
  writeFileSync(file, lines.join('\n'));
  const data = join(folder, 'data');
  await runMidad(['import', 'ndjson', file, '--source', 'bench', '--publish', '--quiet', '--data', data]);
  const journal = await openJournal(data);
  const places = new Map<number, number>();
  // No more than so many names at once.
  for (let from = 0; from < texts.length; from += 1000) {
    const names = lines.slice(from, from + 1000).map((_, i) => String(from + i));
    for (const [place, { id }] of await journal.holders('source:bench', names))
      places.set(Number(id), Number(place));
  }
  await journal.close();
  const search = openSearch(data);
  return {
    async rank(q) {
      const answer = await search.search({ q, limit: hits, offset: 0, sort: 'relevance' });
      return answer.hits.map(({ id }) => places.get(id) ?? -1);
    },
    async close() {
      await search.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
