import { html } from '../components/html.ts';
import { keys } from '../../model/dependency-keys.ts';
import { line } from '../components/text.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { readPlace, writePlace, type PlaceQuery } from './paging.ts';
import { listHold, sheet, rowsOnPage, settingOf, storyKeys, when } from './parts.ts';

/** `/corrections`: what was said wrongly and what is right, newest first. */
export const loadCorrections: Loader<PlaceQuery> = (context, query) => {
  const setting = settingOf(context);
  const { t, catalog } = setting;
  const before = readPlace(query.before);
  const shown = catalog.corrections({ limit: rowsOnPage, ...(before === undefined ? {} : { before }) });
  const last = shown.at(-1);
  const end = last && { publishedAt: last.at, id: last.story.id };
  const isMore = end !== undefined && catalog.corrections({ before: end, limit: 1 }).length > 0;
  const next = isMore ? `${to.corrections()}?before=${writePlace(end)}` : undefined;
  return sheet(setting, {
    metadata: {
      title: t.corrections,
      description: t.correctionsIntro,
      path: to.corrections() + (before === undefined ? '' : `?before=${writePlace(before)}`),
      next,
    },
    content: html`<h1>${t.corrections}</h1>
      <p class="standfirst">${t.correctionsIntro}</p>
      ${
        shown.length === 0
          ? html`<p class="message">${t.correctionsNone}</p>`
          : html`<ol class="corrections">
              ${shown.map(
                ({ at, text, story }) =>
                  html`<li class="note">
                    <p class="meta">${when(setting, at)}</p>
                    <p>${line(text, story.language)}</p>
                    <p>
                      ${t.correctionIn}
                      <a href="${to.story(story)}">${line(story.headline, story.language)}</a>
                    </p>
                  </li>`,
              )}
            </ol>`
      }
      ${
        next === undefined
          ? ''
          : html`<nav class="pager" aria-label="${t.corrections}">
              <a rel="next" href="${next}">${t.nextPage}</a>
            </nav>`
      }`,
    keys: [keys.site, keys.corrections, ...storyKeys(shown.map(({ story }) => story))],
    hold: listHold,
  });
};
