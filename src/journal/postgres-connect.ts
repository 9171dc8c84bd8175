import { randomUUID } from 'node:crypto';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { type ClientConfig, Pool, type PoolClient, types } from 'pg';
import { MidadError } from '../model/errors.ts';
import { usualPostgres } from './place.ts';
import { explainPostgres } from './postgres-errors.ts';

const folder = new URL('./migrations/postgres/', import.meta.url);

/** «Midad» and «migr» as two numbers: the advisory lock under which one node migrates and the others wait. */
const migrationLock = [0x4d696461, 0x6d696772] as const;

/** A database that does not answer is called unavailable before an editor thinks that the page hangs. */
const connectMs = 5000;
/** What the server itself gives up is to be heard of, rather than guessed from silence. */
const silenceMs = 1000;
/** The oldest version that is tested, as `server_version_num` says it. */
const oldestVersion = 150_000;

export interface PostgresOptions {
  /** Most connections of this pool. */
  connections?: number;
  /** A statement, and a wait for a lock, that takes longer is given up; ms. */
  timeoutMs?: number;
  /** The database refuses whatever writes. */
  readOnly?: boolean;
  /** Opens also what is still being copied to. */
  unfinished?: boolean;
}

/** A pool and what must be known of it. */
export interface OpenedPool {
  pool: Pool;
  /** Of this publication. */
  schema: string;
  /** The database without its password, for messages. */
  place: string;
}

/** Everything that we keep as bigint is a count or a time in ms: far below 2^53. */
const parsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === types.builtins.INT8
      ? Number
      : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};

/**
 * How to connect to the journal's database. Of our own in the address: `schema=NAME`, the schema of this publication (`public` unless
 * said). TLS as libpq understands it: `sslmode` (disable, prefer, require, verify-ca, verify-full), `sslrootcert`, `sslcert`, `sslkey`
 * (https://www.postgresql.org/docs/current/libpq-ssl.html); one difference: `prefer` never falls back to an open line.
 *
 * @throws MidadError `bad-option` for what is no address of a PostgreSQL database, or where a file that it names cannot be read.
 */
export function connectionOf(
  address: string,
  options: PostgresOptions = {},
): { config: ClientConfig; schema: string; place: string } {
  const url = parsedAddress(address);
  const schema = url.searchParams.get('schema') ?? 'public';
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) refuse(schema, 'schema=[a-z0-9_]');
  url.searchParams.delete('schema');
  // The driver would let what stands in the address win over ours.
  const more = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  checkTls(url.searchParams);
  if (url.searchParams.has('sslmode')) url.searchParams.set('uselibpqcompat', 'true');
  const { timeoutMs = usualPostgres.timeoutMs, readOnly = false } = options;
  const config: ClientConfig = {
    connectionString: url.href,
    connectionTimeoutMillis: connectMs,
    // A line that died silently is noticed by the system.
    keepAlive: true,
    application_name: 'midad',
    statement_timeout: timeoutMs,
    lock_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs,
    // Asked on our side as well: a server that hangs answers no timeout of its own.
    query_timeout: timeoutMs + silenceMs,
    options:
      `${more} -c search_path=${schema}${readOnly ? ' -c default_transaction_read_only=on' : ''}`.trim(),
    types: parsers,
  };
  return { config, schema, place: `${url.host}${url.pathname}` };
}

