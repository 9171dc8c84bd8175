import { readingMinutes } from '../../arabic/words.ts';
import type { StoryCard, StoryView } from '../../catalog/public/catalog.ts';
import type { Entity, EntityKind } from '../../model/site.ts';
import type { LiveEntry } from '../../model/story.ts';
import { keys } from '../../model/dependency-keys.ts';
import {
  correctionNote,
  linkedStories,
  pictureElsewhere,
  renderBlock,
  renderBody,
} from '../components/blocks.ts';
import { renderDocument, type Theme } from '../components/document.ts';
import { time } from '../components/edition.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { storyJsonLd } from '../components/json-ld.ts';
import { storyMetadata } from '../components/metadata.ts';
import { caption, picture, sizesOf } from '../components/picture.ts';
import { kindName, langOf, ownLang } from '../components/teasers.ts';
import { directionOf, line } from '../components/text.ts';
import type { Loader, Page, ReaderContext } from '../page.ts';
import { to } from '../routes.ts';
import { settingOf, listHold, type Setting } from './parts.ts';
import { canonicalRedirect, missingStory } from './short.ts';
import { relatedBand, relatedCards, sideLists } from './story-neighbours.ts';

/** Entries of a live story on its page; older ones stay in the story's own text or in a later page. */
const liveEntriesShown = 200;

/**
 * A story's page. Another section or other words in the address redirect to the one address it has; a story killed
 * gives 410, one that is not there 404.
 */
export const loadStory: Loader<{ section: string; id: number; slug: string }> = (
  context,
  { section, id, slug },
) => {
  const catalog = context.catalog();
  const view = Number.isSafeInteger(id) ? catalog.story(id) : undefined;
  if (view === undefined) return missingStory(context, id);
  const moved = canonicalRedirect(view.story, { section, slug });
  if (moved !== undefined) return moved;

  return storyPage(context, view);
};

/**
 * A story as its page shows it.
 * @param preview Of one that readers do not see so yet: nothing in it is for machines, and no reading of it counts.
 */
export function storyPage(
  context: ReaderContext,
  view: StoryView,
  preview?: { title: string; theme: Theme | undefined },
): Page {
  const catalog = context.catalog();
  const setting = settingOf(context);
  const { story } = view;
  const { id } = story;
  const entries = story.kind === 'live' ? catalog.liveEntries(id, liveEntriesShown) : [];
  const linked = cardsOf(setting, view, entries);
  const related = relatedCards(catalog, view);
  const beside = sideLists(setting, view);
  const read = preview === undefined ? html`data-read="${context.readToken(id)}"` : nothing;
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: renderDocument({
      context,
      edition: setting,
      current: to.section(story.section),
      theme: preview?.theme,
      metadata:
        preview === undefined
          ? {
              ...storyMetadata(catalog, view),
              jsonLd: storyJsonLd(setting.site, context.baseUrl, view, entries),
            }
          : { title: preview.title, robots: 'noindex' },
      main: html`<main id="main" class="story wrap">
        <article class="grid" ${read} ${langOf(setting, view.card)}>
          ${storyHead(setting, view)} ${hero(setting, view)}${rail(setting, view)}
          <div class="main prose">
            ${renderBody(story.body, {
              edition: setting,
              language: story.language,
              media: view.media,
              cards: linked,
              dateline: dateline(view),
              quoted: catalog.quotedIn(id),
              people: view.people,
            })}${liveEntries(setting, view, entries, linked)}${story.corrections.map((note) =>
              correctionNote(setting, note, story.language),
            )}${mentions(setting, view)}
          </div>
          ${beside.html}
        </article>
        ${relatedBand(setting, view, related)}
      </main>`,
    }),
    keys: dependencies(view, linked, related, beside.ids),
    hold: listHold,
  };
}

/**
 * Of the side lists only that what is withdrawn goes: a tally or a neighbour's publication must not empty the cache of
 * story pages.
 */
