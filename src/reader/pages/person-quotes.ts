import type { PersonQuote, QuotePosition } from '../../catalog/public/quotes.ts';
import type { Entity } from '../../model/site.ts';
import { keys } from '../../model/dependency-keys.ts';
import { time } from '../components/edition.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { line } from '../components/text.ts';
import { langOf } from '../components/teasers.ts';
import type { Loader } from '../page.ts';
import { redirectPage } from '../answer.ts';
import { to } from '../routes.ts';
import { loadNotFound } from './errors.ts';
import { listHold, type Setting } from './parts.ts';

/** On a person's page; the rest is at `quotes.json`. */
const shown = 12;
const mostAsked = 50;

/** What a person said, newest first, each with its story and linked to its paragraph. Nothing where nothing is known. */
export function saidBy(setting: Setting, person: Entity): Html {
  const { catalog, t, language } = setting;
  const quotes = catalog.quotes(person.id, shown);
  if (quotes.length === 0) return nothing;
  const cards = new Map(
    catalog.cards([...new Set(quotes.map(({ story }) => story))]).map((card) => [card.id, card]),
  );
  return html`<section class="said" aria-labelledby="said">
    <h2 id="said">${t.saidBy}</h2>
    <ul>
      ${quotes.map((quote) => {
        const card = cards.get(quote.story);
        if (card === undefined) return nothing;
        const place = `${to.story(card)}${anchorOf(quote)}`;
        return html`<li>
          <blockquote cite="${place}" ${langOf(setting, card)}>
            <p>${line(wordsOf(quote), card.language)}</p>
          </blockquote>
          <p class="meta">
            <a href="${place}">${line(card.headline, card.language)}</a>
            ${time(card.publishedAt, setting.date(card.publishedAt))}
          </p>
        </li>`;
      })}
    </ul>
    <p class="meta">
      <a href="${to.personQuotes(person.slug)}" type="application/json">${line(t.saidJson, language)}</a>
    </p>
  </section>`;
}

/** A quotation in the site's marks; a statement as it stands. */
const wordsOf = ({ kind, words }: PersonQuote) => (kind === 'direct' ? `«${words}»` : words);
const anchorOf = ({ paragraph }: PersonQuote) => (paragraph === 0 ? '' : `#p${paragraph}`);

/**
 * `/people/…/quotes.json`: `{ person: { id, name, url }, quotes, next }`, each quote `{ text, kind: "direct" | "indirect", url,
 * story: { id, headline, url }, published }`, newest first, at most 50; `next` is the address of the next page or null.
 * `?before=TIME.STORY.N` goes on after one.
 */
export const loadPersonQuotes: Loader<{ slug: string; before: string | undefined }> = (
  context,
  { slug, before },
) => {
  const catalog = context.catalog();
  const person = catalog.entityBySlug('person', slug);
  if (person === undefined) return loadNotFound(context, { path: `/people/${slug}/quotes.json` });
  const path = to.personQuotes(person.slug);
  if (person.slug !== slug) return redirectPage(path, [keys.entity('person', person.id)], listHold);
  const quotes = catalog.quotes(person.id, mostAsked, positionOf(before));
  const cards = new Map(
    catalog.cards([...new Set(quotes.map(({ story }) => story))]).map((card) => [card.id, card]),
  );
  const last = quotes.length === mostAsked ? quotes.at(-1) : undefined;
  const body = {
    person: { id: person.id, name: person.name, url: context.baseUrl + to.entity('person', person.slug) },
    quotes: quotes.flatMap((quote) => {
      const card = cards.get(quote.story);
      if (card === undefined) return [];
      const url = context.baseUrl + to.story(card);
      return [
        {
          text: quote.words,
          kind: quote.kind,
          url: url + anchorOf(quote),
          story: { id: card.id, headline: card.headline, url },
          published: new Date(card.publishedAt).toISOString(),
        },
      ];
    }),
    next:
      last === undefined
        ? null
        : `${context.baseUrl}${path}?before=${last.publishedAt}.${last.story}.${last.n}`,
  };
  return {
    status: 200,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(body),
    keys: [
      keys.site,
      keys.entity('person', person.id),
      keys.listEntity('person', person.id),
      ...[...cards.keys()].map(keys.story),
    ],
    hold: listHold,
    robots: 'noindex',
  };
};

/** What cannot be understood is the beginning. */
function positionOf(before: string | undefined): QuotePosition | undefined {
  const found = /^(-?\d{1,15})\.(\d{1,15})\.(\d{1,6})$/.exec(before ?? '');
  if (found === null) return undefined;
  const [, publishedAt, story, n] = found.map(Number);
  return { publishedAt: publishedAt ?? 0, story: story ?? 0, n: n ?? 0 };
}
