import type { Front } from '../../model/site.ts';
import type { StoryCard } from '../../catalog/public/catalog.ts';
import type { ReaderContext } from '../page.ts';
import { to } from '../routes.ts';
import { time, type Edition } from './edition.ts';
import { html, nothing, type Html } from './html.ts';
import { logo } from './logo.ts';
import { line } from './text.ts';

export interface Masthead {
  context: ReaderContext;
  edition: Edition;
  /** Path of the page or section that is marked as current in the sections' row. */
  current?: string | undefined;
  /** True on the front: the large nameplate with its ears. */
  front?: boolean;
  /** Words beside the front's nameplate, at its end. */
  ear?: { title: string; text: string; href: string } | undefined;
  breaking?: Breaking | undefined;
}

/** A line above everything, for as long as the editors set. */
export interface Breaking {
  text: string;
  href?: string | undefined;
  at?: number | undefined;
}

/** The breaking row of a front document, unless its time is over. */
export function breakingOf(
  front: Front | undefined,
  now: number,
  card: (id: number) => StoryCard | undefined,
): Breaking | undefined {
  const row = front?.breaking;
  if (row === undefined || row.until <= now) return undefined;
  const story = row.story === undefined ? undefined : card(row.story);
  return { text: row.text, href: story && to.story(story), at: story?.updatedAt ?? story?.publishedAt };
}

/** Date line, nameplate, sections, breaking row. */
export function masthead(parts: Masthead): Html {
  const { edition, context, current, front = false } = parts;
  const { t } = edition;
  const now = context.now();
  const day = edition.day(now);
  const hijri = edition.hijri(now);
  const here = (path: string) =>
    path === current ? html` aria-current="${front ? 'page' : 'true'}"` : nothing;
  return html`<header class="${front ? 'mast' : 'mast mast--small'} wrap">
    <div class="util">
      <p>
        <time datetime="${day}">${edition.longDate(now)}</time>${
          hijri === undefined ? nothing : html` <span class="hijri"><span class="dot"></span>${hijri}</span>`
        }
      </p>
      <nav aria-label="${t.servicesLabel}">
        <a href="${to.search()}">${t.search}</a><a href="${to.latest()}">${t.latest}</a
        ><a href="${to.archive()}">${t.archive}</a>
      </nav>
    </div>
    <div class="plate">
      ${front ? startEar(edition) : html`<span></span>`}${
        front ? logo(edition) : html`<a href="${to.home()}">${logo(edition)}</a>`
      }${ear(parts)}
    </div>
    <nav class="sections" aria-label="${t.sectionsLabel}">
      <ul>
        <li><a href="${to.home()}" ${here(to.home())}>${t.front}</a></li>
        ${edition.sections.map(
          ({ id, name }) =>
            html`<li>
              <a href="${to.section(id)}" ${here(to.section(id))}>${line(name, edition.language)}</a>
            </li>`,
        )}
      </ul>
    </nav>
    ${breakingRow(edition, parts.breaking)}
  </header>`;
}

function startEar({ site, t, say, number }: Edition): Html {
  const { tagline, foundedYear } = site;
  if (tagline === undefined && foundedYear === undefined) return html`<span></span>`;
  // A year is never grouped: «٢٠١٦», not «٢٬٠١٦».
  const year = foundedYear === undefined ? '' : number(foundedYear).replace(/[٬,]/g, '');
  return html`<p class="ear">
    <b>${line(tagline ?? site.name, site.language)}</b>${year === '' ? nothing : say(t.since, { year })}
  </p>`;
}

function ear({ ear: words, front = false, edition }: Masthead): Html {
  if (!front || words === undefined) return html`<span></span>`;
  return html`<p class="ear ear--end">
    <b>${words.title}</b><a href="${words.href}">${line(words.text, edition.language)}</a>
  </p>`;
}

function breakingRow(edition: Edition, row: Breaking | undefined): Html {
  if (row === undefined) return nothing;
  const words = line(row.text, edition.language);
  return html`<div class="breaking" role="region" aria-label="${edition.t.breaking}">
    <b>${edition.t.breaking}</b>${
      row.href === undefined ? html`<p>${words}</p>` : html`<a href="${row.href}">${words}</a>`
    }${row.at === undefined ? nothing : time(row.at, edition.clock(row.at), 'meta hide-s')}
  </div> `;
}
