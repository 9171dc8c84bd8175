import { type Database, number } from '../sqlite.ts';
import type { BareWord } from './bare-words.ts';

/** Rows of one second of first publication; a further story takes the next free row. */
const slotsPerSecond = 8;
/** Seconds of which the newest row is remembered: an archive's days, whose stories all say midnight. */
const mostHints = 5000;

/** Keeps headlines findable by the beginnings of their words; within a transaction. */
export class HeadlineWriter {
  readonly #db: Database;
  #hints = new Map<number, number>();

  constructor(db: Database) {
    this.#db = db;
  }

  put(story: number, headline: readonly BareWord[], publishedAt: number): void {
    this.remove(story);
    const words = new Set(headline.map(({ bare }) => bare));
    const docid = this.#free(Math.floor(publishedAt / 1000) * slotsPerSecond);
    this.#db.run('INSERT INTO headline_story VALUES (?, ?)', docid, story);
    this.#db.run('INSERT INTO headline (rowid, words) VALUES (?, ?)', docid, [...words].join(' '));
  }

  remove(story: number): void {
    const known = this.#db.get('SELECT docid FROM headline_story WHERE story = ?', story)?.[0];
    if (known === undefined) return;
    this.#db.run('DELETE FROM headline_story WHERE story = ?', story);
    this.#db.run('DELETE FROM headline WHERE rowid = ?', number(known));
  }

  /** After a rollback. */
  forget(): void {
    this.#hints = new Map();
  }

  /** Leaves no removed word on the disk (https://sqlite.org/fts5.html#the_optimize_command). */
  erase(): void {
    this.#db.run(`INSERT INTO headline (headline) VALUES ('optimize')`);
  }

  /** The first free number at or after `base`. */
  #free(base: number): number {
    let from = this.#hints.get(base) ?? base;
    if (this.#db.get('SELECT 1 FROM headline_story WHERE docid = ?', from) !== undefined) {
      from = number(
        this.#db.get(
          `SELECT docid + 1 FROM headline_story AS taken WHERE docid >= ?
           AND NOT EXISTS (SELECT 1 FROM headline_story WHERE docid = taken.docid + 1) ORDER BY docid LIMIT 1`,
          from,
        )?.[0],
      );
    }
    if (this.#hints.size >= mostHints) this.#hints.clear();
    if (from > base) this.#hints.set(base, from);
    return from;
  }
}

/**
 * Stories whose headlines have words that begin so, the newest first.
 * @param words for each word that was typed, how it may begin in the table.
 */
export function headlinesWith(db: Database, words: readonly (readonly string[])[], limit: number): number[] {
  const match = words
    .map((beginnings) => `(${beginnings.map((word) => `"${word}" *`).join(' OR ')})`)
    .join(' AND ');
  return db
    .all(
      `SELECT headline_story.story FROM headline CROSS JOIN headline_story ON headline_story.docid = headline.rowid
       WHERE headline MATCH ? ORDER BY headline.rowid DESC LIMIT ?`,
      match,
      limit,
    )
    .map(([story]) => number(story));
}
