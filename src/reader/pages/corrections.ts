import { html } from '../components/html.ts';
import { keys } from '../cache/keys.ts';
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
  const found = catalog.corrections({
    limit: rowsOnPage + 1,
    ...(before === undefined ? {} : { before }),
  });
  const shown = found.slice(0, rowsOnPage);
  const last = shown.at(-1);
  const next =
    found.length > shown.length && last !== undefined
      ? `${to.corrections()}?before=${writePlace({ publishedAt: last.at, id: last.story.id })}`
      : undefined;
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
