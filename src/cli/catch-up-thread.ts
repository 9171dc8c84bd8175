import { Worker } from 'node:worker_threads';

/** What the thread is told, and what it says. */
export type ToThread = { upTo: number };
export type FromThread = { done: number; total: number } | { reached: number } | { failed: Error };

/**
 * Brings catalog and search up to the journal in a thread of its own, while the import goes on writing, so that
 * both use the machine at once. Where a server runs on the data folder, it does the applying and this thread waits.
 */
export class CatchUpThread {
  readonly #dataDir: string;
  #worker: Worker | undefined;
  #reached = 0;
  #wanted = 0;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;
  #onProgress: ((done: number, total: number) => void) | undefined;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** Says that the journal has got so far; applying follows when it can. */
  follow(seq: number): void {
    if (seq <= this.#wanted) return;
    this.#wanted = seq;
    this.#start().postMessage({ upTo: seq } satisfies ToThread);
  }

  /**
   * Ends when everything up to `seq` can be read and found; 0 = whatever the journal holds now, for an import that
   * found everything there already may follow one that was cut off before it was searchable.
   * @throws what applying throws.
   */
  async finish(seq: number, onProgress?: (done: number, total: number) => void): Promise<void> {
    this.#onProgress = onProgress;
    const upTo = Math.max(seq, this.#wanted);
    this.#start().postMessage({ upTo } satisfies ToThread);
    this.#wanted = upTo;
    this.#reached = -1;
    while (this.#reached < upTo && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./catch-up-worker.ts', import.meta.url), {
      workerData: this.#dataDir,
    });
    worker.on('message', (message: FromThread) => {
      if ('reached' in message) this.#reached = Math.max(this.#reached, message.reached);
      else if ('failed' in message) this.#failure = message.failed;
      else this.#onProgress?.(message.done, message.total);
      this.#wake?.();
    });
    worker.on('error', (error) => {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      this.#wake?.();
    });
    this.#worker = worker;
    return worker;
  }
}
