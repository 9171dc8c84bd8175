import type { PublicCatalog, StoryCard, StoryView } from '../../catalog/public/catalog.ts';
import { sectionHead } from '../components/document.ts';
import { time, type Edition } from '../components/edition.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { latestList, lines, opinionTeaser, ownLang, rankedList, teaser } from '../components/teasers.ts';
import { to } from '../routes.ts';
import { mostReadList } from './most-read-list.ts';
import type { Setting } from './parts.ts';

const relatedShown = 4;
const mostReadShown = 5;
const fromSectionShown = 4;

/** What an editor chose, then what shares topics, people and places. */
export function relatedCards(catalog: PublicCatalog, { story }: StoryView): StoryCard[] {
  const chosen = catalog.cards(story.related.filter((id) => id !== story.id)).slice(0, relatedShown);
  if (chosen.length === relatedShown) return chosen;
  // Those never include the story itself or what its editor chose.
  return [...chosen, ...catalog.related(story.id, relatedShown - chosen.length)];
}

/** A picture story, a stack of two, and the last, as an opinion if it is one. */
export function relatedBand(setting: Setting, view: StoryView, cards: readonly StoryCard[]): Html {
  // The one with a picture leads; among all without, the first.
  const lead = cards.find((card) => card.picture !== undefined) ?? cards[0];
  if (lead === undefined) return nothing;
  const [second, third, fourth] = cards.filter((card) => card !== lead);
  const stack = [second, third].filter((card) => card !== undefined);
  const [topic] = view.topics;
  const more = topic === undefined ? undefined : { text: topic.name, href: to.entity('topic', topic.slug) };
  return html`<section class="band related" aria-labelledby="related">
    ${sectionHead({
      id: 'related',
      title: setting.t.sameSubject,
      more,
    })}
    <div class="grid ruled">
      <div class="d5 c8">
        ${teaser(setting, lead, {
          picture: { shape: 'r32', columns: 5 },
          summary: true,
        })}
      </div>
      ${
        stack.length === 0
          ? nothing
          : html`<div class="stack d4 c4">
              ${stack.map((card) => (card.kind === 'opinion' ? opinionTeaser(setting, card) : teaser(setting, card, { summary: true })))}
            </div>`
      }${
        fourth === undefined
          ? nothing
          : html`<div class="d3 c4">
              ${
                fourth.kind === 'opinion'
                  ? opinionTeaser(setting, fourth)
                  : teaser(setting, fourth, { summary: true })
              }
            </div>`
      }
    </div>
  </section> `;
}

/** Beside the story: what is read most, and more from its section. Both are as old as the page's hold allows. */
export function sideLists(
  setting: Setting,
  { story, section, card }: StoryView,
): { html: Html; ids: number[] } {
  const { catalog, t } = setting;
  const box = mostReadBox(setting, {
    id: 'most',
    section: story.section,
    exclude: [story.id],
    now: setting.context.now(),
  });
  const fromSection = catalog.list({
    section: story.section,
    exclude: [story.id, ...box.ids],
    limit: fromSectionShown,
  });
  const name = section?.name ?? setting.sectionName(story.section);
  const markup = html`<aside class="by-side" aria-label="${box.title}" ${ownLang(setting, card)}>
    ${box.html}${
      fromSection.length === 0
        ? nothing
        : html`<section>
            ${sectionHead({
              id: 'from-section',
              title: setting.say(t.fromSection, { name }),
            })}${lines(setting, fromSection)}
          </section>`
    }
  </aside>`;
  return { html: markup, ids: [...box.ids, ...fromSection.map(({ id }) => id)] };
}

export interface MostReadBox {
  html: Html;
  title: string;
  ids: number[];
}

/**
 * The most read of the site with the time of their count; while there are too few reads, the latest of the section,
 * then of the site, under «الأحدث».
 */
export function mostReadBox(
  setting: Edition & { catalog: PublicCatalog },
  options: {
    id: string;
    section?: string;
    /** Never in the list: the story it stands beside. */
    exclude?: readonly number[];
    /** On the page already: not used as filling, but ranked all the same. */
    shown?: readonly number[];
    now: number;
  },
): MostReadBox {
  const { catalog, t } = setting;
  const { id, section, exclude = [], shown = [], now } = options;
  const whole = mostReadList(catalog, mostReadShown + exclude.length);
  const list = whole.filled
    ? mostReadList(catalog, mostReadShown + exclude.length + shown.length, section)
    : whole;
  const out = new Set(list.filled ? [...exclude, ...shown] : exclude);
  const cards = list.cards.filter((card) => !out.has(card.id)).slice(0, mostReadShown);
  const title = list.filled ? t.latest : t.mostRead;
  const markup =
    cards.length === 0
      ? nothing
      : html`<section aria-labelledby="${id}">
          ${sectionHead({ id, title, href: list.filled ? to.latest() : to.mostRead() })}${
            list.filled ? latestList(setting, cards, now) : rankedList(setting, cards)
          }${
            list.filled || list.updatedAt === undefined
              ? nothing
              : html`<p class="meta updated">
                  ${time(list.updatedAt, setting.say(t.updatedAt, { time: setting.clock(list.updatedAt) }))}
                </p>`
          }
        </section>`;
  return { html: markup, title, ids: cards.map((card) => card.id) };
}
