import type { Feed, FeedItem } from './items.ts';

/** JSON Feed 1.1 with full text. Source: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self['feed.json'],
    description: feed.description,
    favicon: feed.icon,
    language: feed.site.language,
    authors: [{ name: feed.site.name, url: new URL('/', feed.home).href }],
    items: feed.items.map(item),
  });
}

/** Members that are undefined are left out by `JSON.stringify`; half a surrogate pair becomes U+FFFD. */
function item(story: FeedItem): object {
  return {
    id: story.id,
    url: story.url,
    title: story.title.toWellFormed(),
    summary: story.summary?.toWellFormed(),
    content_html: story.html,
    image: story.picture?.url,
    date_published: new Date(story.publishedAt).toISOString(),
    date_modified: new Date(story.updatedAt).toISOString(),
    authors: story.authors.length === 0 ? undefined : story.authors,
    tags: story.categories.length === 0 ? undefined : story.categories,
    language: story.language,
  };
}
