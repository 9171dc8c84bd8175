import { answerQueries } from '../query-thread.ts';
import { answerSearch } from './answer.ts';
import type { SearchRequest, SearchResponse } from './search.ts';

answerQueries<SearchRequest, SearchResponse>(
  ({ search, catalog, days }, request) => answerSearch(search, catalog, days, request),
  { cacheKb: 32_000 },
);
