import { randomUUID } from 'node:crypto';
import type { Journal, TallyBatch } from '../journal/journal.ts';
import { WaitingRoom } from './waiting-room.ts';

/** Five seconds of counting is the most that a crash loses; a commit every five seconds is nothing to the disk. */
const usualPauseMs = 5_000;
/** While the journal is away, the pause doubles up to this: a file a minute, not twelve. */
const longestPauseMs = 60_000;

export interface TallyOptions {
  flushMs?: number;
  /** Told when batches have to wait, and of a damaged file; nothing is lost by it. */
  onError?: (error: unknown) => void;
}

/**
 * Adds readings up and sends them to the journal in batches. Every batch has a key of its own from the moment it
 * is cut, and waits under it in a local file while the journal cannot be reached, also over a restart; so it
 * counts once, even when an earlier try had arrived after all.
 */
export class TallyWriter {
  readonly #journal: Pick<Journal, 'addTallies'>;
  readonly #room: WaitingRoom;
  readonly #flushMs: number;
  readonly #onError: (error: unknown) => void;
  /** Reads by hour and story since the last cut. */
  #counts = new Map<number, Map<number, number>>();
  /** Cut and not yet acknowledged, oldest first. */
  readonly #unsent: { batch: TallyBatch; kept: boolean }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #pauseMs: number;
  #work: Promise<void>;
  #closed = false;

  constructor(journal: Pick<Journal, 'addTallies'>, dataDir: string, options: TallyOptions = {}) {
    this.#journal = journal;
    this.#room = new WaitingRoom(dataDir);
    this.#flushMs = options.flushMs ?? usualPauseMs;
    this.#pauseMs = this.#flushMs;
    this.#onError = options.onError ?? (() => {});
    this.#work = this.#recall();
    this.#schedule();
  }

  /** Counts one reading. `hour` is its start, ms since the epoch. */
  add(story: number, hour: number): void {
    let stories = this.#counts.get(hour);
    if (!stories) this.#counts.set(hour, (stories = new Map<number, number>()));
    stories.set(story, (stories.get(story) ?? 0) + 1);
  }

  /** Sends what was counted so far, or puts it where it waits. Never rejects. */
  flush(): Promise<void> {
    this.#work = this.#work.then(() => this.#send());
    return this.#work;
  }

  /** Flushes for the last time; close the journal after it. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.flush();
  }

  #schedule(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.flush().then(() => this.#schedule()), this.#pauseMs);
    // Alone it keeps no process running: `close` is what saves.
    this.#timer.unref();
  }

  async #recall(): Promise<void> {
    try {
      const left = await this.#room.batches((file) => this.#onError(new Error(`damaged: ${file}`)));
      this.#unsent.unshift(...left.map((batch) => ({ batch, kept: true })));
    } catch (error) {
      this.#onError(error);
    }
  }

  async #send(): Promise<void> {
    this.#cut();
    try {
      for (let next = this.#unsent[0]; next; next = this.#unsent[0]) {
        await this.#journal.addTallies(next.batch);
        this.#unsent.shift();
        if (next.kept) await this.#room.release(next.batch);
      }
      this.#pauseMs = this.#flushMs;
    } catch (error) {
      this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
      this.#onError(error);
      await this.#keepUnsent();
    }
  }

  #cut(): void {
    if (this.#counts.size === 0) return;
    const counts = [...this.#counts].flatMap(([hour, stories]) =>
      [...stories].map(([story, reads]) => ({ story, hour, reads })),
    );
    this.#counts = new Map();
    this.#unsent.push({ batch: { key: randomUUID(), at: Date.now(), counts }, kept: false });
  }

  async #keepUnsent(): Promise<void> {
    for (const waiting of this.#unsent) {
      if (waiting.kept) continue;
      try {
        await this.#room.keep(waiting.batch);
        waiting.kept = true;
      } catch (error) {
        // A full disk, say: it stays in memory and is tried again with the next flush.
        this.#onError(error);
      }
    }
  }
}
