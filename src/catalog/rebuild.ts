import { Worker } from 'node:worker_threads';
import type { PostgresPlace } from '../journal/place.ts';
import { MidadError } from '../model/errors.ts';
import { ensureCurrent } from './current.ts';
import { type FollowKind, followKinds } from './kinds.ts';
import type { Built } from './rebuild-worker.ts';

export interface Rebuilt {
  /** Journal entries applied. */
  entries: number;
  /** How long public.db and desk.db took, and beside them the search index and what compares stories. */
  catalogMs: number;
  searchMs: number;
  similarMs: number;
}

/**
 * Builds the whole catalog anew from the journal, beside the live one, and swaps it in: public.db and desk.db as soon as
 * they hold everything, the search index and similar.db as soon as each does. Safe while a server runs and writes go on; it goes over to
 * the new files within its next look (100 ms).
 *
 * @param options.onProgress entries applied by the slowest, and the journal's length.
 * @throws MidadError what opening the journal throws; whatever building met, and then nothing was exchanged.
 */
export async function rebuild(
  dataDir: string,
  options: { postgres?: PostgresPlace | undefined; onProgress?: (done: number, total: number) => void } = {},
): Promise<Rebuilt> {
  ensureCurrent(dataDir);
  const progress = { catalog: 0, search: 0, similar: 0 };
  const begin = (kind: FollowKind) =>
    build({ dataDir, kind, postgres: options.postgres }, (done, total) => {
      progress[kind] = done;
      options.onProgress?.(Math.min(...followKinds.map((one) => progress[one])), total);
    });
  const [catalog, search, similar] = await Promise.allSettled([
    begin('catalog'),
    begin('search'),
    begin('similar'),
  ]);
  if (catalog.status === 'rejected') throw catalog.reason;
  if (search.status === 'rejected') throw search.reason;
  if (similar.status === 'rejected') throw similar.reason;
  return {
    entries: catalog.value.entries,
    catalogMs: catalog.value.ms,
    searchMs: search.value.ms,
    similarMs: similar.value.ms,
  };
}

function build(
  workerData: { dataDir: string; kind: FollowKind; postgres: PostgresPlace | undefined },
  onProgress: (done: number, total: number) => void,
): Promise<{ entries: number; ms: number }> {
  const began = performance.now();
  const worker = new Worker(new URL('./rebuild-worker.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    let entries: number | undefined;
    worker.on('message', (built: Built) => {
      if ('entries' in built) entries = built.entries;
      else if ('code' in built) reject(new MidadError(built.code, built.params));
      else onProgress(built.done, built.total);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (entries === undefined) reject(new Error(`the thread ended with ${code}`));
      else resolve({ entries, ms: performance.now() - began });
    });
  });
}
