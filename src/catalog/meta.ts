import { readFileSync } from 'node:fs';
import { zeroDigest } from '../journal/journal.ts';
import { Database, isBusy, number, sleepSync, text } from './sqlite.ts';

/** How far a catalog file was applied: which journal, which entry, and that entry's digest. */
export interface Cursor {
  journalId: string;
  seq: number;
  digest: string;
}

const cursorSql = `SELECT key, value FROM meta WHERE key IN ('journal', 'seq', 'digest')`;

/** A file to which nothing was applied yet has an empty journal id. */
export function readCursor(db: Database): Cursor {
  const found = new Map(db.all(cursorSql).map(([key, value]) => [key, value]));
  return {
    journalId: text(found.get('journal')),
    seq: number(found.get('seq')),
    digest: text(found.get('digest')) || zeroDigest,
  };
}

/** Only within the transaction that applied the entries. */
export function writeCursor(db: Database, cursor: Cursor): void {
  setMeta(db, 'journal', cursor.journalId);
  setMeta(db, 'seq', cursor.seq);
  setMeta(db, 'digest', cursor.digest);
}

export function getMeta(db: Database, key: string): string | number | undefined {
  const value = db.get('SELECT value FROM meta WHERE key = ?', key)?.[0];
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

export function setMeta(db: Database, key: string, value: string | number): void {
  db.run('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value);
}

/** Opens a catalog file for applying, by the schema beside its appliers; `prepare` sets what only this file needs. */
export function openForApplying(
  path: string,
  schema: URL,
  prepare: (db: Database) => void = () => {},
): Database {
  const db = new Database(path);
  try {
    prepareFile(db, schema);
    prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Sets a file up for applying; gives an empty one its tables.
 *
 * Commits do not wait for the disk (`synchronous = NORMAL` in WAL mode): what a power failure takes away is applied
 * again from the journal, and the cursor goes with it.
 */
function prepareFile(db: Database, schema: URL): void {
  db.exec('PRAGMA page_size = 4096');
  enterWal(db);
  db.exec(
    'PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 67108864',
  );
  // What a legal removal deletes is to be gone from the disk as well.
  // 16 MB: with four times as much an import was no faster, and its memory is to stay small.
  db.exec('PRAGMA secure_delete = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY');
  db.transact(() => {
    if (number(db.raw.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'] as number) === 0) {
      db.exec(readFileSync(schema, 'utf8'));
    }
  });
}

/** SQLite does not wait when the journal mode changes, so two processes at the same new file need this. */
function enterWal(db: Database): void {
  for (let attempt = 0; ; attempt++) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || attempt === 200) throw error;
      sleepSync(10);
    }
  }
}
