import { Worker } from 'node:worker_threads';
import type { PostgresPlace } from '../journal/place.ts';
import { MidadError } from '../model/errors.ts';
import type { Order, Report } from './follow-worker.ts';
import type { FollowKind } from './kinds.ts';

/** What an applied batch means to whoever keeps pages. */
export interface Applied {
  /** Applied up to this entry. */
  seq: number;
  /** Dependency keys of pages to drop. */
  keys: string[];
  generation: number;
  /** Everything is to be dropped: another file was swapped in, or too much happened at once. */
  generationChanged: boolean;
}

export interface FollowEvents {
  onApplied?(change: Applied): void;
  /** What went wrong; the thread goes on and tries again. */
  onError?(error: unknown): void;
}

/** Where the journal is that is followed, and who is told. */
export interface FollowOptions extends FollowEvents {
  postgres?: PostgresPlace | undefined;
}

/** A thread that keeps files of this node's catalog up with the journal. */
export interface Following {
  /** Applied up to this entry, as last reported. */
  cursor(): number;
  /** Entries in the journal that are not applied yet, as last reported. */
  lag(): number;
  generation(): number;
  /**
   * Resolves when everything up to `seq` is applied and pages were dropped.
   * @throws MidadError `unavailable` on close, and when the record does not have that entry any more: the database was lost with it, and
   *   another took its place that had not received it.
   */
  applied(seq: number): Promise<void>;
  /** Look at the journal now. */
  poke(): void;
  /** A reader met a damaged file: read all of it, and make a new one if so. */
  check(): void;
  close(): Promise<void>;
}

/** A step in progress is a batch of some tens of milliseconds, or the building of new files, which may be left. */
const closeMs = 3000;
/** A thread that died (out of memory) is begun again after this long. */
const restartMs = 1000;

/** @throws MidadError what opening the journal throws. */
export async function startFollowing(
  dataDir: string,
  kind: FollowKind,
  { postgres, ...events }: FollowOptions,
): Promise<Following> {
  const waiting = new Set<{
    seq: number;
    look: number;
    resolve: () => void;
    reject: (error: Error) => void;
  }>();
  let looks = 0;
  let at = { seq: 0, head: 0, generation: 0 };
  let worker: Worker | undefined;
  let closing: Promise<void> | undefined;
  let exited: Promise<unknown> = Promise.resolve();

  const onReport = (report: Report) => {
    if (report.type === 'failed') events.onError?.(asError(report));
    if (report.type !== 'at') return;
    at = report;
    if (report.keys.length > 0 || report.everything) {
      const { seq, keys, generation, everything } = report;
      events.onApplied?.({ seq, keys, generation, generationChanged: everything });
    }
    for (const waiter of waiting) {
      const there = waiter.seq <= at.seq;
      const gone = waiter.look <= report.looked && waiter.seq > at.head;
      if (!there && !gone) continue;
      waiting.delete(waiter);
      if (there) waiter.resolve();
      else waiter.reject(new MidadError('unavailable', { part: 'journal' }));
    }
  };

  const begin = () =>
    new Promise<void>((resolve, reject) => {
      const thread = new Worker(new URL('./follow-worker.ts', import.meta.url), {
        workerData: { dataDir, kind, postgres },
        // Entries are short-lived: without this the two threads' nurseries grew a large import by 290 MB, for no speed.
        resourceLimits: { maxYoungGenerationSizeMb: 8 },
      });
      worker = thread;
      let ready = false;
      thread.on('message', (report: Report) => {
        if (report.type === 'ready') {
          ready = true;
          resolve();
        } else if (!ready && report.type === 'failed') reject(asError(report));
        else onReport(report);
      });
      thread.on('error', (error) => {
        if (ready) events.onError?.(error);
        else reject(error);
      });
      exited = new Promise((left) => {
        thread.on('exit', () => {
          left(undefined);
          if (!ready || closing !== undefined) return;
          setTimeout(() => {
            if (closing === undefined) begin().catch((error: unknown) => events.onError?.(error));
          }, restartMs).unref();
        });
      });
    });

  const order = (what: Order) => worker?.postMessage(what);
  const look = () => {
    order({ look: ++looks });
    return looks;
  };
  const close = async () => {
    order('stop');
    const timer = setTimeout(() => void worker?.terminate(), closeMs);
    await exited;
    clearTimeout(timer);
    for (const { reject } of waiting) reject(new MidadError('unavailable', { part: kind }));
    waiting.clear();
  };

  await begin();
  return {
    cursor: () => at.seq,
    lag: () => Math.max(0, at.head - at.seq),
    generation: () => at.generation,
    applied(seq) {
      if (at.seq >= seq && at.generation > 0) return Promise.resolve();
      if (closing !== undefined) return Promise.reject(new MidadError('unavailable', { part: kind }));
      const looked = look();
      return new Promise((resolve, reject) => {
        waiting.add({ seq, look: looked, resolve, reject });
      });
    },
    poke: () => void look(),
    check: () => order('check'),
    close: () => (closing ??= close()),
  };
}

function asError(report: Extract<Report, { type: 'failed' }>): Error {
  return report.code === undefined ? new Error(report.message) : new MidadError(report.code, report.params);
}
