import type { Feed, FeedItem } from './items.ts';
import { element, xmlDocument, type Xml } from './xml.ts';

/**
 * Atom 1.0 with full text. Source: RFC 4287. Every entry has an author, since the feed itself names the publication
 * (section 4.2.1: the feed's author stands for entries without one).
 * @param now Stands as `updated` of a feed that has no entry yet; the RFC requires the element.
 */
export function atom(feed: Feed, now: number): string {
  const { site } = feed;
  return xmlDocument(
    element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language }, [
      element('id', {}, [feed.self['atom.xml']]),
      element('title', {}, [feed.title]),
      element('subtitle', {}, [feed.description]),
      element('updated', {}, [iso(feed.updatedAt ?? now)]),
      element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self['atom.xml'] }),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.home }),
      element('author', {}, [element('name', {}, [site.name])]),
      element('icon', {}, [feed.icon]),
      element('generator', {}, ['Midad']),
      ...feed.items.map(entry),
    ]),
  );
}

function entry(story: FeedItem): Xml {
  return element('entry', { 'xml:lang': story.language }, [
    element('id', {}, [story.id]),
    element('title', {}, [story.title]),
    element('updated', {}, [iso(story.updatedAt)]),
    element('published', {}, [iso(story.publishedAt)]),
    element('link', { rel: 'alternate', type: 'text/html', href: story.url }),
    story.picture === undefined
      ? undefined
      : element('link', { rel: 'enclosure', type: 'image/jpeg', href: story.picture.url }),
    ...story.authors.map(({ name, url }) =>
      element('author', {}, [
        element('name', {}, [name]),
        url === undefined ? undefined : element('uri', {}, [url]),
      ]),
    ),
    ...story.categories.map((name) => element('category', { term: name })),
    story.summary === undefined ? undefined : element('summary', {}, [story.summary]),
    element('content', { type: 'html' }, [story.html]),
  ]);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
