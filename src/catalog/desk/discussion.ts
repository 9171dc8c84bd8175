import type { Assignment, Comment } from '../../model/discussion.ts';
import { type Database, number, text } from '../sqlite.ts';

/** A comment counts for those named in it until it is done with or taken away. */
export function putMentions(db: Database, id: string, comment: Comment | null): void {
  db.run('DELETE FROM mention WHERE comment = ?', id);
  if (comment === null || comment.resolved !== undefined) return;
  for (const user of comment.mentions)
    db.run('INSERT INTO mention VALUES (?, ?, ?, ?)', user, comment.at, id, comment.story);
}

export function putAssignment(db: Database, story: number, assignment: Assignment | null): void {
  if (assignment === null) db.run('DELETE FROM assignment WHERE story = ?', story);
  else
    db.run(
      `INSERT INTO assignment VALUES (?, ?, ?) ON CONFLICT (story)
       DO UPDATE SET user = excluded.user, due_at = excluded.due_at`,
      story,
      assignment.user,
      assignment.dueAt ?? null,
    );
}

/** All comments of a story, oldest first. */
export function commentsOn(db: Database, story: number): Comment[] {
  return db
    .all(`SELECT document FROM supply WHERE story = ? AND kind = 'comment'`, story)
    .map(([document]) => JSON.parse(text(document)) as Comment)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Who has a story to write, if anybody. */
export function assignmentOf(db: Database, story: number): Assignment | undefined {
  const row = db.get(`SELECT document FROM supply WHERE kind = 'assignment' AND id = ?`, String(story));
  return row === undefined ? undefined : (JSON.parse(text(row[0])) as Assignment);
}

/** Stories given to a user, those due first before those without a time; at most `limit`. */
export function assignedTo(db: Database, user: string, limit: number): { story: number; dueAt?: number }[] {
  return db
    .all(
      'SELECT story, due_at FROM assignment WHERE user = ? ORDER BY due_at IS NULL, due_at, story LIMIT ?',
      user,
      limit,
    )
    .map(([story, dueAt]) => ({
      story: number(story),
      ...(dueAt === null || dueAt === undefined ? {} : { dueAt: number(dueAt) }),
    }));
}

/** Open comments that name a user, newest first; `before` is the `at` and `id` of the last one seen. */
export function mentionsOf(
  db: Database,
  user: string,
  limit: number,
  before: { at: number; id: string } = { at: Number.MAX_SAFE_INTEGER, id: '' },
): Comment[] {
  return db
    .all(
      `SELECT supply.document FROM mention JOIN supply ON supply.kind = 'comment' AND supply.id = mention.comment
       WHERE mention.user = ? AND (mention.at, mention.comment) < (?, ?)
       ORDER BY mention.at DESC, mention.comment DESC LIMIT ?`,
      user,
      before.at,
      before.id,
      limit,
    )
    .map(([document]) => JSON.parse(text(document)) as Comment);
}
