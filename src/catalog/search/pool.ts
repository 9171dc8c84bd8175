import { Worker } from 'node:worker_threads';
import { MidadError } from '../../model/errors.ts';
import type { Answered, Asked } from './query-worker.ts';
import type { Search, SearchRequest, SearchResponse } from './search.ts';

/**
 * Searches that may wait for a thread. At 15 ms each the last one waits a second and a half; whoever comes then is
 * better told to try again.
 */
const mostWaiting = 100;

interface Waiting {
  request: SearchRequest;
  resolve: (response: SearchResponse) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  doing: Waiting | undefined;
}

/**
 * Starts search threads, each with read-only connections of its own to the current catalog of the data folder, which
 * need not be there yet. A thread that dies is replaced; the search it was at fails with `unavailable`.
 */
export function openSearch(dataDir: string, { threads = 1 }: { threads?: number } = {}): Search {
  const queue: Waiting[] = [];
  const pool = new Set<Thread>();
  let closed = false;
  let asked = 0;

  const next = (thread: Thread) => {
    const waiting = queue.shift();
    thread.doing = waiting;
    if (waiting === undefined) {
      // An idle thread keeps no process alive.
      thread.worker.unref();
      return;
    }
    thread.worker.ref();
    thread.worker.postMessage({ id: ++asked, request: waiting.request } satisfies Asked);
  };

  const begin = () => {
    const worker = new Worker(new URL('./query-worker.ts', import.meta.url), { workerData: { dataDir } });
    const thread: Thread = { worker, doing: undefined };
    pool.add(thread);
    worker.unref();
    worker.on('message', (answer: Answered) => {
      const { doing } = thread;
      if ('response' in answer) doing?.resolve(answer.response);
      else if (answer.unavailable) doing?.reject(new MidadError('unavailable', { part: 'search' }));
      else doing?.reject(new Error(answer.failed));
      next(thread);
    });
    let reason: unknown;
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      pool.delete(thread);
      thread.doing?.reject(new MidadError('unavailable', { part: 'search' }, { cause: reason }));
      if (!closed) begin();
    });
    next(thread);
  };
  for (let i = 0; i < Math.max(1, threads); i++) begin();

  return {
    search: (request) =>
      new Promise((resolve, reject) => {
        if (closed || queue.length >= mostWaiting) {
          reject(new MidadError('unavailable', { part: 'search', waiting: queue.length }));
          return;
        }
        queue.push({ request, resolve, reject });
        const idle = [...pool].find(({ doing }) => doing === undefined);
        if (idle !== undefined) next(idle);
      }),
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new MidadError('unavailable', { part: 'search' }));
      await Promise.all([...pool].map(({ worker }) => worker.terminate()));
    },
  };
}
