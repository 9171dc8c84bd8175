import { MidadError } from '../model/errors.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Gives a story that is in review, approved or scheduled back to its writer («إعادة إلى الكاتب»). A schedule falls
 * with it.
 *
 * @param sendBack `reason` is for the writer, and required: a story is not given back without a word.
 * @throws MidadError `forbidden`, `not-found`, `wrong-status`, `story-invalid` (empty reason), `conflict`.
 */
export async function sendBackStory(
  context: Context,
  sendBack: StoryTarget & { reason: string },
): Promise<Written> {
  permit(context, 'send-back-story');
  const reason = sendBack.reason.trim();
  if (reason === '') throw new MidadError('story-invalid', { reason: 'reason: empty' });
  const before = await readStory(context.journal, sendBack);
  return writeStory(context, {
    verb: 'send-back-story',
    action: 'send-back',
    before,
    fields: {},
    note: reason,
    set: () => ({ schedule: undefined, publishAt: undefined }),
  });
}
