import { parentPort, workerData } from 'node:worker_threads';
import { openJournalForReading } from '../journal/open.ts';
import type { PostgresPlace } from '../journal/place.ts';
import { explainSqlite } from '../journal/sqlite-errors.ts';
import { type ErrorCode, MidadError } from '../model/errors.ts';
import { catalogFolder } from './files.ts';
import { Follower } from './follower.ts';
import { type FollowKind, targetKinds } from './kinds.ts';

/** What the thread tells: how far it is, and at last how many entries it applied. */
export type Built =
  | { done: number; total: number }
  | { entries: number }
  /** An error for the operator: thrown, it would come to the other thread as a mere `Error`. */
  | { code: ErrorCode; params: MidadError['params'] };

const port = parentPort;
if (port === null) throw new Error('runs as a worker thread');
const { dataDir, kind, postgres } = workerData as {
  dataDir: string;
  kind: FollowKind;
  postgres?: PostgresPlace;
};
const tell = (message: Built) => port.postMessage(message);

try {
  await rebuild();
} catch (met) {
  const error = explainSqlite(met, catalogFolder(dataDir));
  if (!(error instanceof MidadError)) throw error;
  tell({ code: error.code, params: error.params });
}

async function rebuild(): Promise<void> {
  const journal = await openJournalForReading(dataDir, postgres);
  const follower = new Follower(dataDir, journal, targetKinds[kind], {
    onBuild: (done, total) => tell({ done, total }),
  });
  try {
    const { entries } = await follower.rebuild();
    tell({ entries });
  } finally {
    follower.close();
    await journal.close();
  }
}