function dependencies(
  { story, writers, media, translations, ...view }: StoryView,
  linked: ReadonlyMap<number, StoryCard>,
  related: readonly StoryCard[],
  beside: readonly number[],
): string[] {
  const entities = (kind: EntityKind, list: Iterable<Entity>) =>
    [...list].map(({ id }) => keys.entity(kind, id));
  return [
    ...new Set([
      keys.site,
      keys.story(story.id),
      ...entities('topic', view.topics),
      ...entities('person', view.people),
      ...entities('place', view.places),
      ...entities('organisation', view.organisations),
      ...entities('person', writers.values()),
      ...[...media.keys()].map(keys.media),
      ...[...translations.values(), ...linked.values(), ...related].map(({ id }) => keys.story(id)),
      ...beside.map(keys.shown),
    ]),
  ];
}

function cardsOf(
  { catalog }: Setting,
  { story }: StoryView,
  entries: readonly LiveEntry[],
): Map<number, StoryCard> {
  const ids = new Set([story.body, ...entries.map((entry) => entry.body)].flatMap(linkedStories));
  return new Map(catalog.cards([...ids].slice(0, 200)).map((card) => [card.id, card]));
}

/** «موسكو ـ», set before the first words. */
function dateline({ story }: StoryView): Html | undefined {
  if (story.dateline === undefined) return undefined;
  const dash = story.language.startsWith('ar') ? 'ـ' : '–';
  return html`<span class="dateline">${line(story.dateline, story.language)} ${dash}</span>`;
}

function storyHead(setting: Setting, view: StoryView): Html {
  const { story, card, section } = view;
  const { t } = setting;
  const own = story.kicker ?? kindName(t, story.kind);
  const name = section?.name ?? setting.sectionName(story.section);
  const kicker = html`<p class="kicker">
    <a href="${to.section(story.section)}">${line(name, setting.language)}</a>${
      own === undefined || own === name ? nothing : html`<span>${line(own, story.language)}</span>`
    }${story.kind === 'live' && own !== t.live ? html`<span class="live">${t.live}</span>` : nothing}
  </p>`;
  return html`<header>
    ${kicker}
    <h1>${line(story.headline, story.language)}</h1>
    ${story.standfirst === undefined ? nothing : html`<p class="standfirst">${line(story.standfirst, story.language)}</p>`}
    <div class="by">${byline(setting, view)}${dates(setting, card)}</div>
  </header>`;
}

/** Writers with links to their pages, their roles, the agency. */
function byline(setting: Setting, { story, writers, card }: StoryView): Html {
  const { language } = story;
  const people = story.byline.people.map(({ name, person, role }, i) => {
    const known = person === undefined ? undefined : writers.get(person);
    const shown = line(known?.name ?? name, language);
    const what = role ?? known?.role;
    const href =
      known === undefined
        ? undefined
        : known.author === true
          ? to.author(known.slug)
          : to.entity('person', known.slug);
    return html`${i === 0 ? nothing : setting.t.wordsJoin}${
      href === undefined ? html`<b>${shown}</b>` : html`<a rel="author" href="${href}">${shown}</a>`
    }${what === undefined ? nothing : html` <span class="role">${line(what, language)}</span>`}`;
  });
  const from = story.byline.agency ?? card.sourceName;
  const agency =
    from === undefined
      ? nothing
      : html`${people.length === 0 ? nothing : html`<span class="dot"></span>`}<span class="agency"
            >${line(from, language)}</span
          >`;
  return html`<p class="who">${people}${agency}</p>`;
}

