import { isStopWord, queryTerms } from '../../arabic/analyse.ts';
import { dayBounds } from '../../arabic/dates.ts';
import { highlight, snippet } from '../../arabic/highlight.ts';
import { bodyText } from '../../model/plain-text.ts';
import type { PublicCatalog } from '../public/catalog.ts';
import { number, type Database } from '../sqlite.ts';
import { sectionFacet } from './apply-search.ts';
import { numberOf } from './document-number.ts';
import { clauses, expression, type Clause } from './match.ts';
import type { SearchRequest, SearchResponse } from './search.ts';

/** Over so many expected matches only the newest are ranked: bm25() takes about 0.45 µs for each matching row. */
const rankAll = 20_000;
/** How many of the newest are ranked then. */
const rankNewest = 3000;
/** Most matches that are counted. */
const countUpTo = 10_000;
/** Fewer hits than this for all words together, and stories with some of the words follow. */
const enough = 10;
/** Postings that «some of the words» may touch, rarest words first. */
const looseBudget = 50_000;
/** BM25 weights of headline, standfirst, body, facets. */
const weights = '8.0, 3.0, 1.0, 0.0';
const longestQuery = 200;
const snippetLetters = 220;

interface Found {
  docids: number[];
  total: number;
  capped: boolean;
}

/**
 * Runs one search on an open index and catalog: stories with all the words, best first, then, if those are few, stories
 * with the rarest of them. Bounded work for any query; see the constants above.
 */
export function runSearch(db: Database, catalog: PublicCatalog, request: SearchRequest): SearchResponse {
  const terms = queryTerms(request.q.slice(0, longestQuery));
  const { wanted, unwanted } = clauses(terms);
  const words = [...new Set(terms.filter((term) => term.negated !== true).map(({ word }) => word))];
  const range = docidRange(request, catalog.site().timeZone);
  if (wanted.length === 0 || range === undefined) return { total: 0, capped: false, hits: [], terms: words };
  const facet = request.section === undefined ? undefined : sectionFacet(request.section);
  const depth = request.offset + request.limit;

  const strict = find(
    db,
    expression(wanted, 'AND', unwanted, facet),
    rarest(db, wanted),
    range,
    request.sort,
    depth,
  );
  const found = strict.total >= enough || wanted.length < 2 ? strict : loosened(strict);
  const ids = storyIds(db, found.docids.slice(request.offset, depth));
  const stems = new Set(
    wanted.flatMap((clause) => clause.stems).filter((stem) => wanted.length === 1 || !isStopWord(stem)),
  );
  const hits = ids.flatMap((id) => {
    const story = catalog.story(id)?.story;
    if (story === undefined) return [];
    const text = [story.standfirst ?? '', bodyText(story.body)].filter(Boolean).join('\n');
    return [
      { id, headline: highlight(story.headline, stems), snippet: snippet(text, stems, snippetLetters) },
    ];
  });
  return { total: found.total, capped: found.capped, hits, terms: words };

  function loosened(first: Found): Found {
    let touched = 0;
    const some = wanted
      .map((clause) => ({ clause, stories: rarest(db, [clause]) }))
      .toSorted((a, b) => a.stories - b.stories)
      .filter(({ stories }, i) => stories > 0 && (i === 0 || (touched += stories) <= looseBudget))
      .map(({ clause }) => clause);
    if (some.length === 0) return first;
    const expected = some.reduce((sum, clause) => sum + rarest(db, [clause]), 0);
    const loose = find(
      db,
      expression(some, 'OR', unwanted, facet),
      expected,
      range ?? [0, 0],
      request.sort,
      depth + enough,
    );
    const before = new Set(first.docids);
    const rest = loose.docids.filter((docid) => !before.has(docid));
    return {
      docids: [...first.docids, ...rest],
      total: Math.max(loose.total, first.total),
      capped: loose.capped,
    };
  }
}

/** Inclusive bounds of document numbers; undefined when a day is none. */
function docidRange(request: SearchRequest, timeZone: string): [number, number] | undefined {
  try {
    const from =
      request.from === undefined
        ? Number.MIN_SAFE_INTEGER
        : numberOf(dayBounds(request.from, timeZone).start);
    const to =
      request.to === undefined ? Number.MAX_SAFE_INTEGER : numberOf(dayBounds(request.to, timeZone).end) - 1;
    return [from, to];
  } catch {
    return undefined;
  }
}

/** In at most how many stories these clauses can stand together. */
function rarest(db: Database, wanted: readonly Clause[]): number {
  const counts = wanted.flatMap(({ stems }) =>
    stems.map((stem) => number(db.get('SELECT stories FROM term WHERE term = ?', stem)?.[0])),
  );
  return Math.min(...counts);
}

function find(
  db: Database,
  match: string,
  expected: number,
  [from, to]: [number, number],
  sort: SearchRequest['sort'],
  depth: number,
): Found {
  if (expected === 0) return { docids: [], total: 0, capped: false };
  const newest = db
    .all(
      'SELECT rowid FROM fts WHERE fts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?',
      match,
      from,
      to,
      countUpTo + 1,
    )
    .map(([docid]) => number(docid));
  const total = Math.min(newest.length, countUpTo);
  const capped = newest.length > countUpTo;
  if (sort === 'newest') return { docids: newest.slice(0, depth), total, capped };
  const least = expected <= rankAll || newest.length <= rankNewest ? from : (newest[rankNewest - 1] ?? from);
  const docids = db
    .all(
      `SELECT rowid FROM fts WHERE fts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY bm25(fts, ${weights}), rowid DESC LIMIT ?`,
      match,
      least,
      to,
      depth,
    )
    .map(([docid]) => number(docid));
  return { docids, total, capped };
}

function storyIds(db: Database, docids: readonly number[]): number[] {
  return docids.flatMap((docid) => {
    const row = db.get('SELECT story FROM doc WHERE docid = ?', docid);
    return row === undefined ? [] : [number(row[0])];
  });
}
