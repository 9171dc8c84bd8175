import { MidadError } from '../model/errors.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryFields, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Adds a correction to a published story, together with what it corrects in the text: readers learn what an earlier
 * version said wrongly, on the story and on the corrections page.
 *
 * @param correct `text` is public; `note` is not.
 * @throws MidadError `forbidden`, `not-found`, `wrong-status` (it is not published), `story-invalid` (also for an
 *   empty text), `reference-missing`, `conflict`.
 */
export async function correctStory(
  context: Context,
  correct: StoryTarget & { text: string; fields?: StoryFields; note?: string },
): Promise<Written> {
  permit(context, 'correct-story');
  const { fields = {}, note } = correct;
  const text = correct.text.normalize('NFC').trim();
  if (text === '') throw new MidadError('story-invalid', { reason: 'corrections: empty' });
  const before = await readStory(context.journal, correct);
  return writeStory(context, {
    verb: 'correct-story',
    action: 'correct',
    before,
    fields,
    note,
    draft: correct.draft,
    set: ({ corrections }) => ({
      corrections: [...corrections, { at: context.now, text }],
      updatedAt: context.now,
    }),
  });
}
