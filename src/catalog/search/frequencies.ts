import type { Database } from '../sqlite.ts';
import { Collection } from './collection.ts';

/**
 * In how many stories of the index each term stands, 0 for those that it does not have. Stories that were removed count
 * until their lists are written anew.
 *
 * @param db search.db, open for reading.
 * @param terms as `termNumber` gives them; some microseconds each.
 */
export function storiesWith(db: Database, terms: readonly number[]): Map<number, number> {
  const collection = Collection.of(db);
  collection.countStories([...new Set(terms)]);
  return new Map(
    terms.map((term) => [term, Math.min(collection.stories, collection.frequencies.get(term) ?? 0)]),
  );
}
