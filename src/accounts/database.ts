import { Worker } from 'node:worker_threads';
import { type ErrorCode, MidadError } from '../model/errors.ts';

/** A statement on its way to the thread, and what comes back. */
export type Question = { id: number; sql: string; values: readonly Value[] };
export type Reply =
  | { id: number; result: Result }
  | { id: number; code: ErrorCode; params: Record<string, string | number> }
  | { id: number; message: string };
/** Number of the thread's first message: the database was opened, or not. */
export const opening = 0;

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
  const waiting = new Map<number, { resolve(result: Result): void; reject(error: Error): void }>();
  let asked = opening;
  let ended: Error | undefined;

  worker.on('message', (reply: Reply) => {
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('result' in reply) one?.resolve(reply.result);
    else if ('code' in reply) one?.reject(new MidadError(reply.code, reply.params));
    else one?.reject(new Error(reply.message));
  });
  const end = (cause?: unknown) => {
    ended ??= new MidadError('unavailable', { part: 'accounts' }, { cause });
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on('error', end);
  const gone = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end();
      resolve();
    });
  });
  const answerTo = (id: number) =>
    new Promise<Result>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });

  await answerTo(opening);
  return {
    async ask(sql, ...values) {
      if (ended) throw ended;
      const id = ++asked;
      worker.postMessage({ id, sql, values } satisfies Question);
      return await answerTo(id);
    },
    async close() {
      // An empty statement: everything asked before it has been answered then.
      if (!ended) worker.postMessage({ id: -1, sql: '', values: [] } satisfies Question);
      await gone;
    },
  };
}
