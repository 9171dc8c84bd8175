import { Hono } from 'hono';
import { MidadError } from '../model/errors.ts';
import { pageHeaders } from '../http/security-headers.ts';
import { statusOf } from '../http/status.ts';
import { decodedPath, pageOf, rawUrlOf, respond, type Bindings, type ReaderRequest } from './answer.ts';
import { sheetFile, siteSheet } from './assets/site-sheet.ts';
import type { PageCache } from './cache/page-cache.ts';
import { KeptPage } from './cache/kept-page.ts';
import { loadAbout } from './pages/about.ts';
import { loadArchive, loadArchiveDay } from './pages/archive.ts';
import { loadAuthor } from './pages/author.ts';
import { loadCorrections } from './pages/corrections.ts';
import { loadEntity } from './pages/entity.ts';
import { loadBadRequest, loadNotFound, renderFailure } from './pages/errors.ts';
import { loadFront } from './pages/front.ts';
import { loadLatest } from './pages/latest.ts';
import { loadMostRead, loadMostReadJson } from './pages/most-read.ts';
import { loadPersonQuotes } from './pages/person-quotes.ts';
import { askedDay, namesOfDays } from './pages/day-choice.ts';
import { loadSearch } from './pages/search.ts';
import { loadSearchJson } from './pages/search-json.ts';
import { loadSection } from './pages/section.ts';
import { loadOpenSearchSuggest, loadSuggestJson } from './pages/suggest-json.ts';
import { loadShort } from './pages/short.ts';
import { loadStory } from './pages/story.ts';
import { loadTopics } from './pages/topics.ts';
import { loadEntityFeed, loadSectionFeed, loadSiteFeed } from './feeds/load.ts';
import { loadManifest } from './pages/manifest.ts';
import { loadOpenSearch } from './pages/open-search.ts';
import { loadSitemap, loadSitemapIndex } from './sitemaps/load.ts';
import { loadNewsSitemap } from './sitemaps/news.ts';
import { loadRobots } from './sitemaps/robots.ts';
import type { Page, ReaderContext } from './page.ts';
import { patterns } from './routes.ts';

export interface Reader {
  context: ReaderContext;
  cache: PageCache;
  /** Told of what went wrong while a page was made. */
  onError(error: unknown, path: string): void;
}

const paging = ['before', 'after'] as const;
const searching = ['q', 'section', 'sort', 'page', 'limit', 'offset'] as const;
const searchNames = [...searching, ...namesOfDays(['from', 'to'])];
const typing = ['q', 'limit'] as const;
const assetHeaders = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  Vary: 'Accept-Encoding',
};

/** All routes of the reader site, most particular first. The caller adds its own before `finish`. */
export function readerRoutes(app: Hono<{ Bindings: Bindings }>, reader: Reader): void {
  const query = (request: ReaderRequest, name: string) => request.req.query(name);
  const place = (request: ReaderRequest) => ({
    before: query(request, 'before'),
    after: query(request, 'after'),
  });
  const day = (request: ReaderRequest, name: string, end?: 'first' | 'last') =>
    askedDay((part) => query(request, part), name, end);
  const word = (request: ReaderRequest, name: string) => request.req.param(name) ?? '';
  const terms = (request: ReaderRequest) =>
    ({
      ...Object.fromEntries(searching.map((name) => [name, query(request, name)])),
      from: day(request, 'from'),
      to: day(request, 'to', 'last'),
    }) as Record<(typeof searching)[number] | 'from' | 'to', string | undefined>;

  app.use(oneAddress(reader));
  app.get(patterns.asset, (request) => assetResponse(reader, request));

  app.get(
    patterns.home,
    pageOf(reader, loadFront, () => ({})),
  );
  app.get(patterns.search, pageOf(reader, loadSearch, terms, searchNames));
  app.get(patterns.searchJson, pageOf(reader, loadSearchJson, terms, searchNames));
  app.get(patterns.suggestJson, pageOf(reader, loadSuggestJson, terms, typing));
  app.get(patterns.openSearchSuggest, pageOf(reader, loadOpenSearchSuggest, terms, typing));
  app.get(patterns.latest, pageOf(reader, loadLatest, place, paging));
  app.get(
    patterns.mostRead,
    pageOf(reader, loadMostRead, () => ({})),
  );
  app.get(
    patterns.mostReadJson,
    pageOf(reader, loadMostReadJson, () => ({})),
  );
  app.get(
    patterns.archive,
    pageOf(reader, loadArchive, (r) => ({ month: query(r, 'month'), day: day(r, 'day') }), [
      'month',
      ...namesOfDays(['day']),
    ]),
  );
  app.get(
    patterns.archiveDay,
    pageOf(reader, loadArchiveDay, (r) => ({ day: word(r, 'day'), ...place(r) }), paging),
  );
  app.get(patterns.corrections, pageOf(reader, loadCorrections, place, paging));
  app.get(
    patterns.about,
    pageOf(reader, loadAbout, () => ({})),
  );
  app.get(
    patterns.topics,
    pageOf(reader, loadTopics, () => ({})),
  );

  app.get(
    patterns.sitemapIndex,
    pageOf(reader, loadSitemapIndex, () => ({})),
  );
  app.get(
    patterns.newsSitemap,
    pageOf(reader, loadNewsSitemap, () => ({})),
  );
  app.get(
    patterns.sitemap,
    pageOf(reader, loadSitemap, (r) => ({ file: word(r, 'file') })),
  );
  app.get(
    patterns.robots,
    pageOf(reader, loadRobots, () => ({})),
  );
  app.get(
    patterns.manifest,
    pageOf(reader, loadManifest, () => ({})),
  );
  app.get(
    patterns.openSearch,
    pageOf(reader, loadOpenSearch, () => ({})),
  );
  app.get(
    patterns.siteFeed,
    pageOf(reader, loadSiteFeed, (r) => ({ feed: word(r, 'feed') })),
  );
  app.get(
    patterns.personQuotes,
    pageOf(reader, loadPersonQuotes, (r) => ({ slug: word(r, 'slug'), before: query(r, 'before') }), [
      'before',
    ]),
  );
  app.get(
    patterns.entityFeed,
    pageOf(reader, loadEntityFeed, (r) => ({ slug: word(r, 'slug'), feed: word(r, 'feed') })),
  );
  app.get(
    patterns.sectionFeed,
    pageOf(reader, loadSectionFeed, (r) => ({ section: word(r, 'section'), feed: word(r, 'feed') })),
  );

  app.get(
    patterns.entity,
    pageOf(
      reader,
      loadEntity,
      (r) => ({ collection: word(r, 'collection'), slug: word(r, 'slug'), ...place(r) }),
      paging,
    ),
  );
  app.get(
    patterns.author,
    pageOf(reader, loadAuthor, (r) => ({ slug: word(r, 'slug'), ...place(r) }), paging),
  );
  app.get(
    patterns.short,
    pageOf(reader, loadShort, (r) => ({ id: Number(word(r, 'id')) })),
  );
  app.get(
    patterns.story,
    pageOf(reader, loadStory, (r) => ({
      section: word(r, 'section'),
      id: Number(word(r, 'id')),
      slug: word(r, 'slug'),
    })),
  );
  app.get(
    patterns.section,
    pageOf(reader, loadSection, (r) => ({ section: word(r, 'section'), ...place(r) }), paging),
  );
}

