import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { readStory, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Withdraws a story for good («سحب نهائي»): its address answers 410, with the notice if there is one. Its revisions stay
 * in the journal; what the law removes is for `Journal.redact`.
 *
 * @param kill `notice` is said to readers; `reason` only stands in the audit trail.
 * @throws MidadError `forbidden`, `not-found`, `wrong-status` (it was killed already), `story-invalid`, `conflict`.
 */
export async function killStory(
  context: Context,
  kill: StoryTarget & { reason: string; notice?: string },
): Promise<Written> {
  permit(context, 'kill-story');
  const { reason, notice } = kill;
  const before = await readStory(context.journal, kill);
  return writeStory(context, {
    verb: 'kill-story',
    action: 'kill',
    before,
    fields: {},
    note: reason,
    set: () => (notice === undefined ? {} : { notice }),
  });
}
