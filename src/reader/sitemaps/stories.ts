import { keys } from '../../model/dependency-keys.ts';
import { loadNotFound } from '../pages/errors.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { urlset, xmlType } from './urlset.ts';

/** Addresses in one file: well below the protocol's 50,000, so that a file is made in some tens of ms. */
export const storiesPerFile = 10_000;

/** Seconds: crawlers come a few times a day, and the news sitemap is what brings them the newest. */
export const sitemapHold = 300;

/**
 * `/sitemaps/stories-N.xml`: all stories in ascending order of their numbers, cut into files at the numbers that
 * `sitemapStarts` gives, so that a new story only ever touches the last file.
 * @param params.ordinal from 1; 404 beyond the last file.
 */
export const loadStories: Loader<{ ordinal: number }> = (context, { ordinal }) => {
  const catalog = context.catalog();
  const first = catalog.sitemapStarts(storiesPerFile)[ordinal - 1];
  if (first === undefined) return loadNotFound(context, { path: `/sitemaps/stories-${ordinal}.xml` });
  const stories = catalog.sitemapSlice(first - 1, storiesPerFile);
  return {
    status: 200,
    type: xmlType,
    body: urlset(
      stories.map((story) => ({
        loc: `${context.baseUrl}${to.story(story)}`,
        lastmod: story.updatedAt ?? story.publishedAt,
      })),
    ),
    keys: [keys.sitemap],
    hold: sitemapHold,
  };
};
