import type { Days } from '../public/days.ts';
import { type Database, number } from '../sqlite.ts';
import { baseOf, sectionToken } from './doc-number.ts';
import { matchOf, type Question, type Unit } from './question.ts';
import { type Scored, scorer, weigh } from './rank.ts';
import type { SearchRequest } from './search.ts';

/** Matches are counted exactly up to here. */
const mostCounted = 10_000;
/**
 * Candidates that are ranked. One takes some 4 µs, so that a search stays within tens of milliseconds at a million
 * stories; where more match, the newest are ranked, and those that have it all in the headline.
 */
const mostRanked = 3000;
const mostByHeadline = 1000;
/**
 * Headlines are looked through only where the rarest word stands in no more stories than this: a word that is in all
 * texts and few headlines has all its rows walked, 0.2 µs each.
 */
const mostWalked = 60_000;
/** With fewer matches than this for all words, stories with some of them are shown as well. */
const fewMatches = 3;
/** Rows of the rarest words that are then looked at. */
const mostLoose = 6000;
/** A story that has some of the words only is shown if they are this part of the query's weight. */
const leastCovered = 0.3;

/** What was found: numbers of stories, the asked-for stretch of them. */
export interface Found {
  total: number;
  capped: boolean;
  stories: number[];
}

type Filter = Pick<SearchRequest, 'limit' | 'offset' | 'sort' | 'section' | 'from' | 'to'>;

interface Range {
  low: number;
  high: number;
  section: string | undefined;
}

/** Searches the index; never fails for the question's text. */
export function find(db: Database, question: Question, filter: Filter, days: Days): Found {
  const range = rangeOf(filter, days);
  if (question.wanted.length === 0 || range === undefined) return { total: 0, capped: false, stories: [] };
  const match = matchOf(question.wanted, 'AND', { excluded: question.excluded, section: range.section });
  const matches = count(db, match, range);
  if (matches < fewMatches && question.wanted.length > 1)
    return findLoosely(db, question, filter, range, match);

  const total = Math.min(matches, mostCounted);
  const capped = matches > mostCounted;
  if (filter.sort === 'newest') return { total, capped, stories: newest(db, match, range, filter) };
  const candidates = rank(db, question.wanted, match, range, mostRanked);
  const rarest = Math.min(...weigh(db, question.wanted).map(({ stories }) => stories));
  if (matches > mostRanked && rarest <= mostWalked) {
    const byHeadline = matchOf(question.wanted, 'AND', {
      excluded: question.excluded,
      section: range.section,
      column: 'headline',
    });
    for (const [story, scored] of rank(db, question.wanted, byHeadline, range, mostByHeadline)) {
      candidates.set(story, scored);
    }
  }
  return { total, capped, stories: slice(candidates.values(), filter) };
}

/** Hardly a story has it all: those that have the weightiest part of it. */
function findLoosely(db: Database, question: Question, filter: Filter, range: Range, exact: string): Found {
  const stories = new Map(weigh(db, question.wanted).map((weighted) => [weighted.term, weighted.stories]));
  const rowsOf = (unit: Unit) => Math.min(...unit.terms.map((term) => stories.get(term) ?? 0));
  const rarest = question.wanted.filter((unit) => rowsOf(unit) > 0).sort((x, y) => rowsOf(x) - rowsOf(y));
  const chosen: Unit[] = [];
  let rows = 0;
  for (const unit of rarest) {
    if (chosen.length > 0 && rows + rowsOf(unit) > mostLoose) break;
    chosen.push(unit);
    rows += rowsOf(unit);
  }
  if (chosen.length === 0) return { total: 0, capped: false, stories: [] };
  const loose = matchOf(chosen, 'OR', { excluded: question.excluded, section: range.section });
  const candidates = rank(db, question.wanted, loose, range, mostLoose);
  const exactly = rank(db, question.wanted, exact, range, mostRanked);
  for (const [story, { covered }] of candidates) {
    if (covered < leastCovered && !exactly.has(story)) candidates.delete(story);
  }
  for (const [story, scored] of exactly) candidates.set(story, scored);
  return { total: candidates.size, capped: false, stories: slice(candidates.values(), filter) };
}

/** Undefined when nothing can be in it. A date that is none is no bound. */
function rangeOf({ section, from, to }: Filter, days: Days): Range | undefined {
  const start = from === undefined ? undefined : days.bounds(from)?.start;
  const end = to === undefined ? undefined : days.bounds(to)?.end;
  const low = start === undefined ? Number.MIN_SAFE_INTEGER : baseOf(start);
  const high = end === undefined ? Number.MAX_SAFE_INTEGER : baseOf(end) - 1;
  return low > high
    ? undefined
    : { low, high, section: section === undefined ? undefined : sectionToken(section) };
}

/** At most one more than `mostCounted`. */
function count(db: Database, match: string, { low, high }: Range): number {
  return number(
    db.get(
      `SELECT count(*) FROM (SELECT 1 FROM text WHERE text MATCH ? AND rowid BETWEEN ? AND ? LIMIT ${mostCounted + 1})`,
      match,
      low,
      high,
    )?.[0],
  );
}

function newest(db: Database, match: string, { low, high }: Range, { limit, offset }: Filter): number[] {
  return db
    .all(
      `SELECT doc.story FROM text CROSS JOIN doc ON doc.docid = text.rowid
       WHERE text MATCH ? AND text.rowid BETWEEN ? AND ? ORDER BY text.rowid DESC LIMIT ? OFFSET ?`,
      match,
      low,
      high,
      limit,
      offset,
    )
    .map(([story]) => number(story));
}

/** The newest `most` matches with their scores, by story. */
function rank(
  db: Database,
  units: readonly Unit[],
  match: string,
  { low, high }: Range,
  most: number,
): Map<number, Scored> {
  const score = scorer(db, weigh(db, units));
  const found = new Map<number, Scored>();
  const rows = db.iterate(
    `SELECT doc.docid, doc.story, doc.sketch FROM text CROSS JOIN doc ON doc.docid = text.rowid
     WHERE text MATCH ? AND text.rowid BETWEEN ? AND ? ORDER BY text.rowid DESC LIMIT ?`,
    match,
    low,
    high,
    most,
  );
  for (const [docid, story, sketch] of rows) {
    found.set(number(story), score(number(docid), number(story), sketch as Uint8Array));
  }
  return found;
}

function slice(scored: Iterable<Scored>, { sort, limit, offset }: Filter): number[] {
  return [...scored]
    .sort((x, y) => (sort === 'newest' ? 0 : y.score - x.score) || y.docid - x.docid)
    .slice(offset, offset + limit)
    .map(({ story }) => story);
}
