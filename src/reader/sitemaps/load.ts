import { entityKinds, type EntityKind } from '../../model/site.ts';
import { keys } from '../../model/dependency-keys.ts';
import { loadNotFound } from '../pages/errors.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { loadStories, sitemapHold, storiesPerFile } from './stories.ts';
import { sitemapIndexXml, urlset, xmlType } from './urlset.ts';

/** Of each kind; four kinds and the fixed pages stay below the protocol's 50,000 addresses in a file. */
const entitiesOfAKind = 10_000;

/** `/sitemap.xml`: names the files of stories, of pages and of news. */
export const loadSitemapIndex: Loader<object> = (context) => {
  const files = context
    .catalog()
    .sitemapStarts(storiesPerFile)
    .map((_, i) => `stories-${i + 1}`);
  return {
    status: 200,
    type: xmlType,
    body: sitemapIndexXml(
      ['news', 'pages', ...files].map((file) => ({ loc: `${context.baseUrl}/sitemaps/${file}.xml` })),
    ),
    keys: [keys.sitemap],
    hold: sitemapHold,
  };
};

/** `/sitemaps/stories-N.xml` and `/sitemaps/pages.xml`; 404 for other names. */
export const loadSitemap: Loader<{ file: string }> = (context, { file }) => {
  if (file === 'pages.xml') return loadPages(context, {});
  const [, ordinal] = /^stories-([1-9]\d{0,5})\.xml$/.exec(file) ?? [];
  return ordinal === undefined
    ? loadNotFound(context, { path: `/sitemaps/${file}` })
    : loadStories(context, { ordinal: Number(ordinal) });
};

/** The front, sections, and the people, places, topics and organisations most written about. */
const loadPages: Loader<object> = (context) => {
  const catalog = context.catalog();
  const entities = (kind: EntityKind) =>
    catalog
      .topEntities(kind, entitiesOfAKind)
      .flatMap(({ entity }) => [
        to.entity(kind, entity.slug),
        ...(entity.author === true ? [to.author(entity.slug)] : []),
      ]);
  const paths = [
    to.home(),
    ...catalog.sections().map((section) => to.section(section.id)),
    to.latest(),
    to.mostRead(),
    to.topics(),
    to.archive(),
    to.corrections(),
    to.about(),
    ...entityKinds.flatMap(entities),
  ];
  return {
    status: 200,
    type: xmlType,
    body: urlset([...new Set(paths)].map((path) => ({ loc: `${context.baseUrl}${path}` }))),
    keys: [keys.sitemap, keys.site],
    hold: sitemapHold,
  };
};
