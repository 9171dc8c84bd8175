import { startApplying } from '../catalog/apply-thread.ts';
import { catchUp } from '../catalog/catch-up.ts';
import type { Following } from '../catalog/follow-thread.ts';
import { isServerRunning } from '../jobs/server-lock.ts';
import type { Journal } from '../journal/journal.ts';
import type { PostgresPlace } from '../journal/place.ts';

export interface ImportFollowing {
  /** The journal has grown. */
  poke(): void;
  /**
   * Ends when everything that the journal holds can be read and found by search: also what an earlier import wrote that
   * was cut off before it got so far.
   * @throws MidadError as `catchUp`.
   */
  finish(journal: Journal, onProgress?: (done: number, total: number) => void): Promise<void>;
  close(): Promise<void>;
}

/**
 * Applies while an import writes, in a thread, so that a long import is readable as it goes. Full text follows in `finish`:
 * on two cores a third thread beside these slowed all three. A running server does all of it itself.
 */
export async function followImport(dataDir: string, postgres?: PostgresPlace): Promise<ImportFollowing> {
  let threads: Following[] = [];
  if (!isServerRunning(dataDir)) threads = [await startApplying(dataDir, { postgres })];
  const close = async (): Promise<void> => {
    const open = threads;
    threads = [];
    await Promise.all(open.map((thread) => thread.close()));
  };
  return {
    poke() {
      for (const thread of threads) thread.poke();
    },
    async finish(journal, onProgress) {
      const { seq } = await journal.head();
      await close();
      await catchUp(dataDir, { upTo: seq, postgres, ...(onProgress && { onProgress }) });
    },
    close,
  };
}
