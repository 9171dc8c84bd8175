import type { StoryView } from '../../catalog/public/catalog.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { Site } from '../../model/site.ts';
import { socialAddress } from '../../model/social.ts';
import type { LiveEntry, StoryKind } from '../../model/story.ts';
import { to } from '../routes.ts';
import { sharedPicture } from './shared-picture.ts';

/**
 * schema.org types by kind of story. A live story is a LiveBlogPosting only once it has entries.
 * Source: https://schema.org/NewsArticle and its more specific types.
 */
const types: Readonly<Record<StoryKind, string>> = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  explainer: 'BackgroundNewsArticle',
  'fact-check': 'NewsArticle',
  live: 'NewsArticle',
  gallery: 'NewsArticle',
  video: 'NewsArticle',
};

/** schema.org limits nothing, but a page need not carry a whole day of live entries twice. */
const liveUpdates = 50;

/**
 * JSON that may stand inside `<script type="application/ld+json">`: no `<`, `>`, `&`, U+2028 or U+2029 remains as a
 * character, so no headline can end the element or open a comment. `JSON.parse` gives back the same values.
 */
export function serialiseJsonLd(object: object): string {
  return JSON.stringify(object).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const context = 'https://schema.org';
const iso = (at: number) => new Date(at).toISOString();

/** The publication; the same `@id` wherever it is named. */
export function organisation(site: Site, baseUrl: string): object {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': `${baseUrl}/#organisation`,
    name: site.name,
    url: `${baseUrl}/`,
    ...(site.description === undefined ? {} : { description: site.description }),
    ...(site.foundedYear === undefined ? {} : { foundingDate: String(site.foundedYear) }),
    ...(site.contact?.email === undefined ? {} : { email: site.contact.email }),
    ...(site.social === undefined || site.social.length === 0
      ? {}
      : { sameAs: site.social.map(({ network, handle }) => socialAddress(network, handle)) }),
    correctionsPolicy: `${baseUrl}${to.corrections()}`,
    publishingPrinciples: `${baseUrl}${to.about()}`,
  };
}

/** For the front: the publication, and the site with its search. */
export function siteJsonLd(site: Site, baseUrl: string): object[] {
  return [
    { '@context': context, ...organisation(site, baseUrl) },
    {
      '@context': context,
      '@type': 'WebSite',
      '@id': `${baseUrl}/#website`,
      name: site.name,
      url: `${baseUrl}/`,
      inLanguage: site.language,
      publisher: { '@id': `${baseUrl}/#organisation` },
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${baseUrl}${to.search()}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
  ];
}

/** Where a page stands in the site: pairs of name and root-relative path, from the front down. */
export function breadcrumbs(baseUrl: string, trail: readonly { name: string; path: string }[]): object {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: `${baseUrl}${path}`,
    })),
  };
}

/**
 * A story and its breadcrumbs.
 * @param entries Live entries, newest first, for a story of kind `live`.
 * Source: https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function storyJsonLd(
  site: Site,
  baseUrl: string,
  view: StoryView,
  entries: readonly LiveEntry[] = [],
): object[] {
  const { story, card, section } = view;
  const url = `${baseUrl}${to.story(story)}`;
  const live = story.kind === 'live' && entries.length > 0;
  const picture = card.picture && sharedPicture(baseUrl, card.picture.media);
  const modified = live ? Math.max(card.publishedAt, ...entries.map((e) => e.at)) : card.updatedAt;
  const keywords = [...view.topics.map((topic) => topic.name), ...(story.tags ?? [])];
  const mentions = [
    ...view.people.map((e) => ({
      '@type': 'Person',
      name: e.name,
      url: `${baseUrl}${to.entity('person', e.slug)}`,
    })),
    ...view.places.map((e) => ({
      '@type': 'Place',
      name: e.name,
      url: `${baseUrl}${to.entity('place', e.slug)}`,
    })),
    ...view.organisations.map((e) => ({
      '@type': 'Organization',
      name: e.name,
      url: `${baseUrl}${to.entity('organisation', e.slug)}`,
    })),
  ];
  const article = {
    '@context': context,
    '@type': live ? 'LiveBlogPosting' : types[story.kind],
    '@id': `${baseUrl}${to.short(story.id)}`,
    headline: story.headline,
    ...(story.standfirst === undefined ? {} : { description: story.standfirst }),
    ...(picture === undefined
      ? {}
      : {
          image: [{ '@type': 'ImageObject', url: picture.url, width: picture.width, height: picture.height }],
        }),
    datePublished: iso(card.publishedAt),
    dateModified: iso(modified ?? card.publishedAt),
    author: authors(site, baseUrl, view),
    publisher: organisation(site, baseUrl),
    mainEntityOfPage: url,
    url,
    inLanguage: story.language,
    isAccessibleForFree: true,
    ...(section === undefined ? {} : { articleSection: section.name }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(mentions.length === 0 ? {} : { mentions }),
    ...(story.dateline === undefined ? {} : { locationCreated: { '@type': 'Place', name: story.dateline } }),
    ...(card.words === 0 ? {} : { wordCount: card.words }),
    ...(story.corrections.length === 0
      ? {}
      : {
          correction: story.corrections.map((c) => ({
            '@type': 'CorrectionComment',
            text: c.text,
            datePublished: iso(c.at),
          })),
        }),
    ...(live ? liveParts(url, entries) : {}),
  };
  return [article, breadcrumbs(baseUrl, trail(site, view))];
}

function liveParts(url: string, entries: readonly LiveEntry[]): object {
  const shown = entries.slice(0, liveUpdates);
  return {
    coverageStartTime: iso(Math.min(...entries.map((e) => e.at))),
    liveBlogUpdate: shown.map((entry) => {
      const text = bodyText(entry.body);
      return {
        '@type': 'BlogPosting',
        headline: entry.headline ?? text.split('\n', 1)[0]?.slice(0, 110) ?? '',
        datePublished: iso(entry.at),
        articleBody: text,
        url: `${url}#${encodeURIComponent(entry.id)}`,
      };
    }),
  };
}

function authors(site: Site, baseUrl: string, view: StoryView): object[] {
  const people = view.card.writers.map((writer) => ({
    '@type': 'Person',
    name: writer.name,
    ...(writer.slug === undefined ? {} : { url: `${baseUrl}${to.author(writer.slug)}` }),
    ...(writer.role === undefined ? {} : { jobTitle: writer.role }),
  }));
  if (people.length > 0) return people;
  const { agency } = view.card;
  return [agency === undefined ? organisation(site, baseUrl) : { '@type': 'Organization', name: agency }];
}

function trail(site: Site, view: StoryView): { name: string; path: string }[] {
  const { story, section } = view;
  return [
    { name: site.name, path: to.home() },
    ...(section === undefined ? [] : [{ name: section.name, path: to.section(section.id) }]),
    { name: story.shortHeadline ?? story.headline, path: to.story(story) },
  ];
}
