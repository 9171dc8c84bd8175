import { z } from 'zod';
import { publishStory } from '../commands/publish-story.ts';
import type { Journal } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { instantOf } from '../model/schedule.ts';
import type { Story } from '../model/story.ts';
import type { JobHandler } from './runner.ts';

const payload = z.object({ story: z.number().int().positive() });

/** In the audit trail: what the clock did, at a person's word (the revision before says whose). */
export const scheduler = 'system:scheduler';

/**
 * Publishes a story at its time. Whether that has come is asked of the story as it stands, by the wall clock of its zone
 * as that is known now; so a story that was moved, taken back or published by hand meanwhile is left alone, and of two
 * nodes that come at once only one publishes (the other's expected version is gone, and it looks again).
 */
export function publishHandler(journal: Journal): JobHandler {
  return async (job, now) => {
    const { story: id } = payload.parse(job.payload);
    const entry = await journal.current('story', String(id));
    const story = entry?.content as Story | null | undefined;
    if (!entry || !story || story.status !== 'scheduled' || story.schedule === undefined) return undefined;
    // Lifting the hold puts the job into the queue again.
    if (story.legalHold === true) return undefined;
    const due = instantOf(story.schedule) ?? story.publishAt ?? now;
    const earliest = Math.max(due, story.embargoUntil ?? 0);
    if (earliest > now) return earliest;
    try {
      await publishStory({ journal, actor: scheduler, now }, { id, expect: entry.version });
    } catch (error) {
      // Somebody saved it in this very moment: look again at once.
      if (error instanceof MidadError && error.code === 'conflict') return now;
      throw error;
    }
    return undefined;
  };
}
