import type { Worker } from 'node:worker_threads';
import { type ErrorCode, MidadError } from '../model/errors.ts';

/** What a thread answers to a numbered call. Values can be cloned; an error of ours keeps its code. */
export type Answer =
  | { id: number; value: unknown }
  | { id: number; code: ErrorCode; params: Record<string, string | number> }
  | { id: number; message: string };

/** Number of a thread's first message: it is open, or could not be. */
export const opening = 0;

export interface ThreadCalls {
  /** Resolves when the thread is open. @throws what kept it from opening. */
  opened: Promise<void>;
  /** Posts a call, under a number of its own, and waits for its answer. @throws MidadError; `unavailable` once the thread ended. */
  ask<T>(call: object): Promise<T>;
  /** Whether the thread has ended. */
  ended(): boolean;
  /** Resolves when it has. */
  gone: Promise<void>;
}

/** Calls to a worker thread, answered by number. Should the thread die, every call fails with `unavailable`. */
export function callsTo(worker: Worker, part: string): ThreadCalls {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let calls = opening;
  let ended: Error | undefined;
  const answerTo = <T>(id: number) =>
    new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });

  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) asked?.resolve(answer.value as never);
    else if ('code' in answer) asked?.reject(new MidadError(answer.code, answer.params));
    else asked?.reject(new Error(answer.message));
  });
  const end = (cause?: unknown) => {
    ended ??= new MidadError('unavailable', { part }, { cause });
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
  return {
    opened: answerTo<void>(opening),
    async ask(call) {
      if (ended) throw ended;
      const id = ++calls;
      // First posted (what cannot be cloned throws here), then waited for; nothing runs between.
      worker.postMessage({ ...call, id });
      return await answerTo(id);
    },
    ended: () => ended !== undefined,
    gone,
  };
}

/** How a thread says what went wrong with a call. */
export function failure(id: number, error: unknown): Answer {
  if (error instanceof MidadError) return { id, code: error.code, params: { ...error.params } };
  return { id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
