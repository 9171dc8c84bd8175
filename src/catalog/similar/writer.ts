import { type Database, number } from '../sqlite.ts';
import { alikeIn, type Fingerprint, fingerprintOf } from './alike.ts';

/**
 * Keys in the small table before they go over: of 25,000 stories, some 6 MB. With twice as many its pages no longer fit
 * beside the others into the file's 16 MB of cache.
 */
const mostFresh = 400_000;
/** They go over in so many transactions, a range of keys each, so that none holds much in memory. */
const slices = 64;
const sliceSize = 2 ** 32 / slices;

/** Writes stories into similar.db, within a transaction but for `settle`. */
export class SimilarWriter {
  readonly #db: Database;
  #fresh: number;

  constructor(db: Database) {
    this.#db = db;
    this.#fresh = number(db.get('SELECT count(*) FROM fresh_key')?.[0]);
  }

  /** A story's text, new or changed, with the pairs that it makes with what is there. */
  put(story: number, text: string): void {
    const known = this.#db.get('SELECT sketch FROM text WHERE story = ?', story);
    const now = fingerprintOf(text);
    if (known !== undefined && now !== undefined && sameBytes(known[0] as Uint8Array, now.sketch)) return;
    if (known !== undefined) this.remove(story);
    if (now !== undefined) this.#add(story, now);
  }

  remove(story: number): void {
    const row = this.#db.get('SELECT keys FROM text WHERE story = ?', story);
    if (row === undefined) return;
    for (const key of keysFrom(row[0] as Uint8Array)) {
      this.#fresh -= this.#db.run('DELETE FROM fresh_key WHERE key = ? AND story = ?', key, story);
      this.#db.run('DELETE FROM settled_key WHERE key = ? AND story = ?', key, story);
    }
    for (const [other] of this.#db.all('SELECT other FROM pair WHERE story = ?', story))
      this.#db.run('DELETE FROM pair WHERE story = ? AND other = ?', number(other), story);
    this.#db.run('DELETE FROM pair WHERE story = ?', story);
    this.#db.run('DELETE FROM text WHERE story = ?', story);
  }

  #add(story: number, { keys, sketch }: Fingerprint): void {
    for (const { story: other, likeness } of alikeIn(this.#db, { keys, sketch })) {
      const value = Math.round(likeness * 1000);
      for (const [one, another] of [
        [story, other],
        [other, story],
      ] as const)
        this.#db.run('INSERT INTO pair VALUES (?, ?, ?)', one, another, value);
    }
    const bytes = new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength);
    this.#db.run('INSERT INTO text VALUES (?, ?, ?)', story, bytes, sketch);
    for (const key of keys)
      this.#fresh += this.#db.run('INSERT OR IGNORE INTO fresh_key VALUES (?, ?)', key, story);
  }

  /** Takes the keys over to the large table when they are many. Nothing that is read changes by it. */
  settle(): void {
    if (this.#fresh < mostFresh) return;
    for (let slice = 0; slice < slices; slice++) {
      const from = slice * sliceSize - 2 ** 31;
      const to = from + sliceSize - 1;
      this.#db.transact(() => {
        this.#db.run(
          `INSERT OR IGNORE INTO settled_key SELECT key, story FROM fresh_key WHERE key BETWEEN ? AND ? ORDER BY key, story`,
          from,
          to,
        );
        this.#db.run('DELETE FROM fresh_key WHERE key BETWEEN ? AND ?', from, to);
      });
    }
    this.#fresh = 0;
  }

  /** After a rollback, or when another process may have written. */
  recount(): void {
    this.#fresh = number(this.#db.get('SELECT count(*) FROM fresh_key')?.[0]);
  }

  /** Leaves nothing of removed stories on the disk: SQLite overwrites what is deleted (`secure_delete`). */
  erase(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}

function keysFrom(bytes: Uint8Array): Int32Array {
  // Copied: a blob may lie at any address, and four-byte numbers may not.
  return new Int32Array(Uint8Array.from(bytes).buffer);
}

const sameBytes = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
