import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from './journal.ts';
import { explainSqlite } from './sqlite-errors.ts';
import { SqliteJournal } from './sqlite.ts';

/** The journal's file within a data folder. */
export const journalFile = 'journal.db';

/**
 * Opens the journal of a data folder in this thread; folder and file are made when missing. For short-lived
 * programs (the command line, an import) and for threads of their own; a server uses `openJournalThread`.
 *
 * @throws MidadError `data-folder-denied`, `data-folder-newer`, `data-folder-damaged`, `disk-full`.
 */
export async function openJournal(dataDir: string): Promise<Journal> {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw explainSqlite(error, dataDir);
  }
  return new SqliteJournal(join(dataDir, journalFile));
}

/**
 * Opens an existing journal for reading only; whatever writes is refused with `data-folder-denied`.
 *
 * @throws MidadError as `openJournal`; `data-folder-denied` also when there is none yet, `unavailable` when a
 *   writer has yet to bring it to this version.
 */
export async function openJournalForReading(dataDir: string): Promise<Journal> {
  return new SqliteJournal(join(dataDir, journalFile), { readOnly: true });
}
