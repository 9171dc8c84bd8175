import { existsSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { explainSqlite } from '../journal/sqlite-errors.ts';
import { MidadError } from '../model/errors.ts';

/**
 * The lock of a data folder's primary: a SQLite file in which it holds an exclusive transaction as long as it lives.
 * The operating system takes such a lock away from a process that dies in whatever way, on every platform, which a file
 * with a process number does not.
 */
const lockFile = (dataDir: string) => join(dataDir, 'server.lock');

const busy = (error: unknown) => (((error as { errcode?: number }).errcode ?? 0) & 0xff) === 5;

const damaged = (error: unknown) => [11, 26].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);

const mostAttempts = 10;

/**
 * Takes the folder for this process.
 *
 * @returns a function that lets it go.
 * @throws MidadError `data-folder-in-use` when another process holds it, `data-folder-denied`.
 */
export async function holdServerLock(dataDir: string): Promise<() => void> {
  const path = lockFile(dataDir);
  for (let attempt = 0; ; attempt++) {
    let db: DatabaseSync | undefined;
    try {
      mkdirSync(dataDir, { recursive: true });
      db = new DatabaseSync(path, { timeout: 0 });
      db.exec('BEGIN EXCLUSIVE');
      const held = db;
      return () => {
        if (held.isOpen) held.close();
      };
    } catch (error) {
      db?.close();
      if (damaged(error) && attempt < mostAttempts) {
        // Nothing is in it. Emptied rather than removed, so that whoever holds it still does.
        truncateSync(path);
        continue;
      }
      if (!busy(error)) throw explainSqlite(error, path);
      // Someone asking `isServerRunning` has it for some microseconds; a server has it for good.
      if (attempt >= mostAttempts)
        throw new MidadError('data-folder-in-use', { path: dataDir }, { cause: error });
      await setTimeout(30);
    }
  }
}

/** Whether a primary runs on this folder, in this process or another one. Never throws. */
export function isServerRunning(dataDir: string): boolean {
  const path = lockFile(dataDir);
  if (!existsSync(path)) return false;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return busy(error);
  } finally {
    db?.close();
  }
}
