import { randomUUID } from 'node:crypto';
import type { Journal } from '../journal/journal.ts';
import { type Comment, comment as commentSchema } from '../model/discussion.ts';
import { MidadError } from '../model/errors.ts';
import type { Story } from '../model/story.ts';
import type { Context, Written } from './context.ts';
import { permit, type Verb } from './policy.ts';
import { permitStory } from './story-record.ts';

/** What the writer of a comment decides. */
export interface NewComment {
  story: number;
  text: string;
  mentions?: readonly string[];
  replyTo?: string;
  passage?: NonNullable<Comment['passage']>;
  /** Chosen by the sender, so that one sent twice over a bad line stands once. */
  id?: string;
}

/**
 * Says something on a story, or on a passage of it («ملاحظة»).
 *
 * @returns the receipt, with the comment's id.
 * @throws MidadError `forbidden`; `document-invalid` for an empty text, an answer to an answer or to another story's
 *   comment; `reference-missing` for a story, comment or mentioned user that does not exist; `conflict` when the id exists.
 */
export async function addComment(context: Context, add: NewComment): Promise<Written> {
  permit(context, 'comment');
  const { journal, actor, now } = context;
  const { story, mentions = [], replyTo, passage } = add;
  const said = valid({
    id: add.id ?? randomUUID(),
    story,
    by: userOf(actor),
    at: now,
    text: add.text.normalize('NFC').trim(),
    mentions: [...new Set(mentions)],
    ...(replyTo !== undefined && { replyTo }),
    ...(passage !== undefined && { passage }),
  });
  await permitOn(context, 'comment', story);
  for (const user of said.mentions) {
    if (!(await journal.current('user', user)))
      throw new MidadError('reference-missing', { kind: 'user', id: user });
  }
  if (replyTo !== undefined) {
    const { content } = await readComment(journal, replyTo);
    if (content.story !== story || content.replyTo !== undefined)
      throw new MidadError('document-invalid', {
        kind: 'comment',
        reason: 'replyTo: not a comment of this story',
      });
  }
  return write(context, 'create', 0, said);
}

/**
 * Marks a comment as done with, or opens it again.
 *
 * @throws MidadError `forbidden`, `not-found`, `conflict`.
 */
export async function resolveComment(
  context: Context,
  { id, resolved }: { id: string; resolved: boolean },
): Promise<Written> {
  permit(context, 'resolve-comment');
  const { content, version } = await readComment(context.journal, id);
  await permitOn(context, 'resolve-comment', content.story);
  const { resolved: _before, ...open } = content;
  const by = { by: userOf(context.actor), at: context.now };
  return write(context, 'update', version, resolved ? { ...open, resolved: by } : open);
}

/**
 * Takes a comment away; its answers go with it.
 *
 * @throws MidadError `forbidden`, `not-found`, `conflict`.
 */
export async function removeComment(context: Context, { id }: { id: string }): Promise<Written> {
  permit(context, 'remove-comment');
  const { content, version } = await readComment(context.journal, id);
  permit(context, 'remove-comment', { owners: [content.by] });
  return write(context, 'remove', version, content);
}

/** @throws MidadError `not-found` for one that was never made or was taken away. */
export async function readComment(
  journal: Journal,
  id: string,
): Promise<{ content: Comment; version: number }> {
  const entry = await journal.current('comment', id);
  if (!entry || entry.action === 'remove' || entry.content === null)
    throw new MidadError('not-found', { kind: 'comment', id });
  return { content: entry.content as Comment, version: entry.version };
}

async function write(
  { journal, actor, now }: Context,
  action: 'create' | 'update' | 'remove',
  expect: number,
  content: Comment,
): Promise<Written> {
  const [receipt] = await journal.append([{ kind: 'comment', id: content.id, action, expect, content }], {
    actor,
    at: now,
  });
  if (!receipt) throw new Error('no receipt');
  return { id: content.id, ...receipt };
}

/** @throws MidadError `reference-missing`, `forbidden`. */
async function permitOn(context: Context, verb: Verb, story: number): Promise<void> {
  const content = (await context.journal.current('story', String(story)))?.content as
    | Story
    | null
    | undefined;
  if (!content) throw new MidadError('reference-missing', { kind: 'story', id: story });
  await permitStory(context, verb, content);
}

/** `user:7` is the user 7; a program speaks in its own name. */
export const userOf = (actor: string) => (actor.startsWith('user:') ? actor.slice(5) : actor);

function valid(content: object): Comment {
  const parsed = commentSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MidadError('document-invalid', {
    kind: 'comment',
    reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  });
}
