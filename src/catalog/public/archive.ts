import { type Database, number, text } from '../sqlite.ts';
import { cardOf } from './cards.ts';
import type { Position, StoryCard } from './catalog.ts';
import { idsPerRange } from './counts.ts';

/** Days with stories, newest first. */
export function archiveDays(
  db: Database,
  options: { before?: string; limit: number },
): { day: string; stories: number }[] {
  // «~» comes after every digit.
  const rows = db.all(
    'SELECT day, stories FROM day WHERE day < ? AND stories > 0 ORDER BY day DESC LIMIT ?',
    options.before ?? '~',
    options.limit,
  );
  return rows.map(([day, stories]) => ({ day: text(day), stories: number(stories) }));
}

/** Months with stories, newest first. */
export function archiveMonths(db: Database): { month: string; stories: number }[] {
  return db
    .all('SELECT month, stories FROM month WHERE stories > 0 ORDER BY month DESC')
    .map(([month, stories]) => ({ month: text(month), stories: number(stories) }));
}

/**
 * Corrections with their stories, newest first. Those of one story and one moment come together, also beyond the
 * limit, because a place in this list is a story and a moment.
 */
export function corrections(
  db: Database,
  { before, limit }: { before?: Position; limit: number },
): { at: number; text: string; story: StoryCard }[] {
  const rows = db.all(
    `SELECT card, at, text, story, n FROM correction JOIN story ON story.id = correction.story
     WHERE (at, story) < (?, ?) ORDER BY at DESC, story DESC, n LIMIT ?`,
    before?.publishedAt ?? Number.MAX_SAFE_INTEGER,
    before?.id ?? 0,
    limit,
  );
  const last = rows.at(-1);
  if (last !== undefined && rows.length === limit) {
    rows.push(
      ...db.all(
        `SELECT card, at, text, story, n FROM correction JOIN story ON story.id = correction.story
         WHERE at = ? AND story = ? AND n > ? ORDER BY n`,
        number(last[1]),
        number(last[3]),
        number(last[4]),
      ),
    );
  }
  return rows.map((row) => ({ at: number(row[1]), text: text(row[2]), story: cardOf(db, row) }));
}

/** Stories with an id greater than `after`, ascending. */
export function sitemapSlice(
  db: Database,
  after: number,
  limit: number,
): { id: number; section: string; slug: string; publishedAt: number; updatedAt?: number }[] {
  const rows = db.all(
    'SELECT id, section, slug, published_at, updated_at FROM story WHERE id > ? ORDER BY id LIMIT ?',
    after,
    limit,
  );
  return rows.map(([id, section, slug, publishedAt, updatedAt]) => ({
    id: number(id),
    section: text(section),
    slug: text(slug),
    publishedAt: number(publishedAt),
    ...(updatedAt === null ? {} : { updatedAt: number(updatedAt) }),
  }));
}

/**
 * Ids at which each sitemap file of `size` stories begins: counted by ranges of a thousand ids, so that a million
 * stories are not walked.
 */
export function sitemapStarts(db: Database, size: number): number[] {
  const starts: number[] = [];
  let seen = 0;
  for (const [range, stories] of db.all(
    'SELECT range, stories FROM id_range WHERE stories > 0 ORDER BY range',
  )) {
    const count = number(stories);
    // Stories number 0, size, 2·size, … begin a file.
    for (let next = starts.length * size; next < seen + count; next = starts.length * size) {
      const row = db.get(
        'SELECT id FROM story WHERE id >= ? ORDER BY id LIMIT 1 OFFSET ?',
        number(range) * idsPerRange,
        next - seen,
      );
      if (row === undefined) break;
      starts.push(number(row[0]));
    }
    seen += count;
  }
  return starts;
}
