import { keys } from '../../model/dependency-keys.ts';
import { renderDocument } from '../components/document.ts';
import { html, nothing } from '../components/html.ts';
import { breadcrumbs } from '../components/json-ld.ts';
import { breakingOf } from '../components/masthead.ts';
import { feedLinks } from '../components/metadata.ts';
import { line } from '../components/text.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { cardPage, cardRows, isFirst, leadCards, leadLayout, listHead } from './card-list.ts';
import { renderBand } from './front-bands.ts';
import { fillKeys, planSection } from './front-plan.ts';
import { loadNotFound } from './errors.ts';
import type { PlaceQuery } from './paging.ts';
import { listHold, pageLinks, pagerOf, settingOf, storyKeys } from './parts.ts';
import { mostReadBox } from './story-neighbours.ts';

/** A section: its newest stories as a small front, the others as rows; older pages are rows only. */
export const loadSection: Loader<{ section: string } & PlaceQuery> = (context, { section: id, ...place }) => {
  const setting = settingOf(context);
  const { catalog, t, site } = setting;
  const section = catalog.section(id);
  if (section === undefined) return loadNotFound(context, { path: to.section(id) });
  const page = cardPage(setting, { section: id }, place);
  const path = to.section(id);
  const first = isFirst(page);
  // Older pages are lists by time, whatever the front shows.
  const { leading, bands, rest } = first
    ? planSection(catalog, catalog.front(id), page.cards, leadCards)
    : { leading: [], bands: [], rest: page.cards };
  const shown = [
    ...leading,
    ...bands.flatMap((band) => (band.kind === 'sections' ? [] : band.cards)),
    ...rest,
  ];
  const now = context.now();
  const most = mostReadBox(setting, {
    id: 'most',
    section: id,
    shown: shown.map((card) => card.id),
    now,
  });
  const home = catalog.front('home');
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: renderDocument({
      context,
      edition: setting,
      current: path,
      breaking: breakingOf(home, now, (story) => catalog.cards([story])[0]),
      metadata: {
        title: section.name,
        description: section.description,
        path: path + page.own,
        feeds: feedLinks(section.name, to.sectionFeed(id, 'rss.xml')),
        ...pageLinks(path, page),
        jsonLd: [
          breadcrumbs(context.baseUrl, [
            { name: site.name, path: to.home() },
            { name: section.name, path },
          ]),
        ],
      },
      main: html`<main id="main" class="listing wrap">
        ${listHead({
          name: line(section.name, site.language),
          description:
            section.description === undefined ? undefined : line(section.description, site.language),
        })}
        ${
          shown.length === 0
            ? html`<p class="message">${t.listEmpty}</p>`
            : leadLayout(setting, leading, most.ids.length === 0 ? undefined : most.html)
        }
        ${bands.map((band, i) => renderBand(setting, band, `band-${i + 1}`, undefined))}
        ${rest.length === 0 ? nothing : html`<div class="${first ? 'band' : ''}">${cardRows(setting, rest, { inSection: true, two: true })}</div>`}
        ${pagerOf(setting, path, page)}
      </main>`,
    }),
    keys: [
      keys.site,
      keys.listSection(id),
      keys.front('home'),
      keys.front(id),
      ...fillKeys(catalog, catalog.front(id)),
      ...storyKeys(shown),
      ...most.ids.map(keys.shown),
    ],
    hold: listHold,
  };
};
