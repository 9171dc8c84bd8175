import type { PoolClient } from 'pg';
import { MidadError } from '../model/errors.ts';
import { type BeginDraft, type Draft, type DraftLog, keptGenerations } from './drafts.ts';
import { draftChannel } from './postgres-listen.ts';

/** The tables of drafts in PostgreSQL. What changes them runs within a transaction of the caller's. */
export async function draft(client: PoolClient, story: number, lock = false): Promise<Draft | undefined> {
  const { rows } = await client.query<Draft>(
    `SELECT story, generation, schema, version FROM draft WHERE story = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [story],
  );
  return rows[0];
}

/** @param newest version of the story's newest revision; the caller holds the head. */
export async function begin(
  client: PoolClient,
  wanted: BeginDraft,
  newest: number,
): Promise<Draft | undefined> {
  const { story, after, schema, version, seed, at } = wanted;
  const present = await draft(client, story, true);
  const asSeen = present?.generation === after?.generation && present?.version === after?.version;
  if (!asSeen || newest !== version) return present;
  const begun = { story, generation: (after?.generation ?? 0) + 1, schema, version };
  await client.query(
    `INSERT INTO draft VALUES ($1, $2, $3, $4) ON CONFLICT (story)
     DO UPDATE SET generation = excluded.generation, schema = excluded.schema, version = excluded.version`,
    [story, begun.generation, schema, version],
  );
  await client.query('DELETE FROM draft_update WHERE story = $1 AND generation < $2', [
    story,
    begun.generation - keptGenerations,
  ]);
  await client.query('INSERT INTO draft_update VALUES ($1, $2, 1, $3, $4)', [
    story,
    begun.generation,
    at,
    Buffer.from(seed),
  ]);
  return begun;
}

export async function log(client: PoolClient, story: number, asked?: number, after = 0): Promise<DraftLog> {
  const generation = asked ?? (await draft(client, story))?.generation ?? 0;
  const { rows } = await client.query<{ n: number; data: Buffer }>(
    'SELECT n, data FROM draft_update WHERE story = $1 AND generation = $2 AND n > $3 ORDER BY n',
    [story, generation, after],
  );
  return {
    generation,
    updates: rows.map(({ data }) => new Uint8Array(data)),
    last: rows.at(-1)?.n ?? 0,
  };
}

export async function append(
  client: PoolClient,
  story: number,
  generation: number,
  update: Uint8Array,
  at: number,
): Promise<number> {
  // The draft's own row puts those who type into one story in a row, and no others.
  if ((await draft(client, story, true))?.generation !== generation)
    throw new MidadError('draft-replaced', { story, generation });
  const { rows } = await client.query<{ n: number }>(
    `INSERT INTO draft_update
     SELECT $1, $2, coalesce(max(n), 0) + 1, $3, $4 FROM draft_update WHERE story = $1 AND generation = $2
     RETURNING n`,
    [story, generation, at, Buffer.from(update)],
  );
  const n = rows[0]?.n ?? 0;
  // Nodes that have the story open read on.
  await client.query('SELECT pg_notify($1, $2)', [draftChannel, `${story} ${generation} ${n}`]);
  return n;
}

export async function compact(
  client: PoolClient,
  story: number,
  generation: number,
  upTo: number,
  merged: Uint8Array,
): Promise<void> {
  if (upTo < 1 || (await draft(client, story, true))?.generation !== generation) return;
  const { rowCount } = await client.query(
    'DELETE FROM draft_update WHERE story = $1 AND generation = $2 AND n <= $3',
    [story, generation, upTo],
  );
  if (rowCount === 0) return;
  await client.query('INSERT INTO draft_update VALUES ($1, $2, $3, $4, $5)', [
    story,
    generation,
    upTo,
    Date.now(),
    Buffer.from(merged),
  ]);
}

/** The story's new revision was taken from this draft, or leaves alone what the draft has. */
export async function saved(
  client: PoolClient,
  story: number,
  from: number | 'follows',
  version: number,
): Promise<void> {
  if (from === 'follows')
    await client.query('UPDATE draft SET version = $1 WHERE story = $2 AND version = $1 - 1', [
      version,
      story,
    ]);
  else
    await client.query('UPDATE draft SET version = $1 WHERE story = $2 AND generation = $3', [
      version,
      story,
      from,
    ]);
}

/** Removes what was typed; whoever has the draft open has an older generation from now on. */
export async function erase(client: PoolClient, story: number): Promise<void> {
  await client.query('DELETE FROM draft_update WHERE story = $1', [story]);
  await client.query('UPDATE draft SET generation = generation + 1, version = 0 WHERE story = $1', [story]);
}
