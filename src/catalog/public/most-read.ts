import { getMeta } from '../meta.ts';
import { mostCards, cardOf } from './cards.ts';
import type { StoryCard } from './catalog.ts';
import { listNames } from './list-names.ts';
import type { ListSource } from './lists.ts';

/** Stories by time-decayed reads, of the site or a section; fewer than `limit` when fewer were read. */
export function mostRead(
  { db, lists }: ListSource,
  options: { section?: string; limit: number },
): { cards: StoryCard[]; updatedAt: number | undefined } {
  const list = lists.find(options.section === undefined ? listNames.all : listNames.section(options.section));
  const rows =
    list === undefined
      ? []
      : db.all(
          `SELECT card FROM most_read CROSS JOIN story ON story.id = most_read.story
           WHERE list = ? ORDER BY score DESC, most_read.story DESC LIMIT ?`,
          list,
          Math.min(options.limit, mostCards),
        );
  const at = getMeta(db, 'tallies-at');
  return { cards: rows.map((row) => cardOf(db, row)), updatedAt: typeof at === 'number' ? at : undefined };
}
