import { openQueryPool, type QueryPool } from '../query-pool.ts';
import type { SuggestRequest, Suggestion } from '../suggest/suggest.ts';
import type { Search, SearchRequest, SearchResponse } from './search.ts';

/** At 15 ms each the last one that waits waits a second and a half. */
const mostWaiting = 100;
/** A suggestion that comes after a second is of no use any more. */
const mostTyping = 200;

/**
 * Starts search threads on the current catalog of the data folder, which need not be there yet; see `openQueryPool`. One
 * more, for suggestions, is begun when somebody types: they are not to wait behind searches.
 */
export function openSearch(dataDir: string, { threads = 1 }: { threads?: number } = {}): Search {
  const searching = openQueryPool<SearchRequest, SearchResponse>({
    thread: new URL('./query-worker.ts', import.meta.url),
    dataDir,
    threads,
    mostWaiting,
    part: 'search',
  });
  let suggesting: QueryPool<SuggestRequest, Suggestion[]> | undefined;
  return {
    search: searching.ask,
    suggest(request) {
      suggesting ??= openQueryPool<SuggestRequest, Suggestion[]>({
        thread: new URL('../suggest/suggest-worker.ts', import.meta.url),
        dataDir,
        threads: 1,
        mostWaiting: mostTyping,
        part: 'search',
      });
      return suggesting.ask(request);
    },
    async close() {
      await Promise.all([searching.close(), suggesting?.close()]);
    },
  };
}
