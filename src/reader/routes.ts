import { collections } from '../model/address.ts';
import type { EntityKind } from '../model/site.ts';

/**
 * Every address of the reader site: what makes links is what matches requests (`app.ts`) and what tests
 * visit. Paths are decoded here; `href` percent-encodes.
 */
export const patterns = {
  home: '/',
  search: '/search',
  searchJson: '/search.json',
  suggestJson: '/suggest.json',
  openSearchSuggest: '/suggest.opensearch.json',
  latest: '/latest',
  mostRead: '/most-read',
  mostReadJson: '/most-read.json',
  archive: '/archive',
  archiveDay: '/archive/:day{\\d{4}-\\d{2}-\\d{2}}',
  corrections: '/corrections',
  about: '/about',
  topics: '/topics',
  entity: '/:collection{topics|people|places|organisations}/:slug',
  personQuotes: '/people/:slug/quotes.json',
  entityFeed: '/topics/:slug/:feed{rss.xml|atom.xml|feed.json}',
  author: '/authors/:slug',
  siteFeed: '/:feed{rss.xml|atom.xml|feed.json}',
  sectionFeed: '/:section/:feed{rss.xml|atom.xml|feed.json}',
  sitemapIndex: '/sitemap.xml',
  sitemap: '/sitemaps/:file{(stories-\\d+|pages)\\.xml}',
  newsSitemap: '/sitemaps/news.xml',
  robots: '/robots.txt',
  manifest: '/manifest.webmanifest',
  openSearch: '/opensearch.xml',
  asset: '/assets/:file',
  media: '/media/:id/:rendition',
  beacon: '/r',
  section: '/:section{[a-z][a-z0-9-]*}',
  story: '/:section{[a-z][a-z0-9-]*}/:id{\\d+}/:slug?',
  short: '/:id{\\d+}',
} as const;

export type FeedFile = 'rss.xml' | 'atom.xml' | 'feed.json';

const enc = (s: string) => encodeURIComponent(s);

/** Makers of links: root-relative, percent-encoded. */
export const to = {
  home: () => '/',
  section: (id: string) => `/${enc(id)}`,
  story: (s: { id: number; section: string; slug: string }) =>
    `/${enc(s.section)}/${s.id}${s.slug === '' ? '' : `/${enc(s.slug)}`}`,
  short: (id: number) => `/${id}`,
  entity: (kind: EntityKind, slug: string) => `/${collections[kind]}/${enc(slug)}`,
  personQuotes: (slug: string) => `/people/${enc(slug)}/quotes.json`,
  author: (slug: string) => `/authors/${enc(slug)}`,
  topics: () => '/topics',
  latest: () => '/latest',
  search: (q?: string) => (q === undefined ? '/search' : `/search?q=${enc(q)}`),
  mostRead: () => '/most-read',
  archive: () => '/archive',
  archiveDay: (day: string) => `/archive/${day}`,
  corrections: () => '/corrections',
  about: () => '/about',
  siteFeed: (feed: FeedFile) => `/${feed}`,
  sectionFeed: (id: string, feed: FeedFile) => `/${enc(id)}/${feed}`,
  topicFeed: (slug: string, feed: FeedFile) => `/topics/${enc(slug)}/${feed}`,
  media: (id: string, rendition: string) => `/media/${enc(id)}/${rendition}`,
} as const;
