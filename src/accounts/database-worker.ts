import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { journalFile } from '../journal/open.ts';
import { connect } from '../journal/sqlite-connect.ts';
import { explainSqlite } from '../journal/sqlite-errors.ts';
import { MidadError } from '../model/errors.ts';
import { opening, type Question, type Reply, type Value } from './database.ts';

/** The thread of the sign-in tables: see `database.ts`. */
const port = parentPort;
if (!port) throw new Error('database-worker.ts runs in a worker thread');
const path = join(String(workerData), journalFile);

function failure(id: number, thrown: unknown): Reply {
  const error = explainSqlite(thrown, path);
  if (error instanceof MidadError) return { id, code: error.code, params: { ...error.params } };
  return { id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function open() {
  try {
    return connect(path);
  } catch (error) {
    port?.postMessage(failure(opening, error));
    process.exit();
  }
}

const db = open();

function answer({ id, sql, values }: Question): Reply {
  try {
    const statement = db.prepare(sql);
    if (statement.columns().length > 0) {
      const rows = statement.all(...values) as Record<string, Value>[];
      // Copied: rows of node:sqlite have no prototype.
      return { id, result: { rows: rows.map((row) => ({ ...row })), changes: rows.length } };
    }
    return { id, result: { rows: [], changes: Number(statement.run(...values).changes) } };
  } catch (error) {
    return failure(id, error);
  }
}

port.on('message', (question: Question) => {
  if (question.sql !== '') return port.postMessage(answer(question));
  db.close();
  port.close();
});
port.postMessage({ id: opening, result: { rows: [], changes: 0 } } satisfies Reply);
