import type { ListFilter } from '../../catalog/public/catalog.ts';
import { keys } from '../../model/dependency-keys.ts';
import { loadNotFound } from '../pages/errors.ts';
import type { Loader, Page, ReaderContext } from '../page.ts';
import { to, type FeedFile } from '../routes.ts';
import { atom } from './atom.ts';
import { feedItems, type Feed } from './items.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

/** Feed readers ask for all sections at once; a minute keeps them from being more work than people are. */
const holdSeconds = 60;

const types: Readonly<Record<FeedFile, string>> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
};

/** The whole site. */
export const loadSiteFeed: Loader<{ feed: string }> = (context, { feed }) => {
  const site = context.catalog().site();
  return feedPage(context, feed, {
    title: site.name,
    description: site.description ?? site.tagline ?? site.name,
    path: to.home(),
    feedPath: to.siteFeed,
    filter: {},
    keys: [keys.listHome],
  });
};

/** One section; 404 where there is none. */
export const loadSectionFeed: Loader<{ section: string; feed: string }> = (context, params) => {
  const catalog = context.catalog();
  const section = catalog.section(params.section);
  if (section === undefined) return loadNotFound(context, { path: `/${params.section}/${params.feed}` });
  return feedPage(context, params.feed, {
    title: `${section.name} - ${catalog.site().name}`,
    description: section.description ?? section.name,
    path: to.section(section.id),
    feedPath: (file) => to.sectionFeed(section.id, file),
    filter: { section: section.id },
    keys: [keys.listSection(section.id)],
  });
};

/** One topic; 404 where there is none, a redirect where it was merged into another. */
export const loadEntityFeed: Loader<{ slug: string; feed: string }> = (context, params) => {
  const catalog = context.catalog();
  const topic = catalog.entityBySlug('topic', params.slug);
  if (topic === undefined) return loadNotFound(context, { path: `/topics/${params.slug}/${params.feed}` });
  // The catalog follows a merger to the record that is left.
  if (topic.slug !== params.slug)
    return {
      status: 301,
      type: 'text/plain; charset=utf-8',
      body: '',
      keys: [keys.entity('topic', topic.id)],
      hold: 3600,
      location: to.topicFeed(topic.slug, feedFile(params.feed)),
    };
  return feedPage(context, params.feed, {
    title: `${topic.name} - ${catalog.site().name}`,
    description: topic.description ?? topic.name,
    path: to.entity('topic', topic.slug),
    feedPath: (file) => to.topicFeed(topic.slug, file),
    filter: { entity: { kind: 'topic', id: topic.id } },
    keys: [keys.listEntity('topic', topic.id), keys.entity('topic', topic.id)],
  });
};

interface FeedOf {
  title: string;
  description: string;
  path: string;
  feedPath(file: FeedFile): string;
  filter: ListFilter;
  keys: readonly string[];
}

/** The route's pattern lets no other name in; were it widened, RSS is what most readers understand. */
function feedFile(name: string): FeedFile {
  return name === 'atom.xml' || name === 'feed.json' ? name : 'rss.xml';
}

function feedPage(context: ReaderContext, name: string, of: FeedOf): Page {
  const file = feedFile(name);
  const { baseUrl } = context;
  const catalog = context.catalog();
  const cards = feedItems(catalog, baseUrl, of.filter);
  const self = (format: FeedFile) => `${baseUrl}${of.feedPath(format)}`;
  const feed: Feed = {
    title: of.title,
    description: of.description,
    home: `${baseUrl}${of.path}`,
    self: { 'rss.xml': self('rss.xml'), 'atom.xml': self('atom.xml'), 'feed.json': self('feed.json') },
    site: catalog.site(),
    icon: `${baseUrl}${context.assets.url('icon.svg')}`,
    updatedAt: cards.length === 0 ? undefined : Math.max(...cards.map((item) => item.updatedAt)),
    items: cards,
  };
  return {
    status: 200,
    type: types[file],
    body: render(file, feed, context.now()),
    keys: [keys.site, ...of.keys, ...cards.map((item) => keys.story(item.storyId))],
    hold: holdSeconds,
  };
}

function render(file: FeedFile, feed: Feed, now: number): string {
  switch (file) {
    case 'rss.xml':
      return rss(feed);
    case 'atom.xml':
      return atom(feed, now);
    case 'feed.json':
      return jsonFeed(feed);
    default:
      return file satisfies never;
  }
}
