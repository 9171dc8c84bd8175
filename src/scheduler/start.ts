import { expireMediaJob } from '../commands/media.ts';
import { switchFrontJob } from '../commands/schedule-front.ts';
import { endBreakingJob } from '../commands/set-breaking.ts';
import { publishJob } from '../commands/schedule-story.ts';
import type { Journal } from '../journal/journal.ts';
import { endBreakingHandler } from './breaking-job.ts';
import { switchFrontHandler } from './front-job.ts';
import { expireMediaHandler } from './expire-job.ts';
import { publishHandler } from './publish-job.ts';
import { type Runner, type RunnerOptions, startRunner } from './runner.ts';

/** Everything that happens by the clock. One runs on every node's primary; together they do each thing once. */
export function startScheduler(journal: Journal, options: Omit<RunnerOptions, 'handlers'> = {}): Runner {
  return startRunner(journal, {
    ...options,
    handlers: {
      [publishJob]: publishHandler(journal),
      [endBreakingJob]: endBreakingHandler(journal),
      [switchFrontJob]: switchFrontHandler(journal),
      [expireMediaJob]: expireMediaHandler(journal),
    },
  });
}
