import { type Assignment, assignment as assignmentSchema } from '../model/discussion.ts';
import { MidadError } from '../model/errors.ts';
import type { Story } from '../model/story.ts';
import { userOf } from './comment.ts';
import type { Context, Written } from './context.ts';
import { permit } from './policy.ts';
import { permitStory } from './story-record.ts';

/**
 * Gives a story to somebody to write, with the time until which it is wanted («تكليف»); or, without a user, to nobody.
 *
 * @param assign `dueAt` in ms since the epoch.
 * @returns undefined when nobody had it and nobody gets it.
 * @throws MidadError `forbidden`; `reference-missing` when story or user do not exist; `document-invalid`; `conflict`.
 */
export async function assignStory(
  context: Context,
  assign: { story: number; user?: string; dueAt?: number; brief?: string },
): Promise<Written | undefined> {
  permit(context, 'assign-story');
  const { journal, actor, now } = context;
  const { story, user, dueAt, brief } = assign;
  const id = String(story);
  const content = (await journal.current('story', id))?.content as Story | null | undefined;
  if (!content) throw new MidadError('reference-missing', { kind: 'story', id });
  await permitStory(context, 'assign-story', content);
  const newest = await journal.current('assignment', id);
  const assigned = newest !== undefined && newest.action !== 'remove' && newest.content !== null;
  if (user === undefined) {
    if (!assigned) return undefined;
    return write(newest.content as Assignment, 'remove', newest.version);
  }
  if (!(await journal.current('user', user)))
    throw new MidadError('reference-missing', { kind: 'user', id: user });
  const parsed = assignmentSchema.safeParse({
    id,
    story,
    user,
    by: userOf(actor),
    at: now,
    ...(dueAt !== undefined && { dueAt }),
    ...(brief !== undefined && { brief }),
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new MidadError('document-invalid', {
      kind: 'assignment',
      reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    });
  }
  return write(parsed.data, assigned ? 'update' : 'create', newest?.version ?? 0);

  async function write(content: Assignment, action: 'create' | 'update' | 'remove', expect: number) {
    const [receipt] = await journal.append([{ kind: 'assignment', id, action, expect, content }], {
      actor,
      at: now,
    });
    if (!receipt) throw new Error('no receipt');
    return { id, ...receipt };
  }
}
