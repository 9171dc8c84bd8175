import { fill } from '../../strings/strings.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { keys } from '../../model/dependency-keys.ts';
import type { Loader, Page } from '../page.ts';
import { to } from '../routes.ts';
import { daysOfMonth, existingDay, existingMonth, neighbours, noonOf } from './archive-days.ts';
import { dayChoice } from './day-choice.ts';
import { loadNotFound } from './errors.ts';
import { listPageOf, type PlaceQuery } from './paging.ts';
import {
  dayName,
  listHold,
  sheet,
  monthName,
  pageLinks,
  pagerOf,
  rowsOnPage,
  settingOf,
  storyKeys,
  storyRows,
  type Setting,
} from './parts.ts';

/**
 * `/archive`: all months by year, and the days of one of them (the newest, or `?month=2026-11`). `?day=2026-11-23`,
 * which the form sends, leads to that day.
 */
export const loadArchive: Loader<{ month?: string | undefined; day?: string | undefined }> = (
  context,
  query,
) => {
  const setting = settingOf(context);
  const { t, catalog } = setting;
  const asked = existingDay(query.day);
  if (asked !== undefined) return toDay(asked);
  const months = catalog.archiveMonths();
  const month = existingMonth(query.month) ?? months[0]?.month;
  const chosen = query.month !== undefined && month === query.month;
  const title =
    month !== undefined && chosen ? fill(t.archiveOf, { date: monthName(setting, month) }) : t.archive;
  return sheet(setting, {
    metadata: {
      title,
      description: t.archiveIntro,
      path: to.archive() + (chosen ? `?month=${month}` : ''),
    },
    content: html`<h1>${title}</h1>
      <p class="standfirst">${t.archiveIntro}</p>
      ${dayForm(setting)}
      ${month === undefined ? html`<p class="message">${t.archiveEmpty}</p>` : days(setting, month)}
      ${years(setting, months, month)}`,
    keys: [keys.site, keys.archive],
    hold: listHold,
  });
};

/**
 * `/archive/2026-11-23`: what was published on a day, in the site's zone. 404 for a day that does not exist, and for one
 * without stories, which names its neighbours.
 */
export const loadArchiveDay: Loader<{ day: string } & PlaceQuery> = (context, { day, ...query }) => {
  const path = to.archiveDay(day);
  if (existingDay(day) === undefined) return loadNotFound(context, { path });
  const setting = settingOf(context);
  const { t, catalog, count } = setting;
  const page = listPageOf(catalog, { day }, query, rowsOnPage);
  const total = catalog.count({ day });
  const { previous, next } = neighbours(catalog, day);
  const title = fill(t.archiveOf, { date: dayName(setting, day) });
  return sheet(setting, {
    status: total === 0 ? 404 : 200,
    metadata:
      total === 0 ? { title, robots: 'noindex' } : { title, path: path + page.own, ...pageLinks(path, page) },
    content: html`<h1>${title}</h1>
      ${
        total === 0
          ? html`<p class="message">${t.archiveEmptyDay}</p>`
          : html`<p class="meta">${count(t.storyCount, total)}</p>
              ${storyRows(setting, page.cards, 2)} ${pagerOf(setting, path, page)}`
      }
      <nav class="pager" aria-label="${t.archiveDays}">
        ${dayLink(setting, 'prev', previous, t.archivePreviousDay)}
        <a href="${to.archive()}?month=${day.slice(0, 7)}">${monthName(setting, day.slice(0, 7))}</a>
        ${dayLink(setting, 'next', next, t.archiveNextDay)}
      </nav>`,
    keys: [keys.site, keys.listDay(day), keys.archive, ...storyKeys(page.cards)],
    // Of days without stories there is no end.
    hold: total === 0 ? 0 : listHold,
  });
};

function dayLink(setting: Setting, rel: 'prev' | 'next', day: string | undefined, label: string): Html {
  if (day === undefined) return nothing;
  return html`<a rel="${rel}" href="${to.archiveDay(day)}"
    >${fill(label, { date: dayName(setting, day) })}</a
  >`;
}

function toDay(day: string): Page {
  return {
    status: 302,
    type: 'text/plain; charset=utf-8',
    body: '',
    keys: [],
    hold: 0,
    location: to.archiveDay(day),
  };
}

function dayForm(setting: Setting): Html {
  const { t } = setting;
  return html`<form class="find" action="${to.archive()}" method="get">
    <div class="find-day">
      ${dayChoice(setting, { name: 'day', label: t.archiveGoTo, required: true })}
      <button class="btn btn--main" type="submit">${t.archiveGo}</button>
    </div>
  </form>`;
}

function days(setting: Setting, month: string): Html {
  const { t, catalog, count } = setting;
  const found = daysOfMonth(catalog, month);
  return html`<section class="band" aria-labelledby="archive-month">
    <div class="head"><h2 id="archive-month">${monthName(setting, month)}</h2></div>
    <ul class="names">
      ${found.map(
        ({ day, stories }) =>
          html`<li>
            <a href="${to.archiveDay(day)}">${dayName(setting, day)}</a>
            <span class="meta">${count(t.storyCount, stories)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function years(
  setting: Setting,
  months: readonly { month: string; stories: number }[],
  current: string | undefined,
): Html {
  const { t, count } = setting;
  if (months.length === 0) return nothing;
  const byYear = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  return html`<section class="band" aria-labelledby="archive-months">
    <div class="head"><h2 id="archive-months">${t.archiveMonths}</h2></div>
    ${[...byYear].map(
      ([year, of]) =>
        html`<h3>${setting.year(noonOf(`${year}-06-15`, setting.site.timeZone))}</h3>
          <ul class="names">
            ${of.map(
              ({ month, stories }) =>
                html`<li>
                  <a href="${to.archive()}?month=${month}" ${month === current ? 'aria-current=true' : ''}
                    >${monthName(setting, month)}</a
                  >
                  <span class="meta">${count(t.storyCount, stories)}</span>
                </li>`,
            )}
          </ul>`,
    )}
  </section>`;
}
