import { z } from 'zod';
import { expireMedia } from '../commands/media.ts';
import type { Journal } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import type { Media } from '../model/site.ts';
import { scheduler } from './publish-job.ts';
import type { JobHandler } from './runner.ts';

const payload = z.object({ media: z.string() });

/** Takes a picture off the pages when its rights end, by the date that it has now. */
export function expireMediaHandler(journal: Journal): JobHandler {
  return async (job, now) => {
    const { media: id } = payload.parse(job.payload);
    const until = ((await journal.current('media', id))?.content as Media | null | undefined)?.rights
      ?.expiresAt;
    // A later date enqueued a job of its own.
    if (until === undefined || until > now) return undefined;
    try {
      await expireMedia({ journal, actor: scheduler, now }, { id });
    } catch (error) {
      if (error instanceof MidadError && error.code === 'conflict') return now;
      throw error;
    }
    return undefined;
  };
}
