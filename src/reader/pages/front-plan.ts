import type { PublicCatalog, StoryCard } from '../../catalog/public/catalog.ts';
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
  const named = (ids: readonly number[], most: number) => take(catalog.cards(ids), most);

  const chosenLead = front?.lead === undefined ? undefined : named([front.lead.story], 1)[0];
  const chosenMore = chosenLead === undefined ? [] : named(front?.lead?.more ?? [], 5);
  const arranged = (front?.packages ?? []).flatMap((item): Band[] => {
    const cards = named(item.stories, 12);
    if (cards.length === 0) return [];
    const { title } = item;
    return item.kind === 'dossier'
      ? [{ kind: 'dossier', title, summary: item.summary, cards, figures: item.figures ?? [] }]
      : [{ kind: item.kind, title, cards }];
  });

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
  const latest = take(opinion.length === 0 ? free() : news(), latestShown);
  const dossier = has('dossier') ? undefined : topicDossier(catalog, taken, take);
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

/** The topic most written about that still has a picture story and two more to show. */
function topicDossier(catalog: PublicCatalog, taken: ReadonlySet<number>, take: Take): Band | undefined {
  for (const { entity } of catalog.topEntities('topic', 6)) {
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
