import type { Block } from '../../model/block.ts';
import { keys } from '../../model/dependency-keys.ts';
import { linkedStories, renderBody } from '../components/blocks.ts';
import { html, nothing } from '../components/html.ts';
import { siteJsonLd } from '../components/json-ld.ts';
import { line } from '../components/text.ts';
import type { Loader } from '../page.ts';
import { to } from '../routes.ts';
import { settingOf, sheet } from './parts.ts';

/** Seconds: it changes with the site's settings, whose key drops it. */
const hold = 3600;

/** `/about`: what the publication says of itself, and how to reach it. */
export const loadAbout: Loader<object> = (context) => {
  const setting = settingOf(context);
  const { site, t, say, catalog, language } = setting;
  const title = say(t.about, { name: site.name });
  const email = site.contact?.email;
  const linked = linkedStories(site.about);
  const media = picturesOf(site.about).flatMap((id) => catalog.media(id) ?? []);
  return sheet(setting, {
    metadata: {
      title,
      description: site.description ?? site.tagline,
      path: to.about(),
      jsonLd: siteJsonLd(site, context.baseUrl),
    },
    content: html`<h1>${line(title, language)}</h1>
      <div class="prose">
        ${renderBody(site.about, {
          edition: setting,
          language,
          media: new Map(media.map((one) => [one.id, one])),
          cards: new Map(catalog.cards(linked).map((card) => [card.id, card])),
        })}
        ${
          email === undefined
            ? nothing
            : html`<h2>${t.contact}</h2>
                <p>
                  <a href="mailto:${email}"><bdi lang="en" dir="ltr">${email}</bdi></a>
                </p>`
        }
      </div>`,
    keys: [keys.site, ...media.map(({ id }) => keys.media(id)), ...linked.map((id) => keys.story(id))],
    hold,
  });
};

function picturesOf(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) =>
      block.type === 'image' ? [block.picture] : block.type === 'gallery' ? block.pictures : [],
    )
    .flatMap(({ media }) => media ?? []);
}
