import type { Logger } from 'pino';
import type { PublicCatalog } from '../catalog/public/catalog.ts';
import { isDamage } from '../catalog/sqlite.ts';
import type { Search } from '../catalog/search/search.ts';
import { pageHeaders } from '../http/security-headers.ts';
import type { Reader } from '../reader/app.ts';
import type { Assets } from '../reader/assets/assets.ts';
import { PageCache } from '../reader/cache/page-cache.ts';
import { readToken } from '../readership/token.ts';

/** Kept pages of one process: about 5,000 story pages. */
const cacheBytes = 256 * 1024 * 1024;

/** The reader site of one process: what pages are made from, and the pages that are kept. */
export function makeReader(parts: {
  catalog(): PublicCatalog;
  search: Search;
  assets: Assets;
  baseUrl: string;
  readSecret: string;
  log: Logger;
  /** Told when a page met a damaged catalog file. */
  onDamage(): void;
  now?: () => number;
}): Reader {
  const now = parts.now ?? Date.now;
  const onError = (error: unknown, path: string) => {
    parts.log.error({ err: error, path }, 'page failed');
    if (isDamage(error)) parts.onDamage();
  };
  return {
    context: {
      catalog: parts.catalog,
      search: parts.search,
      assets: parts.assets,
      now,
      baseUrl: parts.baseUrl,
      readToken: (story) => readToken(parts.readSecret, story, now()),
    },
    cache: new PageCache({ mostBytes: cacheBytes, now, baseHeaders: pageHeaders, onError }),
    onError,
  };
}
