import type { Suggestion } from '../../catalog/suggest/suggest.ts';
import { MidadError } from '../../model/errors.ts';
import { editionOf, type Edition } from '../components/edition.ts';
import type { Loader, Page, ReaderContext } from '../page.ts';
import { to } from '../routes.ts';
import { readSuggestTerms, type SearchTerms } from './search-terms.ts';

/**
 * `/suggest.json?q=…`: `{ suggestions, status }`, each suggestion `{ kind, text, label, url }` with a root-relative address;
 * `status` says how many in words. Never kept: what is taken back is to be gone at the next letter. When too many are
 * typing there are no suggestions, status 503.
 */
export const loadSuggestJson: Loader<SearchTerms> = async (context, raw) => {
  const edition = editionOf(context.catalog());
  const { status, found } = await suggestionsFor(context, raw);
  const suggestions = found.map((suggestion) => ({
    kind: suggestion.kind,
    text: suggestion.text,
    label: labelOf(edition, suggestion.kind),
    url: addressOf(suggestion),
  }));
  const said = edition.count(edition.t.suggestCount, suggestions.length);
  return json(status, 'application/json', { suggestions, status: said });
};

/**
 * `/suggest.opensearch.json?q=…`, for a browser's address bar: `[q, texts, kinds, addresses]`.
 * Source: https://github.com/dewitt/opensearch, Suggestions extension 1.1.
 */
export const loadOpenSearchSuggest: Loader<SearchTerms> = async (context, raw) => {
  const edition = editionOf(context.catalog());
  const { status, found, q } = await suggestionsFor(context, raw);
  return json(status, 'application/x-suggestions+json', [
    q,
    found.map(({ text }) => text),
    found.map(({ kind }) => labelOf(edition, kind)),
    found.map((suggestion) => context.baseUrl + addressOf(suggestion)),
  ]);
};

async function suggestionsFor(
  context: ReaderContext,
  raw: SearchTerms,
): Promise<{ status: 200 | 503; q: string; found: readonly Suggestion[] }> {
  const { q, limit } = readSuggestTerms(raw);
  if (q.trim() === '') return { status: 200, q, found: [] };
  try {
    return { status: 200, q, found: await context.search.suggest({ q, limit }) };
  } catch (error) {
    if (error instanceof MidadError && error.code === 'unavailable') return { status: 503, q, found: [] };
    throw error;
  }
}

function labelOf({ t }: Edition, kind: Suggestion['kind']): string {
  const labels = {
    section: t.suggestSection,
    topic: t.topicKind,
    person: t.personKind,
    place: t.placeKind,
    organisation: t.organisationKind,
    story: t.suggestStory,
  };
  return labels[kind];
}

function addressOf(suggestion: Suggestion): string {
  if (suggestion.kind === 'story') return to.story(suggestion);
  return suggestion.kind === 'section'
    ? to.section(suggestion.id)
    : to.entity(suggestion.kind, suggestion.slug);
}

function json(status: 200 | 503, type: string, value: unknown): Page {
  return {
    status,
    type: `${type}; charset=utf-8`,
    body: JSON.stringify(value),
    keys: [],
    hold: 0,
    robots: 'noindex',
  };
}
