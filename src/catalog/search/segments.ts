import { type Database, number } from '../sqlite.ts';
import { ListMaker, OpenList } from './lists.ts';
import { OpenRecord } from './record.ts';
import { TermFilter } from './term-filter.ts';

/**
 * The index grows as a log-structured merge tree does (O'Neil, Cheng, Gawlick and O'Neil, 1996): so many stories stand in
 * their records only, then lists are written for them; small segments become larger ones. A story's lists are so written
 * three times in its life. Searching asks each segment, which is why they are few: at a million
 * stories some eight large ones and at most thirty small.
 */
export const mostUnlisted = 512;
/** Stories of a segment of the second and of the third size; neighbours smaller than that become one when they are so many. */
const sizes = [8192, 131_072] as const;
/** Numbers in a segment: searching has some arrays of this length. */
const mostSlots = 1 << 20;
/** Numbers without stories, as after many updates, count as well. */
const mostUnlistedSlots = mostUnlisted * 8;
/** A segment that has lost this part of its stories is written anew without them. */
const mostDead = 0.25;

/** The first number that is in no segment. */
export function firstUnlisted(db: Database): number {
  return number(db.get('SELECT max(first + slots) FROM segment')?.[0] ?? 1);
}

/** The newest number that was given. */
const lastNumber = (db: Database) =>
  number(db.get(`SELECT seq FROM sqlite_sequence WHERE name = 'doc'`)?.[0]);

/** Writes lists for what has none, if it is enough, and merges what has become many. Within a transaction. */
export function tidySegments(db: Database): void {
  const first = firstUnlisted(db);
  const waiting = number(db.get('SELECT count(*) FROM doc WHERE docid >= ?', first)?.[0]);
  if (waiting < mostUnlisted && lastNumber(db) - first < mostUnlistedSlots) return;
  list(db, first);
  for (const size of sizes) mergeNewest(db, size);
  rewriteHollow(db);
}

/** Lists of all stories from `first` on. */
function list(db: Database, first: number): void {
  const slots = lastNumber(db) - first + 1;
  const times = new Float64Array(slots);
  const lengths = new Uint16Array(slots);
  const record = new OpenRecord();
  // A number for each term of each story, sorted as numbers: term, slot, weight.
  let keys = new Float64Array(1 << 17);
  let n = 0;
  let stories = 0;
  const rows = db.iterate(
    'SELECT docid, time, length, record FROM doc WHERE docid >= ? ORDER BY docid',
    first,
  );
  for (const [docid, time, length, bytes] of rows) {
    const slot = number(docid) - first;
    times[slot] = number(time);
    lengths[slot] = number(length);
    stories++;
    const weighed = record.read(bytes as Uint8Array).weighed();
    if (n + weighed.size > keys.length) {
      const wider = new Float64Array((n + weighed.size) * 2);
      wider.set(keys);
      keys = wider;
    }
    for (const [term, weight] of weighed) keys[n++] = (term * mostUnlistedKeys + slot) * 256 + weight;
  }
  const segment = insertSegment(db, first, slots, stories, times, lengths);
  const maker = new ListMaker();
  const terms: number[] = [];
  let open = -1;
  const sorted = keys.subarray(0, n).sort();
  for (let i = 0; i <= n; i++) {
    const key = sorted[i] ?? Number.POSITIVE_INFINITY;
    const term = Math.floor(key / (mostUnlistedKeys * 256));
    if (term !== open && maker.stories > 0) {
      insertList(db, segment, open, maker);
      terms.push(open);
    }
    open = term;
    if (i < n) maker.add(Math.floor(key / 256) % mostUnlistedKeys, key % 256);
  }
  setFilter(db, segment, terms);
  db.run('DELETE FROM dead WHERE docid >= ?', first);
}

/** 31 bits of term, 14 of slot and 8 of weight are 53, all that a number holds. */
const mostUnlistedKeys = 2 ** 14;

interface Segment {
  segment: number;
  first: number;
  slots: number;
  stories: number;
}

function segmentsOf(db: Database): Segment[] {
  return db
    .all('SELECT segment, first, slots, stories FROM segment ORDER BY first')
    .map(([segment, first, slots, stories]) => ({
      segment: number(segment),
      first: number(first),
      slots: number(slots),
      stories: number(stories),
    }));
}

/** The newest segments that are smaller than a size become one when together they have it. */
function mergeNewest(db: Database, size: number): void {
  const newest: Segment[] = [];
  for (const segment of segmentsOf(db).reverse()) {
    if (segment.stories >= size) break;
    newest.unshift(segment);
  }
  const total = (what: 'stories' | 'slots') => newest.reduce((sum, segment) => sum + segment[what], 0);
  if (newest.length > 1 && total('stories') >= size && total('slots') <= mostSlots) merge(db, newest);
}

function rewriteHollow(db: Database): void {
  const hollow = segmentsOf(db).find(({ first, slots, stories }) => {
    const dead = number(
      db.get('SELECT count(*) FROM dead WHERE docid >= ? AND docid < ?', first, first + slots)?.[0],
    );
    return dead > stories * mostDead;
  });
  if (hollow !== undefined) merge(db, [hollow]);
}

