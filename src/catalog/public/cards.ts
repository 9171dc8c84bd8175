import { type Database, type Row, text } from '../sqlite.ts';
import type { StoryCard } from './catalog.ts';
import { entityIn } from './entities.ts';
import { mediaIn } from './media.ts';
import type { StoredCard } from './stored-card.ts';

/** Most cards that one question returns. */
export const mostCards = 200;

/** Cards for ids, in their order; unknown ones are left out. */
export function cardsIn(db: Database, ids: readonly number[]): StoryCard[] {
  return db
    .all(
      `SELECT card FROM json_each(?) AS wanted CROSS JOIN story ON story.id = wanted.value ORDER BY wanted.key`,
      JSON.stringify(ids.slice(0, mostCards)),
    )
    .map((row) => cardOf(db, row));
}

/** A card from the row's first column, with its picture and its writers' addresses as they are now. */
export function cardOf(db: Database, row: Row): StoryCard {
  return filledCard(db, JSON.parse(text(row[0])) as StoredCard);
}

export function filledCard(db: Database, { picture, writers, ...card }: StoredCard): StoryCard {
  const media = picture === undefined ? undefined : mediaIn(db, picture.media);
  return {
    ...card,
    writers: writers.map(({ person, ...writer }) => {
      const record = person === undefined ? undefined : entityIn(db, 'person', person);
      return record?.author === true ? { ...writer, slug: record.slug } : writer;
    }),
    ...(picture === undefined || media === undefined
      ? {}
      : {
          picture: {
            media,
            alt: picture.alt ?? media.alt,
            ...optional('caption', picture.caption ?? media.caption),
            ...optional('credit', picture.credit ?? media.credit),
          },
        }),
  };
}

function optional<K extends string>(key: K, value: string | undefined): { [k in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [k in K]?: string });
}
