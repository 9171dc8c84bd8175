import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { MidadError } from '../../model/errors.ts';
import { connect } from '../sqlite-connect.ts';
import { hex } from '../sqlite-entries.ts';
import { explainSqlite } from '../sqlite-errors.ts';
import { type CopySource, type CopyTarget, growing, type Row, type SideHead } from './sides.ts';

const batchRows = 2000;
/** Letters of content in a batch: huge documents do not add up in memory. */
const batchLetters = 4 * 1024 * 1024;

/** Tables with a way of their own. */
const ownWay = new Set(['migration', 'meta', 'head', 'entry']);

/** Every other table of a journal, parents before those that refer to them: in the order in which they were made. */
export function tablesOf(path: string): string[] {
  return withPath(path, (db) =>
    db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
      )
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !ownWay.has(name)),
  );
}

function withPath<T>(path: string, work: (db: DatabaseSync) => T): T {
  const db = connect(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** A journal's file as a side of a copy, from or to. @throws MidadError as `connect`. */
export function sqliteSide(path: string): CopySource & CopyTarget {
  const db = connect(path);
  const run = (sql: string, ...values: SQLInputValue[]) => db.prepare(sql).run(...values);
  const marked = (id: string) => run('UPDATE meta SET journal_id = ?', id);
  const insert = (table: string, rows: readonly Row[]) => {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) return;
    const statement = db.prepare(
      `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null));
  };
  const transact = async (work: () => void | Promise<void>) => {
    try {
      db.exec('BEGIN IMMEDIATE');
      await work();
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw explainSqlite(error, path);
    }
  };
  async function* batches(sql: string, ...values: SQLInputValue[]): AsyncGenerator<Row[]> {
    let rows: Row[] = [];
    let letters = 0;
    for (const row of db.prepare(sql).iterate(...values) as Iterable<Row>) {
      rows.push({ ...row });
      letters += String(row['content'] ?? '').length;
      if (rows.length < batchRows && letters < batchLetters) continue;
      yield rows;
      rows = [];
      letters = 0;
    }
    if (rows.length > 0) yield rows;
  }
  return {
    async head(): Promise<SideHead> {
      const row = db.prepare('SELECT journal_id, seq, digest, tally_seq FROM meta, head').get();
      if (row === undefined) throw new MidadError('data-folder-damaged', { path, detail: 'no head' });
      return {
        journalId: String(row['journal_id']),
        seq: Number(row['seq']),
        digest: hex(row['digest'] as Uint8Array),
        tallySeq: Number(row['tally_seq']),
      };
    },
    async digestAt(seq) {
      const row = db.prepare('SELECT digest FROM entry WHERE seq = ?').get(seq);
      return row && hex(row['digest'] as Uint8Array);
    },
    async freeze() {
      // A reader's transaction holds the moment of its first question.
      db.exec('BEGIN');
      db.prepare('SELECT seq FROM head').get();
    },
    entries: (after, upTo) =>
      batches('SELECT * FROM entry WHERE seq > ? AND seq <= ? ORDER BY seq', after, upTo),
    rows: (table, above) =>
      above === undefined
        ? batches(`SELECT * FROM ${quoted(table)}`)
        : batches(`SELECT * FROM ${quoted(table)} WHERE ${growing[table]} > ?`, above),
    async clear(tables) {
      await transact(() => {
        for (const table of [...tables.toReversed(), 'entry']) run(`DELETE FROM ${quoted(table)}`);
        run('UPDATE head SET seq = 0, digest = zeroblob(32), tally_seq = 0');
      });
    },
    async mark(journalId) {
      marked(journalId);
    },
    async addEntries(rows) {
      await transact(() => {
        insert('entry', rows);
        const blank = db.prepare(
          'UPDATE entry SET content = NULL WHERE kind = ? AND id = ? AND version = ? AND content IS NOT NULL',
        );
        for (const { kind, id, version } of blanked(rows))
          blank.run(kind as string, id as string, version as number);
        const last = rows.at(-1);
        if (last)
          run('UPDATE head SET seq = ?, digest = ?', last['seq'] as number, last['digest'] as Uint8Array);
      });
    },
    async replace(tables, source, tallySeq) {
      await transact(async () => {
        const before = Number(db.prepare('SELECT tally_seq FROM head').get()?.['tally_seq']);
        for (const table of tables.toReversed()) if (!(table in growing)) run(`DELETE FROM ${quoted(table)}`);
        for (const table of tables)
          for await (const rows of source.rows(table, table in growing ? before : undefined))
            insert(table, rows);
        run('UPDATE head SET tally_seq = ?', tallySeq);
      });
    },
    async finish(journalId) {
      marked(journalId);
    },
    async close() {
      if (db.isTransaction) db.exec('ROLLBACK');
      db.close();
    },
  };
}

/** What the entries of a batch erased, in entries that may have been copied long before. */
export function blanked(rows: readonly Row[]): Pick<Row, 'kind' | 'id' | 'version'>[] {
  return rows.flatMap(({ kind, id, redacts }) =>
    typeof redacts === 'string'
      ? (JSON.parse(redacts) as number[]).map((version) => ({ kind: kind ?? null, id: id ?? null, version }))
      : [],
  );
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
