import { Worker } from 'node:worker_threads';
import { MidadError } from '../model/errors.ts';

export type Asked<Request> = { id: number; request: Request };
export type Answered<Response> =
  | { id: number; response: Response }
  /** The catalog is not there (yet); `failed` where something else is wrong. */
  | { id: number; failed: string; unavailable: boolean };

/** Threads that answer questions from the catalog off the serving thread. */
export interface QueryPool<Request, Response> {
  /** @throws MidadError `unavailable` when too many are waiting, or the catalog is not there. */
  ask(request: Request): Promise<Response>;
  close(): Promise<void>;
}

export interface QueryPoolOptions {
  /** The module that answers, with `answerQueries` of `query-thread.ts`. */
  thread: URL;
  dataDir: string;
  threads: number;
  /** Questions that may wait for a thread; whoever comes then is better told to try again. */
  mostWaiting: number;
  /** What it is, in errors. */
  part: string;
}

interface Waiting<Request, Response> {
  request: Request;
  resolve: (response: Response) => void;
  reject: (error: Error) => void;
}

interface Thread<Request, Response> {
  worker: Worker;
  doing: Waiting<Request, Response> | undefined;
}

/**
 * Starts threads, each with read-only connections of its own to the current catalog of the data folder, which need not be
 * there yet. A thread that dies is replaced; the question it was at fails with `unavailable`.
 */
export function openQueryPool<Request, Response>(options: QueryPoolOptions): QueryPool<Request, Response> {
  const { part, mostWaiting } = options;
  const queue: Waiting<Request, Response>[] = [];
  const pool = new Set<Thread<Request, Response>>();
  let closed = false;
  let asked = 0;

  const next = (thread: Thread<Request, Response>) => {
    const waiting = queue.shift();
    thread.doing = waiting;
    if (waiting === undefined) {
      // An idle thread keeps no process alive.
      thread.worker.unref();
      return;
    }
    thread.worker.ref();
    thread.worker.postMessage({ id: ++asked, request: waiting.request } satisfies Asked<Request>);
  };

  const begin = () => {
    const worker = new Worker(options.thread, { workerData: { dataDir: options.dataDir } });
    const thread: Thread<Request, Response> = { worker, doing: undefined };
    pool.add(thread);
    worker.unref();
    worker.on('message', (answer: Answered<Response>) => {
      const { doing } = thread;
      if ('response' in answer) doing?.resolve(answer.response);
      else if (answer.unavailable) doing?.reject(new MidadError('unavailable', { part }));
      else doing?.reject(new Error(answer.failed));
      next(thread);
    });
    let reason: unknown;
    worker.on('error', (error) => {
      reason = error;
    });
    worker.on('exit', () => {
      pool.delete(thread);
      thread.doing?.reject(new MidadError('unavailable', { part }, { cause: reason }));
      if (!closed) begin();
    });
    next(thread);
  };
  for (let i = 0; i < Math.max(1, options.threads); i++) begin();

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (closed || queue.length >= mostWaiting) {
          reject(new MidadError('unavailable', { part, waiting: queue.length }));
          return;
        }
        queue.push({ request, resolve, reject });
        const idle = [...pool].find(({ doing }) => doing === undefined);
        if (idle !== undefined) next(idle);
      }),
    async close() {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new MidadError('unavailable', { part }));
      await Promise.all([...pool].map(({ worker }) => worker.terminate()));
    },
  };
}
