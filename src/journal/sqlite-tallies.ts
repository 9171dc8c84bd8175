import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { StoredTallyBatch, TallyBatch } from './journal.ts';

type BatchRow = { seq: number; key: string; at: number };
type CountRow = { story: number; hour: number; reads: number };

/** Readership counts, numbered without gaps like entries, by a number in the head row. */
export class SqliteTallies {
  readonly #known: StatementSync;
  readonly #next: StatementSync;
  readonly #addBatch: StatementSync;
  readonly #addCount: StatementSync;
  readonly #batches: StatementSync;
  readonly #counts: StatementSync;

  constructor(db: DatabaseSync) {
    this.#known = db.prepare('SELECT 1 FROM tally_batch WHERE key = ?');
    this.#next = db.prepare('UPDATE head SET tally_seq = tally_seq + 1 RETURNING tally_seq');
    this.#addBatch = db.prepare('INSERT INTO tally_batch VALUES (?, ?, ?)');
    this.#addCount = db.prepare(
      'INSERT INTO tally VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET reads = reads + excluded.reads',
    );
    this.#batches = db.prepare('SELECT seq, key, at FROM tally_batch WHERE seq > ? ORDER BY seq LIMIT ?');
    this.#counts = db.prepare('SELECT story, hour, reads FROM tally WHERE batch = ? ORDER BY story, hour');
  }

  add(batch: TallyBatch): boolean {
    if (this.#known.get(batch.key)) return false;
    const seq = Number(this.#next.get()?.['tally_seq']);
    this.#addBatch.run(seq, batch.key, batch.at);
    for (const { story, hour, reads } of batch.counts) this.#addCount.run(seq, story, hour, reads);
    return true;
  }

  after(seq: number, limit: number): StoredTallyBatch[] {
    return (this.#batches.all(seq, limit) as BatchRow[]).map(({ seq: n, key, at }) => ({
      seq: n,
      key,
      at,
      counts: (this.#counts.all(n) as CountRow[]).map(({ story, hour, reads }) => ({ story, hour, reads })),
    }));
  }
}
