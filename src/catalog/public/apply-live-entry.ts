import type { Entry } from '../../journal/journal.ts';
import { keys } from '../../model/dependency-keys.ts';
import type { LiveEntry } from '../../model/story.ts';
import { number, text } from '../sqlite.ts';
import { type ApplyContext, documentAfter } from './apply-context.ts';
import { setMediaUses } from './apply-media.ts';
import { mediaIdsOf } from './stored-card.ts';

/** An entry of a live story: public when its story is. */
export function applyLiveEntry(context: ApplyContext, entry: Entry): void {
  const { db, touched } = context;
  const after = documentAfter<LiveEntry>(entry);
  const shown = after !== undefined && db.get('SELECT 1 FROM story WHERE id = ?', after.story) !== undefined;
  for (const [story, at] of db.all('SELECT story, at FROM live_entry WHERE id = ?', entry.id)) {
    db.run(
      'DELETE FROM live_entry WHERE story = ? AND at = ? AND id = ?',
      number(story),
      number(at),
      entry.id,
    );
    touched.add(keys.story(number(story)));
  }
  if (shown) {
    put(context, after);
    touched.add(keys.story(after.story));
  } else setMediaUses(context, usedBy(entry.id), new Set());
}

/** A live story comes: its entries with it. */
export function showLiveEntries(context: ApplyContext, story: number): void {
  for (const entry of context.supply.liveEntries(story)) put(context, entry);
}

/** A story goes: its entries with it. */
export function hideLiveEntries(context: ApplyContext, story: number): void {
  const { db } = context;
  for (const [id] of db.all('SELECT id FROM live_entry WHERE story = ?', story)) {
    setMediaUses(context, usedBy(text(id)), new Set());
  }
  db.run('DELETE FROM live_entry WHERE story = ?', story);
}

const usedBy = (id: string) => `live-entry:${id}`;

function put(context: ApplyContext, entry: LiveEntry): void {
  context.db.run(
    'INSERT OR REPLACE INTO live_entry VALUES (?, ?, ?, ?)',
    entry.story,
    entry.at,
    entry.id,
    JSON.stringify(entry),
  );
  setMediaUses(context, usedBy(entry.id), mediaIdsOf(entry));
}
