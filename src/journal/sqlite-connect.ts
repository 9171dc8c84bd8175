import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { MidadError } from '../model/errors.ts';
import { explainSqlite } from './sqlite-errors.ts';

const folder = new URL('./migrations/', import.meta.url);

/** «Midd» in ASCII: marks the file as ours for `file(1)` and for us. */
const applicationId = 0x4d696464;

/**
 * How long a writer waits for another process's lock. A batch of an import commits in some tens of
 * milliseconds; ten seconds are for a slow disk. Nobody serving pages waits here: the server's writes run in a
 * thread of their own (`thread.ts`).
 */
const busyTimeoutMs = 10_000;

/**
 * Opens a journal file, makes it when missing, brings it forward to this program's schema.
 *
 * @throws MidadError `data-folder-newer`, `data-folder-denied`, `data-folder-damaged`, `disk-full`; read-only
 *   also `unavailable` when the file has yet to be made or migrated by a writer.
 */
export function connect(path: string, options: { readOnly?: boolean } = {}): DatabaseSync {
  const readOnly = options.readOnly ?? false;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly, timeout: busyTimeoutMs });
    if (readOnly) {
      if (check(db, path) < migrations().length) throw new MidadError('unavailable', { path });
    } else {
      // A file that is not ours is refused before anything is written to it.
      check(db, path);
      // An acknowledged write must survive the loss of power: FULL makes every commit wait for the disk
      // (https://sqlite.org/pragma.html#pragma_synchronous). An import pays it once a batch.
      enterWal(db);
      db.exec('PRAGMA synchronous = FULL');
      // 64 MB of WAL at most stay on disk after a long import; checkpoints every 16 MB rather than 4 write
      // each page of the B-trees less often (an import ran a quarter faster).
      db.exec('PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 4000');
      // Appending needs little; several threads of one process hold the journal open.
      db.exec('PRAGMA cache_size = -8000');
      migrate(db, path);
    }
    return db;
  } catch (error) {
    db?.close();
    throw explainSqlite(error, path);
  }
}

/** SQLite's busy handler is not asked when the journal mode changes, so two first starts at once need this. */
function enterWal(db: DatabaseSync): void {
  for (let attempt = 0; ; attempt++) {
    try {
      const row = db.prepare('PRAGMA journal_mode = WAL').get();
      if (row?.['journal_mode'] === 'wal') return;
      throw new Error(`journal_mode ${String(row?.['journal_mode'])}`);
    } catch (error) {
      const busy = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
      if (busy !== 5 || attempt === 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function migrations(): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
}

/** How many migrations the file has seen; 0 for an empty one. Refuses what is not ours, and what is newer. */
function check(db: DatabaseSync, path: string): number {
  const tables = db.prepare(`SELECT count(*) AS n FROM sqlite_schema`).get()?.['n'];
  if (tables === 0) return 0;
  if (db.prepare('PRAGMA application_id').get()?.['application_id'] !== applicationId) {
    throw new MidadError('data-folder-damaged', { path, detail: 'not a journal' });
  }
  const done = Number(db.prepare('SELECT max(number) AS n FROM migration').get()?.['n'] ?? 0);
  const known = migrations().length;
  if (done > known) throw new MidadError('data-folder-newer', { path, found: done, known });
  return done;
}

function migrate(db: DatabaseSync, path: string): void {
  const names = migrations();
  if (check(db, path) === names.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    // Asked again under the lock: another process may just have done it.
    let done = check(db, path);
    if (done === 0) {
      db.exec(`PRAGMA application_id = ${applicationId}`);
      db.exec(
        'CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT',
      );
    }
    const record = db.prepare('INSERT INTO migration VALUES (?, ?, ?)');
    for (const name of names.slice(done)) {
      db.exec(readFileSync(new URL(name, folder), 'utf8'));
      record.run(++done, name, Date.now());
    }
    db.prepare('INSERT OR IGNORE INTO meta VALUES (1, ?)').run(randomUUID());
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
