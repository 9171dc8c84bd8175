import { type Database, number } from '../sqlite.ts';

/** What a stretch of time holds for the planning board: numbers of stories with their times, in order of time. */
export interface Plan {
  /** Given to somebody and due then, whatever became of them. */
  due: Planned[];
  scheduled: Planned[];
  published: Planned[];
}
export interface Planned {
  story: number;
  /** ms since the epoch. */
  at: number;
}

/**
 * The planning board from one moment to another (exclusive).
 *
 * @param most of each kind; a day of a large paper has some hundreds.
 */
export function planOf(db: Database, from: number, to: number, most = 500): Plan {
  const ask = (sql: string): Planned[] =>
    db.all(sql, from, to, most).map(([story, at]) => ({ story: number(story), at: number(at) }));
  return {
    due: ask(
      'SELECT story, due_at FROM assignment WHERE due_at >= ? AND due_at < ? ORDER BY due_at, story LIMIT ?',
    ),
    scheduled: ask(
      `SELECT id, publish_at FROM desk_story WHERE status = 'scheduled' AND publish_at >= ? AND publish_at < ?
       ORDER BY publish_at, id LIMIT ?`,
    ),
    published: ask(
      `SELECT id, published_at FROM desk_story
       WHERE published_at IS NOT NULL AND published_at >= ? AND published_at < ? AND status = 'published'
       ORDER BY published_at, id LIMIT ?`,
    ),
  };
}
