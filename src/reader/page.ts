import type { PublicCatalog } from '../catalog/public/catalog.ts';
import type { Search } from '../catalog/search/search.ts';
import type { Assets } from './assets/assets.ts';

/** What a loader returns: bytes to send, what they depend on, and for how long they hold. */
export interface Page {
  status: 200 | 301 | 302 | 400 | 404 | 410 | 500 | 503;
  /** Content-Type, with charset. */
  type: string;
  body: string;
  /** Dependency keys, sent as `Surrogate-Key` and used for purging: see `model/dependency-keys.ts`. */
  keys: readonly string[];
  /** Seconds after which the page is rendered anew (the old one is served meanwhile); 0 = never kept. */
  hold: number;
  /** For 301/302: absolute path, percent-encoded. */
  location?: string;
  /** `X-Robots-Tag`, for pages that are not to be indexed. */
  robots?: string;
}

/** What pages are made from. One per process; nothing of a request is in it. */
export interface ReaderContext {
  catalog(): PublicCatalog;
  search: Search;
  assets: Assets;
  /** Milliseconds since the epoch; passed in so that tests choose the time. */
  now(): number;
  /** `https://example.org`, no slash at the end. */
  baseUrl: string;
  /** Signed token of a story and the current hour, for the beacon. */
  readToken(story: number): string;
}

export type Loader<P> = (context: ReaderContext, params: P) => Page | Promise<Page>;
