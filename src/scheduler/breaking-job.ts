import { setBreaking } from '../commands/set-breaking.ts';
import type { Journal } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import type { Front } from '../model/site.ts';
import { scheduler } from './publish-job.ts';
import type { JobHandler } from './runner.ts';

/** Takes the breaking bar down when its time is over; one that was renewed meanwhile stays until its own. */
export function endBreakingHandler(journal: Journal): JobHandler {
  return async (_job, now) => {
    const front = (await journal.current('front', 'home'))?.content as Front | null | undefined;
    const until = front?.breaking?.until;
    // Renewing enqueued a job of its own.
    if (until === undefined || until > now) return undefined;
    try {
      await setBreaking({ journal, actor: scheduler, now }, {});
    } catch (error) {
      if (error instanceof MidadError && error.code === 'conflict') return now;
      throw error;
    }
    return undefined;
  };
}
