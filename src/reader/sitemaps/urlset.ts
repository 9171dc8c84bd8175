import { element, xmlDocument, type Xml } from '../feeds/xml.ts';

/** One address of a sitemap; `loc` is absolute. */
export interface SitemapEntry {
  loc: string;
  /** ms since the epoch. */
  lastmod?: number | undefined;
  /** Elements of extensions, such as Google's news. */
  extra?: readonly Xml[];
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A file of addresses. Source: https://www.sitemaps.org/protocol.html (at most 50,000 addresses and 50 MB). */
export function urlset(entries: readonly SitemapEntry[], namespaces: Record<string, string> = {}): string {
  return xmlDocument(
    element(
      'urlset',
      { xmlns: namespace, ...namespaces },
      entries.map((entry) => located('url', entry)),
    ),
  );
}

/** A file that names the other files. */
export function sitemapIndexXml(entries: readonly SitemapEntry[]): string {
  return xmlDocument(
    element(
      'sitemapindex',
      { xmlns: namespace },
      entries.map((entry) => located('sitemap', entry)),
    ),
  );
}

function located(name: 'url' | 'sitemap', { loc, lastmod, extra = [] }: SitemapEntry): Xml {
  return element(name, {}, [
    element('loc', {}, [loc]),
    lastmod === undefined ? undefined : element('lastmod', {}, [new Date(lastmod).toISOString()]),
    ...extra,
  ]);
}

export const xmlType = 'application/xml; charset=utf-8';
