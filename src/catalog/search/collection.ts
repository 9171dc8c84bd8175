import { getMeta } from '../meta.ts';
import { type Database, number, type Row } from '../sqlite.ts';
import { OpenRecord } from './record.ts';
import { TermFilter } from './term-filter.ts';
import { normOf } from './bm25.ts';
import { KeptLists } from './kept-lists.ts';
import { type List, ListMaker } from './lists.ts';
import { firstUnlisted } from './segments.ts';

/** A stretch of document numbers as searching has it in memory: 10 bytes a story. */
export interface Part {
  /** Number of the segment; 0 for the stories that have no lists yet. */
  segment: number;
  first: number;
  slots: number;
  times: Float64Array;
  /** Words of each story, 0 where there is none. */
  lengths: Uint16Array;
  /** Newest publication, ms. */
  newest: number;
  /** Terms that it may have. */
  filter: TermFilter;
  /**
   * What each story's length takes from its frequencies, see `bm25.ts`, by this average; infinite where there is no story. `least` of
   * them all.
   */
  norms: { average: number; of: Float32Array; least: number } | undefined;
}

/** Lists of stories that have none on the disk. */
type Unlisted = Map<number, { slots: number[]; weights: number[] }>;

/** What a thread knows of an index between searches. */
export class Collection {
  /** Newest first. */
  parts: Part[] = [];
  stories = 0;
  averageLength = 1;
  /** Newest publication, ms. */
  newest = 0;
  /** Stories that have a term, as far as it was asked. */
  readonly frequencies = new Map<number, number>();
  readonly #db: Database;
  #version = -1;
  #seenDead = 0;
  #unlisted: Unlisted = new Map();
  #tail: Part = part(0, 1, 0);
  #tailEnd = 1;
  readonly #record = new OpenRecord();
  readonly #kept = new KeptLists();
  readonly #maker = new ListMaker();

  private constructor(db: Database) {
    this.#db = db;
  }

  /** The index's own; brought up to date. Within a transaction, so that nothing moves meanwhile. */
  static of(db: Database): Collection {
    let known = collections.get(db);
    if (known === undefined) collections.set(db, (known = new Collection(db)));
    known.#refresh();
    return known;
  }

