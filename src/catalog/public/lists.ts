import { type Database, number } from '../sqlite.ts';
import { canonicalId, mergedIds } from './aliases.ts';
import { cardsIn, mostCards } from './cards.ts';
import type { ListFilter, ListQuery, Position, StoryCard } from './catalog.ts';
import type { ListNumbers } from './counts.ts';
import type { Days } from './days.ts';
import { type ListKind, listNames } from './list-names.ts';

/** What the queries over lists need of an open catalog. */
export interface ListSource {
  db: Database;
  lists: ListNumbers;
  days(): Days;
}

/** Cards under a filter, newest first. Each page reads as many rows as it shows, however long the list is. */
export function listCards(source: ListSource, query: ListQuery): StoryCard[] {
  return cardsIn(
    source.db,
    listPositions(source, query).map(({ id }) => id),
  );
}

/** The same, without the cards. */
export function listPositions(source: ListSource, query: ListQuery): Position[] {
  const limit = Math.max(0, Math.min(mostCards, query.limit));
  const plan = planOf(source, query);
  if (plan === undefined || limit === 0) return [];
  const excluded = new Set(query.exclude);
  const found = new Map<number, Position>();
  for (const list of plan.driver) {
    for (const place of pageOf(source.db, list, plan, query, limit + excluded.size)) {
      if (!excluded.has(place.id)) found.set(place.id, place);
    }
  }
  const newestFirst = [...found.values()].sort((a, b) => b.publishedAt - a.publishedAt || b.id - a.id);
  return query.after === undefined ? newestFirst.slice(0, limit) : newestFirst.slice(-limit);
}

/**
 * Number of stories under a filter: a kept count for no filter, a section, a kind, both, an entity, a writer, a day;
 * the rest counts an index range.
 */
export function countStories(source: ListSource, filter: ListFilter): number {
  const { db } = source;
  const named = Object.entries(filter).filter(([, value]) => value !== undefined);
  const only = named.length === 1 ? named[0]?.[0] : undefined;
  if (only === 'day') return number(db.get('SELECT stories FROM day WHERE day = ?', filter.day ?? '')?.[0]);
  const entity = entityOf(filter);
  if (entity !== undefined && named.length === 1) {
    const id = canonicalId(db, entity.kind, entity.id);
    return number(db.get('SELECT stories FROM entity_count WHERE kind = ? AND id = ?', entity.kind, id)?.[0]);
  }
  const plan = planOf(source, filter);
  if (plan === undefined) return 0;
  const [list] = plan.driver;
  if (
    plan.driver.length === 1 &&
    plan.others.length === 0 &&
    plan.from === undefined &&
    plan.until === undefined
  ) {
    return number(db.get('SELECT stories FROM list WHERE id = ?', list ?? 0)?.[0]);
  }
  const row = db.get(
    `SELECT count(DISTINCT story) FROM list_story AS place
     WHERE list IN (SELECT value FROM json_each(?)) AND published_at >= ? AND published_at < ? ${alsoIn(plan)}`,
    JSON.stringify(plan.driver),
    plan.from ?? Number.MIN_SAFE_INTEGER,
    plan.until ?? Number.MAX_SAFE_INTEGER,
    ...plan.others.map((lists) => JSON.stringify(lists)),
  );
  return number(row?.[0]);
}

interface Plan {
  /** Lists walked: one, or those of entities merged together. The shortest of the filter's. */
  driver: number[];
  /** Lists in which a story must stand as well. */
  others: number[][];
  /** Bounds in time: from inclusive, until exclusive. */
  from?: number;
  until?: number;
}

function entityOf(filter: ListFilter): { kind: ListKind; id: string } | undefined {
  return filter.entity ?? (filter.author === undefined ? undefined : { kind: 'author', id: filter.author });
}

/** Undefined when nothing can match. */
function planOf(source: ListSource, filter: ListFilter): Plan | undefined {
  const { db, lists } = source;
  const groups: string[][] = [];
  const { section, kind } = filter;
  if (section !== undefined && kind !== undefined) groups.push([listNames.sectionKind(section, kind)]);
  else if (section !== undefined) groups.push([listNames.section(section)]);
  else if (kind !== undefined) groups.push([listNames.kind(kind)]);
  for (const entity of [
    filter.entity,
    filter.author === undefined ? undefined : { kind: 'author' as const, id: filter.author },
  ]) {
    if (entity === undefined) continue;
    const id = canonicalId(db, entity.kind, entity.id);
    groups.push(mergedIds(db, entity.kind, id).map((member) => listNames.entity(entity.kind, member)));
  }
  if (groups.length === 0) groups.push([listNames.all]);

  const numbered = groups.map((names) =>
    names.map((name) => lists.find(name)).filter((id) => id !== undefined),
  );
  if (numbered.some((ids) => ids.length === 0)) return undefined;
  const [driver = [], ...others] =
    numbered.length === 1
      ? numbered
      : numbered
          .map((ids) => ({ ids, stories: storiesIn(db, ids) }))
          .sort((a, b) => a.stories - b.stories)
          .map(({ ids }) => ids);
  const day = filter.day === undefined ? undefined : source.days().bounds(filter.day);
  if (filter.day !== undefined && day === undefined) return undefined;
  const from =
    filter.since === undefined && day === undefined
      ? undefined
      : Math.max(filter.since ?? -Infinity, day?.start ?? -Infinity);
  return {
    driver,
    others,
    ...(from === undefined ? {} : { from: Math.ceil(from) }),
    ...(day === undefined ? {} : { until: day.end }),
  };
}

function storiesIn(db: Database, lists: readonly number[]): number {
  return lists.reduce((sum, id) => sum + number(db.get('SELECT stories FROM list WHERE id = ?', id)?.[0]), 0);
}

const alsoIn = (plan: Plan) =>
  plan.others
    .map(
      () => `AND EXISTS (SELECT 1 FROM list_story AS other
        WHERE other.list IN (SELECT value FROM json_each(?))
        AND other.published_at = place.published_at AND other.story = place.story)`,
    )
    .join(' ');

/** Places of one list between the plan's bounds and the query's; one lower and one upper bound of the primary key. */
function pageOf(db: Database, list: number, plan: Plan, query: ListQuery, limit: number): Position[] {
  const { low, high } = boundsOf(plan, query);
  const order = query.after === undefined ? 'DESC' : 'ASC';
  const rows = db.all(
    `SELECT published_at, story FROM list_story AS place
     WHERE list = ? AND (published_at, story) > (?, ?) AND (published_at, story) < (?, ?) ${alsoIn(plan)}
     ORDER BY published_at ${order}, story ${order} LIMIT ?`,
    list,
    low.publishedAt,
    low.id,
    high.publishedAt,
    high.id,
    ...plan.others.map((lists) => JSON.stringify(lists)),
    limit,
  );
  return rows.map(([publishedAt, story]) => ({ publishedAt: number(publishedAt), id: number(story) }));
}

/** Both exclusive; ids are positive, so (t, 0) stands before all stories of the moment t. */
function boundsOf(plan: Plan, { before, after }: ListQuery): { low: Position; high: Position } {
  let low: Position = { publishedAt: plan.from ?? Number.MIN_SAFE_INTEGER, id: 0 };
  let high: Position = { publishedAt: plan.until ?? Number.MAX_SAFE_INTEGER, id: 0 };
  if (after !== undefined && isNewer(after, low)) low = after;
  if (before !== undefined && isNewer(high, before)) high = before;
  return { low, high };
}

const isNewer = (a: Position, b: Position) =>
  a.publishedAt > b.publishedAt || (a.publishedAt === b.publishedAt && a.id > b.id);
