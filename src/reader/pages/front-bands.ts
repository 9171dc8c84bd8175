import type { StoryCard } from '../../catalog/public/catalog.ts';
import type { Picture } from '../../model/block.ts';
import type { Media } from '../../model/site.ts';
import { sectionHead } from '../components/document.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { caption, picture, proportionClass, sizesOf } from '../components/picture.ts';
import { langOf, lines, opinionTeaser, teaser } from '../components/teasers.ts';
import { line } from '../components/text.ts';
import { to } from '../routes.ts';
import type { Band } from './front-plan.ts';
import type { Setting } from './parts.ts';

/** Pictures of a gallery that the front's row shows. */
const stripShown = 5;

/** One band. `id` is unique on the page; `most` stands in the first package's last column. */
export function renderBand(setting: Setting, band: Band, id: string, most: Html | undefined): Html {
  switch (band.kind) {
    case 'trio':
      return trio(setting, band, id, most);
    case 'opinion':
      return opinion(setting, band, id);
    case 'dossier':
      return dossier(setting, band, id);
    case 'gallery':
      return gallery(setting, band, id);
    case 'sections':
      return sections(setting, band, id);
    default:
      return band satisfies never;
  }
}

type BandOf<K extends Band['kind']> = Extract<Band, { kind: K }>;

/** A picture story, a stack of four, and the most read: 5 + 4 + 3 columns, or 6 + 6 without the last. */
function trio(setting: Setting, { title, cards }: BandOf<'trio'>, id: string, most: Html | undefined): Html {
  const [big, ...stack] = cards;
  if (big === undefined) return nothing;
  const widths = most === undefined ? ['d6 c4', 'd6 c4'] : ['d5 c4', 'd4 c4'];
  const own = html`<div class="${widths[0]}">
      ${teaser(setting, big, {
        kind: 'big',
        level: title === undefined ? 2 : 3,
        summary: true,
        byline: true,
        picture: { shape: 'r32', columns: 5 },
      })}
    </div>
    ${
      stack.length === 0
        ? nothing
        : html`<div class="stack ${widths[1]}">
            ${stack.slice(0, 4).map((card, i) => stacked(setting, card, i))}
          </div>`
    }`;
  const column = most === undefined ? nothing : html`<div class="d3 c8">${most}</div>`;
  const more = lines(setting, stack.slice(4));
  if (title === undefined) {
    return html`<div class="band">
      <div class="grid ruled">${own}${column}</div>
      ${more}
    </div>`;
  }
  // Under a title of its own the package keeps its columns, and the most read stand beside it under theirs.
  const words = html`${sectionHead({ id, title })}
    <div class="grid ruled">${own}</div>
    ${more}`;
  if (most === undefined) return html`<section class="band" aria-labelledby="${id}">${words}</section>`;
  return html`<div class="band">
    <div class="grid ruled">
      <section class="nine d9 c8" aria-labelledby="${id}">${words}</section>
      ${column}
    </div>
  </div>`;
}

/** Every other one with a picture beside it, else with a summary; a live one is its headline. */
function stacked(setting: Setting, card: StoryCard, place: number): Html {
  const withPicture = card.picture !== undefined && place % 2 === 0;
  return teaser(setting, card, {
    kind: card.kind === 'live' ? 'small' : withPicture ? 'row' : 'plain',
    summary: !withPicture,
    picture: withPicture ? { shape: 'r11', columns: 1 } : undefined,
  });
}

function opinion(setting: Setting, { title, cards }: BandOf<'opinion'>, id: string): Html {
  const { t, sections } = setting;
  const own = cards.every((card) => card.section === cards[0]?.section) ? cards[0]?.section : undefined;
  const section = sections.find((one) => one.id === own);
  return html`<section class="band" aria-labelledby="${id}">
    ${sectionHead({
      id,
      title: title ?? t.opinion,
      more: section === undefined ? undefined : { text: t.allArticles, href: to.section(section.id) },
    })}
    <div class="grid ruled">
      ${cards.slice(0, 4).map((card) => html`<div class="d3 c4">${opinionTeaser(setting, card)}</div>`)}
    </div>
  </section>`;
}

