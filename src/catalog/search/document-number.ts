import type { Database } from '../sqlite.ts';
import { number } from '../sqlite.ts';

/** Stories first published in the same second that can stand beside each other; further ones move on a second. */
const slots = 8;

/** The first document number of a moment (ms since the epoch). */
export function numberOf(ms: number): number {
  return Math.floor(ms / 1000) * slots;
}

/** The story's document number, a new one after its time of publication when it has none. */
export function documentNumber(
  db: Database,
  story: number,
  publishedAt: number,
): { docid: number; known: boolean } {
  const known = db.get('SELECT docid FROM doc WHERE story = ?', story);
  if (known !== undefined) return { docid: number(known[0]), known: true };
  let docid = numberOf(publishedAt);
  while (db.get('SELECT 1 FROM doc WHERE docid = ?', docid) !== undefined) docid++;
  db.run('INSERT INTO doc (docid, story) VALUES (?, ?)', docid, story);
  return { docid, known: false };
}
