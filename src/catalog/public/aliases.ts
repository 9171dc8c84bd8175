import { type Database, text } from '../sqlite.ts';
import type { ListKind } from './list-names.ts';

/** Merges follow one another at most this far; a longer chain, or a circle, is a fault and is cut. */
const longestChain = 20;

/** Writers are person records. */
export const recordKind = (kind: ListKind): string => (kind === 'author' ? 'person' : kind);

/** The entity that this one was merged into, or itself. */
export function canonicalId(db: Database, kind: ListKind, id: string): string {
  const seen = new Set([id]);
  let now = id;
  while (seen.size <= longestChain) {
    const row = db.get('SELECT merged_into FROM entity WHERE kind = ? AND id = ?', recordKind(kind), now);
    const into = row?.[0];
    if (typeof into !== 'string' || seen.has(into)) break;
    seen.add(into);
    now = into;
  }
  return now;
}

/** This entity's id and those of all that were merged into it, in whatever order the merges came. */
export function mergedIds(db: Database, kind: ListKind, id: string): string[] {
  const members = new Set([id]);
  // A set is walked in the order of insertion, also over what is inserted meanwhile.
  for (const member of members) {
    const rows = db.all(
      // Named, because without statistics SQLite walks all that were ever merged.
      'SELECT id FROM entity INDEXED BY entity_merged WHERE kind = ? AND merged_into = ?',
      recordKind(kind),
      member,
    );
    for (const [merged] of rows) members.add(text(merged));
  }
  return [...members];
}
