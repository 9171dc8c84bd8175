import type { PoolClient } from 'pg';
import type { Job, StoredTallyBatch, TallyBatch } from './journal.ts';

/** Takes a due job that no other node is at; the lease and the counting of attempts are as in `sqlite-jobs.ts`. */
export async function takeJob(
  client: PoolClient,
  kinds: readonly string[],
  now: number,
  leaseMs: number,
): Promise<Job | undefined> {
  const { rows } = await client.query<{
    id: number;
    kind: string;
    payload: string;
    due_at: number;
    attempts: number;
  }>(
    `UPDATE job SET leased_until = $2::bigint + $3,
       attempts = attempts + CASE WHEN leased_until IS NULL THEN 0 ELSE 1 END
     WHERE id = (
       SELECT id FROM job WHERE kind = ANY ($1) AND due_at <= $2 AND (leased_until IS NULL OR leased_until <= $2)
       ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id, kind, payload, due_at, attempts`,
    [kinds, now, leaseMs],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { id, kind, payload, due_at: dueAt, attempts } = row;
  return { id, kind, payload: JSON.parse(payload) as object, dueAt, attempts };
}

/** Within a transaction of the caller's: batches are numbered without gaps, by a head row of their own. */
export async function addTallies(client: PoolClient, { key, at, counts }: TallyBatch): Promise<boolean> {
  const { rows } = await client.query<{ seq: number }>('SELECT seq FROM tally_head FOR UPDATE');
  const seq = (rows[0]?.seq ?? 0) + 1;
  const { rowCount } = await client.query(
    'INSERT INTO tally_batch VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING',
    [seq, key, at],
  );
  if (rowCount === 0) return false;
  await client.query('UPDATE tally_head SET seq = $1', [seq]);
  await client.query(
    `INSERT INTO tally SELECT $1, story, hour, sum(reads)
     FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS row (story, hour, reads) GROUP BY story, hour`,
    [seq, counts.map(({ story }) => story), counts.map(({ hour }) => hour), counts.map(({ reads }) => reads)],
  );
  return true;
}

export async function talliesAfter(
  client: PoolClient,
  after: number,
  limit: number,
): Promise<StoredTallyBatch[]> {
  const { rows: batches } = await client.query<{ seq: number; key: string; at: number }>(
    'SELECT seq, key, at FROM tally_batch WHERE seq > $1 ORDER BY seq LIMIT $2',
    [after, limit],
  );
  const { rows: counts } = await client.query<{ batch: number; story: number; hour: number; reads: number }>(
    'SELECT batch, story, hour, reads FROM tally WHERE batch = ANY ($1) ORDER BY batch, story, hour',
    [batches.map(({ seq }) => seq)],
  );
  const byBatch = Map.groupBy(counts, ({ batch }) => batch);
  return batches.map(({ seq, key, at }) => ({
    seq,
    key,
    at,
    counts: (byBatch.get(seq) ?? []).map(({ story, hour, reads }) => ({ story, hour, reads })),
  }));
}
