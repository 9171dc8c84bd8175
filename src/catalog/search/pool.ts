import { openQueryPool } from '../query-pool.ts';
import type { Search, SearchRequest, SearchResponse } from './search.ts';

/** At 15 ms each the last one that waits waits a second and a half. */
const mostWaiting = 100;

/** Starts search threads on the current catalog of the data folder, which need not be there yet; see `openQueryPool`. */
export function openSearch(dataDir: string, { threads = 1 }: { threads?: number } = {}): Search {
  const thread = new URL('./query-worker.ts', import.meta.url);
  const pool = openQueryPool<SearchRequest, SearchResponse>({
    thread,
    dataDir,
    threads,
    mostWaiting,
    part: 'search',
  });
  return { search: pool.ask, close: pool.close };
}
