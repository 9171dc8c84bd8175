import { setTimeout as pause } from 'node:timers/promises';
import { surrogateKey } from '../http/surrogate-key.ts';
import { keys as dependencyKeys } from '../model/dependency-keys.ts';
import { jittered } from '../storage/retry.ts';
import type { PurgeTarget } from './targets.ts';

/** Keys wait this long for others: an append touches several, and reader processes drop theirs meanwhile. */
const gatherMs = 50;
const requestMs = 10_000;
/** A cache that does not answer is asked again after half a second, then up to every half minute. */
const firstPauseMs = 500;
const mostDoublings = 6;
/** More keys than these wait for a cache that is away: one key that stands on every page takes their place. */
const mostWaiting = 5000;
const everyPage = dependencyKeys.site;

/** What one cache was told since the start. */
export interface PurgeCounts {
  /** Requests that it took. */
  sent: number;
  failed: number;
  /** Keys that it has yet to be told of. */
  waiting: number;
}

/**
 * Tells the caches in front of the site which pages changed: in batches, each cache in its own time, again until it has heard.
 * Every node does so when it has applied a change, so a page that another node gave out before it knew is dropped by its own.
 */
export class Purger {
  readonly #lines: Line[];

  constructor(targets: readonly PurgeTarget[], options: { onError(error: unknown, target: string): void }) {
    this.#lines = targets.map((target) => new Line(target, options.onError));
  }

  /** @param everything whatever they hold, instead of `keys`. */
  purge(keys: readonly string[], everything: boolean): void {
    const words = everything ? [everyPage] : keys.map(surrogateKey);
    for (const line of this.#lines) line.add(words);
  }

  counts(): Record<string, PurgeCounts> {
    return Object.fromEntries(this.#lines.map((line) => [line.name, line.counts()]));
  }

  /** Tells what waits, once and at most for some seconds. */
  async close(): Promise<void> {
    await Promise.all(this.#lines.map((line) => line.close()));
  }
}

class Line {
  readonly #target: PurgeTarget;
  readonly #onError: (error: unknown, target: string) => void;
  readonly #closing = new AbortController();
  #waiting = new Set<string>();
  #working: Promise<void> | undefined;
  #sent = 0;
  #failed = 0;

  constructor(target: PurgeTarget, onError: (error: unknown, target: string) => void) {
    this.#target = target;
    this.#onError = onError;
  }

  get name(): string {
    return this.#target.name;
  }

  add(words: readonly string[]): void {
    for (const word of words) this.#waiting.add(word);
    if (this.#waiting.size > mostWaiting) this.#waiting = new Set([everyPage]);
    if (this.#waiting.size > 0)
      this.#working ??= this.#work().finally(() => {
        this.#working = undefined;
      });
  }

  counts(): PurgeCounts {
    return { sent: this.#sent, failed: this.#failed, waiting: this.#waiting.size };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#working;
  }

  async #work(): Promise<void> {
    await this.#wait(gatherMs);
    let attempt = 0;
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting].slice(0, this.#target.mostKeys);
      for (const word of batch) this.#waiting.delete(word);
      try {
        await this.#send(batch);
        this.#sent++;
        attempt = 0;
      } catch (error) {
        this.#failed++;
        for (const word of batch) this.#waiting.add(word);
        this.#onError(error, this.name);
        if (this.#closing.signal.aborted) return;
        await this.#wait(jittered(Math.min(attempt++, mostDoublings), firstPauseMs));
      }
    }
  }

  async #send(batch: readonly string[]): Promise<void> {
    const { url, init } = this.#target.request(batch);
    const signal = AbortSignal.timeout(this.#closing.signal.aborted ? requestMs / 5 : requestMs);
    const response = await fetch(url, { ...init, signal });
    const said = (await response.text()).slice(0, 300);
    if (!response.ok) throw new Error(`${response.status} ${said}`);
  }

  /** Whoever stops does not wait. */
  async #wait(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.#closing.signal, ref: false }).catch(() => {});
  }
}
