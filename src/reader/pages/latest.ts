import { html } from '../components/html.ts';
import { keys } from '../../model/dependency-keys.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { listPageOf, type PlaceQuery } from './paging.ts';
import { listHold, sheet, pageLinks, pagerOf, rowsOnPage, settingOf, storyKeys, storyRows } from './parts.ts';

/** `/latest`: everything published, newest first. */
export const loadLatest: Loader<PlaceQuery> = (context, query) => {
  const setting = settingOf(context);
  const { t, catalog } = setting;
  const page = listPageOf(catalog, {}, query, rowsOnPage);
  return sheet(setting, {
    metadata: {
      title: t.latest,
      description: t.latestIntro,
      path: to.latest() + page.own,
      ...pageLinks(to.latest(), page),
    },
    content: html`<h1>${t.latest}</h1>
      ${storyRows(setting, page.cards, 2)} ${pagerOf(setting, to.latest(), page)}`,
    keys: [keys.site, keys.listHome, ...storyKeys(page.cards)],
    hold: listHold,
  });
};
