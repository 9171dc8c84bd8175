import type { PublicCatalog, StoryCard } from '../../catalog/public/catalog.ts';
import { keys } from '../../model/dependency-keys.ts';
import { gregorian } from '../components/dates.ts';
import { editionOf, time, type Edition } from '../components/edition.ts';
import { renderDocument } from '../components/document.ts';
import { html, nothing, type Html } from '../components/html.ts';
import type { PageMetadata } from '../components/metadata.ts';
import { teaser } from '../components/teasers.ts';
import type { Page, ReaderContext } from '../page.ts';
import { noonOf } from './archive-days.ts';
import type { ListPage } from './paging.ts';

/** Stories on one page of a list: two screens of a desk, four of a phone. */
export const rowsOnPage = 30;
/** Seconds that a list holds, see `model/dependency-keys.ts`. */
export const listHold = 60;

/** What every list page works with: how the site writes, and where it reads. */
export interface Setting extends Edition {
  context: ReaderContext;
  catalog: PublicCatalog;
}

export function settingOf(context: ReaderContext): Setting {
  const catalog = context.catalog();
  return { ...editionOf(catalog), context, catalog };
}

/** What a page of lists or words is made of. */
export interface SheetParts {
  status?: Page['status'];
  metadata: PageMetadata;
  /** What stands in `<main>`, its one `h1` first. */
  content: Html;
  keys: readonly string[];
  hold: number;
}

/** A whole page around its content. One that is not to be indexed says so in its headers too. */
export function sheet(setting: Setting, parts: SheetParts): Page {
  const { status = 200, metadata, content, keys, hold } = parts;
  const { robots } = metadata;
  return {
    status,
    type: 'text/html; charset=utf-8',
    body: renderDocument({
      context: setting.context,
      edition: setting,
      metadata,
      main: html`<main id="main" class="sheet wrap">${content}</main>`,
    }),
    keys,
    hold,
    ...(robots === undefined ? {} : { robots }),
  };
}

/** «٢٣ تشرين الثاني ٢٠٢٦» of a day, YYYY-MM-DD, with its weekday. */
export function dayName({ site, longDate }: Setting, day: string): string {
  return longDate(noonOf(day, site.timeZone));
}

/** «تشرين الثاني ٢٠٢٦» of a month, YYYY-MM. */
export function monthName({ site }: Setting, month: string): string {
  return gregorian(site, noonOf(`${month}-15`, site.timeZone), 'month');
}

/** Date and clock time, since a list may reach years back. */
export function when(setting: Setting, at: number): Html {
  return time(at, `${setting.date(at)}، ${setting.clock(at)}`);
}

export function storyKeys(cards: readonly StoryCard[]): string[] {
  return cards.map((card) => keys.story(card.id));
}

/** Neighbours of a list page for `<link rel>`. */
export function pageLinks(path: string, page: ListPage): { previous?: string; next?: string } {
  return {
    ...(page.previous === undefined ? {} : { previous: path + page.previous }),
    ...(page.next === undefined ? {} : { next: path + page.next }),
  };
}

/** Links to the neighbours of a list page; nothing when it has none. */
export function pagerOf({ t }: Setting, path: string, page: ListPage): Html {
  if (page.previous === undefined && page.next === undefined) return nothing;
  return html`<nav class="pager" aria-label="${t.pages}">
    ${page.previous === undefined ? nothing : html`<a rel="prev" href="${path + page.previous}">${t.previousPage}</a>`}
    ${page.next === undefined ? nothing : html`<a rel="next" href="${path + page.next}">${t.nextPage}</a>`}
  </nav>`;
}

/**
 * Stories as rows: kicker, headline, summary, byline, and a small picture where there is one.
 * @param level Of the headlines: one below the heading they stand under.
 */
export function storyRows(setting: Setting, cards: readonly StoryCard[], level: 2 | 3): Html {
  return html`<ol class="rows">
    ${cards.map((card) => html`<li>${row(setting, card, level)}</li>`)}
  </ol>`;
}

/** As `storyRows`, each with its place in the list. */
export function rankedRows(setting: Setting, cards: readonly StoryCard[]): Html {
  return html`<ol class="rows rows--most">
    ${cards.map(
      (card, i) =>
        html`<li>
          <span class="n" aria-hidden="true">${setting.number(i + 1)}</span>
          ${row(setting, card, 2)}
        </li>`,
    )}
  </ol>`;
}

function row(setting: Setting, card: StoryCard, level: 2 | 3): Html {
  return teaser(setting, card, {
    level,
    summary: true,
    byline: true,
    ...(card.picture === undefined ? {} : { kind: 'row', picture: { shape: 'r11', columns: 1 } }),
  });
}
