import type { StoryCard } from '../../catalog/public/catalog.ts';
import { keys } from '../../model/dependency-keys.ts';
import { element } from '../feeds/xml.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { urlset, xmlType } from './urlset.ts';

/**
 * Google's news sitemap: at most 1,000 stories of the last two days.
 * Source: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
const newsAge = 48 * 3600 * 1000;
const newsLength = 1000;
/** Cards read at a time: what one page of the catalog surely gives. */
const batch = 200;
const hold = 60;

/** `/sitemaps/news.xml`. */
export const loadNewsSitemap: Loader<object> = (context) => {
  const catalog = context.catalog();
  const site = catalog.site();
  const since = context.now() - newsAge;
  const cards: StoryCard[] = [];
  while (cards.length < newsLength) {
    const last = cards.at(-1);
    const limit = Math.min(batch, newsLength - cards.length);
    const more = catalog.list({ since, limit, ...(last === undefined ? {} : { before: last }) });
    cards.push(...more);
    if (more.length < limit) break;
  }
  const body = urlset(
    cards.map((card) => ({
      loc: `${context.baseUrl}${to.story(card)}`,
      lastmod: card.updatedAt,
      extra: [
        element('news:news', {}, [
          element('news:publication', {}, [
            element('news:name', {}, [site.name]),
            element('news:language', {}, [newsLanguage(card.language)]),
          ]),
          element('news:publication_date', {}, [new Date(card.publishedAt).toISOString()]),
          element('news:title', {}, [card.headline]),
        ]),
      ],
    })),
    { 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' },
  );
  return { status: 200, type: xmlType, body, keys: [keys.sitemap, keys.listHome, keys.site], hold };
};

/** ISO 639 code without region; Chinese alone keeps its script's region, as the schema says. */
function newsLanguage(tag: string): string {
  const lower = tag.toLowerCase();
  return /^zh-(cn|tw)$/.test(lower) ? lower : (lower.split('-')[0] ?? lower);
}
