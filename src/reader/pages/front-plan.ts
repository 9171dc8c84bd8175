import type { ListFilter, PublicCatalog, StoryCard } from '../../catalog/public/catalog.ts';
import { keys } from '../../model/dependency-keys.ts';
import type { Entity, Front, Section } from '../../model/site.ts';

/** What stands where on the front. Every story once (the most-read list, being a ranking, aside). */
export interface FrontPlan {
  lead: { card: StoryCard; more: StoryCard[] } | undefined;
  latest: StoryCard[];
  bands: Band[];
}

export type Band =
  | { kind: 'trio'; title?: string | undefined; cards: StoryCard[] }
  | { kind: 'opinion'; title?: string | undefined; cards: StoryCard[] }
  | {
      kind: 'dossier';
      title?: string | undefined;
      summary?: string | undefined;
      topic?: Entity;
      cards: StoryCard[];
      figures: readonly { figure: string; label: string }[];
    }
  | { kind: 'gallery'; title?: string | undefined; cards: StoryCard[] }
  | { kind: 'sections'; columns: { section: Section; cards: StoryCard[] }[] };

/** How far back the front looks when it fills itself: two days of a busy paper. */
const poolSize = 60;
/** Among so many of the newest, one with a picture is worth more as the lead than the very newest. */
const leadWindow = 12;
const leadMore = 3;
const latestShown = 9;
const trioShown = 5;
const opinionShown = 4;
const dossierShown = 4;
const sectionsInRow = 4;
const inSectionColumn = 3;

/**
 * What an editor arranged first; the rest is filled by the newest stories, in this order: lead, package, latest,
 * opinion, dossier, sections, gallery.
 */
export function planFront(catalog: PublicCatalog, front: Front | undefined): FrontPlan {
  const taken = new Set<number>();
  const take = (cards: readonly StoryCard[], most: number): StoryCard[] => {
    const free = cards.filter((card) => !taken.has(card.id)).slice(0, most);
    for (const card of free) taken.add(card.id);
    return free;
  };
  const named = namer(catalog, take, taken, front?.repeats === true);

  const chosenLead = front?.lead === undefined ? undefined : named([front.lead.story], 1)[0];
  const chosenMore = chosenLead === undefined ? [] : named(front?.lead?.more ?? [], 5);
  const pinned = pinnedCards(front, named);
  const arranged = arrangedBands(catalog, front, named, take, taken);

  const pool = catalog.list({ limit: poolSize });
  const free = () => pool.filter((card) => !taken.has(card.id));
  // Opinion has a band of its own, where there is enough of it.
  const news = () => free().filter((card) => card.kind !== 'opinion');
  const pictured = (cards: readonly StoryCard[]) => cards.find((card) => card.picture !== undefined);

  const leadCard =
    chosenLead ??
    take([pictured(news().slice(0, leadWindow)) ?? news()[0] ?? free()[0]].filter(isCard), 1)[0];
  if (leadCard === undefined) return { lead: undefined, latest: [], bands: [] };

  const has = (kind: Band['kind']) => arranged.some((band) => band.kind === kind);
  const opinion = has('opinion') ? [] : opinions(catalog, take);
  const trio = has('trio') ? [] : take(trioOf(news()), trioShown);
  const enough = news().length >= latestShown + leadMore;
  const more =
    chosenMore.length > 0 || !enough
      ? chosenMore
      : take(catalog.related(leadCard.id, leadMore * 2), leadMore);
  const latest = withPins(take(opinion.length === 0 ? free() : news(), latestShown - pinned.length), pinned);
  const dossier = has('dossier')
    ? undefined
    : topicDossier(catalog, topicsFilling(catalog, front), taken, take);
  const gallery = has('gallery')
    ? []
    : take(catalog.list({ kind: 'gallery', limit: 1, exclude: [...taken] }), 1);
  const columns = sectionColumns(catalog, taken, take, opinion.length > 0 || has('opinion'));

  // Two rows of nearly the same length: six sections are three and three, not four and two.
  const inRow =
    columns.length <= sectionsInRow ? sectionsInRow : Math.min(sectionsInRow, Math.ceil(columns.length / 2));

  const filled: Band[] = [
    ...(trio.length === 0 ? [] : [{ kind: 'trio' as const, cards: trio }]),
    ...arranged,
    ...(opinion.length === 0 ? [] : [{ kind: 'opinion' as const, cards: opinion }]),
    ...(dossier === undefined ? [] : [dossier]),
    ...sectionsBand(columns.slice(0, inRow)),
    ...(gallery.length === 0 ? [] : [{ kind: 'gallery' as const, cards: gallery }]),
    ...sectionsBand(columns.slice(inRow, 2 * inRow)),
  ];
  return { lead: { card: leadCard, more }, latest, bands: filled };
}

