import type { ListFilter, Position, PublicCatalog, StoryCard } from '../../catalog/public/catalog.ts';

/** What a list's address carries: «1764000000000-1042», the place before or after which the page begins. */
export interface PlaceQuery {
  before?: string | undefined;
  after?: string | undefined;
}

/** One page of a list, with the addresses of its neighbours as queries («?before=…»), where there are any. */
export interface ListPage {
  cards: StoryCard[];
  /** Query of this page's own address: empty for the first page. */
  own: string;
  previous: string | undefined;
  next: string | undefined;
}

/** Undefined for what is no place. A time that no date can have is none. */
export function readPlace(text: string | undefined): Position | undefined {
  const [, at = '', id = ''] = /^(-?\d{1,16})-(\d{1,15})$/.exec(text ?? '') ?? [];
  const publishedAt = Number(at);
  if (at === '' || Math.abs(publishedAt) > 8.64e15) return undefined;
  return { publishedAt, id: Number(id) };
}

/** As `readPlace` reads it. */
export function writePlace({ publishedAt, id }: Position): string {
  return `${publishedAt}-${id}`;
}

/**
 * A page of stories by keyset: what is published meanwhile moves nothing on an older page. A place that cannot be read
 * gives the first page; «after» that reaches the newest story gives the first page too, so that it is always full.
 */
export function listPageOf(
  catalog: PublicCatalog,
  filter: ListFilter,
  query: PlaceQuery,
  length: number,
): ListPage {
  const after = readPlace(query.after);
  if (after !== undefined) {
    // One more than fits tells whether there is a page before this one.
    const newer = catalog.list({ ...filter, after, limit: length + 1 });
    if (newer.length > length) {
      const cards = newer.slice(1);
      return {
        cards,
        own: `?after=${writePlace(after)}`,
        previous: neighbour('after', cards.at(0)),
        next: neighbour('before', cards.at(-1)),
      };
    }
  }
  const before = after === undefined ? readPlace(query.before) : undefined;
  const older = catalog.list({ ...filter, limit: length + 1, ...(before === undefined ? {} : { before }) });
  const cards = older.slice(0, length);
  return {
    cards,
    own: before === undefined ? '' : `?before=${writePlace(before)}`,
    previous: before === undefined ? undefined : (neighbour('after', cards.at(0)) ?? ''),
    next: older.length > length ? neighbour('before', cards.at(-1)) : undefined,
  };
}

function neighbour(side: 'before' | 'after', card: StoryCard | undefined): string | undefined {
  return card === undefined ? undefined : `?${side}=${writePlace(card)}`;
}