/** Makes one segment of neighbours, without their dead. */
function merge(db: Database, segments: readonly Segment[]): void {
  const first = segments[0]?.first ?? 0;
  const end = segments.reduce((most, segment) => Math.max(most, segment.first + segment.slots), 0);
  const slots = end - first;
  const alive = new Uint8Array(slots);
  const times = new Float64Array(slots);
  const lengths = new Uint16Array(slots);
  let stories = 0;
  for (const [docid, time, length] of db.iterate(
    'SELECT docid, time, length FROM doc WHERE docid >= ? AND docid < ?',
    first,
    end,
  )) {
    const slot = number(docid) - first;
    alive[slot] = 1;
    times[slot] = number(time);
    lengths[slot] = number(length);
    stories++;
  }
  const merged = insertSegment(db, first, slots, stories, times, lengths);
  const open = new OpenList();
  const maker = new ListMaker();
  const terms: number[] = [];
  for (const { term, lists } of inOrderOfTerms(db, segments)) {
    for (const { list: bytes, offset } of lists) {
      const { slots: found, weights, stories: n } = open.read(bytes);
      for (let i = 0; i < n; i++) {
        const slot = (found[i] ?? 0) + offset;
        if (alive[slot] === 1) maker.add(slot, weights[i] ?? 1);
      }
    }
    if (maker.stories > 0) {
      insertList(db, merged, term, maker);
      terms.push(term);
    } else maker.take();
  }
  setFilter(db, merged, terms);
  for (const { segment } of segments) {
    db.run('DELETE FROM posting WHERE segment = ?', segment);
    db.run('DELETE FROM segment WHERE segment = ?', segment);
  }
  db.run('DELETE FROM dead WHERE docid >= ? AND docid < ?', first, end);
}

/** The lists of several segments, a term at a time. */
function* inOrderOfTerms(
  db: Database,
  segments: readonly Segment[],
): Iterable<{ term: number; lists: { list: Uint8Array; offset: number }[] }> {
  const first = segments[0]?.first ?? 0;
  const open = segments.map(({ segment, first: begins }) => {
    // One statement each: they are read side by side.
    const statement = db.raw.prepare('SELECT term, list FROM posting WHERE segment = ? ORDER BY term');
    statement.setReturnArrays(true);
    const rows = statement.iterate(segment) as unknown as Iterator<[number, Uint8Array]>;
    return { rows, row: rows.next(), offset: begins - first };
  });
  for (;;) {
    let term = Number.POSITIVE_INFINITY;
    for (const { row } of open) if (row.done !== true && row.value[0] < term) term = row.value[0];
    if (term === Number.POSITIVE_INFINITY) return;
    const lists: { list: Uint8Array; offset: number }[] = [];
    for (const one of open) {
      if (one.row.done === true || one.row.value[0] !== term) continue;
      lists.push({ list: one.row.value[1], offset: one.offset });
      one.row = one.rows.next();
    }
    yield { term, lists };
  }
}

function insertSegment(
  db: Database,
  first: number,
  slots: number,
  stories: number,
  times: Float64Array,
  lengths: Uint16Array,
): number {
  const docs = new Uint8Array(slots * 10);
  docs.set(new Uint8Array(times.buffer), 0);
  docs.set(new Uint8Array(lengths.buffer), slots * 8);
  db.run(
    'INSERT INTO segment (first, slots, stories, docs) VALUES (?, ?, ?, ?)',
    first,
    slots,
    stories,
    docs,
  );
  return number(db.get('SELECT max(segment) FROM segment')?.[0]);
}

/** Says which terms a segment has lists of. */
function setFilter(db: Database, segment: number, terms: readonly number[]): void {
  db.run('UPDATE segment SET terms = ? WHERE segment = ?', TermFilter.of(terms).bytes, segment);
}

function insertList(db: Database, segment: number, term: number, maker: ListMaker): void {
  const { stories, bytes, skips } = maker.take();
  db.run(
    'INSERT INTO posting VALUES (?, ?, ?, ?, ?)',
    segment,
    term,
    stories,
    bytes,
    skips === undefined ? null : new Uint8Array(skips.buffer),
  );
}

/**
 * Writes the lists in which dead stories stand without them, so that nothing tells which words they had. Within a
 * transaction.
 */
export function eraseDead(db: Database): void {
  const open = new OpenList();
  const maker = new ListMaker();
  for (const { segment, first, slots } of segmentsOf(db)) {
    const gone = new Set<number>();
    const touched = new Set<number>();
    for (const [docid, terms] of db.all(
      'SELECT docid, terms FROM dead WHERE docid >= ? AND docid < ?',
      first,
      first + slots,
    )) {
      gone.add(number(docid) - first);
      for (const term of termsIn(terms as Uint8Array | null)) touched.add(term);
    }
    let emptied = false;
    for (const term of touched) {
      const list = db.get('SELECT list FROM posting WHERE segment = ? AND term = ?', segment, term)?.[0];
      if (list === undefined) continue;
      const { slots: found, weights, stories } = open.read(list as Uint8Array);
      for (let i = 0; i < stories; i++) {
        const slot = found[i] ?? 0;
        if (!gone.has(slot)) maker.add(slot, weights[i] ?? 1);
      }
      db.run('DELETE FROM posting WHERE segment = ? AND term = ?', segment, term);
      if (maker.stories > 0) insertList(db, segment, term, maker);
      else {
        maker.take();
        emptied = true;
      }
    }
    if (!emptied) continue;
    const left = db.all('SELECT term FROM posting WHERE segment = ?', segment).map(([term]) => number(term));
    setFilter(db, segment, left);
  }
  // That they are dead stays known: their lengths stand in the segments.
  db.run('UPDATE dead SET terms = NULL');
}

function termsIn(terms: Uint8Array | null): Uint32Array {
  return terms === null ? new Uint32Array() : new Uint32Array(terms.slice().buffer);
}
