import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Takes a story back from the readers; it can be changed and published again, with its old address and first time.
 *
 * @throws MidadError `forbidden`, `not-found`, `wrong-status` (it is not published), `conflict`.
 */
export async function unpublishStory(
  context: Context,
  unpublish: StoryTarget & { note?: string },
): Promise<Written> {
  permit(context, 'unpublish-story');
  const before = await readStory(context.journal, unpublish);
  return writeStory(context, {
    verb: 'unpublish-story',
    action: 'unpublish',
    before,
    fields: {},
    note: unpublish.note,
  });
}