/** What is left: other methods, unknown addresses, failures. Call after all routes. */
export function finishRoutes(app: Hono<{ Bindings: Bindings }>, reader: Reader): void {
  const kept = (page: Page) => new KeptPage(page, reader.context.now(), reader.cache.baseHeaders);
  app.notFound(async (request) => {
    if (request.req.method !== 'GET' && request.req.method !== 'HEAD') {
      return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    return respond(
      request,
      kept(await loadNotFound(reader.context, { path: decodedPath(rawUrlOf(request)) ?? '/' })),
    );
  });
  app.onError(async (error, request) => {
    const status = error instanceof MidadError ? statusOf(error.code) : 500;
    if (status >= 500) reader.onError(error, request.req.path);
    return respond(request as ReaderRequest, kept(renderFailure(reader.context, status === 503 ? 503 : 500)));
  });
}

/** `/a/../b`, also percent-encoded: the same page under endlessly many names. */
const dots = /\/(?:\.|%2e){1,2}(?=\/|$)/i;
const slash = /^(?:[/\\]|%2f|%5c)/i;
const lastSlash = /(?:[/\\]|%2f|%5c)$/i;

/**
 * The one way to write a path: one slash at its start (`//host` would lead to another site), none at its end, also not a
 * percent-encoded one, no dots to be resolved. Linear: `/+$` would take minutes on a path of slashes.
 */
function bareAddress(path: string): string {
  let start = 0;
  for (let found = slash.exec(path); found !== null; found = slash.exec(path.slice(start, start + 3)))
    start += found[0].length;
  let end = path.length;
  while (end > start) {
    const found = lastSlash.exec(path.slice(Math.max(start, end - 3), end));
    if (found === null) break;
    end -= found[0].length;
  }
  const bare = `/${path.slice(start, end)}`;
  return dots.test(bare) ? bareAddress(new URL(bare, 'http://site.invalid').pathname) : bare;
}

/** One address for one page: no slash at the end, no dots to be resolved, no broken percent signs, no NUL. */
function oneAddress(reader: Reader) {
  return async (request: ReaderRequest, next: () => Promise<void>): Promise<Response | void> => {
    const raw = rawUrlOf(request);
    const path = decodedPath(raw);
    if (path === undefined || path.includes('\0')) {
      const page = await loadBadRequest(reader.context, {});
      return respond(request, new KeptPage(page, reader.context.now(), reader.cache.baseHeaders));
    }
    if (request.req.method !== 'GET' && request.req.method !== 'HEAD') return next();
    const end = raw.search(/[?#]/);
    const written = end < 0 ? raw : raw.slice(0, end);
    const bare = bareAddress(written);
    if (bare === written) return next();
    return new Response(null, {
      status: 301,
      headers: { ...pageHeaders, Location: bare + (end < 0 ? '' : raw.slice(end)) },
    });
  };
}

function assetResponse(reader: Reader, request: ReaderRequest): Response | Promise<Response> {
  const { assets, catalog } = reader.context;
  const name = request.req.param('file') ?? '';
  const file = assets.file(name) ?? sheetFile(assets, name, siteSheet(assets, catalog().site()));
  if (file === undefined) return request.notFound();
  const accept = request.req.header('accept-encoding') ?? '';
  const coding =
    file.br !== undefined && /\bbr\b/.test(accept)
      ? 'br'
      : file.gzip !== undefined && /\bgzip\b/.test(accept)
        ? 'gzip'
        : undefined;
  const etag = coding === undefined ? file.etag : `${file.etag.slice(0, -1)}-${coding}"`;
  const headers = { ...assetHeaders, 'Content-Type': file.type, ETag: etag };
  if (request.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
  const bytes = (coding === undefined ? undefined : file[coding]) ?? file.identity;
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      ...(coding === undefined ? {} : { 'Content-Encoding': coding }),
      'Content-Length': String(bytes.length),
    },
  });
}
