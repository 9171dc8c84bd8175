import type { PoolClient } from 'pg';
import { schemaVersion } from '../model/document.ts';
import { MidadError } from '../model/errors.ts';
import { chainDigest, digestContent } from './digest.ts';
import type { Author, Change, Claim, Receipt } from './journal.ts';
import { saved } from './postgres-drafts.ts';
import { hex } from './sqlite-entries.ts';

/**
 * Everything that an append does, within a transaction of the caller's. Questions and changes go over in a few statements
 * whatever the number of documents: each way to the database and back costs a network's time.
 */
export interface LockedHead {
  seq: number;
  digest: string;
}

/** Takes the head: other writers wait until this transaction ends, so what is read after it stays true. */
export async function lockHead(client: PoolClient): Promise<LockedHead> {
  const { rows } = await client.query<{ seq: number; digest: Buffer }>(
    'SELECT seq, digest FROM head FOR UPDATE',
  );
  const [row] = rows;
  if (!row) throw new MidadError('unavailable', { detail: 'no head' });
  return { seq: row.seq, digest: hex(row.digest) };
}

/** The version of a document's newest revision, 0 for none. */
export async function versionOf(client: PoolClient, kind: string, id: string): Promise<number> {
  const { rows } = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM entry WHERE kind = $1 AND id = $2',
    [kind, id],
  );
  return rows[0]?.version ?? 0;
}

/** @throws MidadError `conflict`, `claim-taken`. */
export async function appendAll(
  client: PoolClient,
  changes: readonly Change[],
  contents: readonly string[],
  by: Author,
): Promise<Receipt[]> {
  const head = await lockHead(client);
  await expectVersions(client, changes);
  await exchangeClaims(client, changes);
  const receipts = await writeEntries(client, head, changes, contents, by, null);
  for (const [i, { kind, id, draft }] of changes.entries()) {
    if (kind === 'story' && draft !== undefined)
      await saved(client, Number(id), draft, receipts[i]?.version ?? 0);
  }
  const jobs = changes.flatMap((change) => change.jobs ?? []);
  if (jobs.length > 0) {
    await client.query(
      'INSERT INTO job (kind, payload, due_at) SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])',
      [
        jobs.map(({ kind }) => kind),
        jobs.map(({ payload }) => JSON.stringify(payload)),
        jobs.map(({ dueAt }) => dueAt),
      ],
    );
  }
  return receipts;
}

async function expectVersions(client: PoolClient, changes: readonly Change[]): Promise<void> {
  const { rows } = await client.query<{ kind: string; id: string; version: number }>(
    `SELECT kind, id, max(version) AS version FROM entry
     WHERE (kind, id) IN (SELECT * FROM unnest($1::text[], $2::text[])) GROUP BY kind, id`,
    [changes.map(({ kind }) => kind), changes.map(({ id }) => id)],
  );
  const versions = new Map(rows.map(({ kind, id, version }) => [`${kind} ${id}`, version]));
  for (const { kind, id, expect } of changes) {
    const name = `${kind} ${id}`;
    const actual = versions.get(name) ?? 0;
    if (actual !== expect) throw new MidadError('conflict', { kind, id, expected: expect, actual });
    versions.set(name, actual + 1);
  }
}

/** Frees and takes in the order of the changes, reckoned here: under the head's lock nobody else changes them. */
async function exchangeClaims(client: PoolClient, changes: readonly Change[]): Promise<void> {
  const all = changes.flatMap(({ take = [], free = [] }) => [...take, ...free]);
  if (all.length === 0) return;
  const { rows } = await client.query<Claim & { kind: string; id: string }>(
    `SELECT space, name, kind, id FROM claim
     WHERE (space, name) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [all.map(({ space }) => space), all.map(({ name }) => name)],
  );
  const keyOf = ({ space, name }: Claim) => JSON.stringify([space, name]);
  const before = new Map(rows.map((row) => [keyOf(row), { kind: row.kind, id: row.id }]));
  const now = new Map(before);
  for (const { kind, id, take = [], free = [] } of changes) {
    for (const claim of free) {
      const holder = now.get(keyOf(claim));
      if (holder?.kind === kind && holder.id === id) now.delete(keyOf(claim));
    }
    for (const claim of take) {
      const holder = now.get(keyOf(claim));
      if (holder !== undefined && (holder.kind !== kind || holder.id !== id))
        throw new MidadError('claim-taken', { ...claim, ...holder });
      now.set(keyOf(claim), { kind, id });
    }
  }
  const namesOf = (keys: readonly string[]) => keys.map((key) => JSON.parse(key) as [string, string]);
  const gone = namesOf([...before.keys()].filter((key) => !same(now.get(key), before.get(key))));
  const come = [...now].filter(([key, holder]) => !same(holder, before.get(key)));
  if (gone.length > 0)
    await client.query(
      'DELETE FROM claim WHERE (space, name) IN (SELECT * FROM unnest($1::text[], $2::text[]))',
      [gone.map(([space]) => space), gone.map(([, name]) => name)],
    );
  if (come.length > 0) {
    const names = namesOf(come.map(([key]) => key));
    await client.query(
      'INSERT INTO claim SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])',
      [
        names.map(([space]) => space),
        names.map(([, name]) => name),
        come.map(([, { kind }]) => kind),
        come.map(([, { id }]) => id),
      ],
    );
  }
}

const same = (a: { kind: string; id: string } | undefined, b: { kind: string; id: string } | undefined) =>
  a?.kind === b?.kind && a?.id === b?.id;

/** Writes the entries after the locked head, and moves it on to the last. */
export async function writeEntries(
  client: PoolClient,
  head: LockedHead,
  changes: readonly Change[],
  contents: readonly string[],
  by: Author,
  redacts: string | null,
): Promise<Receipt[]> {
  const { actor, at } = by;
  const links = changes.map((change, i) => {
    const { kind, id, action, note = null } = change;
    head.seq++;
    const link = {
      seq: head.seq,
      kind,
      id,
      version: change.expect + 1,
      action,
      schemaVersion,
      actor,
      at,
      note,
      redacts,
      contentDigest: digestContent(contents[i] ?? 'null'),
    };
    head.digest = chainDigest(head.digest, link);
    return { ...link, digest: head.digest };
  });
  await client.query(
    `INSERT INTO entry SELECT seq, kind, id, version, action, $6, $7, $8, content_digest, digest, note, $12, content
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $9::bytea[], $10::bytea[],
       $11::text[], $13::text[]) AS row (seq, kind, id, version, action, content_digest, digest, note, content)`,
    [
      links.map(({ seq }) => seq),
      links.map(({ kind }) => kind),
      links.map(({ id }) => id),
      links.map(({ version }) => version),
      links.map(({ action }) => action),
      schemaVersion,
      actor,
      at,
      links.map(({ contentDigest }) => Buffer.from(contentDigest, 'hex')),
      links.map(({ digest }) => Buffer.from(digest, 'hex')),
      links.map(({ note }) => note),
      redacts,
      contents,
    ],
  );
  await client.query('UPDATE head SET seq = $1, digest = $2', [head.seq, Buffer.from(head.digest, 'hex')]);
  return links.map(({ seq, version }) => ({ seq, version }));
}
