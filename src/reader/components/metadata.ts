import type { PublicCatalog, StoryView } from '../../catalog/public/catalog.ts';
import type { Media, Site } from '../../model/site.ts';
import { escapeXml } from '../feeds/xml.ts';
import type { ReaderContext } from '../page.ts';
import { to } from '../routes.ts';
import { serialiseJsonLd } from './json-ld.ts';
import { sharedPicture } from './shared-picture.ts';

/** What a page says of itself to browsers, search engines and other people's links. Paths are root-relative. */
export interface PageMetadata {
  /** Without the site's name; absent on the front. */
  title?: string | undefined;
  description?: string | undefined;
  /** The one address of this page, percent-encoded. Absent on error pages, which have none. */
  path?: string | undefined;
  /** For pages that are not to stand in an index. */
  robots?: 'noindex' | 'noindex, follow' | undefined;
  picture?: { media: Media; alt: string } | undefined;
  article?:
    | {
        publishedAt: number;
        modifiedAt?: number | undefined;
        section?: string | undefined;
        tags: readonly string[];
        authors: readonly string[];
      }
    | undefined;
  /** The same matter in other languages, this one included. */
  alternates?: readonly { language: string; path: string }[] | undefined;
  /** Feeds of this page; the site's own are always named. */
  feeds?: readonly { title: string; path: string; type: FeedType }[] | undefined;
  /** Neighbouring pages of a list. */
  previous?: string | undefined;
  next?: string | undefined;
  /** BCP 47, where it is not the site's language. */
  language?: string | undefined;
  /** schema.org objects, see `json-ld.ts`. */
  jsonLd?: readonly object[] | undefined;
}

export type FeedType = 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json';

/** The paper's own grounds (`tokens.css`), for the browser's bars. */
export const themeColours = { light: '#fafaf8', dark: '#12161b' } as const;

type Attributes = Readonly<Record<string, string | number | undefined>>;

function tag(name: 'meta' | 'link', attributes: Attributes): string {
  const attrs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return `<${name}${attrs}>`;
}

const property = (name: string, content: string | number | undefined) =>
  content === undefined || content === '' ? '' : tag('meta', { property: name, content });
const named = (name: string, content: string | number | undefined) =>
  content === undefined || content === '' ? '' : tag('meta', { name, content });

/** «عنوان - المدار»; the front has the site's name and its tagline. */
export function documentTitle(site: Site, title: string | undefined): string {
  if (title !== undefined) return `${title} - ${site.name}`;
  return site.tagline === undefined ? site.name : `${site.name} - ${site.tagline}`;
}

/** `ar_SY`: language and country as the Open Graph protocol writes them. */
export function openGraphLocale(site: Site, language: string = site.language): string {
  const [primary = site.language] = language.split('-');
  return `${primary.toLowerCase()}_${site.country.toUpperCase()}`;
}

/** What the head of a story's page says. JSON-LD is added by the page, from `storyJsonLd`. */
export function storyMetadata(catalog: PublicCatalog, view: StoryView): PageMetadata {
  const { story, card, section } = view;
  const alternates =
    view.translations.size === 0
      ? []
      : [
          { language: story.language, path: to.story(story) },
          ...[...view.translations].map(([language, other]) => ({ language, path: to.story(other) })),
        ];
  return {
    title: story.seo?.title ?? story.headline,
    description: story.seo?.description ?? story.standfirst,
    path: to.story(story),
    picture: card.picture,
    article: {
      publishedAt: card.publishedAt,
      modifiedAt: card.updatedAt,
      section: section?.name,
      tags: [...view.topics, ...view.people, ...view.places, ...view.organisations].map((e) => e.name),
      authors: card.writers.map((writer) => writer.name),
    },
    alternates,
    feeds: section === undefined ? [] : feedLinks(section.name, to.sectionFeed(section.id, 'rss.xml')),
    language: story.language === catalog.site().language ? undefined : story.language,
  };
}

export function feedLinks(title: string, path: string): { title: string; path: string; type: FeedType }[] {
  return [{ title, path, type: 'application/rss+xml' }];
}

/**
 * The elements of `<head>` that speak of the page: everything but charset, viewport, style and scripts.
 * @returns HTML, every value escaped.
 */
export function renderMetadata(context: ReaderContext, site: Site, page: PageMetadata): string {
  const absolute = (path: string) => `${context.baseUrl}${path}`;
  const title = documentTitle(site, page.title);
  const description = page.description ?? site.description ?? site.tagline;
  const picture = page.picture === undefined ? undefined : sharedPicture(context.baseUrl, page.picture.media);
  const { article } = page;
  const iso = (at: number) => new Date(at).toISOString();
  const lines = [
    `<title>${escapeXml(title)}</title>`,
    named('description', description),
    named('robots', page.robots ?? 'max-image-preview:large'),
    page.path === undefined ? '' : tag('link', { rel: 'canonical', href: absolute(page.path) }),
    ...(page.alternates ?? []).map(({ language, path }) =>
      tag('link', { rel: 'alternate', hreflang: language, href: absolute(path) }),
    ),
    page.previous === undefined ? '' : tag('link', { rel: 'prev', href: page.previous }),
    page.next === undefined ? '' : tag('link', { rel: 'next', href: page.next }),
    property('og:type', article === undefined ? 'website' : 'article'),
    property('og:site_name', site.name),
    property('og:title', page.title ?? site.name),
    property('og:description', description),
    page.path === undefined ? '' : property('og:url', absolute(page.path)),
    property('og:locale', openGraphLocale(site, page.language)),
    property('og:image', picture?.url),
    property('og:image:type', picture && 'image/jpeg'),
    property('og:image:width', picture?.width),
    property('og:image:height', picture?.height),
    property('og:image:alt', page.picture?.alt),
    property('article:published_time', article && iso(article.publishedAt)),
    property(
      'article:modified_time',
      article?.modifiedAt === undefined ? undefined : iso(article.modifiedAt),
    ),
    property('article:section', article?.section),
    ...(article?.tags ?? []).map((name) => property('article:tag', name)),
    named('author', article?.authors.join(site.language === 'ar' ? '، ' : ', ')),
    named('twitter:card', picture === undefined ? 'summary' : 'summary_large_image'),
    ...feeds(site, page).map((feed) =>
      tag('link', { rel: 'alternate', type: feed.type, title: feed.title, href: feed.path }),
    ),
    tag('link', { rel: 'manifest', href: '/manifest.webmanifest' }),
    tag('link', {
      rel: 'search',
      type: 'application/opensearchdescription+xml',
      title: site.name,
      href: '/opensearch.xml',
    }),
    tag('meta', {
      name: 'theme-color',
      media: '(prefers-color-scheme: light)',
      content: themeColours.light,
    }),
    tag('meta', { name: 'theme-color', media: '(prefers-color-scheme: dark)', content: themeColours.dark }),
    tag('link', { rel: 'icon', type: 'image/svg+xml', href: context.assets.url('icon.svg') }),
    ...(page.jsonLd ?? []).map(
      (object) => `<script type="application/ld+json">${serialiseJsonLd(object)}</script>`,
    ),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function feeds(site: Site, page: PageMetadata): { title: string; path: string; type: FeedType }[] {
  return [
    ...(page.feeds ?? []),
    { title: site.name, path: to.siteFeed('rss.xml'), type: 'application/rss+xml' },
    { title: site.name, path: to.siteFeed('atom.xml'), type: 'application/atom+xml' },
    { title: site.name, path: to.siteFeed('feed.json'), type: 'application/feed+json' },
  ];
}
