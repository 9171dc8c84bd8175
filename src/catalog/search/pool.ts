import { Worker } from 'node:worker_threads';
import { MidadError } from '../../model/errors.ts';
import type { Search, SearchRequest, SearchResponse } from './search.ts';

/** What goes over to a search thread, and what comes back. */
export type Question = { id: number; request: SearchRequest };
export type Answer = { id: number; response: SearchResponse } | { id: number; message: string };

/**
 * Searches that may wait; the next one is turned away. With some milliseconds each, whoever stands last has waited about a
 * second.
 */
const mostWaiting = 200;
/** A thread that says nothing for so long is taken for hung and replaced; SQLite cannot stop a running query. */
const patienceMs = 10_000;

interface Waiting extends Question {
  resolve(response: SearchResponse): void;
  reject(error: Error): void;
}

/**
 * The readers' search in threads of their own, each with its own connections, one query at a time. A thread that dies is
 * replaced and its query fails with `unavailable`.
 */
export function openSearch(dataDir: string, options: { threads: number }): Search {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, { asked: Waiting; clock: NodeJS.Timeout }>();
  let closed = false;
  let questions = 0;

  const start = () => {
    const worker = new Worker(new URL('./pool-worker.ts', import.meta.url), { workerData: dataDir });
    worker.on('message', (answer: Answer) => {
      const asked = release(worker);
      idle.push(worker);
      next();
      if ('response' in answer) asked?.resolve(answer.response);
      else
        asked?.reject(
          new MidadError('unavailable', { part: 'search' }, { cause: new Error(answer.message) }),
        );
    });
    worker.on('error', () => {});
    worker.on('exit', () => {
      release(worker)?.reject(new MidadError('unavailable', { part: 'search' }));
      const place = idle.indexOf(worker);
      if (place >= 0) idle.splice(place, 1);
      if (!closed) start();
    });
    idle.push(worker);
    next();
  };
  const release = (worker: Worker): Waiting | undefined => {
    const work = busy.get(worker);
    busy.delete(worker);
    clearTimeout(work?.clock);
    return work?.asked;
  };
  const next = () => {
    while (idle.length > 0 && waiting.length > 0) {
      const worker = idle.shift();
      const asked = waiting.shift();
      if (worker === undefined || asked === undefined) return;
      busy.set(worker, { asked, clock: setTimeout(() => void worker.terminate(), patienceMs) });
      worker.postMessage({ id: asked.id, request: asked.request } satisfies Question);
    }
  };
  for (let i = 0; i < options.threads; i++) start();

  return {
    search(request) {
      if (closed || waiting.length >= mostWaiting)
        return Promise.reject(new MidadError('unavailable', { part: 'search' }));
      return new Promise((resolve, reject) => {
        waiting.push({ id: ++questions, request, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new MidadError('unavailable', { part: 'search' }));
      await Promise.all([...idle.splice(0), ...busy.keys()].map((worker) => worker.terminate()));
    },
  };
}
