import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/**
 * How long a writer waits for another process that applies: batches take some tens of milliseconds, a disk under load
 * more.
 */
const writerTimeoutMs = 30_000;
/** Readers in WAL mode wait for nobody, except the first after a crash, while the log is recovered. */
const readerTimeoutMs = 1000;

/** Records kept in memory by one connection: names and pictures of a day's pages, some megabytes. */
const mostKept = 5000;

/** A row as `setReturnArrays(true)` gives it. */
export type Row = (string | number | bigint | null | Uint8Array)[];

/**
 * A SQLite file with its prepared statements kept by their text, for as long as the file is open. Rows come as arrays:
 * for the short rows of lists that is about twice as fast as objects.
 */
export class Database {
  readonly raw: DatabaseSync;
  readonly path: string;
  readonly #statements = new Map<string, StatementSync>();
  /** Those of `run`, apart because they report numbers differently. */
  readonly #writing = new Map<string, StatementSync>();

  readonly #readOnly: boolean;
  readonly #kept = new Map<string, unknown>();
  #keptOf = -1;
  #looked = false;

  constructor(path: string, options: { readOnly?: boolean } = {}) {
    const readOnly = options.readOnly ?? false;
    this.path = path;
    this.#readOnly = readOnly;
    this.raw = new DatabaseSync(path, { readOnly, timeout: readOnly ? readerTimeoutMs : writerTimeoutMs });
  }

  prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.raw.prepare(sql);
      statement.setReturnArrays(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.prepare(sql).all(...values) as unknown as Row[];
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepare(sql).get(...values) as unknown as Row | undefined;
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    let statement = this.#writing.get(sql);
    if (statement === undefined) {
      statement = this.raw.prepare(sql);
      // Deleting from a contentless full-text table leaves a last inserted rowid (of its own pages) beyond 2^53, which
      // node:sqlite reports with every result and cannot give as a number.
      statement.setReadBigInts(true);
      this.#writing.set(sql, statement);
    }
    return Number(statement.run(...values).changes);
  }

  /** Rows one by one, for results that are not to stand in memory at once. */
  iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.prepare(sql).iterate(...values) as unknown as Iterable<Row>;
  }

  /**
   * What `read` gives for this key, kept for as long as nobody writes to the file: SQLite's data_version tells, and is
   * looked at once in each run of the event loop. On a connection that writes nothing is kept, since its own writes do not
   * count there. What comes back is shared and not to be changed.
   */
  remember<T>(key: string, read: () => T): T {
    if (!this.#readOnly) return read();
    if (!this.#looked) this.#look();
    if (this.#kept.has(key)) return this.#kept.get(key) as T;
    const value = read();
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, value);
    return value;
  }

  #look(): void {
    const version = number(this.get('PRAGMA data_version')?.[0]);
    if (version !== this.#keptOf) this.#kept.clear();
    this.#keptOf = version;
    this.#looked = true;
    queueMicrotask(() => (this.#looked = false));
  }

  exec(sql: string): void {
    this.raw.exec(sql);
  }

  /** Runs `work` holding the file's write lock; rolls back when it throws. */
  transact<T>(work: () => T): T {
    this.raw.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.raw.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.raw.isTransaction) this.raw.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#writing.clear();
    if (this.raw.isOpen) this.raw.close();
  }
}

/** Pauses this thread; only in threads and commands that serve nobody. */
export function sleepSync(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** The primary result code of SQLite behind an error, or 0: https://sqlite.org/rescode.html */
export function sqliteCode(error: unknown): number {
  const code = (error as { errcode?: unknown } | undefined)?.errcode;
  if (typeof code === 'number') return code & 0xff;
  return error instanceof Error && error.cause !== undefined ? sqliteCode(error.cause) : 0;
}

/** True for what only a new file cures: SQLITE_CORRUPT (11), SQLITE_NOTADB (26), and a file that is gone (14). */
export function isDamage(error: unknown): boolean {
  return [11, 14, 26].includes(sqliteCode(error)) || error instanceof DamagedFile;
}

/** A catalog file that is not what it should be, although SQLite did not notice. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

export const isBusy = (error: unknown) => [5, 6].includes(sqliteCode(error));

/** Text of a column that is never null. */
export const text = (value: Row[number] | undefined): string => String(value ?? '');
export const number = (value: Row[number] | undefined): number => Number(value ?? 0);
