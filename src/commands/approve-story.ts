import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Finds a story in review good for publication («اعتماد»).
 *
 * @throws MidadError `forbidden`, `not-found`, `wrong-status`, `conflict`.
 */
export async function approveStory(
  context: Context,
  approve: StoryTarget & { note?: string },
): Promise<Written> {
  permit(context, 'approve-story');
  const before = await readStory(context.journal, approve);
  return writeStory(context, {
    verb: 'approve-story',
    action: 'approve',
    before,
    fields: {},
    note: approve.note,
  });
}
