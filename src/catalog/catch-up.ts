import { setTimeout } from 'node:timers/promises';
import { isServerRunning } from '../jobs/server-lock.ts';
import type { PostgresPlace } from '../journal/place.ts';
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
  postgres?: PostgresPlace | undefined;
  /** Entries that are both, and `upTo`. */
  onProgress?(done: number, total: number): void;
}

/**
 * Returns when everything up to a journal number can be read and found by search. A running server does the work and
 * is waited for; where none runs, or it ends meanwhile, this process does it, in threads.
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

/**
 * Comparing follows when the others are done: a third thread beside them took an import's memory from 290 to 340 MB. It is about a
 * fifth of the work.
 */
const turns = [
  { kinds: ['catalog', 'search'], from: 0, share: 0.8 },
  { kinds: ['similar'], from: 0.8, share: 0.2 },
] as const;

const starting: Readonly<Record<FollowKind, typeof startApplying>> = {
  catalog: startApplying,
  search: startIndexing,
  similar: startComparing,
};

async function applyHere(dataDir: string, options: CatchUpOptions): Promise<void> {
  for (const { kinds, from, share } of turns) {
    await follow(dataDir, kinds, options, (done) => {
      options.onProgress?.(
        Math.floor(from * options.upTo + share * Math.min(done, options.upTo)),
        options.upTo,
      );
    });
  }
  report(options, options.upTo);
}

/** Returns when these kinds have applied everything up to a number. */
async function follow(
  dataDir: string,
  kinds: readonly FollowKind[],
  { upTo, postgres }: CatchUpOptions,
  onProgress: (done: number) => void,
): Promise<void> {
  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  const threads: Following[] = [];
  try {
    const watched = kinds.map((kind) => {
      // A damaged file is reported and replaced; what is said twice within a batch does not mend itself.
      let faults = 0;
      const onError = (error: unknown) => {
        if (++faults > mostFaults) failed(error);
      };
      return starting[kind](dataDir, { postgres, onError });
    });
    const started = await Promise.allSettled(watched);
    for (const thread of started) if (thread.status === 'fulfilled') threads.push(thread.value);
    for (const thread of started) if (thread.status === 'rejected') throw thread.reason;
    const all = Promise.all(threads.map((thread) => thread.applied(upTo)));
    const settled = all.then(() => true as const);
    for (;;) {
      const done = await Promise.race([settled, failure, setTimeout(pollMs, false as const)]);
      if (done) break;
      onProgress(Math.min(...threads.map((thread) => thread.cursor())));
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

/** The thread tries again after each: three seconds of a full disk are not waited out for ever. */
const mostFaults = 3;