/** A pool of connections to the journal's database, made as they are needed. @throws MidadError as `connectionOf`. */
export function openPool(address: string, options: PostgresOptions = {}): OpenedPool {
  const { config, schema, place } = connectionOf(address, options);
  const pool = new Pool({
    ...config,
    max: options.connections ?? usualPostgres.connections,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is taken out of the pool; whoever asks next gets a new one.
  pool.on('error', () => {});
  // One that breaks between two statements of a transaction tells nobody but itself; the next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, schema, place };
}

const tlsModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

function checkTls(options: URLSearchParams): void {
  const mode = options.get('sslmode');
  if (mode !== null && !tlsModes.includes(mode)) refuse(`sslmode=${mode}`, tlsModes.join(', '));
  if (mode === 'verify-ca' && !options.has('sslrootcert'))
    refuse('sslmode=verify-ca', 'sslmode=verify-ca&sslrootcert=/etc/ssl/database-ca.pem');
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const path = options.get(name);
    if (path === null) continue;
    try {
      accessSync(path, constants.R_OK);
    } catch {
      refuse(`${name}=${path}`, `${name}=/etc/ssl/database.pem`);
    }
  }
}

function refuse(value: string, expected: string): never {
  throw new MidadError('bad-option', { name: 'DATABASE_URL', value, expected });
}

function parsedAddress(address: string): URL {
  const url = URL.parse(address);
  if (url !== null && /^postgres(ql)?:$/.test(url.protocol)) return url;
  return refuse(address.replace(/:[^:@/]*@/, ':***@'), 'postgres://user:password@host:5432/database');
}

/**
 * Brings the database forward to this program's schema, one node after the other.
 *
 * @returns the journal's id.
 * @throws MidadError `database-newer`, `database-older`, `database-denied`, `unavailable`.
 */
export async function migratePostgres(opened: OpenedPool): Promise<string> {
  return withClient(opened, async (client) => {
    await client.query('SELECT pg_advisory_lock($1, $2)', [...migrationLock]);
    try {
      return await migrate(client, opened);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, $2)', [...migrationLock]);
    }
  });
}

/**
 * The journal's id, of a database that somebody else has brought to this program's schema.
 *
 * @throws MidadError as `migratePostgres`; `unavailable` while nobody has.
 */
export async function checkPostgres(opened: OpenedPool): Promise<string> {
  return withClient(opened, async (client) => {
    const { missing } = await migrationsOf(client, opened);
    if (missing.length > 0) throw new MidadError('unavailable', { path: opened.place });
    return journalIdOf(client);
  });
}

async function withClient(
  { pool, place }: OpenedPool,
  work: (client: PoolClient) => Promise<string>,
): Promise<string> {
  let client: PoolClient | undefined;
  let broken = true;
  try {
    client = await pool.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    const version = Number(rows[0]?.server_version_num);
    if (version < oldestVersion)
      throw new MidadError('database-older', { path: place, found: Math.floor(version / 10_000) });
    const result = await work(client);
    broken = false;
    return result;
  } catch (error) {
    throw explainPostgres(error, place);
  } finally {
    client?.release(broken);
  }
}

/** Migrations that the database has yet to go through, in order. */
async function migrationsOf(
  client: PoolClient,
  { schema, place }: OpenedPool,
): Promise<{ begun: boolean; missing: string[] }> {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort();
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = $1 AND table_name = 'migration') AS there`,
    [schema],
  );
  if (rows[0]?.there !== true) return { begun: false, missing: names };
  const done = new Set(
    (await client.query<{ name: string }>('SELECT name FROM migration')).rows.map(({ name }) => name),
  );
  const unknown = [...done].find((name) => !names.includes(name));
  if (unknown !== undefined) throw new MidadError('database-newer', { path: place, found: unknown });
  return { begun: true, missing: names.filter((name) => !done.has(name)) };
}

async function migrate(client: PoolClient, opened: OpenedPool): Promise<string> {
  const { begun, missing } = await migrationsOf(client, opened);
  if (!begun) {
    await client.query(`CREATE SCHEMA IF NOT EXISTS "${opened.schema}"`);
    await client.query('CREATE TABLE migration (name text PRIMARY KEY, at bigint NOT NULL)');
  }
  for (const name of missing) {
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
  return journalIdOf(client);
}

async function journalIdOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ journal_id: string }>('SELECT journal_id FROM meta');
  return rows[0]?.journal_id ?? '';
}
