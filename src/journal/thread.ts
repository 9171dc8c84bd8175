import { Worker } from 'node:worker_threads';
import { type ErrorCode, MidadError } from '../model/errors.ts';
import type { Journal } from './journal.ts';

/** What goes over to the thread, and what comes back. Everything in a journal's calls can be cloned. */
export type Call = { id: number; method: keyof Journal; args: readonly unknown[] };
export type Answer =
  | { id: number; value: unknown }
  | { id: number; code: ErrorCode; params: Record<string, string | number> }
  | { id: number; message: string };
/** Number of the thread's first message: the journal was opened, or not. */
export const opening = 0;

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
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let calls = opening;
  let ended: Error | undefined;
  let closing: Promise<void> | undefined;

  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) asked?.resolve(answer.value as never);
    else if ('code' in answer) asked?.reject(new MidadError(answer.code, answer.params));
    else asked?.reject(new Error(answer.message));
  });
  const end = (cause?: unknown) => {
    ended ??= new MidadError('unavailable', { part: 'journal' }, { cause });
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

  const answerTo = <T>(id: number) =>
    new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  const ask = async <M extends keyof Journal>(
    method: M,
    ...args: Parameters<Journal[M]>
  ): Promise<Awaited<ReturnType<Journal[M]>>> => {
    if (ended) throw ended;
    const id = ++calls;
    // First posted (a content that cannot be cloned throws here), then waited for; nothing runs between.
    worker.postMessage({ id, method, args } satisfies Call, []);
    return await answerTo<Awaited<ReturnType<Journal[M]>>>(id);
  };
  const close = async () => {
    if (!ended) await ask('close');
    await gone;
  };

  await answerTo(opening);
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
