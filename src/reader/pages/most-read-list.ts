import type { PublicCatalog, StoryCard } from '../../catalog/public/catalog.ts';

/** Fewer stories than this are no list of what is read most: the latest fill it, and its title says so. */
const fewestRead = 5;

export interface MostReadList {
  cards: StoryCard[];
  /** Whether the latest stand in it because too few stories were read: its title is then «الأحدث». */
  filled: boolean;
  /** When the newest counted read was applied, ms; undefined without any. */
  updatedAt: number | undefined;
}

/**
 * The most read, never empty while one story exists: with too few reads it is filled from the latest of the section,
 * then of the site.
 */
export function mostReadList(catalog: PublicCatalog, limit: number, section?: string): MostReadList {
  const scope = section === undefined ? {} : { section };
  const { cards, updatedAt } = catalog.mostRead({ ...scope, limit });
  if (cards.length >= Math.min(fewestRead, limit)) return { cards, filled: false, updatedAt };
  const list = [...cards];
  const fill = (filter: { section?: string }) => {
    const exclude = list.map((card) => card.id);
    if (list.length < limit) list.push(...catalog.list({ ...filter, exclude, limit: limit - list.length }));
  };
  if (section !== undefined) fill({ section });
  fill({});
  return { cards: list, filled: true, updatedAt };
}
