import { indexTerms } from '../../arabic/analyse.ts';
import type { Story } from '../../model/story.ts';
import { bodyText } from '../../model/plain-text.ts';
import { getMeta, setMeta } from '../meta.ts';
import { type Database, number } from '../sqlite.ts';
import { baseOf, sectionToken, slotsPerSecond } from './doc-number.ts';
import { makeSketch, termsInSketch, wordsInSketch } from './sketch.ts';

/** Bases of which the newest slot is remembered: an archive's days, whose stories all say midnight. */
const mostHints = 10_000;

/** Writes stories into search.db; within a transaction, which `flush` ends. */
export class SearchWriter {
  readonly #db: Database;
  readonly #terms = new Map<number, number>();
  /** Where a free number may be for a second that was crowded before. */
  readonly #hints = new Map<number, number>();
  #docs = 0;
  #words = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  put(story: Story, publishedAt: number, digest: Uint8Array): void {
    const known = this.#db.get('SELECT docid, digest, sketch FROM doc WHERE story = ?', story.id);
    if (known !== undefined && Buffer.compare(known[1] as Uint8Array, digest) === 0) return;
    const base = baseOf(publishedAt);
    let docid: number | undefined;
    if (known !== undefined) {
      this.#forget(number(known[0]), known[2] as Uint8Array);
      // Its place stays if its moment did.
      if (number(known[0]) >= base && number(known[0]) < base + slotsPerSecond) docid = number(known[0]);
    }
    docid ??= this.#free(base);
    const text = {
      headline: indexTerms([story.kicker, story.headline].filter(Boolean).join(' ')),
      standfirst: indexTerms(story.standfirst ?? ''),
      body: indexTerms([bodyText(story.body), ...namesIn(story)].join('\n')),
    };
    this.#db.run(
      'INSERT INTO text (rowid, headline, standfirst, body, section) VALUES (?, ?, ?, ?, ?)',
      docid,
      text.headline,
      text.standfirst,
      text.body,
      sectionToken(story.section),
    );
    const sketch = makeSketch(text);
    this.#db.run('INSERT INTO doc VALUES (?, ?, ?, ?)', docid, story.id, digest, sketch);
    this.#count(sketch, 1);
  }

  remove(story: number): void {
    const known = this.#db.get('SELECT docid, sketch FROM doc WHERE story = ?', story);
    if (known !== undefined) this.#forget(number(known[0]), known[1] as Uint8Array);
  }

  /** Writes the counts of stems, stories and words. */
  flush(): void {
    for (const [term, by] of this.#terms) {
      if (by === 0) continue;
      this.#db.run(
        'INSERT INTO term VALUES (?1, ?2) ON CONFLICT (term) DO UPDATE SET stories = stories + ?2',
        term,
        by,
      );
    }
    this.#terms.clear();
    for (const [key, by] of [
      ['docs', this.#docs],
      ['words', this.#words],
    ] as const) {
      if (by !== 0) setMeta(this.#db, key, number(getMeta(this.#db, key)) + by);
    }
    this.#docs = 0;
    this.#words = 0;
  }

  /** After a rollback. */
  forgetChanges(): void {
    this.#terms.clear();
    this.#hints.clear();
    this.#docs = 0;
    this.#words = 0;
  }

  /**
   * Leaves no deleted word on the disk (https://sqlite.org/fts5.html#the_merge_command): a deleted row of a
   * contentless index stays in its segments until they are merged. In steps, so that the write lock is held briefly.
   */
  erase(): void {
    const changes = () => number(this.#db.get('SELECT total_changes()')?.[0]);
    for (let step = -500, before = -1; ; step = 500) {
      before = changes();
      this.#db.run(`INSERT INTO text (text, rank) VALUES ('merge', ?)`, step);
      // «If there was nothing to merge, total_changes() grows by less than 2.»
      if (changes() - before < 2) break;
    }
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  #forget(docid: number, sketch: Uint8Array): void {
    this.#db.run('DELETE FROM text WHERE rowid = ?', docid);
    this.#db.run('DELETE FROM doc WHERE docid = ?', docid);
    this.#count(sketch, -1);
  }

  #count(sketch: Uint8Array, by: number): void {
    this.#docs += by;
    this.#words += by * wordsInSketch(sketch);
    for (const term of termsInSketch(sketch)) this.#terms.set(term, (this.#terms.get(term) ?? 0) + by);
  }

  /** The first free number at or after `base`. */
  #free(base: number): number {
    let from = this.#hints.get(base) ?? base;
    if (this.#db.get('SELECT 1 FROM doc WHERE docid = ?', from) !== undefined) {
      from = number(
        this.#db.get(
          `SELECT docid + 1 FROM doc AS taken WHERE docid >= ?
           AND NOT EXISTS (SELECT 1 FROM doc WHERE docid = taken.docid + 1) ORDER BY docid LIMIT 1`,
          from,
        )?.[0],
      );
    }
    if (this.#hints.size >= mostHints) this.#hints.clear();
    if (from > base) this.#hints.set(base, from);
    return from;
  }
}

/** Bylines and tags are found as well, as words of the body. */
function namesIn(story: Story): string[] {
  return [
    ...story.byline.people.map(({ name }) => name),
    story.byline.agency ?? '',
    story.dateline ?? '',
    ...(story.tags ?? []),
  ];
}
