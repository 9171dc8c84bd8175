import { Worker } from 'node:worker_threads';
import type { PostgresPlace } from '../journal/place.ts';
import { callsTo } from '../journal/thread-calls.ts';
import type { AccountsDatabase, Result, SqliteValue, Value } from './database.ts';

/** A statement on its way to the thread; an empty one closes it. */
export type Question = { id: number; sql: string; values: readonly SqliteValue[] };

/**
 * Opens the sign-in tables beside the journal: in PostgreSQL if that is there, else of a data folder in a thread of their own, as `openJournalThread` does with the journal: a lock
 * held elsewhere stalls that thread and never the one that serves pages.
 *
 * @throws MidadError as `openJournal`.
 */
export async function openAccountsDatabase(
  dataDir: string,
  postgres?: PostgresPlace,
): Promise<AccountsDatabase> {
  if (postgres !== undefined) {
    const { openPostgresAccounts } = await import('./postgres-database.ts');
    return openPostgresAccounts(postgres);
  }
  const worker = new Worker(new URL('./database-worker.ts', import.meta.url), { workerData: dataDir });
  const calls = callsTo(worker, 'accounts');
  // The library gives SQLite no dates and no booleans.
  const ask = (sql: string, values: readonly Value[]) =>
    calls.ask<Result>({ sql, values: values as readonly SqliteValue[] } satisfies Omit<Question, 'id'>);
  await calls.opened;
  return {
    kind: 'sqlite',
    ask: (sql, ...values) => ask(sql, values),
    async close() {
      // Everything asked before it has been answered then.
      if (!calls.ended()) await ask('', []);
      await calls.gone;
    },
  };
}
