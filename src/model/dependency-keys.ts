import type { EntityKind } from './site.ts';

/**
 * Dependency keys. A page names the keys it was made from; applying a journal entry names the keys it
 * touches (`catalog/public/touched.ts`); exactly the pages in common are dropped.
 *
 * - `story:12`: this story's own content, wherever it is shown (its page, and every card of it).
 * - `list:home|section:x|topic:y|…`: membership or order of a list changed.
 * - `site`: name, sections, settings; on every page.
 * - `entity:topic:y`: the record itself (its name stands on pages of stories that mention it).
 * - `front:home`, `media:abc`, `corrections`, `archive`, `sitemap`.
 *
 * - `shown:12`: this story comes or goes, for pages that show it in a side list.
 *
 * What else happens in most-read and the side lists of a story page is no key: they are as old as the page's hold allows.
 */
export const keys = {
  site: 'site',
  story: (id: number) => `story:${id}`,
  shown: (id: number) => `shown:${id}`,
  entity: (kind: EntityKind, id: string) => `entity:${kind}:${id}`,
  media: (id: string) => `media:${id}`,
  front: (id: string) => `front:${id}`,
  listHome: 'list:home',
  listSection: (id: string) => `list:section:${id}`,
  listEntity: (kind: EntityKind, id: string) => `list:${kind}:${id}`,
  listAuthor: (id: string) => `list:author:${id}`,
  listDay: (day: string) => `list:day:${day}`,
  archive: 'archive',
  corrections: 'corrections',
  sitemap: 'sitemap',
  redirects: 'redirects',
} as const;