type Named = (ids: readonly number[], most: number) => StoryCard[];

/** Cards of named stories: each once on a front, or, where it was told so, wherever it is named. */
function namer(catalog: PublicCatalog, take: Take, taken: Set<number>, repeats: boolean): Named {
  return (ids, most) => {
    const cards = catalog.cards(ids);
    if (!repeats) return take(cards, most);
    for (const card of cards) taken.add(card.id);
    return cards.slice(0, most);
  };
}

export interface Pinned {
  place: number;
  card: StoryCard;
}

function pinnedCards(front: Front | undefined, named: Named): Pinned[] {
  return (front?.pins ?? []).flatMap(({ place, story }) =>
    named([story], 1).map((card) => ({ place, card })),
  );
}

/** A list with the pinned ones at their places; where it is shorter, at its end. */
export function withPins(cards: readonly StoryCard[], pins: readonly Pinned[]): StoryCard[] {
  const all = [...cards];
  for (const { place, card } of pins.toSorted((a, b) => a.place - b.place)) all.splice(place - 1, 0, card);
  return all;
}

/** Packages in their order. What all of them name is taken first, so that no fill takes it from a later one. */
function arrangedBands(
  catalog: PublicCatalog,
  front: Front | undefined,
  named: Named,
  take: Take,
  taken: ReadonlySet<number>,
): Band[] {
  const packages = (front?.packages ?? []).map((item) => ({ item, cards: named(item.stories, 12) }));
  return packages.flatMap(({ item, cards: chosen }): Band[] => {
    const { title, fill } = item;
    const missing = (fill?.most ?? 0) - chosen.length;
    const cards =
      fill === undefined || missing <= 0
        ? chosen
        : [
            ...chosen,
            ...take(catalog.list({ ...filterOf(fill), limit: missing, exclude: [...taken] }), missing),
          ];
    if (cards.length === 0) return [];
    if (item.kind !== 'dossier') return [{ kind: item.kind, title, cards }];
    const topic = fill !== undefined && 'topic' in fill ? catalog.entity('topic', fill.topic) : undefined;
    return [
      {
        kind: 'dossier',
        title: title ?? topic?.name,
        summary: item.summary ?? topic?.description,
        ...(topic !== undefined && { topic }),
        cards,
        figures: item.figures ?? [],
      },
    ];
  });
}

type Fill = NonNullable<Front['packages'][number]['fill']>;

const filterOf = (fill: Fill): ListFilter =>
  'topic' in fill ? { entity: { kind: 'topic', id: fill.topic } } : { section: fill.section };

/** Topics that fill packages of a front, as they are after mergers. */
const topicsFilling = (catalog: PublicCatalog, front: Front | undefined): Entity[] =>
  catalog.entities(
    'topic',
    (front?.packages ?? []).flatMap(({ fill }) =>
      fill !== undefined && 'topic' in fill ? [fill.topic] : [],
    ),
  );

/** Keys of the lists that fill a front's packages, and of the topics' names. */
export function fillKeys(catalog: PublicCatalog, front: Front | undefined): string[] {
  const sections = (front?.packages ?? []).flatMap(({ fill }) =>
    fill !== undefined && 'section' in fill ? [keys.listSection(fill.section)] : [],
  );
  const topics = topicsFilling(catalog, front).flatMap(({ id }) => [
    keys.listEntity('topic', id),
    keys.entity('topic', id),
  ]);
  return [...new Set([...sections, ...topics])];
}

