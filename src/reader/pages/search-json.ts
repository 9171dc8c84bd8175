import type { PublicCatalog, StoryCard } from '../../catalog/public/catalog.ts';
import type { Highlighted, SearchResponse } from '../../catalog/search/search.ts';
import { MidadError } from '../../model/errors.ts';
import { fill, readerStrings } from '../../strings/strings.ts';
import type { Loader, Page } from '../page.ts';
import { to } from '../routes.ts';
import { readJsonTerms, type SearchTerms } from './search-terms.ts';

/**
 * `/search.json`: `{ total, capped, hits, meant }`, each hit `{ id, url, headline, snippet, highlights, published, section,
 * source }`. `total` is exact up to 10,000; `highlights` are the places of the words found in `snippet`, as pairs of
 * JavaScript string indices; `meant` is another query that was perhaps meant, or null. 400 with a sentence in Arabic and English for a parameter that cannot be understood,
 * 503 when too many searches are waiting.
 */
export const loadSearchJson: Loader<SearchTerms> = async (context, terms) => {
  const read = readJsonTerms(terms);
  if (!read.ok) return failure(400, 'searchBadParameter', { name: read.parameter });
  try {
    const found =
      read.request.q === ''
        ? { total: 0, capped: false, hits: [], terms: [] }
        : await context.search.search(read.request);
    return json(200, body(context.catalog(), context.baseUrl, found));
  } catch (error) {
    if (error instanceof MidadError && error.code === 'unavailable') return failure(503, 'searchBusy', {});
    throw error;
  }
};

function body(catalog: PublicCatalog, baseUrl: string, found: SearchResponse): object {
  const cards = new Map(catalog.cards(found.hits.map((hit) => hit.id)).map((card) => [card.id, card]));
  return {
    total: found.total,
    capped: found.capped,
    meant: found.meant ?? null,
    hits: found.hits.flatMap((hit) => {
      const card = cards.get(hit.id);
      // The index lags a little behind: a story withdrawn a moment ago is no longer in the catalog.
      return card === undefined ? [] : [hitOf(catalog, baseUrl, card, hit)];
    }),
  };
}

function hitOf(
  catalog: PublicCatalog,
  baseUrl: string,
  card: StoryCard,
  hit: SearchResponse['hits'][number],
): object {
  const source = card.sourceName === undefined ? undefined : catalog.story(card.id)?.story.source;
  return {
    id: card.id,
    url: `${baseUrl}${to.story(card)}`,
    headline: card.headline,
    snippet: plain(hit.snippet),
    highlights: places(hit.snippet),
    published: new Date(card.publishedAt).toISOString(),
    section: card.section,
    source: source === undefined ? null : { name: source.name, id: source.id },
  };
}

function plain(text: Highlighted): string {
  return text.map((stretch) => stretch.text).join('');
}

function places(text: Highlighted): [start: number, end: number][] {
  let at = 0;
  const found: [number, number][] = [];
  for (const stretch of text) {
    if (stretch.hit) found.push([at, at + stretch.text.length]);
    at += stretch.text.length;
  }
  return found;
}

function failure(
  status: 400 | 503,
  key: 'searchBadParameter' | 'searchBusy',
  params: Record<string, string>,
): Page {
  return json(status, {
    error: {
      code: status === 400 ? 'bad-request' : 'unavailable',
      ar: fill(readerStrings.ar[key], params),
      en: fill(readerStrings.en[key], params),
    },
  });
}

function json(status: 200 | 400 | 503, value: object): Page {
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(value),
    keys: [],
    hold: 0,
    robots: 'noindex',
  };
}
