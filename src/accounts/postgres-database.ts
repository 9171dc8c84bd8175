import type { PoolClient } from 'pg';
import type { PostgresPlace } from '../journal/place.ts';
import { migratePostgres, openPool } from '../journal/postgres-connect.ts';
import { explainPostgres } from '../journal/postgres-errors.ts';
import { Reconnection } from '../journal/postgres-reconnection.ts';
import type { AccountsDatabase, Row } from './database.ts';

/** Signing in asks little and seldom: beside the journal's own connections these are enough. */
const mostConnections = 3;

/** The sign-in tables beside the journal in PostgreSQL. @throws MidadError as `openPostgresJournal`. */
export async function openPostgresAccounts({ url, ...options }: PostgresPlace): Promise<AccountsDatabase> {
  const opened = openPool(url, { ...options, connections: mostConnections });
  const { pool, place } = opened;
  try {
    await migratePostgres(opened);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const reconnection = new Reconnection(pool, place);
  return {
    kind: 'postgres',
    async ask(sql, ...values) {
      let client: PoolClient | undefined;
      let broken = true;
      try {
        client = await reconnection.connect();
        const { rows, rowCount } = await client.query<Row>(numbered(sql), [...values]);
        broken = false;
        return { rows, changes: rowCount ?? 0 };
      } catch (error) {
        throw explainPostgres(error, place);
      } finally {
        client?.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

/** Our own statements are written as SQLite takes them, `?` and `?1`; those of Kysely have `$1` already. None has a `?` in quotes. */
function numbered(sql: string): string {
  let next = 0;
  return sql.replace(/\?(\d*)/g, (_, number: string) => `$${number === '' ? ++next : number}`);
}
