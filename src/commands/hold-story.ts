import { MidadError } from '../model/errors.ts';
import type { Story } from '../model/story.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/** @throws MidadError `on-legal-hold` for a story that must not go out before the hold is lifted. */
export function refuseHeld({ id, legalHold }: Pick<Story, 'id' | 'legalHold'>): void {
  if (legalHold === true) throw new MidadError('on-legal-hold', { id });
}

/**
 * Puts a legal hold on a story («حجز قانوني»): whatever its status, readers do not see it, and it is neither published nor
 * scheduled until the hold is lifted. What was planned stays planned, and does not happen meanwhile.
 *
 * @throws MidadError `forbidden`, `not-found`, `wrong-status` (it was killed), `story-invalid` (it is held already, or no
 *   reason is given), `conflict`.
 */
export async function holdStory(context: Context, hold: StoryTarget & { reason: string }): Promise<Written> {
  permit(context, 'hold-story');
  const reason = hold.reason.trim();
  if (reason === '') throw new MidadError('story-invalid', { reason: 'reason: empty' });
  const before = await readStory(context.journal, hold);
  if (before.story.legalHold === true)
    throw new MidadError('story-invalid', { reason: 'legalHold: it is held already' });
  return writeStory(context, {
    verb: 'hold-story',
    action: 'hold',
    before,
    fields: {},
    note: reason,
    set: () => ({ legalHold: true }),
  });
}
