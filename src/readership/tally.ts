import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Journal, TallyBatch } from '../journal/journal.ts';

/** Often enough that the list follows the day, seldom enough that the journal does not notice. */
const flushMs = 5000;

const storedBatch = z.object({
  key: z.string(),
  at: z.number(),
  counts: z.array(z.object({ story: z.number(), hour: z.number(), reads: z.number() })),
});

/**
 * Gathers counted readings and brings them to the journal in batches, each with a key of its own. A batch is first
 * written to a file and removed when the journal has it; one that the journal had already is ignored there by its key. So
 * none counts twice, and none is lost when the journal is away.
 */
export class TallyWriter {
  readonly #journal: Journal;
  readonly #folder: string;
  readonly #onError: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #counts = new Map<string, { story: number; hour: number; reads: number }>();
  #flushing: Promise<void> = Promise.resolve();
  #closed = false;

  /** @throws an error of the file system when the folder for waiting batches cannot be made. */
  constructor(
    journal: Journal,
    dataDir: string,
    options: { onError(error: unknown): void; flushMs?: number },
  ) {
    this.#journal = journal;
    this.#folder = join(dataDir, 'tallies');
    this.#onError = (error) => options.onError(error);
    mkdirSync(this.#folder, { recursive: true });
    this.#timer = setInterval(() => void this.flush(), options.flushMs ?? flushMs);
    this.#timer.unref();
  }

  /** One reading of a story in an hour (its start, ms). */
  add(story: number, hour: number): void {
    const key = `${story}/${hour}`;
    const count = this.#counts.get(key);
    if (count === undefined) this.#counts.set(key, { story, hour, reads: 1 });
    else count.reads++;
  }

  /** Brings what was gathered, and what waits from before, to the journal. Never rejects; a failure leaves the file. */
  flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#send()).catch((error: unknown) => this.#onError(error));
    return this.#flushing;
  }

  async #send(): Promise<void> {
    this.#writeDown();
    for (const file of readdirSync(this.#folder).filter((name) => name.endsWith('.json'))) {
      const path = join(this.#folder, file);
      const batch = storedBatch.safeParse(parsed(readFileSync(path, 'utf8')));
      if (batch.success) await this.#journal.addTallies(batch.data);
      else renameSync(path, `${path}.damaged`);
      if (batch.success) rmSync(path, { force: true });
    }
  }

  #writeDown(): void {
    if (this.#counts.size === 0) return;
    const batch: TallyBatch = { key: randomUUID(), at: Date.now(), counts: [...this.#counts.values()] };
    const path = join(this.#folder, `${batch.key}.json`);
    writeFileSync(`${path}.new`, JSON.stringify(batch), { flush: true });
    renameSync(`${path}.new`, path);
    this.#counts = new Map();
  }

  /** Stops and brings the rest to the journal, or leaves it in its file for the next start. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#timer);
    await this.flush();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
