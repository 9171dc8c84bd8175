import { MidadError } from '../model/errors.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { publishAtTime } from './schedule-story.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Lifts a legal hold. A published story is seen again at once. A scheduled one keeps its time if that is still to come;
 * one whose time went by under the hold stays approved, for a person to decide.
 *
 * @throws MidadError `forbidden`, `not-found`, `wrong-status` (it was killed), `story-invalid` (it is not held), `conflict`.
 */
export async function releaseStory(
  context: Context,
  release: StoryTarget & { note?: string },
): Promise<Written> {
  permit(context, 'release-story');
  const before = await readStory(context.journal, release);
  const { story } = before;
  if (story.legalHold !== true)
    throw new MidadError('story-invalid', { reason: 'legalHold: it is not held' });
  const due = story.status === 'scheduled' ? (story.publishAt ?? 0) : undefined;
  const missed = due !== undefined && due <= context.now;
  return writeStory(context, {
    verb: 'release-story',
    action: 'release',
    before,
    fields: {},
    note: release.note,
    set: () => ({
      legalHold: undefined,
      ...(missed && { status: 'approved' as const, schedule: undefined, publishAt: undefined }),
    }),
    jobs: () => (due === undefined || missed ? [] : [publishAtTime(story.id, due)]),
  });
}
