import type { PreviewLink } from '../model/discussion.ts';
import { MidadError } from '../model/errors.ts';
import type { Context } from './context.ts';
import { permitStory, readStory } from './story-record.ts';

/**
 * Puts into the audit trail that the actor makes a link to a preview of a story, before there is one. The same link again, of the same
 * person, story and end, is in the trail already.
 *
 * @param link `until`: when the link ends, ms since the epoch.
 * @throws MidadError `not-found`; `forbidden` for who may not read the story, and for programs, which nobody could ask.
 */
export async function notePreview(
  context: Context,
  { story, until }: { story: number; until: number },
): Promise<{ by: string }> {
  const { journal, actor, user, now } = context;
  if (user === undefined) throw new MidadError('forbidden', { actor, verb: 'read-story' });
  await permitStory(context, 'read-story', (await readStory(journal, { id: story })).story);
  const content: PreviewLink = { id: `${story}-${user.id}-${until}`, story, by: user.id, until };
  if ((await journal.current('preview', content.id)) === undefined)
    try {
      await journal.append([{ kind: 'preview', id: content.id, action: 'create', expect: 0, content }], {
        actor,
        at: now,
      });
    } catch (error) {
      // Two windows at once.
      if (!(error instanceof MidadError) || error.code !== 'conflict') throw error;
    }
  return { by: user.id };
}
