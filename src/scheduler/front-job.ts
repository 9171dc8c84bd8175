import { z } from 'zod';
import { switchFront } from '../commands/schedule-front.ts';
import type { Journal } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { scheduler } from './publish-job.ts';
import type { JobHandler } from './runner.ts';

const payload = z.object({ front: z.string() });

/** Arranges a front at its time. What was moved, taken back or done meanwhile by another node is left alone. */
export function switchFrontHandler(journal: Journal): JobHandler {
  return async (job, now) => {
    const { front: id } = payload.parse(job.payload);
    try {
      return (await switchFront({ journal, actor: scheduler, now }, { id })).again;
    } catch (error) {
      if (error instanceof MidadError && error.code === 'conflict') return now;
      throw error;
    }
  };
}
