import type { Job, Journal } from '../journal/journal.ts';

/**
 * What a job does. It may run more than once: by two nodes after a lease ran out, or again after a failure; so it looks at
 * the record and does only what is still to be done.
 *
 * @returns when to look again, ms since the epoch, or nothing when it is done with.
 */
export type JobHandler = (job: Job, now: number) => Promise<number | undefined>;

export interface RunnerOptions {
  handlers: Readonly<Record<string, JobHandler>>;
  /** The clock, ms since the epoch. */
  now?: () => number;
  onError?: (error: unknown, job?: Job) => void;
}

export interface Runner {
  /** Does everything that is due now, one after the other. */
  runDue(): Promise<void>;
  /** Lets the job at hand finish. */
  stop(): Promise<void>;
}

/** A publication is seen within this time after it is due; asking costs the journal some microseconds. */
const pollMs = 250;
/** No handler takes so long; one whose node died is taken up by another after it. */
const leaseMs = 30_000;
/** After a failure: 1 s, 2 s, 4 s … at most ten minutes, so that a fault put right by a person heals by itself. */
const firstRetryMs = 1000;
const longestRetryMs = 600_000;

/** Runs due jobs of the given kinds until it is stopped. Starts at once: what became due while nobody ran is done first. */
export function startRunner(journal: Journal, options: RunnerOptions): Runner {
  const { handlers, now = Date.now, onError = () => {} } = options;
  const kinds = Object.keys(handlers);
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const step = async (): Promise<boolean> => {
    const job = await journal.takeJob(kinds, now(), leaseMs);
    if (job === undefined) return false;
    let again: number | undefined;
    try {
      again = await handlers[job.kind]?.(job, now());
    } catch (error) {
      onError(error, job);
      again = now() + Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(job.attempts, 20));
    }
    await journal.finishJob(job.id, again);
    return true;
  };
  const work = async () => {
    try {
      while (!ending.signal.aborted && (await step()));
    } catch (error) {
      // The journal is out of reach: what was taken comes back when its lease runs out.
      onError(error);
    }
  };
  const runDue = () =>
    (running ??= work().finally(() => {
      running = undefined;
    }));
  const tick = () => {
    void runDue().then(() => {
      if (!ending.signal.aborted) timer = setTimeout(tick, pollMs);
    });
  };
  tick();
  return {
    runDue,
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
