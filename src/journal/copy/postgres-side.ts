import { Client } from 'pg';
import { MidadError } from '../../model/errors.ts';
import type { PostgresPlace } from '../place.ts';
import { connectionOf, migratePostgres, openPool } from '../postgres-connect.ts';
import { explainPostgres } from '../postgres-errors.ts';
import { hex } from '../sqlite-entries.ts';
import { type Cell, type CopySource, type CopyTarget, growing, type Row, type SideHead } from './sides.ts';
import { blanked, quoted } from './sqlite-side.ts';

/** Rows of one statement, and of one look through a cursor. */
const batchRows = 1000;
/** A statement of a copy writes a thousand documents, or removes a table's rows: minutes on a slow disk. */
const timeoutMs = 600_000;

/**
 * A journal in PostgreSQL as a side of a copy, from or to; it is made or migrated when needed.
 * @throws MidadError as `openPostgresJournal`.
 */
export async function postgresSide(postgres: PostgresPlace): Promise<CopySource & CopyTarget> {
  const opened = openPool(postgres.url, { connections: 1, timeoutMs });
  try {
    await migratePostgres(opened);
  } finally {
    await opened.pool.end();
  }
  const { config, schema, place } = connectionOf(postgres.url, { timeoutMs });
  const client = new Client(config);
  // A line that breaks is told by the question that is under way.
  client.on('error', () => {});
  const ask = async (sql: string, values: readonly unknown[] = []) => {
    try {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    } catch (error) {
      throw explainPostgres(error, place);
    }
  };
  await client.connect().catch((error: unknown) => {
    throw explainPostgres(error, place);
  });
  const transact = async (work: () => Promise<void>) => {
    await ask('BEGIN');
    try {
      await work();
      await ask('COMMIT');
    } catch (error) {
      await ask('ROLLBACK').catch(() => {});
      throw error;
    }
  };
  const types = new Map<string, Map<string, string>>();
  const typesOf = async (table: string) => {
    const known = types.get(table);
    if (known) return known;
    const rows = await ask(
      'SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
      [schema, table],
    );
    const found = new Map(rows.map((row) => [String(row['column_name']), String(row['udt_name'])]));
    if (found.size === 0) throw new MidadError('unavailable', { path: place, detail: table });
    types.set(table, found);
    return found;
  };
  const insert = async (table: string, rows: readonly Row[]) => {
    const columns = Object.keys(rows[0] ?? {});
    const kinds = await typesOf(table);
    for (let i = 0; i < rows.length; i += batchRows) {
      const some = rows.slice(i, i + batchRows);
      const kindOf = (column: string) => kinds.get(column) ?? 'text';
      await ask(
        `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) OVERRIDING SYSTEM VALUE
         SELECT * FROM unnest(${columns.map((column, n) => `$${n + 1}::${kindOf(column)}[]`).join(', ')})`,
        columns.map((column) => some.map((row) => toPostgres(row[column] ?? null, kindOf(column)))),
      );
    }
  };
  /** Outside a transaction, by key: a copy's first pass is to hold nothing open for hours. */
  async function* entries(after: number, upTo: number): AsyncGenerator<Row[]> {
    for (let last = after; last < upTo;) {
      const rows = (
        await ask('SELECT * FROM entry WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3', [
          last,
          upTo,
          batchRows,
        ])
      ).map(toRow);
      if (rows.length === 0) return;
      yield rows;
      last = Number(rows.at(-1)?.['seq']);
    }
  }
  let cursors = 0;
  async function* rows(table: string, above?: number): AsyncGenerator<Row[]> {
    const cursor = `midad_copy_${++cursors}`;
    const filter = above === undefined ? '' : ` WHERE ${growing[table]} > ${Number(above)}`;
    await ask(`DECLARE ${cursor} CURSOR FOR SELECT * FROM ${quoted(table)}${filter}`);
    for (;;) {
      const found = await ask(`FETCH ${batchRows} FROM ${cursor}`);
      if (found.length === 0) break;
      yield found.map(toRow);
    }
    await ask(`CLOSE ${cursor}`);
  }
  const mark = async (id: string) => {
    await ask('UPDATE meta SET journal_id = $1', [id]);
  };
  return {
    async head(): Promise<SideHead> {
      const [row] = await ask(
        'SELECT journal_id, head.seq, digest, tally_head.seq AS tally_seq FROM meta, head, tally_head',
      );
      if (!row) throw new MidadError('unavailable', { path: place, detail: 'no head' });
      return {
        journalId: String(row['journal_id']),
        seq: Number(row['seq']),
        digest: hex(row['digest'] as Buffer),
        tallySeq: Number(row['tally_seq']),
      };
    },
    async digestAt(seq) {
      const [row] = await ask('SELECT digest FROM entry WHERE seq = $1', [seq]);
      return row && hex(row['digest'] as Buffer);
    },
    async freeze() {
      await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await ask('SELECT seq FROM head');
    },
    entries,
    rows,
    async clear(tables) {
      await transact(async () => {
        await ask(`TRUNCATE ${[...tables, 'entry'].map(quoted).join(', ')}`);
        await ask(`UPDATE head SET seq = 0, digest = decode(repeat('00', 32), 'hex')`);
        await ask('UPDATE tally_head SET seq = 0');
      });
    },
    mark,
    async addEntries(added) {
      await transact(async () => {
        await insert('entry', added);
        for (const { kind, id, version } of blanked(added))
          await ask('UPDATE entry SET content = NULL WHERE kind = $1 AND id = $2 AND version = $3', [
            kind,
            id,
            version,
          ]);
        const last = added.at(-1);
        if (last)
          await ask('UPDATE head SET seq = $1, digest = $2', [
            last['seq'],
            toPostgres(last['digest'] ?? null, 'bytea'),
          ]);
      });
    },
    async replace(tables, source, tallySeq) {
      await transact(async () => {
        const [before] = await ask('SELECT seq FROM tally_head');
        for (const table of tables.toReversed())
          if (!(table in growing)) await ask(`DELETE FROM ${quoted(table)}`);
        for (const table of tables) {
          const above = table in growing ? Number(before?.['seq']) : undefined;
          for await (const some of source.rows(table, above)) await insert(table, some);
        }
        // Numbers that were given out here go on after the greatest that came.
        for (const table of ['job', 'sign_in_event'])
          await ask(
            `SELECT setval(pg_get_serial_sequence($1, 'id'), greatest((SELECT coalesce(max(id), 1) FROM ${table}), 1))`,
            [`${quoted(schema)}.${table}`],
          );
        await ask('UPDATE tally_head SET seq = $1', [tallySeq]);
      });
    },
    async finish(journalId) {
      await mark(journalId);
    },
    async close() {
      await client.end();
    },
  };
}

function toPostgres(cell: Cell, kind: string): unknown {
  if (cell === null) return null;
  if (kind === 'bool') return Number(cell) !== 0;
  if (cell instanceof Uint8Array) return Buffer.from(cell.buffer, cell.byteOffset, cell.length);
  return cell;
}

function toRow(found: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => {
      if (value instanceof Date) return [name, value.toISOString()];
      if (typeof value === 'boolean') return [name, value ? 1 : 0];
      return [name, value as Cell];
    }),
  );
}
