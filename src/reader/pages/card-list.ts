import type { ListFilter, StoryCard } from '../../catalog/public/catalog.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { lines, opinionTeaser, teaser } from '../components/teasers.ts';
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

/**
 * Lead layout: the newest story with a picture large, four beside it, then headlines. Fewer stories make a smaller
 * layout, and none is shown twice.
 * @returns what was laid out and the stories left for the list.
 */
export function leadLayout(
  setting: Setting,
  cards: readonly StoryCard[],
): { layout: Html; rest: StoryCard[] } {
  const lead = cards.slice(0, 6).find((card) => card.picture !== undefined) ?? cards[0];
  if (lead === undefined) return { layout: nothing, rest: [] };
  const others = cards.filter((card) => card !== lead);
  // Under six there is too little for a list below: all stand beside the lead.
  const stack = others.slice(0, 3);
  const headlines = others.slice(3, 9);
  const wide = headlines.length === 0;
  const layout = html`<div class="grid ruled">
    <div class="${stack.length === 0 ? 'd9 c8' : 'd5 c8'}">
      ${teaser(setting, lead, {
        kind: 'big',
        level: 2,
        inSection: true,
        summary: true,
        byline: true,
        picture: { shape: 'r32', columns: stack.length === 0 ? 9 : 5, first: true },
      })}
    </div>
    ${
      stack.length === 0
        ? nothing
        : html`<div class="stack ${wide ? 'd7 c8' : 'd4 c4'}">
            ${stack.map((card) =>
              card.kind === 'opinion'
                ? opinionTeaser(setting, card, 2)
                : teaser(setting, card, {
                    kind: card.picture === undefined ? 'plain' : 'row',
                    level: 2,
                    inSection: true,
                    summary: card.picture === undefined || wide,
                    picture: { shape: 'r11', columns: 1 },
                  }),
            )}
          </div>`
    }${wide ? nothing : html`<div class="d3 c4 column">${lines(setting, headlines)}</div>`}
  </div>`;
  return { layout, rest: others.slice(9) };
}

/** The rest of a list in rows: date in the margin, words, and a small picture where there is one. */
export function cardRows(
  setting: Setting,
  cards: readonly StoryCard[],
  options: { inSection?: boolean } = {},
): Html {
  if (cards.length === 0) return nothing;
  return html`<ol class="cards">
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
