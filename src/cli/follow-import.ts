import { startApplying } from '../catalog/apply-thread.ts';
import { catchUp } from '../catalog/catch-up.ts';
import type { Following } from '../catalog/follow-thread.ts';
import { startIndexing } from '../catalog/search/index-thread.ts';
import { isServerRunning } from '../jobs/server-lock.ts';
import type { Journal } from '../journal/journal.ts';

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
 * Applies and indexes while an import writes, in threads, so that a long import is readable as it goes and ends soon after
 * its last story. A running server does this itself.
 */
export async function followImport(dataDir: string): Promise<ImportFollowing> {
  let threads: Following[] = [];
  if (!isServerRunning(dataDir))
    threads = await Promise.all([startApplying(dataDir), startIndexing(dataDir)]);
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
      await catchUp(dataDir, { upTo: seq, ...(onProgress && { onProgress }) });
    },
    close,
  };
}
