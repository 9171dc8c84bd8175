import { fill } from '../../strings/strings.ts';
import { keys } from '../../model/dependency-keys.ts';
import { time } from '../components/edition.ts';
import { html, nothing, type Html } from '../components/html.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { mostReadList } from './most-read-list.ts';
import { listHold, sheet, rankedRows, settingOf, storyRows, type Setting } from './parts.ts';

const onPage = 20;
const inJson = 10;

/** `/most-read`. Its title is «الأحدث» where there were too few reads and the latest fill the list. */
export const loadMostRead: Loader<object> = (context) => {
  const setting = settingOf(context);
  const { t } = setting;
  const { cards, filled, updatedAt } = mostReadList(setting.catalog, onPage);
  const title = filled ? t.latest : t.mostRead;
  return sheet(setting, {
    metadata: { title, path: to.mostRead() },
    content: html`<h1>${title}</h1>
      ${updatedAt === undefined ? nothing : html`<p class="meta">${updated(setting, updatedAt)}</p>`}
      ${filled ? storyRows(setting, cards, 2) : rankedRows(setting, cards)}`,
    keys: [keys.site, ...cards.map(({ id }) => keys.story(id))],
    hold: listHold,
  });
};

function updated({ t, clock }: Setting, at: number): Html {
  return time(at, fill(t.updatedAt, { time: clock(at) }));
}

/**
 * `/most-read.json`: `{ title, updatedAt, items: [{ id, url, headline, section, published }] }`; `updatedAt` is null
 * until something was read.
 */
export const loadMostReadJson: Loader<object> = (context) => {
  const { catalog, t } = settingOf(context);
  const { cards, filled, updatedAt } = mostReadList(catalog, inJson);
  return {
    status: 200,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({
      title: filled ? t.latest : t.mostRead,
      updatedAt: updatedAt === undefined ? null : new Date(updatedAt).toISOString(),
      items: cards.map((card) => ({
        id: card.id,
        url: `${context.baseUrl}${to.story(card)}`,
        headline: card.headline,
        section: card.section,
        published: new Date(card.publishedAt).toISOString(),
      })),
    }),
    keys: [keys.site, ...cards.map(({ id }) => keys.story(id))],
    hold: listHold,
  };
};
