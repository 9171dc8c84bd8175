import type { Context } from 'hono';
import { matches, type KeptPage } from './cache/kept-page.ts';
import type { PageCache } from './cache/page-cache.ts';
import type { Loader, Page, ReaderContext } from './page.ts';

/** Environment of the Hono app under @hono/node-server. */
export interface Bindings {
  incoming: import('node:http').IncomingMessage;
}
export type ReaderRequest = Context<{ Bindings: Bindings }>;

/** The path of a request, decoded; undefined where its percent-encoding is not UTF-8. */
export function decodedPath(rawUrl: string): string | undefined {
  const end = rawUrl.search(/[?#]/);
  try {
    return decodeURIComponent(end < 0 ? rawUrl : rawUrl.slice(0, end));
  } catch {
    return undefined;
  }
}

/**
 * A route's handler: parameters from the address, the page from the cache or its loader, bytes in the coding asked
 * for. Only the named query parameters reach the loader and the cache's key, in a fixed order.
 */
export function pageOf<P>(
  reader: { context: ReaderContext; cache: PageCache },
  loader: Loader<P>,
  params: (request: ReaderRequest) => P,
  queries: readonly string[] = [],
) {
  return async (request: ReaderRequest): Promise<Response> => {
    const key = cacheKey(request, queries);
    const page = await reader.cache.get(key, () => loader(reader.context, params(request)));
    if (queries.length === 0 || request.req.url.indexOf('?') < 0) reader.cache.alias(rawUrlOf(request), key);
    return respond(request, page);
  };
}

/** What node received, before any decoding; of an absolute address (RFC 9112 §3.2.2) the part behind its host. */
export function rawUrlOf(request: ReaderRequest): string {
  const url = request.env.incoming.url ?? '/';
  return url.startsWith('/') ? url : url.replace(/^[a-z]+:\/\/[^/?#]*\/?/i, '/');
}

function cacheKey(request: ReaderRequest, queries: readonly string[]): string {
  const path = decodedPath(rawUrlOf(request)) ?? request.req.path;
  const parts = queries.flatMap((name) => {
    const value = request.req.query(name);
    return value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`;
}

export function respond(request: ReaderRequest, page: KeptPage): Response {
  const variant = page.variant(request.req.header('accept-encoding'));
  if (page.status === 200 && matches(request.req.header('if-none-match'), variant)) {
    return new Response(null, { status: 304, headers: variant.notModifiedHeaders });
  }
  return new Response(new Uint8Array(variant.body), { status: page.status, headers: variant.headers });
}

/** A path is given back to the caller as a redirect without caching. */
export function redirectPage(location: string, keys: readonly string[] = [], hold = 0): Page {
  return { status: 301, type: 'text/plain; charset=utf-8', body: '', keys, hold, location };
}
