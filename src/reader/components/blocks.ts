import type { StoryCard } from '../../catalog/public/catalog.ts';
import type { Block, Picture, Runs } from '../../model/block.ts';
import { personOf } from '../../catalog/public/quoted-person.ts';
import type { Entity, Media } from '../../model/site.ts';
import { time, type Edition } from './edition.ts';
import { html, nothing, type Html } from './html.ts';
import { caption, picture, proportionClass, sizesOf } from './picture.ts';
import { inline, line } from './text.ts';
import type { QuotedPlaces } from '../../catalog/public/quotes.ts';
import { to } from '../routes.ts';
import { withQuotes } from './quoted.ts';
import { shortLink } from './teasers.ts';

/** What the blocks of a body need from around them. */
export interface BodyContext {
  edition: Edition;
  /** BCP 47, of the story. */
  language: string;
  media: ReadonlyMap<string, Media>;
  /** Cards of the stories that «اقرأ أيضا» names. */
  cards: ReadonlyMap<number, StoryCard>;
  /** Set before the first paragraph, inline: «موسكو ـ». */
  dateline?: Html | undefined;
  /** Where direct quotations stand, and paragraphs that other pages link to, by the paragraph's number from 1. */
  quoted?: { places: QuotedPlaces; cited: ReadonlySet<number> } | undefined;
  /** Persons that the story names, whom blocks of quotation may cite. */
  people?: readonly Entity[];
  /** Inside a live entry, whose own headline is an h3. */
  inEntry?: boolean;
}

/** Ids of all stories that blocks of a body point to. */
export function linkedStories(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) => (block.type === 'related' ? block.stories : []));
}

/**
 * A body in order. The dateline opens the first paragraph; without one it stands alone. A heading of the third level
 * before any of the second is raised, so that the page's headings skip none.
 */
export function renderBody(blocks: readonly Block[], context: BodyContext): Html {
  const { dateline } = context;
  const secondLevel = blocks.findIndex((block) => block.type === 'heading' && block.level === 2);
  const raised = (block: Block, i: number): Block =>
    block.type === 'heading' && (secondLevel < 0 || i < secondLevel) ? { ...block, level: 2 } : block;
  const first = blocks.findIndex((block) => block.type === 'paragraph');
  const alone = dateline !== undefined && first < 0 ? html`<p>${dateline}</p>` : nothing;
  let number = 0;
  return html`${alone}${blocks.map((block, i) => {
    if (block.type !== 'paragraph') return html`${renderBlock(raised(block, i), context)} `;
    number++;
    const places = context.quoted?.places.get(number);
    const words =
      places === undefined
        ? inline(block.text, context.language)
        : withQuotes(block.text, places, context.language);
    const name = context.quoted?.cited.has(number) === true ? html` id="p${number}"` : nothing;
    return html`<p${name}>${i === first && dateline !== undefined ? html`${dateline} ` : nothing}${words}</p> `;
  })}`;
}

/** One block. What came as an unknown type is kept in the journal and shown as nothing. */
export function renderBlock(block: Block, context: BodyContext): Html {
  const { edition, language } = context;
  const { t } = edition;
  switch (block.type) {
    case 'paragraph':
      return html`<p>${inline(block.text, language)}</p>`;
    case 'heading': {
      const words = inline(block.text, language);
      if (context.inEntry === true) return html`<h4>${words}</h4>`;
      return block.level === 2 ? html`<h2>${words}</h2>` : html`<h3>${words}</h3>`;
    }
    case 'list': {
      const items = block.items.map((item) => html`<li>${inline(item, language)}</li>`);
      return block.ordered
        ? html`<ol class="list">
            ${items}
          </ol>`
        : html`<ul class="list">
            ${items}
          </ul>`;
    }
    case 'quotation':
      return quotation(block, context);
    case 'pull-quote':
      return html`<div class="pull"><p>${line(block.text, language)}</p></div>`;
    case 'image':
      return image(block.picture, context, block.size);
    case 'gallery':
      return gallery(block.pictures, context);
    case 'table':
      return table(block, context);
    case 'embed':
      return html`<a class="embed" href="${block.url}" rel="noopener"
        ><b>${line(block.title ?? edition.say(t.embedOpen, { provider: block.provider }), language)}</b
        ><span
          >${line(edition.say(t.embedOpen, { provider: block.provider }), edition.language)}.
          ${t.embedNote}</span
        ></a
      >`;
    case 'correction':
      return correctionNote(edition, block, language);
    case 'related': {
      const found = block.stories.flatMap((id) => context.cards.get(id) ?? []);
      if (found.length === 0) return nothing;
      return html`<aside class="inline-rel" aria-label="${t.alsoRead}">
        <span>${t.alsoRead}</span>
        <ul>
          ${found.map((card) => html`<li>${shortLink(edition, card)}</li>`)}
        </ul>
      </aside>`;
    }
    case 'live-entry':
      return liveEntry(block, context);
    case 'unknown':
      return nothing;
    default:
      return block satisfies never;
  }
}

function quotation(
  block: Extract<Block, { type: 'quotation' }>,
  { language, people = [] }: BodyContext,
): Html {
  const person = personOf(block.speaker ?? null, people);
  const cite = person === undefined ? nothing : html` cite="${to.entity('person', person.slug)}"`;
  const last = block.paragraphs.length - 1;
  const role =
    block.role === undefined
      ? nothing
      : html`${language.startsWith('ar') ? '، ' : ', '}${line(block.role, language)}`;
  return html`<blockquote class="quote" ${cite}>
    ${block.paragraphs.map(
      (text, i) => html`<p>${inline(quoted(text, i === 0, i === last, language), language)}</p>`,
    )}${
      block.speaker === undefined
        ? nothing
        : html`<footer><b>${line(block.speaker, language)}</b>${role}</footer>`
    }
  </blockquote>`;
}

