import { termNumber } from '../public/public-form.ts';
import type { Days } from '../public/days.ts';
import { type Database, number } from '../sqlite.ts';
import { recency } from './bm25.ts';
import { Collection } from './collection.ts';
import { sectionMark } from './marks.ts';
import { match, type Matched } from './match.ts';
import { withOtherNames } from './other-names.ts';
import { type Question, withoutPhrases } from './question.ts';
import { OpenRecord } from './record.ts';
import { rescorer } from './rescore.ts';
import type { SearchRequest } from './search.ts';
import { type Wanted, weigh } from './wanted.ts';

/** Matches are counted exactly up to here. */
const mostCounted = 10_000;
/** The best by their stems, which are looked at more closely: some 15 µs each. More changed no figure. */
const mostRescored = 100;

/** Of so many stories all are read and counted; among more those that cannot be among the best are passed over. */
const mostReadWhole = 50_000;

/** What was found: numbers of stories, the asked-for stretch of them. */
export interface Found {
  total: number;
  capped: boolean;
  stories: number[];
  /** All stems that the stories were found by, to be marked. */
  stems: Set<string>;
}

type Filter = Pick<SearchRequest, 'limit' | 'offset' | 'sort' | 'section' | 'from' | 'to'> & {
  /** Instead of the usual number. */
  mostReadWhole?: number;
};

/**
 * Searches the index; never fails for the question's text. Reads one state of it, whoever writes meanwhile. A question
 * that is a phrase is meant to the letter; where no story has a phrase that stands among other words, as in a headline
 * that quotes somebody, the phrase's words are looked for.
 */
export function find(db: Database, question: Question, filter: Filter, days: Days): Found {
  const found = findStrictly(db, question, filter, days);
  const loose = found.total > 0 ? undefined : withoutPhrases(question);
  return loose === undefined ? found : findStrictly(db, loose, filter, days);
}

function findStrictly(db: Database, question: Question, filter: Filter, days: Days): Found {
  const range = rangeOf(filter, days);
  const nothing = { total: 0, capped: false, stories: [], stems: question.stems };
  if (question.wanted.length === 0 || range === undefined) return nothing;
  db.exec('BEGIN');
  try {
    const collection = Collection.of(db);
    const wanted = weigh(collection, withOtherNames(db, question.wanted));
    // A phrase is meant to the letter.
    if (wanted.some(({ phrase, part }) => phrase !== undefined && part === 0)) return nothing;
    const known = wanted.filter(({ part }) => part > 0);
    if (known.length === 0) return nothing;
    const matched = match(collection, {
      wanted: known,
      excluded: weigh(collection, question.excluded).filter(({ part }) => part > 0),
      section: filter.section === undefined ? undefined : termNumber(sectionMark(filter.section)),
      ...range,
      sort: filter.sort,
      pruned: collection.stories > (filter.mostReadWhole ?? mostReadWhole),
      common: filter.mostReadWhole ?? mostCounted,
      most: Math.max(filter.offset + filter.limit, filter.sort === 'newest' ? 0 : mostRescored),
    });
    const ranked = filter.sort === 'newest' ? matched.docs : rescored(collection, wanted, matched);
    return {
      total: Math.min(matched.total, mostCounted),
      capped: matched.capped || matched.total > mostCounted,
      stories: storiesOf(db, ranked.slice(filter.offset, filter.offset + filter.limit)),
      stems: new Set([...question.stems, ...wanted.flatMap(({ stems }) => stems)]),
    };
  } finally {
    db.exec('COMMIT');
  }
}

/** The best by their stems in the order of all that counts; the others after them, as they were. */
function rescored(collection: Collection, wanted: readonly Wanted[], { docs }: Matched): Matched['docs'] {
  const gain = rescorer(wanted);
  const record = new OpenRecord();
  const gains = new Map<number, number>();
  const close = docs.slice(0, mostRescored);
  for (const { docid, record: bytes } of collection.records(close.map(({ value }) => value))) {
    const { time, length } = collection.factsOf(docid);
    const relativeLength = length / collection.averageLength;
    gains.set(docid, gain(record.read(bytes), relativeLength) * recency(collection.newest - time));
  }
  const ranked = close.map(({ key, value }) => ({ key: key + (gains.get(value) ?? 0), value }));
  return [...ranked.sort((x, y) => y.key - x.key || y.value - x.value), ...docs.slice(mostRescored)];
}

function storiesOf(db: Database, docs: Matched['docs']): number[] {
  return docs.map(({ value }) => number(db.get('SELECT story FROM doc WHERE docid = ?', value)?.[0]));
}

/** Undefined when nothing can be in it. A date that is none is no bound. */
function rangeOf({ from, to }: Filter, days: Days): { low: number; high: number } | undefined {
  const low = (from === undefined ? undefined : days.bounds(from)?.start) ?? Number.NEGATIVE_INFINITY;
  const end = (to === undefined ? undefined : days.bounds(to)?.end) ?? Number.POSITIVE_INFINITY;
  return low >= end ? undefined : { low, high: end - 1 };
}