/** «حُدّث» only when it was. Clock times, since relative ones grow wrong in kept pages. */
function dates(setting: Setting, card: StoryCard): Html {
  const { t } = setting;
  const full = (at: number) => `${setting.date(at)}${t.wordsJoin}${setting.clock(at)}`;
  const hijri = setting.hijri(card.publishedAt);
  return html`<p class="meta" ${ownLang(setting, card)}>
    <span>${t.publishedOn} ${time(card.publishedAt, full(card.publishedAt))}</span>${
      hijri === undefined ? nothing : html`<span>${hijri}</span>`
    }${
      card.updatedAt === undefined || card.updatedAt <= card.publishedAt
        ? nothing
        : html`<span>${t.updatedOn} ${time(card.updatedAt, full(card.updatedAt))}</span>`
    }
  </p>`;
}

/** The lead picture at 2:1; an upright one keeps its shape. None when the story opens with none. */
function hero(setting: Setting, { story, media }: StoryView): Html {
  const lead = story.lead;
  if (lead === undefined) return nothing;
  const found = lead.media === undefined ? undefined : media.get(lead.media);
  if (found === undefined) {
    return html`<div class="hero">
      ${pictureElsewhere(lead, { edition: setting, language: story.language })}
    </div> `;
  }
  const upright = found.height > found.width;
  return html`<figure class="hero${upright ? ' upright' : ''}">
    ${picture(found, {
      alt: lead.alt ?? found.alt,
      shape: upright ? 'whole' : 'r21',
      sizes: sizesOf(9),
      first: true,
    })}${caption(
      { caption: lead.caption ?? found.caption, credit: lead.credit ?? found.credit },
      story.language,
    )}
  </figure> `;
}

/** Reading time, and what a script can do: the buttons are not shown without one. */
function rail(setting: Setting, { card }: StoryView): Html {
  const { t } = setting;
  return html`<div class="rail" role="group" aria-label="${t.toolsLabel}" ${ownLang(setting, card)}>
    <span>${setting.count(t.readingTime, readingMinutes(card.words))}</span
    ><button type="button" data-do="copy" data-done="${t.copied}">${t.copyLink}</button
    ><button type="button" data-do="print">${t.print}</button
    ><button type="button" data-do="share">${t.share}</button>
  </div>`;
}

/** Pinned entries first, then the newest. */
function liveEntries(
  setting: Setting,
  { story, media }: StoryView,
  entries: readonly LiveEntry[],
  cards: ReadonlyMap<number, StoryCard>,
): Html {
  if (entries.length === 0) return nothing;
  const ordered = [...entries].sort(
    (a, b) => Number(b.pinned === true) - Number(a.pinned === true) || b.at - a.at,
  );
  return html`<section class="entries" aria-labelledby="entries">
    <h2 id="entries">${setting.t.liveUpdates}</h2>
    ${ordered.map(({ id, at, headline, body }) =>
      renderBlock(
        { type: 'live-entry', id, at, headline, body },
        { edition: setting, language: story.language, media, cards },
      ),
    )}
  </section>`;
}

/** Topics, people, places, organisations, other languages: underlined words in rows. */
function mentions(setting: Setting, view: StoryView): Html {
  const { t } = setting;
  const links = (kind: EntityKind, entities: readonly Entity[]) =>
    entities.map(
      ({ name, slug }) => html`<a href="${to.entity(kind, slug)}">${line(name, setting.language)}</a>`,
    );
  const translations = [...view.translations].map(([language, card]) => {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return html`<a href="${to.story(card)}" hreflang="${language}"
      ><bdi lang="${language}" dir="${directionOf(language)}">${name}</bdi></a
    >`;
  });
  const rows = [
    { name: t.topics, list: links('topic', view.topics) },
    { name: t.people, list: links('person', view.people) },
    { name: t.places, list: links('place', view.places) },
    { name: t.organisations, list: links('organisation', view.organisations) },
    { name: t.inOtherLanguages, list: translations },
  ].filter(({ list }) => list.length > 0);
  if (rows.length === 0) return nothing;
  return html`<dl class="chips" ${ownLang(setting, view.card)}>
    ${rows.map(
      ({ name, list }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${list}</dd>
        </div>`,
    )}
  </dl>`;
}