/** Marks of quotation around a text that was stored without them; the last may stand before the full stop. */
function quoted(text: Runs, first: boolean, last: boolean, language: string): Runs {
  const [open, close] = language.startsWith('ar') ? ['«', '»'] : ['“', '”'];
  const runs = text.map((run) => ({ ...run }));
  const [head] = runs;
  const tail = runs.at(-1);
  if (head === undefined || tail === undefined) return text;
  const whole = runs.map((run) => run.text).join('');
  if (first && !/^\s*[«“"„]/.test(whole)) head.text = open + head.text;
  if (last && !/[»”"]\s*[.،؛!؟,;?…]*\s*$/.test(whole)) tail.text += close;
  return runs;
}

/** A picture in the body. One known only by its address elsewhere is a link there: readers load nothing from it. */
function image(image: Picture, context: BodyContext, size: 'full' | 'inset'): Html {
  const media = image.media === undefined ? undefined : context.media.get(image.media);
  if (media === undefined) return pictureElsewhere(image, context);
  const upright = media.height > media.width;
  const name = size === 'inset' ? 'inset' : upright ? 'upright' : '';
  return html`<figure${name === '' ? nothing : html` class="${name}"`}>${picture(media, {
    alt: image.alt ?? media.alt,
    shape: 'whole',
    sizes: size === 'inset' ? '(min-width: 43.75rem) 18rem, 94vw' : '(min-width: 43.75rem) 40rem, 94vw',
  })}${caption(wordsOf(image, media), context.language)}</figure>`;
}

const wordsOf = (image: Picture, media: Media) => ({
  caption: image.caption ?? media.caption,
  credit: image.credit ?? media.credit,
});

/** Caption and link of a picture that we do not hold; nothing when it has no address. */
export function pictureElsewhere(
  image: Picture,
  { edition, language }: Pick<BodyContext, 'edition' | 'language'>,
): Html {
  if (image.url === undefined || !/^https?:\/\//i.test(image.url)) return nothing;
  const words = image.caption ?? image.alt;
  return html`<p class="elsewhere">
    ${words === undefined || words === '' ? nothing : html`${line(words, language)} `}<a
      href="${image.url}"
      rel="noopener nofollow"
      >${edition.t.pictureElsewhere}</a
    >
  </p>`;
}

/** Pictures at one height in their own proportions, scrolled inside the row. */
function gallery(pictures: readonly Picture[], context: BodyContext): Html {
  const { edition, media, language } = context;
  const shown = pictures.flatMap((one) => {
    const found = one.media === undefined ? undefined : media.get(one.media);
    return found === undefined ? [] : [{ one, found }];
  });
  const others = pictures.map((one) =>
    one.media !== undefined && media.has(one.media) ? nothing : pictureElsewhere(one, context),
  );
  if (shown.length === 0) return html`${others}`;
  return html`<div class="strip" tabindex="0" role="group" aria-label="${edition.t.galleryLabel}">
      ${shown.map(
        ({ one, found }, i) =>
          html`<figure class="${proportionClass(found)}">
            ${picture(found, {
              alt: one.alt ?? found.alt,
              shape: 'whole',
              sizes: sizesOf(4),
            })}${caption(wordsOf(one, found), language, html`<b>${edition.number(i + 1)}</b> `)}
          </figure>`,
      )}
    </div>
    ${others}`;
}

/** Scrolls inside itself when it is wider than the column, also by keyboard. */
function table(block: Extract<Block, { type: 'table' }>, { edition, language }: BodyContext): Html {
  const label = block.caption ?? edition.t.tableLabel;
  return html`<div class="tabular" tabindex="0" role="region" aria-label="${label}">
    <table>
      ${
        block.caption === undefined
          ? nothing
          : html`<caption>
              ${line(block.caption, language)}
            </caption>`
      }${
        block.head.length === 0
          ? nothing
          : html`<thead>
              <tr>
                ${block.head.map((cell) => html`<th scope="col">${inline(cell, language)}</th>`)}
              </tr>
            </thead>`
      }
      <tbody>
        ${block.rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${inline(cell, language)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A public note: dated, and says what was wrong. */
export function correctionNote(edition: Edition, note: { at: number; text: string }, language: string): Html {
  return html`<div class="note">
    <b>${edition.t.correction}</b> ${time(
      note.at,
      `${edition.date(note.at)}${edition.t.wordsJoin}${edition.clock(note.at)}`,
      'credit',
    )}
    <p>${line(note.text, language)}</p>
  </div>`;
}

function liveEntry(block: Extract<Block, { type: 'live-entry' }>, context: BodyContext): Html {
  const { edition, language } = context;
  const at = time(block.at, html`<b>${edition.clock(block.at)}</b> ${edition.dayAndMonth(block.at)}`);
  const { dateline: _, ...inside } = context;
  return html`<section class="entry" id="entry-${block.id}">
    <p class="at">${at}</p>
    ${
      block.headline === undefined ? nothing : html`<h3>${line(block.headline, language)}</h3>`
    }${renderBody(block.body, { ...inside, inEntry: true })}
  </section>`;
}
