import type { Entry } from '../../journal/journal.ts';
import { keys } from '../../model/dependency-keys.ts';
import type { Media } from '../../model/site.ts';
import { text } from '../sqlite.ts';
import { type ApplyContext, documentAfter } from './apply-context.ts';

/** A media document: public as long as something public shows it. */
export function applyMedia(context: ApplyContext, entry: Entry): void {
  const { db, touched } = context;
  const media = showable(documentAfter<Media>(entry));
  if (db.get('SELECT 1 FROM media_use WHERE media = ? LIMIT 1', entry.id) === undefined) return;
  if (media === undefined) db.run('DELETE FROM media WHERE id = ?', entry.id);
  else putMedia(context, entry.id, JSON.stringify(media));
  touched.add(keys.media(entry.id));
}

/** A picture whose rights have ended is as if it were not there: pages close the gap, its address answers 404. */
const showable = (media: Media | undefined) => (media?.expired === true ? undefined : media);

/** Says which pictures something public shows now; others that it showed leave with it. */
export function setMediaUses(context: ApplyContext, usedBy: string, now: ReadonlySet<string>): void {
  const { db } = context;
  const before = new Set(
    db.all('SELECT media FROM media_use WHERE used_by = ?', usedBy).map(([id]) => text(id)),
  );
  for (const id of now.difference(before)) {
    db.run('INSERT INTO media_use VALUES (?, ?)', id, usedBy);
    if (db.get('SELECT 1 FROM media WHERE id = ?', id) !== undefined) continue;
    const document = context.supply.media(id);
    if (document !== undefined && showable(JSON.parse(document) as Media) !== undefined) {
      putMedia(context, id, document);
      context.touched.add(keys.media(id));
    }
  }
  for (const id of before.difference(now)) {
    db.run('DELETE FROM media_use WHERE media = ? AND used_by = ?', id, usedBy);
    if (db.get('SELECT 1 FROM media_use WHERE media = ? LIMIT 1', id) !== undefined) continue;
    db.run('DELETE FROM media WHERE id = ?', id);
    context.touched.add(keys.media(id));
  }
}

function putMedia(context: ApplyContext, id: string, document: string): void {
  context.db.run(
    'INSERT INTO media VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
    id,
    document,
  );
}
