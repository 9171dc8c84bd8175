import { setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { openJournalForReading } from '../journal/open.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { explainSqlite } from '../journal/sqlite-errors.ts';
import { type ErrorCode, MidadError } from '../model/errors.ts';
import { catalogFolder } from './files.ts';
import { Follower } from './follower.ts';
import { type FollowKind, targetKinds } from './kinds.ts';
import { everything } from './public/touched.ts';

/** What the thread is told. A look at the journal has a number, which the report says that was made after it. */
export type Order = { look: number } | 'check' | 'stop';
/** What it tells. */
export type Report =
  | { type: 'ready' }
  | {
      type: 'at';
      seq: number;
      head: number;
      generation: number;
      keys: string[];
      everything: boolean;
      /** The last look that was asked for before the journal was read. */
      looked: number;
    }
  | { type: 'building'; done: number; total: number }
  | { type: 'failed'; message: string; code?: ErrorCode; params?: MidadError['params'] };

/** How often the journal is looked at for what other processes wrote; a database tells of it besides. */
const pollFileMs = 100;
const pollDatabaseMs = 500;
/** A failing disk is tried again after this long, a database after half of it or more: nodes are not to come all at once. */
const retryMs = 1000;

const port = parentPort;
if (port === null) throw new Error('runs as a worker thread');
const { dataDir, kind, postgres } = workerData as {
  dataDir: string;
  kind: FollowKind;
  postgres?: PostgresPlace;
};
const tell = (report: Report) => port.postMessage(report);
const fail = (met: unknown) => {
  const error = explainSqlite(met, catalogFolder(dataDir));
  const { code, params } = error instanceof MidadError ? error : {};
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell({ type: 'failed', message, ...(code && params ? { code, params } : {}) });
};

const orders: { stop: boolean; look: number; check: boolean; wake: AbortController } = {
  stop: false,
  look: 0,
  check: false,
  wake: new AbortController(),
};
port.on('message', (order: Order) => {
  if (order === 'stop') orders.stop = true;
  if (order === 'check') orders.check = true;
  if (typeof order === 'object') orders.look = order.look;
  orders.wake.abort();
});

const journal = await openJournalForReading(dataDir, postgres && { ...postgres, connections: 1 }).catch(
  (error: unknown) => {
    fail(error);
    port.close();
    return undefined;
  },
);
if (journal !== undefined) {
  const follower = new Follower(dataDir, journal, targetKinds[kind], {
    onBuild: (done, total) => tell({ type: 'building', done, total }),
    onDamage: fail,
  });
  try {
    await follow(follower);
  } finally {
    follower.close();
    await journal.close();
    port.close();
  }
}

async function follow(follower: Follower): Promise<void> {
  let file: string | undefined;
  let reported = 0;
  let told = '';
  tell({ type: 'ready' });
  while (!orders.stop) {
    orders.wake = new AbortController();
    let pause = postgres === undefined ? pollFileMs : pollDatabaseMs;
    try {
      if (orders.check) {
        orders.check = false;
        await follower.checkAll();
      }
      const looked = orders.look;
      const { seq, head, generation, more } = await follower.step();
      const touched = follower.touchedSince(file === undefined ? seq : reported);
      const swapped = file !== undefined && file !== touched.file;
      const keys = swapped ? [everything] : touched.keys;
      const now = `${seq}/${head}/${generation}/${looked}`;
      if (now !== told || keys.length > 0) {
        tell({ type: 'at', seq, head, generation, keys, everything: keys.includes(everything), looked });
      }
      told = now;
      file = touched.file;
      reported = seq;
      if (more) pause = 0;
    } catch (error) {
      fail(error);
      pause = postgres === undefined ? retryMs : retryMs * (0.5 + Math.random() / 2);
    }
    if (pause > 0) await setTimeout(pause, undefined, { signal: orders.wake.signal }).catch(() => {});
  }
}
