import { setTimeout } from 'node:timers/promises';
import { isServerRunning } from '../jobs/server-lock.ts';
import { startApplying } from './apply-thread.ts';
import { cursorOf } from './cursors.ts';
import { parts } from './files.ts';
import type { Following } from './follow-thread.ts';
import type { FollowKind } from './kinds.ts';
import { startIndexing } from './search/index-thread.ts';
import { startComparing } from './similar/compare-thread.ts';

/** How often the running server's progress is looked at. */
const pollMs = 50;

export interface CatchUpOptions {
  /** Journal number that is to be readable and searchable. */
  upTo: number;
  /** Entries that are both, and `upTo`. */
  onProgress?(done: number, total: number): void;
}

/**
 * Returns when everything up to a journal number can be read and found by search. A running server does the work and
 * is waited for; where none runs, or it ends meanwhile, this process does it, in three threads.
 *
 * @throws MidadError what opening the journal throws; the error that applying or indexing met, if it cannot go on.
 */
export async function catchUp(dataDir: string, options: CatchUpOptions): Promise<void> {
  while (isServerRunning(dataDir)) {
    if (report(options, progressOf(dataDir))) return;
    await setTimeout(pollMs);
  }
  await applyHere(dataDir, options);
}

/** @returns whether it is done. */
function report({ upTo, onProgress }: CatchUpOptions, done: number): boolean {
  onProgress?.(Math.min(done, upTo), upTo);
  return done >= upTo;
}

function progressOf(dataDir: string): number {
  const cursors = parts.map((part) => cursorOf(dataDir, part)?.seq ?? 0);
  return Math.min(...cursors);
}

async function applyHere(dataDir: string, options: CatchUpOptions): Promise<void> {
  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  const threads: Following[] = [];
  try {
    // A damaged file is reported and replaced; what is said twice within a batch does not mend itself.
    const faults = { catalog: 0, search: 0, similar: 0 };
    const watch = (kind: FollowKind) => ({
      onError(error: unknown) {
        if (++faults[kind] > mostFaults) failed(error);
      },
    });
    const started = await Promise.allSettled([
      startApplying(dataDir, watch('catalog')),
      startIndexing(dataDir, watch('search')),
      startComparing(dataDir, watch('similar')),
    ]);
    for (const thread of started) if (thread.status === 'fulfilled') threads.push(thread.value);
    for (const thread of started) if (thread.status === 'rejected') throw thread.reason;
    const all = Promise.all(threads.map((thread) => thread.applied(options.upTo)));
    const settled = all.then(() => true as const);
    for (;;) {
      const done = await Promise.race([settled, failure, setTimeout(pollMs, false as const)]);
      if (done) break;
      report(options, Math.min(...threads.map((thread) => thread.cursor())));
    }
    report(options, options.upTo);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** The thread tries again after each: three seconds of a full disk are not waited out for ever. */
const mostFaults = 3;
