import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Job, NewJob } from './journal.ts';

type JobRow = {
  id: number;
  kind: string;
  payload: string;
  due_at: number;
  leased_until: number | null;
  attempts: number;
};

/**
 * The job queue's table. A job that is taken is hidden by a lease rather than deleted, so that one whose runner
 * died comes back; that counts as an attempt too, or a job that kills its runner would come back for ever.
 */
export class SqliteJobs {
  readonly #insert: StatementSync;
  readonly #due: StatementSync;
  readonly #lease: StatementSync;
  readonly #delete: StatementSync;
  readonly #retry: StatementSync;
  readonly #count: StatementSync;

  constructor(db: DatabaseSync) {
    this.#insert = db.prepare('INSERT INTO job (kind, payload, due_at) VALUES (?, ?, ?)');
    this.#due = db.prepare(
      `SELECT * FROM job WHERE kind IN (SELECT value FROM json_each(?1)) AND due_at <= ?2
       AND (leased_until IS NULL OR leased_until <= ?2) ORDER BY due_at, id LIMIT 1`,
    );
    this.#lease = db.prepare('UPDATE job SET leased_until = ?, attempts = ? WHERE id = ?');
    this.#count = db.prepare(
      'SELECT count(*) AS waiting, count(*) FILTER (WHERE due_at <= ?) AS due FROM job',
    );
    this.#delete = db.prepare('DELETE FROM job WHERE id = ?');
    this.#retry = db.prepare(
      'UPDATE job SET due_at = ?, leased_until = NULL, attempts = attempts + 1 WHERE id = ?',
    );
  }

  add(job: NewJob): void {
    this.#insert.run(job.kind, JSON.stringify(job.payload), job.dueAt);
  }

  due(kinds: readonly string[], now: number): boolean {
    return this.#due.get(JSON.stringify(kinds), now) !== undefined;
  }

  take(kinds: readonly string[], now: number, leaseMs: number): Job | undefined {
    const row = this.#due.get(JSON.stringify(kinds), now) as JobRow | undefined;
    if (!row) return undefined;
    const attempts = row.attempts + (row.leased_until === null ? 0 : 1);
    this.#lease.run(now + leaseMs, attempts, row.id);
    const payload = JSON.parse(row.payload) as object;
    return { id: row.id, kind: row.kind, payload, dueAt: row.due_at, attempts };
  }

  count(now: number): { waiting: number; due: number } {
    const row = this.#count.get(now);
    return { waiting: Number(row?.['waiting']), due: Number(row?.['due']) };
  }

  finish(id: number, retryAt?: number): void {
    if (retryAt === undefined) this.#delete.run(id);
    else this.#retry.run(retryAt, id);
  }
}
