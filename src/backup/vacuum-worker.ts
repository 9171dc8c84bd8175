import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { explainSqlite } from '../journal/sqlite-errors.ts';
import { type Answer, failure, opening } from '../journal/thread-calls.ts';

/** A copy of a SQLite file of one moment, made while others write to it: see `vacuum.ts`. */
const port = parentPort;
if (!port) throw new Error('vacuum-worker.ts runs in a worker thread');
const { from, to } = workerData as { from: string; to: string };
let db: DatabaseSync | undefined;
try {
  db = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  db.prepare('VACUUM INTO ?').run(to);
  port.postMessage({ id: opening, value: undefined } satisfies Answer);
} catch (error) {
  port.postMessage(failure(opening, explainSqlite(error, from)));
} finally {
  db?.close();
}
