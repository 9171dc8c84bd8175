import type { Entry } from '../../journal/journal.ts';
import type { LiveEntry } from '../../model/story.ts';
import type { Database } from '../sqlite.ts';
import type { Counts, ListNumbers } from './counts.ts';
import type { Days } from './days.ts';

/** What the appliers of the kinds share during one batch. */
export interface ApplyContext {
  db: Database;
  lists: ListNumbers;
  counts: Counts;
  days: Days;
  supply: Supply;
  /** Dependency keys touched by the batch. */
  touched: Set<string>;
}

/**
 * Documents that become public only when something public shows them; desk.db holds them meanwhile and is applied
 * first, so it is never behind.
 */
export interface Supply {
  /** The stored text of a media document. */
  media(id: string): string | undefined;
  liveEntries(story: number): LiveEntry[];
}

/** The document after this entry; undefined when it was removed or its content blanked. */
export function documentAfter<T>(entry: Entry): T | undefined {
  if (entry.action === 'remove' || entry.content === null) return undefined;
  return entry.content as T;
}
