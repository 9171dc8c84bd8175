import { Worker } from 'node:worker_threads';
import { callsTo } from '../journal/thread-calls.ts';

/**
 * A copy of a SQLite file as it is at one moment, in a thread, while other processes write: `VACUUM INTO` reads in one transaction
 * (SQLite's own `backup()` begins anew at each foreign write, and never ends on a busy site). What was erased is not in the copy.
 *
 * @param to must not exist.
 * @throws MidadError `disk-full`, `data-folder-damaged`, `data-folder-denied`.
 */
export async function vacuumInto(from: string, to: string): Promise<void> {
  const worker = new Worker(new URL('./vacuum-worker.ts', import.meta.url), { workerData: { from, to } });
  const calls = callsTo(worker, 'backup');
  await calls.opened;
  await calls.gone;
}
