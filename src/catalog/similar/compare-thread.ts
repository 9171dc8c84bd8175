import { type FollowOptions, type Following, startFollowing } from '../follow-thread.ts';

/**
 * Starts the thread that compares what comes into the journal with what is there, by a cursor of its own.
 * @throws MidadError what opening the journal throws.
 */
export function startComparing(dataDir: string, options: FollowOptions = {}): Promise<Following> {
  return startFollowing(dataDir, 'similar', options);
}
