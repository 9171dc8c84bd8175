import type { StoredTallyBatch } from '../../journal/journal.ts';
import { addReads } from '../../model/decay.ts';
import { getMeta, setMeta } from '../meta.ts';
import { type Database, number, text } from '../sqlite.ts';
import { mostReadLists } from './apply-story.ts';
import { ListNumbers } from './counts.ts';

/** Journal number of the last readership batch that was applied. */
export function tallyCursor(db: Database): number {
  return number(getMeta(db, 'tallies'));
}

/**
 * Adds readership batches to the scores, each once: the cursor moves in the same transaction. Reads of a story that is
 * not public are kept but shown nowhere.
 */
export function applyTallies(db: Database, batches: readonly StoredTallyBatch[]): void {
  db.transact(() => {
    const lists = new ListNumbers(db);
    const cursor = tallyCursor(db);
    let newest = number(getMeta(db, 'tallies-at'));
    let last = cursor;
    for (const batch of batches) {
      if (batch.seq <= last) continue;
      for (const { story, hour, reads } of batch.counts) add(db, lists, story, hour, reads);
      last = batch.seq;
      newest = Math.max(newest, batch.at);
    }
    if (last === cursor) return;
    setMeta(db, 'tallies', last);
    setMeta(db, 'tallies-at', newest);
  });
}

function add(db: Database, lists: ListNumbers, story: number, hour: number, reads: number): void {
  if (!(reads > 0)) return;
  const known = db.get('SELECT score FROM read_score WHERE story = ?', story)?.[0];
  const before = known === undefined ? undefined : number(known);
  const after = addReads(before, hour, reads);
  db.run(
    'INSERT INTO read_score VALUES (?, ?) ON CONFLICT (story) DO UPDATE SET score = excluded.score',
    story,
    after,
  );
  const section = db.get('SELECT section FROM story WHERE id = ?', story)?.[0];
  if (section === undefined) return;
  for (const list of mostReadLists({ lists }, text(section))) {
    if (before !== undefined) {
      db.run('DELETE FROM most_read WHERE list = ? AND score = ? AND story = ?', list, before, story);
    }
    db.run('INSERT OR IGNORE INTO most_read VALUES (?, ?, ?)', list, after, story);
  }
}
