import type { SuggestRequest, Suggestion } from '../suggest/suggest.ts';

/** The readers' search, as pages and `search.json` use it; runs off the serving thread (`pool.ts`). */
export interface Search {
  /**
   * @throws MidadError `unavailable` when too many searches are waiting. Never throws for the query's text:
   *   what cannot be searched gives no hits.
   */
  search(request: SearchRequest): Promise<SearchResponse>;
  /**
   * What is offered to a reader who is typing, best first.
   * @throws MidadError `unavailable` when too many are waiting.
   */
  suggest(request: SuggestRequest): Promise<Suggestion[]>;
  close(): Promise<void>;
}

export interface SearchRequest {
  /** As typed; cut at 200 characters. */
  q: string;
  /** 1–50. */
  limit: number;
  /** 0–950: deeper pages do not exist. */
  offset: number;
  section?: string;
  /** Days in the site's zone, inclusive, YYYY-MM-DD. */
  from?: string;
  to?: string;
  sort: 'relevance' | 'newest';
}

export interface SearchResponse {
  /** Exact up to 10,000 matches; `capped` says that there are at least so many. */
  total: number;
  capped: boolean;
  hits: { id: number; headline: Highlighted; snippet: Highlighted }[];
  /** Words as understood, for the empty state. */
  terms: string[];
  /** What may have been meant, as a query that finds something: where little was found, or a word is unknown. */
  meant?: string;
}

/** Original text cut into stretches; `hit` ones are marked. */
export type Highlighted = { text: string; hit: boolean }[];
