import { MidadError } from '../model/errors.ts';
import type { Story } from '../model/story.ts';
import type { Context, Written } from './context.ts';
import { isThere } from './is-there.ts';
import { permit } from './policy.ts';
import { decidedByWriter, readStory, type StoryTarget, writeStory } from './story-record.ts';

/**
 * Brings back what a story said in an earlier revision, as a new one («استعادة»): everything that a writer decides. Status,
 * times, corrections and where it came from stay as they are. Of a published story readers see the change at once, and
 * are told «حُدّث». Where the section of then was removed, it stays in the one it is in.
 *
 * @param restore `version` is the revision to bring back.
 * @throws MidadError `forbidden`; `not-found` when there is no such revision; `revision-blank` when the law removed it;
 *   `wrong-status` (it was killed), `reference-missing`, `conflict`.
 */
export async function restoreRevision(
  context: Context,
  restore: StoryTarget & { version: number; note?: string },
): Promise<Written> {
  permit(context, 'restore-revision');
  const { id, version, note } = restore;
  const before = await readStory(context.journal, restore);
  const revisions = await context.journal.revisions('story', String(id));
  const old = revisions.find((entry) => entry.version === version);
  if (old === undefined) throw new MidadError('not-found', { kind: 'story', id, version });
  if (old.content === null) throw new MidadError('revision-blank', { id, version });
  const said = decidedByWriter(old.content as Story);
  const there = said.section !== undefined && (await isThere(context.journal, 'section', said.section));
  return writeStory(context, {
    verb: 'restore-revision',
    action: 'restore',
    before,
    fields: { ...said, ...(!there && { section: before.story.section }) },
    note,
    set: ({ status }) => (status === 'published' ? { updatedAt: context.now } : {}),
  });
}
