import type { Entry } from '../../journal/journal.ts';
import { type Database, number } from '../sqlite.ts';
import { fingerprintOf } from './alike.ts';
import { comparedText } from './target.ts';

/** Compares similar.db with the newest revisions of the stories; memory does not grow with them. */
export class SimilarVerifier {
  readonly #db: Database;
  #texts = 0;

  constructor(db: Database) {
    this.#db = db;
  }

  /** @param entry a story's newest revision. @returns a line for each difference. */
  *compare(entry: Entry): Iterable<string> {
    const text = comparedText(entry);
    const expected = text === undefined ? undefined : fingerprintOf(text)?.sketch;
    const found = this.#db.get('SELECT sketch FROM text WHERE story = ?', Number(entry.id))?.[0];
    if (expected !== undefined) this.#texts++;
    if (expected === undefined) {
      if (found !== undefined) yield `similar: story ${entry.id} is not to be compared and is there`;
    } else if (found === undefined) yield `similar: story ${entry.id} is missing`;
    else if (Buffer.compare(found as Uint8Array, expected) !== 0) yield `similar: story ${entry.id} differs`;
  }

  /** After every story was compared. */
  *countDifferences(): Iterable<string> {
    const texts = number(this.#db.get('SELECT count(*) FROM text')?.[0]);
    if (texts !== this.#texts) yield `similar: ${texts} stories, ${this.#texts} in the journal`;
  }

  /** What belongs to stories that are not there, or is there once and should be twice. */
  *finish(): Iterable<string> {
    for (const table of ['pair', 'fresh_key', 'settled_key']) {
      const sql = `SELECT count(*) FROM ${table} WHERE story NOT IN (SELECT story FROM text)`;
      const strays = number(this.#db.get(sql)?.[0]);
      if (strays > 0) yield `similar: ${strays} rows of ${table} belong to no story`;
    }
    const halves = number(
      this.#db.get(
        `SELECT count(*) FROM pair WHERE NOT EXISTS
         (SELECT 1 FROM pair AS back WHERE back.story = pair.other AND back.other = pair.story)`,
      )?.[0],
    );
    if (halves > 0) yield `similar: ${halves} pairs are there in one direction only`;
  }
}
