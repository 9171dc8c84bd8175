import { setTimeout } from 'node:timers/promises';
import { isServerRunning } from '../jobs/server-lock.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { startApplying } from './apply-thread.ts';
import { cursorOf } from './cursors.ts';
import { parts } from './files.ts';
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
 * What is done one after the other, beside the other lane: a third thread took an import's memory from 290 to 340 MB. Search takes longest,
 * three times as long as comparing.
 */
const lanes: readonly (readonly FollowKind[])[] = [['catalog', 'similar'], ['search']];

const starting: Readonly<Record<FollowKind, typeof startApplying>> = {
  catalog: startApplying,
  search: startIndexing,
  similar: startComparing,
};

async function applyHere(dataDir: string, options: CatchUpOptions): Promise<void> {
  const { upTo, onProgress } = options;
  const at = { catalog: 0, search: 0, similar: 0 };
  const given = new AbortController();
  const ended = await Promise.allSettled(
    lanes.map(async (kinds) => {
      try {
        for (const kind of kinds)
          await follow(dataDir, kind, options, given.signal, (seq) => {
            at[kind] = Math.min(seq, upTo);
            onProgress?.(Math.min(at.search, Math.floor((at.catalog + at.similar) / 2)), upTo);
          });
      } catch (error) {
        given.abort();
        throw error;
      }
    }),
  );
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
  report(options, upTo);
}

/** Returns when this kind has applied everything up to a number, or when it is given up. */
async function follow(
  dataDir: string,
  kind: FollowKind,
  { upTo, postgres }: CatchUpOptions,
  given: AbortSignal,
  onProgress: (seq: number) => void,
): Promise<void> {
  let failed: (error: unknown) => void = () => {};
  const failure = new Promise<never>((_, reject) => {
    failed = reject;
  });
  // It is waited for only while the thread runs.
  failure.catch(() => {});
  // A damaged file is reported and replaced; what is said twice within a batch does not mend itself.
  let faults = 0;
  const onError = (error: unknown) => {
    if (++faults > mostFaults) failed(error);
  };
  const thread = await starting[kind](dataDir, { postgres, onError });
  try {
    const all = thread.applied(upTo).then(() => true as const);
    // As the failure: the thread is closed when the other lane has failed.
    all.catch(() => {});
    while (!given.aborted) {
      const done = await Promise.race([all, failure, setTimeout(pollMs, false as const)]);
      onProgress(thread.cursor());
      if (done) break;
    }
  } finally {
    await thread.close();
  }
}

/** The thread tries again after each: three seconds of a full disk are not waited out for ever. */
const mostFaults = 3;
