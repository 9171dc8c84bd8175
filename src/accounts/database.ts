import { Worker } from 'node:worker_threads';
import { callsTo } from '../journal/thread-calls.ts';

/** A statement on its way to the thread; an empty one closes it. */
export type Question = { id: number; sql: string; values: readonly Value[] };

export type Value = string | number | bigint | null | Uint8Array;
export interface Result {
  rows: Record<string, Value>[];
  /** Rows written. */
  changes: number;
}

/** The sign-in tables of the journal's database, one statement at a time. */
export interface AccountsDatabase {
  /** @throws MidadError `unavailable`, `disk-full` when the database cannot do it now. */
  ask(sql: string, ...values: readonly Value[]): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Opens the sign-in tables of a data folder in a thread of their own, as `openJournalThread` does with the journal: a lock
 * held elsewhere stalls that thread and never the one that serves pages.
 *
 * @throws MidadError as `openJournal`.
 */
export async function openAccountsDatabase(dataDir: string): Promise<AccountsDatabase> {
  const worker = new Worker(new URL('./database-worker.ts', import.meta.url), { workerData: dataDir });
  const calls = callsTo(worker, 'accounts');
  const ask = (sql: string, values: readonly Value[]) =>
    calls.ask<Result>({ sql, values } satisfies Omit<Question, 'id'>);
  await calls.opened;
  return {
    ask: (sql, ...values) => ask(sql, values),
    async close() {
      // Everything asked before it has been answered then.
      if (!calls.ended()) await ask('', []);
      await calls.gone;
    },
  };
}
