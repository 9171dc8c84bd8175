import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryFields, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Changes a published story. Readers are told «حُدّث» unless it is `minor`: a typing error, a better picture.
 *
 * @throws MidadError `forbidden`, `not-found`, `wrong-status` (it is not published), `story-invalid`,
 *   `reference-missing`, `conflict`.
 */
export async function updateStory(
  context: Context,
  update: StoryTarget & { fields: StoryFields; minor?: boolean; note?: string },
): Promise<Written> {
  permit(context, 'update-story');
  const { fields, minor = false, note } = update;
  const before = await readStory(context.journal, update);
  return writeStory(context, {
    verb: 'update-story',
    action: 'update',
    before,
    fields,
    note,
    draft: update.draft,
    set: () => (minor ? {} : { updatedAt: context.now }),
  });
}
