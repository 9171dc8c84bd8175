import type { NewJob } from '../journal/journal.ts';
import { MidadError } from '../model/errors.ts';
import { instantOf, type Schedule } from '../model/schedule.ts';
import type { Context, Written } from './context.ts';
import { refuseHeld } from './hold-story.ts';
import { permit } from './policy.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/** The kind of job that publishes a scheduled story; its payload is `{ story }`. */
export const publishJob = 'publish-story';

/** Looks at the story again at the given time, ms since the epoch. */
export const publishAtTime = (story: number, dueAt: number): NewJob => ({
  kind: publishJob,
  payload: { story },
  dueAt,
});

/**
 * Has a story published by itself at a wall time of a named zone, or moves it to another time. The job that will do
 * it is enqueued in the same append.
 *
 * @throws MidadError `schedule-invalid` (params wall, zone) for a time that has passed, a day or zone that does not
 *   exist; `embargoed` when it is before the embargo's end; `on-legal-hold`, `forbidden`, `not-found`, `wrong-status`,
 *   `conflict`.
 */
export async function scheduleStory(
  context: Context,
  plan: StoryTarget & { at: Schedule; note?: string },
): Promise<Written> {
  permit(context, 'schedule-story');
  const { id, at, note } = plan;
  const due = instantOf(at);
  if (due === undefined || due <= context.now)
    throw new MidadError('schedule-invalid', { wall: at.wall, zone: at.zone });
  const before = await readStory(context.journal, plan);
  return writeStory(context, {
    verb: 'schedule-story',
    action: 'schedule',
    before,
    fields: {},
    note,
    set(story) {
      refuseHeld(story);
      if ((story.embargoUntil ?? 0) > due)
        throw new MidadError('embargoed', { id, until: new Date(story.embargoUntil ?? 0).toISOString() });
      return { schedule: at, publishAt: due };
    },
    jobs: () => [publishAtTime(id, due)],
  });
}

/**
 * Takes the time from a scheduled story; it stays approved.
 *
 * @throws MidadError `forbidden`, `not-found`, `wrong-status`, `conflict`.
 */
export async function unscheduleStory(
  context: Context,
  plan: StoryTarget & { note?: string },
): Promise<Written> {
  permit(context, 'unschedule-story');
  const before = await readStory(context.journal, plan);
  return writeStory(context, {
    verb: 'unschedule-story',
    action: 'unschedule',
    before,
    fields: {},
    note: plan.note,
    set: () => ({ schedule: undefined, publishAt: undefined }),
  });
}
