import type { Media } from '../../model/site.ts';
import { type Database, text } from '../sqlite.ts';

/** A picture that something public shows. */
export function mediaIn(db: Database, id: string): Media | undefined {
  return db.remember(`media ${id}`, () => {
    const row = db.get('SELECT document FROM media WHERE id = ?', id);
    return row && (JSON.parse(text(row[0])) as Media);
  });
}

/** Those of the ids that are there. */
export function mediaById(db: Database, ids: Iterable<string>): Map<string, Media> {
  const found = new Map<string, Media>();
  for (const id of ids) {
    const media = mediaIn(db, id);
    if (media !== undefined) found.set(id, media);
  }
  return found;
}
