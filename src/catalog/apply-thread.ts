import { type FollowOptions, type Following, startFollowing } from './follow-thread.ts';

/**
 * Starts the thread that applies the journal to public.db and desk.db of this node, also what other processes write,
 * and reports which pages are to be dropped. It makes the files when there are none, and anew when they are damaged, of
 * another version, or of another journal.
 *
 * @throws MidadError what opening the journal throws.
 */
export function startApplying(dataDir: string, options: FollowOptions = {}): Promise<Following> {
  return startFollowing(dataDir, 'catalog', options);
}
