import { Worker } from 'node:worker_threads';
import type { Journal } from './journal.ts';
import { callsTo } from './thread-calls.ts';

/** What goes over to the thread. Everything in a journal's calls can be cloned. */
export type Call = { id: number; method: keyof Journal; args: readonly unknown[] };

/**
 * Opens the journal of a data folder in a thread of its own: a write lock held by another process, or a slow
 * disk, stalls that thread and never the one that serves pages.
 *
 * Calls are answered in the order in which they are made. `close` lets those under way finish. Should the
 * thread die, every call fails with `unavailable`.
 *
 * @throws MidadError as `openJournal`.
 */
export async function openJournalThread(dataDir: string): Promise<Journal> {
  const worker = new Worker(new URL('./thread-worker.ts', import.meta.url), { workerData: dataDir });
  const calls = callsTo(worker, 'journal');
  let closing: Promise<void> | undefined;
  const ask = <M extends keyof Journal>(method: M, ...args: Parameters<Journal[M]>) =>
    calls.ask<Awaited<ReturnType<Journal[M]>>>({ method, args } satisfies Omit<Call, 'id'>);
  const close = async () => {
    if (!calls.ended()) await ask('close');
    await calls.gone;
  };

  await calls.opened;
  return {
    head: (...args) => ask('head', ...args),
    append: (...args) => ask('append', ...args),
    entries: (...args) => ask('entries', ...args),
    digestAt: (...args) => ask('digestAt', ...args),
    current: (...args) => ask('current', ...args),
    revisions: (...args) => ask('revisions', ...args),
    holders: (...args) => ask('holders', ...args),
    reserve: (...args) => ask('reserve', ...args),
    redact: (...args) => ask('redact', ...args),
    secret: (...args) => ask('secret', ...args),
    addTallies: (...args) => ask('addTallies', ...args),
    tallies: (...args) => ask('tallies', ...args),
    takeJob: (...args) => ask('takeJob', ...args),
    queue: (...args) => ask('queue', ...args),
    finishJob: (...args) => ask('finishJob', ...args),
    draft: (...args) => ask('draft', ...args),
    beginDraft: (...args) => ask('beginDraft', ...args),
    draftLog: (...args) => ask('draftLog', ...args),
    appendDraft: (...args) => ask('appendDraft', ...args),
    compactDraft: (...args) => ask('compactDraft', ...args),
    verify: (...args) => ask('verify', ...args),
    close: () => (closing ??= close()),
  };
}
