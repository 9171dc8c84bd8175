import type { StoryCard } from '../../catalog/public/catalog.ts';
import type { StoryKind } from '../../model/story.ts';
import type { ReaderStrings } from '../../strings/strings.ts';
import { to } from '../routes.ts';
import { time, type Edition } from './edition.ts';
import { html, nothing, type Html } from './html.ts';
import { picture, sizesOf, type Shape } from './picture.ts';
import { seal } from './seal.ts';
import { directionOf, line } from './text.ts';

export interface TeaserOptions {
  /** Of the headline: one below the heading it stands under. */
  level?: 2 | 3;
  kind?: 'plain' | 'big' | 'row' | 'small';
  /** On a section's own page its name is not repeated. */
  inSection?: boolean;
  summary?: boolean;
  byline?: boolean;
  picture?: { shape: Shape; columns: number; first?: boolean } | undefined;
}

/** A card: picture, kicker, headline, summary, byline, as far as they are wanted and there. */
export function teaser(edition: Edition, card: StoryCard, options: TeaserOptions = {}): Html {
  const { level = 3, kind = 'plain', summary = false, byline = false, inSection = false } = options;
  const name = kind === 'plain' ? 't' : `t t--${kind}`;
  const image = options.picture === undefined ? nothing : linkedPicture(card, options.picture);
  const words = html`${kind === 'small' ? nothing : kicker(edition, card, inSection)}${headline(edition, card, level)}`;
  const more = html`${summary ? summaryOf(card) : nothing}${byline ? bylineOf(edition, card) : nothing}`;
  // Beside its words the picture comes after the headline in the source; above them it comes first.
  return html`<article class="${name}" ${langOf(edition, card)}>
    ${kind === 'row' ? html`${words}${image}${more}` : html`${image}${words}${more}`}
  </article>`;
}

/** The picture repeats the headline's link, so it is no stop of its own for keys or screen readers. */
export function linkedPicture(
  card: StoryCard,
  { shape, columns, first = false }: { shape: Shape; columns: number; first?: boolean },
): Html {
  if (card.picture === undefined) return nothing;
  const sizes = shape === 'r11' ? '6rem' : sizesOf(columns);
  return html`<a class="pic" href="${to.story(card)}" tabindex="-1" aria-hidden="true"
    >${picture(card.picture.media, { alt: '', shape, sizes, first })}</a
  >`;
}

/** The editors' own words above a headline, else what kind of piece it is, else its section. */
export function kicker(edition: Edition, card: StoryCard, inSection = false): Html {
  const own = card.kicker ?? kindName(edition.t, card.kind);
  const words = own ?? (inSection ? undefined : edition.sectionName(card.section));
  if (words === undefined || words === '') return nothing;
  const text = line(words, card.language);
  return inSection
    ? html`<p class="kicker">${text}</p>`
    : html`<a class="kicker" href="${to.section(card.section)}">${text}</a>`;
}

const kindNames: Partial<Record<StoryKind, keyof ReaderStrings>> = {
  analysis: 'kindAnalysis',
  interview: 'kindInterview',
  explainer: 'kindExplainer',
  'fact-check': 'kindFactCheck',
  gallery: 'kindGallery',
  video: 'kindVideo',
};

/** What kind of piece it is, where that is worth saying: news need not say so, live and opinion say it otherwise. */
export function kindName(t: ReaderStrings, kind: StoryKind): string | undefined {
  const key = kindNames[kind];
  const name = key === undefined ? undefined : t[key];
  return typeof name === 'string' ? name : undefined;
}

