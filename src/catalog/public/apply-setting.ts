import type { Entry } from '../../journal/journal.ts';
import { keys } from '../../model/dependency-keys.ts';
import type { Redirect, Site } from '../../model/site.ts';
import { number } from '../sqlite.ts';
import { type ApplyContext, documentAfter } from './apply-context.ts';
import { Days } from './days.ts';

/** The site, a section or a front. */
export function applySetting(context: ApplyContext, entry: Entry): void {
  const { db, touched } = context;
  const document = documentAfter<object>(entry);
  if (document === undefined) db.run('DELETE FROM setting WHERE kind = ? AND id = ?', entry.kind, entry.id);
  else {
    db.run(
      'INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET document = excluded.document',
      entry.kind,
      entry.id,
      JSON.stringify(document),
    );
  }
  touched.add(entry.kind === 'front' ? keys.front(entry.id) : keys.site);
  if (entry.kind === 'site' && document !== undefined) moveToZone(context, (document as Site).timeZone);
}

/** Another time zone: every story may stand on another day. */
function moveToZone(context: ApplyContext, zone: string): void {
  const { db, counts } = context;
  const days = new Days(zone);
  if (days.zone === context.days.zone) return;
  context.days = days;
  counts.flush();
  db.exec('DELETE FROM day; DELETE FROM month; DELETE FROM id_range');
  // Page by page: a statement must not walk the table that it changes.
  for (let after = 0; ;) {
    const rows = db.all('SELECT id, published_at FROM story WHERE id > ? ORDER BY id LIMIT 1000', after);
    for (const [id, publishedAt] of rows) {
      const day = days.dayOf(number(publishedAt));
      db.run('UPDATE story SET day = ? WHERE id = ?', day, number(id));
      counts.story(number(id), day, 1);
    }
    if (rows.length < 1000) break;
    after = number(rows.at(-1)?.[0]);
  }
  counts.flush();
  context.touched.add(keys.archive);
}

/** A path that moved. */
export function applyRedirect(context: ApplyContext, entry: Entry): void {
  const { db, touched } = context;
  const redirect = documentAfter<Redirect>(entry);
  db.run('DELETE FROM redirect WHERE id = ?', entry.id);
  if (redirect !== undefined) {
    db.run('INSERT OR REPLACE INTO redirect VALUES (?, ?, ?)', redirect.from, redirect.to, entry.id);
  }
  touched.add(keys.redirects);
}