/** The argument, a wide picture story, and figures or the other stories: 3 + 6 + 3. */
function dossier(setting: Setting, band: BandOf<'dossier'>, id: string): Html {
  const { t, say, language } = setting;
  const { title, summary, topic, figures } = band;
  const first = band.cards.find((card) => card.picture !== undefined) ?? band.cards[0];
  if (first === undefined) return nothing;
  const others = band.cards.filter((card) => card !== first);
  const name = title === undefined ? t.dossierUntitled : say(t.dossier, { title });
  // Without figures the last column takes the stories, and the first of them stands under the argument.
  const [introduced] = others;
  const beside = others.slice(1);
  return html`<section class="band file" aria-labelledby="${id}">
    ${sectionHead({
      id,
      title: line(name, language),
      more:
        topic === undefined
          ? undefined
          : { text: say(t.moreOf, { name: topic.name }), href: to.entity('topic', topic.slug) },
    })}
    <div class="grid ruled">
      <div class="intro d3 c8">
        ${summary === undefined ? nothing : html`<p class="summary">${line(summary, language)}</p>`}${
          figures.length > 0
            ? lines(setting, others)
            : introduced === undefined
              ? nothing
              : teaser(setting, introduced, { summary: true })
        }
      </div>
      <div class="d6 c8">
        ${teaser(setting, first, {
          kind: 'big',
          summary: true,
          byline: true,
          picture: { shape: 'r21', columns: 6 },
        })}
      </div>
      ${
        figures.length > 0
          ? html`<ol class="steps d3 c8">
              ${figures.map(
                ({ figure, label }) =>
                  html`<li><b>${line(figure, language)}</b><span>${line(label, language)}</span></li>`,
              )}
            </ol>`
          : html`<div class="stack d3 c8">${beside.map((card) => teaser(setting, card))}</div>`
      }
    </div>
  </section>`;
}

/** Columns under the names of their sections; every other one shows a picture. */
function sections(setting: Setting, { columns }: BandOf<'sections'>, id: string): Html {
  const width = { 1: 'd12 c8', 2: 'd6 c4', 3: 'd4 c4', 4: 'd3 c4' }[columns.length] ?? 'd3 c4';
  return html`<div class="band">
    <div class="grid ruled">
      ${columns.map(({ section, cards }, i) => {
        const withPicture = i % 2 === 1 ? cards.find((card) => card.picture !== undefined) : undefined;
        const first = withPicture ?? cards[0];
        if (first === undefined) return nothing;
        const head = sectionHead({
          id: `${id}-${section.id}`,
          title: line(section.name, setting.language),
          href: to.section(section.id),
        });
        return html`<section class="${width}" aria-labelledby="${id}-${section.id}">
          ${head}${
            first.kind === 'opinion'
              ? opinionTeaser(setting, first)
              : teaser(setting, first, {
                  inSection: true,
                  summary: withPicture === undefined,
                  picture: withPicture === undefined ? undefined : { shape: 'r32', columns: 3 },
                })
          }${lines(
            setting,
            cards.filter((card) => card !== first),
          )}
        </section>`;
      })}
    </div>
  </div>`;
}

/** Pictures of one gallery, or of each of several stories, at one height. */
function gallery(setting: Setting, { title, cards }: BandOf<'gallery'>, id: string): Html {
  const { t, number, language, count } = setting;
  const [card] = cards;
  if (card === undefined) return nothing;
  const all = cards.length === 1 ? picturesOf(setting, card) : cards.flatMap(leadOf);
  if (all.length < 2) return nothing;
  const name = title ?? (cards.length === 1 ? (card.shortHeadline ?? card.headline) : t.galleryHeading);
  return html`<section class="band" aria-labelledby="${id}" ${langOf(setting, card)}>
    ${sectionHead({
      id,
      title: line(name, language),
      href: cards.length === 1 ? to.story(card) : undefined,
      more:
        cards.length === 1 ? { text: count(t.pictureCount, all.length), href: to.story(card) } : undefined,
    })}
    <div class="strip" tabindex="0" role="group" aria-label="${t.galleryLabel}">
      ${all.slice(0, stripShown).map(
        ({ media, words, link }, i) =>
          html`<figure class="${proportionClass(media)}">
            ${picture(media, {
              alt: words.alt ?? media.alt,
              shape: 'whole',
              sizes: sizesOf(3),
            })}${
              link === undefined
                ? caption(
                    { caption: words.caption ?? media.caption, credit: words.credit ?? media.credit },
                    language,
                    html`<b>${number(i + 1)}</b> `,
                  )
                : html`<figcaption>
                    <a href="${to.story(link)}"
                      >${line(link.shortHeadline ?? link.headline, link.language)}</a
                    >
                  </figcaption>`
            }
          </figure>`,
      )}
    </div>
  </section>`;
}

interface StripPicture {
  media: Media;
  words: Picture;
  link?: StoryCard;
}

function picturesOf({ catalog }: Setting, card: StoryCard): StripPicture[] {
  const view = catalog.story(card.id);
  if (view === undefined) return [];
  const own = view.story.body.flatMap((block) => (block.type === 'gallery' ? block.pictures : []));
  return own.flatMap((words) => {
    const media = words.media === undefined ? undefined : view.media.get(words.media);
    return media === undefined ? [] : [{ media, words }];
  });
}

function leadOf(card: StoryCard): StripPicture[] {
  // The headline under the picture says it all, and is the link.
  return card.picture === undefined ? [] : [{ media: card.picture.media, words: { alt: '' }, link: card }];
}