/** What stands where on a section's front, given the newest of the section. */
export interface SectionPlan {
  leading: StoryCard[];
  bands: Band[];
  rest: StoryCard[];
}

/**
 * A section's front: what its editor arranged first, then the newest. Stories of other sections may be named.
 *
 * @param fillLead the lead layout's stories out of the newest that are free, as it is without an arrangement.
 */
export function planSection(
  catalog: PublicCatalog,
  front: Front | undefined,
  newest: readonly StoryCard[],
  fillLead: (cards: readonly StoryCard[]) => StoryCard[],
): SectionPlan {
  const taken = new Set<number>();
  const take: Take = (cards, most) => {
    const free = cards.filter((card) => !taken.has(card.id)).slice(0, most);
    for (const card of free) taken.add(card.id);
    return free;
  };
  const named = namer(catalog, take, taken, front?.repeats === true);
  const lead = front?.lead === undefined ? [] : named([front.lead.story], 1);
  const more = lead.length === 0 ? [] : named(front?.lead?.more ?? [], 5);
  const pinned = pinnedCards(front, named);
  const bands = arrangedBands(catalog, front, named, take, taken);
  const usual = fillLead(newest.filter((card) => !taken.has(card.id)));
  const leading =
    lead.length === 0
      ? take(usual, usual.length)
      : [...lead, ...more, ...take(usual, Math.max(0, usual.length - lead.length - more.length))];
  const rest = withPins(
    newest.filter((card) => !taken.has(card.id)),
    pinned,
  );
  return { leading, bands, rest };
}

const isCard = (card: StoryCard | undefined): card is StoryCard => card !== undefined;

type Take = (cards: readonly StoryCard[], most: number) => StoryCard[];

/** A band needs two at least; one alone stands among the news. */
function opinions(catalog: PublicCatalog, take: Take): StoryCard[] {
  const found = catalog.list({ kind: 'opinion', limit: opinionShown });
  return found.length < 2 ? [] : take(found, opinionShown);
}

/** A picture story first, then the next newest; nothing while all that there is fits beside the lead. */
function trioOf(news: readonly StoryCard[]): StoryCard[] {
  if (news.length <= trioShown) return [];
  const big = news.slice(0, leadWindow).find((card) => card.picture !== undefined) ?? news[0];
  const rest = news.filter((card) => card !== big);
  // Half of what is left stays for the latest column when there is little.
  const most = Math.min(trioShown - 1, Math.floor(rest.length / 2));
  return [big, ...rest.slice(0, most)].filter(isCard);
}

/** The topic most written about, of those that have no package yet, that still has a picture story and two more to show. */
function topicDossier(
  catalog: PublicCatalog,
  standing: readonly Entity[],
  taken: ReadonlySet<number>,
  take: Take,
): Band | undefined {
  for (const { entity } of catalog.topEntities('topic', 6)) {
    if (standing.some(({ id }) => id === entity.id)) continue;
    const cards = catalog
      .list({ entity: { kind: 'topic', id: entity.id }, limit: dossierShown + 2, exclude: [...taken] })
      .filter((card) => card.kind !== 'opinion' && card.kind !== 'gallery');
    const first = cards.find((card) => card.picture !== undefined);
    if (first === undefined || cards.length < 3) continue;
    return {
      kind: 'dossier',
      title: entity.name,
      summary: entity.description,
      topic: entity,
      cards: take([first, ...cards.filter((card) => card !== first)], dossierShown),
      figures: [],
    };
  }
  return undefined;
}

function sectionColumns(
  catalog: PublicCatalog,
  taken: ReadonlySet<number>,
  take: Take,
  withoutOpinion: boolean,
) {
  return catalog.sections().flatMap((section) => {
    const found = catalog
      .list({ section: section.id, limit: inSectionColumn, exclude: [...taken] })
      .filter((card) => !(withoutOpinion && card.kind === 'opinion'));
    const cards = take(found, inSectionColumn);
    return cards.length === 0 ? [] : [{ section, cards }];
  });
}

/** A row of sections, where any has something left to show. */
function sectionsBand(columns: { section: Section; cards: StoryCard[] }[]): Band[] {
  return columns.length === 0 ? [] : [{ kind: 'sections', columns }];
}
