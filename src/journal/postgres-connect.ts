import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Pool, type PoolClient, types } from 'pg';
import { MidadError } from '../model/errors.ts';
import { explainPostgres } from './postgres-errors.ts';

const folder = new URL('./migrations/postgres/', import.meta.url);

/** «Midad» and «migr» as two numbers: the advisory lock under which one node migrates and the others wait. */
const migrationLock = [0x4d696461, 0x6d696772] as const;

/** Connections of a node's journal: appends take turns at the head anyway; the rest read. */
const mostConnections = 10;
/** A database that does not answer is called unavailable before an editor thinks that the page hangs. */
const connectMs = 5000;
/** The longest statement is a follower's batch of 5,000 entries. */
const statementMs = 30_000;
/** Appends wait for one another at the head; a thousand stories of an import take less. */
const lockMs = 10_000;

export interface PostgresOptions {
  connections?: number;
}

/** Everything that we keep as bigint is a count or a time in ms: far below 2^53. */
const parsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === types.builtins.INT8
      ? Number
      : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};

/**
 * A pool of connections to the journal's database. Of our own in the address: `schema=NAME`, the schema of this publication
 * (`public` unless said); TLS by the driver's `sslmode`, `sslrootcert` and so on.
 *
 * @throws MidadError `bad-option` for what is no address of a PostgreSQL database.
 */
export function openPool(
  address: string,
  options: PostgresOptions = {},
): { pool: Pool; schema: string; place: string } {
  const url = parsedAddress(address);
  const schema = url.searchParams.get('schema') ?? 'public';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new MidadError('bad-option', { name: 'DATABASE_URL', value: schema, expected: 'schema=[a-z0-9_]' });
  url.searchParams.delete('schema');
  const place = `${url.host}${url.pathname}`;
  const pool = new Pool({
    connectionString: url.href,
    max: options.connections ?? mostConnections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: 30_000,
    // A line that died silently is noticed by the system.
    keepAlive: true,
    application_name: 'midad',
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: statementMs,
    // Asked on our side as well: a server that hangs answers no timeout of its own.
    query_timeout: statementMs + 5000,
    options: `-c search_path=${schema}`,
    types: parsers,
  });
  // An idle connection that breaks is taken out of the pool; whoever asks next gets a new one.
  pool.on('error', () => {});
  return { pool, schema, place };
}

function parsedAddress(address: string): URL {
  const url = URL.parse(address);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw new MidadError('bad-option', {
      name: 'DATABASE_URL',
      value: address.replace(/:[^:@/]*@/, ':***@'),
      expected: 'postgres://user:password@host:5432/database',
    });
  return url;
}

/**
 * Brings the database forward to this program's schema, one node after the other.
 *
 * @returns the journal's id.
 * @throws MidadError `database-newer`, `database-denied`, `unavailable`.
 */
export async function migratePostgres({ pool, schema, place }: ReturnType<typeof openPool>): Promise<string> {
  let client: PoolClient | undefined;
  try {
    client = await pool.connect();
    await client.query('SELECT pg_advisory_lock($1, $2)', [...migrationLock]);
    try {
      return await migrate(client, schema, place);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, $2)', [...migrationLock]);
    }
  } catch (error) {
    throw explainPostgres(error, place);
  } finally {
    client?.release();
  }
}

async function migrate(client: PoolClient, schema: string, place: string): Promise<string> {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = $1 AND table_name = 'migration') AS there`,
    [schema],
  );
  if (rows[0]?.there !== true) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    await client.query('CREATE TABLE migration (name text PRIMARY KEY, at bigint NOT NULL)');
  }
  const done = new Set(
    (await client.query<{ name: string }>('SELECT name FROM migration')).rows.map(({ name }) => name),
  );
  const known = new Set(names);
  for (const name of done)
    if (!known.has(name)) throw new MidadError('database-newer', { path: place, found: name });
  for (const name of names) {
    if (done.has(name)) continue;
    // PostgreSQL changes tables within a transaction: all of a migration or nothing.
    await client.query('BEGIN');
    try {
      await client.query(readFileSync(new URL(name, folder), 'utf8'));
      await client.query('INSERT INTO migration VALUES ($1, $2)', [name, Date.now()]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  }
  await client.query('INSERT INTO meta VALUES (1, $1) ON CONFLICT DO NOTHING', [randomUUID()]);
  const { rows: meta } = await client.query<{ journal_id: string }>('SELECT journal_id FROM meta');
  return meta[0]?.journal_id ?? '';
}
