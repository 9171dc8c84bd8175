import type { ListFilter, StoryCard } from '../../catalog/public/catalog.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { opinionTeaser, teaser } from '../components/teasers.ts';
import type { Setting } from './parts.ts';
import { listPageOf, type ListPage, type PlaceQuery } from './paging.ts';

/** Stories on one page of a section, topic or writer: the lead layout and a list of two dozen. */
const cardsOnPage = 28;

/** A page of cards by keyset; an unreadable place gives the first page. */
export function cardPage({ catalog }: Setting, filter: ListFilter, query: PlaceQuery): ListPage {
  return listPageOf(catalog, filter, query, cardsOnPage);
}

/** Whether this is the newest page, whose first stories are shown as a lead. */
export const isFirst = (page: ListPage): boolean => page.own === '';

/** Stories of the lead layout: one large and a stack. */
const inLead = 4;

/** The stories that the lead layout shows: the newest of the first few with a picture, then the next. */
export function leadCards(cards: readonly StoryCard[]): StoryCard[] {
  const lead = cards.slice(0, inLead + 2).find((card) => card.picture !== undefined) ?? cards[0];
  return lead === undefined ? [] : [lead, ...cards.filter((card) => card !== lead)].slice(0, inLead);
}

/** One large, a stack beside it, and a last column: 5 + 4 + 3; without the last, or the stack, they spread. */
export function leadLayout(setting: Setting, cards: readonly StoryCard[], column: Html | undefined): Html {
  const [lead, ...stack] = cards;
  if (lead === undefined) return nothing;
  const widths =
    column === undefined ? ['d7 c8', 'd5 c8'] : stack.length === 0 ? ['d9 c8', ''] : ['d5 c8', 'd4 c4'];
  const first = teaser(setting, lead, {
    kind: 'big',
    level: 2,
    inSection: true,
    summary: true,
    byline: true,
    picture: { shape: 'r32', columns: 7, first: true },
  });
  const beside = stack.map((card) =>
    card.kind === 'opinion'
      ? opinionTeaser(setting, card, 2)
      : teaser(setting, card, {
          kind: card.picture === undefined ? 'plain' : 'row',
          level: 2,
          inSection: true,
          summary: card.picture === undefined,
          picture: { shape: 'r11', columns: 1 },
        }),
  );
  return html`<div class="grid ruled">
    <div class="${widths[0]}">${first}</div>
    ${
      stack.length === 0 ? nothing : html`<div class="stack ${widths[1]}">${beside}</div>`
    }${column === undefined ? nothing : html`<div class="d3 c4">${column}</div>`}
  </div>`;
}

/** Stories in rows, with a small picture where there is one; in two columns on a wide page if `two`. */
export function cardRows(
  setting: Setting,
  cards: readonly StoryCard[],
  options: { inSection?: boolean; two?: boolean } = {},
): Html {
  if (cards.length === 0) return nothing;
  return html`<ol class="cards${options.two === true ? ' cards--two' : ''}">
    ${cards.map(
      (card) =>
        html`<li>
          ${teaser(setting, card, {
            kind: card.picture === undefined ? 'plain' : 'row',
            level: 2,
            inSection: options.inSection === true,
            summary: true,
            byline: true,
            picture: { shape: 'r32', columns: 2 },
          })}
        </li>`,
    )}
  </ol>`;
}

/** Head of a list page: what it is, its name, a sentence, how many stories. */
export function listHead(parts: {
  kind?: string | undefined;
  name: Html;
  role?: Html | undefined;
  description?: Html | undefined;
  note?: Html | undefined;
  picture?: Html | undefined;
}): Html {
  const { kind, name, role, description, note, picture } = parts;
  return html`<header class="page-head${picture === undefined ? '' : ' page-head--picture'}">
    <div>
      ${kind === undefined ? nothing : html`<p class="kicker">${kind}</p>`}
      <h1>${name}</h1>
      ${role === undefined ? nothing : html`<p class="role">${role}</p>`}${
        description === undefined ? nothing : html`<p class="standfirst">${description}</p>`
      }${note === undefined ? nothing : html`<p class="meta">${note}</p>`}
    </div>
    ${picture}
  </header>`;
}
