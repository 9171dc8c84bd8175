import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { journalFile } from '../journal/open.ts';
import { connect } from '../journal/sqlite-connect.ts';
import { explainSqlite } from '../journal/sqlite-errors.ts';
import { type Answer, failure, opening } from '../journal/thread-calls.ts';
import type { Result, Row, SqliteValue } from './database.ts';
import type { Question } from './open-database.ts';

/** The thread of the sign-in tables: see `open-database.ts`. */
const port = parentPort;
if (!port) throw new Error('database-worker.ts runs in a worker thread');
const path = join(String(workerData), journalFile);

const fault = (id: number, error: unknown) => failure(id, explainSqlite(error, path));

function open() {
  try {
    return connect(path);
  } catch (error) {
    port?.postMessage(fault(opening, error));
    process.exit();
  }
}

const db = open();

function run(sql: string, values: readonly SqliteValue[]): Result {
  const statement = db.prepare(sql);
  if (statement.columns().length === 0)
    return { rows: [], changes: Number(statement.run(...values).changes) };
  const rows = statement.all(...values) as Row[];
  // Copied: rows of node:sqlite have no prototype.
  return { rows: rows.map((row) => ({ ...row })), changes: rows.length };
}

port.on('message', ({ id, sql, values }: Question) => {
  try {
    const value = sql === '' ? undefined : run(sql, values);
    port.postMessage({ id, value } satisfies Answer);
  } catch (error) {
    port.postMessage(fault(id, error));
  }
  if (sql !== '') return;
  db.close();
  port.close();
});
port.postMessage({ id: opening, value: undefined } satisfies Answer);
