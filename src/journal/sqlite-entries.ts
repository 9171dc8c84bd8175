import type { DatabaseSync } from 'node:sqlite';
import type { Action, DocumentKind } from '../model/document.ts';
import { upcast } from '../model/upcast.ts';
import type { Entry } from './journal.ts';

/** A row of `entry`, as SQLite gives it. */
export type EntryRow = {
  seq: number;
  kind: string;
  id: string;
  version: number;
  action: string;
  schema_version: number;
  actor: string;
  at: number;
  content_digest: Uint8Array;
  digest: Uint8Array;
  note: string | null;
  redacts: string | null;
  content: string | null;
};
export type HeadRow = { seq: number; digest: Uint8Array };

export const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');

/** As the journal's followers see it: parsed, upcast. */
export function toEntry(row: EntryRow): Entry {
  const { seq, id, version, actor, at } = row;
  const kind = row.kind as DocumentKind;
  const content: unknown = row.content === null ? null : JSON.parse(row.content);
  return {
    seq,
    kind,
    id,
    version,
    action: row.action as Action,
    schemaVersion: row.schema_version,
    actor,
    at,
    content: upcast(kind, row.schema_version, content),
    digest: hex(row.digest),
    ...(row.note !== null && { note: row.note }),
    ...(row.redacts !== null && { redacts: JSON.parse(row.redacts) as number[] }),
  };
}

/** Every statement on documents, claims, counters and secrets, prepared once. */
export function prepareAll(db: DatabaseSync) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    journalId: db.prepare('SELECT journal_id FROM meta'),
    head: db.prepare('SELECT seq, digest FROM head'),
    setHead: db.prepare('UPDATE head SET seq = ?, digest = ?'),
    version: db.prepare('SELECT max(version) AS version FROM entry WHERE kind = ? AND id = ?'),
    insert: db.prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    entriesAfter: db.prepare('SELECT * FROM entry WHERE seq > ? ORDER BY seq LIMIT ?'),
    digestAt: db.prepare('SELECT digest FROM entry WHERE seq = ?'),
    newest: db.prepare('SELECT * FROM entry WHERE kind = ? AND id = ? ORDER BY version DESC LIMIT 1'),
    revisions: db.prepare('SELECT * FROM entry WHERE kind = ? AND id = ? ORDER BY version'),
    blank: db.prepare('UPDATE entry SET content = NULL WHERE kind = ? AND id = ? AND version = ?'),
    redactions: db.prepare(
      'SELECT redacts FROM entry WHERE kind = ? AND id = ? AND version > ? AND redacts IS NOT NULL',
    ),
    takeClaim: db.prepare('INSERT INTO claim VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING'),
    freeClaim: db.prepare('DELETE FROM claim WHERE space = ? AND name = ? AND kind = ? AND id = ?'),
    holder: db.prepare('SELECT kind, id FROM claim WHERE space = ? AND name = ?'),
    reserve: db.prepare(
      `INSERT INTO counter VALUES (?, 1 + ?2)
       ON CONFLICT (name) DO UPDATE SET next = next + ?2 RETURNING next`,
    ),
    secret: db.prepare('SELECT value FROM secret WHERE name = ?'),
    addSecret: db.prepare('INSERT INTO secret VALUES (?, ?) ON CONFLICT DO NOTHING'),
  };
}
