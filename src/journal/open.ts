import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from './journal.ts';
import type { PostgresPlace } from './place.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { SqliteJournal } from './sqlite.ts';
import { openJournalThread } from './thread.ts';

/** The journal's file within a data folder. */
export const journalFile = 'journal.db';

/**
 * Opens the journal of a data folder in this thread; folder and file are made when missing. For short-lived
 * programs (the command line, an import) and for threads of their own; a server uses `openServedJournal`.
 *
 * @param postgres where the record is not in the folder but there.
 * @throws MidadError `data-folder-denied`, `data-folder-newer`, `data-folder-damaged`, `disk-full`; with `postgres` what
 *   `openPostgresJournal` throws.
 */
export async function openJournal(dataDir: string, postgres?: PostgresPlace): Promise<Journal> {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw explainSqlite(error, dataDir);
  }
  return postgres === undefined
    ? new SqliteJournal(join(dataDir, journalFile))
    : openThere(postgres, { readOnly: false });
}

/**
 * Opens an existing journal for reading only; whatever writes is refused with `data-folder-denied` (`database-denied`).
 *
 * @throws MidadError as `openJournal`; `data-folder-denied` also when there is none yet, `unavailable` when a
 *   writer has yet to bring it to this version.
 */
export async function openJournalForReading(dataDir: string, postgres?: PostgresPlace): Promise<Journal> {
  return postgres === undefined
    ? new SqliteJournal(join(dataDir, journalFile), { readOnly: true })
    : openThere(postgres, { readOnly: true });
}

/** As `openJournal`, for whoever serves pages: a lock held elsewhere, or a slow disk, never stalls this thread. */
export async function openServedJournal(dataDir: string, postgres?: PostgresPlace): Promise<Journal> {
  return postgres === undefined ? openJournalThread(dataDir) : openJournal(dataDir, postgres);
}

/** Whether there is a record to read, without making anything. */
export function hasJournal(dataDir: string, postgres?: PostgresPlace): boolean {
  return postgres !== undefined || existsSync(join(dataDir, journalFile));
}

/** The driver is loaded by those who use it. */
async function openThere(postgres: PostgresPlace, { readOnly }: { readOnly: boolean }): Promise<Journal> {
  const { openPostgresJournal } = await import('./postgres.ts');
  return openPostgresJournal(postgres.url, { ...postgres, readOnly });
}
