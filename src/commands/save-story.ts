import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryFields, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Saves a story that readers do not see: a new draft (headline and section at least), or another revision of one.
 *
 * @throws MidadError `forbidden`, `not-found`, `wrong-status` (a published story is updated or corrected),
 *   `story-invalid`, `reference-missing`, `conflict`.
 */
export async function saveStory(
  context: Context,
  save: Partial<StoryTarget> & { fields: StoryFields; note?: string },
): Promise<Written> {
  permit(context, 'save-story');
  const { id, fields, note } = save;
  const before = id === undefined ? undefined : await readStory(context.journal, { ...save, id });
  return writeStory(context, {
    verb: 'save-story',
    action: before ? 'save' : 'create',
    before,
    fields,
    note,
    draft: save.draft,
  });
}
