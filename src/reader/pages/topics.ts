import type { EntityKind } from '../../model/site.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { keys } from '../../model/dependency-keys.ts';
import { line } from '../components/text.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { listHold, sheet, settingOf, type Setting } from './parts.ts';

/** Names of a kind on the overview: what one can look through in a minute. */
const namesOfAKind = 60;

/** `/topics`: the topics, people, places and organisations most written about. */
export const loadTopics: Loader<object> = (context) => {
  const setting = settingOf(context);
  const { t } = setting;
  return sheet(setting, {
    metadata: { title: t.topicsAndNames, description: t.topicsIntro, path: to.topics() },
    content: html`<h1>${t.topicsAndNames}</h1>
      <p class="standfirst">${t.topicsIntro}</p>
      ${names(setting, 'topic', t.topics)} ${names(setting, 'person', t.people)}
      ${names(setting, 'place', t.places)} ${names(setting, 'organisation', t.organisations)}`,
    // Its counts may be a minute old, so the lists of its names are no keys of it.
    keys: [keys.site],
    hold: listHold,
  });
};

function names(setting: Setting, kind: EntityKind, title: string): Html {
  const { t, catalog, count } = setting;
  const top = catalog.topEntities(kind, namesOfAKind);
  if (top.length === 0) return nothing;
  return html`<section class="band" aria-labelledby="top-${kind}">
    <div class="head"><h2 id="top-${kind}">${title}</h2></div>
    <ul class="names">
      ${top.map(
        ({ entity, stories }) =>
          html`<li>
            <a href="${to.entity(kind, entity.slug)}">${line(entity.name, setting.language)}</a>
            <span class="meta">${count(t.storyCount, stories)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}
