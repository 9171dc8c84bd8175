import { randomUUID } from 'node:crypto';
import type { PreviewLink } from '../model/discussion.ts';
import { MidadError } from '../model/errors.ts';
import type { Context, Written } from './context.ts';
import { permitStory, readStory } from './story-record.ts';

/**
 * Puts into the audit trail that the actor makes a link to a preview of a story, before there is one.
 *
 * @param link `until`: when the link ends, ms since the epoch.
 * @throws MidadError `not-found`; `forbidden` for who may not read the story, and for programs, which nobody could ask.
 */
export async function notePreview(
  context: Context,
  { story, until }: { story: number; until: number },
): Promise<Written & { by: string }> {
  const { journal, actor, user, now } = context;
  if (user === undefined) throw new MidadError('forbidden', { actor, verb: 'read-story' });
  await permitStory(context, 'read-story', (await readStory(journal, { id: story })).story);
  const content: PreviewLink = { id: randomUUID(), story, by: user.id, until };
  const [receipt] = await journal.append(
    [{ kind: 'preview', id: content.id, action: 'create', expect: 0, content }],
    { actor, at: now },
  );
  if (!receipt) throw new Error('no receipt');
  return { id: content.id, by: user.id, ...receipt };
}
