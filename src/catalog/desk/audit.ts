import type { Entry } from '../../journal/journal.ts';
import type { Action, DocumentKind } from '../../model/document.ts';
import { type Database, number, text } from '../sqlite.ts';

/** One entry of the record, without what it says. */
export interface AuditEntry {
  seq: number;
  /** ms since the epoch. */
  at: number;
  /** `user:ID`, or a program's name. */
  actor: string;
  action: Action;
  kind: DocumentKind;
  id: string;
  version: number;
  note?: string;
}

export interface AuditQuery {
  /** The number of the last one seen. */
  before?: number;
  actor?: string;
  /** One document's entries; needs both. */
  kind?: string;
  id?: string;
  /** 1–200. */
  limit: number;
}

/** Archives are not listed: a million imported stories would drown the rest, and each says where it came from. */
export function putAudit(db: Database, entry: Entry): void {
  if (entry.action === 'import') return;
  db.run(
    'INSERT OR REPLACE INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    entry.seq,
    entry.at,
    entry.actor,
    entry.action,
    entry.kind,
    entry.id,
    entry.version,
    entry.note ?? null,
  );
}

/** The audit trail, newest first; each filter is served by an index of its own. */
export function auditIn(db: Database, query: AuditQuery): AuditEntry[] {
  const { before = Number.MAX_SAFE_INTEGER, actor, kind, id } = query;
  const limit = Math.max(1, Math.min(200, query.limit));
  const page = (where: string, ...values: string[]) =>
    db.all(
      `SELECT seq, at, actor, action, kind, id, version, note FROM audit WHERE ${where} seq < ?
       ORDER BY seq DESC LIMIT ?`,
      ...values,
      before,
      limit,
    );
  const rows =
    kind !== undefined && id !== undefined
      ? page('kind = ? AND id = ? AND', kind, id)
      : actor !== undefined
        ? page('actor = ? AND', actor)
        : page('');
  return rows.map((row) => ({
    seq: number(row[0]),
    at: number(row[1]),
    actor: text(row[2]),
    action: text(row[3]) as Action,
    kind: text(row[4]) as DocumentKind,
    id: text(row[5]),
    version: number(row[6]),
    ...(row[7] === null ? {} : { note: text(row[7]) }),
  }));
}
