import { answerQueries } from '../query-thread.ts';
import { answerSuggest } from './answer.ts';
import type { SuggestRequest, Suggestion } from './suggest.ts';

answerQueries<SuggestRequest, Suggestion[]>(
  ({ search, catalog }, request) => answerSuggest(search, catalog, request),
  { cacheKb: 16_000 },
);
