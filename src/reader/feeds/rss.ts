import type { Feed, FeedItem } from './items.ts';
import { element, xmlDocument, type Xml } from './xml.ts';

/**
 * RSS 2.0 with full text. Source: https://www.rssboard.org/rss-specification and the profile of the RSS Advisory Board
 * (atom:link rel=self, dc:creator for names, content:encoded); Media RSS for the picture, whose size in bytes, which
 * an enclosure would have to tell, is not known before it is made.
 */
export function rss(feed: Feed): string {
  const { site } = feed;
  return xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      [
        element('channel', {}, [
          element('title', {}, [feed.title]),
          element('link', {}, [feed.home]),
          element('description', {}, [feed.description]),
          element('language', {}, [`${site.language}-${site.country}`]),
          element('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.self['rss.xml'] }),
          feed.updatedAt === undefined ? undefined : element('lastBuildDate', {}, [rfc822(feed.updatedAt)]),
          element('generator', {}, ['Midad']),
          element('docs', {}, ['https://www.rssboard.org/rss-specification']),
          ...feed.items.map(item),
        ]),
      ],
    ),
  );
}

function item(story: FeedItem): Xml {
  const { picture } = story;
  return element('item', {}, [
    element('title', {}, [story.title]),
    element('link', {}, [story.url]),
    element('guid', { isPermaLink: 'true' }, [story.id]),
    element('pubDate', {}, [rfc822(story.publishedAt)]),
    ...story.authors.map(({ name }) => element('dc:creator', {}, [name])),
    element('dc:language', {}, [story.language]),
    ...story.categories.map((name) => element('category', {}, [name])),
    story.summary === undefined ? undefined : element('description', {}, [story.summary]),
    element('content:encoded', {}, [story.html]),
    picture === undefined
      ? undefined
      : element(
          'media:content',
          {
            url: picture.url,
            type: 'image/jpeg',
            medium: 'image',
            width: picture.width,
            height: picture.height,
          },
          [
            picture.alt === '' ? undefined : element('media:description', { type: 'plain' }, [picture.alt]),
            picture.credit === undefined ? undefined : element('media:credit', {}, [picture.credit]),
          ],
        ),
  ]);
}

/** «Mon, 23 Nov 2026 08:15:00 GMT»: the date of RFC 822 with a year of four digits, as RSS allows. */
function rfc822(at: number): string {
  return new Date(at).toUTCString();
}
