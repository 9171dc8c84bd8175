import { queryTerms } from '../../arabic/analyse.ts';
import type { StoryStatus } from '../../model/story-status.ts';
import { type Database, number, type Row } from '../sqlite.ts';
import { dayOf, ofAuthor, ofCreator, ofPerson, ofSection, ofStatus, rangeTerms } from './find-terms.ts';

export interface FindQuery {
  status?: StoryStatus;
  section?: string;
  /** Words of the headline or kicker; all of them, in any form. `-word` leaves out. */
  words?: string;
  /** Ids of people in the story; any of them. */
  people?: readonly string[];
  /** A writer's name or part of it, with the ids of accounts that go by it. */
  author?: { name: string; users: readonly string[] };
  /** When it came out, else when it was changed: from this instant, and before that one; ms since the epoch. */
  from?: number;
  to?: number;
  /** An account's id: only what it began or was given. */
  owner?: string;
}

/** A range without a beginning or an end goes as far as newspapers do. */
const [firstDay, lastDay] = [dayOf(Date.UTC(1800, 0, 1)), dayOf(Date.UTC(2200, 0, 1))];
/** Rows that are read at a time where days at the ends of a range have to be looked at by the clock. */
const chunk = 500;

/**
 * Stories that everything asked for is true of, the last changed first: rows of `columns` with the number of the entry as the
 * last one. The finder keeps each story under the entry that changed it last, so its own order is the list's.
 *
 * @param before the number of an entry: only what was changed before it.
 */
export function findStories(
  db: Database,
  columns: string,
  query: FindQuery,
  { limit, before }: { limit: number; before?: number },
): Row[] {
  const match = matchOf(query);
  if (match === undefined) return [];
  const below = before ?? Number.MAX_SAFE_INTEGER;
  const { owner } = query;
  if (owner === undefined) return matching(db, columns, query, { match, limit, below });
  const begun = matching(db, columns, query, {
    match: `(${match}) AND ${quoted(ofCreator(owner))}`,
    limit,
    below,
  });
  // What was given to somebody is known elsewhere; it is little, so each of it is asked about.
  const given = db
    .all(
      `SELECT seq FROM desk_story WHERE id IN (SELECT story FROM assignment WHERE user = ?1) AND seq < ?2
         AND created_by IS NOT ?1 ORDER BY seq DESC LIMIT ${mostGiven}`,
      owner,
      below,
    )
    .flatMap(([seq]) =>
      matching(db, columns, query, { match, limit: 1, below: number(seq) + 1, only: number(seq) }),
    );
  return [...begun, ...given].sort((a, b) => number(b.at(-1)) - number(a.at(-1))).slice(0, limit);
}

const mostGiven = 500;

function matching(
  db: Database,
  columns: string,
  query: FindQuery,
  { match, limit, below, only = 0 }: { match: string; limit: number; below: number; only?: number },
): Row[] {
  const found: Row[] = [];
  const size = hasEdges(query) ? chunk : limit;
  for (;;) {
    const rows = db.all(
      `SELECT ${columns}, when_at, seq FROM desk_find JOIN desk_story ON seq = desk_find.rowid
       WHERE desk_find MATCH ? AND desk_find.rowid < ? AND desk_find.rowid >= ? ORDER BY desk_find.rowid DESC LIMIT ?`,
      match,
      below,
      only,
      size,
    );
    for (const row of rows) {
      const when = number(row.at(-2));
      if (when < (query.from ?? -Infinity) || when >= (query.to ?? Infinity)) continue;
      found.push(row);
      if (found.length === limit) return found;
    }
    if (rows.length < size) return found;
    below = number(rows.at(-1)?.at(-1));
  }
}

/** How many stories there are, at most `most`: counting on costs the time of a long list. */
export function countFound(db: Database, query: FindQuery, most: number): number {
  const match = matchOf(query);
  if (match === undefined) return 0;
  if (hasEdges(query) || query.owner !== undefined)
    return findStories(db, 'id', query, { limit: most }).length;
  const row = db.get(
    'SELECT count(*) FROM (SELECT rowid FROM desk_find WHERE desk_find MATCH ? LIMIT ?)',
    match,
    most,
  );
  return number(row?.[0]);
}

const hasEdges = ({ from, to }: FindQuery) => from !== undefined || to !== undefined;

/** In the language of FTS5: https://sqlite.org/fts5.html#full_text_query_syntax; undefined when nothing can be found. */
function matchOf(query: FindQuery): string | undefined {
  const all: string[][] = [];
  const not: string[] = [];
  if (query.status !== undefined) all.push([ofStatus(query.status)]);
  if (query.section !== undefined) all.push([ofSection(query.section)]);
  if (query.people !== undefined) all.push(query.people.map(ofPerson));
  for (const { stem, negated } of query.words === undefined ? [] : queryTerms(query.words)) {
    if (negated === true) not.push(stem);
    else all.push([stem]);
  }
  if (hasEdges(query)) {
    const first = query.from === undefined ? firstDay : Math.max(firstDay, dayOf(query.from));
    const last = query.to === undefined ? lastDay : Math.min(lastDay, dayOf(query.to - 1));
    all.push(rangeTerms(first, last));
  }
  let match = all.map(any).join(' AND ');
  if (query.author !== undefined) {
    const { name, users } = query.author;
    const named = ofAuthor(name).map(quoted).join(' AND ');
    const either = [...(named === '' ? [] : [`(${named})`]), ...users.map((user) => quoted(ofCreator(user)))];
    if (either.length === 0) return undefined;
    match = [...(match === '' ? [] : [match]), `(${either.join(' OR ')})`].join(' AND ');
  }
  if (match === '' || all.some((words) => words.length === 0)) return undefined;
  return not.length === 0 ? match : `(${match}) NOT (${not.map(quoted).join(' OR ')})`;
}

const quoted = (word: string) => `"${word.replaceAll('"', '')}"`;
const any = (words: readonly string[]) => `(${words.map(quoted).join(' OR ')})`;