function headline(edition: Edition, card: StoryCard, level: 2 | 3): Html {
  const link = html`<a href="${to.story(card)}"
    >${liveMark(edition, card)}${line(card.headline, card.language)}</a
  >`;
  return level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`;
}

/** A dot and a word, never a colour alone. */
export function liveMark({ t }: Edition, card: StoryCard): Html {
  // A headline that says so itself needs no mark.
  const said = (card.shortHeadline ?? card.headline).startsWith(t.live);
  return card.kind === 'live' && !said ? html`<span class="live">${t.live}</span> ` : nothing;
}

export function summaryOf(card: StoryCard): Html {
  if (card.standfirst === undefined) return nothing;
  return html`<p class="summary">${line(card.standfirst, card.language)}</p>`;
}

/** Writer or agency, place, reading time: whatever there is. */
export function bylineOf(edition: Edition, card: StoryCard): Html {
  const writers = card.writers.map((writer) => writer.name).join(edition.t.wordsJoin);
  const who = writers === '' ? card.agency : writers;
  return html`<p class="meta">
    ${who === undefined ? nothing : html`<b>${line(who, card.language)}</b>`}${
      card.dateline === undefined ? nothing : html`<span>${line(card.dateline, card.language)}</span>`
    }<span>${time(card.publishedAt, edition.date(card.publishedAt))}</span>
  </p>`;
}

/** The writer first, then the role, the seal, and the headline as what was said. */
export function opinionTeaser(edition: Edition, card: StoryCard, level: 2 | 3 = 3): Html {
  const [writer] = card.writers;
  const name = writer?.name ?? card.agency ?? edition.sectionName(card.section);
  const who = line(name, card.language);
  const link = html`<a href="${to.story(card)}">${line(card.headline, card.language)}</a>`;
  return html`<article class="op" ${langOf(edition, card)}>
    <p class="who">
      ${writer?.slug === undefined ? who : html`<a href="${to.author(writer.slug)}">${who}</a>`}
    </p>
    <p class="role">${writer?.role === undefined ? nothing : line(writer.role, card.language)}</p>
    ${seal(name)}${level === 2 ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`}
  </article>`;
}

/** Headlines only, parted by hairs. */
export function lines(edition: Edition, cards: readonly StoryCard[]): Html {
  if (cards.length === 0) return nothing;
  return html`<ul class="lines">
    ${cards.map((card) => html`<li>${shortLink(edition, card)}</li>`)}
  </ul>`;
}

/** Headlines behind their clock times; a time of another day is its date. The newest stands in accent. */
export function latestList(edition: Edition, cards: readonly StoryCard[], now: number): Html {
  const today = edition.day(now);
  return html`<ol class="latest">
    ${cards.map((card, i) => {
      const at = card.publishedAt;
      const isToday = edition.day(at) === today;
      const shown = isToday ? edition.clock(at) : edition.dayAndMonth(at);
      const kind = isToday ? (i === 0 ? html` class="now"` : nothing) : html` class="past"`;
      return html`<li${kind}>${time(at, shown)}${shortLink(edition, card)}</li>`;
    })}
  </ol>`;
}

/** Headlines behind large figures. */
export function rankedList(edition: Edition, cards: readonly StoryCard[]): Html {
  return html`<ol class="most">
    ${cards.map(
      (card, i) =>
        html`<li>
          <span class="n" aria-hidden="true">${edition.number(i + 1)}</span>${shortLink(edition, card)}
        </li>`,
    )}
  </ol>`;
}

/** The headline as a link, in its shorter form where there is one. */
export function shortLink(edition: Edition, card: StoryCard): Html {
  return html`<a href="${to.story(card)}" ${langOf(edition, card)}
    >${liveMark(edition, card)}${line(card.shortHeadline ?? card.headline, card.language)}</a
  >`;
}

/** Language and direction of a story that is not in the site's language. */
export function langOf({ language }: Edition, card: StoryCard): Html {
  const [primary] = card.language.split('-', 1);
  return primary === language ? nothing : html` lang="${card.language}" dir="${directionOf(card.language)}"`;
}

/** The site's own language and direction again, for our words inside a story that is in another. */
export function ownLang({ language, dir }: Edition, card: StoryCard): Html {
  const [primary] = card.language.split('-', 1);
  return primary === language ? nothing : html` lang="${language}" dir="${dir}"`;
}
