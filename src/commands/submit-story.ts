import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Hands a draft to the desk («إرسال للمراجعة»).
 *
 * @param submit `note` goes to the reviewer and stands in the audit trail.
 * @throws MidadError `forbidden`, `not-found`, `wrong-status`, `conflict`.
 */
export async function submitStory(
  context: Context,
  submit: StoryTarget & { note?: string },
): Promise<Written> {
  permit(context, 'submit-story');
  const before = await readStory(context.journal, submit);
  return writeStory(context, {
    verb: 'submit-story',
    action: 'submit',
    before,
    fields: {},
    note: submit.note,
  });
}
