import type { ListFilter } from '../../catalog/public/catalog.ts';
import { collections } from '../../model/address.ts';
import type { Entity, EntityKind } from '../../model/site.ts';
import { keys } from '../../model/dependency-keys.ts';
import { renderDocument } from '../components/document.ts';
import type { Edition } from '../components/edition.ts';
import { html, nothing, type Html } from '../components/html.ts';
import { breadcrumbs } from '../components/json-ld.ts';
import { feedLinks } from '../components/metadata.ts';
import { caption, picture } from '../components/picture.ts';
import { line } from '../components/text.ts';
import type { Loader, Page } from '../page.ts';
import { to } from '../routes.ts';
import { redirectPage } from '../answer.ts';
import { saidBy } from './person-quotes.ts';
import { cardPage, cardRows, listHead } from './card-list.ts';
import { loadNotFound } from './errors.ts';
import type { PlaceQuery } from './paging.ts';
import { listHold, pageLinks, pagerOf, settingOf, storyKeys, type Setting } from './parts.ts';

/** A topic, person, place or organisation: who or what it is, and all that was written about it. */
export const loadEntity: Loader<{ collection: string; slug: string } & PlaceQuery> = (
  context,
  { collection, slug, ...place },
) => {
  const kind = kindOf(collection);
  const entity = kind && context.catalog().entityBySlug(kind, slug);
  if (kind === undefined || entity === undefined) {
    return loadNotFound(context, { path: `/${collection}/${slug}` });
  }
  const path = to.entity(kind, entity.slug);
  // An alias of a merged record, or another spelling of its address.
  if (entity.slug !== slug) return redirectPage(path, [keys.entity(kind, entity.id)], listHold);
  const setting = settingOf(context);
  return entityPage(setting, {
    entity,
    kind,
    path,
    filter: { entity: { kind, id: entity.id } },
    list: keys.listEntity(kind, entity.id),
    label: labelOf(setting, kind),
    place,
  });
};

const kindOf = (collection: string): EntityKind | undefined =>
  (Object.keys(collections) as EntityKind[]).find((kind) => collections[kind] === collection);

function labelOf({ t }: Edition, kind: EntityKind): string {
  const labels = {
    topic: t.topicKind,
    person: t.personKind,
    place: t.placeKind,
    organisation: t.organisationKind,
  };
  return labels[kind];
}

/** What pages of entities and of writers share. */
export function entityPage(
  setting: Setting,
  parts: {
    entity: Entity;
    kind: EntityKind;
    path: string;
    filter: ListFilter;
    list: string;
    label: string;
    place: PlaceQuery;
  },
): Page {
  const { context, catalog, site, t } = setting;
  const { entity, kind, path, filter, list, label, place } = parts;
  const page = cardPage(setting, filter, place);
  const portrait = entity.picture?.media === undefined ? undefined : catalog.media(entity.picture.media);
  const total = catalog.count(filter);
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: renderDocument({
      context,
      edition: setting,
      metadata: {
        title: entity.name,
        description: entity.description ?? entity.role,
        path: path + page.own,
        picture:
          portrait === undefined ? undefined : { media: portrait, alt: entity.picture?.alt ?? portrait.alt },
        feeds: kind === 'topic' ? feedLinks(entity.name, to.topicFeed(entity.slug, 'rss.xml')) : [],
        ...pageLinks(path, page),
        jsonLd: [
          breadcrumbs(context.baseUrl, [
            { name: site.name, path: to.home() },
            { name: entity.name, path },
          ]),
        ],
      },
      main: html`<main id="main" class="listing wrap">
        ${listHead({
          kind: label,
          name: line(entity.name, site.language),
          role: entity.role === undefined ? undefined : line(entity.role, site.language),
          description: entity.description === undefined ? undefined : line(entity.description, site.language),
          note: noteOf(setting, entity, total),
          picture: portrait === undefined ? undefined : portraitOf(setting, entity, portrait),
        })}
        ${
          page.cards.length === 0
            ? html`<p class="message">${t.listEmpty}</p>`
            : html`<div class="grid"><div class="d9 c8">${cardRows(setting, page.cards)}</div></div>`
        }
        ${pagerOf(setting, path, page)}${kind === 'person' && place.before === undefined && place.after === undefined ? saidBy(setting, entity) : nothing}
      </main>`,
    }),
    keys: [
      keys.site,
      list,
      keys.entity(kind, entity.id),
      ...(portrait === undefined ? [] : [keys.media(portrait.id)]),
      ...storyKeys(page.cards),
    ],
    hold: listHold,
  };
}

function noteOf(setting: Setting, entity: Entity, total: number): Html {
  const { t, count, say, site } = setting;
  const others =
    entity.otherNames.length === 0
      ? nothing
      : html`<span
          >${line(say(t.alsoKnownAs, { names: entity.otherNames.join(t.wordsJoin) }), site.language)}</span
        >`;
  return html`<span>${count(t.storyCount, total)}</span>${others}`;
}

function portraitOf(
  setting: Setting,
  entity: Entity,
  portrait: NonNullable<ReturnType<Setting['catalog']['media']>>,
): Html {
  return html`<figure>
    ${picture(portrait, {
      alt: entity.picture?.alt ?? portrait.alt,
      shape: 'r11',
      sizes: '(min-width: 67.5rem) 16rem, 40vw',
      first: true,
    })}${caption(
      { caption: entity.picture?.caption, credit: entity.picture?.credit ?? portrait.credit },
      setting.language,
    )}
  </figure>`;
}