  /** Lists of terms in a part, by term. */
  lists(of: Part, terms: readonly number[]): Map<number, List> {
    const found = new Map<number, List>();
    const unknown: number[] = [];
    for (const term of terms) {
      const known = this.#kept.take(of.segment, term);
      if (known !== undefined) found.set(term, known);
      else if (of.filter.has(term)) unknown.push(term);
    }
    if (unknown.length === 0) return found;
    const rows = this.#db.all(
      `SELECT term, stories, list, skips FROM posting WHERE segment = ? AND term IN (${unknown.map(() => '?').join(',')})`,
      of.segment,
      ...unknown,
    );
    for (const row of rows) {
      const list = listIn(row);
      found.set(number(row[0]), list);
      this.#kept.keep(of.segment, number(row[0]), list);
    }
    return found;
  }

  /** See `Part.norms`; made anew when the average has moved by a thousandth, which moves no rank. */
  normsOf(of: Part): { of: Float32Array; least: number } {
    const { averageLength } = this;
    const known = of.norms;
    if (known !== undefined && Math.abs(known.average - averageLength) < averageLength / 1000) return known;
    let least = Number.POSITIVE_INFINITY;
    const norms = known?.of ?? new Float32Array(of.slots);
    const { lengths } = of;
    for (let slot = 0; slot < norms.length; slot++) {
      const length = lengths[slot] ?? 0;
      const norm = length === 0 ? Number.POSITIVE_INFINITY : normOf(length / averageLength);
      norms[slot] = norm;
      if (norm < least) least = norm;
    }
    of.norms = { average: averageLength, of: norms, least };
    return of.norms;
  }

  /** The words of stories, see record.ts, in the order of the file. @param docids of those that are there. */
  records(docids: readonly number[]): Iterable<{ docid: number; record: Uint8Array }> {
    const rows = this.#db.all(
      'SELECT docid, record FROM doc WHERE docid IN (SELECT value FROM json_each(?))',
      JSON.stringify(docids),
    );
    return rows.map(([docid, record]) => ({ docid: number(docid), record: record as Uint8Array }));
  }

  /** When a story was published first, ms, and how many words it has. */
  factsOf(docid: number): { time: number; length: number } {
    const there = this.parts.find(({ first, slots }) => docid >= first && docid < first + slots);
    const slot = docid - (there?.first ?? 0);
    return { time: there?.times[slot] ?? 0, length: there?.lengths[slot] ?? 0 };
  }

  /** A term's list in the part for which none are written yet: at most some hundred stories. */
  unlisted(term: number): List | undefined {
    const found = this.#unlisted.get(term);
    if (found === undefined) return undefined;
    for (const [i, slot] of found.slots.entries()) this.#maker.add(slot, found.weights[i] ?? 1);
    const list = this.#maker.take();
    return { ...list, bytes: list.bytes.slice() };
  }

  /**
   * In how many stories each term stands; those that are dead in their segments count until they are written anew.
   * @param readNext the terms' lists are going to be read: short ones are so in the same breath.
   */
  countStories(terms: readonly number[], { readNext = false } = {}): void {
    const unknown = terms.filter((term) => !this.frequencies.has(term));
    if (unknown.length === 0) return;
    for (const term of unknown) this.frequencies.set(term, this.#unlisted.get(term)?.slots.length ?? 0);
    const columns = readNext ? shortLists : 'term, stories';
    for (const { segment, filter } of this.parts) {
      const there = segment === 0 ? [] : unknown.filter((term) => filter.has(term));
      if (there.length === 0) continue;
      const rows = this.#db.all(
        `SELECT ${columns} FROM posting WHERE segment = ? AND term IN (${there.map(() => '?').join(',')})`,
        segment,
        ...there,
      );
      for (const row of rows) {
        const term = number(row[0]);
        this.frequencies.set(term, (this.frequencies.get(term) ?? 0) + number(row[1]));
        if (row[2] instanceof Uint8Array && this.#kept.take(segment, term) === undefined)
          this.#kept.keep(segment, term, listIn(row));
      }
    }
  }

  #refresh(): void {
    // Reads first: the transaction's view of the file begins with it.
    const stories = number(getMeta(this.#db, 'docs'));
    const version = number(this.#db.get('PRAGMA data_version')?.[0]);
    if (version === this.#version) return;
    this.#version = version;
    this.frequencies.clear();
    this.stories = stories;
    this.averageLength = Math.max(1, number(getMeta(this.#db, 'words')) / Math.max(1, this.stories));
    const known = new Map(this.parts.map((one) => [one.segment, one]));
    const segments = this.#db
      .all('SELECT segment, first, slots FROM segment ORDER BY first DESC')
      .map(([segment, first, slots]) => known.get(number(segment)) ?? this.#load(segment, first, slots));
    this.#readTail(firstUnlisted(this.#db));
    this.parts = this.#tail.slots > 0 ? [this.#tail, ...segments] : segments;
    this.newest = this.parts.reduce((most, { newest }) => Math.max(most, newest), 0);
    this.#buryDead(segments.some(({ segment }) => !known.has(segment)));
  }

  #load(segment: unknown, first: unknown, slots: unknown): Part {
    const one = part(Number(segment), Number(first), Number(slots));
    const row = this.#db.get('SELECT docs, terms FROM segment WHERE segment = ?', one.segment) ?? [];
    const [docs, terms] = row as [Uint8Array, Uint8Array];
    one.filter = new TermFilter(terms);
    new Uint8Array(one.times.buffer).set(docs.subarray(0, one.slots * 8));
    new Uint8Array(one.lengths.buffer).set(docs.subarray(one.slots * 8));
    for (const time of one.times) if (time > one.newest) one.newest = time;
    return one;
  }

  /** Stories without lists are read once each, for as long as their lists are not written. */
  #readTail(first: number): void {
    if (first !== this.#tail.first) {
      this.#tail = part(0, first, 0);
      this.#tailEnd = first;
      this.#unlisted = new Map();
    }
    const rows = this.#db.all(
      'SELECT docid, time, length, record FROM doc WHERE docid >= ? ORDER BY docid',
      this.#tailEnd,
    );
    const last = number(rows.at(-1)?.[0]);
    if (last < this.#tailEnd) return;
    const longer = part(0, first, last + 1 - first);
    longer.times.set(this.#tail.times);
    longer.lengths.set(this.#tail.lengths);
    longer.newest = this.#tail.newest;
    for (const [docid, time, length, record] of rows) {
      const slot = number(docid) - first;
      longer.times[slot] = number(time);
      longer.newest = Math.max(longer.newest, number(time));
      longer.lengths[slot] = number(length);
      for (const [term, weight] of this.#record.read(record as Uint8Array).weighed()) {
        const list = this.#unlisted.get(term);
        if (list === undefined) this.#unlisted.set(term, { slots: [slot], weights: [weight] });
        else {
          list.slots.push(slot);
          list.weights.push(weight);
        }
      }
    }
    this.#tail = longer;
    this.#tailEnd = last + 1;
  }

  /** @param all whether segments are new, whose dead of before are to be looked at again. */
  #buryDead(all: boolean): void {
    const rows = this.#db.all('SELECT id, docid FROM dead WHERE id > ?', all ? 0 : this.#seenDead);
    for (const [id, docid] of rows) {
      this.#seenDead = Math.max(this.#seenDead, number(id));
      const gone = number(docid);
      const there = this.parts.find(({ first, slots }) => gone >= first && gone < first + slots);
      if (there === undefined) continue;
      there.lengths[gone - there.first] = 0;
      if (there.norms !== undefined) there.norms.of[gone - there.first] = Number.POSITIVE_INFINITY;
    }
  }
}

/** Longer lists are read when it is certain that they are wanted: of «كبير» and of «بير» only one is. */
const short = 32_768;
const shortLists = `term, stories, CASE WHEN length(list) <= ${short} THEN list END, CASE WHEN length(list) <= ${short} THEN skips END`;

/** Of a row with term, stories, list and skips. */
const listIn = ([, stories, bytes, skips]: Row): List => ({
  stories: number(stories),
  bytes: bytes as Uint8Array,
  skips: skips instanceof Uint8Array ? new Uint32Array(skips.slice().buffer) : undefined,
});

/** One for each open file, for as long as it is open. */
const collections = new WeakMap<Database, Collection>();

const noTerms = new Uint8Array(8);

function part(segment: number, first: number, slots: number): Part {
  return {
    segment,
    first,
    slots,
    times: new Float64Array(slots),
    lengths: new Uint16Array(slots),
    newest: 0,
    filter: new TermFilter(noTerms),
    norms: undefined,
  };
}
