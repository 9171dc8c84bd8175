import { type FollowOptions, type Following, startFollowing } from '../follow-thread.ts';

/**
 * Starts the thread that keeps the search index up with the journal, by a cursor of its own.
 * @throws MidadError what opening the journal throws.
 */
export function startIndexing(dataDir: string, options: FollowOptions = {}): Promise<Following> {
  return startFollowing(dataDir, 'search', options);
}
