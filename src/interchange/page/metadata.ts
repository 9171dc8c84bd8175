import { z } from 'zod';
import { clean } from '../../arabic/clean.ts';
import { readDate } from '../../arabic/reading/dates.ts';
import { headlineKey } from '../../arabic/reading/headline.ts';
import type { PageFacts } from './tidy.ts';

/** What the machine-readable parts of a page say about its story. */
export interface PageMetadata {
  /** Headlines in order of trust; the last may carry the site's name. */
  headlines: string[];
  description: string | undefined;
  published: number | undefined;
  authors: string[];
  section: string | undefined;
  images: string[];
  siteName: string | undefined;
  url: string | undefined;
  /** The text of the article where structured data holds it. */
  articleBody: string | undefined;
  tags: string[];
}

/** schema.org values come as one or many, as text or as objects with a name or an address. */
const loose = z
  .union([z.string(), z.number(), z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .optional();
const article = z.object({
  '@type': loose,
  headline: loose,
  name: loose,
  description: loose,
  datePublished: loose,
  dateCreated: loose,
  author: loose,
  articleSection: loose,
  image: loose,
  publisher: loose,
  url: loose,
  mainEntityOfPage: loose,
  articleBody: loose,
  keywords: loose,
});
type Article = z.infer<typeof article>;

/**
 * Reads JSON-LD (schema.org NewsArticle and its kin), Open Graph and the usual `<meta>` names.
 * @param zone IANA zone for dates without one.
 */
export function readMetadata(page: PageFacts, zone: string): PageMetadata {
  const data = page.jsonLd.flatMap(articlesIn)[0];
  const meta = (...names: string[]): string | undefined =>
    names
      .map((name) => page.meta.get(name)?.find((value) => value !== ''))
      .find((value) => value !== undefined);
  const siteName = first(texts(data?.publisher)) ?? meta('og:site_name', 'application-name');
  const date =
    first(texts(data?.datePublished)) ??
    meta(
      'article:published_time',
      'datepublished',
      'og:article:published_time',
      'publishdate',
      'pubdate',
      'date',
      'dc.date',
      'dc.date.issued',
      'sailthru.date',
      'parsely-pub-date',
    ) ??
    first(texts(data?.dateCreated)) ??
    meta('time');
  const authors = [
    ...texts(data?.author),
    ...(page.meta.get('author') ?? []),
    ...(page.meta.get('article:author') ?? []),
  ]
    .map(clean)
    .filter((name) => name !== '' && name.length <= 120 && !/^https?:|^www\.|@|\.com/i.test(name));
  const headlines = [first(texts(data?.headline)), meta('og:title'), meta('twitter:title'), page.title]
    .map((text) => clean((text ?? '').replace(/\s+/g, ' ')))
    .filter((text) => text !== '');
  return {
    headlines,
    description: optional(
      meta('og:description', 'description', 'twitter:description') ?? first(texts(data?.description)),
    ),
    published: date === undefined ? undefined : readDate(date, zone),
    authors: [...new Map(authors.map((name) => [headlineKey(name), name])).values()],
    section: optional(
      first(texts(data?.articleSection)) ?? meta('article:section', 'section', 'articlesection'),
    ),
    images: [
      ...addresses(data?.image),
      meta('og:image:secure_url', 'og:image', 'twitter:image', 'twitter:image:src') ?? '',
    ].filter((address) => address !== ''),
    siteName: optional(siteName),
    url:
      page.canonical ??
      meta('og:url') ??
      first(addresses(data?.url)) ??
      first(addresses(data?.mainEntityOfPage)),
    articleBody: optional(first(texts(data?.articleBody)), false),
    tags: (page.meta.get('article:tag') ?? texts(data?.keywords).flatMap((words) => words.split(/[,،]/)))
      .map((tag) => clean(tag).slice(0, 100))
      .filter((tag) => tag !== '')
      .slice(0, 50),
  };
}

function optional(text: string | undefined, oneLine = true): string | undefined {
  const plain = clean(oneLine ? (text ?? '').replace(/\s+/g, ' ') : (text ?? ''));
  return plain === '' ? undefined : plain;
}

function first<T>(list: readonly T[]): T | undefined {
  return list[0];
}

const articleTypes =
  /^(?:NewsArticle|Article|ReportageNewsArticle|AnalysisNewsArticle|OpinionNewsArticle|BackgroundNewsArticle|LiveBlogPosting|BlogPosting|Report|ReviewNewsArticle)$/;

/** The articles of one JSON-LD script, also within `@graph` or a list. Broken JSON gives none. */
function articlesIn(script: string): Article[] {
  let data: unknown;
  try {
    data = JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''));
  } catch {
    return [];
  }
  const found: Article[] = [];
  const waiting: unknown[] = [data];
  for (let seen = 0; waiting.length > 0 && seen < 500; seen++) {
    const value = waiting.shift();
    if (Array.isArray(value)) waiting.push(...value.slice(0, 200));
    else if (typeof value === 'object' && value !== null) {
      if ('@graph' in value) waiting.push(value['@graph']);
      const read = article.safeParse(value);
      if (read.success && texts(read.data['@type']).some((type) => articleTypes.test(type)))
        found.push(read.data);
    }
  }
  return found;
}

/** Texts of a schema.org value: itself, its parts, or its name. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value))
    return value.slice(0, 50).flatMap((part: unknown) => (Array.isArray(part) ? [] : texts(part)));
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return [value.name.trim()];
  return [];
}

function addresses(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  if (Array.isArray(value))
    return value.slice(0, 20).flatMap((part: unknown) => (Array.isArray(part) ? [] : addresses(part)));
  if (typeof value !== 'object' || value === null) return [];
  if ('url' in value && typeof value.url === 'string') return [value.url];
  return '@id' in value && typeof value['@id'] === 'string' ? [value['@id']] : [];
}
